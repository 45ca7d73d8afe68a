/// Tells by the numbers beside them whose flights names are, and which are no persons' but those of models.
///
/// "Northern Air Flight 12" names a carrier, and "the Northstar 200 Max" no Max.
struct NamesBesideNumbers {
  /// Words of a carrier's name at most.
  private static let longest = 4

  let text: TokenizedText
  let classes: WordClasses
  let words: BodyWords

  // MARK: Carriers

  /// The names before the word for a journey and its number.
  func carriers() -> [Range<Int>] {
    text.tokens.indices.compactMap { number in
      guard number > 1, text.tokens[number].isNumber, words.length(.journey, at: number - 1, in: text) == 1
      else { return nil }
      return carrier(before: number - 1)
    }
  }

  private func carrier(before end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < Self.longest, isPart(start - 1) { start -= 1 }
    let name = start..<end
    guard name.count > 1, name.contains(where: { classes.alone[$0].isDisjoint(with: [.demonym, .country]) }),
      start == 0 || !text.tokens[start - 1].isCapitalised || text.tokens[start - 1].kind != .word
        || text.tokens[start - 1].flags.contains(.firstWord)
    else { return nil }
    return name
  }

  private func isPart(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && text.tokens[token].isCapitalised
      && !text.tokens[token].flags.contains(.clitic)
      && classes.alone[token].isDisjoint(with: [.never, .determiner, .honorific, .rank])
      && !(text.tokens[token].flags.contains(.firstWord) && classes.alone[token].contains(.commonWord))
  }

  // MARK: Models

  /// The spans but for persons' names that are parts of models' names.
  ///
  /// Where the text names somebody so in full, only what stands right behind a number is a model's.
  func withoutModels(_ spans: [NameSpan]) -> [NameSpan] {
    var models: Set<UInt64> = []
    for number in text.tokens.indices.dropLast() where text.tokens[number].isNumber {
      let name = text.tokens[number + 1]
      if name.kind == .word, name.isCapitalised, isModel(number + 1) { models.insert(name.hash) }
    }
    guard !models.isEmpty else { return spans }
    var persons: Set<UInt64> = []
    for span in spans where span.kind == .person && span.tokens.count > 1 {
      for token in span.tokens where models.contains(text.tokens[token].hash) {
        if !isNumbered(span) { persons.insert(text.tokens[token].hash) }
      }
    }
    return spans.filter { span in
      guard isShort(span) || isNumbered(span) else { return true }
      let first = span.tokens.lowerBound
      let name = text.tokens[first].hash
      return !models.contains(name) || persons.contains(name) && !isModel(first)
    }
  }

  private func isShort(_ span: NameSpan) -> Bool { span.kind == .person && span.tokens.count == 1 }

  /// Whether a name is one word with a number behind it: "Max 8".
  private func isNumbered(_ span: NameSpan) -> Bool {
    span.tokens.count == 2 && text.tokens[span.tokens.upperBound - 1].isNumber
  }

  /// Whether the number before a name is a model's, behind a name or an article: "Northstar 200 Max", "a 200 Max".
  ///
  /// A year or a day of the month is none: "In 2018 Keller", "On March 3 Keller".
  private func isModel(_ name: Int) -> Bool {
    let number = name - 1
    guard number > 0, text.tokens[number].isNumber, !text.tokens[name].flags.contains(.firstWord) else {
      return false
    }
    let length = text.tokens[number].upper - text.tokens[number].lower
    guard (2...3).contains(length) else { return false }
    var before = number - 1
    // "Northstar's 200 Max".
    if before > 0, text.tokens[before].flags.contains(.clitic) { before -= 1 }
    guard text.tokens[before].kind == .word else { return false }
    if classes.alone[before].contains(.determiner) { return true }
    return text.tokens[before].isCapitalised && classes.alone[before].isDisjoint(with: [.never, .commonWord])
  }
}
