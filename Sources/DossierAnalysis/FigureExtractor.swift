import DossierModel
import DossierSource

/// Finds numbers with what they count.
///
/// Names with digits, dates, years, ordinals, clock times and numbers of a list count nothing and are no figures.
package struct FigureExtractor: Sendable {
  private let tables: FigureTables

  package init(tables: FigureTables) { self.tables = tables }

  package func figures(in clause: ClauseText, mentions: [Mention], times: [TimeExpression]) -> [Figure] {
    var figures: [Figure] = []
    var time = 0
    var mention = 0
    var sentence = 0
    var index = 0
    let reader = FigureReader(clause: clause, tables: tables)
    while index < clause.tokens.count {
      let token = clause.tokens[index]
      guard
        token.kind == .number || clause.has(index, [.number, .fraction, .numberArticle])
          || reader.gluedMoney(at: index) != nil
      else {
        index += 1
        continue
      }
      while time < times.count, times[time].range.upperBound <= token.lower { time += 1 }
      while mention < mentions.count, mentions[mention].range.upperBound <= token.lower { mention += 1 }
      if time < times.count, times[time].range.lowerBound <= token.lower {
        index += 1
        continue
      }
      let isNamed = mention < mentions.count && mentions[mention].range.lowerBound <= token.lower
      while clause.text.sentenceTokens.indices.contains(sentence),
        clause.text.sentenceTokens[sentence].upperBound <= index
      {
        sentence += 1
      }
      guard clause.text.sentenceTokens.indices.contains(sentence), !isNamed else {
        index += 1
        continue
      }
      let (figure, next) = reader.figure(
        at: index, in: clause.text.sentenceTokens[sentence], sentence: sentence)
      if let figure, time >= times.count || times[time].range.lowerBound >= figure.range.upperBound {
        figures.append(figure)
      }
      index = max(next, index + 1)
    }
    return figures
  }
}

/// Reads one figure out from the first token of its number.
private struct FigureReader {
  let clause: ClauseText
  let tables: FigureTables

  /// The figure at a token, and where to read on.
  func figure(at start: Int, in sentence: Range<Int>, sentence index: Int) -> (Figure?, next: Int) {
    guard !isExcluded(before: start, in: sentence) else { return (nil, endOfGlued(start, sentence)) }
    guard var number = number(at: start, in: sentence) else { return (nil, endOfGlued(start, sentence)) }
    var first = start
    var unit: String?
    if start > sentence.lowerBound, clause.tokens[start].isJoined || clause.tokens[start - 1].kind == .symbol,
      clause.tokens[start - 1].kind == .symbol,
      let value = tables.units.value(of: clause.tokens[start - 1].hash)
    {
      unit = tables.unitNames[Int(value)]
      first = start - 1
      if first > sentence.lowerBound, clause.tokens[first].isJoined, clause.tokens[first - 1].isAllCaps {
        first -= 1
        // "C$5 million" is no other country's dollars.
        if let own = tables.units.longestMatch(at: first, before: start, in: clause.tokens), own.length == 2 {
          unit = tables.unitNames[Int(own.value)]
        }
      }
    }
    if let money = gluedMoney(at: start) { unit = tables.unitNames[Int(money.unit)] }
    if unit == nil, start > sentence.lowerBound, let code = currencyCode(at: start - 1) {
      unit = tables.unitNames[Int(code)]
      first = start - 1
    }
    let numberEnd = number.end
    if unit == nil, let match = unitMatch(at: number.end, in: sentence) {
      unit = tables.unitNames[Int(match.value)]
      number.end = match.end
    } else if number.end < sentence.upperBound, clause.tokens[number.end].isJoined,
      clause.tokens[number.end].kind == .word || clause.isMark(number.end, 0x3A)
        || clause.isMark(number.end, 0x2F)
    {
      return (nil, endOfGlued(start, sentence))
    }
    guard !isExcluded(behind: number.end, in: sentence) else { return (nil, number.end) }
    let qualifier = qualifier(before: first, in: sentence, isSmall: number.isSmall)
    // "the two leaders" counts nothing: it says which.
    if qualifier == nil, number.isSmall, first > sentence.lowerBound,
      clause.has(first - 1, [.determiner, .possessive])
    {
      return (nil, number.end)
    }
    first = qualifier?.start ?? first
    let behind = tables.qualifiersBehind.longestMatch(
      at: number.end, before: sentence.upperBound, in: clause.tokens)
    if let behind { number.end += behind.length }
    let counted = counted(from: number.end, in: sentence, hasUnit: unit != nil)
    let hasMeaning =
      qualifier != nil || unit != nil || counted != nil || numberEnd - start > 1 || number.hasSeparator
      || isToll(start, in: sentence)
    guard hasMeaning,
      !isYear(number, start, qualified: unit != nil || qualifier != nil || number.hasSeparator)
    else {
      return (nil, number.end)
    }
    let cases = Figure.Qualifier.allCases
    let kind = qualifier.map { cases[Int($0.value)] } ?? behind.map { cases[Int($0.value)] }
    return (
      Figure(
        range: clause.text.range(first..<number.end), number: number.value, qualifier: kind, unit: unit,
        counted: counted.map { clause.text.range($0) }, sentence: index),
      number.end
    )
  }

  /// The unit that letters before a number are a code of: "EUR 1.5 billion", "Rs 500".
  private func currencyCode(at index: Int) -> UInt32? {
    let token = clause.tokens[index]
    guard token.kind == .word, token.isCapitalised, (2...3).contains(token.upper - token.lower) else {
      return nil
    }
    return tables.units.value(of: token.hash)
  }

  /// The unit of capitals that a number is glued to, and where its digits begin: "RM42 million".
  func gluedMoney(at index: Int) -> (unit: UInt32, digits: Int)? {
    let token = clause.tokens[index]
    guard token.kind == .word, token.flags.contains(.hasDigit), token.isAllCaps else { return nil }
    let bytes = clause.bytes[token.lower..<token.upper]
    let letters = bytes.prefix { (0x41...0x5A).contains($0) }
    guard (2...3).contains(letters.count), letters.count < bytes.count,
      bytes.dropFirst(letters.count).allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var code = WordHash()
    for letter in letters { code.add(letter | 0x20) }
    return tables.units.value(of: code.finished).map { ($0, token.lower + letters.count) }
  }

  // MARK: The number

  private struct Number {
    var value: Double
    var end: Int
    var hasSeparator = false
    var isInWords = false
    /// A small count in words: "two".
    var isSmall: Bool { isInWords && value < 10 }
  }

  private func number(at start: Int, in sentence: Range<Int>) -> Number? {
    guard var number = simpleNumber(at: start, in: sentence) else { return nil }
    let isAlone = number.end == start + 1
    let isOpen = clause.has(start, [.fraction, .numberArticle]) && isAlone
    // "half a million"
    if isOpen, clause.has(start, .fraction), number.end < sentence.upperBound,
      clause.has(number.end, .numberArticle)
    {
      number.end += 1
    }
    var multiplied = false
    while number.end < sentence.upperBound {
      // "an 18-million-pound fine"
      let isHyphened = clause.isHyphen(number.end) && number.end + 1 < sentence.upperBound
      let next = number.end + (isHyphened ? 1 : 0)
      guard let factor = multiplier(at: next, in: sentence), !isHyphened || isLong(next) else { break }
      number.value = Self.product(number.value, factor)
      number.end = next + 1
      multiplied = true
      number = withRest(number, factor: factor, in: sentence)
    }
    if isOpen, !multiplied { return nil }
    if number.isInWords, !multiplied, number.value < 2 { return nil }
    return number
  }

  /// 2.3 by 100,000 is whole, whatever binary fractions make of it.
  private static func product(_ value: Double, _ factor: Double) -> Double {
    let product = value * factor
    return abs(product - product.rounded()) < product * 1e-9 ? product.rounded() : product
  }

  /// "three hundred and fifty": what follows a multiplier and is smaller than it.
  private func withRest(_ number: Number, factor: Double, in sentence: Range<Int>) -> Number {
    guard number.isInWords, factor > 12, number.end < sentence.upperBound else { return number }
    var next = number.end
    if clause.has(next, .conjunction), next + 1 < sentence.upperBound { next += 1 }
    guard clause.has(next, .number), let rest = simpleNumber(at: next, in: sentence), rest.value < factor
    else {
      return number
    }
    var sum = number
    sum.value += rest.value
    sum.end = rest.end
    return sum
  }

  /// Whether a multiplier is a word, and no letter.
  private func isLong(_ index: Int) -> Bool { clause.tokens[index].upper - clause.tokens[index].lower > 2 }

  private func multiplier(at index: Int, in sentence: Range<Int>) -> Double? {
    guard clause.has(index, .multiplier) else { return nil }
    let token = clause.tokens[index]
    // A letter is a multiplier only where it is glued to a sum of money or to a number of people: "$3m", but "3 m".
    if token.upper - token.lower <= 2 {
      guard token.isJoined else { return nil }
      let isMoney = index >= 2 && clause.tokens[index - 2].kind == .symbol
      guard isMoney || isCountedByLetter(at: index + 1, in: sentence) else { return nil }
    }
    return clause.entry(index).number
  }

  /// Whether a word is a unit, or what is counted by the million.
  private func isCountedByLetter(at index: Int, in sentence: Range<Int>) -> Bool {
    guard index < sentence.upperBound, clause.tokens[index].kind == .word else { return false }
    return tables.countedByLetter.contains(clause.tokens[index].hash)
      || tables.units.longestMatch(at: index, before: sentence.upperBound, in: clause.tokens) != nil
  }

  private func simpleNumber(at start: Int, in sentence: Range<Int>) -> Number? {
    let token = clause.tokens[start]
    if token.kind == .number {
      return digits(token.lower..<token.upper, at: start).map { withGroups($0, from: start, in: sentence) }
    }
    if let money = gluedMoney(at: start) { return digits(money.digits..<token.upper, at: start) }
    var number = Number(value: clause.entry(start).number, end: start + 1, isInWords: true)
    // "twenty-five"
    if number.value >= 20, start + 2 < sentence.upperBound, clause.isHyphen(start + 1),
      clause.has(start + 2, .number), clause.entry(start + 2).number < 10
    {
      number.value += clause.entry(start + 2).number
      number.end = start + 3
    }
    return number
  }

  /// A number whose thousands a space parts.
  ///
  /// "60 000": a common space does so before noughts only, as two numbers may stand side by side.
  private func withGroups(_ number: Number, from start: Int, in sentence: Range<Int>) -> Number {
    guard !number.hasSeparator, number.value.rounded() == number.value, number.value >= 1,
      clause.tokens[start].upper - clause.tokens[start].lower <= 3,
      start == sentence.lowerBound || clause.tokens[start - 1].kind != .number
    else { return number }
    var sum = number
    while sum.end < sentence.upperBound, isGroup(sum.end),
      sum.end + 1 >= sentence.upperBound || clause.tokens[sum.end + 1].kind != .number
        || isGroup(sum.end + 1),
      let group = digits(clause.tokens[sum.end].lower..<clause.tokens[sum.end].upper, at: sum.end)
    {
      sum.value = sum.value * 1000 + group.value
      sum.end += 1
      sum.hasSeparator = true
    }
    return sum
  }

  /// Whether three digits stand behind a space that parts thousands.
  private func isGroup(_ index: Int) -> Bool {
    let token = clause.tokens[index]
    guard token.kind == .number, !token.isJoined, token.upper - token.lower == 3,
      clause.bytes[token.lower..<token.upper].allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    let space = clause.bytes[clause.tokens[index - 1].upper..<token.lower]
    if space.elementsEqual([0x20]) {
      return clause.bytes[token.lower..<token.upper].allSatisfy { $0 == 0x30 }
    }
    // No-break, narrow no-break and thin spaces.
    return space.elementsEqual([0xC2, 0xA0]) || space.elementsEqual([0xE2, 0x80, 0xAF])
      || space.elementsEqual([0xE2, 0x80, 0x89])
  }

  private func digits(_ range: Range<Int>, at index: Int) -> Number? {
    var value = 0.0
    var scale = 0.0
    var hasSeparator = false
    var group = 0
    for byte in clause.bytes[range] {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
        group += 1
      case tables.decimalMark:
        guard scale == 0 else { return nil }
        scale = 1
      case 0x2C, 0x2E:
        guard scale == 0 else { return nil }
        hasSeparator = true
        group = 0
      default: return nil
      }
    }
    if hasSeparator, scale == 0, group != 3 { return nil }
    return Number(value: scale > 1 ? value / scale : value, end: index + 1, hasSeparator: hasSeparator)
  }

  // MARK: Beside the number

  private func qualifier(
    before first: Int, in sentence: Range<Int>, isSmall: Bool
  ) -> (start: Int, value: UInt32)? {
    for start in max(sentence.lowerBound, first - 5)..<max(first, sentence.lowerBound) {
      let match = tables.qualifiersBefore.longestMatch(at: start, before: first, in: clause.tokens)
      guard let match, start + match.length == first else { continue }
      // "a deal over two issues": before a small count such a word is a preposition.
      if isSmall, match.length == 1, clause.has(start, .preposition) { continue }
      return (start, match.value)
    }
    return nil
  }

  private func unitMatch(at index: Int, in sentence: Range<Int>) -> (value: UInt32, end: Int)? {
    guard index < sentence.upperBound else { return nil }
    if let match = tables.units.longestMatch(at: index, before: sentence.upperBound, in: clause.tokens) {
      return (match.value, index + match.length)
    }
    guard clause.isHyphen(index), index + 1 < sentence.upperBound else { return nil }
    let match = tables.units.longestMatch(at: index + 1, before: sentence.upperBound, in: clause.tokens)
    return match.map { ($0.value, index + 1 + $0.length) }
  }

  /// The noun phrase behind a number; of a share, the one behind "of".
  private func counted(from start: Int, in sentence: Range<Int>, hasUnit: Bool) -> Range<Int>? {
    var first = start
    if hasUnit {
      guard first < sentence.upperBound, clause.has(first, .genitiveMarker) else { return nil }
    }
    while hasUnit, first < sentence.upperBound, first < start + 2,
      clause.has(first, [.genitiveMarker, .determiner])
    {
      first += 1
    }
    if !hasUnit,
      let state = tables.states.longestMatch(at: first, before: sentence.upperBound, in: clause.tokens),
      state.length > 1 || !continuesPhrase(first, from: first, in: sentence)
    {
      return first..<first + state.length
    }
    var end = first
    if end + 1 < sentence.upperBound, tables.between.contains(clause.tokens[end].hash),
      clause.tokens[end + 1].kind == .word,
      clause.has(end + 1, .looksPlural)
        || tables.countedByLetter.contains(clause.tokens[end + 1].hash)
    {
      end += 1
    }
    while end < sentence.upperBound, end < first + 6, continuesPhrase(end, from: first, in: sentence) {
      end += 1
    }
    while end > first, clause.tokens[end - 1].kind != .word { end -= 1 }
    if clause.hasCapitalNouns, !(first..<end).contains(where: { clause.tokens[$0].isCapitalised }) {
      return nil
    }
    return end > first ? first..<end : nil
  }

  private func continuesPhrase(_ index: Int, from first: Int, in sentence: Range<Int>) -> Bool {
    let token = clause.tokens[index]
    if token.kind == .punctuation { return index > first && clause.isHyphen(index) }
    guard token.kind == .word else { return false }
    // Behind "drei Gänse" a small letter begins no noun.
    if clause.hasCapitalNouns, index > first, !token.isCapitalised, clause.tokens[index - 1].isCapitalised {
      return false
    }
    if clause.has(index, .possessiveEnding) { return index > first }
    let isNounAtMost = clause.traits(index).isDisjoint(with: [
      .determiner, .possessive, .subjectPronoun, .objectPronoun, .preposition, .conjunction, .subordinator,
      .relative, .auxiliary, .modal, .futureModal, .negation, .adverb, .verbThird,
    ])
    guard
      isNounAtMost || isPluralNoun(index, from: first)
        || (clause.has(index, .triggerNoun) && !clause.has(index, .preposition))
    else { return false }
    guard clause.isPast(index) || clause.isAdverb(index) else { return true }
    // "three million displaced Syrians", but "three million fled".
    guard index == first, index + 1 < sentence.upperBound else { return false }
    return clause.tokens[index + 1].kind == .word
      && clause.traits(index + 1).isDisjoint(with: [
        .preposition, .conjunction, .determiner, .objectPronoun, .subordinator, .adverb,
      ])
  }

  /// Whether a word that may be a verb of one is a noun behind a number, which one verb never is: "13 demands", "13 new
  /// demands", but not "of 13 towns demands".
  private func isPluralNoun(_ index: Int, from first: Int) -> Bool {
    guard clause.has(index, .verbThird), !clause.has(index, [.auxiliary, .preposition]) else { return false }
    return index == first
      || index == first + 1 && !clause.has(first, .looksPlural) && !clause.tokens[first].isCapitalised
  }

  /// Whether a bare number says how high a toll is: "the toll has risen to 43".
  private func isToll(_ start: Int, in sentence: Range<Int>) -> Bool {
    guard start > sentence.lowerBound, clause.has(start - 1, .preposition) else { return false }
    let before = max(sentence.lowerBound, start - Self.wordsToToll)..<start
    guard let toll = before.last(where: { tables.tolls.contains(clause.tokens[$0].hash) }) else {
      return false
    }
    return !(toll..<start).contains { clause.tokens[$0].kind == .number }
  }

  /// Words between a toll and its number, at most.
  private static let wordsToToll = 16

  // MARK: What is no figure

  private func isExcluded(before start: Int, in sentence: Range<Int>) -> Bool {
    guard start > sentence.lowerBound else { return false }
    let previous = clause.tokens[start - 1]
    if tables.excludingBefore.contains(previous.hash) { return true }
    guard clause.tokens[start].isJoined else { return false }
    // "S-400", "3/4", "2:30", "#5": glued to what stands before it.
    return previous.kind != .symbol && !clause.isMark(start - 1, UInt8(ascii: "("))
      && previous.upper - previous.lower < 3
      && !clause.isMark(start - 1, 0x22) && !clause.isMark(start - 1, 0xE2) || previous.kind == .word
  }

  private func isExcluded(behind end: Int, in sentence: Range<Int>) -> Bool {
    guard end < sentence.upperBound else { return false }
    if tables.excludingBehind.contains(clause.tokens[end].hash) { return true }
    guard clause.isHyphen(end), end + 1 < sentence.upperBound else { return false }
    let next = clause.tokens[end + 1]
    return tables.excludingBehind.contains(next.hash) || next.kind == .number
  }

  private func isYear(_ number: Number, _ start: Int, qualified: Bool) -> Bool {
    !qualified && !number.isInWords && number.end == start + 1
      && clause.tokens[start].upper - clause.tokens[start].lower == 4 && number.value >= 1800
      && number.value < 2100
  }

  /// The end of what is glued to a number, so that no part of "555-2368" is read as a number of its own.
  private func endOfGlued(_ start: Int, _ sentence: Range<Int>) -> Int {
    var end = start + 1
    while end < sentence.upperBound, clause.tokens[end].isJoined, !clause.isComma(end),
      clause.tokens[end].kind != .punctuation || !clause.isMark(end, 0x2E)
    {
      end += 1
    }
    return end
  }
}
