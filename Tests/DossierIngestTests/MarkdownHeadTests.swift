import DossierModel
import Testing

/// A page's head and foot that stand below front matter.
@Suite struct MarkdownHeadTests {
  private func page(_ body: String) throws -> Article {
    try article("---\ntitle: Barges on the river\nauthor: Ida Thornquist\n---\n\n\(body)\n", as: "a.md")
  }

  @Test func theHeadOfASavedPageIsNoText() throws {
    let page = try page(
      """
      # Barges on the river

      *Fog kept the locks closed for days, and the owners ask for help*

      **Ida Thornquist** Rivers correspondent

      Tue 6 Mar 2018 09.14 GMT

      ![A lock](lock.jpg)
      *The northern lock. Photograph: Per Lund/AFP*

      \(prose(1))

      \(prose(2))
      """)
    #expect(page.marked == [prose(1), prose(2)])
    #expect(page.metadata.deck == "Fog kept the locks closed for days, and the owners ask for help")
    #expect(page.images == [ImageCaption(caption: "The northern lock.", credit: "Per Lund/AFP")])
  }

  @Test func theListsBelowASavedPageAreNoText() throws {
    let page = try page("\(prose(1))\n\n\(prose(2))\n\n**Most viewed**\n1. [Fog](#)\n2. [Ice](#)")
    #expect(page.marked == [prose(1), prose(2)])
  }

  @Test func aLastLineOnTheArticleItselfIsNoText() throws {
    let page = try page("\(prose(1))\n\n\(prose(2))\n\n*This article has been updated.*")
    #expect(page.marked == [prose(1), prose(2)])
    #expect(page.notices == ["This article has been updated."])
  }

  @Test func aTextThatBeginsWithItsFirstSentenceKeepsIt() throws {
    let page = try page("*\(prose(1))*\n\nIda Thornquist was on the quay that morning.\n\n\(prose(2))")
    #expect(page.marked.count == 3 || page.metadata.deck == prose(1))
    #expect(page.marked.contains("Ida Thornquist was on the quay that morning."))
  }

  @Test func aParagraphThatBreaksOffGoesOnBelow() throws {
    let page = try page("\(prose(1))\n\nThe owners said that all of the barges would stay\n\nwhere they are.")
    #expect(page.marked == [prose(1), "The owners said that all of the barges would stay where they are."])
    let list = "The owners will ask for help in three towns:\n\nlocks and barges."
    #expect(try self.page("\(prose(1))\n\n\(list)").marked.count == 3)
  }

  @Test func whoTookThePictureAndTheAddressAreNoText() throws {
    let page = try page(
      "**Photo: Per Lund / Wire**\n\n\(prose(1))\n\n\(prose(2))\n\nOriginal address:\n\n<https://herald.example/barges>"
    )
    #expect(page.marked == [prose(1), prose(2)])
    #expect(page.metadata.credits == ["Photo: Per Lund / Wire"])
    #expect(page.metadata.url == "https://herald.example/barges")
  }

  @Test func aSentenceInStrongLettersBelowTheTitleIsTheDeck() throws {
    let page = try page(
      "# Barges on the river\n\n**The fog has cost the owners a week.**\n\n\(prose(1))\n\n\(prose(2))")
    #expect(
      page.metadata.deck == "The fog has cost the owners a week." && page.marked == [prose(1), prose(2)])
  }

  @Test(arguments: [
    "*Ida Thornquist reported from Oxhaven in 2017 and was there again.*\n\n- [Subscribe](https://herald.example)\n- [Listen](https://herald.example/pod)",
    "*Every evening we send out what came in. [Sign up here](https://herald.example/mail).*",
  ]) func whatThePageSaysInSlantedLettersBelowTheTextIsNoText(foot: String) throws {
    let page = try page("\(prose(1))\n\n\(prose(2))\n\n\(foot)")
    #expect(!page.marked.contains { $0.contains("Thornquist") || $0.contains("Every evening") })
    #expect(page.marked.starts(with: [prose(1), prose(2)]))
  }

  @Test func aLastWordInSlantedLettersIsText() throws {
    let last = "*The river is [frozen](https://herald.example/ice) again.*"
    #expect(try page("\(prose(1))\n\n\(prose(2))\n\n\(last)").marked.count == 3)
  }

  @Test(arguments: [
    "**When did you first see the river?**", "**OXHAVEN (Reuters) - The locks were closed on Monday.**",
  ]) func aQuestionOrADatelineInStrongLettersIsNoDeck(first: String) throws {
    let page = try page("\(first)\n\n\(prose(1))\n\n\(prose(2))")
    #expect(page.metadata.deck == nil && page.marked.count == 3)
  }

  @Test func oneOfSeveralSentencesInStrongLettersIsNoDeck() throws {
    let page = try page(
      "**The locks are too low.**\n\n\(prose(1))\n\n**Nobody has asked the owners.**\n\n\(prose(2))")
    #expect(page.metadata.deck == nil && page.marked.count == 4)
  }
}
