import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@Suite struct DatelineFinderTests {
  /// The words of a marked text that are dateline, for each of its sentences that begins with one.
  private func datelines(_ marked: String) -> [String] {
    let text = AnalysedText(marked)
    let finder = DatelineFinder(text: text.clause.text, mentions: text.mentions, times: text.times)
    return zip(text.clause.text.sentences, finder.lengths()).compactMap { sentence, length in
      guard length > 0 else { return nil }
      return String(text.text[TextRange(sentence.range.lowerBound, sentence.range.lowerBound + length)])
    }
  }

  private func check(_ dateline: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let plain = MarkedText(dateline).text
    #expect(
      datelines(dateline + "Ministers met on a boat. They parted.") == [plain], sourceLocation: sourceLocation
    )
  }

  private func checkNone(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    #expect(datelines(text) == [], sourceLocation: sourceLocation)
  }

  @Test func aPlaceADayAndAnAgencyBeforeADashAreADateline() {
    check("Aldmouth, [Feb 28, 2020|time] (Wire) - ")
    check("ALDMOUTH, [Feb. 28|time] (Wire) -- ")
    check("PORT-AU-LAC (Wire) — ")
    check("RIO DE LAGO, Ruritania (Wire-Press) – ")
    check("(Wire) – ")
    check("ALDMOUTH, Ruritania — ")
    check("ALDMOUTH/LIVNA, Ruritania (Wire) - ")
    check("[Aldmouth|place], [3 March|time] – ")
  }

  @Test func otherMarksEndADatelineToo() {
    check("PORTSEA—")
    check("PORTSEA • ")
    check("PORTSEA · ")
    check("ALDMOUTH, [3 March 2020|time] (Wire): ")
    check("[Lund|place]: ")
    check("(Wire) ")
    check("ALDMOUTH (Wire / Agency - [2nd March, 2020|time]) ")
  }

  @Test func aDatelineWithStrokesIsSeveralSentences() {
    #expect(
      datelines("LIVNA, [March 3|time]. /WIRE/. Ministers met on a boat.")
        == ["LIVNA, March 3.", "/WIRE/."])
  }

  @Test func whatOnlyLooksLikeOneIsNone() {
    checkNone("Ministers met (on a boat) - and parted.")
    checkNone("NATO — which was asked for help — said no.")
    checkNone("Aldmouth – The town that nobody knew.")
    checkNone("[Anna Berg|person]: We have met.")
    checkNone("The Union of Lakes (UL) - a body of towns - met.")
    checkNone("[March 3|time] – Ministers met on a boat.")
    checkNone("[Lund|place], a town - Ministers met there.")
  }

  @Test func whatBracketsHoldBesideANameMakesNoDateline() {
    checkNone("([Tom Keller|person] resigned on Monday.) Anna Berg was told of it.")
    checkNone("[Anna Berg|person] (Greens): Tom Keller resigned.")
    checkNone("[Harbour Bank|organization] (Lund): Tom Keller resigned.")
    checkNone("The Union of Lakes (UL)-Norland deal is dead.")
    checkNone("On [14 March|time] – The Day of the Boats – Tom Keller left.")
    check("[UNITED NATIONS|organization] (Wire) - ")
  }

  @Test func daysThatOpenSeveralParagraphsAreAChronicle() {
    checkNone(
      "[Lund|place], [3 March|time] – The mayor resigned.\n[Ghent|place], [4 March|time] – The mayor left.")
    checkNone("Lund ([March 1|time]): Rebels came.\nLund ([March 2|time]): Rebels left.")
  }

  @Test func aDayAndAPlaceDeepInATextAreAChronicle() {
    let text = "One.\nTwo.\nThree.\nFour.\n"
    checkNone(text + "[Aldmouth|place], [3 March|time] – Ministers met on a boat.")
    #expect(
      datelines(text + "Aldmouth, [3 March|time] (Wire) – Ministers met.") == ["Aldmouth, 3 March (Wire) – "])
  }

  @Test func whatATextTellsIsOfItsOwnDayAndNotOfItsDateline() {
    let text = AnalysedText(
      "ALDMOUTH, [Feb 28|time] (Wire) - [Anna Berg|person] met [Carl Dahl|person] [on Thursday|time].")
    let lengths = DatelineFinder(text: text.clause.text, mentions: text.mentions, times: text.times).lengths()
    let events = EventExtractor(tables: LanguagePack.english.events).events(
      in: text.clause, mentions: text.mentions, times: text.times, quotations: [], datelines: lengths)
    #expect(events.map(\.time) == [1])
  }

  @Test func aTownInCapitalsThatLooksLikeABodyNeedsADay() {
    check("[ALDMOUTH|organization], [Dec 8|time] — ")
    checkNone("[UNIC|organization] — Ministers met on a boat. They parted.")
  }
}
