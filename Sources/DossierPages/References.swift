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

/// An article, as other pages name and cite it.
///
/// A class, one object for each article: a site cites its articles so often that copying what is cited would cost
/// more than all the rest.
package final class ArticleReference: Sendable {
  package let title: String
  package let outlet: String?
  package let published: EDTF?
  /// BCP 47, where the article is in another language than the site's own words.
  package let foreignLanguage: String?
  package let path: PagePath
  /// Where the source says that it stands on the web.
  package let address: String?
  let text: String
  let sentences: [Sentence]
  let mentions: [Mention]
  let mentionLinks: [MentionLink]
  /// Per mention, the index of the entity that is meant.
  let entities: MeantEntities
  let quotations: [Quotation]
  let figures: [Figure]

  init(_ linked: LinkedArticle, of entities: MeantEntities, at path: PagePath, foreignLanguage: String?) {
    title = linked.article.metadata.title
    outlet = linked.article.metadata.outlet
    published = linked.published?.value
    self.foreignLanguage = foreignLanguage
    self.path = path
    address = linked.article.metadata.url
    text = linked.article.text
    sentences = linked.annotated.sentences
    mentions = linked.annotated.mentions
    mentionLinks = linked.mentionLinks
    self.entities = entities
    quotations = linked.annotated.quotations
    figures = linked.annotated.figures
  }
}

/// A sentence of an article, shown as evidence, with the words that matter marked.
package struct CitedSentence: Sendable {
  package let article: ArticleReference
  let index: Int
  /// Into `text`, in order, without overlap.
  package let marked: [TextRange]

  /// The sentence's id, which is its anchor on the article's page.
  package var anchor: String { article.sentences[index].id.string }
  /// Its place in the article, counted from 1: for display only.
  package var number: Int { index + 1 }
  package var text: Substring { article.text[range] }
  /// Where it stands in the article's text.
  package var range: TextRange { article.sentences[index].range }

  /// Calls back with the bytes of the text, without a copy.
  package func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let range = range
    let isWhole: Void? = article.text.utf8.withContiguousStorageIfAvailable { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[range.range]))
    }
    if isWhole == nil { Array(text.utf8).withUnsafeBufferPointer(body) }
  }

  /// Whether both cite one sentence, whatever they mark in it.
  func isSame(_ other: CitedSentence) -> Bool { article === other.article && index == other.index }
}

/// What stands behind a why-link: how a value came about, and the sentences that prove it.
package struct Why: Sendable {
  package let basis: Basis
  package let rules: [Rule]
  /// The line of the source that proves the value where it is not part of the article's text.
  package let printed: String?
  package let sentences: [CitedSentence]
  /// The editor's line that set the value.
  package let decision: String?
  /// The line that would set it, to copy and change.
  package let change: String?

  init(
    basis: Basis, rules: [Rule], printed: String?, sentences: [CitedSentence], decision: String? = nil,
    change: String? = nil
  ) {
    self.basis = basis
    self.rules = rules
    self.printed = printed
    self.sentences = sentences
    self.decision = decision
    self.change = change
  }
}

/// A date on a page.
package struct DateClaim: Sendable {
  package let value: EDTF
  package let why: Why
}

/// An entity in a list, with how often it is mentioned there.
package struct EntityRow: Sendable, Hashable {
  package let reference: Reference
  package let kind: EntityKind
  package let mentions: Int
  package let articles: Int
  /// From how many origins the articles have their texts, at most.
  package let origins: Int
}

/// An event, as lists of events show it.
package struct EventRow: Sendable {
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
  /// How many report or mention it.
  package let independence: Independence
  /// Where the articles are compared; nil where there is one only.
  package let comparison: PagePath?
  /// The sentence that the title is taken from.
  package let source: CitedSentence?
  /// Sentences that tell of it, beyond those that prove its date.
  package let sentences: [CitedSentence]

}

/// A quotation as one article prints it.
package struct QuoteVariant: Sendable {
  package let text: String
  package let sentence: CitedSentence
  /// The sentence before that names the speaker, where the quotation's own does not.
  package let naming: CitedSentence?
  /// Against the family's first variant.
  package let difference: QuoteFamily.Difference
  /// The words with what differs marked.
  package let redline: Snippet
  /// How the speaker was found; nil where there is none.
  package let attribution: Quotation.Attribution?
  /// The reporting verb or other cue, as printed.
  package let cue: String?
  package let settlement: Settlement
}

/// The same words as several articles print them.
package struct QuoteRow: Sendable {
  package let id: String
  /// Nil where no article names or describes the speaker.
  package let speaker: Reference?
  package let isNamed: Bool
  package let event: Reference?
  /// The first of them, more of them in the index than elsewhere.
  package let variants: [QuoteVariant]
  package let variantCount: Int
  /// Whether two articles print the words differently.
  package let differs: Bool
  package let independence: Independence
  /// Where the quote index shows it.
  package let path: PagePath
}

/// Figures that count the same thing.
package struct FigureRow: Sendable {
  package struct Value: Sendable {
    package let text: String
    package let sentence: CitedSentence
    /// The parts of the key as the article words them.
    package let key: Snippet.Note
    package let settlement: Settlement
  }

  package let id: String
  package let what: String
  package let agreement: FigureGroup.Agreement
  /// The first of them, more of them in the index than elsewhere.
  package let values: [Value]
  package let valueCount: Int
  /// Where the index of figures shows it.
  package let path: PagePath
  /// Whether two articles print different numbers, or qualify them differently.
  package let differs: Bool
}
