import DossierAnalysis
import DossierLanguages
import DossierMarkdown
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@Suite struct TimedNamesTests {
  /// Marked stretches are the names of bodies and the times wanted.
  private func check(_ marked: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let marks = MarkedText(marked)
    let article = Article(
      id: ArticleID("a"), source: SourcePath("a.txt"), fingerprint: Fingerprint(of: marks.text),
      metadata: ArticleMetadata(title: "A"), body: MarkdownDocument(marks.text))
    let annotated = Analyzer(languages: [.english]).annotate(article)
    let bytes = Array(marks.text.utf8)
    func told(_ range: TextRange, _ label: String) -> String {
      "\(String(decoding: bytes[range.range], as: UTF8.self)) – \(label)"
    }
    let bodies = annotated.mentions.filter { $0.kind == .organization }.map { told($0.range, "body") }
    let times = annotated.times.map { told($0.range, "time") }
    let wanted = marks.stretches.map { told($0.range, $0.label) }.sorted()
    #expect((bodies + times).sorted() == wanted, sourceLocation: sourceLocation)
  }

  @Test func aTimeThatANameBeginsWithIsPartOfIt() {
    check(
      "They work for [21st Century Fox|body] and its sibling [News Corp.|body], and have since [March|time].")
    check("In its attempt, the [Daily News|body] focuses on how many people left in [March|time].")
  }

  @Test func aTimeBesideANameStaysOne() {
    check("They left the [United Nations|body] on [Monday|time] without a word and went home again.")
  }
}
