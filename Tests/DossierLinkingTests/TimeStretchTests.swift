import DossierModel
import Testing

/// Events of several days or years that a text names the first and the last of.
@Suite struct TimeStretchTests {
  private func times(_ marked: String) -> [String] {
    check(marked).events.map { $0.when?.value.description ?? "-" }
  }

  @Test func anEventLastsFromTheFirstTimeToTheLast() {
    #expect(
      times("[Ann Lee|person 1] [led|event other 1] the union from [2002|time 2002] to [2010|time 2010].")
        == ["2002/2010"])
    #expect(
      times(
        "[Ann Lee|person 1] [spoke|event other 1] in Zenda [2 May 2019|time 2019-05-02]-[9|time 2019-05-09].")
        == ["2019-05-02/2019-05-09"])
    #expect(
      times(
        "Between [2002|time 2002] and [2010|time 2010] [Ann Lee|person 1] [led|event other 1] the union.")
        == ["2002/2010"])
  }

  @Test func twoTimesAreNoStretchWhereTheyAreNotAlike() {
    let led = "[Ann Lee|person 1] [led|event other 1] the union from "
    #expect(times(led + "[2010|time 2010] to [2002|time 2002].") == ["2010"])
    #expect(times(led + "[2002|time 2002] to [May|time 2010-05].") == ["2002"])
    #expect(times(led + "[2002|time 2002] and [2010|time 2010].") == ["2002"])
    #expect(times(led + "[2002|time 2002], and [2010|time 2010] was bad.") == ["2002"])
  }
}
