import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import Testing

/// Whom words beside the sayer, or in the sentence before, hide or stand for.
@Suite struct SayerTests {
  private func speakers(_ marked: String) -> [String] { AnalysedText(marked).speakers }

  @Test func whatTellsWhoASayerIsHidesNeitherTheSayerNorTheWords() {
    #expect(
      speakers(
        "[Berg & Co|organization], the company that owns the ship, said all members of the crew, who are at sea, were safe and that there had been “no word of harm to it”."
      ) == ["Berg & Co"])
    #expect(
      speakers(
        "[Anna Berg|person], who chose the house, a palace that had belonged to [Carl Dahl|person], as the place, said they had “come to one mind there”."
      ) == ["Anna Berg"])
    #expect(
      speakers("“They have said they are sorry,” said [Dahl|person]'s brother, [Carl Dahl|person].")
        == ["Carl Dahl"])
  }

  @Test func whoIsToBlameReportsNothing() {
    #expect(
      speakers(
        "[Anna Berg|person] told them that a court would find who was to blame, and that the town would “not give up its rights”."
      ) == ["Anna Berg"])
  }

  @Test func aShortenedOfficeIsTheWholeOne() {
    #expect(
      speakers(
        "[Gen.|title] [Anna Berg|person] came to the town. “It is done and over,” the general said.")
        == ["Anna Berg"])
    #expect(
      speakers(
        "[Sgt.|title] [Anna Berg|person] came to the town. “It is done and over,” the general said.")
        != ["Anna Berg"])
  }

  @Test func aPronounStandsForWhomAClauseOpensWithWhereItsSentenceGoesOnSo() {
    #expect(
      speakers(
        "When [Tom Roe|person] was asked whether [Carl Dahl|person] had lied, he did not hesitate. “I do not think so,” he said."
      ) == ["Tom Roe"])
    #expect(
      speakers(
        "[Tom Roe|person] was asked whether [Carl Dahl|person] had lied. “I do not think so,” he said.")
        != ["Carl Dahl"])
  }
}
