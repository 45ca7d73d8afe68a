import DossierAnalysis
import DossierModel

extension LanguagePack {
  /// The tables that names of a language are recognised by, from the files of its folder, with the given names and
  /// places of other folders.
  static func nameTables(
    _ folder: PackFolder, namesOf others: [PackFolder], _ linking: LinkingWords
  ) -> NameTables {
    let endings = WordEndings(folder: folder)
    var entries = knowledgeEntries(KnowledgeBase(folder: folder)).flatMap { phrase, classes in
      classes.isDisjoint(with: [.demonym, .people])
        ? endings.names(phrase).map { ($0, classes) } : [(phrase, classes)]
    }
    func add(_ file: String, _ classes: NameClass, of folder: PackFolder = folder) {
      for row in folder.file(file).rows {
        for item in row.flatMap(DataFile.items) { entries.append((item, classes)) }
      }
    }
    /// Rows of items and, behind them, the name of their class.
    func add(_ file: String, _ classes: [String: NameClass]) {
      for row in folder.file(file).rows where row.count > 1 {
        guard let known = classes[row[1]] else { continue }
        for item in DataFile.items(row[0]).flatMap(endings.adjectives) { entries.append((item, known)) }
      }
    }
    for place in ([folder] + others).flatMap({ $0.file("places").rows }) where place.count > 1 {
      for item in DataFile.items(place[1]).flatMap(endings.names) { entries.append((item, .place)) }
    }
    for other in others { add("given-names", .givenName, of: other) }
    add("given-names", .givenName)
    for row in folder.file("surnames").rows {
      for item in row.flatMap(DataFile.items).flatMap(endings.names) { entries.append((item, .surname)) }
    }
    add("offices", .smallOffice)
    add("description-heads", .descriptionHead)
    add("institutions", .institution)
    add("forces", .force)
    add("determiners", .determiner)
    add("other-names", .otherName)
    add("never-names", .never)
    add("common-words", .vocabulary)
    add("stop-words", .commonWord)
    add("sentence-openers", .commonWord)
    add("titles", ["honorific": .honorific, "office": .office, "rank": .rank])
    add("organization-words", ["last": .organizationLast, "first": .organizationFirst])
    add("place-words", ["last": .placeLast, "first": .placeFirst])
    add("peoples", ["many": [.people, .demonym], "one": .demonym])
    add("particles", ["person": .particle, "any": .connector])
    add(
      "cues",
      [
        "speech": .speechCue, "place": .placeCue, "role": .roleCue, "organization": .organizationCue,
      ])
    var tables = NameTables(entries)
    tables.endings = endings.ofNames
    tables.namesakes = words(of: folder.file("place-namesakes"))
    tables.placeCodes = Lexicon(linking.placeCodes.map { ($0, 1) })
    tables.genitiveMarkers = Lexicon(linking.genitiveMarkers.map { ($0, 1) })
    tables.questionWords = words(of: folder.file("question-words"))
    tables.postnominals = words(of: folder.file("postnominals"))
    tables.commonPhrases = words(of: folder.file("common-phrases"))
    tables.speechVerbs = Lexicon(
      folder.file("quotes-verbs").rows.flatMap { row in
        verbForms(row[0]).filter { !$0.traits.isDisjoint(with: .finiteVerb) }.map { ($0.word, 1) }
      })
    tables.laws = lawWords(of: folder.file("law-words"))
    tables.bodyWords = bodyWords(of: folder.file("body-words"))
    tables.acronymEndings = folder.file("acronym-endings").words.map { Array($0.utf8) }
    tables.bodyNouns = words(of: folder.file("body-nouns"))
    tables.linkWords = Lexicon(
      sections(folder.file("clause-words")).filter { ["preposition", "conjunction"].contains($0.section) }
        .flatMap { $0.line.split(separator: " ") }.map { (String($0), 1) })
    tables.thingNouns = words(of: folder.file("thing-nouns"))
    tables.modifiers = words(of: folder.file("name-modifiers"))
    let prefixes = folder.file("thing-prefixes").rows.filter { $0.count > 1 }
    tables.thingPrefixes = Lexicon(
      prefixes.flatMap { row in
        DataFile.items(row[0]).map { ($0, row[1] == "capitals" ? NameTables.inCapitals : 1) }
      })
    tables.familyNamesInFront = words(of: folder.file("family-names-in-front"))
    return tables
  }

  private static func lawWords(of file: DataFile) -> LawWords {
    let places: [String: LawWords.Place] = [
      "last": .last, "first": .first, "numbered": .numbered, "joint": .joint,
    ]
    var entries: [(word: String, place: LawWords.Place)] = []
    var endings: [String] = []
    for row in file.rows where row.count > 1 {
      let items = DataFile.items(row[0])
      if let place = places[row[1]] { entries += items.map { ($0, place) } }
      if row[1] == "ending" { endings += items }
    }
    return LawWords(entries, endings: endings)
  }

  private static func bodyWords(of file: DataFile) -> BodyWords {
    let places: [String: BodyWords.Place] = [
      "legal": .legal, "owned": .owned, "head": .head, "before": .before, "held": .held,
      "spoken": .spoken, "journey": .journey, "possessive": .possessive, "kin": .kin, "relative": .relative,
      "personal": .personal,
    ]
    return BodyWords(
      file.rows.filter { $0.count > 1 }.flatMap { row in
        places[row[1]].map { place in DataFile.items(row[0]).map { ($0, place) } } ?? []
      })
  }

  private static func words(of file: DataFile) -> Lexicon {
    Lexicon(file.rows.flatMap { $0.flatMap(DataFile.items) }.map { ($0, 1) })
  }

  private static func knowledgeEntries(
    _ knowledge: KnowledgeBase
  ) -> [(phrase: String, classes: NameClass)] {
    var entries: [(phrase: String, classes: NameClass)] = []
    for country in knowledge.countries {
      for name in [country.name] + country.names { entries.append((name, .country)) }
      for name in country.capitals {
        entries.append((name, .place))
        // "Port au Prince" is printed as often.
        if name.contains("-") { entries.append((name.replacing("-", with: " "), .place)) }
      }
      for name in country.seats { entries.append((name, .seat)) }
      for name in country.demonyms { entries.append((name, .demonym)) }
      for name in country.peoples { entries.append((name, .people)) }
    }
    for organization in knowledge.organizations + knowledge.outlets {
      let kind: NameClass = organization.kind == .group ? .group : .organization
      for name in [organization.name] + organization.names { entries.append((name, kind)) }
    }
    return entries
  }
}
