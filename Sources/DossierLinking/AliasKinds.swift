import DossierModel

/// Says of one thing's forms which is its name, and what kind of alias each of the others is.
struct AliasKinds: Sendable {
  private let table: NameTable
  private let slips: Set<Int>
  private let transliterations: Transliterations
  private let romanized: RomanizedNames
  /// The form that the thing goes by: its fullest, most frequent, and no slip.
  let nameForm: Int

  /// Of the rows of one thing.
  init(rows: [AliasTable.Row], table: NameTable, isPerson: Bool, knowledge: KnowledgeIndex) {
    self.table = table
    transliterations = knowledge.transliterations
    romanized = knowledge.romanized
    let slips = Self.slips(rows, table: table, knowledge: knowledge)
    self.slips = slips
    let ranked = rows.map {
      (row: $0, rank: Self.rank($0, slips: slips, table: table, knowledge: isPerson ? nil : knowledge))
    }
    nameForm = ranked.min { $0.rank < $1.rank }?.row.bareForm ?? 0
  }

  /// What comes first in the choice of a name: lower is better; the text decides in the end, so that it is always one.
  ///
  /// A person goes by two words or more; anything else that is known by its name, and not by what is short for it.
  private static func rank(
    _ row: AliasTable.Row, slips: Set<Int>, table: NameTable, knowledge: KnowledgeIndex?
  ) -> (Int, Int, Int, String) {
    let form = table.forms[row.bareForm]
    var grade = 0
    switch row.usage {
    case .name, .honorific: break
    case .metonym: grade = 4
    case .demonym: grade = 5
    case .description: grade = 7
    }
    if slips.contains(row.bareForm) { grade += 3 }
    let isShort = knowledge.map { $0.isOtherName(form.name) } ?? !form.text.utf8.contains(0x20)
    // "Va" is read as Virginia.
    let isCut = NameNormalizer.folded(form.text).utf8.count < form.name.compact.utf8.count
    if form.name.isAcronym {
      grade += 2
    } else if isShort || isCut || isShouted(form.text) || knowledge == nil && form.initials != nil {
      grade += 1
    }
    // A people is named by its name, and not by that of its officials.
    let wordCount = row.usage == .demonym ? form.name.words.count : -form.name.words.count
    return (grade, -row.count, wordCount, form.text)
  }

  /// Several words in capitals throughout, as in a headline: "JANE DOE".
  private static func isShouted(_ text: String) -> Bool {
    text.utf8.contains(0x20) && !text.utf8.contains { (0x61...0x7A).contains($0) || $0 >= 0x80 }
  }

  /// Forms with a word that the other forms print more often with one letter changed: slips of the pen.
  ///
  /// Two words that differ in vowels or doubled letters only are two spellings; a word with an ending is none, and
  /// what names a country or its people is another word in its own right.
  private static func slips(
    _ rows: [AliasTable.Row], table: NameTable, knowledge: KnowledgeIndex
  ) -> Set<Int> {
    let rows = rows.filter { $0.usage == .name || $0.usage == .honorific }
    guard rows.count > 1 else { return [] }
    var counts: [String: Int] = [:]
    for row in rows {
      for word in table.forms[row.bareForm].name.words
      where word.utf8.count >= 5 && knowledge.countryPrefix(of: [word]) == nil {
        counts[word, default: 0] += row.count
      }
    }
    guard counts.count > 1, counts.count <= 200 else { return [] }
    // "David Davis": words of one name are no slips of each other.
    func stand(_ word: String, _ other: String) -> Bool {
      rows.contains { row in
        let words = table.forms[row.bareForm].name.words
        return words.contains(word) && words.contains(other)
      }
    }
    let rare = counts.filter { word, count in
      counts.contains { other, otherCount in
        otherCount > count && !EditDistance.haveSameConsonants(word, other) && EditDistance.isOne(word, other)
          && !knowledge.isInflection(word, other) && !stand(word, other)
      }
    }
    return Set(rows.map(\.bareForm).filter { table.forms[$0].name.words.contains { rare[$0] != nil } })
  }

  func kind(of row: AliasTable.Row) -> Alias.Kind {
    switch row.usage {
    case .honorific: return .honorific
    case .metonym: return .metonym
    case .demonym, .description: return .description
    case .name: break
    }
    if row.form == nameForm { return .full }
    if slips.contains(row.form) { return .typo }
    let form = table.forms[row.form].name
    let name = table.forms[nameForm].name
    if form.compact == name.compact {
      guard form.printedWordCount < name.printedWordCount else { return .spelling }
      return form.isAcronym && form.words.count < name.words.count ? .acronym : .short
    }
    // A surname in capitals is no abbreviation.
    if form.isAcronym, !name.isAcronym, !form.words.allSatisfy(name.words.contains) { return .acronym }
    if isNearly(form, name) || Set(form.words) == Set(name.words) || isTransliterated(form, name) {
      return .spelling
    }
    if table.forms[row.form].initials != nil, table.forms[nameForm].initials == nil { return .short }
    return form.words.count < name.words.count ? .short : .full
  }

  private func isTransliterated(_ left: NormalName, _ right: NormalName) -> Bool {
    transliterations.key(of: left).map { $0 == transliterations.key(of: right) } ?? false
      || romanized.areAlike(left, right)
  }

  private func isNearly(_ left: NormalName, _ right: NormalName) -> Bool {
    guard left.words.count == right.words.count else { return false }
    let differing = zip(left.words, right.words).filter { $0 != $1 }
    guard let pair = differing.first, differing.count == 1 else { return false }
    return EditDistance.isOne(pair.0, pair.1)
  }
}
