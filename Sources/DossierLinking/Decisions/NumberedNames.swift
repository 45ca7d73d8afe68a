import DossierModel

/// Selectors that are ids of one of several things of a name: `person:berg-1a2b`.
///
/// Such an id ends in digits that come from the place where the thing is first named, so that nothing but linking all
/// of the corpus tells which it is. The corpus is linked without the lines first, and then with them.
struct NumberedNames: Sendable {
  /// A mention by its article and its place among the article's mentions.
  struct Place: Sendable, Hashable {
    let article: Int
    let mention: Int
  }

  private var waiting: Set<EntitySelector> = []
  private(set) var places: [EntitySelector: Place] = [:]
  private var isSettled = false

  /// Whether there is any such selector.
  var isWaiting: Bool { !waiting.isEmpty }

  init() {}

  /// Those of some selectors that end as such an id does.
  init(among selectors: some Sequence<EntitySelector>) {
    waiting = Set(selectors.filter { Self.isNumbered($0.name) })
  }

  /// Whether what a selector means is known only when all else is linked.
  func isLate(_ selector: EntitySelector) -> Bool {
    waiting.contains(selector) && (!isSettled || places[selector] != nil)
  }

  /// Finds where those that the selectors mean are first named, in a corpus that was linked without the lines.
  mutating func find(in links: EntityLinks) {
    isSettled = true
    let byName = Dictionary(grouping: waiting) { $0.name[...] }
    var wanted: [Int32: [EntitySelector]] = [:]
    for (number, draft) in links.drafts.enumerated() {
      let name = draft.id.string.dropFirst(draft.kind.rawValue.utf8.count + 1)
      let isPerson = draft.kind == .person
      let found = (byName[name] ?? []).filter { ($0.sort == .person) == isPerson }
      if !found.isEmpty { wanted[Int32(number)] = found }
    }
    guard !wanted.isEmpty else { return }
    for (article, numbers) in links.numbers.enumerated() {
      for (mention, number) in numbers.enumerated() {
        for selector in wanted[number] ?? [] where places[selector] == nil {
          places[selector] = Place(article: article, mention: mention)
        }
      }
    }
  }

  private static func isNumbered(_ name: String) -> Bool {
    guard let hyphen = name.utf8.lastIndex(of: UInt8(ascii: "-")), hyphen != name.utf8.startIndex else {
      return false
    }
    let digits = name.utf8[name.utf8.index(after: hyphen)...]
    return (4...32).contains(digits.count) && digits.count.isMultiple(of: 4)
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
