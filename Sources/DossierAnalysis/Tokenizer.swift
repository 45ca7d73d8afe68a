import DossierSource

/// Splits a text into tokens by its bytes.
///
/// Hyphens stand alone ("al", "-", "Assad"), so that a compound is open to every lexicon; endings such as "'s" are
/// split off where the pack names them; a full stop belongs to a word in "U.S." and where the pack says that the
/// word is an abbreviation.
package struct Tokenizer: Sendable {
  private let abbreviations: Set<UInt64>
  private let clitics: Set<UInt64>
  private let letters = LetterTable.shared

  /// A tokenizer for a language, or for text of no known language.
  package init(tables: SentenceTables = SentenceTables()) {
    abbreviations = Set(tables.abbreviations.keys)
    clitics = tables.clitics
  }

  package func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 8)
    bytes.withUnsafeBufferPointer { append(tokensOf: $0, to: &tokens) }
    return tokens
  }

  /// Appends the tokens of a text: for many short ones, so that each needs no array of its own.
  func append(tokensOf bytes: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]) {
    var scan = Scan(bytes: bytes, letters: letters, abbreviations: abbreviations, clitics: clitics)
    scan.run(into: &tokens)
  }
}

/// One run over a text.
private struct Scan {
  let bytes: UnsafeBufferPointer<UInt8>
  let letters: LetterTable
  let abbreviations: Set<UInt64>
  let clitics: Set<UInt64>
  var position = 0
  var joined = false

  init(
    bytes: UnsafeBufferPointer<UInt8>, letters: LetterTable, abbreviations: Set<UInt64>, clitics: Set<UInt64>
  ) {
    self.bytes = bytes
    self.letters = letters
    self.abbreviations = abbreviations
    self.clitics = clitics
  }

  mutating func run(into tokens: inout [Token]) {
    while position < bytes.count {
      let (scalar, width) = scalar(at: position)
      switch letters.sort(scalar) {
      case .space:
        position += width
        joined = false
        continue
      case .letter, .mark: word(into: &tokens)
      case .digit: number(into: &tokens)
      case .apostrophe: apostrophe(scalar, width, into: &tokens)
      case .hyphen, .other: mark(scalar, width, into: &tokens)
      }
      joined = true
    }
  }

  @inline(__always) private func scalar(at index: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let left = bytes.count - index
    if first < 0xE0, left > 1 { return ((first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2) }
    if first < 0xF0, left > 2 {
      return (
        (first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F), 3
      )
    }
    guard left > 3 else { return (0xFFFD, 1) }
    let high = (first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
    return (high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
  }

  @inline(__always) private func sort(at index: Int) -> LetterTable.Sort {
    index < bytes.count ? letters.sort(scalar(at: index).value) : .space
  }

  private mutating func word(into tokens: inout [Token]) {
    let start = position
    var hash = WordHash()
    var beforeApostrophe: (end: Int, hash: UInt64, flags: Token.Flags)?
    var flags: Token.Flags = joined ? .joined : []
    var count = 0
    var end = start
    var capitals = 0
    loop: while end < bytes.count {
      let (scalar, width) = scalar(at: end)
      switch letters.sort(scalar) {
      case .letter:
        if letters.isCapital(scalar) {
          capitals += 1
          flags.insert(count == 0 ? .capitalised : .innerCapital)
        } else {
          flags.insert(.hasLowercase)
        }
        hash.add(scalar: letters.fold(scalar))
        count += 1
      case .mark: break
      case .digit:
        flags.insert(.hasDigit)
        hash.add(scalar: letters.fold(scalar))
      case .apostrophe:
        guard sort(at: end + width) == .letter else { break loop }
        beforeApostrophe = (end, hash.finished, flags)
        hash.add(0x27)
      case .space, .hyphen, .other: break loop
      }
      end += width
    }
    if capitals == count, count > 0 {
      flags.insert(.allCaps)
      flags.remove(.innerCapital)
    }
    if count == 1 { flags.insert(.singleLetter) }
    if let cut = beforeApostrophe, splitClitic(after: cut, from: start, to: end, into: &tokens) { return }
    var finished = hash.finished
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      if count == 1, let dotted = dottedEnd(after: end, hash: &hash) {
        end = dotted
        flags.insert(.dotted)
        flags.remove(.singleLetter)
        finished = hash.finished
      } else if abbreviations.contains(finished) || (count == 1 && flags.contains(.capitalised)) {
        end += 1
        flags.insert(.dotted)
      }
    }
    position = end
    tokens.append(Token(start: start, end: end, hash: finished, kind: .word, flags: flags))
  }

  /// Makes two tokens of a word and its ending, where the ending is a word of its own.
  private mutating func splitClitic(
    after cut: (end: Int, hash: UInt64, flags: Token.Flags), from start: Int, to end: Int,
    into tokens: inout [Token]
  ) -> Bool {
    let clitic = hashOfClitic(from: cut.end, to: end)
    guard clitics.contains(clitic) else { return false }
    var flags = cut.flags
    if !flags.contains(.hasLowercase), flags.contains(.capitalised) {
      flags.insert(.allCaps)
      flags.remove(.innerCapital)
    }
    if cut.end - start == 1 { flags.insert(.singleLetter) }
    tokens.append(Token(start: start, end: cut.end, hash: cut.hash, kind: .word, flags: flags))
    tokens.append(Token(start: cut.end, end: end, hash: clitic, kind: .word, flags: [.joined, .clitic]))
    position = end
    return true
  }

  /// The end of "U.S." seen from its first full stop; its letters are added to the hash.
  private func dottedEnd(after stop: Int, hash: inout WordHash) -> Int? {
    var end = stop + 1
    var more = 0
    while end < bytes.count, sort(at: end) == .letter {
      let (scalar, width) = scalar(at: end)
      let next = end + width
      let isDotted = next < bytes.count && bytes[next] == UInt8(ascii: ".")
      if !isDotted {
        guard more > 0 || !isLetter(at: next), !isLetter(at: next) else { break }
        hash.add(scalar: letters.fold(scalar))
        return next
      }
      hash.add(scalar: letters.fold(scalar))
      more += 1
      end = next + 1
    }
    return more > 0 ? end : nil
  }

  private func isLetter(at index: Int) -> Bool { sort(at: index) == .letter }

  private func hashOfClitic(from start: Int, to end: Int) -> UInt64 {
    var hash = WordHash()
    hash.add(0x27)
    var index = start + scalar(at: start).width
    while index < end {
      let (scalar, width) = scalar(at: index)
      hash.add(scalar: letters.fold(scalar))
      index += width
    }
    return hash.finished
  }

  private mutating func number(into tokens: inout [Token]) {
    let start = position
    var hash = WordHash()
    var end = start
    while end < bytes.count {
      let (scalar, width) = scalar(at: end)
      if letters.sort(scalar) == .digit {
        hash.add(scalar: scalar)
      } else if scalar == 0x2E || scalar == 0x2C, sort(at: end + 1) == .digit {
        hash.add(scalar: scalar)
      } else {
        break
      }
      end += width
    }
    position = end
    let flags: Token.Flags = joined ? [.joined, .hasDigit] : .hasDigit
    tokens.append(Token(start: start, end: end, hash: hash.finished, kind: .number, flags: flags))
  }

  private mutating func apostrophe(_ scalar: UInt32, _ width: Int, into tokens: inout [Token]) {
    // A letter before it was not followed by one after it, or nothing stood before it: it is a mark here,
    // but for a clitic after a mark or digit: "MAKS-2019's".
    var end = position + width
    while end < bytes.count, sort(at: end) == .letter { end += self.scalar(at: end).width }
    if joined, end > position + width, end - position < 8 {
      let hash = hashOfClitic(from: position, to: end)
      if clitics.contains(hash) {
        tokens.append(Token(start: position, end: end, hash: hash, kind: .word, flags: [.joined, .clitic]))
        position = end
        return
      }
    }
    mark(scalar, width, into: &tokens)
  }

  private mutating func mark(_ scalar: UInt32, _ width: Int, into tokens: inout [Token]) {
    let start = position
    var hash = WordHash()
    hash.add(scalar: scalar)
    position += width
    // A run of full stops or hyphens is one mark.
    while scalar == 0x2E || scalar == 0x2D, position < bytes.count, bytes[position] == UInt8(scalar) {
      position += 1
      hash.add(scalar: scalar)
    }
    let kind: Token.Kind = isSymbol(scalar) ? .symbol : .punctuation
    let flags: Token.Flags = joined ? .joined : []
    tokens.append(Token(start: start, end: position, hash: hash.finished, kind: kind, flags: flags))
  }

  private func isSymbol(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      switch UInt8(scalar) {
      case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"),
        UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        return true
      default: return false
      }
    }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return true
    default: return false
    }
  }
}
