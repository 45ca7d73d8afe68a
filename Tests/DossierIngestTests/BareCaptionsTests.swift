import DossierModel
import Testing

/// Captions that stand among the paragraphs of a text without a mark.
@Suite struct BareCaptionsTests {
  private let marked =
    "The harbour master Olaf Brandt (left) was seen at the northern pier with the owner of the barge (right) on Monday"
  private let other =
    "Fishermen of the islands wait in the rain for the ferries to sail from the southern quay again"

  /// The report with paragraphs between its sentences, as pasted text and as Markdown behind front matter.
  private func pages(_ paragraphs: String...) throws -> [Article] {
    let text =
      harbourText + "\n\n" + paragraphs.joined(separator: "\n\n")
      + "\n\nThe ferries will sail on Friday, the port said.\n\nThe divers have gone home to Oxhaven."
    return [
      try article("Barge closes the harbour of Aldmouth for days\n\n" + text),
      try article("---\ntitle: Barge closes the harbour\ndate: 2018-03-05\n---\n" + text, as: "a.md"),
    ]
  }

  @Test func wordsThatSayWhereSomebodyIsToBeSeenAreACaption() throws {
    for caption in [
      marked, "The harbour master (pictured) has called the divers from Oxhaven to the northern pier",
      "Olaf Brandt, pictured with his dog, has been the harbour master of Aldmouth for years",
      "Pictured: Fishermen of the islands wait in the rain for the ferries to sail again",
    ] {
      for page in try pages(caption) {
        #expect(page.marked.count == 4)
        #expect(
          page.images.compactMap(\.caption).allSatisfy { caption.hasSuffix($0) } && page.images.count == 1)
      }
    }
  }

  @Test func onAPageThatHasSuchCaptionsOthersLackTheirFullStopToo() throws {
    for page in try pages(other, marked) {
      #expect(page.marked.count == 4 && page.images.map(\.caption) == [other, marked])
    }
  }

  /// What is left of a paragraph without its full stop in pasted text is for others to tell.
  @Test func onePlaceInAPictureTellsNothingOfTheOthers() throws {
    let one = "The harbour master Olaf Brandt (left) was seen at the northern pier on Monday"
    let pages = try pages(other, one)
    #expect(pages.allSatisfy { $0.images.map(\.caption) == [one] } && pages[1].marked.contains(other))
  }

  @Test func otherMattersInBracketsAreNoPlacesInAPicture() throws {
    for sentences in [
      [
        "The Social Democrats (centre) won 34 of the seats in the council of the town",
        "The Social Democrats (left) won 34 of the seats and the Harbour Party (right) won none",
        "The Liberals lost all of the seats that they had held in the council of the town",
      ],
      [
        other, "The crews were to be seen once more at the pier in the video (below)",
        "They were told to report the loss, file a complaint and wait for the harbour master",
      ],
    ] {
      let pages = try pages(sentences[0], sentences[1], sentences[2])
      #expect(pages.allSatisfy(\.images.isEmpty) && sentences.allSatisfy(pages[1].marked.contains))
    }
  }

  @Test func sentencesWithSuchWordsAreText() throws {
    for sentence in [
      "The harbour master (left) told the owner that he would have to pay for the pier and for the divers.",
      "\"The barge was left (right there) at the pier for the whole of the night and nobody came\"",
    ] {
      for page in try pages(sentence) { #expect(page.marked.contains(sentence) && page.images.isEmpty) }
    }
  }

  @Test func aParagraphWithoutItsFullStopIsNoCaptionByItself() throws {
    for page in try pages(other) { #expect(page.images.isEmpty) }
  }
}
