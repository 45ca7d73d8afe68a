import DossierSource

/// What sort of character a scalar is to the tokenizer, and the plain small letter it counts as.
///
/// From the Unicode properties, looked up once: a table, because the tokenizer reads every byte of every article.
struct LetterTable: Sendable {
  enum Sort: UInt8, Sendable { case other, space, letter, digit, apostrophe, hyphen, mark }

  static let shared = LetterTable()
  private static let limit = 0x600

  private let sorts: [Sort]
  private let folded: [UInt32]
  private let capitals: [Bool]

  private init() {
    var sorts = [Sort](repeating: .other, count: Self.limit)
    var folded = [UInt32](repeating: 0, count: Self.limit)
    var capitals = [Bool](repeating: false, count: Self.limit)
    for value in 0..<UInt32(Self.limit) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let index = Int(value)
      sorts[index] = Self.sort(of: scalar)
      folded[index] = Self.folding(scalar)
      capitals[index] = scalar.properties.isUppercase
    }
    self.sorts = sorts
    self.folded = folded
    self.capitals = capitals
  }

  @inline(__always) func sort(_ scalar: UInt32) -> Sort {
    scalar < UInt32(Self.limit) ? sorts[Int(scalar)] : Self.rareSort(scalar)
  }

  /// The small letter without its marks; its own value where it has none.
  @inline(__always) func fold(_ scalar: UInt32) -> UInt32 {
    scalar < UInt32(Self.limit) ? folded[Int(scalar)] : Self.rareFolding(scalar)
  }

  @inline(__always) func isCapital(_ scalar: UInt32) -> Bool {
    scalar < UInt32(Self.limit)
      ? capitals[Int(scalar)] : Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  private static func rareSort(_ value: UInt32) -> Sort {
    Unicode.Scalar(value).map(sort(of:)) ?? .other
  }

  private static func rareFolding(_ value: UInt32) -> UInt32 {
    Unicode.Scalar(value).map(folding) ?? value
  }

  private static func sort(of scalar: Unicode.Scalar) -> Sort {
    switch scalar.value {
    case 0x27, 0x2018, 0x2019, 0x02BC, 0x02BB, 0x60, 0xB4: return .apostrophe
    case 0x2D, 0x2010, 0x2011: return .hyphen
    case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: return .space
    default: break
    }
    if scalar.properties.isWhitespace { return .space }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return .digit
    default: return .other
    }
  }

  private static func folding(_ scalar: Unicode.Scalar) -> UInt32 {
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    guard small.value >= 0x80 else { return small.value }
    switch small {
    case "ı": return 0x69
    case "ø": return 0x6F
    case "ł": return 0x6C
    case "đ", "ð": return 0x64
    default: break
    }
    let bare = String(small).decomposedStringWithoutMarks
    return bare.count == 1 ? bare[0].value : small.value
  }
}
