import DossierModel

/// Finds persons whom some articles name by a short form of their given name: "Tim Keller" and "Timothy Keller".
///
/// A common surname is no ground: where more than three persons of the corpus have it, or one article names both in
/// full, they stay two.
struct GivenNameForms: Sendable {
  /// Of each form, the given names that it may stand for, and itself.
  private let meanings: [String: Set<String>]
  /// How many persons of one surname a corpus may have at most.
  private static let mostBearers = 3

  init(words: LinkingWords) {
    var meanings: [String: Set<String>] = [:]
    for (form, name) in LinkingWords.pairs(words.givenNameForms) {
      meanings[form, default: [form]].insert(name)
    }
    self.meanings = meanings
  }

  /// Pairs of forms of names that are one person's; `root` tells what is one already, by the node of a person's form.
  func pairs(in names: CorpusNames, root: (Int) -> Int) -> [(Int, Int)] {
    var bearers: [String: [Int: [Int]]] = [:]
    for (number, form) in names.table.forms.enumerated() where form.personMentions > 0 {
      guard form.name.words.count > 1, let surname = form.name.words.last else { continue }
      let person = root(MentionClusterer.node(number, asPerson: true))
      bearers[surname, default: [:]][person, default: []].append(number)
    }
    var pairs: [(left: [Int], right: [Int])] = []
    for persons in bearers.values where persons.count > 1 && persons.count <= Self.mostBearers {
      let groups = persons.sorted { $0.key < $1.key }.map(\.value)
      let alike = groups.indices.flatMap { left in
        groups.indices.filter { $0 > left && mayBeOne(groups[left], groups[$0], names.table) }.map {
          (left, $0)
        }
      }
      // Two Timothys leave it open whose "Tim" is.
      guard alike.count == 1, let (left, right) = alike.first else { continue }
      pairs.append((groups[left], groups[right]))
    }
    let together = standingTogether(among: pairs, in: names)
    return pairs.indices.filter { !together.contains($0) }
      .map { (pairs[$0].left[0], pairs[$0].right[0]) }.sorted { $0 < $1 }
  }

  /// Whether two persons' given names are forms of one.
  private func mayBeOne(_ left: [Int], _ right: [Int], _ table: NameTable) -> Bool {
    left.contains { first in
      right.contains { second in
        guard let one = table.forms[first].name.words.first, let other = table.forms[second].name.words.first
        else { return false }
        return one != other && !(meanings[one] ?? [one]).isDisjoint(with: meanings[other] ?? [other])
      }
    }
  }

  /// The pairs of which one article prints both in full, found in one going through all articles.
  private func standingTogether(
    among pairs: [(left: [Int], right: [Int])], in names: CorpusNames
  ) -> Set<Int> {
    guard !pairs.isEmpty else { return [] }
    // Of each form, twice the number of its pair, and one more for the right; no person is of two pairs.
    var sides = [Int](repeating: -1, count: names.table.forms.count)
    for (number, pair) in pairs.enumerated() {
      for form in pair.left { sides[form] = 2 * number }
      for form in pair.right { sides[form] = 2 * number + 1 }
    }
    var together: Set<Int> = []
    for forms in names.forms {
      let printed = Set(forms.lazy.map { sides[Int($0)] }.filter { $0 >= 0 })
      for side in printed where side % 2 == 0 && printed.contains(side + 1) { together.insert(side / 2) }
    }
    return together
  }
}
