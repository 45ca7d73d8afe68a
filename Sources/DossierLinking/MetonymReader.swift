import DossierModel
import DossierSource

/// Tells a city that stands for its government from the city itself.
///
/// It reads the words beside the name only: behind a preposition of place it is the place; between parties, or before
/// a verb that only those who act can have, it is the government; and where nothing tells, the place.
struct MetonymReader: Sendable {
  private let places: Set<String>
  private let parties: Set<String>
  private let motions: Set<String>
  private let lists: Set<String>
  private let verbs: Set<String>
  private let genitives: Set<String>

  init(words: LinkingWords) {
    places = Set(words.placePrepositions)
    parties = Set(words.partyPrepositions)
    motions = Set(words.motionWords)
    lists = Set(words.listWords)
    verbs = Set(words.actingVerbs)
    genitives = Set(words.genitiveMarkers)
  }

  func meansGovernment(_ index: Int, of mentions: [Mention], in context: TextContext) -> Bool {
    let mention = mentions[index]
    if mention.kind == .country || mention.kind == .organization { return true }
    if let isParty = isParty(before: mention.range.lowerBound, index: index, of: mentions, in: context) {
      return isParty
    }
    return acts(index, of: mentions, in: context)
  }

  /// Whether a verb that only those who act can have stands behind a name, or behind a list that begins with it:
  /// "Paris and Rome have agreed".
  private func acts(_ index: Int, of mentions: [Mention], in context: TextContext) -> Bool {
    var last = index
    let isOfSomething = genitives.contains(context.word(before: mentions[index].range.lowerBound))
    for _ in 0..<(isOfSomething ? 1 : 4) {
      let end = mentions[last].range.upperBound
      let word = context.word(after: end)
      if verbs.contains(word) { return true }
      guard lists.contains(word), mentions.indices.contains(last + 1),
        mentions[last + 1].kind == .place || mentions[last + 1].kind == .country,
        context.text(from: end, to: mentions[last + 1].range.lowerBound) == " \(word) "
      else { return false }
      last += 1
    }
    return false
  }

  /// What the words before a name say, through a list of names: "in Paris and Rome", "between Paris and Rome".
  private func isParty(
    before offset: Int, index: Int, of mentions: [Mention], in context: TextContext
  ) -> Bool? {
    var offset = offset
    var index = index
    for _ in 0..<6 {
      let word = context.word(before: offset)
      if places.contains(word) { return false }
      if parties.contains(word) {
        // "A flight between Paris and Rome" has no parties.
        return !motions.contains(context.word(before: context.startOfWord(before: offset)))
      }
      guard lists.contains(word) else { return nil }
      offset = context.startOfWord(before: offset)
      guard index > 0 else { continue }
      let previous = mentions[index - 1]
      if previous.range.upperBound + 2 >= offset, previous.range.upperBound <= offset {
        offset = previous.range.lowerBound
        index -= 1
      }
    }
    return nil
  }
}
