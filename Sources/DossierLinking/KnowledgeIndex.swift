import DossierModel
import DossierSource

/// The knowledge base, made ready to be asked by name.
struct KnowledgeIndex: Sendable {
  /// A row of the knowledge base: countries come first, then organizations, then outlets.
  typealias Entry = Int

  let normalizer: NameNormalizer
  let entryCount: Int
  private let countryCount: Int
  private let outlets: Set<Entry>
  private let kinds: [EntityKind]
  private let entries: [String: Entry]
  /// The first name of each row.
  private let firstNames: [String]
  private let demonyms: [String: Entry]
  private let capitals: [String: Entry]
  private let honorifics: Set<String>
  private let generalOffices: Set<String>
  private let designators: Set<String>
  private let ownPlaceWords: Set<String>
  private let ministryFillers: Set<String>
  private let droppedNames: Set<String>
  private let institutions: Set<String>
  private let functionWords: Set<String>
  private let listWords: Set<String>
  /// Articles that a name may be printed with: "the".
  private let articles: Set<String>
  let genders: NameGenders
  let transliterations: Transliterations
  let romanized: RomanizedNames
  let homonyms: [KnowledgeBase.Homonym]
  private let inflections: [String]
  private let familyEndings: [String]

  init(_ knowledge: KnowledgeBase) {
    let normalizer = NameNormalizer(words: knowledge.words)
    self.normalizer = normalizer
    let (rows, outlets) = Self.rows(of: knowledge, normalizer)
    self.outlets = outlets
    var entries: [String: Entry] = [:]
    // What comes first wins: a country before an organization, a first name before an abbreviation; and any name of
    // those before one of an outlet, which mostly stands beside what others print.
    let kindWords = Self.folded(knowledge.words.designators + knowledge.words.ownPlaceWords)
    let firstOutlet = knowledge.countries.count + knowledge.organizations.count
    for group in [0..<firstOutlet, firstOutlet..<rows.count] {
      for position in 0..<(rows[group].map(\.count).max() ?? 0) {
        for entry in group where position < rows[entry].count {
          let key = rows[entry][position]
          // In another language than that of the row it may be a word for a kind of thing: "Island".
          if !key.isEmpty, entries[key] == nil, !kindWords.contains(key) { entries[key] = entry }
        }
      }
    }
    self.entries = entries
    firstNames = rows.map { $0.first ?? "" }
    entryCount = rows.count
    countryCount = knowledge.countries.count
    kinds = knowledge.countries.map { _ in .country } + knowledge.organizations.map(\.kind)
    var demonyms: [String: Entry] = [:]
    var capitals: [String: Entry] = [:]
    for (entry, country) in knowledge.countries.enumerated() {
      for demonym in country.demonyms {
        demonyms[normalizer.name(of: demonym[...]).compact, default: entry] = entry
      }
      for capital in country.capitals { capitals[normalizer.name(of: capital[...]).compact] = entry }
    }
    self.demonyms = demonyms
    self.capitals = capitals
    let words = knowledge.words
    honorifics = Self.folded(words.honorifics)
    generalOffices = Self.folded(words.generalOffices)
    designators = Self.folded(words.designators)
    ownPlaceWords = Self.folded(words.ownPlaceWords)
    ministryFillers = Self.folded(words.ministryFillers)
    droppedNames = Self.folded(words.droppedNames)
    institutions = Self.folded(words.institutions)
    functionWords = Self.folded(words.functionWords)
    listWords = Self.folded(words.listWords)
    articles = Self.folded(words.outletArticles)
    genders = NameGenders(words: words)
    transliterations = Transliterations(words: words)
    romanized = RomanizedNames(words: words)
    homonyms = knowledge.homonyms
    inflections = words.inflections
    familyEndings = words.familyEndings
  }

  /// The names of each row as they are looked up, and which rows are outlets.
  ///
  /// An organization that an outlet's row names is that outlet: "AP" and "Associated Press" are one row. It counts as an
  /// outlet where it is an agency, whose name stands beside what others print.
  private static func rows(
    of knowledge: KnowledgeBase, _ normalizer: NameNormalizer
  ) -> (names: [[String]], outlets: Set<Entry>) {
    let organizations = knowledge.countries.count
    let first = organizations + knowledge.organizations.count
    let names =
      knowledge.countries.map { [$0.name] + $0.names }
      + (knowledge.organizations + knowledge.outlets).map { [$0.name] + $0.names }
    let key = { (name: String) in normalizer.name(of: name[...]).compact }
    var rows = names.map { $0.map(key) }
    var outlets = Set(first..<rows.count)
    let byName = Dictionary(
      (organizations..<first).map { (rows[$0][0], $0) }, uniquingKeysWith: { first, _ in first })
    let agencies = Set(knowledge.agencies.map(key))
    for outlet in first..<rows.count {
      guard let known = rows[outlet].lazy.compactMap({ byName[$0] }).first else { continue }
      rows[known] += rows[outlet]
      rows[outlet] = []
      outlets.remove(outlet)
      if !agencies.isDisjoint(with: rows[known]) { outlets.insert(known) }
    }
    return (rows, outlets)
  }

  /// The row that has a name, of whatever sort.
  func entry(named name: NormalName) -> Entry? { entries[name.compact] }

  /// Whether a row has a name beside the one that it goes by.
  func isOtherName(_ name: NormalName) -> Bool {
    entry(named: name).map { firstNames[$0] != name.compact } ?? false
  }

  func isCountry(_ entry: Entry) -> Bool { entry < countryCount }
  /// What sort of thing a country or organization is; nil for outlets.
  func kind(of entry: Entry) -> EntityKind? { entry < kinds.count ? kinds[entry] : nil }
  func isOutlet(_ entry: Entry) -> Bool { outlets.contains(entry) }

  /// The country that has a name, or whose people have.
  func country(_ name: NormalName) -> Entry? {
    let key = name.compact
    if let entry = entries[key], isCountry(entry) { return entry }
    return demonyms[key]
  }

  func countryOfDemonym(_ name: NormalName) -> Entry? { demonyms[name.compact] }
  func countryOfCapital(_ name: NormalName) -> Entry? { capitals[name.compact] }

  /// The country that some words begin with, and how many of them name it.
  func countryPrefix(of words: some RandomAccessCollection<String>) -> (country: Entry, length: Int)? {
    var key = ""
    var best: (country: Entry, length: Int)?
    for (length, word) in words.prefix(4).enumerated() {
      key += word
      if let entry = entries[key], isCountry(entry) {
        best = (entry, length + 1)
      } else if let entry = demonyms[key] {
        best = (entry, length + 1)
      }
    }
    return best
  }

  func isHonorific(_ word: String) -> Bool { honorifics.contains(word) }
  func isGeneralOffice(_ word: String) -> Bool { generalOffices.contains(word) }
  func isDesignator(_ word: String) -> Bool { designators.contains(word) }
  /// Whether a place with the word in its name is another than the one without it: "Iron City" is not "Iron".
  func makesOwnPlace(_ word: String) -> Bool { ownPlaceWords.contains(word) }
  func isInstitution(_ word: String) -> Bool { institutions.contains(word) }
  /// Whether a given name is left out of longer names as often as not: "Muhammad" of "Muhammad Shafi Omar".
  func isDroppedName(_ word: String) -> Bool { droppedNames.contains(word) }
  /// Whether a word joins the names of one list: "and".
  func joinsList(_ word: some StringProtocol) -> Bool {
    listWords.contains(NameNormalizer.folded(String(word)))
  }

  func isFunctionWord(_ word: String) -> Bool { functionWords.contains(word) }

  /// Whether one of two words is the other with an ending: "Republicans" is no slip for "Republican".
  func isInflection(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    return long.hasPrefix(short) && inflections.contains(String(long.dropFirst(short.count)))
  }

  /// What a family name or a people's may be the plural of: "Keller" of "Kellers".
  func singulars(of word: String) -> [String] {
    familyEndings.filter { word.utf8.count > $0.utf8.count + 1 && word.hasSuffix($0) }
      .map { String(word.dropLast($0.count)) }
  }

  /// What two names of something other than a person have in common when they are one name.
  ///
  /// A body that every country has is named with its country, in whatever form that is printed; the words of a body
  /// that is said to be a front, a party and so on may stand in any order.
  func key(of name: NormalName) -> String {
    let words = contentWords(of: name)
    guard words.count > 1 else { return name.compact }
    if words.contains(where: isInstitution), let prefix = countryPrefix(of: words),
      prefix.length < words.count
    {
      // "The Ministry of Foreign Affairs" is the Foreign Ministry.
      let body = words.dropFirst(prefix.length)
      let told = body.count > 2 ? body.filter { !ministryFillers.contains($0) } : Array(body)
      return "=\(prefix.country) " + told.sorted().joined(separator: " ")
    }
    if words.contains(where: isDesignator) { return words.sorted().joined() }
    return words.joined()
  }

  /// The words of a name without an article before them and small words among them.
  ///
  /// The last word of a name tells what it is, however common a word it may be: "the Rivertown Times" is no town.
  private func contentWords(of name: NormalName) -> [String] {
    let words = name.words.drop(while: articles.contains)
    guard let last = words.last else { return name.words }
    return words.dropLast().filter { !isFunctionWord($0) } + [last]
  }

  private static func folded(_ words: [String]) -> Set<String> {
    Set(words.map { NameNormalizer.folded($0) })
  }
}
