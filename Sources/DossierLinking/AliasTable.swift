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
    /// The form without an honorific.
    let bareForm: Int
    let usage: Usage
    var count: Int
    /// Numbers of outlets, without repeats.
    var outlets: [Int32]
    /// How often each of them prints it.
    var outletCounts: [Int]
    let first: Citation
  }

  private var numbers: [Key: Int32] = [:]
  private var rows: [(node: Int32, row: Row)] = []

  mutating func count(_ key: Key, bareForm: Int, outlet: Int32?, at citation: @autoclosure () -> Citation) {
    guard let number = numbers[key].map(Int.init) else {
      numbers[key] = Int32(rows.count)
      rows.append(
        (
          key.node,
          Row(
            form: Int(key.form), bareForm: bareForm, usage: key.usage, count: 1,
            outlets: outlet.map { [$0] } ?? [], outletCounts: outlet == nil ? [] : [1],
            first: citation())
        ))
      return
    }
    rows[number].row.count += 1
    guard let outlet else { return }
    if let place = rows[number].row.outlets.firstIndex(of: outlet) {
      rows[number].row.outletCounts[place] += 1
    } else {
      rows[number].row.outlets.append(outlet)
      rows[number].row.outletCounts.append(1)
    }
  }

  /// The rows of each node, as they were first met.
  func rowsByNode() -> [Int32: [Row]] { Dictionary(grouping: rows, by: \.node).mapValues { $0.map(\.row) } }
}
