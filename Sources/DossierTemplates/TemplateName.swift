/// The name of a value, as templates look it up.
///
/// Its hash is made once, so that a look-up compares numbers and only the name found is compared as text.
package struct TemplateName: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let string: String
  let hash: UInt64

  package init(_ string: String) {
    self.string = string
    hash = Self.hash(of: string)
  }

  package init(stringLiteral string: String) { self.init(string) }

  package var description: String { string }

  package static func == (left: TemplateName, right: TemplateName) -> Bool {
    left.hash == right.hash && left.string == right.string
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// FNV-1a over eight bytes at a time (Fowler, Noll and Vo), the last of them filled up with zeros.
  private static func hash(of string: String) -> UInt64 {
    var string = string
    return string.withUTF8 { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      var word: UInt64 = 0
      for (index, byte) in bytes.enumerated() {
        word = word << 8 | UInt64(byte)
        guard index & 7 == 7 else { continue }
        hash = (hash ^ word) &* 0x0000_0100_0000_01b3
        word = 0
      }
      return (hash ^ word) &* 0x0000_0100_0000_01b3
    }
  }
}
