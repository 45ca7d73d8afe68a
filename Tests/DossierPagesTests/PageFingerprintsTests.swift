import DossierModel
import DossierSource
import DossierTestSupport
import Testing

@testable import DossierPages

/// Which pages another corpus makes anew.
@Suite struct PageFingerprintsTests {
  private func day(_ day: Int) -> EDTF { .date(CalendarDate(year: 2019, month: 3, day: day)) }

  private func fingerprints(
    _ sample: SampleDossier, site: String = "site", listLimit: Int = 250
  ) -> [String: Fingerprint] {
    let plan = SitePlan(of: sample.dossier(), options: SiteOptions(listLimit: listLimit))
    let pages = PageFingerprints(of: plan, site: Fingerprint(of: site))
    var found: [String: Fingerprint] = [:]
    for page in plan.pages { found[page.path.string] = pages.fingerprint(of: page) }
    return found
  }

  private func sample(
    _ harbour: String = "[Ada|person-ada] opened the harbour.",
    _ bridge: String = "[Bo|person-bo] closed the bridge."
  ) -> SampleDossier {
    var sample = SampleDossier()
    sample.add("harbour", outlet: "Post", published: day(1), harbour)
    sample.add("bridge", outlet: "Herald", published: day(2), bridge)
    sample.add("market", outlet: "Herald", published: day(3), "[Cy|person-cy] spoke at the market.")
    return sample
  }

  private func check(
    _ before: SampleDossier, _ after: SampleDossier, changes expected: Set<String>,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let (before, after) = (fingerprints(before), fingerprints(after))
    let changed = before.keys.filter { before[$0] != after[$0] }
    #expect(Set(changed.filter { $0.contains("/") }) == expected, sourceLocation: location)
  }

  @Test func aTextChangesItsOwnPageAndThoseThatCiteIt() {
    check(
      sample(), sample("[Ada|person-ada] opened the harbour. It rained."),
      changes: ["articles/harbour.html", "actors/ada.html"])
  }

  @Test func aNameMoreInAnArticleChangesThePagesOfAllThatAreNamedThere() {
    check(
      sample(), sample("[Ada|person-ada] opened the harbour with [Bo|person-bo]."),
      changes: ["articles/harbour.html", "actors/ada.html", "actors/bo.html"])
  }

  @Test func anEventChangesThePagesOfWhoTakesPartAndWhoTells() {
    var after = sample()
    after.addEvent("opening", on: day(1), reportedBy: ["harbour"], participants: ["person-ada"])
    check(sample(), after, changes: ["articles/harbour.html", "actors/ada.html"])
  }

  @Test func anotherArticleOnAnEventChangesThePagesOfThoseThatTellOfItToo() {
    var (before, after) = (sample(), sample())
    before.addEvent("opening", on: day(1), reportedBy: ["harbour"], participants: ["person-ada"])
    after.addEvent(
      "opening", on: day(1), reportedBy: ["harbour"], mentionedBy: ["market"], participants: ["person-ada"])
    check(
      before, after,
      changes: ["articles/harbour.html", "articles/market.html", "actors/ada.html", "events/opening.html"])
  }

  @Test func whatAllPagesShowChangesThemAll() {
    let (before, after) = (fingerprints(sample()), fingerprints(sample(), site: "another"))
    #expect(before.count == after.count && before.allSatisfy { after[$0] != $1 })
  }

  @Test func onePlaceMoreInTheOrderOfArticlesChangesNoOtherPage() {
    var after = SampleDossier()
    after.add("aaa", outlet: "Gazette", published: day(9), "[Di|person-di] slept.")
    after.add("harbour", outlet: "Post", published: day(1), "[Ada|person-ada] opened the harbour.")
    after.add("bridge", outlet: "Herald", published: day(2), "[Bo|person-bo] closed the bridge.")
    after.add("market", outlet: "Herald", published: day(3), "[Cy|person-cy] spoke at the market.")
    check(sample(), after, changes: [])
  }

  @Test func aPartOfALongListChangesWithItsOwnRowsOnly() {
    func fingerprints(_ text: String) -> [String: Fingerprint] {
      var sample = SampleDossier()
      for number in 1...9 {
        let words = number == 5 ? text : "[Ada|person-ada] spoke."
        sample.add("a\(number)", outlet: "Post", published: day(number), words)
        sample.addEvent(
          "e\(number)", on: day(number), reportedBy: ["a\(number)"], participants: ["person-ada"])
      }
      return self.fingerprints(sample, listLimit: 10)
    }
    let (before, after) = (fingerprints("[Ada|person-ada] spoke."), fingerprints("[Ada|person-ada] sang."))
    let parts = before.keys.filter { $0.hasPrefix("actors/ada--") }
    #expect(parts.count == 10)
    let changed = parts.filter { before[$0] != after[$0] }
    #expect(changed.count == 2)
    #expect(Set(changed.map { $0.split(separator: "-")[1] }) == ["mentions", "timeline"])
  }

  @Test func pagesAboutTheWholeCorpusAreMadeEachTime() {
    let found = fingerprints(sample())
    for path in ["index.html", "actors.html", "outlets.html"] { #expect(found[path] == nil) }
  }
}
