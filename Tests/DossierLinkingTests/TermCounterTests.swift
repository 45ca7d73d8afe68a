import DossierModel
import DossierSource
import Testing

@testable import DossierLinking

@Suite struct TermCounterTests {
  private let terms = [
    Term(name: "rebel", group: "", forms: ["rebel", "rebels"], language: nil),
    Term(name: "war", group: "", forms: ["war"], language: "en"),
    Term(name: "civil war", group: "", forms: ["civil war"], language: "en"),
    Term(name: "terror", group: "", forms: ["terror*"], language: nil),
    Term(name: "Krieg", group: "", forms: ["war"], language: "de"),
  ]

  private func uses(_ marked: String, title: String? = nil) -> [TermUse] {
    let corpus = MarkedCorpus([marked])
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    return TermCounter(terms: terms, quotationMarks: ["“”", "‘’", "\"\"", "''"]).uses(in: dossier.articles)
  }

  private func counts(_ marked: String) -> [String: Int] {
    Dictionary(grouping: uses(marked), by: { terms[$0.term].name }).mapValues(\.count)
  }

  @Test func countsWholeWordsInAnyCaseAndBesideHyphens() {
    #expect(counts("Rebels held the “rebel-held” town; rebellion is another word.") == ["rebel": 2])
  }

  @Test func takesTheLongerOfTwoTermsThatBeginTogetherAndCountsNoWordTwice() {
    #expect(counts("The civil war was a war.") == ["civil war": 1, "war": 1])
  }

  @Test func aStemStandsForAllWordsThatBeginSo() {
    #expect(counts("Terrorists and terrorism, but no interrogation.") == ["terror": 2])
  }

  @Test func countsATermInArticlesOfItsLanguageOnly() {
    #expect(counts("A war.")["Krieg"] == nil)
  }

  @Test func tellsWhatStandsInQuotationMarks() {
    let found = uses("The rebels said \"[no rebel will leave|quote -]\", but rebels left.")
    #expect(found.map(\.isQuoted) == [false, true, false])
  }

  @Test func headlinesHaveTheirQuotedWordsFoundByTheirMarks() {
    let marks = QuotedWords(pairs: ["“”", "‘’", "''"])
    let title = "Mayor calls ‘rebels’ the town's 'last hope' as they don’t leave"
    #expect(marks.ranges(in: title).map { String(title[$0]) } == ["rebels", "last hope"])
  }
}
