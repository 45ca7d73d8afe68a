import DossierModel
import Testing

/// Which line is the headline by what is beside it: the day or author below it, and the matter of the text.
@Suite struct PastedHeadlineSignTests {
  private let accord = """
    The ministers of three coastal states signed an accord on fishing in Aldmouth on Wednesday, and ended a quarrel that had kept their fleets in harbour for the whole of the winter.

    The accord gives each fleet a share of the herring, and has a board of six watch over it. Fishermen in the harbour said that they would believe it when they saw it in their nets.

    Brandt, who had spoken for the fishermen, called it a good day for the whole coast and for everybody who lives by the sea and its harbours.
    """

  private func check(_ head: String, title: String, deck: String? = nil) throws {
    let page = try article(head + "\n\n" + accord)
    #expect(page.metadata.title == title)
    #expect(page.metadata.deck == deck)
  }

  @Test func headlinesOfOtherArticlesAboveAreNone() throws {
    try check(
      """
      Five ways to keep a garden alive through the winter
      Port tower wins prize for its windows of green glass
      Orchestra names a conductor from the northern islands
      COAST
      Fishing accord signed in Aldmouth
      14 March 2018 by Ida Thornquist
      """, title: "Fishing accord signed in Aldmouth")
  }

  @Test func aDeckBetweenHeadlineAndDayIsNone() throws {
    try check(
      """
      Business
      Quarrel of the coastal states is over at last, ministers say
      Fishing fleets get shares of herring as board of six watches over accord

      14 March 2018
      """, title: "Quarrel of the coastal states is over at last, ministers say",
      deck: "Fishing fleets get shares of herring as board of six watches over accord")
  }

  @Test func aNameWithItsPlaceAboveTheDayIsNoHeadline() throws {
    try check(
      """
      Ministers sign accord on fishing
      Fleets may leave the harbour again after a winter of quarrels

      Ida Thornquist in Aldmouth and agencies

      14 March 2018
      """, title: "Ministers sign accord on fishing",
      deck: "Fleets may leave the harbour again after a winter of quarrels")
  }

  @Test func namesOnNoListAboveTheDayAreNoHeadlineAndNoDeck() throws {
    let page = try article(
      """
      Winter is over and the nets are out
      Fishing fleets of three coastal states may leave the harbour again

      Oskaveld Brunnhag and Tirrenia Quand, from Aldmouth

      14 March 2018

      """ + accord)
    #expect(page.metadata.title == "Winter is over and the nets are out")
    #expect(page.metadata.deck == "Fishing fleets of three coastal states may leave the harbour again")
  }

  @Test func aHeadlineStandsBelowAsManyMenusAsAPageHas() throws {
    let menus = (1...180).map { "Menu \($0)" }.joined(separator: "\n")
    try check(
      menus + "\nMinisters sign accord on fishing\n14 March 2018", title: "Ministers sign accord on fishing")
  }

  @Test func twoSentencesWithoutAFullStopAreADeck() throws {
    try check(
      """
      The Aldmouth view on fishing: peace at sea
      Editorial
      The ministers of the coastal states have signed their accord on fishing. Fleets wait in the harbour for somebody to say so
      """, title: "The Aldmouth view on fishing: peace at sea",
      deck:
        "The ministers of the coastal states have signed their accord on fishing. Fleets wait in the harbour for somebody to say so"
    )
  }

  @Test func aSentenceRightAboveTheDayIsTheHeadline() throws {
    try check(
      """
      Opinion pages
      The ministers have signed. The fishermen are still waiting for their nets to fill.
      14 March 2018
      """, title: "The ministers have signed. The fishermen are still waiting for their nets to fill.")
  }

  @Test func aSentenceBelowAHeadlineAndAboveTheDayIsItsDeck() throws {
    try check(
      """
      Ministers sign accord on fishing
      The fleets may leave the harbour again.
      14 March 2018
      """, title: "Ministers sign accord on fishing", deck: "The fleets may leave the harbour again.")
  }

  @Test func teasersOfOtherArticlesAboveTheHeadlineAreNoText() throws {
    let page = try article(
      """
      Offers
      A weekend in the islands is cheap. Our readers have told us where they would go.
      More
      Ministers sign accord on fishing in Aldmouth
      14 March 2018

      """ + accord)
    #expect(page.metadata.title == "Ministers sign accord on fishing in Aldmouth")
    #expect(page.text.hasPrefix("The ministers of three coastal states"))
  }

  @Test func aSecondReportWithItsOwnDayKeepsTheFirst() throws {
    let page = try article(
      """
      Storm warnings for the islands

      \(accord)

      Ministers sign accord on fishing in Aldmouth
      14 March 2018

      \(accord)
      """)
    #expect(page.metadata.title == "Storm warnings for the islands")
  }

  @Test func theNameOfAPictureThatIsTheHeadlineIsBoth() throws {
    try check(
      """
      Checks
      Did the Ministers Sign an Accord on Fishing?
      Did the Ministers Sign an Accord on Fishing?
      """, title: "Did the Ministers Sign an Accord on Fishing?")
  }
}
