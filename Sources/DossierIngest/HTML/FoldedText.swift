/// Text under construction with every run of white space folded to one space, as a browser shows it.
struct FoldedText {
  private var bytes: [UInt8] = []
  private var endsInSpace = true

  /// In UTF-8 bytes.
  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether the last character is a small letter or a digit of ASCII.
  var endsInSmall: Bool {
    bytes.last.map { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) } ?? false
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte <= 0x20 {
          appendSpace()
        } else if byte == 0xC2, index + 1 < utf8.count, utf8[index + 1] == 0xA0 {
          appendSpace()
          index += 1
        } else if byte == 0xC2, index + 1 < utf8.count, utf8[index + 1] == 0xAD {
          index += 1  // A soft hyphen is no part of the word.
        } else if byte == 0xE2, index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] == 0x8B {
          index += 2  // Nor is a zero-width space.
        } else {
          var end = index + 1
          while end < utf8.count, utf8[end] > 0x20, utf8[end] != 0xC2, utf8[end] != 0xE2 { end += 1 }
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[index..<end]))
          endsInSpace = false
          index = end - 1
        }
        index += 1
      }
    }
  }

  /// A space between what stands before and what follows, unless one is there.
  mutating func appendSpace() {
    guard !endsInSpace else { return }
    bytes.append(0x20)
    endsInSpace = true
  }

  var finished: String {
    String(decoding: endsInSpace && !bytes.isEmpty ? bytes[..<(bytes.count - 1)] : bytes[...], as: UTF8.self)
  }
}
