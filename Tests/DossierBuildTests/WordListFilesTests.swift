import Testing

@testable import DossierBuild

/// Lists in `content/lists/` add to what is known of languages, for every article and only while they are there.
@Suite struct WordListFilesTests {
  private static let article = [
    "talks.md": """
    ---
    title: Talks in Lindendorf
    date: 2021-03-13
    ---

    Harbourmaster Brandl met the mayor in Quibblewick on Friday. The Free Boatmen were not asked.

    Quibblewick lies on the bay. "We will meet again," Brandl said in the month of Thaw.
    """
  ]

  @Test func aListChangesWhatIsFoundAndIsGoneWithoutATrace() async throws {
    let site = DecidedSite(Self.article)
    let before = try await site.build(nil, memory: "/m")
    #expect(before.data.entity("group-free-boatmen") == nil)
    site.files.put(Array("Northern bay | Quibblewick\n".utf8), at: "/c/lists/places.txt")
    site.files.put(Array("Free Boatmen | | group\n".utf8), at: "/c/lists/english/organizations.txt")
    site.files.put(Array("month 3 | ^Thaw\n".utf8), at: "/c/lists/en/times-words.txt")
    let after = try await site.build(nil, memory: "/m")
    #expect(after.says == [])
    #expect(Set(after.data.meaning(of: "Quibblewick", in: "talks")) == ["place-quibblewick"])
    #expect(after.data.entity("group-free-boatmen") != nil)
    #expect(after.data.article("talks")?.times.contains { $0.text.contains("Thaw") } == true)
    let afresh = try await site.build()
    #expect(afresh.files == after.files)
    for path in ["places.txt", "english/organizations.txt", "en/times-words.txt"] {
      site.files.takeAway("/c/lists/" + path)
    }
    let back = try await site.build(nil, memory: "/m")
    #expect(back.data.entities.map(\.id) == before.data.entities.map(\.id))
    #expect(back.text("index.html") == before.text("index.html"))
  }

  @Test func aLineThatSaysNothingIsToldWithItsPlace() async throws {
    let site = DecidedSite(Self.article)
    site.files.put(Array("# towns\nQuibblewick\n".utf8), at: "/c/lists/places.txt")
    site.files.put(Array("x\n".utf8), at: "/c/lists/english/plaices.txt")
    site.files.put(Array("not a table".utf8), at: "/c/lists/README.md")
    let built = try await site.build()
    #expect(
      built.says == [
        "/c/lists/english/plaices.txt: warning: no table is called 'plaices'; did you mean 'places.txt'? [bad-list]",
        "/c/lists/places.txt:2: warning: the row has 1 fields; write 2, with bars between [bad-list]",
      ])
    #expect(built.report.pages > 0)
  }

  @Test func proposalsAndExplanationsGoByTheSameLists() async throws {
    let site = DecidedSite(Self.article)
    #expect(try await site.explanation(of: "group-free-boatmen") == nil)
    site.files.put(Array("Free Boatmen | | group\n".utf8), at: "/c/lists/organizations.txt")
    #expect(try await site.explanation(of: "group-free-boatmen") != nil)
  }
}
