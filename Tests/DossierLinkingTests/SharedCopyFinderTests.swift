import DossierModel
import Testing

@Suite struct SharedCopyFinderTests {
  private let copy = "the ferry had lain in the old dock for three weeks before the crew came back to her"

  @Test func findsLongRunsOfWordsThatTwoArticlesShare() {
    let dossier = check(
      "On Monday \(copy), it was said.", "Nobody knew that \(copy) at last.", "Nothing of it is here.")
    #expect(dossier.sharedCopies.map(\.wordCount) == [18])
    let text = dossier.articles[1].article.text
    #expect(dossier.sharedCopies.first.map { String(text[$0.second.range]) } == copy)
  }

  @Test func leavesOutWhatIsQuotedInOneOfThem() {
    let dossier = check("[Ann Lee|person 1] said \"[\(copy)|quote 1]\".", "Nobody knew that \(copy) at last.")
    #expect(dossier.sharedCopies.isEmpty)
  }

  @Test func takesAPhraseThatManyPrintForNoCopy() {
    let dossier = check(
      "On Monday \(copy), it was said.", "Nobody knew that \(copy) at last.", "And so \(copy).",
      "Then \(copy).",
      "So \(copy).", "But \(copy).", "Yet \(copy).", "For \(copy).", "Still \(copy).", "Again \(copy).",
      "Here \(copy).", "There \(copy).", "Once \(copy).")
    #expect(dossier.sharedCopies.isEmpty)
  }
}
