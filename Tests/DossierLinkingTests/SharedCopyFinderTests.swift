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

  @Test func aPhraseOfTheTradeAndAFewWordsBesideItAreNoCopy() {
    let phrase = "the matter is before the courts and nobody would say more of it"
    let others = (1...13).map { "In case \($0) \(phrase)." }
    let dossier = check(
      "Boats left port at dawn; \(phrase).", "Yet boats left port at dawn; \(phrase).", others: others)
    #expect(dossier.sharedCopies.isEmpty)
  }

  @Test func aStoryThatManyPrintIsACopyHoweverMany() {
    let story = [copy, "and all of them were paid", copy, "until the owner had sold", copy].joined(
      separator: " ")
    let dossier = check("One: \(story).", others: (2...14).map { "And \($0) say \(story)." })
    let told = Set(dossier.sharedCopies.flatMap { [$0.first.article, $0.second.article] })
    #expect(told.count == 14 && dossier.sharedCopies.allSatisfy { $0.wordCount > 40 })
  }
}
