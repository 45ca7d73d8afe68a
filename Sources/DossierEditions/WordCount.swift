import DossierSource

/// Words as an editor counts them: what stands between blanks and has a letter or a digit.
enum WordCount {
  static func words(in text: Substring) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      for _ in Ends(of: bytes) { count += 1 }
      return count
    }
  }

  static func words(in text: String) -> Int { words(in: Substring(text)) }

  /// The length in bytes of a text's first words.
  static func length(of count: Int, wordsOf text: Substring) -> Int {
    guard count > 0 else { return 0 }
    var text = text
    return text.withUTF8 { bytes in
      var seen = 0
      for end in Ends(of: bytes) {
        seen += 1
        if seen == count { return end }
      }
      return bytes.count
    }
  }

  /// Where each word ends.
  private struct Ends: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(of bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Int? {
      var isWord = false
      while position < bytes.count {
        let byte = bytes[position]
        if byte <= 0x20 {
          if isWord { return position }
        } else if byte.isOfWord {
          isWord = true
        }
        position += 1
      }
      return isWord ? position : nil
    }
  }
}

extension UInt8 {
  /// Whether the byte belongs to a letter or digit; those beyond ASCII all count as letters.
  var isOfWord: Bool {
    self >= 0x80 || 0x30...0x39 ~= self || 0x61...0x7A ~= self | 0x20
  }
}
