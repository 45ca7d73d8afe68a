import DossierAnalysis
import DossierLanguages
import DossierSource
import DossierTestSupport
import Testing

@Suite struct EntityRecognizerTests {
  private static let pack = LanguagePack.english
  private static let splitter = SentenceSplitter(tables: pack.sentences)
  private static let recognizer = EntityRecognizer(tables: pack.names)

  /// Marked stretches are the mentions wanted, by kind, or `demonym` and `description` for those forms.
  private func check(_ marked: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let expected = MarkedText(marked)
    let range = TextRange(0, expected.text.utf8.count)
    let text = Self.splitter.split(expected.text, blocks: [.init(kind: .paragraph, range: range)])
    let found = Self.recognizer.mentions(in: text).map { mention in
      let label = mention.form == .name ? mention.kind.rawValue : mention.form.rawValue
      return "\(text.string(mention.range)) – \(label)"
    }
    let wanted = expected.stretches.sorted { $0.range < $1.range }.map {
      "\(text.string($0.range)) – \($0.label)"
    }
    #expect(found == wanted, sourceLocation: sourceLocation)
  }

  @Test func lettersBehindAPersonsNameAreNoPartOfIt() {
    check(
      "[Joanna Keller|person] QC led the case. [Paul Brown|person] KC, MP, left. [Ana Cruz|person], PhD, spoke."
    )
    check("The MP [Maria Keller|person] met MPs in [The Hague|place].")
  }

  @Test func findsPersonsWithoutTheirTitles() {
    check("On Monday President [Maria Keller|person] met Mr [Brown|person] and Gen. [Omar al-Hakim|person].")
    check("[Recep Tayyip Erdogan|person] arrived. Later [Erdogan|person] left with the foreign minister.")
    check("Foreign minister [Paul Keller|person] spoke to Dr. [Ana de la Cruz|person].")
  }

  @Test func aFamilyNameBehindAnHonorificIsSomebodyThoughItIsAWordToo() {
    for name in ["Woods", "Park", "Day", "Long"] {
      check(
        "“Chairman [Kall|person] once again made clear his will,” Mr [\(name)|person] said at a press conference in [Lund|place]."
      )
    }
    check("“It was a very long day,” Mr Speaker said to the house.")
  }

  @Test func aFamilyNameBesideAVerbOfSayingIsThatOfWhomTheTextNamesInFull() {
    let named = "The secretary, [Abdulgani Serang|person], warned against it. "
    check(named + "\"The crew must not be held to ransom,\" [Serang|person] said.")
    check(named + "\"The crew must not be held to ransom,\" said [Serang|person].")
  }

  @Test func aListedBodySpeaksThoughItsNameIsThatOfWhatItMakesToo() {
    check("[Boeing|organization] said it continued to have \"full confidence\" in the jet.")
  }

  @Test func namesOfOneWordInLinesOfTheirOwnAreParted() {
    let lines = ["Anna", "Berg said that the town was hers.", "Anna", "Berg", "Carl"]
    var start = 0
    let blocks = lines.map { line in
      defer { start += line.utf8.count + 1 }
      return TokenizedText.Block(kind: .paragraph, range: TextRange(start, start + line.utf8.count))
    }
    let text = Self.splitter.split(lines.joined(separator: "\n"), blocks: blocks)
    #expect(Self.recognizer.mentions(in: text).allSatisfy { $0.range.count <= "Berg".utf8.count })
  }

  @Test func theWordsBetweenTheNamesOfFatherAndSonAreOfTheName() {
    check("[Sheikh Omar bin Hamad Al Thani|person] flew home. Prince [Faisal bin Farhan|person] slept.")
    check("The emir, [Sheikh Omar al-Ahmad al-Jaber al-Sabah|person], took the letter.")
    check("[Anna Berg|person] von [Carl Dahl|person] is no name.")
  }

  @Test func aFamilyNameThatIsAMonthIsSomebodysBeforeAVerbOfSaying() {
    check("[Anna May|person] came. [May|person] replied in a letter. But [May|person] has no time.")
    check("[Anna May|person] came. May is warm here. In May they swim.")
  }

  @Test func aLawByItselfIsNobody() {
    check("The harbour Bill was read. Nobody likes the Bill, [Anna Berg|person] said, but the Bill is law.")
    check("[Bill Stone|person] came. [Bill|person] slept.")
  }

  @Test func takesATitleForNobodysName() {
    check(
      "Announced by the office, Mr. [Keller|person] said in an interview, Mr. [Brown|person] looked at his shoes."
    )
    check("In a contest between [Brown|person] and Sen. [Bernard Hanson|person], she was preferred.")
    check("Candidate Sen. [Bernard Hanson|person] met Rep. [Omar Stone|person] and Pres. [Brown|person].")
  }

  @Test func takesTheTitleOfSeveralForNobodysName() {
    check(
      "Presidents [Keller|person] and [Brown|person] met Prime Ministers [Anna Berg|person] and [Tom Roe|person]."
    )
  }

  @Test func findsPeoplesOfTwoWordsAsAWhole() {
    check(
      "[North Korean officials|demonym] and the [South Koreans|demonym] met; [Korean troops|demonym] stayed.")
  }

  @Test func theCountryOfAPlaceIsNoPartOfItsName() {
    check("They met in Norwegian [Odda|place]. In [Odda|place] it rained, and [Odda|place] slept.")
  }

  @Test func takesAnOrdinaryWordOfAHeadlineForNoGivenName() {
    check(
      "Liberal Donor [Adelstone|person] and the rest agree on nothing. The donor [Samuel Adelstone|person] left."
    )
    check("[Rasmus Keller|person] spoke. His father [Paul Keller|person] slept.")
  }

  @Test func anOfficeInShortCapitalsIsNoPartOfWhatItIsFor() {
    check(
      "[Maria Keller|person], the [Labour|organization] MP for [Portsea|place], spoke. [Anna Berg|person], MP for [Wetherby|place] and [Brigg|place], left."
    )
  }

  @Test func whatIsCalledAfterSomebodyIsAPlace() {
    check("They met on the [Clara Keller bridge|place]. The [Clara Keller bridge|place] was shut.")
    check("They met the [Clara Keller|person] whom all knew.")
  }

  @Test func whatANounForPlacesStandsBeforeIsOne() {
    check("They met in the northern town of [Carla Verdes|place].")
    check("In the city of [Elena Mar|place] nobody slept.")
  }

  @Test func aNameInAListOfPlacesIsOne() {
    check(
      "The governors of [Zulmar|place], [Apur|place], [Vergas|place] and [Carabel|place] met [Maria Keller|person]."
    )
  }

  @Test func particlesInARowBelongToTheName() {
    check("[Clara von der Berg|person] rose. “It is late,” [von der Berg|person] said.")
    check("“It rained,” [van der Berg|person] said. [Anna van der Berg|person] went home.")
  }

  @Test func takesACommonPhraseInCapitalsForNoName() {
    check("The lab teaches Machine Learning. [Maria Keller|person] opened it.")
    check(
      "A course on Water Pumps begins. Engineers use water pumps every day, as [Maria Keller|person] does.")
    check("The candidate gave money to a super PAC. The PAC spent it, and PACs are many.")
    check("The [United Nations|organization] met. All united nations agree.")
  }

  @Test func takesAWordThatTheTextMostlyPrintsSmallForNoName() {
    check("[Maria Keller|person] sold Pizza. One pizza is hot, and another pizza is cold.")
    check("The words of God reached [Maria Keller|person].")
  }

  @Test func partsWhatIsRunTogetherWithAPersonsName() {
    let named = "[Maria Keller|person] left. [Paul Stone|person] slept. "
    check(named + "They saw [Keller|person]'s [Colorado|place] office.")
    check(
      named
        + "They saw the [Keller|person] [State Department|organization] and the [Keller Foundation|organization]."
    )
    check(named + "A [Keller|person]-[Stone|person] matchup is near.")
    check(named + "[Maria Keller|person] Says [Stone|person] Should Go")
    check("[Ohio|place] Sen. [Paul Stone|person] slept.")
  }

  @Test func takesTheNameOfAShipForNobody() {
    check("The USS Paul Keller left at noon.")
    check("[Maria Keller|person] saw HMS Daring and the MV Paul Stone in the harbour.")
    check("Hurricane Maria hit the town. The wrecked town fears Maria, said [Paul Keller|person].")
  }

  @Test func whoeverTookAPictureIsNotNamedInTheText() {
    check("[Paul Keller|person] left ([AFP|organization]/Maria Stone).")
  }

  @Test func readsABodysNameOverAHyphen() {
    check(
      "She leads the [UN Office for the Co-ordination of Humanitarian Affairs|organization] in the town.")
  }

  @Test func anArticleWithASmallWordBehindItNamesNoPaper() {
    check("The sun rose at six. The national picture is good, the guardian of the gate said.")
    check("The [National Institute for Water|organization] said so.")
  }

  @Test func aPlaceWithHyphensIsTheSameWithoutThem() {
    check("He landed in [Port au Prince|place] on Monday, and in [Port-au-Prince|place] again.")
  }

  @Test func anAdjectiveOfSeveralWordsNamesNothing() {
    check("Aid came from [Russia|country] and Latin American nations.")
  }

  @Test func theStateBehindAPlaceIsNoPlaceOfItsOwn() {
    check("The boat left [Portland|place], Ore., and reached [Denver|place], CO, by rail.")
    check("Sen. [Paul Stone|person] (D-Calif.) met Rep. [Maria Keller|person], R-Tex., at noon.")
  }

  @Test func takesAShortFormOfAThingForNoPlace() {
    check("They moved to AI. The AI of the firm grew.")
  }

  @Test func takesTheFamilyNameOfWhomTheTextNamesInFull() {
    check(
      "The ferry is late, said [Joshua Apte|person], its captain. “A battle of niches” [Apte|person] said.")
  }

  @Test func cutsAWordOfAHeadlineOffANameThatStandsAlone() {
    check(
      "Rival [Lowe|organization] was lower too. Shares of [Lowe|organization] fell, and [Maria Keller|person] sold."
    )
  }

  @Test func aRankIsNoPartOfAName() {
    check("The widow of Navy SEAL [Max Stone|person] spoke.")
    check("[Dora Woods|person], whose husband, Navy SEAL [Ty Woods|person], was killed, spoke.")
  }

  @Test func aNameThatEndsAsBodiesDoIsABody() {
    check("The fire began near [St Brannock's Hospital|organization] on Tuesday.")
    check("She teaches at [Harrow University|organization] in [Boston|place].")
  }

  @Test func takesAGivenNameAndAFamilyNameForNoPlace() {
    check("The shot was fired at [Darren Mowse|person].")
  }

  @Test func takesAnEpithetBeforeAGivenNameForNoPartOfIt() {
    check("[Maria Keller|person] met Sly [Maria|person], as he called her. [Maria|person] left.")
    check("[Megyn Kelly|person] met [Kelly Brown|person]. [Kelly Brown|person] left.")
  }

  @Test func givesAPersonTheOfficeButNotThePartThatIsPlayed() {
    let told = [
      "They saw candidate Sen. Bernard Hanson.", "They saw foreign minister Gen. Bernard Hanson.",
      "They saw spokesman Bernard Hanson.",
    ].map { sentence in
      let range = TextRange(0, sentence.utf8.count)
      let text = Self.splitter.split(sentence, blocks: [.init(kind: .paragraph, range: range)])
      return Self.recognizer.mentions(in: text).compactMap(\.title).map { text.string($0) }
    }
    #expect(told == [["Sen."], ["foreign minister Gen."], ["spokesman"]])
  }

  @Test func takesTheTagBehindAPoliticiansNameForItsPlace() {
    check("Sen. [Max Stone|person], R-[Texas|place], received all of them.")
    check("[Max Stone|person] bought a T-shirt.")
  }

  @Test func takesNoWordForAGivenNameThatOnlyOpensTheSentence() {
    check("Does [Keller|person] agree? Unlike [Keller|person], [Maria Brown|person] does.")
    check("They rumble on and on. Rumble [Keller|person] might, but [Will Brown|person] will not.")
  }

  @Test func aNameBeginsWithNoWordThatAsks() {
    check("Why [Maria Keller|person] Left, and How [Orion Bank|organization] Grew")
    check("The [WHO|organization] sent experts to [Geneva|place].")
  }

  @Test func takesNoShortFormOfWordsForAName() {
    check("This is what I’ll call luck, and what I'd say I’ve seen.")
    check("The AI of the HVAC runs in SQL. It was sold to Inc. readers.")
  }

  @Test func aLawOrTreatyIsNobody() {
    check(
      "He asked for it under the Clean Rivers Act (CRA). The CRA was passed, and [Max Stone|person] left.")
    check("The Harbour Safety Agreement was signed in [Ghent|place], where [Max Stone|person] lives.")
    check("They met in [Ghent|place] and signed the Ghent Agreement, [Max Stone|person] said.")
    check("Under Article 12 of the Treaty of Ghent they may fish, as [Max Stone|person] said.")
  }

  @Test func capitalsThatStandForWordsInSmallLettersAreNoName() {
    check("An all-terrain vehicle (ATV) is loud. The ATV of [Max Stone|person] is the loudest.")
    check("They sold GFXs and RVs to [Max Stone|person].")
    check("The [Harbour Safety Agency|organization] ([HSA|organization]) replied to [Max Stone|person].")
  }

  @Test func aPartysAdjectiveBesideAPlaceNamesThePlace() {
    check(
      "[Max Stone|person], Republican of [California|place], met [Ana Rojas|person], the [Ohio|place] Democrat."
    )
    check("Sen. [Max Stone|person] (R-MD) met Sen. [Omar Brown|person] (D-MN).")
  }

  @Test func cutsWordsAndNumbersBeforeAListedName() {
    check(
      "Top [Republican Party|organization] donor [Max Stone|person] paid for 20,000 [United Nations|organization] letters."
    )
    check("[Maria Stone|person], whose husband, Navy SEAL [Will Stone|person], died, spoke.")
  }

  @Test func partsABodyFromWhatItHas() {
    check(
      "The [Supreme Court|organization]'s [Harbour Union|organization] decision helped [Max Stone|person].")
  }

  @Test func findsPlacesAndCountries() {
    check("They drove from [Aleppo|place] to [Damascus|place], and from there to [Saudi Arabia|country].")
    check("The [U.S.|country] and [Turkey|country]'s neighbours disagree, but not us.")
  }

  @Test func aThingNamedAfterAPlaceIsNoMentionOfThePlace() {
    check("The Bergen process had stalled, [Maria Keller|person] said in [Bergen|place].")
    check("The Bergen peace process had stalled, and peace in [Bergen|place] with it.")
    check("They signed the Hamburg Protocol in [Hamburg|place].")
  }

  @Test func findsOrganizationsByListAndByLastWord() {
    check("The [United Nations Security Council|organization] met as [NATO|organization] watched.")
    check("[Northern Harbour Council|organization] members left [Hay'et Tahrir al-Sham|organization].")
  }

  @Test func findsStateBodiesThatAnAdjectiveNames() {
    check("The [Jordanian army|organization] and the [Peruvian foreign ministry|organization] agreed.")
  }

  @Test func findsPeoplesAndThoseWhoActForThem() {
    check(
      "The [Danish|demonym], [Dutch|demonym] and [Belgian governments|demonym] fell; Danish and Dutch wine sold."
    )
    check("The [Kurds|demonym] and the [Armenian troops|demonym] stayed; Armenian wine was sold.")
  }

  @Test func findsDescriptionsOfOneOfficeHolder() {
    check("His [Peruvian counterpart|description] waved, then the [Chilean president|description] spoke.")
    check("The Chilean president [Ana Rojas|person] spoke.")
    check("On Monday the [UK prime minister|description] met the [South Korean president|description].")
    check("They wrote to [South Korea's president|description] and to the [US president|description] again.")
    check("The [US|country] presidents of old slept here.")
  }

  @Test func whatATitleHoldsIsNoPlace() {
    check("[Tom Stone|person] left. He hit back at British Defense Secretary [Anna Berg|person] for it.")
  }

  @Test func aVerbThatAsksIsNoPartOfAName() {
    check("Q and A Does [Russia|country] present a threat to the town?")
  }

  @Test func findsASeatOfGovernmentAsTheSubjectOfAnyVerb() {
    check("The [Kremlin|organization] has welcomed them. A [Kremlin|organization] statement came at noon.")
    check("He advises the [Kremlin|organization].")
  }

  @Test func cutsTheAdjectiveOfAFaithOffAListedOrganization() {
    check("They had defeated [Daesh|organization] [Takfiri fighters|demonym] in the hills.")
  }

  @Test func keepsAListedNameWithACommaWhole() {
    check("They flew to [Washington, D.C.|place] on Monday, then to [Oslo|place].")
  }

  @Test func takesCapitalsInBracketsBehindAnOrganizationForItsShortForm() {
    check("The [Harbour Workers Union|organization] ([DXU|organization]) met on Monday.")
  }

  @Test func partsTwoListedNamesThatAWordJoins() {
    check("It is sold in [North America|place] and [Western Europe|place].")
    check("It is sold in [Trinidad and Tobago|country].")
  }

  @Test func takesWhoHoldsAnOfficeForAPerson() {
    check(
      """
      [Wintlehope Chemicals|organization] will pay. \
      [Osgar Wintlehope|person], the acting chief executive, said that the firm would.
      """)
    check("[Osgar Wintlehope|person], the acting chief executive, said that the firm would pay.")
    check("[Osgar Wintlehope|person], a spokesman for the firm, said that it would pay.")
    check("They named [Osgar Wintlehope|person], a spokesman")
  }

  @Test func givesANameOneKindThroughoutADocument() {
    check(
      "[Mirela Castor|person] won the vote. Mr [Castor|person] thanked them, and [Castor|person]'s aides left."
    )
    check("The [Kremlin|organization] said so on Friday, and the [Kremlin|organization] did not say more.")
  }

  @Test func cutsAPossessiveWithEitherApostrophe() {
    check("[Lebanon|country]'s roads and [Jordan|country]’s rivers were closed near [Amman|place].")
  }

  @Test func takesNoWeekdayMonthOrFirstWordForAName() {
    check("Unfortunately, it rained. Together they left on Wednesday in January. Close ties matter.")
  }

  @Test func aSmallPartBehindAHyphenBelongsToTheName() {
    check("President [Moon Sae-in|person] said on Monday that he would go. [Moon|person] left on Tuesday.")
    check("[UN|organization] Secretary-General [Ban Do-yun|person] and [Maria Keller|person] wept.")
    check("The vice-minister [Choe Dun-hui|person] said she had heard of it.")
    check("Talks led by [Maria Keller|person]-appointed envoys failed.")
  }

  @Test func aNameInQuotationMarksBetweenOthersIsPartOfTheName() {
    check("The singer [Rudolf \"Ruddy\" Keller|person] met [Anna “Nan” Berg|person] on Monday.")
    check("[Maria Keller|person] called “[Berg|person]” out.")
  }

  @Test func aPrinceIsNamedBehindHisTitle() {
    check("Prince [Ali bin Omar|person] left. Prince [Ali|person] met Princess [Hilda|person].")
  }

  @Test func whatSomebodyBelievesInIsNoPlaceAndNoPartOfAName() {
    check("The harbour and Leftist rebels have signed a deal.")
    check("Talks with [FARC|organization] ended. The Marxist [FARC|organization] won.")
    check("The First Family left.")
  }

  @Test func aCapitalBetweenANameAndAnAgeIsOfTheName() {
    check("Mr [Goh Seck Soon|person], 71, who drives a taxi, said so.")
  }

  @Test func theWordsBeforeACommaTellThatAPersonFollows() {
    check("They dragged the speaker of the house, [Osgar Wintlehope|person], from his car.")
    check("He had come from the coast with his wife, [Despona|person], and a dog.")
    check("Farmer [Anna Wintlehope|person] had come by bus.")
  }

  @Test func whoseFlightHasANumberIsACarrier() {
    check("Nobody was hurt when [Puffin Air|organization] flight 212 left the runway.")
    check("They blamed the weather for what befell [Puffin Air|organization] Flight 212.")
    check("Nobody was hurt when Monday flight 212 left the runway.")
  }

  @Test func aWordBehindTheNumberOfAModelIsNobody() {
    check("The firm’s 200 Max was late. A 200 Max burned, and the Max stayed in its shed.")
    check("In 2018 [Max Keller|person] came, and on March 12 [Keller|person] left.")
  }

  @Test func aGivenNameThatNoListKnowsIsWhomTheTextNamesInFull() {
    check(
      "Captain [Wubit Keller|person] told the tower that she was late. [Wubit|person] — at 29 the youngest of them — then fell silent."
    )
  }

  @Test func aGroupOfTheListsIsFoundWithoutTheTagger() {
    check("A road was shut against the [Contras|group], who had come from the hills.")
  }

  @Test func aNameThatNoListKnowsStandsBetweenAnOfficeAndAVerbOfSpeech() {
    check(
      "Livonian Foreign Ministry Spokesman [Geng Shuang|person] said that the pier was shut. [Geng|person] left."
    )
  }

  @Test func aPlaceAndAnOfficeBeforeANameAreNobody() {
    check("In the end, [Paris|place] Archbishop [Anna Keller|person] left.")
  }

  @Test func aWordThatOpensASentenceIsNobodyWhereTheTextHasItSmall() {
    check("The council wants it. Bill would end the quarrel. The bill is late.")
    check("The council wants it. [Bill|person] would end the quarrel. For [Bill|person] the bill is late.")
  }

  @Test func whoIsToldToPresideOverABodyIsAPerson() {
    check("Some 40 tons melted, estimates [Jacky Bonnemont|person], president of the group, citing research.")
  }

  @Test func aNameWithAParticleWithinItKeepsItsFirstWord() {
    check("[Awad Ibn Keller|person], the head of the council, left on Friday. Mr [Ibn Keller|person] is old.")
  }

  @Test func oneWordBehindAnOfficeInCapitalsIsSomebodyWhoSaysSomething() {
    check("But in a post, Prime Minister [Pashkavan|person] said the pact was good.")
    check("The harbour is shut. The Prime Minister Office said so. Nobody left.")
  }

  @Test func aRankIsNoPartOfWhomTheTextNamesInFull() {
    check(
      "It was Field Marshal [Khalil Haddar|person]. The port backs Field Marshal [Haddar|person] and his men. Nobody was there but Field Marshal [Haddar|person]."
    )
  }

  @Test func theOfficeOfSeveralCountriesIsNoBody() {
    check("Talks of the Foreign Ministers of [Russia|country], [Norway|country] and [Italy|country] went on.")
  }

  @Test func aBodyMayBeNamedByATreaty() {
    check("The head of the [Government of National Accord|organization] left.")
  }

  @Test func whoPresidesIsNamedBehindTheOfficeAtASentencesBeginning() {
    check(
      "Speaker of the house, [Arat Mirzokan|person], was beaten. The house's speaker, [Arat Mirzokan|person], fell."
    )
  }
}
