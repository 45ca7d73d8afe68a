import DossierSource

/// A word that some outlets choose and others avoid: what a comparison of language counts.
package struct Term: Sendable, Hashable {
  /// As the list names it: "militant".
  package let name: String
  /// The heading of the list that it stands under; empty where it has none.
  package let group: String
  /// The forms that are counted, in lower case: words, or several with a blank between them.
  ///
  /// One that ends in `*` stands for every word that begins so.
  package let forms: [String]
  /// The language of the articles that it is counted in; nil for all that were analysed.
  package let language: String?

  package init(name: String, group: String, forms: [String], language: String?) {
    self.name = name
    self.group = group
    self.forms = forms
    self.language = language
  }
}

/// A place where an article prints a term.
package struct TermUse: Sendable, Hashable {
  /// What of an article it stands in: a range is one of that text.
  package enum Place: Sendable, Hashable {
    case body(TextRange, sentence: Int)
    case headline(TextRange)
    case deck(TextRange)
  }

  /// Index into the dossier's terms.
  package let term: Int
  /// Index into the dossier's articles.
  package let article: Int
  package let place: Place
  /// Whether it stands in quotation marks: then it is not the outlet's own word, or the outlet keeps it at arm's length.
  package let isQuoted: Bool

  package init(term: Int, article: Int, place: Place, isQuoted: Bool) {
    self.term = term
    self.article = article
    self.place = place
    self.isQuoted = isQuoted
  }
}

/// A list of terms as it is written: `[heading]` lines, and a term a line with its forms after a bar.
///
/// `#` begins a remark. A term with a bar and no form behind it is taken off the list.
package struct TermList: Sendable, Hashable {
  package private(set) var terms: [Term] = []
  /// Names that the list takes out of those it adds to.
  package private(set) var removed: Set<String> = []
  /// Lines that say nothing, counted from 1: a bar with nothing before it.
  package private(set) var badLines: [Int] = []

  package init(_ text: String, language: String?) {
    var group = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let entry = Self.trimmed(line.prefix { $0 != "#" })
      guard !entry.isEmpty else { continue }
      if entry.hasPrefix("["), entry.hasSuffix("]") {
        group = String(Self.trimmed(entry.dropFirst().dropLast()))
        continue
      }
      let fields = entry.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(Self.trimmed(fields[0]))
      let forms = fields.dropFirst().flatMap { $0.split(separator: ";") }.map {
        Self.trimmed($0).lowercased()
      }
      .filter { !$0.isEmpty }
      if name.isEmpty {
        badLines.append(number + 1)
      } else if fields.count > 1, forms.isEmpty {
        removed.insert(name)
      } else {
        terms.append(
          Term(
            name: name, group: group, forms: forms.isEmpty ? [name.lowercased()] : forms, language: language))
      }
    }
  }

  /// Other terms with this list's added: its own take the place of those of the same name.
  package func added(to others: [Term]) -> [Term] {
    let own = removed.union(terms.map(\.name))
    return others.filter { !own.contains($0.name) } + terms
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\r" }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
