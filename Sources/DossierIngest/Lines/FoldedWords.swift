/// The words of a line, folded for comparison: without case, apostrophes and marks between words.
struct FoldedWords {
  struct Word {
    let folded: String
    /// UTF-8 offsets into the line.
    let start: Int
    let end: Int

    /// Whether it begins with a capital in the line that it is of.
    func isCapitalized(in line: String) -> Bool {
      let start = line.utf8.index(line.utf8.startIndex, offsetBy: start)
      return line.unicodeScalars[start...].first.map(LineShape.isUppercase) ?? false
    }
  }

  let words: [Word]

  static let usualLimit = 48

  init(words: [Word]) { self.words = words }

  /// Folds at most so many words, since labels stand at the front of a line.
  init(_ line: String, limit: Int = usualLimit) {
    var words: [Word] = []
    var folded = ""
    var start = 0
    var offset = 0
    for scalar in line.unicodeScalars {
      if Self.isPartOfWord(scalar) {
        if folded.isEmpty { start = offset }
        Self.append(scalar, to: &folded)
      } else if !folded.isEmpty, !Self.isApostrophe(scalar) {
        words.append(Word(folded: folded, start: start, end: offset))
        folded = ""
        if words.count == limit { break }
      }
      offset += scalar.utf8.count
    }
    if !folded.isEmpty { words.append(Word(folded: folded, start: start, end: offset)) }
    self.words = words
  }

  /// All words joined by spaces: equal for lines that differ in case, marks and white space only.
  var joined: String { words.map(\.folded).joined(separator: " ") }

  static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    case 0x300...0x36F: true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "‘" || scalar == "ʼ"
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String) {
    switch scalar.value {
    case 0x41...0x5A: folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0..<0x80: folded.unicodeScalars.append(scalar)
    default: folded += scalar.properties.lowercaseMapping
    }
  }
}
