/// The name that was probably meant.
package enum NearestName {
  /// The nearest of the known names by edits of one byte; `nil` where none is near.
  ///
  /// Near is a third of the name's length at most. Of names equally near the first in byte order is taken.
  package static func name(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    var best: (distance: Int, name: String)?
    for candidate in known {
      let bytes = Array(candidate.utf8)
      let limit = max(1, max(wanted.count, bytes.count) / 3)
      guard abs(bytes.count - wanted.count) <= limit, bytes.count <= 100 else { continue }
      let distance = distance(wanted, bytes)
      guard distance <= limit else { continue }
      guard let current = best else {
        best = (distance, candidate)
        continue
      }
      if (distance, candidate) < (current.distance, current.name) { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Edits of a byte (added, removed, replaced, two neighbours swapped) from one to the other: the optimal
  /// string alignment distance (Damerau 1964, restricted).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
