import Testing

@testable import DossierPages

@Suite struct LanguageTagTests {
  @Test(arguments: [("en", "en"), ("de_AT", "de-AT"), ("zh-Hant-TW", "zh-Hant-TW")])
  func takesWhatHasTheFormOfATag(declared: String, expected: String) {
    #expect(LanguageTag(declared)?.string == expected)
  }

  @Test(arguments: ["", "english", "en-", "e", "en us", "\"><script>"])
  func refusesWhatHasNot(declared: String) {
    #expect(LanguageTag(declared) == nil)
  }
}
