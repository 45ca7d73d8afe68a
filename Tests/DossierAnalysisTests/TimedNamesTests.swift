import DossierAnalysis
import DossierLanguages
import DossierMarkdown
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@Suite struct TimedNamesTests {
  /// Marked stretches are the names of bodies and persons, and the times wanted.
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
    let persons = annotated.mentions.filter { $0.kind == .person }.map { told($0.range, "person") }
    let times = annotated.times.map { told($0.range, "time") }
    let wanted = marks.stretches.map { told($0.range, $0.label) }.sorted()
    #expect((bodies + persons + times).sorted() == wanted, sourceLocation: sourceLocation)
  }

  @Test func aTimeThatANameBeginsWithIsPartOfIt() {
    check(
      "They work for [21st Century Fox|body] and its sibling [News Corp.|body], and have since [March|time].")
    check("In its attempt, the [Daily News|body] focuses on how many people left in [March|time].")
  }

  @Test func aFamilyNameThatIsAMonthIsOneOnlyWhereNothingMakesItATime() {
    check(
      "[Nora May|person] wrote to the port in [May|time]. The plan that [May|person] had drawn up was lost, said a tired [May|person] at the pier. Mrs [May|person] went home on [May 3|time]."
    )
    check("The port was closed in [May|time], and Ms [May|person] said nothing of it.")
    check("The port was closed from [May|time], and opened again in [June|time].")
  }

  @Test func aGivenNameInCapitalsOpensATextWithTheWholeName() {
    check("[ANNA Keller|person] will fight for the port with all that she has.")
  }

  @Test func aTimeBesideANameStaysOne() {
    check("They left the [United Nations|body] on [Monday|time] without a word and went home again.")
  }

  @Test func aMonthBehindAWordThatATimeStandsBehindIsNoGivenName() {
    check("The port was closed. In [May|time] [Berg|person] left it to the town.")
  }
}
