import DossierModel

/// Which mention each token belongs to.
struct MentionIndex: Sendable {
  let mentions: [Mention]
  /// Of each token: the index of its mention, or -1.
  private let ofToken: [Int32]

  init(_ mentions: [Mention], in tokens: [Token]) {
    var ofToken = [Int32](repeating: -1, count: tokens.count)
    var token = 0
    for (index, mention) in mentions.enumerated() {
      while token < tokens.count, tokens[token].upper <= mention.range.lowerBound { token += 1 }
      var inside = token
      while inside < tokens.count, tokens[inside].lower < mention.range.upperBound {
        ofToken[inside] = Int32(truncatingIfNeeded: index)
        inside += 1
      }
    }
    self.mentions = mentions
    self.ofToken = ofToken
  }

  @inline(__always) subscript(token: Int) -> Int? {
    let index = ofToken[token]
    return index < 0 ? nil : Int(index)
  }

  /// The first token of the mention that a token belongs to, no further left than another.
  func start(ofMentionAt token: Int, from low: Int) -> Int {
    var first = token
    while first > low, ofToken[first - 1] == ofToken[token] { first -= 1 }
    return first
  }
}
