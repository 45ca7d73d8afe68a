import DossierModel

/// Kinds of what happened, each a bit: two tellings are compared by them millions of times.
struct EventKinds: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// Which bit stands for which class of triggers, as the articles of a corpus have them.
  struct Numbering: Sendable {
    /// Bits there are; classes beyond share the last one, so that they are only less well told apart.
    private static let bits = 64

    private let numbers: [String: Int]

    init(of articles: some Sequence<AnnotatedArticle>) {
      var names: Set<String> = []
      for event in articles.lazy.flatMap(\.events) { names.insert(event.triggerClass) }
      numbers = Dictionary(
        uniqueKeysWithValues: names.sorted().enumerated().map { ($1, min($0, Self.bits - 1)) })
    }

    /// The kinds of some classes; those that no article has are none.
    func kinds(_ classes: some Sequence<String>) -> EventKinds {
      classes.reduce(into: []) { kinds, name in
        if let number = numbers[name] { kinds.insert(EventKinds(rawValue: 1 << UInt64(number))) }
      }
    }
  }

  /// The single kinds.
  var each: [EventKinds] {
    var kinds: [EventKinds] = []
    var rest = rawValue
    while rest != 0 {
      kinds.append(EventKinds(rawValue: rest & (0 &- rest)))
      rest &= rest - 1
    }
    return kinds
  }
}

extension EventMerger {
  /// Classes of triggers by what two tellings of one class say of each other.
  struct Classes: Sendable {
    /// They tell of words only, and make no two events alike.
    let speech: EventKinds
    /// What befalls a party hardly twice on a day.
    let single: EventKinds
    /// What one telling has of what was done, and another of what came of it.
    let harm: EventKinds
    /// What a whole country does on a day.
    let polls: EventKinds
    /// What a verb tells that is of no kind.
    let none: EventKinds

    init(_ words: LinkingWords, _ numbering: EventKinds.Numbering) {
      speech = numbering.kinds(words.speechClasses)
      single = numbering.kinds(words.singleClasses)
      harm = numbering.kinds(words.harmClasses)
      polls = numbering.kinds(words.pollClasses)
      none = numbering.kinds([EventMention.noClass])
    }
  }
}
