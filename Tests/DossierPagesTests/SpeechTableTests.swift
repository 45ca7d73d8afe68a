import DossierModel
import DossierTestSupport
import Testing

@testable import DossierPages

@Suite struct SpeechTableTests {
  private func actor(_ id: String, of plan: SitePlan) throws -> ActorPage {
    let index = try #require(plan.concordance.entityIndex[EntityID(id)])
    return plan.actorPage(at: .home, index)
  }

  @Test func countsWhomASpeakerNamesBetweenTheMarksAndNobodyBeside() throws {
    var sample = SampleDossier()
    sample.add(
      "a",
      """
      ["[Karl Ost|person-karl-ost] lied, and [Ost|person-karl-ost] knows it"|q:person-anna-berg], \
      [Anna Berg|person-anna-berg] told [Mia Lund|person-mia-lund].
      """)
    sample.add(
      "b",
      "[\"I met [Karl Ost|person-karl-ost]\"|q:person-anna-berg], she said. [\"Nobody\"|q:], it was said.")
    let plan = SitePlan(of: sample.dossier())
    let berg = try actor("person-anna-berg", of: plan)
    #expect(berg.speaksOf.map(\.other.text) == ["Karl Ost"])
    #expect(berg.speaksOf.map(\.count) == [2])
    #expect(berg.speaksOf[0].sentences.count == 2)
    #expect(berg.spokenOfBy.isEmpty)
    let ost = try actor("person-karl-ost", of: plan)
    #expect(ost.spokenOfBy.map(\.other.text) == ["Anna Berg"])
    #expect(try actor("person-mia-lund", of: plan).spokenOfBy.isEmpty)
  }

  @Test func countsNoPlacesAndNotTheSpeaker() throws {
    var sample = SampleDossier()
    sample.add(
      "a",
      "[\"[Berg|person-anna-berg] leaves [Kolm|place-kolm]\"|q:person-anna-berg], [Anna Berg|person-anna-berg] said."
    )
    #expect(try actor("person-anna-berg", of: SitePlan(of: sample.dossier())).speaksOf.isEmpty)
  }
}

@Suite struct ActorMapTests {
  private func drawn(_ names: Int, _ ties: [(first: Int, second: Int, count: Int)]) -> ActorMap? {
    ActorMap(of: (0..<names).map { ($0, 10) }, ties: ties)
  }

  @Test func setsThoseWithTheStrongestTiesBesideEachOther() throws {
    let ties = [(0, 5, 9), (1, 4, 9), (2, 3, 9), (0, 1, 1), (1, 2, 1)].map {
      (first: $0.0, second: $0.1, count: $0.2)
    }
    let map = try #require(drawn(6, ties))
    #expect(map.nodes.count == 6)
    for tie in map.ties where tie.count == 9 {
      let apart = abs(tie.first - tie.second)
      #expect(min(apart, 6 - apart) == 1)
    }
    #expect(map.ties.map(\.weight) == [5, 5, 5, 1, 1])
  }

  @Test func drawsAtMostSixtyActorsAndNoneWithoutATie() throws {
    var ties: [(first: Int, second: Int, count: Int)] = []
    for one in 0..<120 { ties += (one + 1..<120).map { (one, $0, 1 + (one * 7 + $0) % 5) } }
    let full = try #require(drawn(200, ties))
    #expect(full.nodes.count == 60)
    #expect(full.ties.count < 300)
    #expect(Set(full.nodes.map { [$0.x, $0.y] }).count == 60)
    #expect(drawn(3, []) == nil)
  }

  @Test func countsArticlesAndNotSentences() throws {
    var sample = SampleDossier()
    for id in ["a", "b"] {
      sample.add(
        id,
        """
        [Ada|person-ada] met [Bo|person-bo]. [Ada|person-ada] left [Bo|person-bo]. [Ada|person-ada] and \
        [Cy|person-cy] stayed.
        """)
    }
    let plan = SitePlan(of: sample.dossier())
    let page = plan.actorMapPage(at: .actorMap)
    let ada = try #require(page.rows.first { $0.actor.text == "Ada" })
    #expect(ada.ties.map(\.other.text) == ["Bo", "Cy"])
    #expect(ada.ties.map(\.count) == [2, 2])
    #expect(plan.actorMapPath == .actorMap)
    #expect(plan.pages.contains { $0.path == .actorMap })
  }
}
