/// Finds names by the lists and the shape of words alone, for a language without trained weights.
///
/// It is careful rather than complete: a run of capitals is a name only where a list, a title or a telling last word
/// speaks for it, or where the text says so elsewhere. It holds for languages that print all nouns with a capital:
/// a common word that the lists have is no part of a name.
struct ListedNames {
  private let text: TokenizedText
  private let classes: WordClasses
  /// Endings that a name may take.
  private let endings: [String]
  /// Last words of persons' full names of this text, and names that a title stands before.
  private var familyNames: Set<UInt64> = []

  init(text: TokenizedText, classes: WordClasses, endings: [String]) {
    self.text = text
    self.classes = classes
    self.endings = endings
  }

  /// The names; a first reading collects the family names, so that a headline may have one before its full name.
  mutating func spans() -> [NameSpan] {
    for span in read() where span.kind == .person {
      let last = span.tokens.upperBound - 1
      familyNames.insert(text.tokens[last].hash)
      let name = text.string(text.range(last..<last + 1))
      familyNames.formUnion(endings.compactMap { Lexicon.hash(of: name + $0) })
    }
    return read()
  }

  private func read() -> [NameSpan] {
    var spans: [NameSpan] = []
    for sentence in text.sentenceTokens {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard let run = run(at: index, in: sentence) else {
          index += 1
          continue
        }
        if let span = name(in: run, of: sentence) {
          spans.append(span)
          index = max(span.tokens.upperBound, index + 1)
        } else {
          // The rest of the run may hold a name of its own: "Sprecher Berg" behind a common noun.
          index += max(1, Int(classes.length[index]))
        }
      }
    }
    return spans
  }

  /// The capitals in a row from a token on, with the small words and hyphens among them.
  private func run(at start: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard begins(start) else { return nil }
    var end = start + max(1, Int(classes.length[start]))
    var index = end
    while index < sentence.upperBound, index - end < 4 {
      let token = text.tokens[index]
      if token.kind == .word, token.isCapitalised, !isCommon(index) {
        index += max(1, Int(classes.length[index]))
        end = index
      } else if isBridge(index) {
        index += 1
      } else {
        break
      }
    }
    return start..<end
  }

  private func begins(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word else { return false }
    if classes.length[index] > 1 { return true }
    return token.isCapitalised && !isCommon(index)
  }

  /// A word that is no part of a name, whatever its first letter; titles are read as such.
  private func isCommon(_ index: Int) -> Bool {
    let known = classes.alone[index]
    return !known.isDisjoint(with: [.never, .vocabulary])
      && known.isDisjoint(with: .titles.union(.smallOffice))
      && classes.length[index] <= 1
  }

  private func isBridge(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.isJoined, text.byte(index) == UInt8(ascii: "-") { return true }
    return token.kind == .word && !token.flags.contains(.clitic)
      && classes.alone[index].contains(.particle) && !token.isCapitalised
  }

  private func name(in run: Range<Int>, of sentence: Range<Int>) -> NameSpan? {
    var start = run.lowerBound
    // Titles, and a common word that only begins the sentence, stand before the name.
    while start < run.upperBound - 1, classes.length[start] <= 1, isNoNamePart(start) { start += 1 }
    let run = start..<run.upperBound
    let last = run.upperBound - 1
    let first = classes.alone[start]
    let isTitled = start > sentence.lowerBound && isTitle(start - 1)
    let isWhole = run.allSatisfy { classes.alone[$0].isDisjoint(with: [.commonWord, .demonym]) }
    if run.count > 1, isWhole, classes.alone[last].contains(.organizationLast) {
      return NameSpan(run, .organization, "last-word")
    }
    let length = Int(classes.length[start])
    if length > 0, !isTitled, !classes.phrase[start].isDisjoint(with: .names),
      !classes.phrase[start].contains(.never)
    {
      return listed(start..<min(start + length, run.upperBound))
    }
    if run.count > 1, isWhole, classes.alone[last].contains(.placeLast) {
      return NameSpan(run, .place, "last-word")
    }
    guard !first.contains(.commonWord), !first.contains(.demonym) else { return nil }
    if isTitled { return NameSpan(run, .person, "title") }
    if run.count > 1, first.contains(.givenName) { return NameSpan(run, .person, "given-name") }
    // "Bergs Vorgänger": a noun may follow in the same run.
    if run.count > 1, familyNames.contains(text.tokens[start].hash), isNoNamePart(start + 1) {
      return NameSpan(start..<start + 1, .person, "family-name")
    }
    if run.count == 1, familyNames.contains(text.tokens[start].hash) || first.contains(.surname) {
      return NameSpan(run, .person, "family-name")
    }
    return nil
  }

  private func isNoNamePart(_ index: Int) -> Bool {
    let known = classes.alone[index]
    if !known.isDisjoint(with: .titles) { return true }
    if known.contains(.smallOffice) { return true }
    return known.contains(.commonWord) && text.tokens[index].flags.contains(.firstWord)
  }

  private func isTitle(_ index: Int) -> Bool {
    !classes.alone[index].isDisjoint(with: .titles.union(.smallOffice))
  }

  private func listed(_ tokens: Range<Int>) -> NameSpan? {
    let known = classes.phrase[tokens.lowerBound]
    if known.contains(.country) { return NameSpan(tokens, .place, "list") }
    if !known.isDisjoint(with: [.organization, .group, .seat]) {
      return NameSpan(tokens, .organization, "list")
    }
    if known.contains(.place) { return NameSpan(tokens, .place, "list") }
    return NameSpan(tokens, .other, "list")
  }
}
