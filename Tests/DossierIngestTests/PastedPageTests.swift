import DossierModel
import DossierSource
import Testing

/// Pages as people paste them, by outlets that do not exist.
@Suite struct PastedPageTests {
  @Test func aPageWithMenusButtonsAndTeasersKeepsItsArticleOnly() throws {
    let page = try article(
      """
      Skip to main content
      The Harbour Courier
      News Opinion Sport Culture
      Sign in | Subscribe
      World

      Ministers of three coastal states sign fishing accord in Aldmouth

      Deal sets quotas for the next five years, but leaves the northern banks out

      By Ida Thornquist in Aldmouth
      Published: 14 March 2018, 17:05 GMT | Updated: 15 March 2018
      5 min read
      Share
      Facebook
      Listen to this article

      Delegates from the three coastal states shake hands in Aldmouth (Photo: Per Lund/AFP)

      The ministers of three coastal states signed an accord on Wednesday that sets quotas for herring and cod for the next five years, ending a quarrel that had kept fleets in harbour.

      Advertisement

      "We have found a way to share what the sea gives," said the host, Olaf Brandt.

      READ MORE: Why the northern banks matter to everyone

      The accord leaves out the northern banks, where two of the states claim the same waters.

      What happens next

      Parliaments must approve the text before the summer. Observers expect no trouble.

      Topics: Fishing, Trade, Northern banks
      © 2018 The Harbour Courier. All rights reserved.
      Most Popular
      1. Ten best beaches of the north
      2. Mayor quits after ferry row
      """)
    #expect(page.metadata.title == "Ministers of three coastal states sign fishing accord in Aldmouth")
    #expect(
      page.metadata.deck == "Deal sets quotas for the next five years, but leaves the northern banks out")
    #expect(page.metadata.bylines == ["Ida Thornquist"])
    #expect(page.metadata.outlet == "The Harbour Courier")
    #expect(page.metadata.credits == ["Per Lund/AFP"] && page.textCredits == [])
    #expect(page.publishedDay == "2018-03-14")
    #expect(page.metadata.updated?.value.description == "2018-03-15")
    #expect(
      page.images == [
        ImageCaption(
          caption: "Delegates from the three coastal states shake hands in Aldmouth", credit: "Per Lund/AFP")
      ])
    #expect(
      page.marked.map { String($0.prefix(24)) } == [
        "The ministers of three c", "\"We have found a way to ", "The accord leaves out th",
        "# What happens next",
        "Parliaments must approve",
      ])
    #expect(page.removedFor(.advertisement) == ["Advertisement"])
  }

  @Test func nothingOfASourceIsLostWithoutARow() throws {
    let text = """
      Home > News > Court rejects appeal of former governor
      Court rejects appeal of former governor
      By Staff Reporter
      July 9, 2020
      OSTRAVIA CITY – The supreme court on Thursday rejected an appeal by former governor Lenka Moravec.
      The three judges found that the trial had been fair and the evidence sound.
      "This is not over," her lawyer told reporters on the steps.
      (Ostravia Daily News Desk)
      Related News
      Governor's brother questioned over hotel deal
      Leave a Reply
      Your email address will not be published. Required fields are marked *
      """
    let page = try article(text)
    for line in text.split(separator: "\n") {
      let isKept = page.text.contains(line) || page.removed.contains { $0.text == line }
      #expect(isKept, "lost: \(line)")
    }
    #expect(page.metadata.bylines == ["Staff Reporter", "Ostravia Daily News Desk"])
    #expect(page.metadata.outlet == "Ostravia Daily")
    #expect(page.blocks.count == 3)
  }

  @Test func linesWrappedAtAColumnBecomeParagraphs() throws {
    let page = try article(
      """
      Border post reopens after nine weeks
      By the Associated Press
      March 3, 2017

      LIVNA (AP) -- The border post at Livna opened again on Friday for the
      first time in nine weeks, and a line of lorries reached back to the old
      sugar mill before noon, drivers and customs officers said.

      The two governments had closed the crossing in late December after a
      guard was shot. Each blamed the other. Neither has said what changed
      this week, though both foreign ministers met on Tuesday in a third
      country and spoke of a "better tone" between the neighbours.
      """)
    #expect(page.metadata.title == "Border post reopens after nine weeks")
    #expect(page.metadata.bylines == ["Associated Press"])
    #expect(page.metadata.credits == ["AP"])
    #expect(page.blocks.count == 2)
    #expect(page.text.contains("and a line of lorries reached back to the old sugar mill"))
    #expect(page.repairs.isEmpty)
  }

  @Test func aSentenceCutByAnEmptyLineIsMendedAndSaid() throws {
    let page = try article(
      """
      # Rebels hand over second city without a shot

      Jan. 23, 2016

      The last rebels left the city of Karsa on Saturday in a convoy of green buses, ending a siege of

      eleven months that had left much of the old town in ruins.

      Those who stayed behind spoke of relief. Others said nothing.
      """)
    #expect(page.blocks.count == 2)
    #expect(page.text.contains("ending a siege of eleven months that"))
    #expect(page.repairs.count == 1)
    let rest = page.repairs.first.map { page.text[TextRange($0, $0 + 6)] }
    #expect(rest == "eleven")
  }

  @Test func anAdvertisementInTheMiddleOfASentenceDoesNotCutIt() throws {
    let page = try article(
      """
      Dam inspectors had warned of cracks

      Inspectors had warned of cracks in the old Sarn dam two years before it broke and drowned

      ADVERTISEMENT

      sixty-one people, according to a report that was never published.

      Nobody has been questioned. The ministry said that it was looking into the matter.
      """)
    #expect(page.blocks.count == 2)
    #expect(page.text.contains("and drowned sixty-one people"))
  }

  @Test func aVisitDateInThePageHeaderIsNeverTheDayOfPublication() throws {
    let page = try article(
      """
      Port Varna, OVKFriday 3 April 2020

      Dam inspectors had warned of cracks two years before collapse

      Inspectors warned of cracks in the Sarn dam two years before it broke and drowned 61 people, according to a report that was never published.

      It names three officials who were told of the danger. None has been questioned.

      Updated: March 12, 2020 07:45 PM
      """)
    #expect(page.publishedDay == "2020-03-12")
    #expect(page.metadata.published?.rule == Rule("published-from-update-line"))
    #expect(page.metadata.published?.basis == .stated)
    #expect(page.metadata.updated?.value.description == "2020-03-12")
    #expect(page.metadata.retrieved?.value.description == "2020-04-03")
    #expect(!page.text.contains("2020"))
  }

  @Test func aHeaderDateAloneWithAPlaceLeavesTheArticleUndated() throws {
    let page = try article(
      """
      Port Varna, OVKFriday 3 April 2020
      News | Sport | Culture

      Dam inspectors had warned of cracks two years before collapse

      Inspectors warned of cracks in the Sarn dam two years before it broke and drowned 61 people, according to a report that was never published.
      """)
    #expect(page.metadata.published == nil)
    #expect(page.metadata.retrieved?.value.description == "2020-04-03")
  }

  @Test func datesWithinSentencesSayNothingOfPublication() throws {
    let page = try article(
      """
      Siege of Karsa ends

      The siege ended on January 23, 2016. It had begun on February 2, 2015, when the road was cut.

      Nobody had expected it to last so long, and nobody wanted to be the last to die in it.
      """)
    #expect(page.metadata.published == nil)
    #expect(page.blocks.count == 2)
  }

  @Test func aCaptionPrintedTwiceIsNoHeadlineThoughItsCreditIsUnknown() throws {
    let caption = "Mayor Ines Rook, left, and the harbour master at the Karsa boat show, Friday, May 3, 2019"
    let page = try article(
      """
      Mayor opens the boat show and buys a kite

      She came with a complaint and left with a toy

      \(caption). Northlight
      \(caption). Northlight

      The mayor of Karsa opened the boat show on Friday and asked the harbour master about the missing ferry.

      Nobody could tell her where it was, and she bought a kite for the children of the town.
      """)
    #expect(page.metadata.title == "Mayor opens the boat show and buys a kite")
    #expect(page.metadata.deck == "She came with a complaint and left with a toy")
    #expect(page.images == [ImageCaption(caption: caption + ".", credit: "Northlight")])
  }

  @Test func aCaptionPrintedTwiceIsKeptOnce() throws {
    let caption = "Residents wade through water in the town of Brenn on Monday."
    let page = try article(
      """
      President visits flooded valley, promises aid
      By Rosa Quint, CNN
      Updated 3:15 PM ET, Tue January 8, 2019

      \(caption)
      \(caption)

      The president flew over the flooded Ossa valley on Tuesday and promised money for rebuilding, as the number of homeless people passed 40,000.

      "Nobody will be left alone with the mud," she told volunteers in Brenn.
      """)
    #expect(page.images == [ImageCaption(caption: caption, credit: nil)])
    #expect(page.removedFor(.repeatedCaption) == [caption])
    #expect(page.metadata.outlet == "CNN")
    #expect(page.metadata.bylines == ["Rosa Quint"])
    #expect(page.publishedDay == "2019-01-08")
  }

  @Test func aSentenceThatACaptionRepeatsStaysInTheBody() throws {
    let page = try article(
      """
      Leaders agree on buffer zone

      The two presidents at the palace in Livna
      The two met as the long winter war winds down [Mira Holt/Anadolu]

      The presidents of both countries agreed on Monday to keep their armies out of a strip along the river, officials said.

      The two met as the long winter war winds down. Various groups still seek to gain ground.
      """)
    #expect(
      page.images == [
        ImageCaption(caption: "The two met as the long winter war winds down", credit: "Mira Holt/Anadolu")
      ])
    #expect(page.removedFor(.imageDescription) == ["The two presidents at the palace in Livna"])
    #expect(page.text.contains("winds down. Various groups"))
    #expect(page.blocks.count == 2)
  }

  @Test func headlinesSetOffWithinTheTextAreTeasersAndShortOnesAreHeadings() throws {
    let page = try article(
      """
      Council votes on the bridge

      The town council voted on Monday to close the old bridge to lorries, after engineers had found rust in two of its piers.


      Gallery: the bridge through the years in forty pictures


      The mayor said the closure would last a year. Shopkeepers fear for their trade.


      After the flood, a town asks who should have known


      Buses will take another road. The ferry will run at night.

      A long quarrel

      The bridge was built in 1911. It was to be replaced in 1974.
      """)
    #expect(page.marked.filter { $0.hasPrefix("# ") } == ["# A long quarrel"])
    #expect(
      page.removedFor(.relatedLink) == [
        "Gallery: the bridge through the years in forty pictures",
        "After the flood, a town asks who should have known",
      ])
  }

  @Test func whatFollowsAnEndMarkerGoesOnlyIfItLooksLikeTeasers() throws {
    let body =
      "The council voted on Monday to close the old bridge to lorries, after engineers had found rust in two of its piers. The mayor said the closure would last a year."
    let cut = try article(
      """
      Council votes on the bridge

      \(body)

      Check Also

      Minister wants to build a tunnel

      LIVNA – The transport minister said on Friday that he would like a tunnel under the …
      """)
    #expect(cut.blocks.count == 1)
    #expect(!cut.text.contains("tunnel"))
    let goesOn = try article(
      """
      Council votes on the bridge

      \(body)

      Most Popular

      Shopkeepers fear for their trade. The ferry, they say, is no help to people who come with a car and want to be home by six.

      The bridge was built in 1911 and was to be replaced in 1974, when the money ran out. A second attempt failed in 1990.

      Buses will take another road through the valley, which adds forty minutes to the way to school. Parents have asked for more.
      """)
    #expect(goesOn.blocks.count == 4)
  }

  @Test func theOutletsWarningIsANoticeAndAParagraphAboutOneIsNot() throws {
    let page = try article(
      """
      Accessibility links
      Breaking News
      Protesters return to square in Minora

      Several hundred people returned to the central square of Minora on March 26, two days after police had cleared it with water cannon.

      The rights group itself was declared an "undesirable organization" last year, and those who work for it could face fines or imprisonment.

      With reporting by Vesna, Reuters, and Interfax

      RFE/RL has been declared an "undesirable organization" by the Russian government.

      If you hold a Russian passport, please note that you could face fines or imprisonment for sharing our content.

      To find out more, click here.
      """)
    #expect(page.metadata.title == "Protesters return to square in Minora")
    #expect(page.notices.map { String($0.prefix(10)) } == ["RFE/RL has", "If you hol"])
    #expect(page.blocks.count == 2)
    #expect(page.metadata.outlet == "RFE/RL")
    #expect(page.metadata.credits == ["Vesna", "Reuters", "Interfax"])
  }

  @Test func aRelayIsWhomTheTextSaysItHasTheNewsFrom() throws {
    let page = try article(
      """
      Foreign minister to visit the coast next week

      2019/05/14 - 10:22

      The foreign minister of Ostravia will visit the coast next week for talks on trade, Ostravia News Agency reported on Tuesday.

      The agency said that the minister would carry a letter from the president. It gave no details.

      Edited by R. Kade
      END
      """)
    #expect(page.metadata.relays == ["Ostravia News Agency"])
    #expect(page.metadata.credits == ["R. Kade"])
    #expect(page.publishedDay == "2019-05-14")
    #expect(page.blocks.count == 2)
  }

  @Test(arguments: [
    ("Mr Greb told The Border Monitor that he had slept in his cab.", "The Border Monitor"),
    ("Al Jazeera’s Lena Fonseca, reporting from Livna, said the road was still closed.", "Al Jazeera"),
    ("The driver told Reuters that he had slept in his cab for two long nights.", nil),
    ("The driver told the national assembly that he had slept in his cab for two nights.", nil),
  ])
  func theOutletIsWhoThePageSaysItIs(sentence: String, outlet: String?) throws {
    let page = try article(
      """
      Border post reopens after nine weeks

      The border post at Livna opened again on Friday for the first time in nine weeks, and a line of lorries reached the mill.

      \(sentence)
      """)
    #expect(page.metadata.outlet == outlet)
  }

  @Test func aPicturesCreditAloneIsACredit() throws {
    let page = try article(
      """
      # Council votes on the bridge

      By [Reuters](#)

      **Jana Brix / TASS**

      The town council voted on Monday to close the old bridge to lorries, after engineers had found rust in its piers.

      **Related article:** [Why bridges rust and nobody paints them](#)

      The mayor said that the closure would last a year.

      ## **A long quarrel**

      The bridge was built in 1911. It was to be replaced in 1974.

      Original url:

      <https://www.harbour-courier.example/2019/08/27/council-votes-on-the-bridge>
      """)
    #expect(page.images == [ImageCaption(caption: nil, credit: "Jana Brix / TASS")])
    #expect(page.metadata.bylines == ["Reuters"])
    #expect(page.metadata.url == "https://www.harbour-courier.example/2019/08/27/council-votes-on-the-bridge")
    #expect(page.publishedDay == "2019-08-27")
    #expect(page.metadata.published?.rule == Rule("url-path"))
    #expect(page.removedFor(.deadLink) == ["[Reuters](#)"])
    #expect(page.marked.filter { $0.hasPrefix("#") } == ["# A long quarrel"])
    #expect(page.blocks.count == 4)
  }

  @Test func readerModeMarksListsAndQuotesAreKept() throws {
    let page = try article(
      """
      # Rebels hand over second city without a shot

      [Mara Iven](/authors/mara-iven) and [Tomas Rell](/authors/rell)

      Jan. 23, 2016 6:40 pm

      ![Buses wait at the edge of the city](https://img.example/1.jpg)

      Buses wait at the edge of Karsa on Saturday. [Yusuf Adan/Reuters]

      The last rebels left the city of Karsa on Saturday in a convoy of green buses, [officials said](https://a.example/x), ending a long siege.

      > "We leave our stones behind, but we take the keys," said a fighter.

      Those who left will be taken to:

      - the camp at Dirra
      - a school in the port
      """)
    #expect(page.metadata.bylines == ["Mara Iven", "Tomas Rell"])
    #expect(
      page.images == [
        ImageCaption(caption: "Buses wait at the edge of Karsa on Saturday.", credit: "Yusuf Adan/Reuters")
      ])
    #expect(
      page.marked.dropFirst() == [
        "> \"We leave our stones behind, but we take the keys,\" said a fighter.",
        "Those who left will be taken to:", "- the camp at Dirra", "- a school in the port",
      ])
    #expect(page.text.contains("buses, officials said, ending"))
  }

  @Test func aTextOfOneSentenceIsABodyWithItsFirstWordsForATitle() throws {
    let page = try article("The navy has captured 23 pirates.")
    #expect(page.text == "The navy has captured 23 pirates.")
    #expect(page.metadata.title == "The navy has captured 23 pirates.")
  }

  @Test func anAuthorsBiographyIsNoPartOfTheBody() throws {
    let page = try article(
      """
      Central bank raises rates to 9 percent
      Anna Petrovic
      Senior Correspondent
      Published 24 June 2015 at 8:12am

      The central bank raised its main rate by a full point to 9 percent on Wednesday, saying that prices were running ahead of plan.

      Bonds rose after the news while the currency gained 2.1 percent against the euro.

      Anna Petrovic covers banks and budgets for The Morning Ledger. She joined the paper in 2009.
      Comments (14)
      """)
    #expect(page.metadata.bylines == ["Anna Petrovic"])
    #expect(page.blocks.count == 2)
    #expect(page.metadata.outlet == "The Morning Ledger")
    #expect(page.publishedDay == "2015-06-24")
  }
}
