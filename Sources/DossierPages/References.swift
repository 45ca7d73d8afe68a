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
  /// Those that report or mention it, by date.
  package let articles: [ArticleReference]
  /// The sentence that the title is taken from, and the first of each other article.
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
  package let variants: [QuoteVariant]
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
  package let values: [Value]
  /// Whether two articles print different numbers, or qualify them differently.
  package let differs: Bool
}

extension FigureRow {
  static func differ(_ figures: [Figure]) -> Bool {
    figures.dropFirst().contains {
      $0.number != figures[0].number || $0.qualifier != figures[0].qualifier
    }
  }
}
