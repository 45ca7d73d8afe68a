import DossierModel
import DossierPages
import DossierSource

/// What stands behind the claims on one thing: value, basis, rule, sentences, the editor's lines, and the line that
/// would change each.
package struct Explanation: Sendable {
  /// A claim, as lines to print.
  struct Row: Sendable {
    let title: String
    var details: [String]

    func mentions(_ words: String) -> Bool {
      title.lowercased().contains(words) || details.contains { $0.lowercased().contains(words) }
    }
  }

  package let title: String
  let rows: [Row]
  /// The path of its page in the site, where it has one.
  package private(set) var page: String?

  init(title: String, rows: [Row]) { (self.title, self.rows) = (title, rows) }

  func on(_ page: PagePath?) -> Explanation {
    var explanation = self
    explanation.page = page?.string
    return explanation
  }

  /// All rows, or those with some words in them, without regard to case.
  package func text(about words: String? = nil) -> String {
    let shown = words.map { words in rows.filter { $0.mentions(words.lowercased()) } } ?? rows
    var text = title + "\n"
    for row in shown { text += "\n" + row.title + "\n" + row.details.map { "  " + $0 + "\n" }.joined() }
    return text
  }

  package func hasRows(about words: String) -> Bool { rows.contains { $0.mentions(words.lowercased()) } }
}

/// Finds what a name on the command line means in a dossier, and explains it.
struct Explainer {
  private let dossier: Dossier
  private let articles: [ArticleID: Int]

  init(_ dossier: Dossier) {
    self.dossier = dossier
    articles = Dictionary(
      dossier.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// By the path of a page, an id, or an id as lines write it; nil where nothing is called so.
  func explanation(of name: String) -> Explanation? {
    let links = SitePlan(of: dossier).links
    if let article = dossier.articles.first(where: {
      name == "a:\($0.id)" || name == $0.id.string || name == links.articles[$0.id]?.string
    }) {
      return explanation(of: article).on(links.articles[article.id])
    }
    if let entity = dossier.entities.first(where: {
      name == $0.id.string || name == EntitySelector($0).written || name == links.path(of: $0.id)?.string
    }) {
      return explanation(of: entity).on(links.path(of: entity.id))
    }
    if let event = dossier.events.first(where: {
      name == $0.id.string || name == "ev:\($0.id)" || name == links.path(of: $0.id)?.string
    }) {
      return explanation(of: event).on(links.path(of: event.id))
    }
    return dossier.quoteFamilies.first { $0.id == name }.map(explanation(of:))
      ?? dossier.figureGroups.first { $0.id == name }.map(explanation(of:))
  }

  /// The page of each article, with its source.
  var articlePages: [(source: SourcePath, page: String)] {
    let links = SitePlan(of: dossier).links
    return dossier.articles.compactMap { linked in
      links.articles[linked.id].map { (linked.article.source, $0.string) }
    }
  }

  // MARK: Articles

  private func explanation(of linked: LinkedArticle) -> Explanation {
    let selector = ArticleSelector(linked.id.string)
    var rows: [Explanation.Row] = []
    let dates: [(String, Decision.DateRole, Claim<EDTF>?)] = [
      ("published", .published, linked.published), ("updated", .updated, linked.updated),
      ("copied", .copied, linked.retrieved),
    ]
    for case (let name, let role, let claim?) in dates {
      rows.append(row(name, claim, changedBy: .date(role, selector, claim.value)))
    }
    for (time, resolved) in zip(linked.annotated.times, linked.times) {
      let words = String(linked.article.text[time.range])
      rows.append(
        Explanation.Row(
          title: "time \"\(words)\": \(resolved.edtf?.description ?? resolved.timex)",
          details: ["\(resolved.basis.rawValue), \(resolved.rule)"] + quoted([cite(linked, time.range)])
            + ["to change: " + Decision.Action.notDate(selector, words).written]))
    }
    for (mention, link) in zip(linked.annotated.mentions, linked.mentionLinks) {
      let words = String(linked.article.text[mention.range])
      let entity = link.entity.map { EntitySelector(id: $0, in: dossier).written }
      rows.append(
        Explanation.Row(
          title: "name \"\(words)\": \(entity ?? "not linked")",
          details: ["\(link.ground.rawValue), \(mention.rule)"] + quoted([cite(linked, mention.range)])
            + ["to change: is \(Decision.Action.quoted(words)) in=\(selector.written) person:…"]))
    }
    return Explanation(
      title: "a:\(linked.id): \(linked.article.metadata.title)",
      rows: rows + lines(dossier.record.ofArticles[linked.id]))
  }

  // MARK: Entities, events, quotations

  private func explanation(of entity: Entity) -> Explanation {
    let selector = EntitySelector(entity)
    var rows = [
      Explanation.Row(
        title: "page: \(entity.promotion.hasPage ? "yes" : "no")",
        details: [
          entity.promotion.rawValue,
          "to change: "
            + (entity.promotion.hasPage ? Decision.Action.hide(selector) : .page(selector)).written,
        ])
    ]
    for alias in entity.aliases {
      let times = alias.count == 1 ? "once" : "\(alias.count) times"
      rows.append(
        Explanation.Row(
          title: "name \"\(alias.text)\": \(alias.kind.rawValue), \(times)",
          details: quoted([alias.first]) + [
            "to change: "
              + Decision.Action.notSame(selector, .printed(alias.text), in: []).written
          ]))
    }
    return Explanation(
      title: "\(selector.written): \(entity.name)", rows: rows + lines(dossier.record.ofEntities[entity.id]))
  }

  private func explanation(of event: Event) -> Explanation {
    let selector = EventSelector(event.id.string)
    var rows: [Explanation.Row] = []
    if let when = event.when {
      rows.append(row("when", when, changedBy: .eventDate(selector, when.value)))
    }
    if let place = event.place {
      let name = EntitySelector(id: place.value, in: dossier)
      var row = row("place", place, changedBy: .pin(selector, title: nil, place: name))
      row = Explanation.Row(title: "place: \(name.written)", details: row.details)
      rows.append(row)
    }
    rows.append(
      Explanation.Row(title: "title: \(event.title)", details: quoted([event.titleSource])))
    for coverage in event.coverage {
      guard let linked = articles[coverage.article].map({ dossier.articles[$0] }) else { continue }
      let sentences = coverage.sentences.filter(linked.annotated.sentences.indices.contains).map {
        Citation(article: linked.id, range: linked.annotated.sentences[$0].range)
      }
      rows.append(
        Explanation.Row(
          title: "\(coverage.role.rawValue) by a:\(coverage.article)",
          details: quoted(sentences) + [
            "to change: "
              + Decision.Action.exclude(selector, [ArticleSelector(coverage.article.string)]).written
          ]))
    }
    if !event.signals.isEmpty {
      rows.append(
        Explanation.Row(title: "one event because of", details: event.signals.map(\.name)))
    }
    return Explanation(
      title: "ev:\(event.id): \(event.title)", rows: rows + lines(dossier.record.ofEvents[event.id]))
  }

  private func explanation(of family: QuoteFamily) -> Explanation {
    let speaker = family.speaker.map { EntitySelector(id: $0, in: dossier).written }
    let rows = family.variants.compactMap { variant -> Explanation.Row? in
      guard let linked = articles[variant.citation.article].map({ dossier.articles[$0] }),
        linked.annotated.quotations.indices.contains(variant.quotation)
      else { return nil }
      let attribution = linked.annotated.quotations[variant.quotation].speaker?.attribution.rawValue
      let words = String(linked.article.text[variant.citation.range].prefix(60))
      return Explanation.Row(
        title: "a:\(linked.id): \(variant.difference.rawValue)",
        details: ["speaker: " + (attribution ?? "not named")] + quoted([variant.citation]) + [
          "to change: speaker a:\(linked.id) \(Decision.Action.quoted(words)) person:…"
        ])
    }
    return Explanation(
      title: "\(family.id): \(speaker ?? "speaker not named")",
      rows: rows + lines(dossier.record.ofQuotes[family.id]))
  }

  private func explanation(of group: FigureGroup) -> Explanation {
    let rows = group.values.compactMap { value -> Explanation.Row? in
      guard let linked = articles[value.article].map({ dossier.articles[$0] }),
        linked.annotated.figures.indices.contains(value.figure)
      else { return nil }
      let range = linked.annotated.figures[value.figure].range
      let words = String(linked.article.text[range])
      let change = Decision.Action.figureKey(ArticleSelector(linked.id.string), words, key: group.what)
      return Explanation.Row(
        title: "a:\(linked.id): \(words)",
        details: quoted([cite(linked, range)]) + ["to change: " + change.written])
    }
    return Explanation(
      title: "\(group.id): \(group.what), \(group.agreement.rawValue)",
      rows: rows + lines(dossier.record.ofFigures[group.id]))
  }

  // MARK: Parts of rows

  private func row<Value>(
    _ name: String, _ claim: Claim<Value>, changedBy change: Decision.Action
  ) -> Explanation.Row {
    var details = ["\(claim.basis.rawValue), \(claim.rule)"]
    if let printed = claim.printed { details.append("printed: " + printed) }
    details += quoted(claim.evidence)
    if let decision = claim.decision.flatMap(dossier.record.decision) {
      details.append("\(decision.location): \(decision.line)")
    }
    details.append("to change: " + change.written)
    return Explanation.Row(title: "\(name): \(claim.value)", details: details)
  }

  private func lines(_ decisions: [DecisionID]?) -> [Explanation.Row] {
    let told = (decisions ?? []).compactMap(dossier.record.decision)
    guard !told.isEmpty else { return [] }
    return [Explanation.Row(title: "decisions", details: told.map { "\($0.location): \($0.line)" })]
  }

  private func cite(_ linked: LinkedArticle, _ range: TextRange) -> Citation {
    Citation(article: linked.id, range: range)
  }

  /// The sentences that citations stand in, each once.
  private func quoted(_ citations: [Citation]) -> [String] {
    var told: [String] = []
    for citation in citations {
      guard let linked = articles[citation.article].map({ dossier.articles[$0] }),
        let sentence = linked.annotated.sentences.last(where: {
          $0.range.lowerBound <= citation.range.lowerBound
        })
      else { continue }
      let text = linked.article.text[sentence.range].split(whereSeparator: \.isNewline).joined(separator: " ")
      let line = "a:\(linked.id) \(sentence.id): \(text)"
      if !told.contains(line) { told.append(line) }
    }
    return told
  }
}

extension EntitySelector {
  fileprivate init(id: EntityID, in dossier: Dossier) {
    if let entity = dossier.entities.first(where: { $0.id == id }) {
      self.init(entity)
    } else {
      self.init(.other, id.string)
    }
  }
}

extension SiteBuilder {
  /// Explains what the page or id of a site stands for.
  ///
  /// Beside it stand the pages of all articles by the paths of their sources.
  package func explanation(
    of name: String, in workspace: Workspace, without outputs: [String], on machine: BuildMachine
  ) async -> (explanation: Explanation?, sources: [String: String], diagnostics: [Diagnostic]) {
    var run = BuildRun()
    let builder = extended(for: workspace, on: machine)
    let linked = await builder.dossier(of: workspace, without: outputs, nil, on: machine, run: &run)
    guard let linked else { return (nil, [:], run.diagnostics.sorted()) }
    let explainer = Explainer(linked)
    let sources = explainer.articlePages.map {
      (workspace.content.appending(path: $0.source.string), $0.page)
    }
    return (
      explainer.explanation(of: name), Dictionary(sources) { first, _ in first }, run.diagnostics.sorted()
    )
  }
}
