import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

/// Whom "he" and "she" beside a quotation stand for, and who is none of those named before.
@Suite struct AntecedentTests {
  private func speakers(_ marked: String) -> [String] { AnalysedText(marked).speakers }

  @Test func heBehindSomebodyNewIsNobodyNamedBefore() {
    let before = "[Carl Dahl|person] flew to [Lund|place]. "
    for new in [
      "A lawmaker who looks after roads, and who gave no name, said the till was empty.",
      "One of them carried a plant to his car at noon.",
      "His guest, who seldom shows much, put a hand on his chest.",
      "Between them, a foreign diplomat told me, they paid for the quay.",
    ] {
      #expect(speakers(before + new + " “We lost it all that year,” he said.") == ["nobody"])
    }
    #expect(
      speakers(before + "The fog lifted at noon. “We lost it all that year,” he said.") == ["Carl Dahl"])
  }

  @Test func somebodyNewOfTheOtherSexIsNotHeOrShe() {
    let words = "“I loved the town and its quay,” "
    let before = "[Carl Dahl|person] grew up in [Lund|place]. His "
    #expect(speakers(before + "wife was a nurse. " + words + "he said.") == ["Carl Dahl"])
    #expect(speakers(before + "brother was a nurse. " + words + "he said.") == ["nobody"])
    let hers = "[Anna Berg|person] grew up in [Lund|place]. "
    #expect(speakers(hers + "Her son died in May. " + words + "she said.") == ["Anna Berg"])
    #expect(speakers(hers + "A man was shot there. " + words + "she said.") == ["Anna Berg"])
    #expect(speakers(hers + "A woman was shot there. " + words + "she said.") == ["nobody"])
  }

  @Test func aDescriptionWithANameBehindItBringsInNobodyElse() {
    #expect(
      speakers(
        "A spokesman for the port, [Carl Dahl|person], told us of the fire.\n“We wait for rain,” he said.")
        == ["Carl Dahl"])
  }

  @Test func whoIsOnlyMetByADescribedPersonIsNotHe() {
    #expect(
      speakers(
        "The pilot came late after a long talk with [Carl Dahl|person].\n“I have had enough of it,” he said.")
        == ["nobody"])
    #expect(
      speakers("The boat was bought by [Carl Dahl|person].\n“I have had enough of it,” he said.") == [
        "Carl Dahl"
      ])
  }

  @Test func heGoesOnStandingForNobodyWhereItDidBefore() {
    #expect(
      speakers(
        "[Carl Dahl|person] left. My cousin believed it. He stood at the gate with a bag. “They gave me a broom,” he wrote."
      ) == ["nobody"])
  }

  @Test func aSpeakersNameBeforeANounInTheWordsNamesNobodyElse() {
    let before = "[Carl Dahl|person] left the port. "
    #expect(
      speakers(before + "“We won it all in the [Dahl|person] years, and for good,” he wrote.") == [
        "Carl Dahl"
      ])
    #expect(speakers(before + "“[Dahl|person] was the best of us all,” he wrote.") == ["nobody"])
  }

  @Test func aNameBeforeANounOnlyTellsWhatKindItIs() {
    #expect(
      speakers("The [Carl Dahl|person] critic praised his wife. “I know now what love is,” he said.") == [
        "nobody"
      ])
  }

  @Test func whoIsBroughtInBehindTheVerbOfALongerOpeningIsHe() {
    #expect(
      speakers(
        "[Tom Falk|person] came as a guest. Among those who walked down the stairs was [Carl Dahl|person], the smith. He has said little since. “This is a great day,” he told me."
      ) == ["Carl Dahl"])
  }

  @Test func whoeverIsNamedInTheWordsDoesNotSayThem() {
    #expect(
      speakers(
        "[Anna Berg|person] is held in a cell. She said: “[Anna|person] feels well and sleeps at night.”")
        == ["nobody"])
    #expect(
      speakers("[Anna Berg|person] waved. She said: “I, [Anna Berg|person], shall not leave this quay.”")
        == ["Anna Berg"])
    #expect(
      speakers("[Anna Berg|person] called us. “Hello, this is [Anna Berg|person], and I am well,” she said.")
        == ["Anna Berg"])
  }

  @Test func aNamesakeInTheWordsIsAnother() {
    #expect(
      speakers(
        "[Anna Berg|person] waved. “[Carl Berg|person] built this harbour long ago,” she said.")
        == ["Anna Berg"])
    #expect(
      speakers(
        "[Anna Berg|person] waved. [Berg|person] left. “[Carl Berg|person] built this harbour long ago,” she said."
      ) == ["Berg"])
    #expect(
      speakers("[Anna Berg|person] waved. “[Anna Berg|person] built this harbour long ago,” she said.")
        == ["nobody"])
  }

  @Test func wordsOfASourceStandBesideIt() {
    #expect(
      speakers(
        "[Carl Dahl|person] has invited the pair, according to a diplomat, “for a proper supper on the quay”."
      )
        == ["nobody"])
    #expect(
      speakers("[Carl Dahl|person] came back, in the words of a friend, “like somebody who has seen a door”.")
        == ["nobody"])
  }

  @Test func whatIsReportedBehindThatIsNoSpeaker() {
    #expect(
      speakers("[Anna Berg|person] “with all her strength” denied that [Orlin|person] was there to see it.")
        != ["Orlin"])
  }

  @Test func wordsOfSeveralAreOfNoneOfThemAlone() {
    for several in [
      "[Lund|place], [Aldmouth|place] and [Orlin|place]",
      "[Anna Berg|person], [Tom Falk|person], and [Carl Dahl|person]",
      "The mayors of [Lund|place], [Aldmouth|place], and [Orlin|place]",
      "[Anna Berg|person] and [Carl Dahl|person]",
    ] {
      #expect(speakers(several + " have called for “a lasting peace on the quay”.") == ["nobody"])
    }
    #expect(
      speakers(
        "[Tom Falk|person] met [Anna Berg|person], and [Carl Dahl|person] called it “a lasting peace for all”."
      )
        == ["Carl Dahl"])
  }

  @Test func whoHasAnOfficeOfTwoNamesSpeaksAlone() {
    for opening in [
      "[Manchester Harbour|organization] and [Orlin|place] striker ",
      "[Lund|place] and [Aldmouth|place] mayor ",
      "[Marks|person] and [Spencer|person] chief executive ",
      "[Marks and Spencer|organization] chief executive ",
    ] {
      #expect(
        speakers("“We will win it in the end,” " + opening + "[Anna Berg|person] said.") == ["Anna Berg"])
    }
    #expect(
      speakers(
        "“We will win it in the end,” [Anna Berg|person] and her husband [Carl Dahl|person] said.")
        == ["nobody"])
  }

  @Test func aTitleBeforeAVerbInThePerfectIsNoSpeech() {
    for told in [
      "“Who Wants to Be a Captain?” has turned [Carl Dahl|person] into a star of the town.",
      "“Hello, my dear old Lund!” has brought [Carl Dahl|person] to the town.",
    ] {
      #expect(!speakers(told).contains("Carl Dahl"))
    }
  }

  @Test func whoStandsBehindAVerbInThePerfectSpeaks() {
    let before = "[Tom Falk|person] said the quay “will open before the summer”.\n"
    #expect(
      speakers(
        before + "“I am the mayor of all of you,” has declared Mr [Dahl|person], whose words were welcomed.")
        == ["Tom Falk", "Dahl"])
    #expect(
      speakers(
        before
          + "“My son is no number in a list,” has written on the wall [Carl Dahl|person], a father of two.")
        == ["Tom Falk", "Carl Dahl"])
    #expect(
      speakers(before + "“My son is no number in a list”, has made known the mayor [Carl Dahl|person].")
        == ["Tom Falk", "Carl Dahl"])
    #expect(
      speakers(before + "“My son is no number in a list,” has thundered the head of the harbour.")
        == ["Tom Falk", "nobody"])
  }

  @Test func whoSpokeInAParagraphDoesNotGoOnInOneThatIsAboutAnother() {
    let before = "[Tom Falk|person] said: “We shall open it in the summer.”\n"
    #expect(
      speakers(
        before
          + "[Carl Dahl|person], 82, a native of the town who drew it as a gift, was torn between “grief for what was lost and pride”."
      ) == ["Tom Falk", "Carl Dahl"])
    #expect(
      speakers(
        before + "The firm, on its part, has made known to be “sure to show that it did all it could”.")
        == ["Tom Falk", "nobody"])
  }

  @Test func aSentenceIsAboutTheSubjectOfItsMainClause() {
    let words = " “We go on,” he said."
    #expect(
      speakers("When [Dahl|person] offered to talk, [Lee Roe|person] refused." + words) == ["Lee Roe"])
    #expect(speakers("After [Dahl|person] left the room, [Lee Roe|person] rose." + words) == ["Lee Roe"])
    #expect(speakers("When [Dahl|person] came, the fog lifted." + words) == ["Dahl"])
  }

  @Test func whomHeCallsSomethingIsNotHe() {
    #expect(
      speakers(
        "[Lee Roe|person] said he was humbled. He paid tribute to [Dahl|person], whom he called a friend.\n“We go on,” he said."
      ) == ["Lee Roe"])
  }

  @Test func aTitleWithAWordThatIsAVerbTooIsASpeakers() {
    let words = "“We go on,” "
    #expect(
      speakers(words + "[Lund|place] [secretary of state|title] [Lee Roe|person] said.") == ["Lee Roe"])
    #expect(
      speakers(words + "said [Lund|place] [secretary of state|title] [Lee Roe|person].") == ["Lee Roe"])
  }

  @Test func whatIsSaidBehindThatIsNobodyWhoSpeaks() {
    #expect(
      speakers(
        "[Lee Roe|person], who sat with [Lord|title] [Dahl|person] and [Lord|title] [Holm|person], said that the ban, and the plan, was “null and of no use”."
      ) == ["Lee Roe"])
  }
}
