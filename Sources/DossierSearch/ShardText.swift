/// The text of one shard: a classic script that hands one string to the page.
///
/// Scripts are all that a page opened from disk may load; one string is read faster than any literal. Fields are
/// parted by tabs and rows by line feeds.
struct ShardText {
  private static let opening = "dossier.shard(\""
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  /// Bytes that need a second look within a template literal, or would part fields.
  private static let special: [Bool] = (0..<256).map { $0 < 0x20 || "\\`$".utf8.contains(UInt8($0)) }

  private(set) var bytes: [UInt8] = []

  init(named name: String) {
    bytes += Array(Self.opening.utf8)
    bytes += Array(name.utf8)
    bytes += Array("\",`".utf8)
  }

  /// Makes the script whole.
  mutating func end() { bytes += Array("`);\n".utf8) }

  mutating func endField() { bytes.append(0x09) }
  mutating func endRow() { bytes.append(0x0A) }
  mutating func blank() { bytes.append(0x20) }

  /// A text, its control characters as blanks.
  mutating func add(_ text: some StringProtocol) {
    var text = String(text)
    text.withUTF8 { add($0) }
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    Self.special.withUnsafeBufferPointer { special in
      var start = 0
      for index in text.indices where special[Int(text[index])] {
        bytes.append(contentsOf: text[start..<index])
        if text[index] < 0x20 {
          bytes.append(0x20)
        } else {
          bytes.append(0x5C)
          bytes.append(text[index])
        }
        start = index + 1
      }
      bytes.append(contentsOf: text[start...])
    }
  }

  /// Letters and digits as they are.
  mutating func add(word: some Sequence<UInt8>) { bytes.append(contentsOf: word) }

  /// A number in base 32, the lowest digit first, the sixth bit saying that another digit follows.
  mutating func add(_ number: Int) {
    var rest = number
    while rest > 31 {
      bytes.append(Self.digits[rest & 31 | 32])
      rest >>= 5
    }
    bytes.append(Self.digits[rest])
  }
}

/// A file of the index: its path below the site, and its bytes.
package struct SearchFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  init(_ name: String, _ text: ShardText) {
    path = Self.path(name)
    var text = text
    text.end()
    bytes = text.bytes
  }

  static func path(_ name: String) -> String { "search/\(name).js" }
}
