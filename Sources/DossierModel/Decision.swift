import DossierSource

/// A decision's place among all lines of the editor, in the order of their files: how claims name it.
package struct DecisionID: Hashable, Sendable, Comparable {
  package let number: Int
  package init(_ number: Int) { self.number = number }
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A line by the editor, which beats every rule.
package struct Decision: Sendable, Hashable {
  package let id: DecisionID
  package let action: Action
  package let signature: Signature
  /// Whether the line only says that the machine is not to propose this: `not-` before a verb.
  package let isRejection: Bool
  /// The file below the content folder, and the line.
  package let location: SourceLocation
  /// The line as it is written, without its comment.
  package let line: String

  package init(
    id: DecisionID, action: Action, signature: Signature, isRejection: Bool = false,
    location: SourceLocation, line: String
  ) {
    self.isRejection = isRejection
    self.id = id
    self.action = action
    self.signature = signature
    self.location = location
    self.line = line
  }

  /// What stands behind a decision: who made it, when and why, and whether readers are told.
  package struct Signature: Sendable, Hashable {
    package var by: String?
    package var on: String?
    package var why: String?
    package var isPublic = false

    package init() {}
  }
}

/// An article as a line names it: its id or the beginning of that, or the path of its source.
package struct ArticleSelector: Sendable, Hashable {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var written: String { "a:" + name }
}

/// An entity as a line names it: its sort and its id without that, or one of its names.
package struct EntitySelector: Sendable, Hashable {
  /// What a name may stand for; `org` is any body that acts.
  package enum Sort: String, Sendable, Hashable, CaseIterable {
    case person, org, organization, group, country, place, other
  }

  package let sort: Sort
  package let name: String

  package init(_ sort: Sort, _ name: String) {
    self.sort = sort
    self.name = name
  }

  package var written: String {
    let isBare = name.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") }
    return sort.rawValue + ":" + (isBare ? name : "\"" + name + "\"")
  }
}

/// An event as a line names it: its id, or the name that another line gives it.
package struct EventSelector: Sendable, Hashable {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var written: String { "ev:" + name }
}

extension Decision {
  /// The words that lines begin with, in the order in which the guide explains them.
  package enum Verb: String, Sendable, Hashable, CaseIterable {
    case published, updated, copied
    case notDate = "not-date"
    case eventDate = "event-date"
    case outlet, relay, title, join, notice
    case same
    case notSame = "not-same"
    case successor, split
    case means = "is"
    case hide, page
    case pin
    case include = "in"
    case exclude = "not-in"
    case merge, link
    case speaker
    case notSpeech = "not-speech"
    case sameQuote = "same-quote"
    case notSameQuote = "not-same-quote"
    case figureKey = "figure-key"
    case excerpt, withhold, redact
  }

  /// Which of an article's dates a line sets.
  package enum DateRole: String, Sendable, Hashable { case published, updated, copied }

  /// The other side of `same` and `not-same`: an entity, or words as some article prints them.
  package enum Name: Sendable, Hashable {
    case entity(EntitySelector)
    case printed(String)

    package var written: String {
      switch self {
      case .entity(let entity): entity.written
      case .printed(let words): "\"" + words + "\""
      }
    }
  }

  /// Words of a source, and where they stand: in which articles, and beside which other words.
  package struct Passage: Sendable, Hashable {
    package let words: String
    /// Empty where any article is meant.
    package let articles: [ArticleSelector]
    package let near: String?

    package init(_ words: String, in articles: [ArticleSelector] = [], near: String? = nil) {
      self.words = words
      self.articles = articles
      self.near = near
    }
  }

  /// Who a line says has spoken.
  package enum Speaker: Sendable, Hashable {
    case entity(EntitySelector)
    /// Described in the article's own words, not named.
    case described(String)
    /// The article does not say.
    case nobody
  }

  /// What an excerpt or withheld text is of.
  package enum Subject: Sendable, Hashable {
    case article(ArticleSelector)
    /// By its name or the slug of it.
    case outlet(String)
  }

  /// What a line sets.
  package enum Action: Sendable, Hashable {
    case date(DateRole, ArticleSelector, EDTF)
    case notDate(ArticleSelector, String)
    case eventDate(EventSelector, EDTF)
    case outlet(ArticleSelector, String)
    case relay(ArticleSelector, String)
    case title(ArticleSelector, String)
    case join(ArticleSelector, end: String, start: String)
    case notice(ArticleSelector, String)
    case same(EntitySelector, Name, kind: Alias.Kind?, in: [ArticleSelector])
    case notSame(EntitySelector, Name, in: [ArticleSelector])
    case successor(EntitySelector, EntitySelector)
    case split(EntitySelector, Passage, to: EntitySelector)
    case means(Passage, EntitySelector)
    case hide(EntitySelector)
    case page(EntitySelector)
    case pin(EventSelector, title: String?, place: EntitySelector?)
    case include(EventSelector, [ArticleSelector])
    case exclude(EventSelector, [ArticleSelector])
    case merge(EventSelector, [EventSelector])
    case link(EventSelector, EventSelector, as: String)
    case speaker(ArticleSelector, String, Speaker)
    case notSpeech(ArticleSelector, String)
    case sameQuote(String, [ArticleSelector])
    case notSameQuote(String, [ArticleSelector])
    case figureKey(ArticleSelector, String, key: String)
    case excerpt(Subject, words: Int)
    case withhold(Subject)
    case redact(EntitySelector, as: String)
  }

  package var verb: Verb {
    switch action {
    case .date(.published, _, _): .published
    case .date(.updated, _, _): .updated
    case .date(.copied, _, _): .copied
    case .notDate: .notDate
    case .eventDate: .eventDate
    case .outlet: .outlet
    case .relay: .relay
    case .title: .title
    case .join: .join
    case .notice: .notice
    case .same: .same
    case .notSame: .notSame
    case .successor: .successor
    case .split: .split
    case .means: .means
    case .hide: .hide
    case .page: .page
    case .pin: .pin
    case .include: .include
    case .exclude: .exclude
    case .merge: .merge
    case .link: .link
    case .speaker: .speaker
    case .notSpeech: .notSpeech
    case .sameQuote: .sameQuote
    case .notSameQuote: .notSameQuote
    case .figureKey: .figureKey
    case .excerpt: .excerpt
    case .withhold: .withhold
    case .redact: .redact
    }
  }

  /// The articles that a line names.
  package var articles: [ArticleSelector] {
    switch action {
    case .date(_, let article, _), .notDate(let article, _), .outlet(let article, _), .relay(let article, _),
      .title(let article, _), .join(let article, _, _), .notice(let article, _), .speaker(let article, _, _),
      .notSpeech(let article, _), .figureKey(let article, _, _):
      [article]
    case .same(_, _, _, let articles), .notSame(_, _, let articles), .include(_, let articles),
      .exclude(_, let articles), .sameQuote(_, let articles), .notSameQuote(_, let articles):
      articles
    case .split(_, let passage, _), .means(let passage, _): passage.articles
    case .excerpt(.article(let article), _), .withhold(.article(let article)): [article]
    case .eventDate, .successor, .hide, .page, .pin, .merge, .link, .redact, .excerpt, .withhold: []
    }
  }
}
