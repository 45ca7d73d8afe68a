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
      return mentions.mentions[mention].kind == .person && fits(mention) && !onlyDescribes(mention, at: token)
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

  /// Whether a subject's name is the last of several: "Berg, Dahl and Falk said", "the mayors of Lund and Aldmouth asked".
  ///
  /// What several say is of none of them alone. In "he met Berg, and Dahl said" the last alone speaks.
  func isLastOfSeveral(_ subject: ClauseSubject) -> Bool {
    guard subject.mention != nil else { return false }
    let name = mentions.start(ofMentionAt: subject.head, from: 0)
    if subject.tokens.lowerBound < name {
      return (subject.tokens.lowerBound..<name).contains { joins($0) && puts(name, besideNameBefore: $0) }
    }
    let conjunction = name - 1
    guard conjunction > 1, joins(conjunction), clause.isComma(conjunction - 1) else { return false }
    guard mentions[conjunction - 2] != nil else { return false }
    let former = mentions.start(ofMentionAt: conjunction - 2, from: 0)
    return former > 1 && clause.isComma(former - 1) && mentions[former - 2] != nil
  }

  /// Whether a conjunction with a name before it joins that name and the one that begins behind it.
  ///
  /// In "Lund and Aldmouth mayor Anna Berg" it joins what stands before the office, and she alone speaks; in "Berg and her
  /// husband Carl Dahl" both do.
  private func puts(_ name: Int, besideNameBefore conjunction: Int) -> Bool {
    guard let former = mentions[conjunction - 1], let last = mentions[name] else { return false }
    let between = conjunction + 1..<max(conjunction + 1, name)
    if between.isEmpty { return true }
    let title = mentions.mentions[last].title.map { clause.text.tokens(in: $0) } ?? name..<name
    return mentions.mentions[former].kind == .person
      && between.allSatisfy {
        mentions[$0] == nil && (!clause.tokens[$0].isCapitalised || title.contains($0))
      }
  }

  private func joins(_ token: Int) -> Bool {
    token > 0 && mentions[token] == nil && clause.has(token, .conjunction)
  }
}
