import DossierModel
import Testing

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
}
