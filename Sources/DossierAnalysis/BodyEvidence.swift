/// Tells by the words beside them which names of a text are those of bodies, though each sentence alone may read them
/// as a person's or a place's: "Keller's shares" may be a woman's, but not "Saltline's shareholders".
///
/// What shows a person anywhere in the text, a title or a given name, outweighs all but a legal form and initials in
/// brackets: persons have companies too.
struct BodyEvidence {
  private let text: TokenizedText
  private let classes: WordClasses
  private let words: BodyWords
  /// By a legal form, or initials in brackets behind the name.
  private var certain: Set<UInt64> = []
  private var bodies: Set<UInt64> = []
  private var noPersons: Set<UInt64> = []
  private var persons: Set<UInt64> = []

  init(among spans: [NameSpan], in text: TokenizedText, _ classes: WordClasses, words: BodyWords) {
    self.text = text
    self.classes = classes
    self.words = words
    guard !words.isEmpty else { return }
    for span in spans where !span.tokens.isEmpty {
      switch span.kind {
      case .organization: readLegalForm(within: span.tokens)
      case .person:
        readPerson(span.tokens)
        read(span.tokens)
        if isShort(span.tokens) { noPersons.insert(text.hash(of: span.tokens)) }
      case .place: read(span.tokens)
      case .other: continue
      }
    }
  }

  /// Whether a name that most of the text reads as of one kind is a body's.
  func isBody(_ tokens: Range<Int>, read kind: NameSpan.Kind) -> Bool {
    guard kind == .person || kind == .place, !words.isEmpty else { return false }
    let key = text.hash(of: tokens)
    if certain.contains(key) { return true }
    guard classes.listed(tokens).isDisjoint(with: .places) else { return false }
    if kind == .place { return bodies.contains(key) || isMixed(tokens) }
    guard !persons.contains(key) else { return false }
    return bodies.contains(key) || noPersons.contains(key)
  }

  /// Whether the word before a name that nothing else has found says that it is a body's: "data firm Saltline".
  func isCalledBody(_ tokens: Range<Int>) -> Bool {
    !words.isEmpty && (isCalled(before: tokens) || isKin(of: tokens)) && !isCapital(tokens.upperBound)
  }

  // MARK: Bodies

  private mutating func readLegalForm(within tokens: Range<Int>) {
    var end = tokens.upperBound
    while end > tokens.lowerBound, text.tokens[end - 1].kind == .punctuation { end -= 1 }
    for length in 1...3 where end - length > tokens.lowerBound {
      guard words.length(.legal, at: end - length, in: text) == length else { continue }
      var last = end - length
      while last > tokens.lowerBound, text.tokens[last - 1].kind == .punctuation { last -= 1 }
      if last > tokens.lowerBound { certain.insert(text.hash(of: tokens.lowerBound..<last)) }
      return
    }
  }

  private mutating func read(_ tokens: Range<Int>) {
    let key = text.hash(of: tokens)
    let end = tokens.upperBound
    readLegalForm(within: tokens)
    if words.length(.legal, at: end, in: text) > 0, isCapital(end) { certain.insert(key) }
    if tokens.count > 1, hasInitials(behind: tokens) { certain.insert(key) }
    if isOwner(before: end) || isCalled(before: tokens) || isExplained(behind: end) { bodies.insert(key) }
    if isKin(of: tokens), tokens.allSatisfy({ classes.alone[$0].isDisjoint(with: [.givenName, .surname]) }) {
      noPersons.insert(key)
    }
    let before = words.places(endingAt: tokens.lowerBound, in: text)
    if before.contains(.before) { bodies.insert(key) }
    if before.contains(.held) || before.contains(.spoken) && tokens.count > 1 || isWhich(tokens) {
      noPersons.insert(key)
    }
  }

  /// "Saltline's supervisory board": behind the possessive what only bodies have, with a word between at most.
  private func isOwner(before end: Int) -> Bool {
    guard end + 1 < text.tokens.count, text.tokens[end].flags.contains(.clitic) else { return false }
    return words.length(.owned, at: end + 1, in: text) > 0
      || isWord(end + 1) && words.length(.owned, at: end + 2, in: text) > 0
  }

  /// "payments firm Saltline", but not "the firm Keller founded".
  private func isCalled(before tokens: Range<Int>) -> Bool {
    let noun = tokens.lowerBound - 1
    guard noun > 0, isWord(noun), !text.tokens[noun].isCapitalised,
      words.length(.head, at: noun, in: text) == 1
    else { return false }
    guard classes.alone[noun - 1].contains(.determiner) else { return isWord(noun - 1) }
    return tokens.upperBound >= text.tokens.count || text.tokens[tokens.upperBound].kind == .punctuation
  }

  /// "Saltline, the northern shipping company that …", "Saltline, Ruritania's largest bank,".
  private func isExplained(behind end: Int) -> Bool {
    guard end + 2 < text.tokens.count, text.byte(end) == UInt8(ascii: ",") else { return false }
    var index = end + 1
    if isCapital(index), text.tokens[index + 1].flags.contains(.clitic) {
      index += 2
    } else if classes.alone[index].contains(.determiner) {
      index += 1
    } else {
      return false
    }
    let limit = min(text.tokens.count, index + 6)
    while index < limit, isWord(index) || text.byte(index) == UInt8(ascii: "-") {
      let length = words.length(.head, at: index, in: text)
      if length > 0, endsPhrase(index + length) { return true }
      // "Keller, a spokesman for the firm,"
      guard
        classes.alone[index].isDisjoint(with: [.connector, .determiner, .smallOffice, .commonWord])
      else { return false }
      index += 1
    }
    return false
  }

  /// "its owner, Saltline," or "Saltline, its auditor,": a body that belongs to a thing.
  private func isKin(of tokens: Range<Int>) -> Bool {
    let (first, end) = (tokens.lowerBound, tokens.upperBound)
    if first > 2, text.byte(first - 1) == UInt8(ascii: ","), words.length(.kin, at: first - 2, in: text) == 1,
      words.length(.possessive, at: first - 3, in: text) == 1
    {
      return end >= text.tokens.count || text.tokens[end].kind == .punctuation
    }
    guard end + 2 < text.tokens.count, text.byte(end) == UInt8(ascii: ","),
      words.length(.possessive, at: end + 1, in: text) == 1
    else { return false }
    let length = words.length(.kin, at: end + 2, in: text)
    return length > 0 && end + 2 + length < text.tokens.count
      && text.tokens[end + 2 + length].kind == .punctuation
  }

  /// Whether a noun that ends before a token is the last of its phrase: a mark or a small word follows.
  private func endsPhrase(_ end: Int) -> Bool {
    guard end < text.tokens.count else { return true }
    if text.tokens[end].kind == .punctuation { return text.byte(end) != UInt8(ascii: "-") }
    return !text.tokens[end].isCapitalised && !text.tokens[end].flags.contains(.clitic)
      && (!classes.alone[end].isDisjoint(with: [.connector, .placeCue])
        || words.length(.relative, at: end, in: text) > 0)
  }

  /// "Northern Salt Works (NSW)": initials in brackets, in the order of the words.
  private func hasInitials(behind tokens: Range<Int>) -> Bool {
    let index = tokens.upperBound + 1
    guard index + 1 < text.tokens.count, text.byte(index - 1) == UInt8(ascii: "("),
      text.byte(index + 1) == UInt8(ascii: ")"), text.tokens[index].isAllCaps,
      text.tokens[index].upper - text.tokens[index].lower > 1
    else { return false }
    var letters = text.bytes[text.tokens[index].lower..<text.tokens[index].upper]
    for token in tokens {
      let word = text.bytes[text.tokens[token].lower..<text.tokens[token].upper]
      // The last word may give two letters: the M of "Shipmanagement".
      if letters.count == 1, token == tokens.upperBound - 1, let last = letters.first {
        return word.contains(last | 0x20) || word.first == last
      }
      if text.byte(token) == letters.first { letters.removeFirst() }
    }
    return letters.isEmpty
  }

  /// "Saltline, which …" at the beginning of a sentence: of a person it would be "who".
  private func isWhich(_ tokens: Range<Int>) -> Bool {
    text.tokens[tokens.lowerBound].flags.contains(.firstWord) && tokens.upperBound < text.tokens.count
      && text.byte(tokens.upperBound) == UInt8(ascii: ",")
      && words.length(.relative, at: tokens.upperBound + 1, in: text) > 0
  }

  /// Two to four capitals: no family name is so short and printed so among other words.
  private func isShort(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, let token = tokens.first, text.tokens[token].isAllCaps,
      (2...4).contains(text.tokens[token].upper - text.tokens[token].lower),
      classes.alone[token].isDisjoint(with: [.givenName, .surname])
    else { return false }
    return ![token - 1, token + 1].contains {
      text.tokens.indices.contains($0) && text.tokens[$0].isAllCaps
        && !text.tokens[$0].flags.contains(.singleLetter)
    }
  }

  /// A single word with a capital in it, as brands have: no place is printed so.
  private func isMixed(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, let token = tokens.first else { return false }
    return text.tokens[token].flags.contains(.innerCapital) && !text.tokens[token].isAllCaps
      && classes.alone[token].isDisjoint(with: [.place, .country, .surname])
  }

  // MARK: Persons

  /// Notes a name that a title, a given name or "who" shows to be a person's, and the family name at its end.
  private mutating func readPerson(_ tokens: Range<Int>) {
    let first = tokens.lowerBound
    let isTitled =
      first > 0 && !classes.alone[first - 1].isDisjoint(with: NameClass.titles.union(.smallOffice))
    let isFull = tokens.count > 1 && classes.alone[first].contains(.givenName)
    let isGiven = tokens.count == 1 && classes.alone[first].contains(.givenName)
    guard isTitled || isFull || isGiven || isWho(behind: tokens.upperBound) else { return }
    persons.insert(text.hash(of: tokens))
    persons.insert(text.tokens[tokens.upperBound - 1].hash)
  }

  private func isWho(behind end: Int) -> Bool {
    guard end + 1 < text.tokens.count, text.byte(end) == UInt8(ascii: ",") else { return false }
    return words.length(.personal, at: end + 1, in: text) > 0
  }

  // MARK: Tokens

  private func isWord(_ token: Int) -> Bool {
    token < text.tokens.count && text.tokens[token].kind == .word
      && !text.tokens[token].flags.contains(.clitic)
  }

  private func isCapital(_ token: Int) -> Bool {
    token < text.tokens.count && text.tokens[token].isCapitalised
  }
}
