extension Decision.Action {
  /// The line that says this, without who stands behind it: what an editor copies, and what is read back as the same.
  package var written: String {
    switch self {
    case .date(let role, let article, let date): "\(role.rawValue) \(article.written) \(date)"
    case .notDate(let article, let words): "not-date \(article.written) \(Self.quoted(words))"
    case .eventDate(let event, let date): "event-date \(event.written) \(date)"
    case .outlet(let article, let name): "outlet \(article.written) \(Self.quoted(name))"
    case .relay(let article, let name): "relay \(article.written) \(Self.quoted(name))"
    case .title(let article, let title): "title \(article.written) \(Self.quoted(title))"
    case .join(let article, let end, let start):
      "join \(article.written) \(Self.quoted(end)) | \(Self.quoted(start))"
    case .notice(let article, let words): "notice \(article.written) \(Self.quoted(words))"
    case .same, .notSame, .successor, .split, .means, .hide, .page, .redact: writtenOfEntities
    case .pin, .include, .exclude, .merge, .link: writtenOfEvents
    case .speaker(let article, let words, let speaker):
      "speaker \(article.written) \(Self.quoted(words)) \(Self.written(speaker))"
    case .notSpeech(let article, let words): "not-speech \(article.written) \(Self.quoted(words))"
    case .sameQuote(let words, let articles):
      "same-quote \(Self.quoted(words)) \(Self.written(articles, between: " "))"
    case .notSameQuote(let words, let articles):
      "not-same-quote \(Self.quoted(words)) \(Self.written(articles, between: " "))"
    case .figureKey(let article, let words, let key):
      "figure-key \(article.written) \(Self.quoted(words)) what=\(Self.quoted(key))"
    case .excerpt(let subject, let words): "excerpt \(Self.written(subject)) \(words)w"
    case .withhold(let subject): "withhold \(Self.written(subject))"
    }
  }

  private var writtenOfEntities: String {
    switch self {
    case .same(let entity, let name, let kind, let scope):
      "same \(entity.written) \(name.written)" + (kind.map { " kind=\($0.rawValue)" } ?? "")
        + Self.written(scope)
    case .notSame(let entity, let name, let scope):
      "not-same \(entity.written) \(name.written)" + Self.written(scope)
    case .successor(let from, let to): "successor \(from.written) \(to.written)"
    case .split(let from, let passage, let to):
      "split \(from.written) \(Self.written(passage)) -> \(to.written)"
    case .means(let passage, let entity): "is \(Self.written(passage)) \(entity.written)"
    case .hide(let entity): "hide \(entity.written)"
    case .page(let entity): "page \(entity.written)"
    case .redact(let entity, let words): "redact \(entity.written) as=\(Self.quoted(words))"
    default: ""
    }
  }

  private var writtenOfEvents: String {
    switch self {
    case .pin(let event, let title, let place):
      "pin \(event.written)" + (title.map { " title=\(Self.quoted($0))" } ?? "")
        + (place.map { " place=\($0.written)" } ?? "")
    case .include(let event, let articles):
      "in \(event.written) \(Self.written(articles, between: " "))"
    case .exclude(let event, let articles):
      "not-in \(event.written) \(Self.written(articles, between: " "))"
    case .merge(let event, let others): "merge " + ([event] + others).map(\.written).joined(separator: " ")
    case .link(let from, let to, let relation):
      "link \(from.written) \(to.written) as=\(Self.quoted(relation))"
    default: ""
    }
  }

  /// Words in quotation marks, as a line has them.
  package static func quoted(_ words: String) -> String {
    // Hardly any words hold what would end them, and every row of a page asks.
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }) else {
      return "\"" + words + "\""
    }
    return "\"" + words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func written(_ articles: [ArticleSelector], between separator: String) -> String {
    articles.map(\.written).joined(separator: separator)
  }

  private static func written(_ scope: [ArticleSelector]) -> String {
    scope.isEmpty ? "" : " in=" + written(scope, between: ",")
  }

  private static func written(_ passage: Decision.Passage) -> String {
    quoted(passage.words) + written(passage.articles) + (passage.near.map { " near=\(quoted($0))" } ?? "")
  }

  private static func written(_ speaker: Decision.Speaker) -> String {
    switch speaker {
    case .entity(let entity): entity.written
    case .described(let words): quoted(words)
    case .nobody: "-"
    }
  }

  private static func written(_ subject: Decision.Subject) -> String {
    switch subject {
    case .article(let article): article.written
    case .outlet(let name): "outlet:" + name
    }
  }
}

extension EntitySelector {
  /// How a line names an entity: by its id.
  package init(_ entity: Entity) {
    let prefix = entity.kind.rawValue + "-"
    let id = entity.id.string
    let slug = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    switch entity.kind {
    case .person: self.init(.person, slug)
    case .organization, .group: self.init(.org, slug)
    case .country: self.init(.country, slug)
    case .place: self.init(.place, slug)
    case .other: self.init(.other, slug)
    }
  }
}
