import DossierModel
import DossierSource

/// The page of one article.
package struct ArticlePage: Sendable {
  /// A stretch of the body that leads to another page.
  package struct BodyLink: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case entity, event }

    package let range: TextRange
    package let path: PagePath
    package let kind: Kind
    /// A misspelling of the source: shown as it is, and marked.
    package let isTypo: Bool
  }

  package let path: PagePath
  package let markdownPath: PagePath
  /// The article itself: its body is rendered, its plain facts are shown as they are.
  package let article: Article
  /// The language of its text, as far as it is known.
  package let language: String?
  /// Whether there are rules for its language: else no quotations, times, figures and events are read from it.
  package let isAnalysed: Bool
  package let reference: ArticleReference
  package let outlet: Reference?
  package let relays: [Reference]
  package let published: DateClaim?
  package let updated: DateClaim?
  package let retrieved: DateClaim?
  package let editorLines: EditorLines
  package let sentences: [Sentence]
  /// In order, without overlap: the first mention in each block of who has a page.
  package let links: [BodyLink]
  package let repaired: [CitedSentence]
  package let times: [OwnTime]
  package let actors: [MentionedEntity]
  package let places: [MentionedEntity]
  package let events: [OwnEvent]
  package let quotes: [OwnQuote]
  package let figures: [OwnFigure]
  /// Other articles that tell of the same events, by event.
  package let backlinks: [Backlink]
  /// Whose text it prints; nil where nobody has looked.
  package let origin: OriginLine?
  /// What it prints alike with others.
  package let copies: [CopyPanel]

  /// Who or what the article names, and how often: nothing that other articles say of it, so that one more of them makes
  /// no other page of an article.
  package struct MentionedEntity: Sendable, Hashable {
    package let reference: Reference
    package let kind: EntityKind
    package let mentions: Int
  }

  /// What another article says of an event that this one tells of.
  package struct Backlink: Sendable {
    package let event: Reference
    package let sentence: CitedSentence
  }
}

extension SitePlan {
  func articlePage(at path: PagePath, _ index: Int) -> ArticlePage {
    let linked = dossier.articles[index]
    let article = linked.article
    let entities = mentionedEntities(of: index)
    let selector = ArticleSelector(article.id.string)
    return ArticlePage(
      path: path, markdownPath: LinkTable.markdownPath(of: article.id), article: article,
      language: linked.language,
      isAnalysed: linked.annotated.language != nil || article.text.isEmpty,
      reference: reference(toArticle: index),
      outlet: article.metadata.outlet.map { reference(toOutlet: $0) },
      relays: article.metadata.relays.map { reference(toOutlet: $0) },
      published: date(linked.published) { .date(.published, selector, $0) },
      updated: date(linked.updated) { .date(.updated, selector, $0) },
      retrieved: date(linked.retrieved) { .date(.copied, selector, $0) },
      editorLines: editorLines(ofArticle: article.id),
      sentences: linked.annotated.sentences, links: bodyLinks(of: index),
      repaired: article.repairs.compactMap {
        sentence(of: Citation(article: article.id, range: TextRange($0, $0)))
      },
      times: ownTimes(of: index), actors: entities.filter { $0.kind.isActor },
      places: entities.filter { $0.kind == .place }, events: ownEvents(of: index),
      quotes: ownQuotes(of: index), figures: ownFigures(of: index), backlinks: backlinks(of: index),
      origin: originLine(of: index), copies: copyPanels(of: index))
  }

  /// Who is mentioned in an article, the most mentioned first.
  private func mentionedEntities(of index: Int) -> [ArticlePage.MentionedEntity] {
    var counts: [Int: Int] = [:]
    for case let entity? in references[index].entities { counts[entity, default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.map { entity, count in
      ArticlePage.MentionedEntity(
        reference: entityReferences[entity], kind: dossier.entities[entity].kind, mentions: count)
    }
  }

  /// What others say is shown in full on the events' own pages.
  private static let shownBacklinks = 6

  private func backlinks(of index: Int) -> [ArticlePage.Backlink] {
    let own = dossier.articles[index].id
    var found: [ArticlePage.Backlink] = []
    for covered in concordance.coverage[index] {
      let event = dossier.events[covered.event]
      guard eventReferences[covered.event].path != nil else { continue }
      for coverage in event.coverage where coverage.article != own {
        guard found.count < Self.shownBacklinks else { return found }
        guard
          let article = concordance.articleIndex[coverage.article],
          let first = coverage.sentences.first,
          let cited = sentence(first, of: article)
        else { continue }
        found.append(ArticlePage.Backlink(event: eventReferences[covered.event], sentence: cited))
      }
    }
    return found
  }
}

/// Links in the body.
extension SitePlan {
  private func bodyLinks(of index: Int) -> [ArticlePage.BodyLink] {
    let annotated = dossier.articles[index].annotated
    var found = mentionLinks(of: index)
    for covered in concordance.coverage[index] {
      let event = dossier.events[covered.event]
      guard let path = eventReferences[covered.event].path else { continue }
      let telling = event.coverage[covered.coverage].sentences
      for sentence in telling {
        guard let trigger = trigger(of: sentence, in: annotated, besides: found) else { continue }
        found.append(ArticlePage.BodyLink(range: trigger, path: path, kind: .event, isTypo: false))
        break
      }
    }
    return found.sorted { $0.range < $1.range }
  }

  /// The word of a sentence that tells of an event; nil where it is linked to something else.
  ///
  /// An event is linked where the article first tells of it: further on "said" and "has" would lead there too.
  private func trigger(
    of sentence: Int, in annotated: AnnotatedArticle, besides links: [ArticlePage.BodyLink]
  ) -> TextRange? {
    guard annotated.sentences.indices.contains(sentence),
      let trigger = annotated.events.first(where: { $0.sentence == sentence })?.trigger, !trigger.isEmpty,
      annotated.sentences[sentence].range.contains(trigger),
      !links.contains(where: { $0.range.overlaps(trigger) })
    else { return nil }
    return trigger
  }

  /// The first mention of each entity in each block, and each misspelt one.
  private func mentionLinks(of index: Int) -> [ArticlePage.BodyLink] {
    let linked = dossier.articles[index]
    let annotated = linked.annotated
    var block = -1
    var seen: Set<Int> = []
    var end = 0
    var found: [ArticlePage.BodyLink] = []
    for (mention, entity) in zip(annotated.mentions, references[index].entities) {
      guard annotated.sentences.indices.contains(mention.sentence) else { continue }
      let sentence = annotated.sentences[mention.sentence]
      if sentence.block != block {
        block = sentence.block
        seen.removeAll(keepingCapacity: true)
      }
      guard let entity, let path = entityReferences[entity].path else { continue }
      guard mention.range.lowerBound >= end, !mention.range.isEmpty, sentence.range.contains(mention.range)
      else { continue }
      let isTypo = isTypo(mention.range, of: dossier.entities[entity].id, in: linked.article)
      guard seen.insert(entity).inserted || isTypo else { continue }
      end = mention.range.upperBound
      found.append(ArticlePage.BodyLink(range: mention.range, path: path, kind: .entity, isTypo: isTypo))
    }
    return found
  }

  private func isTypo(_ range: TextRange, of id: EntityID, in article: Article) -> Bool {
    guard !typos.isEmpty, let typos = typos[id] else { return false }
    return typos.contains(String(article.text[range]))
  }
}
