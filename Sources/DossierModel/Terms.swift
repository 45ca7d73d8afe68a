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
