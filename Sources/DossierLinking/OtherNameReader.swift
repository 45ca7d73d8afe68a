import DossierModel

/// Tells where an article says that somebody has another name: "Rudolf Elphberg, alias Red Hans".
///
/// Nothing but the words that say so may stand between the two, within one sentence. A name that is only called a
/// name, with no other beside it, is left alone: "a man known as Red Hans".
struct OtherNameReader: Sendable {
  /// The words that may stand between two names of one person, run together.
  private let phrases: Set<String>
  /// The longest stretch between two names that is looked at, in bytes.
  private static let longestGap = 56

  init(words: LinkingWords) { phrases = Set(words.otherNamePhrases.map { NameNormalizer.folded($0) }) }

  /// Whether two mentions that follow each other are said to name one person.
  func areOne(_ left: Mention, _ right: Mention, in context: TextContext) -> Bool {
    guard left.kind == .person, right.kind == .person, left.form == .name, right.form == .name,
      left.sentence == right.sentence, right.title == nil
    else { return false }
    let start = left.range.upperBound
    let end = right.range.lowerBound
    guard end - start > 4, end - start <= Self.longestGap, end <= context.bytes.count else { return false }
    return phrases.contains(NameNormalizer.folded(context.text(from: start, to: end)))
  }
}
