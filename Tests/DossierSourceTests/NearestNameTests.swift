import Testing

@testable import DossierSource

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("smae", "same"), ("sam", "same"), ("samme", "same"), ("hode", "hide"), ("pubilshed", "published"),
    ("person-jane-deo", "person-jane-doe"),
  ])
  func findsWhatWasProbablyMeant(written: String, meant: String) {
    let known = ["hide", "published", "person-jane-doe", "same", "person-john-roe", "split"]
    #expect(NearestName.name(to: written, among: known) == meant)
    #expect(NearestName.name(to: written, among: known.reversed()) == meant)
  }

  @Test func ofNamesEquallyNearTheFirstIsTakenInAnyOrder() {
    let known = ["bat", "cat", "rat"]
    #expect(NearestName.name(to: "hat", among: known) == "bat")
    #expect(NearestName.name(to: "hat", among: known.reversed()) == "bat")
  }

  @Test func whatIsFarFromAllIsNearNone() {
    #expect(NearestName.name(to: "unrelated", among: ["same", "hide", "published"]) == nil)
    #expect(NearestName.name(to: "abcdef", among: ["fedcba"]) == nil)
    #expect(NearestName.name(to: "", among: ["same"]) == nil)
  }
}
