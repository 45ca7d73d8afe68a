/// Tells from the names of those who act the names of things: laws and treaties, and what short forms stand for.
///
/// Neither a law nor a ship has a page, and the place in "Treaty of Ghent" only names it; capitals that the text explains
/// by words in small letters, "all-terrain vehicles (ATVs)", or that stand for many of a kind, "RVs", are no name either.
struct ThingNames {
  private let text: TokenizedText
  private let classes: WordClasses
  private let tables: NameTables

  init(text: TokenizedText, classes: WordClasses, tables: NameTables) {
    self.text = text
    self.classes = classes
    self.tables = tables
  }

  /// The spans but for those of things; what a list has as a name stays one.
  func withoutThings(_ spans: [NameSpan]) -> [NameSpan] {
    var laws: [Range<Int>] = []
    var kept: [NameSpan] = []
    var things: Set<UInt64> = []
    kept.reserveCapacity(spans.count)
    let alone = lawsAlone(among: spans)
    for span in spans {
      if span.tokens.count == 1, alone.contains(text.tokens[span.tokens.lowerBound].hash) { continue }
      if isPrefixed(span.tokens) {
        things.insert(text.tokens[span.tokens.upperBound - 1].hash)
        continue
      }
      if namesLaw(span) { continue }
      if isListed(span.tokens) {
        kept.append(span)
      } else if span.kind != .person, isLaw(span.tokens) {
        laws.append(span.tokens)
      } else if !isOfMany(span.tokens) {
        kept.append(span)
      }
    }
    return withoutShortForms(withoutShort(kept, of: things), of: laws)
  }

  /// Whether a word before a name makes it that of a ship or a storm, whoever it is named after: "HMS Elphberg".
  private func isPrefixed(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    if first > 0, isPrefix(first - 1) { return true }
    return isPrefix(first) && first + 1 < text.tokens.count && text.tokens[first + 1].isCapitalised
  }

  private func isPrefix(_ token: Int) -> Bool {
    guard text.tokens[token].isCapitalised,
      let value = tables.thingPrefixes.value(of: text.tokens[token].hash)
    else { return false }
    return value != NameTables.inCapitals || text.tokens[token].isAllCaps
  }

  /// The names but for those of one word that things have here, and nobody in full: "the Elphberg", "Katrina".
  private func withoutShort(_ spans: [NameSpan], of things: Set<UInt64>) -> [NameSpan] {
    guard !things.isEmpty else { return spans }
    let persons = Set(
      spans.filter { $0.kind == .person && $0.tokens.count > 1 }
        .map { text.tokens[$0.tokens.upperBound - 1].hash })
    return spans.filter { span in
      let hash = text.tokens[span.tokens.lowerBound].hash
      return span.kind != .person || span.tokens.count > 1 || !things.contains(hash)
        || persons.contains(hash)
    }
  }

  private func isListed(_ tokens: Range<Int>) -> Bool {
    !classes.listed(tokens).isDisjoint(with: .bodiesAndPlaces)
  }

  // MARK: Laws

  /// The words for a law that stand alone behind an article somewhere: "the Bill" is nobody, where no full name of the
  /// text begins or ends with the word.
  private func lawsAlone(among spans: [NameSpan]) -> Set<UInt64> {
    let alone = spans.filter { span in
      let first = span.tokens.lowerBound
      return span.tokens.count == 1 && first > 0 && places(first).contains(.last) && !isListed(span.tokens)
        && classes.alone[first - 1].contains(.determiner) && !text.tokens[first].isAllCaps
    }
    guard !alone.isEmpty else { return [] }
    var laws = Set(alone.map { text.tokens[$0.tokens.lowerBound].hash })
    for span in spans where span.kind == .person && span.tokens.count > 1 {
      laws.remove(text.tokens[span.tokens.lowerBound].hash)
      laws.remove(text.tokens[span.tokens.upperBound - 1].hash)
    }
    return laws
  }

  private func isLaw(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1, let first = tokens.first, let last = tokens.last else { return false }
    if places(first).contains(.numbered), isNumber(tokens.dropFirst()) { return true }
    if places(first).contains(.first), isConnector(first + 1) { return true }
    // "Secretariat of the Rivers Treaty": whoever is named by the first word may act.
    return places(last).contains(.last) && !text.tokens[last].isJoined && !namesBody(tokens)
  }

  private func places(_ token: Int) -> LawWords.Place { tables.laws.places(of: text.tokens[token], in: text) }

  private func isNumber(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, let token = tokens.first else { return false }
    if text.tokens[token].isNumber { return true }
    return text.tokens[token].isAllCaps
      && text.bytes[text.tokens[token].lower..<text.tokens[token].upper].allSatisfy {
        "IVXLC".utf8.contains($0)
      }
  }

  private func isConnector(_ token: Int) -> Bool {
    classes.alone[token].contains(.connector) && !text.tokens[token].isCapitalised
  }

  /// Whether a name begins with a word for a body, before a small word: "Office of …".
  private func namesBody(_ tokens: Range<Int>) -> Bool {
    guard let joint = tokens.first(where: isConnector), joint > tokens.lowerBound else { return false }
    return !classes.alone[joint - 1].isDisjoint(with: [.organizationFirst, .organizationLast])
  }

  /// Whether a place only names a treaty: "Treaty of Ghent", "Ghent Treaty".
  ///
  /// A country has its own, and is meant by it: "Constitution of Peru".
  private func namesLaw(_ span: NameSpan) -> Bool {
    guard span.kind == .place, !classes.phrase[span.tokens.lowerBound].contains(.country) else {
      return false
    }
    let joint = span.tokens.lowerBound - 1
    if joint > 0, places(joint).contains(.joint), isCapitalisedHead(joint - 1, .first) { return true }
    return span.tokens.upperBound < text.tokens.count && isCapitalisedHead(span.tokens.upperBound, .last)
  }

  private func isCapitalisedHead(_ token: Int, _ place: LawWords.Place) -> Bool {
    text.tokens[token].isCapitalised && places(token).contains(place)
  }

  // MARK: Short forms

  /// Capitals with the ending of a noun of many: "RVs".
  private func isOfMany(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, let token = tokens.first else { return false }
    return stem(of: token).map {
      $0.count > 1 && $0.count < text.tokens[token].upper - text.tokens[token].lower
    }
      ?? false
  }

  /// The capitals of a short form without the ending of a noun of many; nil where a token is none.
  private func stem(of token: Int) -> ArraySlice<UInt8>? {
    guard text.tokens[token].kind == .word, !text.tokens[token].flags.contains(.dotted) else { return nil }
    var bytes = text.bytes[text.tokens[token].lower..<text.tokens[token].upper]
    if !text.tokens[token].isAllCaps {
      guard let ending = tables.acronymEndings.first(where: { bytes.suffix($0.count).elementsEqual($0) })
      else {
        return nil
      }
      bytes = bytes.dropLast(ending.count)
    }
    return bytes.count > 1 && bytes.allSatisfy { (0x41...0x5A).contains($0) } ? bytes : nil
  }

  private func withoutShortForms(_ spans: [NameSpan], of laws: [Range<Int>]) -> [NameSpan] {
    func isDoubtful(_ span: NameSpan) -> Bool {
      span.tokens.count == 1 && text.tokens[span.tokens.lowerBound].isAllCaps && !isListed(span.tokens)
    }
    guard spans.contains(where: isDoubtful) else { return spans }
    var things = Set(laws.compactMap(initials))
    for index in text.tokens.indices where index + 1 < text.tokens.count && index > 1 {
      guard text.byte(index - 1) == UInt8(ascii: "("), let letters = stem(of: index),
        text.byte(index + 1) == UInt8(ascii: ")")
      else { continue }
      if laws.contains(where: { $0.upperBound == index - 1 }) || isSpeltSmall(letters, before: index - 1) {
        things.insert(Array(letters))
      }
    }
    guard !things.isEmpty else { return spans }
    return spans.filter { span in
      guard isDoubtful(span), let letters = stem(of: span.tokens.lowerBound) else { return true }
      return !things.contains(Array(letters))
    }
  }

  /// The first letters of a law's name but for small words: "CRA".
  private func initials(_ law: Range<Int>) -> [UInt8]? {
    let letters = law.filter { text.tokens[$0].isCapitalised }.map { text.byte($0) }
    return letters.count > 2 ? letters : nil
  }

  /// Whether the words before a mark begin with some letters, and are all printed small.
  private func isSpeltSmall(_ letters: ArraySlice<UInt8>, before end: Int) -> Bool {
    var left = letters
    var index = end - 1
    while let letter = left.last, index >= 0, end - index < 16 {
      let token = text.tokens[index]
      if text.byte(index) == UInt8(ascii: "-") {
        index -= 1
        continue
      }
      guard token.kind == .word else { return false }
      let isSmall = !token.isCapitalised || token.flags.contains(.firstWord)
      if isSmall, text.byte(index) | 0x20 == letter | 0x20 {
        left = left.dropLast()
      } else if !classes.alone[index].contains(.connector) || token.isCapitalised {
        return false
      }
      index -= 1
    }
    return left.isEmpty
  }
}
