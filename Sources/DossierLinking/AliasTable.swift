import DossierModel
import DossierSource

/// The forms by which the corpus names each thing: how often, in which outlets, and where first.
struct AliasTable: Sendable {
  /// How a form is used where it stands, as far as that decides its kind.
  enum Usage: UInt8, Sendable {
    case name, honorific, demonym, metonym, description
  }

  struct Key: Hashable, Sendable {
    let node: Int32
    let form: Int32
    let usage: Usage
  }

  struct Row: Sendable {
    let form: Int
    let usage: Usage
    var count: Int
    /// Numbers of outlets, without repeats.
    var outlets: [Int32]
    let first: Citation
  }

  private var numbers: [Key: Int32] = [:]
  private var rows: [(node: Int32, row: Row)] = []

  mutating func count(_ key: Key, outlet: Int32?, at citation: @autoclosure () -> Citation) {
    guard let number = numbers[key].map(Int.init) else {
      numbers[key] = Int32(rows.count)
      rows.append(
        (
          key.node,
          Row(
            form: Int(key.form), usage: key.usage, count: 1, outlets: outlet.map { [$0] } ?? [],
            first: citation())
        ))
      return
    }
    rows[number].row.count += 1
    if let outlet, !rows[number].row.outlets.contains(outlet) { rows[number].row.outlets.append(outlet) }
  }

  /// The rows of each node, as they were first met.
  func rowsByNode() -> [Int32: [Row]] { Dictionary(grouping: rows, by: \.node).mapValues { $0.map(\.row) } }
}

/// Says of one thing's forms which is its name, and what kind of alias each of the others is.
struct AliasKinds: Sendable {
  private let rows: [AliasTable.Row]
  private let table: NameTable
  private let isPerson: Bool
  private let slips: Set<Int>
  /// The form that the thing goes by: its fullest, most frequent, and no slip.
  let nameForm: Int

  init(rows: [AliasTable.Row], table: NameTable, isPerson: Bool) {
    self.rows = rows
    self.table = table
    self.isPerson = isPerson
    var counts: [Int: Int] = [:]
    for row in rows where row.usage == .name || row.usage == .honorific {
      counts[row.form, default: 0] += row.count
    }
    slips = Self.slips(rows.filter { $0.usage == .name }, table: table)
    let slips = slips
    let best = rows.min { left, right in
      let leftRank = Self.rank(left, slips: slips, table: table, isPerson: isPerson)
      let rightRank = Self.rank(right, slips: slips, table: table, isPerson: isPerson)
      return leftRank < rightRank
    }
    nameForm = best?.form ?? 0
  }

  /// What comes first in the choice of a name: lower is better; the text decides in the end, so that it is always one.
  private static func rank(
    _ row: AliasTable.Row, slips: Set<Int>, table: NameTable, isPerson: Bool
  ) -> (Int, Int, Int, String) {
    let form = table.forms[row.form]
    var grade = 0
    switch row.usage {
    case .name: break
    case .honorific: grade = 6
    case .metonym: grade = 4
    case .demonym: grade = 5
    case .description: grade = 7
    }
    if slips.contains(row.form) { grade += 3 }
    if form.name.isAcronym { grade += 2 } else if isPerson, form.name.words.count < 2 { grade += 1 }
    return (grade, -row.count, -form.name.words.count, form.text)
  }

  /// Forms with a word that the other forms print more often with one letter changed: slips of the pen.
  ///
  /// Two words that differ in vowels or doubled letters only are two spellings.
  private static func slips(_ rows: [AliasTable.Row], table: NameTable) -> Set<Int> {
    guard rows.count > 1 else { return [] }
    var counts: [String: Int] = [:]
    for row in rows {
      for word in table.forms[row.form].name.words where word.utf8.count >= 5 {
        counts[word, default: 0] += row.count
      }
    }
    guard counts.count > 1, counts.count <= 200 else { return [] }
    let rare = counts.filter { word, count in
      counts.contains { other, otherCount in
        otherCount > count && !EditDistance.haveSameConsonants(word, other) && EditDistance.isOne(word, other)
      }
    }
    return Set(
      rows.filter { table.forms[$0.form].name.words.contains { rare[$0] != nil } }.map(\.form))
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
    if form.isAcronym, !name.isAcronym { return .acronym }
    if form.words == name.words || form.compact == name.compact || isNearly(form, name) { return .spelling }
    if form.words.count < name.words.count { return .short }
    return Set(form.words) == Set(name.words) ? .spelling : .full
  }

  private func isNearly(_ left: NormalName, _ right: NormalName) -> Bool {
    guard left.words.count == right.words.count else { return false }
    let differing = zip(left.words, right.words).filter { $0 != $1 }
    guard let pair = differing.first, differing.count == 1 else { return false }
    return EditDistance.isOne(pair.0, pair.1)
  }
}
