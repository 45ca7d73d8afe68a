/// How often each run of a few words is printed, as far as a byte counts.
///
/// A run is known by some bits of its hash only. With a place for each word of the corpus, the runs that fall together
/// by chance are far too few to look like one that many print.
struct WordRunCounts: Sendable {
  private var counts: [UInt8]
  private let mask: Int

  /// Room for a corpus of about so many words.
  init(words: Int) {
    var capacity = 1024
    while capacity < words { capacity *= 2 }
    counts = [UInt8](repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// Counts one more run.
  mutating func add(_ hash: UInt64) {
    let place = Int(truncatingIfNeeded: hash >> 20) & mask
    if counts[place] < .max { counts[place] += 1 }
  }

  /// How often a run was counted, up to 255.
  subscript(hash: UInt64) -> Int { Int(counts[Int(truncatingIfNeeded: hash >> 20) & mask]) }
}
