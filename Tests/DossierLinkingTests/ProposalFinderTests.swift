import DossierModel
import Testing

@testable import DossierLinking

@Suite struct ProposalFinderTests {
  private func lines(_ dossier: Dossier) -> [String] {
    ProposalFinder(knowledge: MarkedCorpus.knowledge).proposals(for: dossier).flatMap(\.lines)
  }

  private static let meeting =
    "[Ann Lee|person 1] and [Bob Moss|person 2] [met|event meeting 1] [on Friday|time 2021-03-12]."

  private static func holders(_ body: String) -> String {
    """
    2021-03-13
    \(meeting)
    The old channel near [Strelsau|place 3] was almost wholly held by \(body).
    """
  }

  @Test func aBodyThatIsSaidToBeFormerMayHaveGoneOnAsAnother() {
    let dossier = check(
      Self.holders("the [Free Dockers|group 5]"), Self.holders("the former [Boatmen Front|group 4]"),
      "2021-03-14\nThe [Boatmen Front|group 4] slept.", "2021-03-14\nThe [Free Dockers|group 5] slept.")
    #expect(
      lines(dossier).filter { $0.hasPrefix("successor") } == ["successor org:boatmen-front org:free-dockers"])
  }

  @Test func bodiesThatOneArticleTellsApartAreNotOne() {
    let dossier = check(
      Self.holders("the [Free Dockers|group 5]"), Self.holders("the former [Boatmen Front|group 4]"),
      "2021-03-14\nThe [Boatmen Front|group 4] fought the [Free Dockers|group 5].")
    #expect(lines(dossier).filter { $0.hasPrefix("successor") } == [])
  }

  @Test func aGivenNameCutShortMayBeTheOnlyOneThatBeginsSo() {
    let dossier = check(
      "[Alexander Hobbs|person 1] spoke.", "[Alex Hobbs|person 2] spoke.", "[Ann Hobbs|person 3] spoke.")
    #expect(lines(dossier) == ["same person:alexander-hobbs person:alex-hobbs"])
  }
}
