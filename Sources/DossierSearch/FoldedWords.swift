import DossierSource

/// The words of a text in the form in which they are looked up, in one flat buffer.
///
/// Lower case, without diacritics and typographic marks; a word with an apostrophe stands there joined and in its
/// pieces, so that "Syria's" is found by "syria" and "Hay'et" by "hayet". `fold` in `templates/search.js` does the
/// same to what a reader types: whoever changes one changes the other.
struct FoldedWords {
  /// Words longer than this are no words that anybody looks up.
  static let longest = 64

  /// The words one after another.
  private(set) var bytes: [UInt8] = []
  /// Where each ends in `bytes`.
  private(set) var ends: [Int] = []
  private var wordStart = 0
  /// Where pieces of the growing word end, at its apostrophes.
  private var pieces: [Int] = []
  private var letters = LetterFolding()

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    wordStart = 0
  }

  /// Adds the words of a text; no word goes on from the text before.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let ascii = letters.ascii
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let folded = ascii[Int(byte)]
        if folded > LetterFolding.apostrophe {
          index = addLetters(from: index, of: text, ascii)
          continue
        } else if folded == LetterFolding.apostrophe {
          endPiece()
        } else if bytes.count > wordStart {
          endWord()
        }
        index += 1
      } else {
        let (scalar, length) = Self.scalar(in: text, at: index)
        add(scalar)
        index += length
      }
    }
    endWord()
  }

  /// Adds the ASCII letters and digits that follow each other, at once as nearly all text is of them; gives where they end.
  private mutating func addLetters(
    from start: Int, of text: UnsafeBufferPointer<UInt8>, _ ascii: [UInt8]
  ) -> Int {
    var end = start + 1
    while end < text.count, text[end] < 0x80, ascii[Int(text[end])] > LetterFolding.apostrophe { end += 1 }
    let first = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
    bytes.withUnsafeMutableBufferPointer { bytes in
      for place in first..<bytes.count { bytes[place] = ascii[Int(bytes[place])] }
    }
    return end
  }

  private mutating func add(_ scalar: UInt32) {
    switch letters.folding(of: scalar) {
    case .letters(let range): bytes.append(contentsOf: letters.bytes[range])
    case .ignored: break
    case .apostrophe: endPiece()
    case .boundary: endWord()
    case .ideograph(let range):
      endWord()
      bytes.append(contentsOf: letters.bytes[range])
      endWord()
    }
  }

  private mutating func endPiece() {
    if bytes.count > pieces.last ?? wordStart { pieces.append(bytes.count) }
  }

  private mutating func endWord() {
    if !pieces.isEmpty { addPieces() }
    guard bytes.count > wordStart else { return }
    if bytes.count - wordStart > Self.longest {
      bytes.removeSubrange(wordStart...)
    } else {
      ends.append(bytes.count)
    }
    wordStart = bytes.count
  }

  /// Puts the pieces of the word that ends here before it.
  ///
  /// A piece of one letter is no word: the s of a genitive, an elided article.
  private mutating func addPieces() {
    endPiece()
    if pieces.count > 1 {
      let word = Array(bytes[wordStart...])
      let starts = [wordStart] + pieces.dropLast()
      let ranges = zip(starts, pieces).map { $0 - wordStart..<$1 - wordStart }
      bytes.removeSubrange(wordStart...)
      for range in ranges where (2...Self.longest).contains(range.count) {
        bytes += word[range]
        ends.append(bytes.count)
      }
      wordStart = bytes.count
      bytes += word
    }
    pieces.removeAll(keepingCapacity: true)
  }

  /// The scalar that begins at a byte of valid UTF-8, and its length.
  private static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    func tail(_ offset: Int) -> UInt32 {
      index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0
    }
    let lead = UInt32(text[index])
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}

/// What becomes of each letter, found once for each that occurs.
struct LetterFolding {
  enum Folding {
    /// Stands in `bytes`.
    case letters(Range<Int>)
    /// Of a script without blanks between words: a word of its own.
    case ideograph(Range<Int>)
    case apostrophe
    /// A mark on a letter, or a character that is not seen.
    case ignored
    case boundary
  }

  static let apostrophe: UInt8 = 1

  /// For each ASCII byte the folded letter or digit, `apostrophe`, or 0 for what ends a word.
  let ascii: [UInt8]
  private(set) var bytes: [UInt8] = []
  private var known: [UInt32: Folding] = [:]

  init() {
    var table = [UInt8](repeating: 0, count: 128)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(byte)] = byte
      table[Int(byte - 32)] = byte
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = byte }
    table[0x27] = Self.apostrophe
    ascii = table
  }

  mutating func folding(of value: UInt32) -> Folding {
    if let folding = known[value] { return folding }
    let folding = Unicode.Scalar(value).map { fold($0) } ?? .boundary
    known[value] = folding
    return folding
  }

  private mutating func fold(_ scalar: Unicode.Scalar) -> Folding {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC: return .apostrophe
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark, .enclosingMark:
      break
    case .nonspacingMark, .format: return .ignored
    default: return .boundary
    }
    let start = bytes.count
    for part in scalar.properties.lowercaseMapping.decomposedStringWithoutMarks {
      // The two forms of the small sigma are one letter.
      let letter = part.value == 0x3C2 ? "σ" : part
      bytes += Array((Slug.plainLetters[letter] ?? String(letter)).utf8)
    }
    guard bytes.count > start else { return .ignored }
    return Self.standsAlone(scalar.value) ? .ideograph(start..<bytes.count) : .letters(start..<bytes.count)
  }

  /// Han, kana and Thai.
  private static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
