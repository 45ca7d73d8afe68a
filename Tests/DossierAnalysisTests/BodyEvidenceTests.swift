import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

/// Names that the words beside them show to be those of bodies, in whole articles.
@Suite struct BodyEvidenceTests {
  private static let recognizer = EntityRecognizer(tables: LanguagePack.english.names)
  private static let splitter = SentenceSplitter(tables: LanguagePack.english.sentences)

  /// The kinds that mentions of a name have.
  private func kinds(of name: String, in text: String) -> Set<EntityKind> {
    let range = TextRange(0, text.utf8.count)
    let split = Self.splitter.split(text, blocks: [.init(kind: .paragraph, range: range)])
    return Set(
      Self.recognizer.mentions(in: split).filter { split.string($0.range) == name }.map(\.kind))
  }

  @Test(arguments: [
    "Brandel AG filed for protection on Monday. A day later Brandel met lenders, and Brandel owes much.",
    "Brandel said nothing on Monday. Shares in Brandel fell. Brandel owes much.",
    "Brandel said nothing on Monday. Brandel's supervisory board met, and Brandel's shareholders came.",
    "Brandel said nothing. The payments firm Brandel owes much. The northern payments firm Brandel met.",
    "The barge belongs to Brandel, the northern shipping company that met lenders on Monday, Brandel said.",
    "Brandel said nothing. Oda Brink, chief executive of Brandel, left. Brandel owes much.",
    "The plant belongs to its owner, Brandel, and nobody met Brandel on Monday.",
    "Brandel, which owes much, said nothing on Monday, Brandel said.",
  ])
  func wordsBesideItShowABody(text: String) {
    #expect(kinds(of: "Brandel", in: text) == [.organization])
  }

  @Test(arguments: [
    "Anna Brandel left on Monday. Brandel's shares were sold. Brandel said nothing.",
    "Mr Brandel left on Monday. Brandel's shares were sold. Brandel said nothing.",
    "Anna Brandel left. The firm Brandel founded was sold. Brandel said nothing.",
    "Anna Brandel came. The plant belongs to its owner, Brandel, and nobody met Brandel on Monday.",
    "Anna Brandel, the company said, left on Monday. Brandel said nothing.",
  ])
  func whoIsShownToBeAPersonStaysOne(text: String) {
    #expect(kinds(of: "Brandel", in: text) == [.person])
  }

  @Test func initialsInBracketsShowABody() {
    let text =
      "Bernhard Kohle Works (BKW) said nothing on Monday. Bernhard Kohle Works owes much to Anna Berg."
    #expect(kinds(of: "Bernhard Kohle Works", in: text) == [.organization])
    #expect(kinds(of: "BKW", in: text) == [.organization])
  }

  @Test func initialsInSmallLettersAreAShortForm() {
    let text = "It asked the European Grain and Markets Authority (Egma) for help. Nobody from Egma came."
    #expect(kinds(of: "Egma", in: text) == [.organization])
  }

  @Test(arguments: ["Mark Haupt left on Monday.", "Guy Verhof, the secretary general, left on Monday."])
  func aGivenNameThatIsAWordTooOpensASentence(text: String) {
    let name = text.split(separator: " ").prefix(2).joined(separator: " ").replacing(",", with: "")
    #expect(kinds(of: name, in: text) == [.person])
  }
}
