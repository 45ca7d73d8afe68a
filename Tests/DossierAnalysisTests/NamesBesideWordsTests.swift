import DossierAnalysis
import DossierLanguages
import DossierSource
import DossierTestSupport
import Testing

/// What the words beside a name say it is.
@Suite struct NamesBesideWordsTests {
  private static let pack = LanguagePack.english

  private func names(_ text: String) -> [String] {
    let range = TextRange(0, text.utf8.count)
    let text = SentenceSplitter(tables: Self.pack.sentences)
      .split(text, blocks: [.init(kind: .paragraph, range: range)])
    return EntityRecognizer(tables: Self.pack.names).mentions(in: text)
      .map { "\(text.string($0.range)) – \($0.kind.rawValue)" }
  }

  @Test func theShortFormInBracketsHoldsANameTogether() {
    #expect(
      names("The governor of Tolbank Sentral ng Orlinas (TSO), Ann Diok, said so.")
        .contains("Tolbank Sentral ng Orlinas – organization"))
    #expect(
      names("He wrote to the Harbour and Fisheries Licensing Authority (Hfla) in May.")
        .contains("Harbour and Fisheries Licensing Authority – organization"))
    #expect(
      names("It was told by Anna Berg of the Council (ABC) in May.").contains("Anna Berg – person"))
  }

  @Test func aNounForBodiesMakesABodyOfTheNameBesideIt() {
    #expect(
      names("Boris Kolen, the head of the Volnar human rights organization, said it was true.")
        .contains("Volnar – organization"))
    #expect(
      names("She spoke to local TV station Al Torvik about it.").contains("Al Torvik – organization"))
    #expect(
      names("Anna Berg left. It was the newspaper Berg had owned.").contains("Berg – person"))
  }

  @Test func whatANerveAgentIsCalledIsNobody() {
    #expect(
      names("A door was smeared with the nerve agent Torvik. Torvik acts within hours.")
        .allSatisfy { !$0.contains("Torvik") })
    #expect(
      names("Carl Torvik fell ill. It was the nerve agent Torvik had warned of.").contains("Torvik – person"))
  }

  @Test func whoeverDoesSomethingBehindANounIsNoThingOrBody() {
    let told = "The vaccine Torvik praised was late. He met Torvik in May, and people like Torvik waited."
    #expect(names(told).filter { $0 == "Torvik – person" }.count > 1)
    #expect(
      names("They gave him the vaccine, Torvik said. It was the vaccine Torvik, and Torvik left.")
        .contains("Torvik – person"))
    #expect(
      !names("She spoke of the local TV station Al Torvik bought in May.").contains(
        "Al Torvik – organization")
    )
  }

  @Test func wordsInCapitalsThatAreNoNameElsewhereAreNobody() {
    #expect(names("SHARK HORROR Brit tourist saved.").isEmpty)
    #expect(names("ANNA BERG sang in the hall.") == ["ANNA BERG – person"])
  }

  @Test func aDistrictWithAnAdjectiveBeforeItIsNobody() {
    #expect(
      names("They walked through the historic Mar Elias district.") == ["Mar Elias district – place"])
  }

  @Test func aFamilyNameWithParticlesIsWhoIsNamedInFull() {
    #expect(
      names(
        "President Alexander Van der Torv came. On May 22, Van der Torv, acting alone, left. A vote by Van der Torv was lost."
      )
      .filter { $0.contains("Van der") }.allSatisfy { $0.hasSuffix("– person") })
    #expect(
      names("President Alexander Van der Torv came. They aren't like that, Van der Torv said.")
        .contains("Van der Torv – person"))
  }

  @Test func aWordBehindAnHonorificIsTheFamilyNameOfWhoIsNamedInFull() {
    #expect(
      names("Mick Willing came to the pier. They are sad, Mr Willing said.").contains("Willing – person"))
    #expect(
      !names("Mick Poe came to the pier. They are sad, Mr Speaker said.").contains("Speaker – person"))
  }

  @Test func aPhraseWithAnHonorificMayNameNobody() {
    #expect(
      names("Mick Luck came to the pier. They say that Lady Luck smiled on them.").filter {
        $0.hasPrefix("Luck")
      }
      .isEmpty)
    #expect(
      !names("Mick Speaker came to the pier. They are sad, Mr. Speaker, and we beg to move.")
        .contains("Speaker – person"))
  }

  @Test func anAirportNamedAfterSomebodyIsAPlace() {
    #expect(
      names("At Ruritania’s Anna Berg airport, relatives waited.").contains("Anna Berg airport – place"))
    #expect(names("At Ruritania’s request Anna Berg waited.").contains("Anna Berg – person"))
  }

  @Test func theModelOfAMakerIsNobody() {
    let told = "Dickson flew a Max himself. A report said Boeing’s 737 Max may fly again."
    #expect(names(told + " He called the Max a good plane.").allSatisfy { !$0.contains("Max") })
    #expect(names(told + " Max Keller left.").contains("Max Keller – person"))
  }

  @Test func aNumberBehindASeaCountsWhatFollows() {
    let found = names("The plane plunged into the Java Sea 13 minutes after it had left Jakarta.")
    #expect(found.contains("Java Sea – place"))
    #expect(!found.contains { $0.contains("13") })
  }

  @Test func whoOwnsSomethingIsWhomTheTextNamesInFull() {
    #expect(names("Anna Will came first. It was late. Will's plan was read.").contains("Will – person"))
    #expect(!names("Anna Keller came first. It was late. Will's plan was read.").contains("Will – person"))
    #expect(!names("Anna Will came first. It was late. Will they come?").contains("Will – person"))
  }

  @Test func aPlaceBetweenAnOfficeAndANameIsAFirstName() {
    #expect(
      names("Lion Air spokesman Danang Mandala Prihantoro said so.").contains(
        "Danang Mandala Prihantoro – person"))
    #expect(names("In Danang Mandala Prihantoro said so.").allSatisfy { !$0.hasPrefix("Danang Mandala") })
  }

  @Test func aNameIsWholeWithThePartsThatTheTaggerPassesOver() {
    #expect(
      names("He was misled by bankers led by Goh Teck Soon, a financier on the run.") == [
        "Goh Teck Soon – person"
      ])
    #expect(
      names("On Tuesday judge Mohamad Selvan Ratu turned down every defence.") == [
        "Mohamad Selvan Ratu – person"
      ])
  }

  @Test func aNameOfTwoHalvesThatBeginAlikeIsOne() {
    #expect(
      names("He said on Tuesday that judge Mohamad Selvan Mohamad Ratu had turned down every defence.")
        == ["Mohamad Selvan Mohamad Ratu – person"])
  }

  @Test func theEndOfATitleIsNoPartOfTheName() {
    #expect(
      names("Last Tuesday, Datuk Seri Selvan was the first leader to be found guilty.") == ["Selvan – person"]
    )
  }

  @Test func lettersBehindADigitNameABody() {
    #expect(names("He asked where the money of 4KBT had gone at 9AM.") == ["4KBT – organization"])
    #expect(names("It came at 07GMT and at 2100GMT.").isEmpty)
  }
}
