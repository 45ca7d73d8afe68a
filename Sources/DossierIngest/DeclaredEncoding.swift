import Foundation

/// Encodings of old pages, which only a declaration can tell apart.
enum DeclaredEncoding {
  /// The text of the bytes in the encoding of this IANA name; nil where it is not known or the bytes do not fit.
  static func text(of bytes: [UInt8], named name: String) -> String? {
    guard let encoding = encodings[name.lowercased()] else { return nil }
    return String(bytes: bytes, encoding: encoding)
  }

  private static let encodings: [String: String.Encoding] = [
    "windows-1250": .windowsCP1250, "cp1250": .windowsCP1250, "windows-1251": .windowsCP1251,
    "cp1251": .windowsCP1251, "windows-1253": .windowsCP1253, "windows-1254": .windowsCP1254,
    "iso-8859-2": .isoLatin2, "iso-8859-9": .windowsCP1254, "shift_jis": .shiftJIS, "shift-jis": .shiftJIS,
    "euc-jp": .japaneseEUC, "iso-2022-jp": .iso2022JP,
  ]
}
