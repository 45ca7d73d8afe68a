import DossierSource

/// All that the corpus says, linked: what pages and exports are made from.
package struct Dossier: Sendable {
  /// By id.
  package let articles: [LinkedArticle]
  /// By id.
  package let entities: [Entity]
  /// By id.
  package let events: [Event]
  /// By id.
  package let quoteFamilies: [QuoteFamily]
  /// By id.
  package let figureGroups: [FigureGroup]
  /// By the articles, then by length, the longest first.
  package let sharedCopies: [SharedCopy]
  /// Whose text each article prints: as many as the articles, or none where nobody has looked.
  package let origins: [Origin]
  /// The words whose use is compared, in the order of their lists.
  package let terms: [Term]
  /// By term, then by article, then by place.
  package let termUses: [TermUse]

  /// What the editor's lines came to.
  package let record: DecisionRecord

  package init(
    articles: [LinkedArticle], entities: [Entity], events: [Event], quoteFamilies: [QuoteFamily],
    figureGroups: [FigureGroup], sharedCopies: [SharedCopy] = [], origins: [Origin] = [], terms: [Term] = [],
    termUses: [TermUse] = [], record: DecisionRecord = DecisionRecord()
  ) {
    self.record = record
    self.articles = articles
    self.entities = entities
    self.events = events
    self.quoteFamilies = quoteFamilies
    self.figureGroups = figureGroups
    self.sharedCopies = sharedCopies
    self.origins = origins
    self.terms = terms
    self.termUses = termUses
  }
}

/// An annotated article with what only the whole corpus could tell of it.
///
/// A class, as all that stages hand on by the thousand: copying such a value would count its every part.
package final class LinkedArticle: Sendable {
  package let annotated: AnnotatedArticle
  /// As stated, or inferred over the corpus; nil where it stays open.
  package let published: Claim<EDTF>?
  package let updated: Claim<EDTF>?
  package let retrieved: Claim<EDTF>?
  /// As many as the article's mentions.
  package let mentionLinks: [MentionLink]
  /// As many as the article's time expressions.
  package let times: [ResolvedTime]

  package init(
    annotated: AnnotatedArticle, published: Claim<EDTF>?, updated: Claim<EDTF>?, retrieved: Claim<EDTF>?,
    mentionLinks: [MentionLink], times: [ResolvedTime]
  ) {
    self.annotated = annotated
    self.published = published
    self.updated = updated
    self.retrieved = retrieved
    self.mentionLinks = mentionLinks
    self.times = times
  }

  package var id: ArticleID { annotated.article.id }
  package var article: Article { annotated.article }

  /// The language that the text is written in, more closely as its page declares it where the two agree; nil where
  /// neither is known.
  package var language: String? {
    let declared = annotated.article.metadata.language
    guard let found = annotated.language else { return declared }
    guard let declared, declared.lowercased().hasPrefix(found + "-") || declared.lowercased() == found else {
      return found
    }
    return declared
  }
}

/// Which entity a mention means, and on what ground.
package struct MentionLink: Sendable, Hashable {
  package enum Ground: String, Sendable, Hashable { case name, alias, metonym, description, decided }

  /// Nil where the mention stays unresolved.
  package let entity: EntityID?
  package let ground: Ground

  package init(entity: EntityID?, ground: Ground) {
    self.entity = entity
    self.ground = ground
  }
}

/// The value of a time expression once the article's date is known.
package struct ResolvedTime: Sendable, Hashable {
  /// A TIMEX3 value: `2019-W03`, `P2Y`, `PRESENT_REF`; empty where nothing can be said.
  package let timex: String
  /// Its place on the calendar, where it has one.
  package let edtf: EDTF?
  /// Stated where the words alone tell it, inferred where a date or a tense was needed.
  package let basis: Basis
  package let rule: Rule
  /// Where the day is told that it was counted from, if that is not said beside it.
  package let anchor: Citation?

  package init(timex: String, edtf: EDTF?, basis: Basis, rule: Rule, anchor: Citation? = nil) {
    self.timex = timex
    self.edtf = edtf
    self.basis = basis
    self.rule = rule
    self.anchor = anchor
  }
}

/// What mentions resolve to.
package final class Entity: Sendable {
  package let id: EntityID
  /// As printed somewhere in the corpus, the fullest form.
  package let name: String
  package let kind: EntityKind
  /// By count, then text.
  package let aliases: [Alias]
  /// Articles that mention it, by id.
  package let articles: [ArticleID]
  /// The first mention of each article, and every one that gives an alias: what proves that it is there.
  package let mentionCount: Int
  /// Why it has, or has not, a page of its own.
  package let promotion: Promotion

  package init(
    id: EntityID, name: String, kind: EntityKind, aliases: [Alias], articles: [ArticleID], mentionCount: Int,
    promotion: Promotion
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.articles = articles
    self.mentionCount = mentionCount
    self.promotion = promotion
  }
}

/// The rule by which an entity has a page, or why it has none.
package enum Promotion: String, Sendable, Hashable {
  case namedInSeveralArticles = "named-in-several-articles"
  case speaks
  case attendsAnEvent = "attends-an-event"
  case decided
  case none

  package var hasPage: Bool { self != .none }
}

/// A form in which an entity is named.
package struct Alias: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case full, short, honorific, acronym, spelling, typo, description, metonym
  }

  package let text: String
  package let kind: Kind
  package let count: Int
  /// Sorted.
  package let outlets: [String]
  /// How often each of the outlets prints it; empty where that was not counted.
  package let outletCounts: [Int]
  /// The first place where it is printed.
  package let first: Citation

  package init(
    text: String, kind: Kind, count: Int, outlets: [String], outletCounts: [Int] = [], first: Citation
  ) {
    self.text = text
    self.kind = kind
    self.count = count
    self.outlets = outlets
    self.outletCounts = outletCounts
    self.first = first
  }
}

/// Something that happened, or is planned, at a time.
package final class Event: Sendable {
  package let id: EventID
  /// A stretch of the clearest source sentence, shortened only by cutting.
  package let title: String
  /// Where the title stands.
  package let titleSource: Citation
  package let when: Claim<EDTF>?
  package let status: EventMention.Status
  package let place: Claim<EntityID>?
  /// Who takes part, and whom what was said there is about; by id.
  package let participants: [EntityID]
  /// By article.
  package let coverage: [Coverage]
  /// What made several mentions one event: "same quotation", "same day, same two actors".
  package let signals: [Rule]
  package let hasPage: Bool

  package init(
    id: EventID, title: String, titleSource: Citation, when: Claim<EDTF>?, status: EventMention.Status,
    place: Claim<EntityID>?, participants: [EntityID], coverage: [Coverage], signals: [Rule], hasPage: Bool
  ) {
    self.id = id
    self.title = title
    self.titleSource = titleSource
    self.when = when
    self.status = status
    self.place = place
    self.participants = participants
    self.coverage = coverage
    self.signals = signals
    self.hasPage = hasPage
  }

  /// Whether some article has it as its subject; the others are background.
  package var isReported: Bool { coverage.contains { $0.role == .reported } }
}

/// What one article tells of an event.
package struct Coverage: Sendable, Hashable {
  package enum Role: String, Sendable, Hashable { case reported, mentioned }

  package let article: ArticleID
  package let role: Role
  /// Indexes into the article's sentences, in order.
  package let sentences: [Int]

  package init(article: ArticleID, role: Role, sentences: [Int]) {
    self.article = article
    self.role = role
    self.sentences = sentences
  }
}

/// The same words, said once, as several articles print them.
package final class QuoteFamily: Sendable {
  package struct Variant: Sendable, Hashable {
    package let citation: Citation
    /// Index into the article's quotations.
    package let quotation: Int
    /// Against the family's first variant.
    package let difference: Difference
    /// Where the words differ from the first variant's, in order.
    package let edits: [Edit]

    package init(citation: Citation, quotation: Int, difference: Difference, edits: [Edit] = []) {
      self.citation = citation
      self.quotation = quotation
      self.difference = difference
      self.edits = edits
    }
  }

  /// A place where two variants differ: what stands in the first one's article, and what stands here instead.
  ///
  /// One of the ranges is empty where words are only in the other.
  package struct Edit: Sendable, Hashable {
    /// `spelling` where it is one word in two spellings, `wording` for all else.
    package let kind: Difference
    package let before: TextRange
    package let after: TextRange

    package init(kind: Difference, before: TextRange, after: TextRange) {
      self.kind = kind
      self.before = before
      self.after = after
    }
  }

  package enum Difference: String, Sendable, Hashable, CaseIterable {
    case identical, punctuation, spelling, wording, cut, translation
  }

  package let id: String
  /// Nil where no article names the speaker.
  package let speaker: EntityID?
  /// The words by which the first variant names or describes the speaker; empty where there are none.
  package let speakerText: String
  package let event: EventID?
  /// The first is the one the others are compared with.
  package let variants: [Variant]

  package init(id: String, speaker: EntityID?, speakerText: String, event: EventID?, variants: [Variant]) {
    self.id = id
    self.speaker = speaker
    self.speakerText = speakerText
    self.event = event
    self.variants = variants
  }
}

/// Figures that count the same thing.
package struct FigureGroup: Sendable, Hashable {
  package struct Value: Sendable, Hashable {
    package let article: ArticleID
    /// Index into the article's figures.
    package let figure: Int
    /// The parts of the key as this article words them: where, when, by whose account; nil where it does not say.
    package let place: TextRange?
    package let time: TextRange?
    package let source: TextRange?

    package init(
      article: ArticleID, figure: Int, place: TextRange? = nil, time: TextRange? = nil,
      source: TextRange? = nil
    ) {
      self.article = article
      self.figure = figure
      self.place = place
      self.time = time
      self.source = source
    }
  }

  /// How the values stand to each other: told, never judged.
  package enum Agreement: String, Sendable, Hashable, CaseIterable {
    /// The same number in the same words for how sure it is.
    case same
    /// The same number, with another word for how sure it is.
    case qualifier
    /// Other numbers that can all be true of one count: some are rounded more than others.
    case precision
    /// Numbers that cannot.
    case numbers
  }

  package let id: String
  /// What is counted, in words of a source.
  package let what: String
  package let agreement: Agreement
  package let values: [Value]

  package init(id: String, what: String, agreement: Agreement = .same, values: [Value]) {
    self.id = id
    self.what = what
    self.agreement = agreement
    self.values = values
  }
}

/// A run of words that two articles print alike outside quotation marks: a sign that they come from one text.
///
/// Words shared inside a quotation prove only that both report one statement.
package struct SharedCopy: Sendable, Hashable {
  /// Of the two the one whose article's id comes first.
  package let first: Citation
  package let second: Citation
  package let wordCount: Int

  package init(first: Citation, second: Citation, wordCount: Int) {
    self.first = first
    self.second = second
    self.wordCount = wordCount
  }
}
