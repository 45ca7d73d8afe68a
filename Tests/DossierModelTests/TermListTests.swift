import DossierModel
import Testing

@Suite struct TermListTests {
  private let list = TermList(
    """
    # remarks are passed over
    [Those who fight]
    rebel | rebel; Rebels   # all its forms
    [Those who rule]
    Regime
    war |
     | nothing
    """, language: nil)

  @Test func readsTermsUnderTheirHeadingsWithTheirForms() {
    #expect(list.terms.map(\.name) == ["rebel", "Regime"])
    #expect(list.terms.map(\.group) == ["Those who fight", "Those who rule"])
    #expect(list.terms.map(\.forms) == [["rebel", "rebels"], ["regime"]])
  }

  @Test func tellsLinesThatNameNothing() { #expect(list.badLines == [7]) }

  @Test func addsToAnotherListAndTakesWordsOutOfIt() {
    let others = ["war", "rebel", "junta"].map { Term(name: $0, group: "", forms: [$0], language: "en") }
    #expect(list.added(to: others).map(\.name) == ["junta", "rebel", "Regime"])
  }
}
