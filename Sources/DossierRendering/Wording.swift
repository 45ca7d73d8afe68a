import DossierSource

/// The theme's fixed words by key: what pages say that neither a source nor the editor wrote.
///
/// They lie in one file, so that they can be reviewed and translated as a whole.
final class Wording: Sendable {
  /// A part of words with names to fill in.
  private enum Piece: Sendable {
    case text(String)
    case name(String)
  }

  private let words: [String: String]
  /// The words that have names in braces, taken apart once.
  private let patterns: [String: [Piece]]
  /// The words for numbers of things, by their key without its end: for one thing and for several.
  private let counts: [String: (one: [Piece], other: [Piece])]
  /// The names of months, January first.
  private let months: [String]
  let diagnostics: [Diagnostic]

  init(_ text: String, path: String) {
    var words: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let first = line.utf8.first, first != UInt8(ascii: "#") else { continue }
      guard let (key, value) = Self.entry(of: line) else {
        diagnostics.append(
          Diagnostic(
            .error, "bad-wording", "'\(line)' is not a key and its words",
            remedy: "write 'key = words', or # before a comment",
            at: SourceLocation(path: path, line: number + 1, column: 1)))
        continue
      }
      words[key] = value
    }
    self.words = words
    patterns = words.filter { $0.value.utf8.contains(UInt8(ascii: "{")) }.mapValues(Self.pieces)
    counts = Self.counts(in: words)
    months = (1...12).map { words["month.\($0)"] ?? "month.\($0)" }
    self.diagnostics = diagnostics
  }

  private static func counts(in words: [String: String]) -> [String: (one: [Piece], other: [Piece])] {
    let keys = words.keys.filter { $0.hasSuffix(".other") }.map { String($0.dropLast(".other".count)) }
    let pairs = keys.map { key in
      (key, (pieces(of: words[key + ".one"] ?? key + ".one"), pieces(of: words[key + ".other"] ?? "")))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func pieces(of words: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = words[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      pieces.append(.name(String(rest[rest.index(after: start)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  private static func entry(of line: Substring) -> (String, String)? {
    let bytes = Array(line.utf8)
    for index in bytes.indices.dropFirst(1) where bytes[index] == UInt8(ascii: "=") {
      guard bytes[index - 1] == UInt8(ascii: " ") else { continue }
      let key = String(decoding: bytes[..<index], as: UTF8.self).trimmingBlanks
      let value = String(decoding: bytes[(index + 1)...], as: UTF8.self).trimmingBlanks
      return key.isEmpty ? nil : (key, value)
    }
    return nil
  }

  /// The words of a key; the key itself where the file has none, so that the gap shows.
  subscript(key: String) -> String { words[key] ?? key }

  /// The words of a key, or nil.
  func found(_ key: String) -> String? { words[key] }

  /// All rules that have words, by name.
  var rules: [(name: String, words: String)] {
    let prefix = "rule."
    let keys = words.keys.filter { $0.hasPrefix(prefix) }.sorted()
    return keys.map { (name: String($0.dropFirst(prefix.count)), words: self[$0]) }
  }

  /// The words of a key with the names in braces filled in.
  func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    Self.text(patterns[key] ?? [.text(self[key])], values)
  }

  private static func text(_ pieces: [Piece], _ values: KeyValuePairs<String, String>) -> String {
    var filled = ""
    for piece in pieces {
      switch piece {
      case .text(let text): filled += text
      case .name(let name): filled += values.first { $0.key == name }?.value ?? "{\(name)}"
      }
    }
    return filled
  }

  /// A number with what it counts: "1 article", "5 articles".
  func count(_ number: Int, _ key: String) -> String {
    guard let pieces = counts[key] else { return key }
    return Self.text(number == 1 ? pieces.one : pieces.other, ["n": Self.grouped(number)])
  }

  /// The name of a month, counted from 1.
  func month(_ month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : "month.\(month)"
  }

  /// A number with a comma between each three digits.
  static func grouped(_ number: Int) -> String {
    if (0..<1000).contains(number) { return String(number) }
    let digits = Array(String(abs(number)).utf8)
    var grouped: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(UInt8(ascii: ",")) }
      grouped.append(digit)
    }
    return String(decoding: grouped, as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var bytes = Substring(self).utf8
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
