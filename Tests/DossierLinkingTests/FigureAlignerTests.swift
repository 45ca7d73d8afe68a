import DossierModel
import DossierSource
import Testing

@testable import DossierLinking

@Suite struct FigureAlignerTests {
  @Test func pairsTheSameThingCountedInTwoArticles() {
    check(
      "[Ruritania|country 1] houses [more than 500,000|figure 500000 1] [Veled refugees|counted] in camps.",
      "The camps of [Ruritania|country 1] hold [500,000|figure 500000 1] [refugees|counted].")
  }

  @Test func leavesTheSameNumberOfOtherThingsAlone() {
    check(
      "[Ruritania|country 1] houses [3 million|figure 3000000 -] [refugees|counted] in camps.",
      "[Zenda|place 2] exports [3 million|figure 3000000 -] [tons|counted] of wheat.")
  }

  @Test func pairsEachFigureWithItsBestMatchOnly() {
    check(
      "[Ruritania|country 1] hosts [3.6 million|figure 3600000 1] [Veled refugees|counted] in camps.",
      "[Zenda|place 2] is home to [3 million|figure 3000000 -] [Veled farmers|counted].\nThe camps of [Ruritania|country 1] host [3 million|figure 3000000 1] [displaced Veled refugees|counted]."
    )
  }

  @Test func pairsANumberThatIsNotRoundByANameAlone() {
    check(
      "[Ruritania|country 1] bought [2,750|figure 2750 1] [sacks|counted] there.",
      "Nobody in [Ruritania|country 1] ate the [2,750|figure 2750 1].")
  }

  @Test func countsUnderTwoWordsAreOne() {
    check(
      "The storm in [Ruritania|country 1] left [5,000|figure 5000 1] fishermen wounded.",
      "Fishermen in [Ruritania|country 1]: [more than 5,500|figure 5500 1] injured, the storm office said.")
  }

  @Test func pairsPeopleWithWhatAnotherCallsThem() {
    check(
      "[620,000|figure 620000 1] [Velds|counted] crossed the border river of [Ruritania|country 1] on rafts.",
      "[622,000|figure 622000 1] [people|counted] crossed the river to [Ruritania|country 1] on rafts.")
  }

  @Test func pairsFarApartNumbersOnlyOfThoseWhomTheSameBefell() {
    check(
      "[At least 13|figure 13 1] [soldiers|counted] were killed in the storm at [Zenda|place 2].",
      "[22|figure 22 1] [soldiers|counted] had been killed by the storm at [Zenda|place 2].")
    check(
      "[At least 13|figure 13 -] [soldiers|counted] were fed in the storm at [Zenda|place 2].",
      "[22|figure 22 -] [soldiers|counted] had been fed in the storm at [Zenda|place 2].")
  }

  @Test func leavesFiguresOfOtherYearsApart() {
    check(
      "[Ruritania|country 1] housed [500,000|figure 500000 -] [refugees|counted] in camps in [2016|time 2016].",
      "[Ruritania|country 1] housed [520,000|figure 520000 -] [refugees|counted] in camps in [2019|time 2019]."
    )
  }

  @Test func leavesOtherNumbersOfOtherThingsApart() {
    check(
      "[Ruritania|country 1] houses [500,000|figure 500000 -] [refugees|counted] in camps near the border.",
      "[Ruritania|country 1] has [520,000|figure 520000 -] [soldiers|counted] in camps near the border.")
  }

  @Test func oneThingIsToldInWordsThatStandForEachOther() {
    check(
      "[Ruritania|country 1] signed the pact before [60,000|figure 60000 1] [guests|counted].",
      "The accord of [Ruritania|country 1] drew a crowd of [60,000|figure 60000 1] to [Zenda|place 2].",
      "Nobody in [Zenda|place 2] saw [60,000|figure 60000 -] [geese|counted] fly.")
  }

  @Test func aSumThatIsNotRoundIsHardlyNamedTwiceByChance() {
    check(
      "[Ruritania|country 1] owes [1.9 billion euros|figure 1900000000 unit=euros 1] for ships.",
      "[Ruritania|country 1] lost [1.9 billion euros|figure 1900000000 unit=euros 1] in a storm.")
    check(
      "[Ruritania|country 1] owes [2 billion euros|figure 2000000000 unit=euros -] for ships.",
      "[Ruritania|country 1] lost [2 billion euros|figure 2000000000 unit=euros -] in a storm.")
  }

  @Test func tellsHowNumbersStandToEachOther() {
    #expect(agreement((500_000, nil), (500_000, nil)) == .same)
    #expect(agreement((500_000, .moreThan), (500_000, nil)) == .qualifier)
    #expect(agreement((3_600_000, nil), (3_000_000, .moreThan)) == .precision)
    #expect(agreement((3_000_000, .about), (2_900_000, nil)) == .precision)
    #expect(agreement((3_600_000, nil), (4_300_000, nil)) == .numbers)
    #expect(agreement((400_000, .moreThan), (390_000, nil)) == .numbers)
  }

  @Test func whoseTheyAreIsNotWhereTheyAre() {
    let dossier = check(
      "There are [2,000|figure 2000 1] [old [R.K.|country 1] soldiers|counted] in camps near [Zenda|place 2].",
      "The camps of [Zenda|place 2] hold [2,000|figure 2000 1] [soldiers|counted].")
    let text = dossier.articles[0].article.text
    #expect(dossier.figureGroups[0].values[0].place.map { String(text[$0]) } == "Zenda")
  }

  private func agreement(
    _ numbers: (Double, Figure.Qualifier?)...
  ) -> FigureGroup.Agreement {
    PrintedNumber.agreement(
      of: numbers.map { number, qualifier in
        PrintedNumber(
          Figure(
            range: TextRange(0, 0), number: number, qualifier: qualifier, unit: nil, counted: nil, sentence: 0
          ))
      })
  }

  @Test func readsWhereWhenAndByWhoseAccount() {
    let dossier = check(
      "[Ruritania|country 1] houses [500,000|figure 500000 1] [refugees|counted] in camps in [2019|time 2019], the [League of Lakes|organization 2] said.",
      "The camps of [Ruritania|country 1] hold [500,000|figure 500000 1] [refugees|counted], according to the [League of Lakes|organization 2]."
    )
    let texts = dossier.articles.map(\.article.text)
    let values = dossier.figureGroups[0].values
    #expect(values.map { $0.place.map { range in String(texts[0][range]) } }.first == "Ruritania")
    #expect(values[0].time.map { String(texts[0][$0]) } == "2019")
    #expect(
      zip(texts, values).map { text, value in value.source.map { String(text[$0]) } } == [
        "League of Lakes", "League of Lakes",
      ])
  }
}
