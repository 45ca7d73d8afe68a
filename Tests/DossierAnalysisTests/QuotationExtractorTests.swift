import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

/// In the marked texts `[words|speech 1]` is expected to be speech by what bears `1` too, `[words|speech]` by
/// nobody known, `[words|other]` not to be speech.
@Suite struct QuotationExtractorTests {
  private func quotations(_ text: AnalysedText) -> [Quotation] {
    QuotationExtractor(tables: LanguagePack.english.quotations).quotations(
      in: text.clause, mentions: text.mentions)
  }

  private func check(_ marked: String, nested: Int = 0, _ location: Testing.SourceLocation = #_sourceLocation)
  {
    let text = AnalysedText(marked)
    let speakers = text.expected.filter { !$0.label.hasPrefix("speech") && !$0.label.hasPrefix("other") }
    let expected = text.expected.compactMap { range, label -> String? in
      let words = label.split(separator: " ")
      if words.first == "other" { return "\(text.text[range]) is no speech" }
      guard words.first == "speech" else { return nil }
      let speaker = words.count > 1 ? speakers.first { $0.label.split(separator: " ").last == words[1] } : nil
      return "\(text.text[range]) by \(speaker.map { String(text.text[$0.range]) } ?? "nobody")"
    }
    let found = quotations(text).filter { nested == 0 || $0.within == nil }.map { quotation in
      quotation.use == .notSpeech
        ? "\(text.text[quotation.range]) is no speech"
        : "\(text.text[quotation.range]) by \(quotation.speaker.map { String(text.text[$0.range]) } ?? "nobody")"
    }
    #expect(found == expected, sourceLocation: location)
  }

  // MARK: Marks

  @Test func carriesOverWhomTheLastSentenceBeginsWith() {
    check(
      "“[It goes in here,|speech 1]” [Tom Berg|person 1] said. [Ann Lee|person 2] shook her head. “[He is better at it.|speech 2]”"
    )
  }

  @Test func theTimeBeforeAReportOfTheMinuteIsNoPartOfTheSpeaker() {
    check("1250 [Tom Berg|person 1] says: “[We go.|speech 1]”")
    check("[1250 men|men 1] said: “[We go.|speech 1]”")
  }

  private func speakers(_ marked: String) -> [String] {
    let text = AnalysedText(marked)
    return quotations(text).map { quotation in
      let named = quotation.speaker?.mention.map { String(text.text[text.mentions[$0].range]) }
      return named ?? "nobody"
    }
  }

  @Test func aPronounMeansWhomTheLastSentenceBeginsWith() {
    let text =
      "[Tom Berg|person] nodded. [Carl Dahl|person], a spokesman for [Northline|organization], doubts that much will change. “Ships got bigger,” he said."
    #expect(speakers(text) == ["Carl Dahl"])
  }

  @Test func heIsNoWomanAndSheNoMan() {
    let before = "“We go,” [Anna Berg|person] said to [Carl Dahl|person]. "
    #expect(speakers(before + "“I stay,” he said.") == ["Anna Berg", "Carl Dahl"])
    #expect(speakers(before + "“I stay,” she said.") == ["Anna Berg", "Anna Berg"])
    let short = "[Anna Berg|person] met [Carl Dahl|person]. [Berg|person] left the house. "
    #expect(speakers(short + "“I stay,” he said.") == ["Carl Dahl"])
    #expect(speakers("[Mr Lee|person] met [Ms Holm|person]. “I stay,” she said.").count == 1)
  }

  @Test func aFamilyNameAloneIsTheFirstOnesOfThatName() {
    let names =
      "[Anna Berg|person] came with [Carl Berg|person]. [Tom Lee|person] slept. [Berg|person] left. "
    #expect(speakers(names + "“I stay,” she said.") == ["Berg"])
    #expect(speakers(names + "“I stay,” he said.") == ["Tom Lee"])
  }

  @Test func sheIsNobodyWhomHeStoodFor() {
    let before = "[Ode Falk|person] was late. It was the fog, he said.\n"
    let told =
      before + "To [Anna Berg|person], [Falk|person]’s look told it all. “He lost his way,” she said."
    #expect(speakers(told) == ["Anna Berg"])
  }

  @Test func theyAreNoSinglePerson() {
    #expect(speakers("[Anna Berg|person] wrote. “We stay,” they said.") == ["nobody"])
    #expect(speakers("[Harbour Union|organization] wrote. “We stay,” they said.") == ["Harbour Union"])
  }

  @Test func aNameBehindADescriptionSpeaks() {
    #expect(speakers("“We stay,” said the brigade’s chief, [Anna Berg|person].") == ["Anna Berg"])
    #expect(speakers("Head of harbours [Anna Berg|person] said: “We stay.”") == ["Anna Berg"])
    #expect(speakers("Friends of [Anna Berg|person] said: “We stay.”") == ["nobody"])
  }

  @Test func whatIsCalledSomethingDoesNotSpeak() {
    #expect(
      speakers("[Anna Berg|person], of [Lund|place], called his death “a loss to all of the town.”") == [
        "Anna Berg"
      ])
    #expect(speakers("[Anna Berg|person], who rows, argues that “nobody else will row.”") == ["Anna Berg"])
  }

  @Test func numbersAloneAreNoSpeech() {
    check("[Anna Berg|person] is “[99.9|other]” percent sure.")
  }

  @Test func itIsNoPerson() {
    #expect(speakers("[Anna Berg|person] wrote. “We stay,” it said.") == ["nobody"])
    #expect(speakers("[Harbour Union|organization] wrote. “We stay,” it said.") == ["Harbour Union"])
  }

  @Test func whoIsBroughtInSpeaksRatherThanWhoSpokeBefore() {
    let before = "“We go,” [Tom Berg|person] said.\nAcross the road is [Carl Dahl|person], a smith. "
    #expect(speakers(before + "“I stay,” he said.") == ["Tom Berg", "Carl Dahl"])
  }

  @Test func pairsTypographicStraightAndMixedMarks() {
    check("“[We go,|speech 1]” [Anna Berg|person 1] said.")
    check("\"[We go,|speech 1]\" [Anna Berg|person 1] said.")
    check("“[We go,|speech 1]\" [Anna Berg|person 1] said.")
    check("«[We go,|speech 1]» [Anna Berg|person 1] said.")
    check("„[We go,|speech 1]“ [Anna Berg|person 1] said.")
    check("‘[We go,|speech 1]’ [Anna Berg|person 1] said.")
  }

  @Test func twoApostrophesAreAMark() {
    check("''[We go, it isn't far,|speech 1]'' [Anna Berg|person 1] said. ''[We do.|speech 1]''")
    check(
      "The farmers' roads weren't the town's in the '90s, [Anna Berg|person 1] said: ''[They are now.|speech 1]''"
    )
    check("The pole was 6'2'' long and stood at the farmers' road, [Anna Berg|person 1] said.")
  }

  @Test func readsMarksThatWereTypedFromOthers() {
    check(",,[We go,|speech 1]'' [Anna Berg|person 1] said.")
    check("<<[We go,|speech 1]>> [Anna Berg|person 1] said.")
    check("`[We go,|speech 1]' [Anna Berg|person 1] said.")
    check("The farmers' roads << those of the town, [Anna Berg|person] said, and the farmers', too.")
  }

  @Test func takesNoApostropheForAMark() {
    check("[Anna Berg|person] said the farmers' roads weren't the town's, in the '90s or later.")
    check("“[The farmers’ roads aren’t safe,|speech 1]” [Anna Berg|person 1] said.")
  }

  @Test func findsWordsQuotedWithinAQuotation() {
    check(
      "“[He told us ‘[the road is closed for good|speech 1]’ and left,|speech 1]” [Anna Berg|person 1] said.")
  }

  @Test func takesASpeechOverParagraphsThatEachOpenWithAMark() {
    check(
      "[Anna Berg|person 1] said: “[The road is closed.|speech 1]\n“[It will be closed for years.|speech 1]”")
  }

  @Test func aMarkThatNothingClosesIsASlip() {
    check("The road was 6\" too narrow, [Anna Berg|person 1] said.")
  }

  @Test func readsMarksThatStandApartOrLackASpace() {
    check("\"[She called it 'above the law,' |speech 1]\" said [Anna Berg|person 1].", nested: 1)
    check("\"[We go,|speech 1]\"[Anna Berg|person 1] said.")
    check("\"[We go, |speech 1]\"said [Anna Berg|person 1].")
  }

  // MARK: Interviews and block quotes

  @Test func labelsOfATranscriptTellWhoSpeaks() {
    let turns = "[Anna Berg|person 1] met [Carl Dahl|person 2].\n[Berg|person]: Did the ferry sail?\n"
    #expect(
      speakers(turns + "DAHL: It did not sail.\n[Berg|person]: Why not?\nDAHL: Nobody “[had the key]”.")
        == ["Berg", "Carl Dahl", "Berg", "Carl Dahl", "Carl Dahl"])
    #expect(
      speakers("[Anna Berg|person]: a farmer.\n[Carl Dahl|person]: a smith.\n[Tom Lee|person]: a cook.") == []
    )
    #expect(speakers("Price: ten.\nPlace: Lund.\nPrice: twelve.\nPlace: Ystad.") == [])
  }

  @Test func theOnlyOneWhomAnInterviewNamesAnswersIt() {
    let talk = "Q: Did the ferry sail?\nA: It did, and I was on it.\nQ: Was it late?\nA: By an hour."
    #expect(speakers("[Anna Berg|person] runs the ferry.\n" + talk) == ["Anna Berg", "Anna Berg"])
    #expect(speakers("[Anna Berg|person] met [Carl Dahl|person].\n" + talk) == [])
    let addressed = talk.replacing("Q: Did", with: "Q: [Mr|title] [Dahl|person], did")
    #expect(speakers("[Anna Berg|person] left Lund.\n" + addressed) == ["Dahl", "Dahl"])
    let two = addressed.replacing("Q: Was", with: "Q: [Ms|title] [Falk|person], was")
    #expect(speakers("[Anna Berg|person] left Lund.\n" + two) == [])
    let facts = "Q: Does the ferry sail?\nA: It does.\nQ: Is it late?\nA: By an hour."
    #expect(speakers("[Anna Berg|person] runs the ferry.\n" + facts) == [])
  }

  @Test func aBlockQuoteIsOfWhomItsLastLineOrItsIntroductionNames() {
    #expect(
      speakers("[Anna Berg|person] was not there.\n> We sail at noon.\n> — [Carl Dahl|person] (@dahl) 4 May")
        == ["Carl Dahl"])
    #expect(speakers("[Anna Berg|person] wrote a letter:\n> We sail at noon.") == ["Anna Berg"])
    #expect(speakers("[Anna Berg|person] owns a ship.\n> Summary Ships sail at noon.") == [])
    #expect(speakers("[Anna Berg|person] left.\n“We sail at noon.” — [Carl Dahl|person]") == ["Carl Dahl"])
  }

  // MARK: Speakers

  @Test func readsTheSpeakerInEitherOrder() {
    check("“[The road is closed,|speech 1]” said [Anna Berg|person 1], a farmer from [Lund|place].")
    check("[Anna Berg|person 1] said: “[The road is closed.|speech 1]”")
    check("[Anna Berg|person 1] said that the road was “[closed for all of the winter.|speech 1]”")
  }

  @Test func readsOverWhatStandsBetweenSpeakerAndVerb() {
    check(
      "[Anna Berg|person 1], a farmer from [Lund|place], told [Radio Nord|organization] that “[nobody asked us|speech 1]”."
    )
    check("[Anna Berg|person 1], who owns the farm, has also said: “[Nobody asked us.|speech 1]”")
    check(
      "“[Nobody asked us,|speech 1]” [Anna Berg|person 1], standing beside [Carl Dahl|person], told reporters."
    )
  }

  @Test func theOneWhoIsToldIsNotTheSpeaker() {
    check("“[Nobody asked us,|speech 1]” [Anna Berg|person 1] told [Carl Dahl|person].")
  }

  @Test func joinsTheHalvesOfASplitQuotation() {
    let marked =
      "“[The road is closed,|speech 1]” [Anna Berg|person 1] said, “[and nobody asked us.|speech 1]”"
    check(marked)
    #expect(quotations(AnalysedText(marked)).map(\.continues) == [nil, 0])
  }

  @Test func aPronounKeepsItsWordsAndStandsForTheSubjectBefore() {
    let marked =
      "[Anna Berg|person] met the mayor of [Lund|place]. “[Nobody asked us,|speech 1]” [she|word 1] said."
    check(marked)
    #expect(quotations(AnalysedText(marked)).map(\.speaker?.mention) == [0])
  }

  @Test func aSourceThatIsDescribedStaysUnnamed() {
    let marked = "“[Nobody asked us,|speech 1]” [a senior official|word 1] said."
    check(marked)
    #expect(quotations(AnalysedText(marked)).map(\.speaker?.attribution) == [.unnamedSource])
  }

  @Test func readsTheSourceBehindAccordingTo() {
    check("The road was “[closed for all of the winter|speech 1]”, according to [Anna Berg|person 1].")
  }

  @Test func aParagraphWithoutACueGoesOnWithTheSpeakerBefore() {
    check(
      "[Anna Berg|person 1] said the town had waited too long.\n“[Nobody asked us. Nobody came.|speech 1]”")
  }

  @Test func theParticipleHasTheSubjectOfItsClause() {
    check("[Anna Berg|person 1] left the room, saying “[nobody asked us about it|speech 1]”.")
    check("Citing “[a long and costly delay|speech 1]”, [the mayor|word 1] said the road would be closed.")
  }

  @Test func theAgentOfAPassiveSpeaks() {
    check("The plan was called “[a waste of everybody's time|speech 1]” by [Anna Berg|person 1].")
  }

  @Test func aNameAndAColonLabelTheWords() {
    check("[Anna Berg|person 1]: “[We have waited for years.|speech 1]”")
    check("More from [the report|word 1]: “[We have waited for years.|speech 1]”")
  }

  @Test func theSpeakerMayCloseTheSentence() {
    check("“[That would be a scandal|speech 1]” for the town, said [Anna Berg|person 1].")
    check("“[That would be a scandal|speech 1]” [Anna Berg|person 1] said.")
  }

  @Test func aNamePutBehindADescriptionIsTheSpeaker() {
    let marked = "In a note to the paper, [her adviser, Jonas Lind,|word 1] said: “[We go.|speech 1]”"
    let text = AnalysedText(marked.replacing("Jonas Lind", with: "[Jonas Lind|person]"))
    #expect(quotations(text).map(\.speaker?.mention) == [0])
  }

  @Test func aNounThatEndsAsAnAdverbIsPartOfTheSpeaker() {
    check("[Her family|word 1] said: “[We have waited for years.|speech 1]”")
  }

  @Test func aPhraseBesideTheVerbIsNoSpeaker() {
    check("[Anna Berg|person 1], who for years has called the road “[a scandal|speech 1]”, went home.")
  }

  @Test func weAndYouStandForNobodyNamedBefore() {
    let text = AnalysedText("[Anna Berg|person] left. “[Go home,|speech]” we said.")
    #expect(quotations(text).map(\.speaker?.mention) == [nil])
  }

  @Test func wordsAreNotCarriedOverFromWhatDoesNotSpeak() {
    check("The road ended at the river.\n“[Nobody asked us. Nobody came.|speech]”")
  }

  @Test func theFirstToSpeakGoesOnSpeaking() {
    check(
      "[A senior official|word 1] said [Anna Berg|person] will have to choose, saying “[the time is near|speech 1]”."
    )
  }

  @Test func whatMerelyTellsOfASayingDoesNotSpeak() {
    check("[The town|word 1] issued a statement saying “[nobody was asked about it|speech 1]”.")
  }

  // MARK: Not speech

  @Test func whatIsCalledByATitleIsNoSpeech() {
    check("[Carl Dahl|person] began a series called “[House of Barges|other]” in May.")
  }

  @Test func aShortEpithetIsNoSpeech() {
    check("[Anna Berg|person] said the “[security|other]” fence was new.")
    check("The film “[The Long Road|other]” won a prize.")
  }

  @Test func aPredicateInMarksIsSpeech() {
    check("[Anna Berg|person 1] said the fence was “[worrying|speech 1]”.")
  }

  @Test func aBlockQuoteBelongsToTheOneWhoIntroducesIt() {
    check("[Anna Berg|person 1] wrote:\n> [The road is closed and nobody asked us.|speech 1]")
  }
}
