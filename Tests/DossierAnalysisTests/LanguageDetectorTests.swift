import DossierAnalysis
import DossierLanguages
import Testing

@Suite struct LanguageDetectorTests {
  private let detector = LanguageDetector(languages: [.english])

  @Test func knowsALanguageByItsCommonWords() {
    let text = """
      The minister said on Tuesday that the bridge over the river would not be opened before the end of the year, \
      because most of the money that had been set aside for it was spent on other roads.
      """
    #expect(detector.language(of: text, declared: nil) == "en")
    #expect(detector.language(of: text, declared: "fr") == "en")
  }

  @Test func givesNoRulesToALanguageWithoutAPack() {
    let text = """
      Il ministro ha detto martedì che il ponte sul fiume non sarà aperto prima della fine dell'anno, perché gran \
      parte del denaro che era stato messo da parte è stato speso per altre strade.
      """
    #expect(detector.language(of: text, declared: nil) == nil)
    #expect(detector.language(of: text, declared: "en") == nil)
  }

  @Test func believesThePageWhereTheTextIsTooShort() {
    #expect(detector.language(of: "Bridge opens", declared: "en-GB") == "en")
    #expect(detector.language(of: "Brücke offen", declared: "de") == nil)
  }
}
