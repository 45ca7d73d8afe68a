import DossierModel
import DossierSource

/// Times of publication in the data that a page's scripts work on, `"publishedAt":"2019-08-27T10:00:00Z"`.
///
/// Scripts are not parsed, for no two sites write them alike: the names that such data gives to the time of
/// publication are looked for, as published tools for dating pages do (Barbaresi, "htmldate", JOSS 2020).
struct ScriptedTimes {
  private let bytes: [UInt8]

  init(of page: [UInt8]) { bytes = page }

  /// The values of all names for a time of publication, in the order of the page; times of Unix as their day.
  func published() -> [String] {
    var values: [String] = []
    var index = 0
    while index < bytes.count {
      guard Self.isNameByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
      guard Self.nameLengths.contains(index - start), Self.names.contains(Self.folded(bytes[start..<index])),
        let value = value(at: index)
      else { continue }
      values.append(value)
      if values.count == Self.mostValues { break }
    }
    return values
  }

  /// A page that holds more is a list of articles.
  private static let mostValues = 100
  private static let nameLengths = 7...24
  private static let names: Set<String> = [
    "datepublished", "publisheddate", "publishdate", "publicationdate", "publishedat", "publishedon",
    "publishedtime", "publishtime", "pubdate", "dateposted", "postedat", "postdate", "firstpublished",
    "firstpublishedat", "firstpublisheddate", "originalpublicationdate", "pagepostdate", "articlepublished",
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// A name's letters in lower case: `publish_date` and `publishDate` are one.
  private static func folded(_ name: ArraySlice<UInt8>) -> String {
    String(
      decoding: name.compactMap { (0x61...0x7A).contains($0 | 0x20) ? $0 | 0x20 : nil }, as: UTF8.self)
  }

  /// The value behind a name, where an assignment stands between; the marks round either may be escaped.
  private func value(at index: Int) -> String? {
    var at = skippingMarks(index)
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: "=") else {
      return nil
    }
    at = skippingMarks(at + 1)
    let value = bytes[at...].prefix(Self.longestValue).prefix {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "'")
        && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "<")
    }
    let digits = value.prefix { (0x30...0x39).contains($0) }
    if digits.count == 10 || digits.count == 13, digits.first == UInt8(ascii: "1") {
      return Self.day(ofUnixTime: digits)
    }
    return value.count >= 8 ? String(decoding: value, as: UTF8.self) : nil
  }

  private static let longestValue = 32

  /// Seconds, or thousandths of them, since 1970.
  private static func day(ofUnixTime digits: ArraySlice<UInt8>) -> String {
    let seconds = digits.prefix(10).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return CalendarDay(serial: seconds / 86_400).description
  }

  private func skippingMarks(_ index: Int) -> Int {
    var index = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), 0x20: index += 1
      case UInt8(ascii: "&") where bytes[index...].starts(with: Self.quotationEntity):
        index += Self.quotationEntity.count
      default: return index
      }
    }
    return index
  }

  private static let quotationEntity = Array("&quot;".utf8)
}
