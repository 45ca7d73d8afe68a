import DossierSearch

/// Reads an index's files the way `templates/search.js` does.
struct IndexReader {
  let files: [String: String]

  init(_ files: [SearchFile]) {
    self.files = Dictionary(
      files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { one, _ in one })
  }

  /// The rows of a shard, as its script would hand them on.
  func rows(of name: String) -> [Substring] {
    guard let text = files["search/\(name).js"], let start = text.firstIndex(of: "`") else { return [] }
    return text[text.index(after: start)...].dropLast(5)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// All words with their fields, in order.
  func words(_ family: String, from first: Int = 0) -> [(word: String, fields: [Substring])] {
    var found: [(String, [Substring])] = []
    var number = first
    while files["search/\(family)-\(number).js"] != nil {
      var last = ""
      for row in rows(of: "\(family)-\(number)") {
        let fields = row.split(separator: " ", omittingEmptySubsequences: false)
        var coded = Array(fields[0].utf8)[...]
        let shared = Self.number(&coded)
        last = String(last.prefix(shared)) + String(decoding: coded, as: UTF8.self)
        found.append((last, Array(fields.dropFirst())))
      }
      number += 1
    }
    return found
  }

  /// The pages and weights that a field lists.
  static func pages(_ field: Substring, from base: Int) -> [(page: Int, weight: Int)] {
    var coded = Array(field.utf8)[...]
    var found: [(Int, Int)] = []
    while !coded.isEmpty {
      let head = number(&coded)
      var next = base
      for _ in 0..<(head >> 3) {
        next += number(&coded)
        found.append((next, head & 7))
        next += 1
      }
    }
    return found
  }

  static func number(_ coded: inout ArraySlice<UInt8>) -> Int {
    var (value, shift) = (0, 0)
    while let byte = coded.popFirst() {
      let digit =
        switch byte {
        case 65...90: Int(byte) - 65
        case 97...122: Int(byte) - 71
        case 48...57: Int(byte) + 4
        case 45: 62
        default: 63
        }
      value |= (digit & 31) << shift
      guard digit & 32 != 0 else { break }
      shift += 5
    }
    return value
  }
}
