/// What the tagger looks at of each token: the word, its shape and endings, its neighbours, what the lists know of
/// them, what the rest of the text says of the word, and the run of capitals it stands in.
package struct NameFeatures {
  let text: TokenizedText
  let classes: WordClasses
  package let windows: [Range<Int>]
  private let evidence: WordEvidence
  private let shapes: [UInt8]

  /// The most features that a token has.
  package static let limit = 96

  package init(text: TokenizedText, tables: NameTables) {
    self.init(text: text, classes: WordClasses(of: text, tables: tables))
  }

  init(text: TokenizedText, classes: WordClasses) {
    self.text = text
    self.classes = classes
    let finder = NameWindows(text: text, classes: classes)
    windows = text.sentenceTokens.flatMap(finder.windows)
    evidence = WordEvidence(of: text, classes: classes, windows: windows)
    shapes = text.tokens.indices.map { Self.shape(of: $0, in: text) }
  }

  /// The features of a token of a window.
  package func features(of index: Int, in window: Range<Int>) -> [UInt64] {
    var list = FeatureList()
    let sentence = text.sentenceTokens[text.sentenceIndex(ofToken: index)]
    addWords(index, sentence, &list)
    addLetters(index, &list)
    addClasses(index, sentence, &list)
    addEvidence(index, &list)
    addRun(index, window, sentence, &list)
    return list.hashes
  }

  private func addWords(_ index: Int, _ sentence: Range<Int>, _ list: inout FeatureList) {
    let word = word(index, sentence)
    let before = self.word(index - 1, sentence)
    let after = self.word(index + 1, sentence)
    let isFirst: UInt64 = text.tokens[index].flags.contains(.firstWord) ? 1 : 0
    list.add(1, 0)
    list.add(2, word)
    list.add(3, before)
    list.add(4, after)
    list.add(5, self.word(index - 2, sentence))
    list.add(6, self.word(index + 2, sentence))
    list.add(7, word, before)
    list.add(8, word, after)
    let shape = shape(index, sentence)
    let shapeBefore = self.shape(index - 1, sentence)
    let shapeAfter = self.shape(index + 1, sentence)
    list.add(9, shape << 1 | isFirst)
    list.add(10, shapeBefore << 8 | shape)
    list.add(11, shape << 8 | shapeAfter)
    list.add(12, shapeBefore << 16 | shape << 8 | shapeAfter)
    list.add(13, before, shape)
    list.add(14, after, shape)
    list.add(15, self.shape(index - 2, sentence) << 16 | shapeBefore << 8 | shape)
    list.add(16, shape << 16 | shapeAfter << 8 | self.shape(index + 2, sentence))
    list.add(17, ending(index - 1, sentence), shape)
    list.add(18, ending(index + 1, sentence), shape)
  }

  /// Beginnings and endings of the word, in bytes.
  private func addLetters(_ index: Int, _ list: inout FeatureList) {
    let token = text.tokens[index]
    let shape = UInt64(shapes[index])
    guard token.kind == .word else { return }
    let count = token.upper - token.lower
    var hash = WordHash()
    for place in 0..<min(4, count) {
      hash.add(Self.small(text.bytes[token.lower + place]))
      if place == 1 { list.add(20, hash.finished) }
      if place == 2 { list.add(21, hash.finished) }
      if place == 3 { list.add(22, hash.finished) }
    }
    hash = WordHash()
    for place in 0..<min(4, count) {
      hash.add(Self.small(text.bytes[token.upper - 1 - place]))
      if place == 0 { list.add(23, hash.finished, shape) }
      if place == 1 { list.add(24, hash.finished) }
      if place == 2 { list.add(25, hash.finished) }
      if place == 3 { list.add(26, hash.finished) }
    }
    list.add(27, UInt64(min(count, 12)), shape)
  }

  private func addClasses(_ index: Int, _ sentence: Range<Int>, _ list: inout FeatureList) {
    let known = mask(index, sentence)
    let before = mask(index - 1, sentence)
    let after = mask(index + 1, sentence)
    let phrase = UInt64(classes.phrase[index].rawValue)
    let place = UInt64(classes.place[index].rawValue)
    let shape = UInt64(shapes[index])
    list.add(30, known)
    list.add(31, before)
    list.add(32, after)
    list.add(33, phrase, place)
    list.add(34, phrase, place << 8 | shape)
    list.add(35, before, known)
    list.add(36, known, after)
    list.add(37, mask(index - 2, sentence))
    list.add(38, mask(index + 2, sentence))
    list.add(39, known, shape << 1 | (text.tokens[index].flags.contains(.firstWord) ? 1 : 0))
    list.add(40, before, phrase << 3 | place)
    list.add(41, after, phrase << 3 | place)
    var bits = known
    while bits != 0 {
      list.add(42, UInt64(bits.trailingZeroBitCount), shape)
      bits &= bits - 1
    }
  }

  private func addEvidence(_ index: Int, _ list: inout FeatureList) {
    let token = text.tokens[index]
    guard token.kind == .word, token.isCapitalised else { return }
    let traits = UInt64(evidence.of(token).rawValue)
    let isFirst: UInt64 = token.flags.contains(.firstWord) ? 1 : 0
    let phrase = UInt64(classes.phrase[index].rawValue)
    list.add(50, traits & 3, isFirst)
    list.add(51, traits & 0b11_1100)
    list.add(52, traits & 0b1_1110_0011_1100)
    var bits = traits
    while bits != 0 {
      list.add(53, UInt64(bits.trailingZeroBitCount), isFirst)
      bits &= bits - 1
    }
    list.add(54, traits & 0b1111_1111, phrase)
  }

  /// The run of capitals that a token stands in, and what stands round it.
  private func addRun(_ index: Int, _ window: Range<Int>, _ sentence: Range<Int>, _ list: inout FeatureList) {
    var first = index
    while first > window.lowerBound, isOfRun(first - 1) { first -= 1 }
    var last = index
    while last + 1 < window.upperBound, isOfRun(last + 1) { last += 1 }
    let shape = UInt64(shapes[index])
    let distances = UInt64(min(index - first, 3) << 2 | min(last - index, 3))
    list.add(60, word(last, sentence), index == last ? 1 : 0)
    list.add(61, word(first, sentence), index == first ? 1 : 0)
    list.add(62, mask(last, sentence), distances)
    list.add(63, mask(first, sentence), distances)
    list.add(64, mask(first, sentence), mask(last, sentence))
    list.add(65, word(first - 1, sentence), index == first ? 1 : 0)
    list.add(66, word(last + 1, sentence), index == last ? 1 : 0)
    list.add(67, mask(first - 1, sentence), distances)
    list.add(68, mask(last + 1, sentence), distances)
    list.add(69, distances, shape)
    list.add(70, word(first - 1, sentence), mask(index, sentence))
    list.add(71, word(last + 1, sentence), mask(index, sentence))
    list.add(72, word(window.lowerBound - 1, sentence), shape)
    let isWhole: UInt64 = first <= sentence.lowerBound + 1 && last >= sentence.upperBound - 2 ? 1 : 0
    list.add(73, isWhole << 8 | shape)
    list.add(74, ending(last, sentence), distances)
    list.add(75, word(first - 2, sentence), word(first - 1, sentence))
    list.add(76, word(last + 1, sentence), word(last + 2, sentence))
    addJoined(first, last, sentence, &list)
    addNeighbours(first, last, sentence, &list)
  }

  /// The runs that small words join to this one: "Ministry" before "of Transport", "Steel" behind "Coal and".
  private func addJoined(_ first: Int, _ last: Int, _ sentence: Range<Int>, _ list: inout FeatureList) {
    var other = first - 1
    while other > sentence.lowerBound, first - other < 3, isJoint(other) { other -= 1 }
    if other < first - 1, other >= sentence.lowerBound, isOfRun(other) {
      list.add(86, word(other, sentence), word(other + 1, sentence))
      list.add(87, mask(other, sentence), word(other + 1, sentence))
      list.add(88, mask(other, sentence), mask(last, sentence))
    }
    other = last + 1
    while other + 1 < sentence.upperBound, other - last < 3, isJoint(other) { other += 1 }
    if other > last + 1, other < sentence.upperBound, isOfRun(other) {
      var end = other
      while end + 1 < sentence.upperBound, isOfRun(end + 1) { end += 1 }
      list.add(89, mask(other, sentence), word(last + 1, sentence))
      list.add(90, mask(end, sentence), word(last + 1, sentence))
      list.add(91, mask(end, sentence), mask(last, sentence))
      list.add(92, word(end, sentence), word(last + 1, sentence))
    }
  }

  /// A small word within names.
  private func isJoint(_ index: Int) -> Bool {
    text.tokens[index].kind == .word && !text.tokens[index].isCapitalised
      && !classes.alone[index].isDisjoint(with: [.connector, .particle])
  }

  /// The last three letters of a word; other tokens are known by their shape.
  private func ending(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    guard sentence.contains(index), text.tokens[index].kind == .word else {
      return shape(index, sentence)
    }
    let token = text.tokens[index]
    var hash = WordHash()
    for place in max(token.lower, token.upper - 3)..<token.upper { hash.add(Self.small(text.bytes[place])) }
    return hash.finished
  }

  /// What stands before and behind in an enumeration: names in a row are often of one kind.
  private func addNeighbours(_ first: Int, _ last: Int, _ sentence: Range<Int>, _ list: inout FeatureList) {
    if first - 2 >= sentence.lowerBound, isSeparator(first - 1) {
      var other = first - 2
      if isSeparator(other), other > sentence.lowerBound { other -= 1 }
      if text.tokens[other].isCapitalised {
        list.add(80, mask(other, sentence))
        list.add(81, UInt64(classes.phrase[other].rawValue))
        var start = other
        while start > sentence.lowerBound, isOfRun(start - 1) { start -= 1 }
        list.add(82, mask(start, sentence), UInt64(min(other - start, 2)))
      }
    }
    if last + 2 < sentence.upperBound, isSeparator(last + 1) {
      var other = last + 2
      if isSeparator(other), other + 1 < sentence.upperBound { other += 1 }
      if text.tokens[other].isCapitalised {
        list.add(83, mask(other, sentence))
        list.add(84, UInt64(classes.phrase[other].rawValue))
        var end = other
        while end + 1 < sentence.upperBound, isOfRun(end + 1) { end += 1 }
        list.add(85, mask(end, sentence), UInt64(min(end - other, 2)))
      }
    }
  }

  /// A comma, or a small word that joins.
  private func isSeparator(_ index: Int) -> Bool {
    if text.tokens[index].kind == .word {
      return classes.alone[index].contains(.connector) && !text.tokens[index].isCapitalised
    }
    return text.byte(index) == UInt8(ascii: ",")
  }

  private func isOfRun(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .word { return token.isCapitalised || token.flags.contains(.innerCapital) }
    return token.isJoined && text.byte(index) == UInt8(ascii: "-") || text.byte(index) == UInt8(ascii: "&")
  }

  private func word(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    guard sentence.contains(index) else { return index < sentence.lowerBound ? 11 : 13 }
    let token = text.tokens[index]
    guard token.kind == .number else { return token.hash }
    // Numbers are known by their length alone; four digits look like a year.
    return 100 + UInt64(min(token.upper - token.lower, 8))
  }

  private func shape(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    sentence.contains(index) ? UInt64(shapes[index]) : 63
  }

  private func mask(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    sentence.contains(index) ? UInt64(classes.alone[index].rawValue) : 1 << 40
  }

  @inline(__always) private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func shape(of index: Int, in text: TokenizedText) -> UInt8 {
    let token = text.tokens[index]
    let joined: UInt8 = token.isJoined ? 32 : 0
    switch token.kind {
    case .number: return 1
    case .symbol: return 2
    case .punctuation:
      switch text.byte(index) {
      case UInt8(ascii: "-"): return 3 | joined
      case UInt8(ascii: ","): return 4
      case UInt8(ascii: "."): return 5
      case UInt8(ascii: "("): return 6
      case UInt8(ascii: ")"): return 7
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return 8 | joined
      case UInt8(ascii: "&"): return 9
      case UInt8(ascii: "/"): return 10 | joined
      case UInt8(ascii: ":"), UInt8(ascii: ";"): return 11
      case 0xE2: return 12 | joined
      default: return 13
      }
    case .word: return wordShape(token)
    }
  }

  private static func wordShape(_ token: Token) -> UInt8 {
    let flags = token.flags
    if flags.contains(.clitic) { return 14 }
    if flags.contains(.singleLetter), flags.contains(.capitalised) {
      return flags.contains(.dotted) ? 15 : 16
    }
    if flags.contains(.hasDigit) { return 17 }
    if flags.contains(.allCaps) {
      return flags.contains(.dotted) ? 18 : token.upper - token.lower > 5 ? 19 : 20
    }
    if flags.contains(.capitalised) {
      return flags.contains(.dotted) ? 21 : flags.contains(.innerCapital) ? 22 : 23
    }
    return flags.contains(.innerCapital) ? 24 : 25
  }
}

/// Features as hashes, as they come.
private struct FeatureList {
  var hashes: [UInt64] = []

  init() { hashes.reserveCapacity(NameFeatures.limit) }

  @inline(__always) mutating func add(_ template: UInt64, _ value: UInt64) {
    var mixed = (value ^ template &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 31) &* 0x94d0_49bb_1331_11eb
    hashes.append(mixed ^ mixed >> 29)
  }

  @inline(__always) mutating func add(_ template: UInt64, _ value: UInt64, _ other: UInt64) {
    add(template, WordHash.joining(value, other))
  }
}
