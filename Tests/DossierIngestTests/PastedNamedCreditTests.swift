import DossierIngest
import DossierModel
import Testing

/// Captions whose credit is told by a person's name at their end.
@Suite struct PastedNamedCreditTests {
  private let caption = "Divers look at the northern pier of Aldmouth"

  /// Checks the one caption of a page with lines between its author and its text, or that it has none.
  private func check(
    _ lines: String, caption: String?, credit: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try harbourPage("By Ida Thornquist\n5 March 2018\n\n" + lines)
    let images = caption.map { [ImageCaption(caption: $0, credit: credit)] } ?? []
    #expect(page.images.filter { $0.caption != nil } == images, sourceLocation: sourceLocation)
    #expect(page.metadata.deck == nil || caption == nil, sourceLocation: sourceLocation)
    #expect(page.marked.count == 2 || caption == nil, sourceLocation: sourceLocation)
  }

  @Test func aPersonsNameInBracketsBehindASentenceIsItsCredit() throws {
    try check("\(caption). (Per Lund)", caption: "\(caption).", credit: "Per Lund")
    try check("\(caption). (Low Water)", caption: nil)
  }

  @Test func aNameInBracketsBelowTheTextSignsIt() throws {
    let page = try harbourPage(
      "5 March 2018", "The ferries are to sail from the southern quay on Tuesday. (Per Lund)")
    #expect(page.images.isEmpty && page.marked.count == 3)
  }

  @Test func capitalsBehindASentenceAreItsCredit() throws {
    try check("\(caption). PER LUND CPV", caption: "\(caption).", credit: "PER LUND CPV")
    try check("\(caption). Per Lund is one of them.", caption: nil)
  }

  @Test func aPersonsNameBehindAStrokeIsTheCreditAmidTheTextToo() throws {
    let page = try article(
      "Barge closes the harbour of Aldmouth for days\n\nBy Ida Thornquist\n5 March 2018\n\n"
        + harbourText.replacing("\n\n", with: "\n\n\(caption) / Per Lund\n\n"))
    #expect(page.images == [ImageCaption(caption: caption, credit: "Per Lund")])
    #expect(page.marked.count == 2)
  }

  @Test func twoThingsWithAStrokeBetweenAreNoCredit() throws {
    try check("Aldmouth Harbour Ferries Today / Per Lund", caption: nil)
    try check("\(caption) / the southern quay", caption: nil)
  }

  @Test func anAgencyAndWhoTookThePictureEndWordsWithoutAFullStop() throws {
    try check("\(caption) REUTERS/Per Lund", caption: caption, credit: "REUTERS/Per Lund")
    try check(
      "\(caption) REUTERS/Per Lund\nCopyright  REUTERS/Per Lund", caption: caption, credit: "REUTERS/Per Lund"
    )
    try check("\(caption) Harbour/Per Lund", caption: nil)
  }

  @Test func whatAPictureIsCalledStandsBeforeTheBracketsOfItsCredit() throws {
    try check(
      "Hafen Aldmouth Taucher (picture-alliance/AP Photo/P. Lund)",
      caption: "Hafen Aldmouth Taucher", credit: "picture-alliance/AP Photo/P. Lund")
    let page = try harbourPage("5 March 2018\n\nPer Lund Berg (AFP/Getty Images)")
    #expect(page.images == [ImageCaption(caption: nil, credit: "Per Lund Berg (AFP/Getty Images)")])
  }

  @Test func aPapersOwnPhotographerIsNamedBehindTheLabel() throws {
    try check(
      "\(caption). (Ledger photo by Per Lund)", caption: "\(caption).", credit: "Ledger photo by Per Lund")
  }

  @Test func theLabelOfACreditMayStickToTheLastWord() throws {
    try check("1\n\(caption)Credit: Alamy", caption: caption, credit: "Alamy")
  }

  @Test func whoTookAPictureStandsBelowItBeforeTheOwner() throws {
    try check(
      "\(caption).\nPer Lund/Harbour Pictures", caption: "\(caption).", credit: "Per Lund/Harbour Pictures")
    try check("\(caption).\nOxhaven/Port Ansel", caption: nil)
  }
}
