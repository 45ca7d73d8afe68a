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
    var pairs: [PersonPair] = []
    for persons in bearers.values where persons.count > 1 && persons.count <= Self.mostBearers {
      let groups = persons.sorted { $0.key < $1.key }.map(\.value)
      let alike = groups.indices.flatMap { left in
        groups.indices.filter { $0 > left && mayBeOne(groups[left], groups[$0], names.table) }.map {
          (left, $0)
        }
      }
      // Two Timothys leave it open whose "Tim" is.
      guard alike.count == 1, let (left, right) = alike.first else { continue }
      pairs.append(PersonPair(left: groups[left], right: groups[right]))
    }
    return names.neverTogether(pairs)
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
}
