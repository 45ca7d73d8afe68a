import DossierModel
import DossierSource

/// Suggests lines to the editor: what the machine decided and a person should look at, in the editor's own grammar.
///
/// It proposes only what it can show sentences for, and nothing that a line has already accepted or rejected.
package struct ProposalFinder: Sendable {
  /// Articles named in one line; what more of them tell is beyond doubt, or beyond looking at.
  private static let mostArticles = 12
  /// Words of a quotation by which a line names it.
  private static let quotedWords = 8

  private let knowledge: KnowledgeBase

  package init(knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// The proposals for a dossier, by kind and then by place.
  package func proposals(for dossier: Dossier) -> [Proposal] {
    let reader = CorpusReading(dossier)
    let names = NameProposals(reader: reader, words: knowledge.words)
    let found =
      names.misprints() + names.nearNames() + names.successors() + articleProposals(reader)
      + eventProposals(reader) + quotationProposals(reader) + figureProposals(reader)
    let answered = Set(dossier.record.decisions.map { Self.question(of: $0.action) })
    let order = Dictionary(
      Proposal.Kind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return found.filter { proposal in
      !proposal.actions.allSatisfy { answered.contains(Self.question(of: $0)) }
    }
    .enumerated().sorted { left, right in
      let (one, other) = (order[left.element.kind] ?? 0, order[right.element.kind] ?? 0)
      return one != other ? one < other : left.offset < right.offset
    }.map(\.element)
  }

  /// What a line answers, whether with yes or with no.
  private static func question(of action: Decision.Action) -> String {
    switch action {
    case .same(let entity, let name, _, let scope), .notSame(let entity, let name, let scope):
      Decision.Action.same(entity, name, kind: nil, in: scope).written
    case .exclude(let event, let articles): Decision.Action.include(event, articles).written
    case .notSameQuote(let words, let articles): Decision.Action.sameQuote(words, articles).written
    default: action.written
    }
  }

  // MARK: Articles

  private func articleProposals(_ reader: CorpusReading) -> [Proposal] {
    reader.dossier.articles.flatMap { linked in
      let article = ArticleSelector(linked.id.string)
      var found: [Proposal] = []
      if let copied = linked.retrieved, copied.basis != .decided, copied.rule.name == "page-header-date" {
        found.append(
          Proposal(
            .visitDate, [.date(.copied, article, copied.value)], evidence: copied.evidence,
            printed: copied.printed))
      }
      if let published = linked.published, published.basis == .inferred, published.value.day == nil {
        found.append(
          Proposal(
            .publicationBounds, [.date(.published, article, published.value)], evidence: published.evidence,
            printed: published.printed))
      }
      found += speakers(of: linked) + repairs(of: linked)
      for notice in linked.article.notices {
        let words = Self.opening(of: notice[...], words: Self.quotedWords)
        found.append(Proposal(.notice, [.notice(article, words)], evidence: [], printed: notice))
      }
      return found
    }
  }

  /// Speakers that are carried over from another sentence: the weakest of attributions.
  private func speakers(of linked: LinkedArticle) -> [Proposal] {
    linked.annotated.quotations.compactMap { quotation in
      guard quotation.use == .speech, quotation.within == nil, quotation.continues == nil,
        let speaker = quotation.speaker, speaker.attribution == .carriedOver,
        let mention = speaker.mention, linked.mentionLinks.indices.contains(mention),
        let id = linked.mentionLinks[mention].entity
      else { return nil }
      let words = Self.opening(of: linked.article.text[quotation.range], words: Self.quotedWords)
      return Proposal(
        .speaker,
        [.speaker(ArticleSelector(linked.id.string), words, .entity(EntitySelector(id: id)))],
        evidence: [
          Citation(article: linked.id, range: speaker.range),
          Citation(article: linked.id, range: quotation.range),
        ].sorted())
    }
  }

  /// Line breaks that were mended.
  private func repairs(of linked: LinkedArticle) -> [Proposal] {
    linked.article.repairs.compactMap { seam in
      let text = linked.article.text
      guard let block = linked.article.blocks.first(where: { $0.range.contains(seam) })?.range else {
        return nil
      }
      let before = text[TextRange(block.lowerBound, seam)].split(separator: " ").suffix(3)
      let after = text[TextRange(seam, block.upperBound)].split(separator: " ").prefix(3)
      guard !before.isEmpty, !after.isEmpty else { return nil }
      return Proposal(
        .paragraph,
        [
          .join(
            ArticleSelector(linked.id.string), end: before.joined(separator: " "),
            start: after.joined(separator: " "))
        ],
        evidence: [Citation(article: linked.id, range: TextRange(seam, seam))])
    }
  }

  // MARK: Events

  private func eventProposals(_ reader: CorpusReading) -> [Proposal] {
    let quoted = reader.eventsConfirmedByQuotation()
    return reader.dossier.events.compactMap { event in
      guard (2...Self.mostArticles).contains(event.coverage.count) else { return nil }
      let reporting = event.coverage.filter { $0.role == .reported }
      let kind: Proposal.Kind
      if reporting.count > 1, quoted.contains(event.id) {
        kind = .event
      } else if reporting.isEmpty, event.status == .happened {
        kind = .backgroundEvent
      } else {
        return nil
      }
      let articles = event.coverage.map { ArticleSelector($0.article.string) }
      return Proposal(
        kind, [.include(EventSelector(event.id.string), articles)],
        evidence: event.coverage.compactMap { reader.sentence($0.sentences.first, of: $0.article) })
    }
  }

  // MARK: Quotations and figures

  private func quotationProposals(_ reader: CorpusReading) -> [Proposal] {
    reader.dossier.quoteFamilies.compactMap { family in
      var articles: [ArticleID] = []
      for variant in family.variants where !articles.contains(variant.citation.article) {
        articles.append(variant.citation.article)
      }
      guard (2...Self.mostArticles).contains(articles.count), let first = family.variants.first,
        let text = reader.text(of: first.citation)
      else { return nil }
      return Proposal(
        .quotation,
        [
          .sameQuote(
            Self.opening(of: text, words: Self.quotedWords), articles.map { ArticleSelector($0.string) })
        ],
        evidence: family.variants.map(\.citation))
    }
  }

  private func figureProposals(_ reader: CorpusReading) -> [Proposal] {
    var taken: Set<String> = []
    return reader.dossier.figureGroups.compactMap { group in
      guard (2...Self.mostArticles).contains(group.values.count) else { return nil }
      var key = group.what
      var number = 2
      while !taken.insert(key).inserted {
        key = "\(group.what) (\(number))"
        number += 1
      }
      let figures = group.values.compactMap { value -> (Decision.Action, Citation)? in
        guard let linked = reader.article(value.article),
          linked.annotated.figures.indices.contains(value.figure)
        else { return nil }
        let range = linked.annotated.figures[value.figure].range
        return (
          .figureKey(
            ArticleSelector(value.article.string), String(linked.article.text[range]), key: key),
          Citation(article: value.article, range: range)
        )
      }
      return Proposal(.figure, figures.map(\.0), evidence: figures.map(\.1))
    }
  }

  /// The first words of a text, as many as name it.
  static func opening(of text: Substring, words count: Int) -> String {
    let line = text.split(whereSeparator: \.isNewline).first ?? text
    var end = line.startIndex
    var words = 0
    var isInWord = false
    for index in line.indices {
      let isBlank = line[index].isWhitespace
      if isBlank, isInWord {
        words += 1
        if words == count { return String(line[..<index]) }
      }
      isInWord = !isBlank
      end = line.index(after: index)
    }
    return String(line[..<end])
  }
}

extension EntitySelector {
  /// How a line names an entity of which only the id is known.
  init(id: EntityID) {
    let kind = EntityKind.allCases.first { id.string.hasPrefix($0.rawValue + "-") } ?? .other
    self.init(
      Entity(
        id: id, name: "", kind: kind, aliases: [], articles: [], mentionCount: 0, promotion: .none))
  }
}
