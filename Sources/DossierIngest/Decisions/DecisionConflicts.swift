import DossierModel

/// Finds lines that contradict each other as they are written: later files do not silently win.
enum DecisionConflicts {
  /// What a line lays down: two that lay down different values of one thing contradict each other.
  private struct Setting {
    let thing: String
    let value: String

    init(_ thing: [String], _ value: String) {
      self.thing = thing.joined(separator: "\u{1F}")
      self.value = value
    }
  }

  static func found(
    in decisions: [Decision], articles: [ArticleSelector: ArticleID]
  ) -> [DecisionConflict] {
    var settings: [String: (value: String, decision: DecisionID)] = [:]
    var conflicts: Set<DecisionConflict> = []
    for decision in decisions {
      let reader = SettingReader(articles: articles)
      for setting in reader.settings(of: decision.action) {
        guard let known = settings[setting.thing] else {
          settings[setting.thing] = (setting.value, decision.id)
          continue
        }
        if known.value != setting.value { conflicts.insert(DecisionConflict(known.decision, decision.id)) }
      }
    }
    return conflicts.sorted()
  }

  private struct SettingReader {
    let articles: [ArticleSelector: ArticleID]

    private func id(_ selector: ArticleSelector) -> String {
      articles[selector]?.string ?? selector.written
    }

    private func ids(_ selectors: [ArticleSelector]) -> String {
      selectors.map(id).sorted().joined(separator: ",")
    }

    func settings(of action: Decision.Action) -> [Setting] {
      switch action {
      case .date(let role, let article, let date): [Setting([role.rawValue, id(article)], date.description)]
      case .eventDate(let event, let date): [Setting(["event-date", event.name], date.description)]
      case .outlet(let article, let name): [Setting(["outlet", id(article)], name)]
      case .title(let article, let title): [Setting(["title", id(article)], title)]
      case .same, .notSame, .successor, .split, .means, .hide, .page, .redact: entitySettings(of: action)
      case .pin, .include, .exclude, .link: eventSettings(of: action)
      case .speaker(let article, let words, let speaker):
        [Setting(["speech", id(article), words], Self.written(speaker))]
      case .notSpeech(let article, let words): [Setting(["speech", id(article), words], "not speech")]
      case .figureKey(let article, let words, let key): [Setting(["figure", id(article), words], key)]
      case .excerpt(let subject, let words): [Setting(["excerpt", self.subject(subject)], String(words))]
      case .sameQuote(let words, let articles): [Setting(["quote", words, ids(articles)], "one")]
      case .notSameQuote(let words, let articles): [Setting(["quote", words, ids(articles)], "two")]
      case .notDate, .relay, .join, .notice, .merge, .withhold: []
      }
    }

    private func entitySettings(of action: Decision.Action) -> [Setting] {
      switch action {
      case .same(let entity, let name, _, let scope):
        [Setting(pair(entity.written, name.written, scope), "one")]
      case .notSame(let entity, let name, let scope):
        [Setting(pair(entity.written, name.written, scope), "two")]
      case .successor(let from, let to): [Setting(pair(from.written, to.written, []), "two")]
      case .split(let from, let passage, let to):
        [
          Setting(
            ["split", from.written, passage.words, ids(passage.articles), passage.near ?? ""], to.written)
        ]
      case .means(let passage, let entity):
        [Setting(["is", passage.words, ids(passage.articles), passage.near ?? ""], entity.written)]
      case .hide(let entity): [Setting(["page", entity.written], "hidden")]
      case .page(let entity): [Setting(["page", entity.written], "page")]
      case .redact(let entity, let words): [Setting(["redact", entity.written], words)]
      default: []
      }
    }

    private func pair(_ one: String, _ other: String, _ scope: [ArticleSelector]) -> [String] {
      ["names"] + [one, other].sorted() + [ids(scope)]
    }

    private func eventSettings(of action: Decision.Action) -> [Setting] {
      switch action {
      case .pin(let event, let title, let place):
        (title.map { [Setting(["title", event.name], $0)] } ?? [])
          + (place.map { [Setting(["place", event.name], $0.written)] } ?? [])
      case .include(let event, let articles): articles.map { Setting(["in", event.name, id($0)], "in") }
      case .exclude(let event, let articles): articles.map { Setting(["in", event.name, id($0)], "out") }
      case .link(let from, let to, let relation): [Setting(["link", from.name, to.name], relation)]
      default: []
      }
    }

    private func subject(_ subject: Decision.Subject) -> String {
      switch subject {
      case .article(let article): id(article)
      case .outlet(let name): "outlet:" + name
      }
    }

    private static func written(_ speaker: Decision.Speaker) -> String {
      switch speaker {
      case .entity(let entity): entity.written
      case .described(let words): "\"" + words + "\""
      case .nobody: "-"
      }
    }
  }
}
