import DossierAnalysis
import DossierLanguages
import DossierModel
import Testing

/// Which events a time before an "after" is not of.
@Suite struct EventOpeningTests {
  @Test func whatADayFollowedIsNotOfThatDay() {
    let text = AnalysedText(
      "[On Wednesday|time], the day after the bridge fell in [Lund|place], [Anna Berg|person] closed the port."
    )
    let events = text.events
    let timed = events.filter { $0.time != nil }.map { String(text.text[$0.trigger]) }
    #expect(timed == ["closed"])
  }
}
