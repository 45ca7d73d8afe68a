import DossierAnalysis
import DossierLanguages
import DossierModel
import Testing

/// Where an event is told to be, behind words that say which part of a place is meant or what sort of place it is.
@Suite struct EventPlacesTests {
  /// Who takes part in the first event of a sentence about a meeting, and where it is.
  private func parties(_ marked: String) -> String {
    let text = AnalysedText("[Anna Berg|person] met [Carl Dahl|person] [on Wednesday|time] " + marked)
    let extractor = EventExtractor(tables: LanguagePack.english.events)
    let event = extractor.events(
      in: text.clause, mentions: text.mentions, times: text.times, quotations: []
    ).first
    let names = event?.participants.map { String(text.text[text.mentions[$0].range]) } ?? []
    let place = event?.place.map { String(text.text[text.mentions[$0].range]) } ?? "-"
    return names.joined(separator: ", ") + " | " + place
  }

  @Test func aPartOfAPlaceIsThatPlace() {
    for words in [
      "in central", "in downtown", "in nearby", "in rebel-held", "in north-eastern", "in the capital",
    ] {
      #expect(parties("\(words) [Lund|place].") == "Anna Berg, Carl Dahl | Lund", "\(words)")
    }
    for words in ["in southern", "in neighbouring", "in the north of"] {
      #expect(parties("\(words) [Norland|country].") == "Anna Berg, Carl Dahl | Norland", "\(words)")
    }
  }

  @Test func whatIsDoneToAPlaceIsThere() {
    func places(_ marked: String) -> [String] {
      let text = AnalysedText(marked)
      return text.events.compactMap { event in event.place.map { String(text.text[text.mentions[$0].range]) }
      }
    }
    #expect(
      places("[Norlandic forces|group] shelled the town of [Lund|place] [on Wednesday|time].") == ["Lund"])
    #expect(places("[Norlandic forces|group] bombarded [Lund|place] [on Wednesday|time].") == ["Lund"])
    #expect(places("A bomb went off in [Lund|place] [on Wednesday|time].") == ["Lund"])
  }

  @Test func aPlaceMayStandBehindWhatItIs() {
    for words in [
      "in the old harbour town of", "on the outskirts of", "in the streets of", "in the Norlandic capital,",
      "in the city of",
    ] {
      #expect(parties("\(words) [Lund|place].") == "Anna Berg, Carl Dahl | Lund", "\(words)")
    }
  }

  @Test func theCountryBehindAPlaceTakesNoPart() {
    #expect(parties("in [Lund|place], [Norland|country].") == "Anna Berg, Carl Dahl | Lund")
  }

  @Test func whatOnlySoundsLikeAPlaceIsNone() {
    #expect(parties("for talks on the debts of [Norland|country].") == "Anna Berg, Carl Dahl, Norland | -")
    #expect(parties("with the mayor of the city of [Lund|place].") == "Anna Berg, Carl Dahl | -")
  }
}
