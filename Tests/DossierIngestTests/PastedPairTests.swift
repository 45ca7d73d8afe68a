import DossierIngest
import DossierModel
import Testing

/// Pictures whose words stand on several lines.
@Suite struct PastedPairTests {
  private let caption = "The barge Marta is towed out of the harbour on Monday."

  private func figures(_ page: Article) -> [String] {
    page.images.map { "\($0.caption ?? "") / \($0.credit ?? "")" }
  }

  @Test func aCaptionAndItsCreditThatComeAgainBelowButtonsAreOnePicture() throws {
    let pair = "\(caption)\nAldmouth Port Authority"
    let page = try harbourPage(
      "5 March 2018\n\nIda Thornquist\n\n\(pair)\nhide caption\ntoggle caption\n\(pair)")
    #expect(figures(page) == [caption + " / Aldmouth Port Authority"] && page.marked.count == 2)
  }

  @Test func aSentenceWithALineBelowItThatDoesNotComeAgainIsText() throws {
    let page = try harbourPage("5 March 2018\n\nIda Thornquist\n\n\(caption)\nhide caption\ntoggle caption")
    #expect(!figures(page).contains(caption + " / Ida Thornquist"))
  }

  @Test func whatAPictureShowsAboveItsCreditIsNoDeck() throws {
    let page = try harbourPage(
      "Published\n5 March 2018\n\nShare\n\nAerial view of the barge across the mouth of the harbour\n"
        + "IMAGE SOURCE, COAST MAPS\nImage caption,\nThe bow of the barge stands on the northern pier")
    #expect(page.metadata.deck == nil && page.marked.count == 2)
    #expect(
      try harbourPage("Ferries are to sail from the southern quay\n\n5 March 2018").metadata.deck
        == "Ferries are to sail from the southern quay")
  }

  @Test func twoLinesOnOnePictureAmidTheTextAreItsDescriptionAndCaption() throws {
    let third =
      "The council is to meet on Friday, and the ferries will sail from the southern quay until then."
    let page = try harbourPage(
      "By Per Lund\n5 March 2018",
      "Ida Thornquist with a picture of her barge in front of the pier\n"
        + "Ida Thornquist lost her barge in the storm\nImage: Per Roe/Coast Press\n\n" + third)
    let figure = try #require(figures(page).first)
    #expect(figure.hasPrefix("Ida Thornquist lost her barge in the storm /"))
    #expect(figure.hasSuffix("Per Roe/Coast Press") && page.marked.count == 3)
  }

  @Test func aFilmBelowTheHeadlineHasItsDeckAbove() throws {
    let deck = "Hundreds came to the pier to ask who is to blame. The council has promised money, on terms."
    let page = try harbourPage("\(deck)\n\nWatch video 01:58\nAldmouth: A year of waiting")
    #expect(page.metadata.deck == deck && page.marked.count == 2)
  }

  @Test func howLongAFilmPlaysBelowItsNameIsThePages() throws {
    let third =
      "The council is to meet on Friday, and the ferries will sail from the southern quay until then."
    let page = try harbourPage(
      "By Per Lund\n5 March 2018",
      "WATCH | Why the pier broke:\nDuration 2:17\n\nNo prize for Oxhaven\n\n" + third)
    #expect(!page.text.contains("2:17") && page.marked.contains("# No prize for Oxhaven"))
  }
}
