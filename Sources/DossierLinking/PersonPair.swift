/// Two persons who may be one, each by the numbers of the forms of names that are its own.
struct PersonPair: Sendable {
  let left: [Int]
  let right: [Int]
}

extension CorpusNames {
  /// A form of each person of those pairs of which no article prints both in full, in order.
  ///
  /// Found in one going through all articles; no person may be of two pairs.
  func neverTogether(_ pairs: [PersonPair]) -> [(Int, Int)] {
    let together = standingTogether(among: pairs)
    return pairs.indices.filter { !together.contains($0) }
      .map { (pairs[$0].left[0], pairs[$0].right[0]) }.sorted { $0 < $1 }
  }

  private func standingTogether(among pairs: [PersonPair]) -> Set<Int> {
    guard !pairs.isEmpty else { return [] }
    // Of each form, twice the number of its pair, and one more for the right.
    var sides = [Int](repeating: -1, count: table.forms.count)
    for (number, pair) in pairs.enumerated() {
      for form in pair.left { sides[form] = 2 * number }
      for form in pair.right { sides[form] = 2 * number + 1 }
    }
    var together: Set<Int> = []
    for forms in forms {
      let printed = Set(forms.lazy.map { sides[Int($0)] }.filter { $0 >= 0 })
      for side in printed where side % 2 == 0 && printed.contains(side + 1) { together.insert(side / 2) }
    }
    return together
  }
}
