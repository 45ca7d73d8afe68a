import DossierSource

/// Finds the persons whom a headline names in full, among those whom the texts of a corpus name so.
///
/// A headline is not read for names of its own; yet whoever it names is who the family name in its text means.
struct HeadlineNames: Sendable {
  /// Forms of persons' names of several words, by the words run together.
  private let forms: [String: Int]
  /// What these begin with: their first letters, up to as many as are counted.
  private let beginnings: Set<UInt64>
  /// Words that a person's name has at most.
  private static let longest = 4

  init(of table: NameTable) {
    var forms: [String: Int] = [:]
    for (number, form) in table.forms.enumerated()
    where form.personMentions > 0 && form.personMentions > form.otherMentions && form.name.words.count > 1 {
      let key = form.name.compact
      if forms[key] == nil { forms[key] = number }
    }
    self.forms = forms
    beginnings = Set(
      forms.keys.flatMap { key in (1...Self.beginning).map { Self.beginning(of: key, upTo: $0) } })
  }

  /// Bytes of a word by which most are told to begin no name.
  private static let beginning = 4

  /// The first bytes of a word as a number, and how many they are.
  private static func beginning(of word: String, upTo length: Int) -> UInt64 {
    word.utf8.prefix(length).reduce(UInt64(min(length, word.utf8.count))) { $0 << 8 | UInt64($1) }
  }

  /// The forms of the names in a headline, in their order.
  func forms(in headline: String) -> [Int] {
    guard !forms.isEmpty else { return [] }
    let words = Self.words(of: headline)
    var found: [Int] = []
    var start = 0
    while start < words.count {
      guard beginnings.contains(Self.beginning(of: words[start], upTo: Self.beginning)) else {
        start += 1
        continue
      }
      let match = stride(from: min(Self.longest, words.count - start), to: 1, by: -1).lazy.compactMap {
        length in
        forms[words[start..<start + length].joined()].map { (form: $0, length: length) }
      }.first
      if let match { found.append(match.form) }
      start += match?.length ?? 1
    }
    return found
  }

  /// The words of a headline as names are compared, without their possessive endings: "Keller's", "Keller’s".
  private static func words(of headline: String) -> [String] {
    if headline.utf8.allSatisfy({ $0 < 0x80 }) {
      return headline.utf8.split(separator: 0x20).map { word in
        NameNormalizer.folded(Substring(word.prefix { $0 != 0x27 || word.first == $0 }))
      }
    }
    return headline.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map { word in
      NameNormalizer.folded(word.prefix { $0 != "'" && $0 != "’" || word.first == $0 })
    }
  }
}
