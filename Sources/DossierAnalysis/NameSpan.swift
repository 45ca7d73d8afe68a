/// A stretch of tokens that is taken for a name, before it is a mention.
struct NameSpan: Sendable, Hashable {
  /// The kinds that names are told apart by; finer kinds come from the lists.
  enum Kind: Int, Sendable, Hashable, CaseIterable { case person, place, organization, other }

  var tokens: Range<Int>
  var kind: Kind
  /// What decided, for the mention's rule.
  var rule: StaticString

  init(_ tokens: Range<Int>, _ kind: Kind, _ rule: StaticString) {
    self.tokens = tokens
    self.kind = kind
    self.rule = rule
  }

  /// The token of a person's family name: the last, or the first where a small part closes the name, "Han Seo-yun".
  func familyName(in text: TokenizedText) -> Int {
    let last = tokens.upperBound - 1
    let isInFront =
      tokens.count == 4 && !text.tokens[last].isCapitalised && text.tokens[last].isJoined
      && text.tokens[last - 1].kind == .punctuation
    return isInFront ? tokens.lowerBound : last
  }

  static func == (left: NameSpan, right: NameSpan) -> Bool {
    left.tokens == right.tokens && left.kind == right.kind
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(tokens)
    hasher.combine(kind)
  }
}
