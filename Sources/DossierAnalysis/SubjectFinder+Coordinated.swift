import DossierModel

/// Sentences about several persons, of whom a pronoun behind them may stand for any.
extension SubjectFinder {
  /// Whether a sentence is about several persons, of whom "he" may be any: "Berg and Dahl met".
  func namesOthers(
    _ topic: Quotation.Speaker, in sentence: Range<Int>, like fits: (Int) -> Bool
  ) -> Bool {
    if let mention = topic.mention, addsOther(than: mention, in: sentence, like: fits) { return true }
    return clause.text.tokens(in: topic.range).contains { token in
      guard let mention = mentions[token], mention != topic.mention else { return false }
      return mentions.mentions[mention].kind == .person && fits(mention) && !isPossessor(mention, at: token)
    }
  }

  /// Whether the last clause of a sentence is about another person than its first: "Berg spoke, and Dahl left", behind
  /// which "he" may be either.
  private func addsOther(than mention: Int, in sentence: Range<Int>, like fits: (Int) -> Bool) -> Bool {
    guard let last = clauseSubject(before: sentence.upperBound, from: sentence.lowerBound),
      let other = last.mention, other != mention, mentions.mentions[other].kind == .person, fits(other)
    else { return false }
    return (sentence.lowerBound..<last.tokens.lowerBound).dropLast().contains { index in
      clause.isComma(index) && clause.has(index + 1, .conjunction) && mentions[index + 1] == nil
        && (sentence.lowerBound..<index).contains { mentions[$0] == mention }
    }
  }
}
