/// A name as it stands in a URL: lower-case ASCII letters, digits and single hyphens, never empty.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let string: String

  /// The longest slug made, in bytes, so that file names stay within 100 bytes with their suffix and ending.
  package static let limit = 80

  /// Folds a text to a slug: diacritics are dropped, everything else becomes a hyphen.
  ///
  /// A text with nothing that can be folded (of another script, say) gets a slug from its fingerprint.
  package init(folding text: String) {
    var folded: [UInt8] = []
    for scalar in text.decomposedStringWithoutMarks {
      let value = scalar.value
      switch value {
      case 0x30...0x39, 0x61...0x7A: folded.append(UInt8(value))
      case 0x41...0x5A: folded.append(UInt8(value + 32))
      case 0x27, 0x2019, 0x2018, 0x02BC: continue
      default:
        if let letters = Self.plainLetters[scalar] {
          folded += letters.utf8
        } else if folded.last != UInt8(ascii: "-"), !folded.isEmpty {
          folded.append(UInt8(ascii: "-"))
        }
      }
    }
    folded = Array(folded.prefix(Self.limit))
    while folded.last == UInt8(ascii: "-") { folded.removeLast() }
    let plain = String(decoding: folded, as: UTF8.self)
    string = plain.isEmpty ? "x" + Fingerprint(of: text).description.prefix(10) : plain
  }

  package var description: String { string }
  package static func < (left: Slug, right: Slug) -> Bool { left.string < right.string }

  /// Letters that do not decompose, with their plain forms.
  package static let plainLetters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ı": "i", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
  ]
}

extension String {
  /// The scalars of the text with each letter bare of its combining marks: `é` is `e`.
  package var decomposedStringWithoutMarks: [Unicode.Scalar] {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return Array(unicodeScalars) }
    return TextFolding.scalarsWithoutMarks(of: self)
  }
}
