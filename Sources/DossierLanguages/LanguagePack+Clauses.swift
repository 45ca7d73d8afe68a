import DossierAnalysis
import DossierModel

extension LanguagePack {
  /// The words of clauses, from all files that list words by what they can be.
  static func clauseTables(_ folder: PackFolder) -> ClauseTables {
    var words: [(word: String, entry: WordEntry)] = []
    let sections = sections(folder.file("clause-words"))
    for (section, line) in sections {
      guard let traits = closedClasses[section] else { continue }
      words += line.split(separator: " ").map { (String($0), WordEntry(traits: traits)) }
    }
    for row in folder.file("quotes-verbs").rows {
      let traits = verbFlags(row.count > 1 ? row[1] : "")
      words += verbForms(row[0]).map { ($0.word, WordEntry(traits: $0.traits.union(traits))) }
    }
    for word in spaced(folder.file("quotes-nouns")) { words.append((word, WordEntry(traits: .sayingNoun))) }
    for word in folder.file("quotes-cues").words.compactMap({ $0.split(separator: " ").first }) {
      words.append((String(word), WordEntry(traits: .sourceCue)))
    }
    for word in spaced(folder.file("events-plans")) { words.append((word, WordEntry(traits: .plans))) }
    words += triggers(folder)
    words += numberWords(folder)
    var tables = ClauseTables(words: words)
    let grammar = sections.filter { $0.section == "grammar" }.flatMap { $0.line.split(separator: " ") }
    tables.phrasalVerbs = phrasalVerbs(folder)
    tables.timeNouns = timeNouns(folder)
    tables.comparisons = Lexicon(sections.filter { $0.section == "comparison" }.map { ($0.line, 1) })
    tables.denials = Lexicon(
      [("denial", 1), ("denial-of-words", ClauseTables.denialOfWords)].flatMap { section, value in
        sections.filter { $0.section == section }.flatMap { $0.line.split(separator: " ") }.map {
          (String($0), UInt32(value))
        }
      })
    tables.isVerbSecond = grammar.contains("verb-second")
    tables.hasCapitalNouns = grammar.contains("capital-nouns")
    for (section, line) in sections {
      for ending in line.split(separator: " ").map(String.init) {
        switch section {
        case "past-ending": tables.addPastEnding(ending)
        case "participle-ending": tables.addParticipleEnding(ending)
        case "adverb-ending": tables.addAdverbEnding(ending)
        case "plural-ending": tables.addPluralEnding(ending)
        default: break
        }
      }
    }
    return tables
  }

  private static let closedClasses: [String: WordTraits] = [
    "determiner": .determiner, "possessive": .possessive, "subject-pronoun": .subjectPronoun,
    "person-pronoun": .personPronoun, "plural-pronoun": .pluralPronoun, "speaking-pronoun": .speakingPronoun,
    "object-pronoun": .objectPronoun,
    "preposition": .preposition, "conjunction": .conjunction, "subordinator": .subordinator,
    "relative": .relative, "auxiliary": .auxiliary, "perfect": .perfect, "past-perfect": .pastPerfect,
    "past-auxiliary": .pastAuxiliary,
    "be": .be, "future-modal": .futureModal, "modal": .modal, "negation": .negation, "condition": .condition,
    "supposition": .supposition,
    "adverb": .adverb, "noun": .noun, "infinitive-marker": .infinitiveMarker, "agent-marker": .agentMarker,
    "possessive-ending": .possessiveEnding, "genitive-marker": .genitiveMarker, "locative": .locative,
    "definite": .definite,
    "destination": .destination,
    "companion": .companion, "limit": .limit, "pair-mark": .pairMark, "pair": .pairNoun,
    "blame-link": .blameLink,
    "empty-object": .emptyObject,
    "verb-past": .verbPast,
    // Words that only look like one of an open class by their ending.
    "other": [],
  ]

  private static func verbFlags(_ field: String) -> WordTraits {
    field.split(separator: " ").reduce(into: WordTraits.reports) { traits, flag in
      switch flag {
      case "addressee": traits.insert(.takesAddressee)
      case "about": traits.insert(.reportsAbout)
      case "rare": traits.insert(.reportsRarely)
      default: break
      }
    }
  }

  /// The forms of a verb from its five columns.
  static func verbForms(_ line: String) -> [(word: String, traits: WordTraits)] {
    let columns: [WordTraits] = [
      .verbBase, .verbThird, .verbPast, .verbPastParticiple, .verbPresentParticiple,
    ]
    return zip(line.split(separator: " "), columns).flatMap { forms, traits in
      forms.split(separator: "/").map { (String($0), traits) }
    }
  }

  /// The classes of events, in the order of the file; the first is none.
  static func eventClasses(_ folder: PackFolder) -> [String] {
    var classes = [EventMention.noClass]
    for (section, _) in sections(folder.file("events-triggers")) where classes.last != section {
      if !classes.contains(section) { classes.append(section) }
    }
    return classes
  }

  /// Words before the names of places, each with what it is.
  static func placeWords(_ file: DataFile) -> Lexicon {
    let sorts: [String: PlaceWord] = ["noun": .noun, "modifier": .modifier, "surface": .surface]
    let rows = file.rows.filter { $0.count > 1 }.flatMap { row in
      sorts[row[1]].map { sort in DataFile.items(row[0]).map { ($0, sort.rawValue) } } ?? []
    }
    return Lexicon(rows) { $0 | $1 }
  }

  /// The classes of events whose participants are told of together: two who met are "the two leaders" from then on.
  static func joiningClasses(_ folder: PackFolder) -> Set<String> {
    Set(sections(folder.file("events-triggers")).filter { $0.line == "joins" }.map(\.section))
  }

  private static func triggers(_ folder: PackFolder) -> [(word: String, entry: WordEntry)] {
    let classes = eventClasses(folder)
    return sections(folder.file("events-triggers")).flatMap {
      section, line -> [(word: String, entry: WordEntry)] in
      let index = UInt8(truncatingIfNeeded: classes.firstIndex(of: section) ?? 0)
      let (sort, words) = (line.prefix { $0 != " " }, line.drop { $0 != " " })
      if sort == "phrasal" { return [] }
      let motion: WordTraits = sort.hasPrefix("motion") ? .motion : []
      if sort.hasSuffix("noun") {
        return words.split(separator: " ").map {
          (String($0), WordEntry(traits: motion.union(.triggerNoun), nounClass: index))
        }
      }
      let trigger: WordTraits = sort == "light" ? [.triggerVerb, .lightVerb] : motion.union(.triggerVerb)
      return verbForms(String(words)).map {
        ($0.word, WordEntry(traits: $0.traits.union(trigger), verbClass: index))
      }
    }
  }

  /// Stretches of time, weekdays and months, in small letters.
  private static func timeNouns(_ folder: PackFolder) -> Lexicon {
    let kinds: Set<Substring> = ["unit", "units", "weekday", "month"]
    return Lexicon(
      folder.file("times-words").rows.flatMap { row in
        row.count == 2 && row[0].split(separator: " ").first.map(kinds.contains) == true
          ? DataFile.items(row[1]).map { ($0.filter { $0 != "^" && $0 != "_" }.lowercased(), 1) } : []
      })
  }

  /// "phrasal down step steps …": the forms of a verb that tells an event with a word behind it, which comes first.
  private static func phrasalVerbs(_ folder: PackFolder) -> Lexicon {
    let classes = eventClasses(folder)
    let rows = sections(folder.file("events-triggers")).flatMap { section, line in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3, words[0] == "phrasal", let index = classes.firstIndex(of: section) else {
        return [(phrase: String, value: UInt32)]()
      }
      return verbForms(words[2]).map { ("\($0.word) \(words[1])", UInt32(index)) }
    }
    return Lexicon(rows)
  }

  private static func numberWords(_ folder: PackFolder) -> [(word: String, entry: WordEntry)] {
    let sorts: [String: WordTraits] = [
      "count": .number, "multiplier": .multiplier, "fraction": .fraction, "article": .numberArticle,
    ]
    return sections(folder.file("figures-numbers")).compactMap { section, line in
      let fields = line.split(separator: " ")
      guard let traits = sorts[section], fields.count == 2, let value = Double(fields[1]) else { return nil }
      return (String(fields[0]), WordEntry(traits: traits, number: value))
    }
  }

  // MARK: Files in sections

  /// The lines of a file, each with the section it stands under; a section is opened by a line that ends with a colon.
  static func sections(_ file: DataFile) -> [(section: String, line: String)] {
    var section = ""
    var lines: [(section: String, line: String)] = []
    for line in file.words {
      if line.hasSuffix(":"), !line.contains(" ") {
        section = String(line.dropLast())
      } else {
        lines.append((section, line))
      }
    }
    return lines
  }

  private static func spaced(_ file: DataFile) -> [String] {
    file.words.flatMap { $0.split(separator: " ").map(String.init) }
  }

  private static func genders(_ folder: PackFolder, _ words: LinkingWords) -> Lexicon {
    let sections = sections(folder.file("clause-words"))
    func pronouns(_ name: String) -> [String] {
      sections.filter { $0.section == name }.flatMap { $0.line.split(separator: " ").map(String.init) }
    }
    let men = words.menNames + words.menHonorifics + pronouns("man-pronoun")
    let women = words.womenNames + words.womenHonorifics + pronouns("woman-pronoun")
    return Lexicon(men.map { ($0, 1) } + women.map { ($0, 2) })
  }

  /// Nouns for persons: those of a gender, with it; the offices and all others may be either's.
  private static func persons(_ folder: PackFolder) -> Lexicon {
    let genders: [String: UInt32] = ["man": 1, "woman": 2]
    let nouns = folder.file("quotes-persons").rows.flatMap { row in
      DataFile.items(row[0]).map {
        ($0, row.count > 1 ? genders[row[1]] ?? QuotationTables.eitherGender : QuotationTables.eitherGender)
      }
    }
    let offices = folder.file("offices").rows.flatMap { $0.flatMap(DataFile.items) }
      .map { ($0, QuotationTables.eitherGender) }
    return Lexicon((nouns + offices).map { ($0.0.lowercased(), $0.1) }, merging: |)
  }

  private static func descriptions(
    _ folder: PackFolder, companies: Lexicon, persons: Lexicon
  ) -> DescriptionNouns {
    func lexicon(_ items: [String]) -> Lexicon { Lexicon(items.map { ($0, 1) }) }
    let first = folder.file("organization-words").rows.filter { $0.count > 1 && $0[1] == "first" }
    var nouns = DescriptionNouns()
    (nouns.companies, nouns.persons) = (companies, persons)
    nouns.otherBodies = lexicon(first.flatMap { DataFile.items($0[0]) })
    nouns.offices = lexicon(folder.file("description-heads").rows.flatMap { $0.flatMap(DataFile.items) })
    return nouns
  }

  static func quotationTables(_ folder: PackFolder, _ linking: LinkingWords) -> QuotationTables {
    var tables = QuotationTables()
    var shapes: [(mark: String, opens: Bool, closes: Bool, isSingle: Bool)] = []
    func add(_ mark: String, opens: Bool, closes: Bool, isSingle: Bool) {
      if let known = shapes.firstIndex(where: { $0.mark == mark }) {
        shapes[known].opens = shapes[known].opens || opens
        shapes[known].closes = shapes[known].closes || closes
      } else {
        shapes.append((mark, opens, closes, isSingle))
      }
    }
    tables.genders = genders(folder, linking)
    tables.persons = persons(folder)
    let labels = sections(folder.file("quotes-labels"))
    func words(_ section: String) -> Lexicon {
      Lexicon(labels.filter { $0.section == section }.map { ($0.line, 1) })
    }
    (tables.questionLabels, tables.answerLabels) = (words("question"), words("answer"))
    tables.firstPersons = words("first-person")
    tables.otherOffices = words("other-office")
    tables.shortOffices = words("short-office")
    tables.wordings = words("wording")
    tables.descriptions = descriptions(
      folder, companies: words("any-company"), persons: words("any-person"))
    for (section, line) in sections(folder.file("quotes-marks")) {
      let pair = line.split(separator: " ").map(String.init)
      guard pair.count == 2 else { continue }
      add(pair[0], opens: true, closes: false, isSingle: section == "single")
      add(pair[1], opens: false, closes: true, isSingle: section == "single")
    }
    // A mark of several characters is looked for before those it begins with.
    tables.marks = shapes.sorted { ($1.mark.utf8.count, $0.mark) < ($0.mark.utf8.count, $1.mark) }.map {
      QuotationMarkShape($0.mark, opens: $0.opens, closes: $0.closes, isSingle: $0.isSingle)
    }
    tables.elisions = Set(folder.file("quotes-elisions").words)
    tables.sourceCues = Lexicon(
      folder.file("quotes-cues").rows.map { row in
        (row[0], row.count > 1 && row[1] == "beside" ? QuotationTables.besideOnly : 1)
      })
    return tables
  }
}
