import DossierSource

/// Finds which of many things have a key in common, without comparing all with all.
///
/// Things under one key lie in one block. A block with one thing is nothing to compare; in one that is larger than the
/// window, whose key tells little, each thing is compared with its neighbours only (the sorted neighbourhood of
/// Hernández and Stolfo, 1995). So the cost is linear in the number of keys.
struct BlockIndex: Sendable {
  /// Of twelve bytes, as the halves of the key let it be.
  private struct Entry {
    private let high: UInt32
    private let low: UInt32
    let thing: Int32

    init(key: UInt64, thing: Int32) {
      (high, low) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
      self.thing = thing
    }

    var key: UInt64 { UInt64(high) << 32 | UInt64(low) }

    func isBefore(_ other: Entry) -> Bool { key != other.key ? key < other.key : thing < other.thing }
  }

  /// The entries whose keys begin alike, in pieces: one growing row of all entries would take twice their room, and
  /// as much again to sort.
  private struct Shelf {
    private static let pieceSize = 1024

    private var full: [[Entry]] = []
    private var open: [Entry] = []

    mutating func add(_ entry: Entry) {
      if open.count == Self.pieceSize {
        full.append(open)
        open.removeAll(keepingCapacity: true)
      }
      open.append(entry)
    }

    func sorted() -> [Entry] {
      var entries: [Entry] = []
      entries.reserveCapacity(full.count * Self.pieceSize + open.count)
      // In the order in which they were added: a long row of one key that is in order costs nothing to put in order.
      for piece in full { entries += piece }
      entries += open
      guard entries.count > 1 else { return entries }
      var room = entries
      entries.withUnsafeMutableBufferPointer { entries in
        room.withUnsafeMutableBufferPointer { BlockIndex.sort(entries, room: $0, by: 48) }
      }
      return entries
    }
  }

  /// Rows up to this length are sorted by putting each entry where it belongs.
  private static let shortRow = 24

  /// Sorts entries by the bits of their keys below a byte's end, and by things: into rows of one byte, and each of
  /// these by the next.
  ///
  /// Keys are hashes, so rows are short after a byte or two; nothing of the standard library's sorting is as quick.
  private static func sort(
    _ entries: UnsafeMutableBufferPointer<Entry>, room: UnsafeMutableBufferPointer<Entry>, by shift: Int
  ) {
    guard entries.count > shortRow, shift >= 0 else { return insert(entries) }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { ends in
      ends.initialize(repeating: 0)
      for entry in entries { ends[Int(truncatingIfNeeded: entry.key >> UInt64(shift)) & 255 + 1] += 1 }
      for byte in 0..<256 { ends[byte + 1] += ends[byte] }
      for entry in entries {
        let byte = Int(truncatingIfNeeded: entry.key >> UInt64(shift)) & 255
        room[ends[byte]] = entry
        ends[byte] += 1
      }
      _ = entries.update(fromContentsOf: room[..<entries.count])
      var start = 0
      for byte in 0..<256 where ends[byte] > start {
        let row = start..<ends[byte]
        if row.count > 1 {
          sort(
            UnsafeMutableBufferPointer(rebasing: entries[row]),
            room: UnsafeMutableBufferPointer(rebasing: room[row]), by: shift - 8)
        }
        start = ends[byte]
      }
    }
  }

  private static func insert(_ entries: UnsafeMutableBufferPointer<Entry>) {
    for index in entries.indices.dropFirst() {
      let entry = entries[index]
      var place = index
      while place > 0, entry.isBefore(entries[place - 1]) {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }

  private let window: Int
  private let reach: Int
  /// By the first byte of the keys.
  private var shelves = [Shelf](repeating: Shelf(), count: 256)

  /// An index whose blocks of up to `window` things are compared whole; in larger ones each thing is compared with so
  /// many behind it as `reach` says, all but the window's last where it says nothing.
  init(window: Int, reach: Int? = nil) {
    self.window = window
    self.reach = reach ?? window - 1
  }

  mutating func add(_ key: UInt64, of thing: Int) {
    shelves[Int(key >> 56)].add(Entry(key: key, thing: Int32(thing)))
  }

  /// Calls back with each pair that shares a key, the smaller first, and whether more than the window share it.
  ///
  /// A pair that shares several comes several times, but not out of large blocks of the very same things: a phrase that
  /// many print brings them together by each of its words. The index is empty behind it.
  mutating func forEachPair(_ body: (_ first: Int, _ second: Int, _ isOfMany: Bool) -> Void) {
    var compared: Set<Fingerprint> = []
    for number in shelves.indices {
      let entries = shelves[number].sorted()
      shelves[number] = Shelf()
      var start = 0
      while start < entries.count {
        var end = start + 1
        while end < entries.count, entries[end].key == entries[start].key { end += 1 }
        let block = entries[start..<end]
        start = end
        // Where only neighbours are compared, that costs no more than to look whether they were.
        if reach > 1, block.count > window, !compared.insert(Self.fingerprint(of: block)).inserted {
          continue
        }
        compare(block, body)
      }
    }
  }

  private static func fingerprint(of block: ArraySlice<Entry>) -> Fingerprint {
    var builder = FingerprintBuilder()
    for entry in block { builder.add(Int(entry.thing)) }
    return builder.fingerprint
  }

  /// The pairs of one block.
  private func compare(_ block: ArraySlice<Entry>, _ body: (Int, Int, Bool) -> Void) {
    forEachPair(ofBlock: block.count) { index, other, isOfMany in
      let (first, second) = (block[block.startIndex + index].thing, block[block.startIndex + other].thing)
      if first != second { body(Int(first), Int(second), isOfMany) }
    }
  }

  /// Calls back with the places in a block of so many things that are compared, the smaller first, and whether it is of
  /// more than the window; for a stretch of a block, the block's own size is told beside its own.
  func forEachPair(
    ofBlock count: Int, of whole: Int? = nil, _ body: (_ first: Int, _ second: Int, _ isOfMany: Bool) -> Void
  ) {
    let isOfMany = (whole ?? count) > window
    let reach = isOfMany ? reach : window - 1
    for index in 0..<count {
      for other in (index + 1)..<max(index + 1, min(index + 1 + reach, count)) {
        body(index, other, isOfMany)
      }
    }
  }
}
