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

  @Test func theDayOfAFactBoxIsNotThePages() throws {
    let box = "The accident of Oxhaven\nDate\n4 August 1997\nPlace\nOxhaven"
    #expect(try harbourPage("5 March 2018", box).publishedDay == "2018-03-05")
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

  @Test(arguments: [
    "By political reporter Ida Thornquist", "By Oxhaven bureau chief Ida Thornquist and wires",
    "by Ida Thornquist  March 5, 2018  4 minutes read",
  ]) func whatSomebodyIsAndHowLongATextTakesAreNoPartOfTheName(line: String) throws {
    let page = try harbourPage(line)
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.deck == nil)
  }

  @Test func whatIsBehindAnOfficeInCapitalsIsNoName() throws {
    #expect(try harbourPage("By Ida Thornquist Reporter New Aldmouth").metadata.bylines != ["New Aldmouth"])
  }

  @Test func anAgencysWritersAreCreditedWhateverTheirSentenceEndsIn() throws {
    let page = try harbourPage(
      "By Ida Thornquist\nMarch 5, 2018",
      "Thornquist reported from Port Ansel, Livonia. Associated Press writers Per Lund in Oxhaven, Livonia, and Ann Poe in Lund contributed."
    )
    #expect(page.marked.count == 2 && page.metadata.credits == ["Per Lund", "Ann Poe"])
  }

  @Test func thatSomebodyContributedIsText() throws {
    #expect(
      try harbourPage("March 5, 2018", "The harbour master said that Ann Poe contributed.").marked.count == 3)
  }

  @Test func whereAnAuthorWroteIsNoText() throws {
    let foot = "——\n\nThornquist reported from Port Ansel."
    #expect(try harbourPage("By IDA THORNQUIST\nMarch 5, 2018", foot).marked.count == 2)
    #expect(try harbourPage("By PER LUND\nMarch 5, 2018", foot).marked.count == 3)
  }

  @Test func whoWroteABoxAmidTheTextIsNotItsAuthor() throws {
    let more = (1...3).map {
      "In the year \($0 + 1990) a barge struck the pier too, and lay below it for a week before divers came from Oxhaven."
    }
    let page = try harbourPage(
      "5 March 2018",
      more.joined(separator: "\n\n")
        + "\n\nAnalysis\nBy Per Lund, harbour correspondent\n\n"
        + more.map { $0 + " The owners paid." }.joined(separator: "\n\n"))
    #expect(page.metadata.bylines == [])
  }

  @Test func agenciesBesideAnAuthorAreCreditedAndNoAuthors() throws {
    for line in [
      "By Ida Thornquist | AP", "By Ida Thornquist (with AFP, dpa)", "By Ida Thornquist with AFP",
    ] {
      let page = try harbourPage(line + "\nMarch 5, 2018")
      #expect(page.metadata.bylines == ["Ida Thornquist"] && !page.metadata.credits.isEmpty)
    }
  }

  @Test func anAuthorBesideAnotherPersonIsNoHelper() throws {
    let page = try harbourPage("By Ida Thornquist with Per Lund\nMarch 5, 2018")
    #expect(page.metadata.bylines == ["Ida Thornquist", "Per Lund"])
  }

  @Test func aNameMayHaveTwoParticles() throws {
    for line in ["By Ida van der Lund", "Ida von der Thorn", "By Ida van den Berg on"] {
      let page = try harbourPage(line + (line.hasSuffix("on") ? " March 5, 2018" : "\nMarch 5, 2018"))
      #expect(page.metadata.bylines.map { $0.split(separator: " ").count } == [4])
      #expect(page.publishedDay == "2018-03-05")
    }
  }

  @Test func anAuthorMayStandBehindTheDay() throws {
    #expect(try harbourPage("March 5, 2018 – Ida Thornquist").metadata.bylines == ["Ida Thornquist"])
    #expect(try harbourPage("March 5, 2018 – Olaf Brandt").metadata.bylines == [])
    #expect(try harbourPage("March 5, 2018 – Harbour News").metadata.bylines == [])
  }

  @Test func theButtonBehindAnAuthorIsNoName() throws {
    #expect(try harbourPage("Text by: Ida Thornquist Follow\n4 min").metadata.bylines == ["Ida Thornquist"])
    #expect(
      try harbourPage("By Ida Thornquist Close\nMarch 5, 2018").metadata.bylines == ["Ida Thornquist Close"])
  }

  @Test func anAuthorMayStandBelowThePointsOfAText() throws {
    let points = "- Barge struck the pier\n- Ferries sail from the southern quay"
    let page = try harbourPage(points + "\n\nIDA THORNQUIST, Harbour Correspondent\n15:12, 5 Mar 2018")
    #expect(page.metadata.bylines == ["IDA THORNQUIST"] && page.marked.count == 4)
    let other = try harbourPage(
      points + "\n\nPort Ansel waits\n\nThe ferries sail again. Nobody knows for how long they will.")
    #expect(other.metadata.bylines == [])
  }

  @Test func whoWroteWhereForWhomAndWhenMayHaveCommasBetween() throws {
    let page = try harbourPage("Ida Thornquist in Port Ansel, The Sunday Register, 5 March 2018")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.outlet == "The Sunday Register")
    #expect(try harbourPage("Port Ansel, The Sunday Register, 5 March 2018").metadata.bylines == [])
  }

  @Test func theTimeOfAnUpdateIsNoEntryOfAList() throws {
    let page = try harbourPage(
      "Published March 5, 2018\nUpdated March 6, 2018, 7:14 a.m. ET",
      "March 6, 2018: the pier is open to ferries")
    #expect(page.metadata.updated?.value.description == "2018-03-06" && page.marked.count == 3)
  }

  @Test(arguments: [
    ("By Ida Thornquist and Per Lund, Coast News Service", "Coast News Service"),
    ("By Ida Thornquist and Per Lund\nCoast Broadcasting, Oxhaven", "Coast Broadcasting"),
  ]) func theOutletBehindItsAuthorsIsNoAuthor(head: String, outlet: String) throws {
    let page = try harbourPage(head + "\n5 March 2018")
    #expect(page.metadata.bylines == ["Ida Thornquist", "Per Lund"] && page.metadata.outlet == outlet)
  }

  @Test(arguments: ["Brandt said on Monday.", "Brandt reported from Oxhaven."])
  func whatSomebodyOfTheAuthorsNameSaysIsText(last: String) throws {
    #expect(try harbourPage("By Ida Brandt\n5 March 2018", last).marked.count == 3)
  }

  @Test func whatAnAgencySaysIsText() throws {
    #expect(try harbourPage("By Reuters\n5 March 2018", "Reuters reported on Friday.").marked.count == 3)
  }

  @Test(arguments: [
    "Associated Press writer Per Lund in Oxhaven contributed.",
    "Per Lund in Oxhaven contributed to this report.",
  ]) func aSentenceBeforeCreditsIsText(credit: String) throws {
    let page = try harbourPage(
      "5 March 2018", "The new pier will stand four metres above the sea. " + credit)
    #expect(page.marked.last?.hasPrefix("The new pier will stand") ?? false)
  }

  @Test func aReferenceBelowTheTextHasNoAuthorOfThePage() throws {
    let page = try harbourPage(
      "By Ida Thornquist\n5 March 2018", "Fear Grows in Port Ansel, The Sunday Register, 5 March 2017")
    #expect(page.metadata.bylines == ["Ida Thornquist"] && page.metadata.outlet == nil)
  }

  @Test(arguments: ["Port Ansel , 5 March 2018", "Northern Pier , Monday 5 March 2018"])
  func whatTheTextTellsOfIsNoAuthorBeforeTheDay(line: String) throws {
    let page = try harbourPage(
      line, "The ferry to Port Ansel has sailed from the southern quay since Tuesday.")
    #expect(page.metadata.bylines == [] && page.publishedDay == "2018-03-05")
  }

  @Test func aQuestionToSomebodyBelowTheDeckIsText() throws {
    let question = "Is your pier high enough?"
    let page = try harbourPage(
      "Olaf Brandt has been harbour master for nine years; he wants to stay for nine more\n\n\(question)\n\nIda Thornquist\n5 March 2018"
    )
    #expect(!page.removed.contains { $0.text == question && $0.reason == .relatedLink })
  }

  @Test func anOfficeBelowTheAuthorIsNoOutlet() throws {
    let page = try harbourPage("By Ida Thornquist\nSenior Editor Online, Oxhaven\n5 March 2018")
    #expect(page.metadata.outlet == nil)
  }

  @Test(arguments: [
    "By Ida Thornquist, correspondent Port Ansel", "By Ida Thornquist, editor Coastal Affairs",
    "By Ida Thornquist and staff Oxhaven Bureau", "By Ida Thornquist, Correspondent New Aldmouth",
  ]) func whereAnAuthorIsOfficeHolderIsNoSecondAuthor(line: String) throws {
    #expect(try harbourPage(line).metadata.bylines == ["Ida Thornquist"])
  }

  @Test func ourCorrespondentHasAPlaceAndNoName() throws {
    #expect(try harbourPage("By our correspondent Port Ansel\n5 March 2018").metadata.bylines == [])
  }

  @Test func aHeadlineMayBeginWithSeveralSections() throws {
    let title = "Health Science Business Leaders Urge Climate Action"
    let deck = "They met at Aldmouth on Monday and spoke of the sea for hours"
    let page = try article("\(title)\n\n\(deck)\n\nBy Ida Thornquist\n5 March 2018\n\n" + harbourText)
    #expect(page.metadata.title == title && page.metadata.deck == deck)
  }

  @Test(arguments: [
    "Date\n12 June 2018\nVenue\nCustoms House",
    "The Pier and the Sea, by Olaf Renn\nHarbour Press, 310 pages\nPublished\n12 June 2017",
  ]) func theDayOfABoxInTheHeadIsNotThePages(box: String) throws {
    #expect(try harbourPage("By Ida Thornquist\n5 March 2018\n\n" + box).publishedDay == "2018-03-05")
  }
}
