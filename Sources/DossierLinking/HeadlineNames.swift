import DossierSource

/// Finds the persons whom a headline names in full, among those whom the texts of a corpus name so.
///
/// A headline is not read for names of its own; yet whoever it names is who the family name in its text means.
struct HeadlineNames: Sendable {
  /// Forms of persons' names of several words, by the words run together.
  private let forms: [String: Int]
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
  }

  /// The forms of the names in a headline, in their order.
  func forms(in headline: String) -> [Int] {
    guard !forms.isEmpty else { return [] }
    let printed = headline.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" })
    let words = printed.map { word -> String in
      // "Keller's", "Keller’s".
      let bare = word.prefix { $0 != "'" && $0 != "’" || word.first == $0 }
      return NameNormalizer.folded(bare)
    }
    var found: [Int] = []
    var start = 0
    while start < words.count {
      let match = stride(from: min(Self.longest, words.count - start), to: 1, by: -1).lazy.compactMap {
        length in
        forms[words[start..<start + length].joined()].map { (form: $0, length: length) }
      }.first
      if let match { found.append(match.form) }
      start += match?.length ?? 1
    }
    return found
  }
}
