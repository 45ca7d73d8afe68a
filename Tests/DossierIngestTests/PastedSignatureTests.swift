import DossierIngest
import DossierModel
import Testing

/// Who wrote a text, when and under which headline, where the lines of its head do not say it in the usual words.
@Suite struct PastedSignatureTests {
  @Test func theDayOfAnotherArticleIsNotThePages() throws {
    let foot = "More on this story\nHarbour master defends the closing of the pier\nPublished 2 March 2018"
    #expect(try harbourPage("Published\n5 March 2018", foot).publishedDay == "2018-03-05")
    #expect(try harbourPage("5 March 2018", foot).publishedDay == "2018-03-05")
    #expect(try harbourPage("By Ida Thornquist", foot).publishedDay == "2018-03-02")
  }

  @Test func theDayMayStandBelowTheWordsThatSayWhatItIs() throws {
    let page = try harbourPage("Published\n5 March 2018\nLast updated\n6 March 2018")
    #expect(page.publishedDay == "2018-03-05")
    #expect(page.metadata.updated?.value.description == "2018-03-06")
  }

  @Test func aRowOfSectionsWithoutMarksIsNoTitle() throws {
    let page = try article(
      """
      COAST DAILY
      Monday, 5 March 2018 | Aldmouth 6°C
      Home  Livonia  Business  Sports  Opinion  Multimedia
      Home / Business / Economy

      Barge closes the harbour of Aldmouth for days
      Mon 5 Mar 2018

      \(harbourText)
      """)
    #expect(page.metadata.title == "Barge closes the harbour of Aldmouth for days")
    #expect(page.marked.count == 2 && page.publishedDay == "2018-03-05")
  }

  @Test func anAuthorStandsBeforeTheDayAndTheDeckBelow() throws {
    let deck =
      "Port chief Brandt, a man of the sea for thirty years, asks divers to look; cost remains secret"
    let page = try harbourPage("Ida Thornquist , Monday 5 Mar 2018\n\n" + deck)
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.publishedDay == "2018-03-05")
    #expect(page.metadata.deck == deck)
  }

  @Test func aHeadlineInCapitalsMayNameSeveralSections() throws {
    let title = "Business Leaders Ask Whether Climate And Health Ministers Agree On Sport"
    #expect(try article("5 March 2018\n\n" + title + "\n\n" + harbourText).metadata.title == title)
  }

  @Test func aPlaceBeforeItsDayIsNoAuthor() throws {
    #expect(try harbourPage("Port Ansel, Monday 5 March 2018").metadata.bylines == [])
  }

  @Test func aQuestionBetweenDeckAndAuthorLeadsElsewhere() throws {
    let page = try harbourPage(
      """
      Port authority says that the ferries will sail from the southern quay

      Barge in the harbour: what is happening?

      Ida Thornquist in Aldmouth and Per Lund in Oxhaven
      Mon 5 Mar 2018 18.12 GMT
      """)
    #expect(page.metadata.bylines == ["Ida Thornquist", "Per Lund"] && page.marked.count == 2)
    #expect(page.removedFor(.relatedLink) == ["Barge in the harbour: what is happening?"])
  }

  @Test func aQuestionThatBeginsTheTextIsText() throws {
    let page = try harbourPage(
      "Port authority says that the ferries will sail from the southern quay\n\nMarch 5, 2018\n\nWho is to pay for the pier?"
    )
    #expect(page.marked.count == 3)
  }
}
