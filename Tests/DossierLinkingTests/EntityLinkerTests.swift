import DossierLinking
import DossierModel
import DossierSource
import Testing

@Suite struct EntityLinkerTests {
  @Test func linksASurnameToTheOnlyFullNameBeforeIt() {
    check(
      "[Ursula von der Leyen|person 1] spoke first.\n[Von der Leyen|person 1] left early. [Leyen|person 1] won."
    )
  }

  @Test func givesNoPageToAReporterOfTheOutletItself() {
    let dossier = check(
      "[The Gazette|organization -]’s [Ann Smith|person 1] said [“Rain”|quote 1].\n[Bob Lee|person 2] spoke.",
      "[Bob Lee|person 2] met [The Herald|organization 4]’s [Cy Ortiz|person 3].",
      "[Cy Ortiz|person 3] and [Ann Smith|person 1] left.")
    let pages = dossier.entities.filter { $0.kind == .person && $0.promotion.hasPage }.map(\.name)
    #expect(pages.sorted() == ["Bob Lee", "Cy Ortiz"])
  }

  @Test func aGivenNameBeforeAndSharesTheFamilyNameBehindIt() {
    check(
      "[Ann Lunde|person 1] spoke. [Ann|person 2] and [Bob Berg|person 3] slept.",
      "[Ann Berg|person 2] has a brother, [Bob Berg|person 3].")
    check("[Ann Lunde|person 1] spoke. [Ann|person -] and [Bob Berg|person 2] slept. [Ann|person 1] left.")
    check("[Ann Lunde|person 1] spoke. [Lunde|person 1] and [Bob Berg|person 2] slept.")
  }

  @Test func anAgencyIsOneUnderItsNameAndItsLetters() {
    check(
      "The [Lakes Press|organization 1] reported rain.\n[LPR|organization 1] said so.",
      "[LPR|organization 1] has a photo.")
  }

  @Test func initialsLeaveSmallWordsOut() {
    check("The [Bank of the Northern Isles|organization 1] closed.\n[BNI|organization 1] said so.")
    check(
      "The [Lakes and Seas Authority|organization 1] ([Lsa|organization 1]) met.\nThe [Lsa|organization 1] left."
    )
  }

  @Test func aWordWithCapitalsWithinItIsTheShortFormOfWhatItStandsBehind() {
    check(
      "The [Lakes Crime Office|organization 1] ([LakCo|organization 1]) met.\nThe [LakCo|organization 1] left."
    )
  }

  @Test func aNameOfSeveralWordsIsABodysWhereMostArticlesReadItSo() {
    check(
      "[Kohle Werke Brandel|organization 1] closed.", "[Kohle Werke Brandel|organization 1] owes much.",
      "Lenders met [Kohle Werke Brandel|person 1].")
  }

  @Test func aBodysShortNameIsNoOutlets() {
    check("The [League of Lakes|organization 1] met.\nThe [WL|organization 1] slept.", outlet: "The Post")
  }

  @Test func aKnownBodyIsNobodyWhomOnlyAnotherArticleNamesInFull() {
    check(
      "[Ann Hadley|person 1] spoke. [Hadley|person 1] left.",
      "[Rudolf Rassendyll|person 2] told [Hadley|person 3] so.",
      "[Rudolf Rassendyll|person 2] met [Mr|title] [Hadley|person 4].")
  }

  @Test func linksASurnameToTheOnlyFullNameBehindIt() {
    check("[Rassendyll|person 1] spoke.\n[Rudolf Rassendyll|person 1] left.")
  }

  @Test func linksANameWithAnHonorificAndListsItAsSuch() {
    let dossier = check("[Rudolf Rassendyll|person 1] spoke.\n[Mr|title] [Rassendyll|person 1] left.")
    #expect(dossier.entities[0].aliases.contains { $0.text == "Mr Rassendyll" && $0.kind == .honorific })
  }

  @Test func aPlaceIsOneWithItsStateBehindItAndWithout() {
    check("A ship left [Portsea, R.N.|place 1] for [Portsea|place 1] again.", "[Portsea|place 1] is near.")
  }

  @Test func aCompanyIsOneWithItsLegalFormAndWithout() {
    check(
      "[Harbour Mills Inc.|organization 1] sold a ship.", "[Harbour Mills|organization 1] bought a ship.",
      "[Kelden Inc.|organization 2] sank one; [Kelden|organization 2] paid.")
  }

  @Test func aNameReadInTwoWaysIsNobodysWhereNothingElseSpeaksForAPerson() {
    let dossier = check(
      "[Varo Beltan Sarr|person 1] took the town. [Varo Beltan Sarr|person 1] left.",
      "[Varo Beltan Sarr|organization 1] is a force of the hills.")
    #expect(dossier.entities.map(\.kind) == [.organization])
    check(
      "[Varo Beltan|person 1] spoke. [Mr|title] [Beltan|person 1] left.",
      "[Varo Beltan|organization 2] is a mill.")
  }

  @Test func aWordReadAsAPersonAndAsAPlaceIsNeitherWhereNothingElseSpeaksForIt() {
    let dossier = check(
      "They took [Varol|person 1] at noon. The doses of [Varol|place 1] are gone.",
      "A box of [Varol|place 1] is dear, and [Varol|person 1] helps.")
    #expect(dossier.entities.map(\.kind) == [.other])
    let named = check(
      "They took [Varol|person 1] at noon. [Mr|title] [Varol|person 1] left.", "[Varol|place 2] is far.")
    #expect(Set(named.entities.map(\.kind)) == [.person, .place])
  }

  @Test func aPaperIsNotThePlaceThatItIsNamedAfter() {
    check("The [Port Zenda Times|organization 1] says that [Port Zenda|place 2] is quiet.")
    check("[Lake Kelden Today|organization 1] says that [Lake Kelden|place 2] is quiet.")
  }

  @Test func aNamePrintedMoreOftenThanASurnameIsNoMisprintOfIt() {
    check("[James Strelsa|person 1] spoke. [Strelsau|person 2] and [Strelsau|person 2] left.")
    check("[James Strelsa|person 1] spoke. [Strelsau|person 1] left.")
    check("[James Strelsa|person 1] spoke. [Mr|title] [Strelsau|person 1] left, [Strelsau|person 1] said.")
  }

  @Test func whatIsWrittenInCapitalsForItsWeightIsNoAbbreviation() {
    check("That [IS|place 1] so.", "An [Island|place 2] is far.")
  }

  @Test func aGovernmentWithACapitalIsItsCountryToo() {
    check("The [Ruritanian Government|group demonym 1] met. [Ruritania|country 1] slept.")
    check("The [Ruritanian Northern Guard|group demonym 2] met. [Ruritania|country 1] slept.")
  }

  @Test func aPersonGoesByAShortFormOfTheGivenName() {
    check("[Robert Strelsa|person 1] spoke.", "[Bob Strelsa|person 1] left. [Strelsa|person 1] slept.")
    check("[Rob Strelsa|person 1] spoke.", "[Bob Strelsa|person 1] left.")
    check("[Robert Strelsa|person 1] met [Bob Strelsa|person 2].")
    check("[Alan Strelsa|person 1] spoke.", "[Albert Strelsa|person 2] left.", "[Al Strelsa|person 3] slept.")
  }

  @Test func whoHasAnothersMiddleNameIsAnother() {
    check("[Ann Rudolf Strelsa|person 1] spoke.", "[Rudolf Strelsa|person 2] left.")
    check("[Recep Tayar Strelsa|person 1] spoke.", "[Tayar Strelsa|person 1] left.")
    check("[Poet Ann Strelsa|person 1] spoke.", "[Ann Strelsa|person 1] left.")
  }

  @Test func anAbbreviationLeavesNoLetterOver() {
    check("[Lake Builders|organization 1] closed. The [LBJ|organization 2] left.")
    check("[Lake Builders Joint|organization 1] closed. The [LBJ|organization 1] left.")
  }

  @Test func whoIsOnceNamedBehindAPaperIsNoReporterOfIt() {
    let dossier = check(
      "[The Gazette|organization -] [Ann Smith|person 1] said [“Rain”|quote 1]. [Ann Smith|person 1] left. [Ann Smith|person 1] met [Ann Smith|person 1].\n[Ann Smith|person 1] slept, as [Ann Smith|person 1] does."
    )
    #expect(dossier.entities.contains { $0.name == "Ann Smith" && $0.promotion.hasPage })
  }

  @Test func aPeopleGoesByItsNameAndNotByThatOfItsOfficials() {
    let dossier = check(
      "[Ruritanian officials|group demonym 1] left.", "The [Ruritanians|group demonym 1] slept.")
    #expect(dossier.entities.map(\.name) == ["Ruritanians"])
  }

  @Test func givesAMansTitleToNoWoman() {
    check(
      "[Ann Smith|person 1] spoke.\n[Mr|title] [Smith|person 2] left.\n[Ms|title] [Smith|person 1] slept.",
      "[Bob Smith|person 2] spoke.")
    check("[Bob Smith|person 1] spoke.\n[Ms|title] [Smith|person 2] left.")
  }

  @Test func takesAFamilyForNoMisprintOfItsName() {
    check("[Rudolf Elphberg|person 1] spoke.\nThe [Elphbergs|person 2] left.")
  }

  @Test func takesASurnameInCapitalsForNoAbbreviation() {
    let dossier = check("[Rudolf Rassendyll|person 1] spoke.\n[RASSENDYLL|person 1] left.")
    #expect(dossier.entities[0].aliases.contains { $0.text == "RASSENDYLL" && $0.kind == .short })
  }

  @Test func namesAPersonInFullWhereTheGivenNameLooksLikeAParticle() {
    let dossier = check("[Al Stone|person 1] spoke.\n[Stone|person 1] left. [Stone|person 1] slept.")
    #expect(dossier.entities[0].name == "Al Stone")
    #expect(dossier.entities[0].aliases.contains { $0.text == "Stone" && $0.kind == .short })
  }

  @Test func takesASurnameForWhomTheArticleCallsByAGivenNameThatLooksLikeAParticle() {
    check(
      "[Rudolf Stone|person 1] spoke. [Rudolf Stone|person 1] left.",
      "[Al Stone|person 2] spoke. [Stone|person 2] left.", "[Rudolf Stone|person 1] slept.")
  }

  @Test func takesAGivenNameThatLooksLikeAParticleForNobodyElses() {
    check("[Omar Hadi|person 1] spoke.\n[El Hadi|person 2] left.")
    check("[Omar al-Hadi|person 1] spoke.\n[El Hadi|person 1] left.")
  }

  @Test func callsABodyByItsNameRatherThanByWhatIsShortForIt() {
    let dossier = check(
      "The [Lakes League|organization 1] met.", "[Lakes League|organization 1] fell.",
      "The [League of Lakes|organization 1] rose.")
    #expect(dossier.entities[0].name == "League of Lakes")
  }

  @Test func keepsAPlaceApartFromItsUniversity() {
    check("They left [Zenda|place 1].\nThey saw [Zenda|place 1].\n[Zenda University|organization 2] closed.")
  }

  @Test func leavesASurnameOpenThatTwoPeopleOfTheArticleBear() {
    check("[Ann Smith|person 1] met [Bob Smith|person 2].\n[Smith|person -] left.")
  }

  @Test func keepsASurnameToItsArticleWhenTheCorpusKnowsSeveralBearers() {
    check(
      "[Ann Smith|person 1] spoke.", "[Bob Smith|person 2] spoke.",
      "[Smith|person 3] spoke.\n[Smith|person 3] left.", "[Smith|person 4] slept.")
  }

  @Test func linksABareSurnameToTheBearerWhomTheCorpusNamesByFarTheMost() {
    let often = Array(repeating: "[Bob Smith|person 1] spoke.", count: 5)
    let corpus = MarkedCorpus(
      often + ["[Ann Smith|person 2] slept.", "[Smith|person 1] left.", "[Ms|title] [Smith|person 2] left."])
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    #expect(dossier.entities.map(\.mentionCount) == [2, 6])
  }

  @Test func takesASurnameForNoRelativeWhereATitleIsAnothers() {
    let often = Array(repeating: "[Bob Smith|person 1] spoke.", count: 9)
    func bearers(_ text: String) -> [EntityID?] {
      let corpus = MarkedCorpus(often + [text])
      let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
      let bob = dossier.articles[0].mentionLinks[0].entity
      let links = dossier.articles.first { $0.id.string == "a9" }?.mentionLinks.map(\.entity) ?? []
      return links.map { $0 == bob ? bob : nil }
    }
    let bob = bearers("[Bob Smith|person 1] left.")[0]
    #expect(bob != nil)
    #expect(
      bearers("[Ann Smith|person 2] slept.\n[Mr|title] [Smith|person 1] left.\n[Smith|person 1] won.")
        == [nil, bob, bob])
    #expect(
      bearers("[King|title] [Smith|person 1] left.\n[Ann Smith|person 2] slept.\n[Smith|person 2] won.")
        == [bob, nil, nil])
    #expect(
      bearers("[Queen|title] [Ann Smith|person 2] slept.\n[Queen|title] [Smith|person 2] won.") == [nil, nil])
  }

  @Test func linksABareSurnameBesideARelativeOfWhomTheCorpusNamesMost() {
    let often = Array(repeating: "[Bob Smith|person 1] spoke.", count: 9)
    let corpus = MarkedCorpus(
      often + [
        "[Bob Smith|person 1] met [Ann Smith|person 2].\n[Smith|person 1] left.",
        "[Ann Smith|person 2] met [Bob Smith|person 1].\n[Ann Smith|person 2] spoke.\n[Smith|person -] left.",
      ])
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    func bearer(_ mention: Int, in article: String) -> EntityID? {
      dossier.articles.first { $0.id.string == article }?.mentionLinks[mention].entity
    }
    #expect(bearer(2, in: "a9") == bearer(0, in: "a0"))
    #expect(bearer(3, in: "a10") == nil)
  }

  @Test func goesByANameAsTextPrintsItRatherThanByOneInCapitals() {
    let dossier = check(
      "[RUDOLF ELPHBERG|person 1] spoke.\n[RUDOLF ELPHBERG|person 1] left.",
      "[Rudolf Elphberg|person 1] spoke.")
    #expect(dossier.entities[0].name == "Rudolf Elphberg")
  }

  @Test func theEditorsWordJoinsTheReadingsOfOneName() {
    let corpus = MarkedCorpus([
      "[Rudolf Elphberg|organization 1] met.", "[Rudolf Elphberg|organization 1] fell.",
      "The [Rudolf Elphberg|person 1] rose.",
    ])
    let line = Decision(
      id: DecisionID(0),
      action: .same(
        EntitySelector(.person, "rudolf-elphberg"), .printed("Rudolf Elphberg"), kind: nil, in: []),
      signature: Decision.Signature(), location: DossierSource.SourceLocation(path: "lines.txt", line: 1),
      line: "same")
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(
      of: corpus.articles, decisions: Decisions(lines: [line], all: [line], articles: [:]))
    #expect(dossier.entities.map(\.id.string) == ["person-rudolf-elphberg"])
    #expect(dossier.entities.first?.articles.count == 3)
  }

  @Test func goesByANameInFullRatherThanByOneCutShort() {
    let dossier = check("[Mt. Zenda|place 1] rose.\n[Mt. Zenda|place 1] fell.\n[Mount Zenda|place 1] rose.")
    #expect(dossier.entities[0].name == "Mount Zenda")
  }

  @Test func keepsAPlaceApartFromTheCityThatIsNamedLikeIt() {
    check("[Zenda City|place 1] woke.\nThey crossed [Zenda|place 2].", "[Zenda|place 2] slept.")
    check("[Zenda Province|place 1] woke.\nThey crossed [Zenda|place 1].")
  }

  @Test func takesTwoGivenNamesThatAreNearlyEqualForTwoPersons() {
    check("[Ivana Berg|person 1] spoke.", "[Ivanka Berg|person 2] left.")
    check("[Rudolf Bergen|person 1] spoke.", "[Rudolff Bergen|person 1] left.")
  }

  @Test func takesACountrysNameBesideOtherPlacesForAPlaceThatHasIt() {
    check(
      "[Borduria|country 1] and [Zenda|place 2] voted.", "[Borduria|country 3] voted.",
      "[Borduria|country 3] heard of [Zenda|place 2], and the [Bordurians|group demonym 3] cheered.")
  }

  @Test func namesAPersonInFullWhoseFamilyNameHasAHyphen() {
    let dossier = check(
      "[Ann Stone-Hill|person 1] spoke.\n[Stone-Hill|person 1] left. [Stone-Hill|person 1] won.")
    #expect(dossier.entities[0].name == "Ann Stone-Hill")
  }

  @Test func linksASurnameAcrossArticlesToItsOnlyBearer() {
    check("[Rudolf Rassendyll|person 1] spoke.", "[Rassendyll|person 1] left.")
  }

  @Test func keepsAPersonAndAPlaceOfOneNameApart() {
    check("[Jo Zenda|person 1] spoke.\n[Zenda|person 1] left.", "They met in [Zenda|place 2] at noon.")
  }

  @Test func takesParticlesHyphensAndMarksForNothing() {
    let dossier = check(
      "[Omar al-Hadi|person 1] spoke.", "[Omar Al Hadi|person 1] left.", "[Omar el-Hádi|person 1] slept.",
      "[Hay’et Nur al-Din|organization 2] fell.", "[Hayat Nur Al Din|organization 2] rose.")
    #expect(dossier.entities.count == 2)
  }

  @Test func takesOneLetterInALongNameForASlip() {
    let dossier = check(
      "[Rudolf Rassendyll|person 1] spoke.", "[Rudolf Rassendyll|person 1] left.",
      "[Rudolf Rassendykl|person 1] slept.")
    #expect(dossier.entities[0].name == "Rudolf Rassendyll")
    #expect(dossier.entities[0].aliases.contains { $0.text == "Rudolf Rassendykl" && $0.kind == .typo })
  }

  @Test func takesASurnameThatDiffersByALetterForTheOnlyPersonOfTheArticle() {
    check("[Rudolf Rassendykl|person 1] spoke.\n[Mr|title] [Rassendyll|person 1] left.")
  }

  @Test func linksAnAbbreviationThatTheTextDefines() {
    let dossier = check(
      "The [Hayat Tahrir Nur|organization 1] ([HTN|organization 1]) fell.", "[HTN|organization 1] rose.")
    #expect(dossier.entities[0].aliases.contains { $0.text == "HTN" && $0.kind == .acronym })
  }

  @Test func keepsAbbreviationsWithTwoMeaningsToTheirArticles() {
    check(
      "[Red River Bank|organization 1] ([RRB|organization 1]) fell.",
      "[Round Robin Board|organization 2] ([RRB|organization 2]) rose.")
  }

  @Test func joinsWhatTheKnowledgeBaseCallsOneThingAndNotItsParts() {
    check(
      "The [LL|organization 1] met.", "The [League of Lakes|organization 1] met.",
      "The [League of Lakes Assembly|organization 2] voted.")
  }

  @Test func readsAFrontByItsNameInAnyOrder() {
    check(
      "The [Nur Front|organization 1] fell.", "[Front Nur|organization 1] rose.",
      "[Al-Nur Front|organization 1] won.",
      "[Nur|organization 1] lost.", "The [Zenda Front|organization 2] lost.")
  }

  @Test func namesABodyThatEveryCountryHasWithItsCountry() {
    check(
      "The [Ruritanian Foreign Ministry|organization 1] spoke.",
      "[Ruritania|country 2]’s [Foreign Ministry|organization 1] spoke.",
      "[Ruritania's foreign ministry|organization 1] spoke.",
      "The [Bordurian Foreign Ministry|organization 3] spoke.",
      "The [Bordurian|country demonym 4] [Foreign Ministry|organization 3] spoke.")
  }

  @Test func linksDemonymsToTheCountry() {
    check(
      "[Ruritania|country 1] won.",
      "The [Ruritanians|group demonym 1] won. [Ruritanian troops|group demonym 1] left.")
  }

  @Test func joinsAPeopleWithTheOnlyPartOfItThatIsNamed() {
    check("The [Ruritanian Veleds|group 1] left. The [Veleds|group 1] won.")
    check(
      "The [Ruritanian Veleds|group 1] left.", "The [Bordurian Veleds|group 2] left.",
      "The [Veleds|group 3] won.")
  }

  @Test func linksADescriptionByTheTitlePrintedBeforeAName() {
    let dossier = check(
      "[Ruritanian King|title] [Rudolf Elphberg|person 1] met [Bordurian Marshal|title] [Kurvi Tasch|person 2].\n"
        + "[The Bordurian marshal|person description 2] left. [The Ruritanian leader|person description 1] slept.\n"
        + "[A Ruritanian clerk|person description -] stayed.")
    #expect(dossier.entities.flatMap(\.aliases).contains { $0.kind == .description })
  }

  @Test func leavesADescriptionOpenThatMayBeOneOfAListWithTheNameBehindIt() {
    check(
      "[Ruritanian King|title] [Rudolf Elphberg|person 1] waved.",
      "He wrote to the [Ruritanian king|person description -], [Kurvi Tasch|person 2] and the rest.",
      "The [Ruritanian king|person description 1] rode on. He saw [Kurvi Tasch|person 2].")
  }

  @Test func tellsACapitalThatActsFromOneWhereThingsHappen() {
    check(
      "[Ruritania|country 1] won.\nThey met in [Strelsau|place 2] and [Szohod|place 3].",
      "[Strelsau|place 1] has refused. A deal between [Strelsau|place 1] and [Szohod|place 4] failed.",
      "[Strelsau|place 1] and [Szohod|place 4] said no.", "[Borduria|country 4] won.")
  }

  @Test func aCapitalThatSomethingMovesToIsNoParty() {
    check(
      "[Ruritania|country 1] won. They met in [Strelsau|place 2] and [Szohod|place 3].",
      "An airliner flying between [Strelsau|place 2] and [Szohod|place 3] fell. A deal between [Strelsau|place 1] and [Szohod|place 4] failed.",
      "[Borduria|country 4] won.")
  }

  @Test func takesAnOutletThatNamesItselfForNoActor() {
    check(
      "He told [The Gazette|organization -]. He told the [Gazette|organization -].", outlet: "The Gazette")
  }

  @Test func isTheSameInAnyOrderOfArticles() {
    let corpus = MarkedCorpus([
      "[Ann Smith|person 1] spoke in [Zenda|place 2].", "[Smith|person 1] met [Bob Smyth|person 3].",
      "[Smith|person 1] left the [Nur Front|organization 4].", "[Nur|organization 4] won.",
    ])
    let linker = DossierLinker(knowledge: MarkedCorpus.knowledge)
    let forward = linker.dossier(of: corpus.articles)
    let backward = linker.dossier(of: corpus.articles.reversed())
    let told = { (dossier: Dossier) in
      dossier.entities.map { [$0.id.string, $0.name] + $0.aliases.map(\.text) }
    }
    #expect(told(forward) == told(backward))
    #expect(forward.articles.map(\.mentionLinks) == backward.articles.map(\.mentionLinks))
  }

  /// Articles on other matters, so that a collection is not taken to be on one.
  private static let elsewhere = (0..<20).map { "The [Ward \($0) Choir|organization w\($0)] sang." }

  /// The entity of a mention, by the numbers of article and mention.
  private func entity(_ place: (article: Int, mention: Int), in marked: [String]) -> EntityID? {
    let corpus = MarkedCorpus(marked + Self.elsewhere)
    let dossier = DossierLinker(knowledge: MarkedCorpus.knowledge).dossier(of: corpus.articles)
    return dossier.articles.first { $0.id.string == "a\(place.article)" }?.mentionLinks[place.mention].entity
  }

  @Test func takesASurnameForSomebodyOfAnotherArticleOnlyWhereTheTwoAreOnOneMatter() {
    let named = "[Rudolf Rassendyll|person 1] left the [Old Mill Choir|organization 2]."
    let apart = [named, "[Rassendyll|person 3] is a recipe."]
    #expect(entity((1, 0), in: apart) != entity((0, 0), in: apart))
    let together = [named, "[Rassendyll|person 1] saw the [Old Mill Choir|organization 2]."]
    #expect(entity((1, 0), in: together) == entity((0, 0), in: together))
    let known = [named, "[Rudolf Rassendyll|person 1] slept.", "[Rassendyll|person 1] is back."]
    #expect(entity((2, 0), in: known) == entity((0, 0), in: known))
  }

  @Test func takesAGivenNameForSomebodyWhomTheMatterAndTheCorpusKnow() {
    let named = "[Rudolf Zenda|person 1] left the [Old Mill Choir|organization 2].\n[Rudolf|person 1] sang."
    let apart = [named, named, "[Rudolf|person 3] is four."]
    #expect(entity((2, 0), in: apart) != entity((0, 0), in: apart))
    let together = [named, named, "[Rudolf|person 1] saw the [Old Mill Choir|organization 2]."]
    #expect(entity((2, 0), in: together) == entity((0, 0), in: together))
    let nobodys = ["[Ann|person 1] is four.", "[Ann|person 2] is five."]
    #expect(entity((0, 0), in: nobodys) != entity((1, 0), in: nobodys))
  }

  @Test func takesAnAbbreviationOfOneArticleInAnotherOnlyWhereTheTwoAreOnOneMatter() {
    let defined =
      "The [Hayat Tahrir Nur|organization 1] ([HTN|organization 1]) met the [Old Mill Choir|organization 2]."
    let apart = [defined, "[HTN|organization 3] is a format."]
    #expect(entity((1, 0), in: apart) != entity((0, 0), in: apart))
    let together = [defined, "[HTN|organization 1] saw the [Old Mill Choir|organization 2]."]
    #expect(entity((1, 0), in: together) == entity((0, 0), in: together))
    let known = [defined, defined, "[HTN|organization 1] is back."]
    #expect(entity((2, 0), in: known) == entity((0, 0), in: known))
  }

  @Test func takesAFamilyForNoBody() {
    let named = Array(repeating: "[Rudolf Elphberg|person 1] spoke.", count: 3)
    #expect(entity((3, 0), in: named + ["The [Elphbergs|organization -] left."]) == nil)
    #expect(entity((3, 0), in: named + ["The [Elphbirds|organization 2] left."]) != nil)
  }

  @Test func readsAbbreviatedWordsOfNamesInFull() {
    check("They climbed [Mt. Zenda|place 1].", "They climbed [Mount Zenda|place 1].")
  }

  @Test func takesTheHeadOfALongNameForTheName() {
    check("The [Academy of Arts|organization 1] closed.\nThe [Academy|organization 1] was old.")
    check("The [Zenda Archive of Arts|organization 1] closed.\nThe [Archive|organization 1] was old.")
  }

  @Test func aNameThatOnlyBeginsAFullNameFurtherDownMayBeAnothers() {
    let known = (0..<5).map { _ in "[Han Sol Un|person 1] came.\n[Han|person 1] left." }
    check("[Han|person 1] spoke.\n[Han Yor Chol|person 2] slept.\n[Han|person 1] left.", others: known)
    check(
      "[Han Sol Un|person 1] came.\n[Han|person 1] left.",
      "[Han|person -] spoke.\n[Han Yor Chol|person 2] slept.")
  }

  @Test func aSurnameBeforeAFullNameMayBeAnothersWhomTheCorpusHas() {
    check(
      "[Rudolf Rassendyll|person 1] spoke.",
      "[Rassendyll|person -] left.\n[Bob Rassendyll|person 2], his father, died.")
  }
}
