import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// Values of article pages and of lists of articles.
extension PageValues {
  func articlePage(_ page: ArticlePage, body: String) -> TemplateObject {
    let metadata = page.article.metadata
    let origin = origin(page.origin, of: metadata)
    let credits = page.article.textCredits
    return [
      "title": .text(metadata.title), "deck": text(metadata.deck), "bylines": texts(metadata.bylines),
      "outlet": page.outlet.map { reference($0) } ?? .flag(false), "relays": references(page.relays),
      "hasRelays": .flag(!page.relays.isEmpty),
      "hasByline": .flag(!metadata.bylines.isEmpty || !page.relays.isEmpty || origin != .flag(false)),
      "language": text(LanguageTag(page.language)?.string), "address": address(metadata.url),
      "dateline": text(metadata.dateline),
      "published": claim(page.published), "updated": claim(page.updated), "retrieved": claim(page.retrieved),
      "notices": texts(page.article.notices), "hasNotices": .flag(!page.article.notices.isEmpty),
      "body": .html(body), "isAnalysed": .flag(page.isAnalysed),
      "images": list(page.article.images) { image in
        .object(["caption": text(image.caption), "credit": text(image.credit)])
      },
      "hasImages": .flag(!page.article.images.isEmpty),
      "credits": texts(credits), "hasCredits": .flag(!credits.isEmpty),
      "removed": list(page.article.removed) { removed in
        .object(["text": .text(removed.text), "reason": .text(words["removal.\(removed.reason.rawValue)"])])
      },
      "removedCount": .text(words.count(page.article.removed.count, "rows")),
      "hasRemoved": .flag(!page.article.removed.isEmpty),
      "repaired": sentences(page.repaired), "hasRepaired": .flag(!page.repaired.isEmpty),
      "times": list(page.times) { time($0) }, "hasTimes": .flag(!page.times.isEmpty),
      "actors": list(page.actors) { mentioned($0) }, "hasActors": .flag(!page.actors.isEmpty),
      "places": list(page.places) { mentioned($0) }, "hasPlaces": .flag(!page.places.isEmpty),
      "events": list(page.events) { event($0) }, "hasEvents": .flag(!page.events.isEmpty),
      "quotes": list(page.quotes) { quote($0) }, "hasQuotes": .flag(!page.quotes.isEmpty),
      "figures": list(page.figures) { figure($0) }, "hasFigures": .flag(!page.figures.isEmpty),
      "origin": origin,
      "copies": list(page.copies) { copyPanel($0) }, "hasCopies": .flag(!page.copies.isEmpty),
      "backlinks": backlinks(page.backlinks), "hasBacklinks": .flag(!page.backlinks.isEmpty),
      "markdown": .text(page.markdownPath.string),
      "source": page.article.source.string.isEmpty ? .flag(false) : .text(page.article.source.string),
      "fingerprint": .text(page.article.fingerprint.description),
    ]
  }

  private func mentioned(_ row: ArticlePage.MentionedEntity) -> TemplateValue {
    .object([
      "text": .text(row.reference.text), "href": link(row.reference.path),
      "kind": .text(words["kind.\(row.kind.rawValue)"]),
      "mentions": .text(words.count(row.mentions, "mentions")),
      "count": .text(Wording.grouped(row.mentions)),
    ])
  }

  /// An address of the web; any other is shown and not linked.
  private func address(_ url: String?) -> TemplateValue {
    guard let url, !url.isEmpty else { return .flag(false) }
    let isLinked = url.hasPrefix("https://") || url.hasPrefix("http://")
    return .object(["text": .text(url), "isLinked": .flag(isLinked)])
  }

  private func time(_ row: ArticlePage.OwnTime) -> TemplateValue {
    .object([
      "text": .text(row.text), "date": date(row.value), "edtf": .text(row.value.description),
      "badge": .text(words["badge.\(row.basis.rawValue)"]), "basis": .text(row.basis.rawValue),
      "rule": rule(row.rule), "places": list(row.sentences) { place($0) },
    ])
  }

  /// Where on this very page a sentence stands.
  private func place(_ cited: CitedSentence) -> TemplateValue {
    .object(["anchor": .text(cited.anchor), "number": .text(String(cited.number))])
  }

  private func event(_ row: ArticlePage.OwnEvent) -> TemplateValue {
    .object([
      "title": .text(row.title),
      "href": row.path.map { link($0) } ?? link(row.source?.article.path, anchor: row.source?.anchor),
      "lane": .text(words["lane.\(row.lane.rawValue)"]), "laneName": .text(row.lane.rawValue),
      "isPlanned": .flag(row.lane == .planned), "when": claim(row.when),
      "place": row.place.map { reference($0) } ?? .flag(false),
    ])
  }

  private func quote(_ row: ArticlePage.OwnQuote) -> TemplateValue {
    let attribution = row.attribution.map { "attribution.\($0.rawValue)" } ?? "attribution.none"
    return .object([
      "text": .text(row.text), "speaker": row.speaker.map { reference($0) } ?? .flag(false),
      "isNamed": .flag(row.isNamed), "isUnknown": .flag(row.speaker == nil),
      "attribution": .text(words[attribution]), "cue": text(row.cue), "at": place(row.sentence),
      "others": others(row.others), "settled": settlement(row.settlement),
    ])
  }

  private func figure(_ row: ArticlePage.OwnFigure) -> TemplateValue {
    .object([
      // An amount of money that counts nothing is called by itself.
      "text": .text(row.text), "what": row.what == row.text ? .flag(false) : .text(row.what),
      "at": place(row.sentence),
      "others": others(row.others),
    ])
  }

  /// False where no other article has the same.
  private func others(_ others: ArticlePage.Others) -> TemplateValue {
    guard others.count > 1 else { return .flag(false) }
    return .object([
      "href": link(others.path, anchor: others.anchor), "count": .text(words.count(others.count - 1, "more")),
      "differs": others.differs ? .text(words["badge.differs"]) : .flag(false),
    ])
  }

  /// Rows of one event stand together.
  private func backlinks(_ rows: [ArticlePage.Backlink]) -> TemplateValue {
    var groups: [TemplateValue] = []
    var open: [CitedSentence] = []
    for (index, row) in rows.enumerated() {
      open.append(row.sentence)
      if index + 1 < rows.count, rows[index + 1].event == row.event { continue }
      groups.append(.object(["event": reference(row.event), "sentences": list(open) { article($0) }]))
      open = []
    }
    return .list(groups)
  }

  /// A sentence with the article that it stands in.
  private func article(_ cited: CitedSentence) -> TemplateValue {
    .object(["article": article(cited.article), "sentence": .list([sentence(cited)])])
  }

  func articleIndex(_ page: ArticleIndexPage) -> TemplateObject {
    [
      "total": .text(words.count(page.total, "articles")), "shelving": shelving(page.shelving),
      "years": years(page.years) { articleRow($0) },
    ]
  }

  func articleRow(_ row: ArticleIndexPage.Row) -> TemplateValue {
    .object([
      "title": .text(row.article.title), "href": link(row.article.path), "outlet": text(row.article.outlet),
      "deck": text(row.deck), "published": claim(row.published), "isUndated": .flag(row.published == nil),
    ])
  }
}
