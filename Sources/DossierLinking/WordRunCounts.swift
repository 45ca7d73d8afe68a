/// How often each run of a few words is printed, as far as a byte counts.
///
/// A run is known by some bits of its hash only. With a place for each word of the corpus, the runs that fall together
/// by chance are far too few to look like one that many print.
package struct WordRunCounts: Sendable, Equatable {
  /// What stands at a place that is full: so many or more.
  private static let full = Int(UInt8.max)

  package private(set) var counts: [UInt8]
  /// How many runs may have been taken away at a full place since all were counted.
  package private(set) var forgotten = 0

  private var mask: Int { counts.count - 1 }

  /// Room for a corpus of about so many words.
  init(words: Int) { counts = [UInt8](repeating: 0, count: Self.capacity(words: words)) }

  /// The counts that were made before; nil where they cannot have been.
  package init?(counts: [UInt8], forgotten: Int) {
    guard counts.count >= 1024, counts.count.nonzeroBitCount == 1, forgotten >= 0 else { return nil }
    (self.counts, self.forgotten) = (counts, forgotten)
  }

  private static func capacity(words: Int) -> Int {
    var capacity = 1024
    while capacity < words { capacity *= 2 }
    return capacity
  }

  /// Whether a corpus of about so many words is counted in as many places.
  func isFor(words: Int) -> Bool { counts.count == Self.capacity(words: words) }

  /// The place of a run; others may have the same.
  func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) & mask }

  /// Counts one more run.
  mutating func add(_ hash: UInt64) {
    let place = place(of: hash)
    if counts[place] < .max { counts[place] += 1 }
  }

  /// How often a run was counted, up to 255.
  subscript(hash: UInt64) -> Int { Int(counts[place(of: hash)]) }

  /// Counts as if some runs had not been counted and others had, and gives the places with more than a limit
  /// before or behind, not both; nil where that can no longer be told, so that all are to be counted anew.
  ///
  /// How many there are at a full place is not known, only that there are no fewer than were not taken away.
  mutating func change(without old: [UInt64], with new: [UInt64], limit: Int) -> Set<Int>? {
    var changes: [Int: (removed: Int, added: Int)] = [:]
    for hash in old { changes[place(of: hash), default: (0, 0)].removed += 1 }
    for hash in new { changes[place(of: hash), default: (0, 0)].added += 1 }
    var crossed: Set<Int> = []
    var mostForgotten = 0
    for (place, change) in changes {
      let before = Int(counts[place])
      guard before < Self.full else {
        mostForgotten = max(mostForgotten, change.removed)
        continue
      }
      let now = before - change.removed + change.added
      guard now >= 0 else { return nil }
      counts[place] = UInt8(min(Self.full, now))
      if (before > limit) != (now > limit) { crossed.insert(place) }
    }
    forgotten += mostForgotten
    return Self.full - forgotten > limit ? crossed : nil
  }
}
