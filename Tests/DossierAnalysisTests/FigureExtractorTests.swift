import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

@Suite struct FigureExtractorTests {
  /// Each figure as it is printed, its number, qualifier, unit and what it counts.
  private func figures(_ marked: String) -> [String] {
    let text = AnalysedText(marked)
    let extractor = FigureExtractor(tables: LanguagePack.english.figures)
    return extractor.figures(in: text.clause, mentions: text.mentions, times: text.times).map { figure in
      [
        String(text.text[figure.range]), "\(figure.number)", figure.qualifier?.rawValue ?? "-",
        figure.unit ?? "-",
        figure.counted.map { String(text.text[$0]) } ?? "-",
      ].joined(separator: " | ")
    }
  }

  @Test func readsDigitsAndWords() {
    #expect(figures("It counts 3.6 million wild geese.") == ["3.6 million | 3600000.0 | - | - | wild geese"])
    #expect(figures("Three million geese came.") == ["Three million | 3000000.0 | - | - | geese"])
    #expect(figures("Half a million geese came.") == ["Half a million | 500000.0 | - | - | geese"])
    #expect(
      figures("They saw three hundred and fifty geese.") == [
        "three hundred and fifty | 350.0 | - | - | geese"
      ])
    #expect(figures("They saw twenty-five geese.") == ["twenty-five | 25.0 | - | - | geese"])
    #expect(figures("A dozen geese came.") == ["A dozen | 12.0 | - | - | geese"])
  }

  @Test func keepsTheQualifier() {
    #expect(
      figures("They saw more than 1,500 geese.") == ["more than 1,500 | 1500.0 | more-than | - | geese"])
    #expect(figures("They saw at least 40 geese.") == ["at least 40 | 40.0 | at-least | - | geese"])
    #expect(
      figures("Nearly three million geese came.") == ["Nearly three million | 3000000.0 | nearly | - | geese"]
    )
    #expect(figures("They saw 40 or more geese.") == ["40 or more | 40.0 | more-than | - | geese"])
  }

  @Test func readsUnits() {
    #expect(figures("A 30km-long fence.") == ["30km | 30.0 | - | kilometers | -"])
    #expect(figures("It rose by 12 percent.") == ["12 percent | 12.0 | - | percent | -"])
    #expect(figures("About 5% of the geese left.") == ["About 5% | 5.0 | about | percent | geese"])
    #expect(figures("It cost $3.2 million.") == ["$3.2 million | 3200000.0 | - | dollars | -"])
    #expect(figures("It cost €40m in all.") == ["€40m | 40000000.0 | - | euros | -"])
  }

  @Test func readsTheMoneyOfManyCountries() {
    #expect(figures("It cost RM42 million.") == ["RM42 million | 42000000.0 | - | ringgit | -"])
    #expect(figures("It cost 42m ringgit.") == ["42m ringgit | 42000000.0 | - | ringgit | -"])
    #expect(figures("It cost Rs 500 there.") == ["Rs 500 | 500.0 | - | rupees | -"])
    #expect(figures("It cost S$5 million.") == ["S$5 million | 5000000.0 | - | Singapore dollars | -"])
    #expect(figures("It cost US$5 million.") == ["US$5 million | 5000000.0 | - | dollars | -"])
    #expect(figures("The MH17 crash and the G20 summit.").isEmpty)
  }

  @Test func aParticipleMayStandBeforeTheNoun() {
    #expect(figures("It hosts 4,000 displaced families.") == ["4,000 | 4000.0 | - | - | displaced families"])
    #expect(figures("Some 4,000 fled to the coast.") == ["Some 4,000 | 4000.0 | about | - | -"])
  }

  @Test func aVerbOfOneIsANounBehindANumber() {
    #expect(figures("They sent 13 demands to the town.") == ["13 | 13.0 | - | - | demands"])
    #expect(figures("They sent 13 new demands to the town.") == ["13 | 13.0 | - | - | new demands"])
    #expect(figures("A council of 13 towns demands it.") == ["13 | 13.0 | - | - | towns"])
  }

  @Test func anAbbreviationInCapitalsIsNoPronoun() {
    #expect(figures("Some 2,000 U.S. geese came.") == ["Some 2,000 | 2000.0 | about | - | U.S. geese"])
  }

  @Test func aSmallCountThatOnlySaysWhichIsNoFigure() {
    #expect(figures("The two farmers spoke.") == [])
    #expect(figures("They fell out over two roads.") == ["two | 2.0 | - | - | roads"])
  }

  @Test(arguments: [
    "The S-400 and the F-35 flew.", "It was shown at MAKS-2019 by the G20.", "He was born in 1962.",
    "Call 555-0147 now.", "The 20-year-old left at 10:30.", "He finished 2nd of all.", "See page 12 of it.",
    "Dozens came.", "Half of it was gone.", "They won 3-2 at home.", "He came [on 12 May|time].",
    "One of them left.", "It lasted 12 days.",
  ])
  func namesDatesAndOrdinalsAreNoFigures(text: String) {
    #expect(figures(text) == [])
  }

  @Test func multipliesByLakhAndByALetterBeforePeopleAndUnits() {
    #expect(figures("Some 2.3 lakh geese came.") == ["Some 2.3 lakh | 230000.0 | about | - | geese"])
    #expect(
      figures("It sent 12m cubic metres of mud.") == [
        "12m cubic metres | 12000000.0 | - | cubic meters | mud"
      ])
    #expect(figures("The town has 3m people.") == ["3m | 3000000.0 | - | - | people"])
    #expect(figures("They built 12m walls.").isEmpty)
    #expect(figures("They dug 5m deep.").isEmpty)
  }

  @Test func readsThousandsPartedByASpace() {
    #expect(figures("Over 60 000 geese came.") == ["Over 60 000 | 60000.0 | more-than | - | geese"])
    #expect(
      figures("It cost 1\u{202F}250\u{202F}000 geese.") == [
        "1\u{202F}250\u{202F}000 | 1250000.0 | - | - | geese"
      ])
    #expect(figures("It cost 1\u{A0}250 geese.") == ["1\u{A0}250 | 1250.0 | - | - | geese"])
    #expect(figures("Of 12 250 geese came.").allSatisfy { !$0.hasPrefix("12 250") })
  }

  @Test func countsStatesAndOthers() {
    #expect(
      figures("13 geese had been killed and 157 wounded in the storm.") == [
        "13 | 13.0 | - | - | geese", "157 | 157.0 | - | - | wounded",
      ])
    #expect(figures("They charged Anna and 15 other people.") == ["15 | 15.0 | - | - | other people"])
  }

  @Test func countsThoseOnBoard() {
    #expect(figures("The ferry sank with 189 on board.") == ["189 | 189.0 | - | - | on board"])
    #expect(figures("All 157 aboard were saved.") == ["157 | 157.0 | - | - | aboard"])
    #expect(figures("They counted 189 on the ferry.").allSatisfy { !$0.hasSuffix("on") })
  }

  @Test func readsTheCodeOfACurrencyBeforeTheNumber() {
    #expect(figures("The geese cost EUR 1.9 billion.") == ["EUR 1.9 billion | 1900000000.0 | - | euros | -"])
    #expect(figures("The FAO 40 geese came to.").allSatisfy { !$0.hasPrefix("FAO") })
  }

  @Test func readsAMultiplierBehindAHyphen() {
    #expect(
      figures("An 18-million-pound fine was set.") == ["18-million-pound | 18000000.0 | - | pounds | -"])
    #expect(figures("An 18-m fence was set.").allSatisfy { !$0.contains("18000000") })
  }

  @Test func aTollIsABareNumber() {
    #expect(figures("The toll of the storm has risen to 43, they say.") == ["43 | 43.0 | - | - | -"])
    #expect(figures("The storm has risen to 43, they say.").isEmpty)
    #expect(figures("The toll rose to 43 from 41.") == ["43 | 43.0 | - | - | -"])
    #expect(figures("The toll is the worst since 1998.").isEmpty)
  }
}
