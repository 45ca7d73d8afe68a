/// A language as HTML takes it: `en`, `de-AT` (BCP 47).
///
/// What a source declares may be anything; only what has the form of a tag reaches a page.
package struct LanguageTag: Sendable, Hashable {
  package let string: String

  /// The tag of a declared language; nil where that has not the form of one.
  package init?(_ declared: String?) {
    guard let declared else { return nil }
    let bytes = declared.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let primary = parts.first, (2...3).contains(primary.count), primary.allSatisfy(\.isLetter) else {
      return nil
    }
    guard parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isDigit } })
    else {
      return nil
    }
    string = String(decoding: bytes, as: UTF8.self)
  }

  /// The language itself, without script or region, in lower case.
  var primary: String { String(string.prefix { $0 != "-" }).lowercased() }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
