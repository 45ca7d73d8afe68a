/// The trained weights of the tagger of names: a row of label weights for each feature that training kept.
///
/// Features are known by their hashes. Each row keeps a few bits of its feature's hash beside the weights, so that a
/// feature that training never saw finds no row, rather than another's.
package struct NameModel: Sendable {
  /// A weight for each label; the last lane tells which feature the row is of.
  package typealias Row = SIMD16<Int16>

  private var rows: RowMemory
  /// From each label (by index) to each label (by lane).
  package let transitions: [Row]
  /// The same, as wide as the sums that they are added to.
  let wideTransitions: [SIMD16<Int32>]
  private var mask: Int { rows.count - 1 }

  /// How many rows a feature may lie behind its place.
  private static let reach = 4
  private static let magic: [UInt8] = Array("names-1\n".utf8)

  /// An empty model with room for 2 to the power `bits` rows.
  package init(bits: Int, transitions: [Row]) {
    rows = RowMemory(count: 1 << bits)
    self.transitions = transitions
    wideTransitions = transitions.map { SIMD16(truncatingIfNeeded: $0) }
  }

  /// The row of a feature; zeros where training kept none.
  @inline(__always) func row(of feature: UInt64) -> Row {
    let sign = Self.sign(of: feature)
    var slot = Int(truncatingIfNeeded: feature) & mask
    for _ in 0..<Self.reach {
      let row = rows[slot]
      if row[15] == sign { return row }
      slot = (slot + 1) & mask
    }
    return .zero
  }

  /// Adds a feature's weights; false where its places are taken.
  package mutating func insert(_ feature: UInt64, weights: Row) -> Bool {
    if !isKnownUniquelyReferenced(&rows) || !rows.isOwn { rows = RowMemory(copying: rows) }
    var row = weights
    row[15] = Self.sign(of: feature)
    var slot = Int(truncatingIfNeeded: feature) & mask
    for _ in 0..<Self.reach {
      if rows[slot][15] == 0 {
        rows[slot] = row
        return true
      }
      if rows[slot][15] == row[15] { return false }
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
  ///
  /// Bytes that stay where they are for as long as the program runs are used there, not copied.
  package init?(bytes: UnsafeRawBufferPointer, staying: Bool = false) {
    let labels = NameLabel.count
    let width = MemoryLayout<Row>.size
    let head = Self.magic.count
    guard bytes.count > head + labels * width, bytes.prefix(head).elementsEqual(Self.magic) else {
      return nil
    }
    let count = (bytes.count - head) / width - labels
    guard count > 0, count & (count - 1) == 0 else { return nil }
    transitions = (0..<labels).map { bytes.loadUnaligned(fromByteOffset: head + $0 * width, as: Row.self) }
    wideTransitions = transitions.map { SIMD16(truncatingIfNeeded: $0) }
    let start = head + labels * width
    let place = UnsafeRawBufferPointer(rebasing: bytes[start..<start + count * width])
    rows = staying ? RowMemory(at: place) : RowMemory(copying: place)
  }

  /// The file's bytes, the same on every machine that keeps the low byte first.
  package var bytes: [UInt8] {
    var bytes = Self.magic
    for row in transitions + (0..<rows.count).map({ rows[$0] }) {
      for lane in 0..<16 {
        let value = UInt16(bitPattern: row[lane])
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
      }
    }
    return bytes
  }
}

/// Rows that lie in the executable, where they are megabytes that need not be copied at every start, or in memory of
/// their own.
///
/// Unchecked: nobody writes to rows that another model has too, and those of the executable are never written.
private final class RowMemory: @unchecked Sendable {
  private let bytes: UnsafeMutableRawBufferPointer
  let isOwn: Bool
  private static var width: Int { MemoryLayout<NameModel.Row>.size }

  var count: Int { bytes.count / Self.width }

  /// Rows of zeros.
  init(count: Int) {
    isOwn = true
    bytes = .allocate(
      byteCount: count * Self.width, alignment: MemoryLayout<NameModel.Row>.alignment)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  /// Rows that lie at a place for good.
  init(at place: UnsafeRawBufferPointer) {
    (bytes, isOwn) = (UnsafeMutableRawBufferPointer(mutating: place), false)
  }

  convenience init(copying other: UnsafeRawBufferPointer) {
    self.init(count: other.count / Self.width)
    bytes.copyMemory(from: other)
  }

  convenience init(copying other: RowMemory) { self.init(copying: UnsafeRawBufferPointer(other.bytes)) }

  deinit { if isOwn { bytes.deallocate() } }

  /// Rows of the executable may lie anywhere, not on their own width.
  @inline(__always) subscript(slot: Int) -> NameModel.Row {
    get { bytes.loadUnaligned(fromByteOffset: slot * Self.width, as: NameModel.Row.self) }
    set { bytes.storeBytes(of: newValue, toByteOffset: slot * Self.width, as: NameModel.Row.self) }
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
