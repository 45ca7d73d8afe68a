import DossierIngest
import DossierModel
import Testing

/// Where the text of a whole page ends: what is below is told by what it looks like, not by its words.
@Suite struct PastedPageFootTests {
  /// Teasers, each with its section, a headline and a sentence, as pages have them below a text.
  private let teasers = """
    Around the bay

    Why gardeners paint their sheds in stripes

    Some thought that the sheds looked odd, but fewer flies come near them now.

    3 hours ago

    Hens move into the old cinema

    The last film was shown there when nobody had a telephone at home.

    5 hours ago

    Cook wins a prize for soup

    A jury of nine tasted it twice before any of them said a word.

    7 hours ago

    About us
    Careers
    Privacy policy
    """

  private let more =
    "The pilots of Aldmouth said on Tuesday that Brandt had warned them of the current, and that the barge was late. They asked the council of Aldmouth for a second tug before the autumn comes."

  /// Checks how many paragraphs the harbour's text of two has with something below it.
  private func check(
    _ foot: String, paragraphs: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try harbourPage("By Ida Thornquist\n5 March 2018", foot)
    #expect(page.marked.count == paragraphs, "\(page.marked)", sourceLocation: sourceLocation)
  }

  @Test func teasersWithASentenceEachAreNoText() throws {
    try check(more + "\n\n" + teasers, paragraphs: 3)
  }

  @Test func aTextGoesOnBelowABoxOfTeasers() throws {
    let last =
      "Brandt told the council on Friday that a tug costs more than the pier of Aldmouth, and that both are old."
    let page = try harbourPage("5 March 2018", more + "\n\n" + teasers + "\n\n" + more + "\n\n" + last)
    #expect(page.marked.last == last)
  }

  @Test func fewLinesBelowATextThatNothingShowsToBeThePagesStay() throws {
    try check(more + "\n\nThe pier\n\nNobody knows who is to pay for it.", paragraphs: 5)
  }

  @Test(arguments: ["3 responses to “Barge closes the harbour of Aldmouth for days”", "Top Rated Comments"])
  func whatReadersWriteBelowTheirLabelIsNoText(label: String) throws {
    let comments = ["annpoe says:", "tomroe says:", "perlund says:"].map {
      "\($0)\nMarch 6, 2018 at 7:14 am\n\nI saw the barge of \($0) from my window in Aldmouth, and it was late.\n\nThe tug that \($0) the pilots ask Brandt for was there as well."
    }
    try check(more + "\n\n" + label + "\n" + comments.joined(separator: "\n\n"), paragraphs: 3)
  }

  @Test func rowsWithNumbersBelowAColonAreTextWhereverItEnds() throws {
    let rows =
      "\n\nThe ferry calls at these ports:\nJune 9: Oxhaven, pier 3\nJune 11: Lund, pier 12\nJune 14: Aldmouth, pier 1"
    try check(more + rows, paragraphs: 7)
    try check(more + rows + "\n\n" + teasers, paragraphs: 7)
  }

  @Test func headlinesThatAreCountedAreNoText() throws {
    try check(
      more
        + "\n\nWhat our friends look at:\n1 Hens move into the old cinema\n2 Cook wins a prize for soup\n3 Sheds in stripes",
      paragraphs: 3)
  }
}
