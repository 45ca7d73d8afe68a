/// The trained weights of the tagger of names: a row of label weights for each feature that training kept.
///
/// Features are known by their hashes. Each row keeps a few bits of its feature's hash beside the weights, so that a
/// feature that training never saw finds no row, rather than another's.
package struct NameModel: Sendable {
  /// A weight for each label; the last lane tells which feature the row is of.
  package typealias Row = SIMD16<Int16>

  /// The rows, where they are in memory of their own; none where they lie in the executable.
  private var own: [Row]
  /// Where rows lie that are megabytes of the executable and need not be copied at every start.
  private let place: (@Sendable () -> UnsafeRawBufferPointer)?
  /// How many rows there are, less one.
  private let mask: Int
  /// From each label (by index) to each label (by lane).
  package let transitions: [Row]
  /// The same, as wide as the sums that they are added to.
  let wideTransitions: [SIMD16<Int32>]

  /// How many rows a feature may lie behind its place.
  private static let reach = 4
  private static let magic: [UInt8] = Array("names-1\n".utf8)

  /// An empty model with room for 2 to the power `bits` rows.
  package init(bits: Int, transitions: [Row]) {
    own = [Row](repeating: .zero, count: 1 << bits)
    place = nil
    mask = own.count - 1
    self.transitions = transitions
    wideTransitions = transitions.map { SIMD16(truncatingIfNeeded: $0) }
  }

  /// Calls with the rows, one behind the other; they may lie anywhere, not on their own width.
  func withRows<Result>(_ body: (Rows) -> Result) -> Result {
    guard let place else { return own.withUnsafeBytes { body(Rows(bytes: $0, mask: mask)) } }
    return body(Rows(bytes: place(), mask: mask))
  }

  /// The rows while they are looked up.
  struct Rows {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate let mask: Int

    fileprivate subscript(slot: Int) -> Row {
      bytes.loadUnaligned(fromByteOffset: slot * MemoryLayout<Row>.size, as: Row.self)
    }

    /// The row of a feature; zeros where training kept none.
    @inline(__always) func row(of feature: UInt64) -> Row {
      let sign = NameModel.sign(of: feature)
      var slot = Int(truncatingIfNeeded: feature) & mask
      for _ in 0..<NameModel.reach {
        let row = self[slot]
        if row[15] == sign { return row }
        slot = (slot + 1) & mask
      }
      return .zero
    }
  }

  /// Adds a feature's weights; false where its places are taken, or the model is the executable's.
  package mutating func insert(_ feature: UInt64, weights: Row) -> Bool {
    var row = weights
    row[15] = Self.sign(of: feature)
    var slot = Int(truncatingIfNeeded: feature) & mask
    guard !own.isEmpty else { return false }
    for _ in 0..<Self.reach {
      if own[slot][15] == 0 {
        own[slot] = row
        return true
      }
      if own[slot][15] == row[15] { return false }
      slot = (slot + 1) & mask
    }
    return false
  }

  @inline(__always) private static func sign(of feature: UInt64) -> Int16 {
    Int16(truncatingIfNeeded: feature >> 48) | 1
  }
}

extension NameModel {
  /// Reads a model from its file's bytes; nil where they are none.
  package init?(bytes: UnsafeRawBufferPointer) {
    guard let head = Head(of: bytes) else { return nil }
    own = (0..<head.count).map { head.row($0, of: bytes) }
    place = nil
    (transitions, wideTransitions, mask) = (head.transitions, head.wideTransitions, head.count - 1)
  }

  /// A model that is used where its file's bytes lie, for as long as the program runs.
  package init?(staying place: @escaping @Sendable () -> UnsafeRawBufferPointer) {
    guard let head = Head(of: place()) else { return nil }
    own = []
    self.place = { UnsafeRawBufferPointer(rebasing: place()[head.size...]) }
    (transitions, wideTransitions, mask) = (head.transitions, head.wideTransitions, head.count - 1)
  }

  /// What stands before the rows in a file.
  private struct Head {
    let transitions: [Row]
    var wideTransitions: [SIMD16<Int32>] { transitions.map { SIMD16(truncatingIfNeeded: $0) } }
    /// How many rows follow.
    let count: Int
    /// In bytes.
    let size: Int

    init?(of bytes: UnsafeRawBufferPointer) {
      let width = MemoryLayout<Row>.size
      let start = magic.count
      size = start + NameLabel.count * width
      guard bytes.count > size, bytes.prefix(start).elementsEqual(magic) else { return nil }
      count = (bytes.count - start) / width - NameLabel.count
      guard count > 0, count & (count - 1) == 0 else { return nil }
      transitions = (0..<NameLabel.count).map {
        bytes.loadUnaligned(fromByteOffset: start + $0 * width, as: Row.self)
      }
    }

    func row(_ slot: Int, of bytes: UnsafeRawBufferPointer) -> Row {
      bytes.loadUnaligned(fromByteOffset: size + slot * MemoryLayout<Row>.size, as: Row.self)
    }
  }

  /// The file's bytes, the same on every machine that keeps the low byte first.
  package var bytes: [UInt8] {
    var bytes = Self.magic
    for row in transitions + withRows({ rows in (0...mask).map { rows[$0] } }) {
      for lane in 0..<16 {
        let value = UInt16(bitPattern: row[lane])
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
      }
    }
    return bytes
  }
}

/// The labels that a token of a name can have: begin, inside, last or only token of each kind.
package enum NameLabel {
  package static let count = 15
  package static let outside = 0

  /// The labels of a span of a kind, in order of its tokens.
  package static func labels(of kind: Int, count: Int) -> [Int] {
    let first = 1 + kind * 4
    if kind == 3 { return (0..<count).map { $0 == 0 ? 13 : 14 } }
    guard count > 1 else { return [first + 3] }
    return (0..<count).map { $0 == 0 ? first : $0 == count - 1 ? first + 2 : first + 1 }
  }

  /// The kind of a label: 0 person, 1 place, 2 organization, 3 other; nil outside.
  package static func kind(of label: Int) -> Int? { label == 0 ? nil : min(3, (label - 1) / 4) }

  /// Whether a label begins a span.
  package static func begins(_ label: Int) -> Bool {
    guard let kind = kind(of: label) else { return false }
    return kind == 3 ? label == 13 : (label - 1) % 4 == 0 || (label - 1) % 4 == 3
  }

  /// Whether a span may be open before the label: it goes on with what came before.
  package static func continues(_ label: Int) -> Bool { label != outside && !begins(label) }

  /// Whether more of the span must follow.
  package static func isOpen(_ label: Int) -> Bool {
    guard let kind = kind(of: label), kind < 3 else { return false }
    return (label - 1) % 4 < 2
  }

  /// Whether one label may follow another.
  package static func allows(_ next: Int, after label: Int) -> Bool {
    if isOpen(label) { return continues(next) && kind(of: next) == kind(of: label) }
    guard continues(next) else { return true }
    return kind(of: next) == 3 && kind(of: label) == 3
  }
}
