/// The name that was probably meant.
package enum NearestName {
  /// The nearest of the known names by edits of one byte; `nil` where none is near.
  ///
  /// Near is a third of the name's length at most. Of names equally near the first in byte order is taken.
  package static func name(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    var counts = [Int](repeating: 0, count: 256)
    for byte in wanted { counts[Int(byte)] += 1 }
    var rows = Rows()
    var best: (distance: Int, name: String)?
    for candidate in known {
      let length = candidate.utf8.count
      let limit = min(max(1, max(wanted.count, length) / 3), best?.distance ?? .max)
      guard abs(length - wanted.count) <= limit, length <= 100 else { continue }
      let bytes = Array(candidate.utf8)
      guard missing(of: counts, in: bytes) <= limit, let distance = rows.distance(wanted, bytes, limit: limit)
      else { continue }
      guard let current = best else {
        best = (distance, candidate)
        continue
      }
      if (distance, candidate) < (current.distance, current.name) { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Bytes of one name that the other has not, wherever they stand: no fewer edits lead from one to the other.
  private static func missing(of counts: [Int], in bytes: [UInt8]) -> Int {
    var rest = counts
    var extra = 0
    for byte in bytes {
      rest[Int(byte)] -= 1
      if rest[Int(byte)] < 0 { extra += 1 }
    }
    return extra
  }

  /// Three rows of the table of edits, kept from one pair of names to the next.
  private struct Rows {
    private var before: [Int] = []
    private var previous: [Int] = []
    private var current: [Int] = []

    /// Edits of a byte (added, removed, replaced, two neighbours swapped) from one to the other; nil above a limit.
    ///
    /// It is the optimal string alignment distance (Damerau 1964, restricted).
    mutating func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
      previous = Array(0...right.count)
      before = previous
      current = previous
      for (row, byte) in left.enumerated() {
        current[0] = row + 1
        var least = row + 1
        for column in right.indices {
          var cost = min(
            previous[column] + (byte == right[column] ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
          if row > 0, column > 0, byte == right[column - 1], left[row - 1] == right[column] {
            cost = min(cost, before[column - 1] + 1)
          }
          current[column + 1] = cost
          least = min(least, cost)
        }
        // A swap reaches back one row more, and is an edit itself.
        guard least <= limit + 1 else { return nil }
        (before, previous, current) = (previous, current, before)
      }
      return previous[right.count] <= limit ? previous[right.count] : nil
    }
  }
}
