import DossierModel
import Testing

/// What looks like a page's own lines amid a text and is none, and what is one.
@Suite struct PastedLossTests {
  private func harbour(_ text: String) throws -> Article {
    try article(
      "Barge closes the harbour of Aldmouth for days\n\n5 March 2018\n\n" + harbourText + "\n\n" + text)
  }

  private func headings(_ page: Article) -> [String] { page.marked.filter { $0.hasPrefix("# ") } }

  @Test func theDaysOfAChronologyAreItsHeadings() throws {
    let page = try harbour(
      """
      Feb. 24, 2016
      A diver finds a crack in the northern pier and tells the port authority of it.

      Sept. 24, 2018
      The port authority closes the pier for a week.

      Jan. 30, 2019
      The pier is open again, and the barges are back.
      """)
    #expect(headings(page) == ["# Feb. 24, 2016", "# Sept. 24, 2018", "# Jan. 30, 2019"])
    #expect(page.publishedDay == "2018-03-05")
  }

  @Test func daysWithWhatCameToPassAreKeptBelowTheText() throws {
    let page = try harbour(
      """
      A timeline

      21 February 2018: A diver finds a crack in the pier
      26 February: The port authority is told
      5 March – Barge sinks

      Related Topics
      Harbours
      """)
    #expect(page.marked.suffix(4).first == "# A timeline")
    #expect(page.marked.last == "5 March – Barge sinks")
    let teasers = try harbour("Top stories\n\nMarch 6: Ferries sail again\nMusic: the week")
    #expect(teasers.marked.last != "Music: the week")
  }

  @Test func theDaysOfReadersCommentsAndOfTeasersAreNoHeadings() throws {
    for text in [
      "Ann Poe\nMarch 6, 2018\nI have seen the barge with my own eyes, and it was not at the pier at all.\n\nTom Roe\nMarch 7, 2018\nNobody has seen it there, and nobody ever will see it.",
      "Ferries sail again from the southern quay\nMarch 6, 2018\n\nDivers look at the wall of the pier\nMarch 7, 2018",
    ] {
      #expect(!headings(try harbour(text)).contains { $0.contains("March") })
    }
  }

  @Test func aHeadingMayQuoteWhatSomebodySaysBelow() throws {
    let text =
      "%@\n\nThe mayor of the town came to the pier in the evening. \"This is a day no sailor of Aldmouth will ever forget, and nor shall I,\" she said to the crews."
    let quoted = "'This is a day no sailor of Aldmouth'"
    #expect(headings(try harbour(text.replacing("%@", with: quoted))) == ["# " + quoted])
    let box = "This is a day no sailor of Aldmouth will ever forget, and nor shall I"
    #expect(try harbour(text.replacing("%@", with: box)).removedFor(.repeatedText) == [box])
  }

  @Test func aTextThatBreaksOffKeepsItsLastWords() throws {
    #expect(
      try harbour("Oxhaven was said to have offered him").marked.last
        == "Oxhaven was said to have offered him")
    #expect(try harbour("Ferries sail again from southern quay").marked.count == 2)
  }

  @Test func creditsBehindARateOfExchangeAreRead() throws {
    let page = try article(
      "Barge closes the harbour of Aldmouth for days\n\nBy Per Lund\n\n" + harbourText
        + "\n\n($1 = 0.8921 marks) (Reporting by Per Lund and Ida Thornquist; Editing by Tom Roe)")
    #expect(page.marked.count == 2 && page.metadata.bylines == ["Per Lund"])
    #expect(page.metadata.credits == ["Ida Thornquist", "Tom Roe"])
  }

  @Test func boxesOfAPageAmidTheTextGo() throws {
    let last = "The ferries will sail on Friday, said the harbour master, Olaf Brandt, in the evening."
    for box in [
      "Keep reading\nlist of 2 items\nlist 1 of 2\nFive things to know about the pier\nlist 2 of 2\nWho gains from a new harbour wall?\nend of list",
      "MOST READ IN WORLD NEWS\n'TOO LATE' Teacher misses the last ferry\nSHARK ALARM Swimmer's leg is saved",
      "You might also be interested in:\nThe diver who learned to cook noodles\nWhy the quay has two shades of blue",
      "1.3k shares", "Buy Photo", "Become a member", "Your browser doesn't support HTML5 video.",
      "Click here for the text of the order.",
      "Slideshow (6 Images)",
    ] {
      let page = try harbour(box + "\n\n" + last + "\n\nThe divers have gone home to Oxhaven by now.")
      #expect(page.marked.count == 4 && page.marked[2] == last, "\(box)")
    }
  }

  @Test func whatReadersSayAndTeasersInSentencesEndTheText() throws {
    let two =
      "I have seen Olaf Brandt at the pier with my own eyes.\n\nNobody in Aldmouth believes a word of that, I am afraid."
    for below in [
      "Comments:\n\n" + two, "Comments:\nAnn Poe\n\n" + two, "You may also like:\n\n" + two,
      "Related articles:\n" + two,
      "MOST READ IN BUSINESS\n1 Oxhaven opens two new routes\n2 Rents are up in a year, says report\nGet the Aldmouth Business newsletter with the headlines of your day.\nCommenting in Aldmouth has changed: you must now be a subscriber.",
      "You may also like:\nThe diver who learned to cook noodles\nShe came from Oxhaven and wanted to see the world.\n\nIt took her nine years to open a kitchen of her own.",
    ] {
      #expect(try harbour(below).marked.count == 2, "\(below)")
    }
  }

  @Test func theNumberOfAPictureIsNoText() throws {
    let shown = "Gap: the pier seen from the southern quay on Monday afternoon"
    let page = try harbour(
      shown + "\n5\n" + shown + " Credit: EPA\n\nThe ferries will sail on Friday, the port said.")
    #expect(page.marked.count == 3 && page.images.map(\.caption) == [shown])
  }

  @Test func theTimeOfAChangeIsNoDeck() throws {
    #expect(try harbourPage("Updated at 18:05 LMT").metadata.deck == nil)
  }

  @Test func aSentenceThatBeginsWithItsDayIsNoDateLine() throws {
    let page = try article(
      """
      The second treaty of the bay

      Few papers of the long quarrel are as short as the one which
      the mayors signed in the autumn, and few have been so often
      confused with another: that of the year before, which nobody
      in the two towns had kept.

      On Sunday, 6 October 2019, Ida Thornquist met Olaf Brandt. The
      Harbour Council announced the same night that the ships would
      leave the bay, and within three days all but one of them had.

      On 9 October 2019, Olaf Brandt had heard from
      all of the captains, and the bay was empty once more, for the
      first time since the summer of the great storm.
      """)
    #expect(page.publishedDay == nil && page.marked.count == 3)
    #expect(
      page.text.contains("On Sunday, 6 October 2019, Ida Thornquist met Olaf Brandt. The Harbour Council"))
    #expect(page.text.contains("On 9 October 2019, Olaf Brandt had heard from all of the captains"))
  }

  @Test func aDateLineWithTheAuthorBelowItStaysOne() throws {
    let page = try harbourPage(
      "The Harbour Chronicle of Aldmouth and Oxhaven, Monday 5 March 2018\nby Jane Doe")
    #expect(page.publishedDay == "2018-03-05" && page.metadata.bylines == ["Jane Doe"])
  }

  @Test func anAddressToThosePresentIsText() throws {
    let opening = "Madam Mayor, members of the harbour council, ladies and gentlemen:"
    let page = try harbourPage("5 March 2018\n\n" + opening)
    #expect(page.marked.first == opening && page.metadata.deck == nil)
    let answer = "Mayor of Aldmouth Ida Thornquist: Mr Brandt, ladies and gentlemen,"
    let text = "Our talks have been long, and as you can see from the clock we have left nothing out of them."
    #expect(try harbourPage("", answer + "\n\n" + text).marked.contains(answer))
  }

  @Test func whatStandsInBracketsHeadsNothing() throws {
    let page = try harbourPage(
      "", "(Applause)\n\nThe harbour master asked for silence, and the council went on.")
    #expect(page.marked.contains("(Applause)"))
  }

  @Test func theSignOfAnAgencyBehindTheLastSentenceTakesNoTextAway() throws {
    let last = "Engineers say that a third of the piers need work before the spring. Enditem"
    let page = try harbourPage("5 March 2018", last + "\n\nKEY WORDS: levy\nEXPLORE THE COAST")
    #expect(page.marked.last == last)
  }
}
