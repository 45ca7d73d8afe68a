import DossierModel
import DossierSource
import Testing

@testable import DossierLinking

@Suite struct WordDifferenceTests {
  /// The edits between two quotations, each as what was there and what is there now.
  private func edits(_ first: String, _ second: String) -> [String] {
    let dossier = check(
      "[Ann Lee|person 1]: \"[\(first)|quote 1]\"", "[Ann Lee|person 1]: \"[\(second)|quote 1]\"")
    let texts = dossier.articles.map(\.article.text)
    return dossier.quoteFamilies[0].variants[1].edits.map {
      "\($0.kind.rawValue): \(texts[0][$0.before]) > \(texts[1][$0.after])"
    }
  }

  @Test func marksTheWordsThatDifferAndNoOthers() {
    #expect(
      edits(
        "the harbour will be open to all our ships by the end of May",
        "the harbor will be opened to all our ships by the end of this May")
        == ["spelling: harbour > harbor", "wording: open > opened", "wording:  > this"])
  }

  @Test func anApostropheOfAnotherShapeIsPunctuation() {
    let dossier = check(
      "[Ann Lee|person 1]: \"[the town's harbour will be open to all ships|quote 1]\"",
      "[Ann Lee|person 1]: \"[the town’s harbour will be open to all ships|quote 1]\"")
    #expect(dossier.quoteFamilies[0].variants[1].difference == .punctuation)
  }

  @Test func manySmallDifferencesAreAnotherTranslation() {
    let dossier = check(
      "[Ann Lee|person 1]: \"[With our friends in the north we mean to mend the harbour even more|quote 1]\"",
      "[Ann Lee|person 1]: \"[Together with our friends in the north we mean to further mend the harbour|quote 1]\""
    )
    #expect(dossier.quoteFamilies[0].variants[1].difference == .translation)
  }

  @Test func wordsLeftOutAtAnEllipsisAreACut() {
    let dossier = check(
      "[Ann Lee|person 1]: \"[we shall mend the old harbour of this town before the winter comes|quote 1]\"",
      "[Ann Lee|person 1]: \"[we shall mend the old harbour … before the winter comes|quote 1]\"")
    #expect(dossier.quoteFamilies[0].variants[1].difference == .cut)
  }

  @Test func aWordLeftOutWithoutAnEllipsisIsAnotherWording() {
    let dossier = check(
      "[Ann Lee|person 1]: \"[we shall not mend the old harbour of this town before the winter|quote 1]\"",
      "[Ann Lee|person 1]: \"[we shall mend the old harbour of this town before the winter|quote 1]\"")
    #expect(dossier.quoteFamilies[0].variants[1].difference == .wording)
  }
}
