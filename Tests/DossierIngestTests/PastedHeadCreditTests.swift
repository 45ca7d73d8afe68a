import DossierModel
import Testing

/// Pictures above the text whose credit no list knows, authors with what stands beside their names, and whose a page is.
@Suite struct PastedHeadCreditTests {
  private let caption = "The northern pier of Aldmouth lies in ruins on Monday."

  @Test(arguments: [
    " (LP/Ida Thornquist)", " (Ida Thornquist for The Ledger)", " Anna Thornquist", "IDA THORNQUIST",
    " — Ledger Press", " Photo by Ida Thornquist", " PHOTO | IDA THORNQUIST | LEDGER GROUP",
    " IDA THORNQUIST / AFP",
  ])
  func aNameBehindWhatAPictureShowsAboveTheTextIsItsCredit(tail: String) throws {
    let page = try harbourPage("5 March 2018\n\n" + caption + tail)
    #expect(page.images.map(\.caption) == [caption] && page.metadata.deck == nil)
    #expect(page.marked.count == 2)
    #expect(
      page.images.first?.credit?.lowercased().contains("ledger") ?? false
        || page.images.first?.credit?.lowercased().contains("thornquist") ?? false)
  }

  @Test(arguments: [
    "The pier is gone, and nobody knows who pays for it (or when)",
    "\"The pier is gone.\" — Ida Thornquist", "Pier gone. Ferries moved. Talks in Oxhaven go on",
  ])
  func aDeckIsNoCaption(deck: String) throws {
    #expect(try harbourPage(deck + "\n\n5 March 2018").images.isEmpty)
  }

  @Test func aSourceOnTopOfWordsAmidTheTextIsAPictures() throws {
    let shown = "Two of the four cranes on the northern pier"
    let text = harbourText.replacing("\n\n", with: "\n\nSource: © Harbour Board\n" + shown + "\n\n")
    let page = try article("Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + text)
    #expect(page.images == [ImageCaption(caption: shown, credit: "Harbour Board")])
    #expect(page.marked.count == 2)
  }

  @Test func aHeadingBelowASourceIsText() throws {
    let text = harbourText.replacing("\n\n", with: "\n\nSource: Harbour Board\n\nWho pays for the pier\n\n")
    let page = try article("Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + text)
    #expect(page.images.allSatisfy { $0.caption == nil })
    #expect(page.marked.contains("# Who pays for the pier"))
  }

  @Test func theSameWordsRoundACreditAreOneCaption() throws {
    let page = try harbourPage(caption + "\n© Ida Thornquist\n" + caption + "\n5 March 2018")
    #expect(page.images == [ImageCaption(caption: caption, credit: "Ida Thornquist")])
    #expect(page.marked.count == 2)
  }

  @Test func aCaptionBehindTheNumberOfItsPictureIsNoSecondOne() throws {
    let credited = caption + " (Ida Thornquist / AFP)"
    let page = try harbourPage("5 March 2018\n\n" + credited + "\n1 of 4 | " + credited)
    #expect(page.images.map(\.caption) == [caption])
  }

  @Test func whereAnAuthorWasStandsInBrackets() throws {
    for line in [
      "By Ida Thornquist (Oxhaven, Livonia, special correspondent)", "By Ida Thornquist (Reporter)",
    ] {
      #expect(try harbourPage(line + "\n5 March 2018").metadata.bylines == ["Ida Thornquist"])
    }
    let page = try harbourPage("By Ida Thornquist (with AFP)\n5 March 2018")
    #expect(page.metadata.credits.contains("AFP"))
  }

  @Test func anAuthorMayStandBeforeTheLabelOfTheDay() throws {
    let page = try harbourPage("Anna Thornquist Published March 5, 2018 Updated March 6, 2018 09:55am")
    #expect(page.metadata.bylines == ["Anna Thornquist"] && page.publishedDay == "2018-03-05")
    #expect(try harbourPage("Aldmouth Published March 5, 2018").metadata.bylines.isEmpty)
  }

  @Test func aZoneTellsThatTheMonthStandsFirst() throws {
    let page = try harbourPage("BY IDA THORNQUIST - 03/05/18 11:42 AM ET")
    #expect(page.publishedDay == "2018-03-05" && page.metadata.bylines == ["IDA THORNQUIST"])
    #expect(try harbourPage("BY IDA THORNQUIST - 06/05/18 11:42 GMT").publishedDay == nil)
  }

  @Test func aSectionBehindTheDayAboveTheTitleIsNoVisits() throws {
    let title = "Barge closes the harbour of Aldmouth for days\n\n"
    for line in ["Mar 5, 2018 - Technology", "March 5, 2018 12:01AM EDT | News Release"] {
      #expect(try article(line + "\n\n" + title + harbourText).publishedDay == "2018-03-05")
    }
    #expect(try article("Monday, March 5, 2018 - News\n\n" + title + harbourText).publishedDay == nil)
  }

  @Test func aRowOfSectionsIsNoListOfAuthors() throws {
    let page = try harbourPage("NORTH COAST | POLITICS | SOUTH COAST\n5 March 2018")
    #expect(page.metadata.bylines.isEmpty)
  }

  @Test func aHeadlineInCapitalsMayEndAsSentencesDo() throws {
    let title = "The Port Sued Its Dockers. It Called Them “Guests.”"
    let page = try article(
      "HARBOURS\n\nGet the Big Picture\n\n" + title + "\n\n5 March 2018\n\n" + harbourText)
    #expect(page.metadata.title == title)
  }

  @Test func aRowOfSectionsIsNoOutlet() throws {
    let page = try article(
      "WharfDay\nPremium  News  Insight  Fleets  Events\n\nBarge closes the harbour of Aldmouth for days\n\n"
        + "5 March 2018\n\n" + harbourText)
    #expect(page.metadata.outlet == "WharfDay")
  }

  @Test func aWordBeforeAnOutletIsNoPartOfItsName() throws {
    let page = try article(
      "Support The Guardian\nOpen to everyone, paid by readers\n\nNews Opinion Sport Culture\n\n"
        + "Barge closes the harbour of Aldmouth for days\n\nIda Thornquist\n5 March 2018\n\n" + harbourText)
    #expect(page.metadata.outlet == "The Guardian")
  }

  @Test func aMagazineAboveItsSectionsIsNotTheSocietyThatOwnsIt() throws {
    func page(_ name: String) throws -> Article {
      try article(
        name + "\nNews  Research  Opinion  Features\n\nBarge closes the harbour of Aldmouth for days\n\n"
          + "5 March 2018\n\n" + harbourText + "\n\n© Royal Society of Harbours")
    }
    #expect(try page("Harbours World").metadata.outlet == "Harbours World")
    #expect(try page("Coastal Life").metadata.outlet == "Royal Society of Harbours")
  }
}
