import DossierAnalysis
import DossierModel
import DossierSource

extension Languages {
  /// The tables with what some lists add to them.
  package static func extended(
    by lists: [WordList]
  ) -> (vocabulary: PageVocabulary, languages: [KnownLanguage], knowledge: KnowledgeBase) {
    var vocabulary = PageVocabulary.embedded
    for list in lists where list.table.hasPrefix("page-") { vocabulary.add(contentsOf: list.text) }
    vocabulary.joinOutlets()
    let english = PackFolder("english", adding: lists, outlets: vocabulary.outlets)
    let german = PackFolder("german", adding: lists, outlets: vocabulary.outlets)
    let languages = [
      KnownLanguage(of: english) { .english(from: english) },
      KnownLanguage(of: german) { .german(from: german, namesOf: english) },
    ]
    return (vocabulary, languages, knowledge(of: [english, german], agencies: vocabulary.agencies))
  }

  /// What of some lists says nothing to the tables that they are for.
  package static func troubles(in lists: [WordList]) -> [WordList.Trouble] {
    lists.enumerated().flatMap { number, list in
      ListForm.troubles(in: list).map {
        WordList.Trouble(list: number, line: $0.line, message: $0.message, remedy: $0.remedy)
      }
    }
  }
}

extension PageVocabulary {
  /// Makes rows on one outlet one: a list may give another name, or an address, to one that is known.
  fileprivate mutating func joinOutlets() {
    var places: [String: Int] = [:]
    var joined: [KnowledgeBase.Organization] = []
    for outlet in outlets {
      if let place = places[outlet.name] {
        joined[place] = KnowledgeBase.Organization(
          name: outlet.name, names: joined[place].names + outlet.names, kind: outlet.kind)
      } else {
        places[outlet.name] = joined.count
        joined.append(outlet)
      }
    }
    outlets = joined
  }
}

/// How the lines of a table are to be written.
private enum ListForm {
  /// Words apart by `;`.
  case words
  /// Words, a bar, and one of some classes.
  case classed([String])
  /// So many fields with bars between; the first says what the row is on.
  case fields(ClosedRange<Int>)
  /// At least two spellings of a word.
  case spellings
  /// Lines under headings that end in a colon; any headings where none are told.
  case sections([String])
  /// Lines under headings in brackets.
  case headings([String])
  case times
  case terms

  typealias Finding = (line: Int?, message: String, remedy: String)

  /// The form of each table; every table of the packs has one.
  private static let ofTables: [String: ListForm] = {
    var forms: [String: ListForm] = [
      "abbreviations": .classed(["name", "number", "any"]),
      "titles": .classed(["honorific", "office", "rank"]),
      "organization-words": .classed(["last", "first"]), "place-words": .classed(["last", "first"]),
      "event-places": .classed(["noun", "modifier", "surface"]),
      "thing-prefixes": .classed(["capitals", "words"]),
      "body-words": .classed([
        "legal", "owned", "head", "before", "held", "spoken", "possessive", "kin", "journey", "relative",
        "personal",
      ]),
      "law-words": .classed(["last", "first", "numbered", "joint", "ending"]),
      "peoples": .classed(["many", "one"]), "particles": .classed(["person", "any"]),
      "cues": .classed(["speech", "place", "role", "organization"]),
      "places": .fields(2...2), "homonyms": .fields(3...3), "countries": .fields(1...6),
      "organizations": .fields(1...3),
      "figures-units": .fields(2...2), "quotes-verbs": .fields(1...2), "quotes-cues": .fields(1...2),
      "quotes-persons": .fields(1...2),
      "spellings": .spellings, "terms": .terms, "times-words": .times, "times-tense": .times,
      "events-triggers": .sections([]), "quotes-marks": .sections(["double", "single"]),
      "quotes-labels": .sections([
        "answer", "any-company", "any-person", "first-person", "other-office", "question", "short-office",
        "wording",
      ]),
      "linking-words": .headings(LinkingWords.tables.keys.sorted()),
    ]
    for table in ["clause-words", "figures-numbers", "figures-qualifiers", "figures-exclusions"] {
      let headings = PackFolder.languages.flatMap { PackFolder($0.folder).file(table).words }
      forms[table] = .sections(
        Set(headings.filter { $0.hasSuffix(":") }.map { String($0.dropLast()) }).sorted())
    }
    let page = Array(PageVocabulary.lists.keys) + PageVocabulary.furniture.keys
    let headings = (page + ["months", "weekdays", "outlets", "agencies"]).sorted()
    for path in DataFile.paths {
      let table = String((path.split(separator: "/").last ?? "").dropLast(4))
      if forms[table] == nil { forms[table] = table.hasPrefix("page-") ? .headings(headings) : .words }
    }
    return forms
  }()

  static func troubles(in list: WordList) -> [Finding] {
    let known = PackFolder.languages.flatMap { PackFolder.names(of: $0.folder) }
    if let language = list.language, !known.contains(language) {
      return [
        (nil, "no language is called '\(language)'", "the languages are: \(known.joined(separator: ", "))")
      ]
    }
    guard let form = ofTables[list.table] else {
      let nearest = NearestName.name(to: list.table, among: ofTables.keys.sorted())
      let remedy = nearest.map { "did you mean '\($0).txt'?" } ?? "docs/LANGUAGES.md lists the tables"
      return [(nil, "no table is called '\(list.table)'", remedy)]
    }
    if case .terms = form {
      return TermList(list.text, language: nil).badLines.map {
        ($0, "there is no term before the bar", "write the term, then a bar and its forms")
      }
    }
    var found: [Finding] = []
    var heading: String?
    let lines = list.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard let row = DataFile(text: String(line)).rows.first else { continue }
      if let (message, remedy) = form.trouble(with: row, below: &heading) {
        found.append((number + 1, message, remedy))
      }
    }
    return found
  }

  /// What is wrong with a row; a heading is kept for those below it.
  private func trouble(
    with row: [String], below heading: inout String?
  ) -> (message: String, remedy: String)? {
    switch self {
    case .words:
      return row.count == 1 ? nil : ("'\(row[0])' has a bar behind it", "write words apart by ';'")
    case .classed(let classes):
      guard row.count == 2, classes.contains(row[1]) else {
        return (
          "'\(row[0])' has no class", "write a bar behind it and one of: \(classes.joined(separator: ", "))"
        )
      }
      return nil
    case .fields(let counts):
      guard counts.contains(row.count), !row[0].isEmpty else {
        let wanted =
          counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
        return ("the row has \(row.count) fields", "write \(wanted), with bars between")
      }
      return nil
    case .spellings:
      return DataFile.items(row[0]).count > 1
        ? nil : ("'\(row[0])' is one spelling", "write two or more, apart by ';'")
    case .sections(let names):
      if row[0].hasSuffix(":"), !row[0].contains(" ") {
        return Self.heading(String(row[0].dropLast()), among: names, &heading)
      }
      return heading == nil
        ? ("'\(row[0])' stands below no heading", "write one, with a colon, above it") : nil
    case .headings(let names):
      if row[0].hasPrefix("["), row[0].hasSuffix("]") {
        return Self.heading(String(row[0].dropFirst().dropLast()), among: names, &heading)
      }
      return heading == nil
        ? ("'\(row[0])' stands below no heading", "write one, in brackets, above it") : nil
    case .times:
      let rejected = TimeTables.reading([DataFile(text: row.joined(separator: " | "))]).rejected
      return rejected.isEmpty
        ? nil
        : ("'\(row[0])' is no class of time words", "write a class, a bar and the spellings: month 5 | May")
    case .terms: return nil
    }
  }

  private static func heading(
    _ name: String, among names: [String], _ heading: inout String?
  ) -> (message: String, remedy: String)? {
    heading = name
    guard !names.isEmpty, !names.contains(name) else { return nil }
    let nearest = NearestName.name(to: name, among: names)
    return (
      "no heading is called '\(name)'",
      nearest.map { "did you mean '\($0)'?" } ?? "the headings are: \(names.joined(separator: ", "))"
    )
  }
}
