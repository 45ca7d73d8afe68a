import DossierLanguages
import DossierModel
import Testing

/// Lists of the user's add to the tables, and what says nothing to them is told.
@Suite struct WordListTests {
  private func troubles(_ table: String, _ text: String, language: String? = nil) -> [String] {
    Languages.troubles(in: [WordList(language: language, table: table, text: text)]).map {
      "\($0.line.map(String.init) ?? "-"): \($0.message); \($0.remedy)"
    }
  }

  @Test func ourOwnTablesAreWrittenAsListsAreToBe() {
    for path in DataFile.paths {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count == 2, parts[0] != "Data" else { continue }
      let table = String(parts[1].dropLast(4))
      #expect(troubles(table, PackFolder(parts[0]).text(table)) == [], "\(path)")
    }
  }

  @Test(arguments: [
    (
      "titles", "# mine\nDocker; Boatman\n",
      "2: 'Docker; Boatman' has no class; write a bar behind it and one of: honorific, office, rank"
    ),
    (
      "titles", "Docker | king",
      "1: 'Docker' has no class; write a bar behind it and one of: honorific, office, rank"
    ),
    ("surnames", "Berg | x", "1: 'Berg' has a bar behind it; write words apart by ';'"),
    ("places", "Lindendorf", "1: the row has 1 fields; write 2, with bars between"),
    ("countries", " | Norland", "1: the row has 2 fields; write 1 to 6, with bars between"),
    ("spellings", "harbour", "1: 'harbour' is one spelling; write two or more, apart by ';'"),
    (
      "events-triggers", "noun strike",
      "1: 'noun strike' stands below no heading; write one, with a colon, above it"
    ),
    ("clause-words", "nouns:\nport", "1: no heading is called 'nouns'; did you mean 'noun'?"),
    ("page-outlets", "[outlet]\nThe Post", "1: no heading is called 'outlet'; did you mean 'outlets'?"),
    ("page-outlets", "The Post", "1: 'The Post' stands below no heading; write one, in brackets, above it"),
    (
      "times-words", "mouth 1 | Jan",
      "1: 'mouth 1' is no class of time words; write a class, a bar and the spellings: month 5 | May"
    ),
    ("terms", "| rebels", "1: there is no term before the bar; write the term, then a bar and its forms"),
    ("place", "x", "-: no table is called 'place'; did you mean 'places.txt'?"),
  ])
  func tellsWhatSaysNothing(table: String, text: String, says: String) {
    #expect(troubles(table, text) == [says])
  }

  @Test func tellsOfALanguageThatIsNotThere() {
    #expect(
      troubles("places", "x | y", language: "french")
        == ["-: no language is called 'french'; the languages are: english, en, german, de"])
    #expect(troubles("places", "x | y", language: "de") == [])
  }

  @Test func aRowOnWhatIsKnownAddsToIt() {
    let lists = [
      WordList(
        language: nil, table: "countries", text: "Norland | Nordland | Norlandish | Norlanders | Lindendorf"),
      WordList(language: "en", table: "countries", text: "Germany | Teutonia"),
      WordList(language: nil, table: "organizations", text: "United Nations | the Nations"),
      WordList(
        language: nil, table: "page-outlets",
        text: "[outlets]\nThe Harbour Post | | harbourpost.example\n[agencies]\nPortWire"),
    ]
    let (vocabulary, languages, knowledge) = Languages.extended(by: lists)
    let embedded = Languages.knowledge
    #expect(knowledge.countries.count == embedded.countries.count + 1)
    let germany = knowledge.countries.filter { $0.names.contains("Teutonia") }
    #expect(germany.map(\.name) == ["Germany"] && germany.first?.names.contains("Deutschland") == true)
    #expect(knowledge.countries.first { $0.name == "Norland" }?.capital == "Lindendorf")
    #expect(knowledge.organizations.count == embedded.organizations.count)
    #expect(knowledge.agencies == embedded.agencies.union(["PortWire"]))
    #expect(vocabulary.outletDomains.contains { $0.0 == "harbourpost.example" && $0.1 == "The Harbour Post" })
    #expect(languages.map(\.language) == Languages.all.map(\.language))
  }

  @Test func withoutListsTheTablesAreTheirOwn() {
    let knowledge = Languages.extended(by: []).knowledge
    #expect(knowledge.countries == Languages.knowledge.countries)
    #expect(knowledge.organizations == Languages.knowledge.organizations)
    #expect(knowledge.terms == Languages.knowledge.terms)
  }
}
