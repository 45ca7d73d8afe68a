import DossierModel
import DossierSource

/// Something named on a page, with its page where it has one.
package struct Reference: Sendable, Hashable {
  package let text: String
  package let path: PagePath?

  package init(_ text: String, _ path: PagePath?) {
    self.text = text
    self.path = path
  }
}

/// An article, as other pages name it.
package struct ArticleReference: Sendable, Hashable {
  package let title: String
  package let outlet: String?
  package let published: EDTF?
  /// BCP 47, where the article is in another language than the site's own words.
  package let foreignLanguage: String?
  package let path: PagePath
}

/// A sentence of an article, shown as evidence, with the words that matter marked.
package struct CitedSentence: Sendable, Hashable {
  package let article: ArticleReference
  /// The sentence's id, which is its anchor on the article's page.
  package let anchor: String
  /// Its place in the article, counted from 1: for display only.
  package let number: Int
  package let text: String
  /// Into `text`, in order, without overlap.
  package let marked: [TextRange]
}

/// What stands behind a why-link: how a value came about, and the sentences that prove it.
package struct Why: Sendable, Hashable {
  package let basis: Basis
  package let rules: [Rule]
  /// The line of the source that proves the value where it is not part of the article's text.
  package let printed: String?
  package let sentences: [CitedSentence]
}

/// A date on a page.
package struct DateClaim: Sendable, Hashable {
  package let value: EDTF
  package let why: Why
}

/// An entity in a list, with how often it is mentioned there.
package struct EntityRow: Sendable, Hashable {
  package let reference: Reference
  package let kind: EntityKind
  package let mentions: Int
  package let articles: Int
}

/// An event, as lists of events show it.
package struct EventRow: Sendable, Hashable {
  package let id: EventID
  package let title: String
  package let path: PagePath?
  package let when: DateClaim?
  package let status: EventMention.Status
  package let isReported: Bool
  package let place: Reference?
  package let participants: [Reference]
  /// The first of those that report or mention it, by outlet, each with its first article.
  package let sources: [Reference]
  /// How many articles report or mention it.
  package let articleCount: Int
  /// The sentence that the title is taken from, and the first of other articles.
  package let sentences: [CitedSentence]

}

/// A quotation as one article prints it.
package struct QuoteVariant: Sendable, Hashable {
  package let text: String
  package let sentence: CitedSentence
  /// Against the family's first variant.
  package let difference: QuoteFamily.Difference
  /// How the speaker was found; nil where there is none.
  package let attribution: Quotation.Attribution?
  /// The reporting verb or other cue, as printed.
  package let cue: String?
}

/// The same words as several articles print them.
package struct QuoteRow: Sendable, Hashable {
  package let id: String
  /// Nil where no article names or describes the speaker.
  package let speaker: Reference?
  package let isNamed: Bool
  package let event: Reference?
  /// The first of them, in lists that show many families; all in the index.
  package let variants: [QuoteVariant]
  package let variantCount: Int
  /// Whether two articles print the words differently.
  package let differs: Bool
  /// Where the quote index shows it.
  package let path: PagePath
}

/// Figures that count the same thing.
package struct FigureRow: Sendable, Hashable {
  package struct Value: Sendable, Hashable {
    package let text: String
    package let sentence: CitedSentence
  }

  package let id: String
  package let what: String
  /// The first of them, in lists that show many groups; all in the index.
  package let values: [Value]
  package let valueCount: Int
  /// Where the index of figures shows it.
  package let path: PagePath
  /// Whether two articles print different numbers, or qualify them differently.
  package let differs: Bool
}
