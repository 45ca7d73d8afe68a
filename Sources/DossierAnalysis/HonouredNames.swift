/// Family names that are ordinary words too, and names printed in capitals where a text begins.
///
/// "Mrs Summer" is somebody though summer is a season, and "ANNA Berg said" opens with the whole name. The tagger
/// passes both over, as it has seldom read them so.
struct HonouredNames {
  let text: TokenizedText
  let classes: WordClasses
  let speechVerbs: Lexicon
  /// Phrases with a capital that name nobody: "Lady Luck", "Mr Speaker".
  let phrases: Lexicon

  /// The spans with those that were passed over.
  func added(to spans: [NameSpan]) -> [NameSpan] {
    let doubtful = text.tokens.indices.filter(isDoubtful)
    let known = doubtful.isEmpty ? [] : FullNames(among: spans, in: text, classes).familyNames
    let honoured = doubtful.filter {
      (isHonoured($0, among: known) || isKnown($0, among: known)) && !endsPhrase($0)
    }
    let openings = text.blocks.compactMap(shoutedOpening)
    var found = spans.filter { !isNobody($0) }
    guard !honoured.isEmpty || !openings.isEmpty else { return found }
    for opening in openings where !spans.contains(where: { $0.tokens.contains(opening.upperBound) }) {
      found.removeAll { opening.overlaps($0.tokens) }
      found.append(NameSpan(opening, .person, "opening"))
    }
    found.removeAll { $0.kind != .person && isHonoured($0, in: honoured) }
    for index in honoured where !found.contains(where: { $0.tokens.contains(index) }) {
      found.append(NameSpan(index..<index + 1, .person, "honorific"))
    }
    return found
  }

  /// Whether nothing but an honoured name and its honorific was taken for something else: "Mr Hill" is no hill.
  private func isHonoured(_ span: NameSpan, in honoured: [Int]) -> Bool {
    guard let last = span.tokens.last, honoured.contains(last), isHonoured(last) else { return false }
    return span.tokens.dropLast().allSatisfy {
      text.tokens[$0].kind == .punctuation || classes.alone[$0].contains(.honorific)
    }
  }

  /// Whether a name is the second word of a phrase that names nobody.
  private func isNobody(_ span: NameSpan) -> Bool {
    guard span.kind == .person, let last = span.tokens.last, span.tokens.count < 3 else { return false }
    return endsPhrase(last) && (span.tokens.count == 1 || last - 1 == titleIndex(before: last))
  }

  private func endsPhrase(_ index: Int) -> Bool {
    guard let title = titleIndex(before: index) else { return false }
    return phrases.value(of: WordHash.joining(text.tokens[title].hash, text.tokens[index].hash)) != nil
  }

  /// The word before another, and before the point that may end it.
  private func titleIndex(before index: Int) -> Int? {
    guard index > 0 else { return nil }
    let title = text.byte(index - 1) == UInt8(ascii: ".") ? index - 2 : index - 1
    return title >= 0 ? title : nil
  }

  /// Whether such a word stands alone behind an honorific: "Mrs Summer left".
  private func isHonoured(_ index: Int) -> Bool {
    guard let title = titleIndex(before: index) else { return false }
    return classes.alone[title].contains(.honorific) && text.isCapitalWord(title)
      && classes.alone[title].isDisjoint(with: [.givenName, .surname])
  }

  /// Whether it is the family name of somebody whom the text names in full.
  ///
  /// Where a time begins with it or a number stands beside it, it is none; as a sentence's first word it is one before
  /// a verb of saying: "Summer said".
  private func isKnown(_ index: Int, among families: Set<UInt64>) -> Bool {
    guard families.contains(text.tokens[index].hash), index + 1 < text.tokens.count else { return false }
    guard !text.tokens[index].flags.contains(.firstWord), index > 0 else {
      return speechVerbs.value(of: text.tokens[index + 1].hash) != nil
    }
    return (!text.isCapitalWord(index - 1) || opensSentence(index - 1))
      && !text.tokens[index - 1].isNumber && !text.tokens[index + 1].isNumber
  }

  /// Whether a word has its capital from the sentence that it begins: "But Summer left".
  private func opensSentence(_ index: Int) -> Bool {
    text.tokens[index].flags.contains(.firstWord)
      && classes.alone[index].contains(.commonWord)
      && classes.alone[index].isDisjoint(with: [.givenName, .surname, .placeCue])
  }

  /// Whether it is printed as a name and listed as a family name, and as what is never one by itself, or it stands behind
  /// an honorific.
  private func isDoubtful(_ index: Int) -> Bool {
    guard text.isCapitalWord(index), !text.isCapitalWord(index + 1) else { return false }
    return classes.alone[index].contains(.surname) && classes.alone[index].contains(.never)
      || isHonoured(index)
  }

  /// Whether a word that stands behind an honorific is a family name: one of the lists, or of somebody whom the text names
  /// in full, "Mr Willing".
  private func isHonoured(_ index: Int, among families: Set<UInt64>) -> Bool {
    isHonoured(index)
      && (classes.alone[index].contains(.surname) || families.contains(text.tokens[index].hash))
  }

  /// A given name in capitals that begins a block, with the family name behind it.
  private func shoutedOpening(of block: TokenizedText.Block) -> Range<Int>? {
    guard block.kind == .paragraph else { return nil }
    let first = text.tokenIndex(endingAfter: block.range.lowerBound)
    guard first + 2 < text.tokens.count, text.tokens[first].isAllCaps, classes.isGivenAlone(first),
      text.tokens[first].upper - text.tokens[first].lower > 2, text.isCapitalWord(first + 1),
      !text.isCapitalWord(first + 2),
      classes.alone[first + 1].isDisjoint(with: [.organizationLast, .placeLast, .office, .honorific])
    else { return nil }
    return first..<first + 2
  }
}
