import Testing

@testable import DossierBuild

/// Of several things of one name, those whose id ends in digits can be named in a line like all others.
@Suite struct NumberedNameTests {
  private static let articles = DecidedSite.articles.merging([
    "boats.md": """
    ---
    title: Boats for the bay
    outlet: Coast Courier
    date: 2021-04-01
    ---

    The council bought two boats. "They will be painted blue," Brandl said on Thursday. Brandl had no more to say.
    """,
    "channel.md": """
    ---
    title: The old channel
    outlet: The Northern Gazette
    date: 2021-04-02
    ---

    The old channel was dug by hand. "My father held the spade," Brandl said. Brandl left for Bergen.
    """,
  ]) { first, _ in first }

  private let site = DecidedSite(articles)

  /// The id of the one who is `person-brandl` with digits behind it, as a line names it, and that one's article.
  private func numbered(_ data: DecidedSite.Data) throws -> (selector: String, article: String) {
    let entity = try #require(
      data.entities.first { $0.id.hasPrefix("person-brandl-") }, "\(data.entities.map(\.id))")
    return ("person:" + entity.id.dropFirst("person-".count), try #require(entity.articles.first))
  }

  @Test func aLineFindsTheOneThatItsDigitsMean() async throws {
    let before = try await site.build()
    let (selector, article) = try numbered(before.data)
    #expect(before.data.meaning(of: "Brandl", in: article).count == 2)
    let page = try await site.build("page \(selector)")
    #expect(page.says == [])
    #expect(page.data.entity("person-" + selector.dropFirst(7))?.page != nil)
    let same = try await site.build("same person:tomas-brandl \(selector)")
    #expect(same.says == [])
    #expect(Set(same.data.meaning(of: "Brandl", in: article)) == ["person-tomas-brandl"])
    let hidden = try await site.build("hide \(selector) why=x")
    #expect(hidden.says == [] && Set(hidden.data.meaning(of: "Brandl", in: article)) == ["-"])
    let speaker = try await site.build("speaker a:harbour-talks \"My dear friend\" \(selector)")
    #expect(speaker.says == [])
    #expect(speaker.data.quote("My dear friend")?.speaker == "person-" + selector.dropFirst(7))
    let apart = try await site.build("not-same \(selector) person:tomas-brandl why=x")
    #expect(apart.says == [])
    let back = try await site.build()
    #expect(back.files == before.files)
  }

  @Test func digitsThatNothingHasAreStale() async throws {
    let told = try await site.build("page person:brandl-0123\npage person:tomas-brandl").says
    #expect(told.count == 1 && told[0].contains("no name in any article is person:brandl-0123"))
  }

  @Test func anEventWithDigitsIsFoundToo() async throws {
    let site = DecidedSite([
      "boats.md": """
      ---
      title: Boats for the bay
      date: 2021-04-01
      ---

      Tomas Brandl met Anna Keller in Oslo on 3 March 2021. The boats were painted blue in the end.

      Tomas Brandl sued Anna Keller on 3 March 2021. Tomas Brandl attacked Anna Keller in Bergen on 3 March 2021.
      """
    ])
    let events = try await site.build().data.events.map(\.id)
    #expect(events.contains { id in events.contains { id.hasPrefix($0 + "-") } }, "\(events)")
    for id in events {
      let built = try await site.build("pin ev:\(id) title=\"Pinned\"")
      #expect(built.says == [] && built.data.event(id)?.title == "Pinned")
    }
  }
}
