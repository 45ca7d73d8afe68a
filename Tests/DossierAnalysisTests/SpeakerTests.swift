import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

/// Whom a sentence of several clauses gives its quotation to.
@Suite struct SpeakerTests {
  private func speakers(_ marked: String) -> [String] { AnalysedText(marked).speakers }

  @Test func whatIsReportedOfAThingInQuotedWordsIsTheReporters() {
    #expect(
      speakers(
        "The union's chief, [Anna Berg|person], said the mayor's silence on pay “was a gift to the firm.”")
        == ["Anna Berg"])
    #expect(
      speakers("[Anna Berg|person], who runs the port, said the fence “must not be the last word.”")
        == ["Anna Berg"])
    #expect(
      speakers(
        "[Anna Berg|person], speaking in [Lund|place], said the road from the harbour would open “within weeks, they say”."
      )
        == ["Anna Berg"])
  }

  @Test func wordsInAClauseOfAnotherAreNotThoseOfWhoSpokeBefore() {
    let first = "[Anna Berg|person] warned of “a flood of the century”"
    #expect(
      speakers(first + ", while [Tom Keller|person] spoke of “a small matter of paint”.")
        == ["Anna Berg", "Tom Keller"])
    #expect(
      speakers(first + ", and [Tom Keller|person] said it was “a small matter of paint”.")
        == ["Anna Berg", "Tom Keller"])
    #expect(
      speakers(first + ", while [Tom Keller|person] was “a man of no plans at all”.")
        == ["Anna Berg", "Anna Berg"])
  }

  @Test func whoIsNamedBehindTheOfficeOfASourceIsTheSource() {
    #expect(
      speakers("According to the mayor, [Anna Berg|person], the quay is “lost to the town for good”.")
        == ["Anna Berg"])
  }

  @Test func whoIsBlamedForWordsSaidThem() {
    #expect(
      speakers(
        "[Anna Berg|person] criticised [Tom Keller|person] for saying the quay “was lost to the town for good”."
      )
        == ["Tom Keller"])
    #expect(
      speakers("[Anna Berg|person] hit back at [Tom Keller|person] for calling her “a liar without friends”.")
        == ["Tom Keller"])
    #expect(
      speakers(
        "[Tom Keller|person] apologised to [Anna Berg|person] for calling her “a liar without friends”.")
        == ["Tom Keller"])
    #expect(
      speakers("[Tom Keller|person] was fined by [Anna Berg|person] for saying the quay “was lost for good”.")
        == ["Tom Keller"])
    #expect(
      speakers(
        "[Anna Berg|person] hit back at [Tom Keller|person] for saying the quay “was lost for good”.\n“It will be open by noon, and so will the road.”"
      ) == ["Tom Keller", "Anna Berg"])
  }

  @Test func aNameAloneBehindAQuotationIsItsSpeaker() {
    #expect(
      speakers(
        "[Tom Keller|person] left.\n“The quay is not lost to us, and it never will be,” ferry master [Anna Berg|person]."
      ) == ["Anna Berg"])
    #expect(
      speakers("“The quay is not lost to us, and it never will be,” in a letter to [Anna Berg|person].")
        == ["nobody"])
  }

  @Test func whomNothingNamesIsNobodyNamedBefore() {
    #expect(
      speakers(
        "A girl called [Ann Lee|person] came.\nA docker, who gave no name, told us she would go home: “We want to be there by six,” she said."
      ) == ["nobody"])
  }

  @Test func aDescriptionIsNamedByTheNameBehindItWithItsTitle() {
    #expect(
      speakers(
        "A spokesman for the northern fleet, [Col.|title] [Tom Falk|person], said that it “has had no word of it yet.”"
      )
        == ["Tom Falk"])
  }

  @Test func whoeverReportedFirstGoesOnReporting() {
    #expect(
      speakers(
        "[Anna Berg|person] said the owners had “left us behind” and promised, “Nothing will be as it was.”")
        == ["Anna Berg", "Anna Berg"])
    #expect(
      speakers(
        "[Anna Berg|person] told reporters that [Carl Dahl|person] had gone and called him “a great loss”.")
        == ["Anna Berg"])
  }

  @Test func whoWasQuotedAsSayingSomethingSaidIt() {
    #expect(
      speakers(
        "[Anna Berg|person] called the plan “hollow,” and [Carl Dahl|person] was quoted as saying: “We shall see it through.”"
      ) == ["Anna Berg", "Carl Dahl"])
  }

  @Test func whatABodyDidBeforeIsNoGroundToGiveItTheWords() {
    #expect(
      speakers(
        "The agency [Wire|organization] published a film of the two. Sailors, in turn, named it “the end of a war”."
      )
        == ["nobody"])
  }

  @Test func aTextMayBeginWithWhatSomebodyIsBlamedForSaying() {
    #expect(speakers("For saying “it is all over now”, [Anna Berg|person] was fined on Monday.").count == 1)
  }

  @Test func anAdverbBeforeTwoApposedNounsIsNoSource() {
    #expect(
      speakers(
        "Earlier, a port official, [Carl Dahl|person], told reporters that a crew was “almost certainly lost” there."
      )
        == ["Carl Dahl"])
  }

  @Test func whoeverSaidSomethingGoesOnWarning() {
    let text =
      "[Anna Berg|person] said on Sunday the port would not allow a fire at the old mill warning that the result may be “bitter.”"
    #expect(speakers(text) == ["Anna Berg"])
  }

  @Test func aPronounStandsForWhoActsInTheSentenceBefore() {
    #expect(
      speakers(
        "At the quay, where few had looked for a crowd, [Anna Berg|person], the mayor, broke off a visit. “We will clear the road by noon,” she said."
      ) == ["Anna Berg"])
    #expect(
      speakers(
        "The vote was lost at noon when the lawyer, [Anna Berg|person], published her view of the papers agreed with [Carla Dahl|person]. The papers, she wrote, “lower the danger that the port is sold for good”."
      ) == ["Anna Berg"])
  }

  @Test func aShortPhraseThatClosesWhatIsReportedIsSpeech() {
    #expect(
      speakers("[Anna Berg|person] called the bridge “strong, dry, and handsome,” but gave no price.")
        == ["Anna Berg"])
    #expect(
      speakers("[Anna Berg|person] said that she would leave the yard “dead or in bits.”") == ["Anna Berg"])
  }

  @Test func whatSomebodyIsCalledInSeveralWordsIsSpeech() {
    #expect(
      speakers("[Anna Berg|person] called the mayor “a clown with wings” and went home.") == ["Anna Berg"])
    #expect(
      speakers("[Anna Berg|person] said she would not “give in to fear” and went home.") == ["Anna Berg"])
  }

  @Test func whatIsSoCalledIsNotSpeech() {
    #expect(
      speakers(
        "[Anna Berg|person] spoke of the port. The towns, which have been linked in a so-called “harbour union” since then, quarrelled."
      ) == ["no speech"])
  }

  @Test func aNameIsNoAuxiliary() {
    #expect(
      speakers("“The house has spoken,” Mrs [May|person] told the crowd.") == ["May"])
  }

  @Test func anAdjectiveBeforeANounMakesItNoVerb() {
    #expect(
      speakers(
        "[Anna Berg|person] told Norlandic state radio [on Monday|time] that the pier would not be used “until the wind has gone down”."
      ) == ["Anna Berg"])
  }

  @Test func aThingThatIsSignedIsNobodyWhoSpeaks() {
    #expect(
      !speakers(
        "The owners of [Norland Steel|organization], after a night of talks, signed a “pact of peace and friendship with all”."
      )
      .contains("Norland Steel"))
  }

  @Test func ofTwoTogetherHeIsNeitherAlone() {
    #expect(
      speakers("[Carl Dahl|person] and [Tom Falk|person] met. “I stay here for good,” he said.") == ["nobody"]
    )
    #expect(
      speakers("[Carl Dahl|person] met [Tom Falk|person]. “I stay here for good,” he said.") == ["Carl Dahl"])
  }

  @Test func shortWordsThatBeginAsAPredicateDoesAreSpeech() {
    #expect(
      speakers("[Anna Berg|person] said that [Carl Dahl|person] “might lose heart” over it.") == ["Anna Berg"]
    )
    #expect(speakers("[Anna Berg|person] said she would come “at the right time”.") == ["Anna Berg"])
    #expect(speakers("[Anna Berg|person] said the “made man” was gone.") == ["no speech"])
  }

  @Test func aSecretaryOfStateIsNamedByWhatStandsBehindTheOffice() {
    #expect(
      speakers(
        "According to Secretary of State [Anna Berg|person], the parties “were close to an end”."
      )
        == ["Anna Berg"])
  }

  @Test func aSmallPartOfANameIsNoPreposition() {
    #expect(
      speakers(
        "[Moon Sae-in|person] said he had had “a sleepless night” and called it “an event for the whole of the land”."
      ).last
        == "Moon Sae-in")
  }

  @Test func theNameOfAThingIsNobodysWords() {
    #expect(
      speakers(
        "[Anna Berg|person] spoke. The town was known abroad as the “former lower harbour of the north”.")
        == ["no speech"])
    #expect(
      speakers("[Anna Berg|person] was sad. It was “a day of shame for all of us”.") == ["nobody"])
  }

  @Test func whoSpeaksInTheSentenceIsNotSoughtInTheOneBefore() {
    #expect(
      speakers(
        "[Carl Dahl|person] met them. [Moon Sae-in|person] said he had spent “a sleepless night” and called it “a day that has changed the whole of the land”."
      ).last == "Moon Sae-in")
  }

  @Test func whoIsQuotedByAnotherSaysTheWords() {
    #expect(
      speakers("“We are late,” the [Aldmouth Gazette|organization] quoted [Falk|person] as saying.") == [
        "Falk"
      ])
    #expect(
      speakers(
        "The [Aldmouth Gazette|organization] cited [Ida Falk|person] as saying that it was “a very late hour.”"
      )
        == ["Ida Falk"])
    #expect(
      speakers("“We are late,” the [Aldmouth Gazette|organization] quoted a clerk as saying.") == [
        "Aldmouth Gazette"
      ])
    #expect(speakers("[Falk|person] called it “a disgrace for us all”.") == ["Falk"])
  }

  @Test func whereSomebodyIsFromIsNotWhoSpeaks() {
    #expect(
      speakers(
        "[Ida Falk|person], 44, from [Holm|person], whose house was sold in May, told the court: “Nobody came.”"
      )
        == ["Ida Falk"])
    #expect(
      speakers("On Tuesday the painter [Ida Falk|person], who came late, said: “Nobody came.”") == [
        "Ida Falk"
      ])
  }

  @Test func heWithinAClauseIsTheOnlyPersonOfItsSentence() {
    let before = "“We wait,” said [Tom Berg|person]. "
    #expect(
      speakers(
        before
          + "The port shut its gates, with [Carl Dahl|person] citing signs that he said “crossed a line”.")
        == ["Tom Berg", "Carl Dahl"])
    #expect(
      speakers(before + "The gates were shut by [Carl Dahl|person], he said, “at the worst of hours”.")
        == ["Tom Berg", "Tom Berg"])
  }

  // MARK: Offices

  private static let minister = "[Transport Minister|title] [Carl Dahl|person] came to [Lund|place]. "

  @Test func anOfficeAloneIsTheOnlyOneWhoHoldsIt() {
    let said = "“I have spent days on it,” the minister said."
    #expect(speakers(Self.minister + said) == ["Carl Dahl"])
    #expect(
      speakers("[Crown Prince|title] [Carl Dahl|person] came. The crown prince said: “I am here.”") == [
        "Carl Dahl"
      ])
    #expect(
      speakers(Self.minister + "[Dahl|person] spoke. He left.\n[Dahl|person] came back.\n" + said) == ["Dahl"]
    )
  }

  @Test func anOfficeBesideANameIsWhoseNameItIs() {
    let said = "“I have spent days on it,” the minister said."
    for words in [
      "The minister of the harbours, [Carl Dahl|person], came.",
      "The clerk saw [Lund|place]'s minister, [Carl Dahl|person], at the pier.",
      "[Carl Dahl|person], the minister of the harbours, came.",
      "[Carl Dahl|person], [Lund|place]'s minister, came.",
    ] {
      #expect(speakers(words + " " + said) == ["Carl Dahl"])
      #expect(speakers(words.replacing("minister", with: "deputy minister") + " " + said) == ["nobody"])
    }
    #expect(speakers("The clerk of the minister, [Carl Dahl|person], came. " + said) == ["nobody"])
    #expect(speakers("They saw the minister, [Anna Berg|person]'s rival. " + said) == ["nobody"])
    #expect(
      speakers(
        "The minister, [Carl Dahl|person], asked [Tom Berg|person] to come.\nThe minister thanked the town. “I am glad,” he said."
      ) == ["Carl Dahl"])
  }

  // MARK: Times beside a verb

  @Test func aTimeBesideAVerbSpeaksNoWords() {
    #expect(
      speakers("[Carl Dahl|person], who last week had vowed “sanctions from hell”, left.") == ["Carl Dahl"])
    #expect(speakers("[Carl Dahl|person] last week vowed “sanctions from hell”.") == ["Carl Dahl"])
    #expect(
      speakers("[Tom Roe|person], whose wife last month told them “he is innocent of it all”, left.") == [
        "nobody"
      ])
    let text = AnalysedText("Last October the clerk wrote that it was “a case for nobody at all”.")
    let found = QuotationExtractor(tables: LanguagePack.english.quotations).quotations(
      in: text.clause, mentions: text.mentions)
    #expect(found.compactMap(\.speaker).map { text.text[$0.range] } == ["the clerk"])
  }

  @Test func whatSomebodySpokeOfIsTheirs() {
    #expect(
      speakers("While [Tom Berg|person] sang, [Carl Dahl|person] spoke of “an important step”.") == [
        "Carl Dahl"
      ])
    #expect(
      speakers("[Tom Berg|person] left. [Carl Dahl|person] spoke of the need for a “middle ground”.") == [
        "Carl Dahl"
      ])
    #expect(
      speakers("[Carl Dahl|person] told them that it would mean “a Lund, just like that” for them.") == [
        "Carl Dahl"
      ])
  }

  @Test func whomALineBeforeAColonBeginsWithSaysWhatFollows() {
    #expect(speakers("[Mr|title] [Dahl|person], at home: “We shall all come back one day.”") == ["Dahl"])
    for line in ["A critic of", "A poster against", "A letter to", "One of them after the visit of"] {
      #expect(speakers(line + " [Carl Dahl|person]: “We shall all come back one day.”") == ["nobody"])
    }
  }

  @Test func sheIsWhomASentenceBringsIn() {
    #expect(
      speakers("[Ida Falk|person] left.\nThere's a girl of six in town. “It let them go,” she said.") == [
        "nobody"
      ])
    #expect(
      speakers(
        "[Carl Dahl|person] left.\nA retired major of the army whom I met wept. “It is over,” he said.") == [
          "nobody"
        ])
  }

  @Test func heIsNobodyWhereOneSpokeAndAnotherIsNamedBetween() {
    let said = "The tank is empty, said [Carl Dahl|person]. "
    for between in [
      "It was like the one [Tom Berg|person] had found. ", "Nobody in Lund trusts [Tom Berg|person]. ",
    ] {
      #expect(speakers(said + between + "“We have a tank,” he said.") == ["nobody"])
    }
    #expect(speakers("[Carl Dahl|person] came. He'd told the clerk: “Is it full now?”") == ["Carl Dahl"])
  }

  @Test func anOfficeOfSeveralOrOfOneNamedLongAgoIsNobodys() {
    let said = "“I have spent days on it,” the minister said."
    let other = "[Finance Minister|title] [Ida Falk|person] stayed away. "
    #expect(speakers(other + "\n" + Self.minister + said) == ["Carl Dahl"])
    #expect(speakers(Self.minister + other + said) == ["nobody"])
    #expect(speakers(Self.minister + said.replacing("the minister", with: "a minister")) == ["nobody"])
    #expect(speakers(Self.minister + said.replacing("the minister", with: "the clerk")) == ["nobody"])
    #expect(speakers(Self.minister + "\nIt rained.\nIt snowed.\nIt blew.\nIt froze.\n" + said) == ["nobody"])
    #expect(speakers(said + " " + Self.minister) == ["nobody"])
  }

  // MARK: Whom nothing names

  @Test func heIsNobodyElseWhereTheOneWhoSpokeLastIsNotNamed() {
    func speakers(of official: String) -> [String] {
      self.speakers("[Carl Dahl|person] left.\n“We lost it all,” said \(official).\n“It is over,” he said.")
    }
    #expect(speakers(of: "the port’s official") == ["nobody", "nobody"])
    #expect(speakers(of: "a witness in the crowd") == ["nobody", "nobody"])
    #expect(speakers(of: "two witnesses") == ["nobody", "Carl Dahl"])
    #expect(speakers(of: "port officials") == ["nobody", "Carl Dahl"])
  }

  @Test func aDayIsNobodyWhoSpeaks() {
    let text = AnalysedText(
      "[Carl Dahl|person] repeated that, regarding the March 14 attack in [Lund|place], “he will act at once”."
    )
    let found = QuotationExtractor(tables: LanguagePack.english.quotations).quotations(
      in: text.clause, mentions: text.mentions)
    #expect(found.map { $0.speaker.map { String(text.text[$0.range]) } } == [nil])
  }

  @Test func theNewlyNamedThingInMarksIsNobodysWords() {
    #expect(
      speakers(
        "Calling itself the newly declared “Republic of Lund”, the town left, [Carl Dahl|person] added.")
        == ["no speech"])
  }

  @Test func whatHeCallsSomethingIsOfWhomTheSentenceIsAbout() {
    #expect(
      speakers(
        "“It rained,” said [Tom Falk|person].\n[Carl Dahl|person] says that he is calm, but wrote of what he calls a “weak and lazy court”."
      ) == ["Tom Falk", "Carl Dahl"])
  }

  @Test func aParagraphInMarksIsNotOfWhomTheOneBeforeOnlyTellsOf() {
    let words = "\n“I am ready to run for it even from afar.”"
    #expect(speakers("[Carl Dahl|person] filed a request on Monday." + words) == ["nobody"])
    #expect(speakers("[Carl Dahl|person] said that he was ready." + words) == ["Carl Dahl"])
    #expect(speakers("[Carl Dahl|person] went further:" + words) == ["Carl Dahl"])
  }

  @Test func whatIsSaidOfThePersonItIsAboutIsNotTheirs() {
    #expect(
      speakers("[Anna Berg|person] is \"suspected of moving the buoys\", and the harbour waits.") == [
        "nobody"
      ])
    #expect(
      speakers("[Anna Berg|person] was \"accused of sleeping on the long night watch\", and left.") == [
        "nobody"
      ])
    #expect(
      speakers("[Anna Berg|person] was \"very tired that night and quite alone\", and left.") == ["Anna Berg"]
    )
  }

  @Test func aStatementIsOfWhomItIsToldToBe() {
    #expect(
      speakers(
        "The [Harbour Board|organization] confirmed in a statement on Monday that it was shut.\n\n\"We are doing all we can for the crew,\" the statement said."
      ) == ["Harbour Board"])
    #expect(
      speakers(
        "The [Harbour Board|organization] confirmed on Monday that it was shut.\n\n\"We are doing all we can for the crew,\" the statement said."
      ) == ["nobody"])
  }

  @Test func wordsThatGoOnInTheNextParagraphNeedNoClosingMark() {
    #expect(
      speakers(
        "“The barge was too fast,” said [Anna Berg|person]. “It struck the pier at noon.\n“We shall mend it in May,” [Berg|person] said."
      ) == ["Anna Berg", "Anna Berg", "Berg"])
  }

  @Test func behindAClauseOfAnotherPersonHeMayBeEither() {
    let first =
      "[Tom Falk|person] asked for a new pier, and after the storm, [Olaf Brandt|person] drew a plan."
    #expect(speakers(first + " He told the board: \"We should give the harbour a tower.\"") == ["nobody"])
    let one = "[Tom Falk|person] asked for a new pier, and after the storm, the mayor drew a plan."
    #expect(speakers(one + " He told the board: \"We should give the harbour a tower.\"") == ["Tom Falk"])
  }

  @Test func aVerbThatSeldomReportsIsNotWhoeverElseTellsIt() {
    #expect(
      speakers(
        "[Anna Berg|person] spoke first. She added the crews would hold more meetings to ensure the work continues “for the good of us all here”."
      ) == ["Anna Berg"])
  }

  @Test func aParticipleBeforeANameIsNoVerb() {
    #expect(speakers("“We will begin,” a visibly moved [Anna Berg|person] told supporters.") == ["Anna Berg"])
  }

  @Test func aParticipleBehindANameIsThatPersons() {
    let words = ", promising that “order will be restored”, "
    #expect(
      AnalysedText("The head of the day, [Lee Roe|person]" + words + "shut the hall.").speakers == ["Lee Roe"]
    )
    #expect(
      AnalysedText("[Anna Berg|person] dismissed [Lee Roe|person]" + words + "and shut the hall.").speakers
        == ["Anna Berg"])
  }
}
