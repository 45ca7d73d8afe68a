import DossierTemplates

/// What each page gives to its template: against this a template is checked before any page is made.
extension PageTemplate {
  var shape: TemplateShape {
    let own: TemplateShape =
      switch self {
      case .home: .homePage
      case .articles:
        ["total": .text, "shelving": .object(.shelving), "years": .list(.years(of: .articleRow))]
      case .article: .articlePage.adding(.editorLines)
      case .timeline: .timelinePage
      case .names: .nameIndex
      case .actor: .actorPage.adding(.editorLines)
      case .place: .placePage.adding(.editorLines)
      case .mentions:
        ["entity": .object(.reference), "shelving": .object(.shelving), "groups": .list(.mentionGroup)]
      case .events: ["total": .text, "shelving": .object(.shelving), "years": .list(.years(of: .event))]
      case .event: .eventPage.adding(.editorLines)
      case .outlets:
        [
          "reach": .object(.independence),
          "rows": .list(["outlet": .object(.reference), "articles": .text, "relayedIn": .text]),
          "hasRelayed": .flag, "unnamed": .text,
        ]
      case .outlet: .outletPage
      case .quotes: .quoteIndex
      case .fragments: ["total": .text, "shelving": .object(.shelving), "groups": .list(.mentionGroup)]
      case .figures: ["total": .text, "shelving": .object(.shelving), "figures": .list(.figure)]
      case .comparison: .comparisonPage
      case .quoteView: .quoteView
      case .review: .reviewPage
      case .corrections: .correctionsPage
      case .build: .buildPage
      case .terms: .termsPage
      case .term: .termPage
      case .actorMap: .actorMapPage
      case .printed: .printedDossier
      case .methods: ["rules": .list(.rule)]
      case .search:
        [
          "names": .list(.nameIndex), "hasNames": .flag, "shelving": .object(.shelving),
          "letters": .list(["letter": .text, "articles": .list(.article)]),
        ]
      case .notFound: [:]
      }
    return own.adding(.everyPage)
  }
}

/// What pages have in common.
extension TemplateShape {
  static let everyPage: TemplateShape = [
    "root": .text, "canonical": .text, "hasNotes": .flag,
    "notes": .list(.note), "sources": .list(.cited), "hasSources": .flag,
    "site": .object([
      "title": .text, "description": .text, "language": .text, "search": .flag, "isPrivate": .flag,
      "isExcerpt": .flag, "isLinks": .flag,
    ]),
  ]
  static let note: TemplateShape = ["html": .html, "author": .text, "day": .text]
  static let cited: TemplateShape = ["title": .text, "outlet": .text, "date": .html, "address": .text]
  static let reference: TemplateShape = ["text": .text, "href": .text]
  static let texts: TemplateShape = ["text": .text]
  static let article: TemplateShape = ["title": .text, "href": .text, "outlet": .text, "date": .html]
  static let sentence: TemplateShape = [
    "html": .html, "href": .text, "number": .text, "source": .text, "cite": .text,
  ]
  static let rule: TemplateShape = ["words": .text, "name": .text]
  static let why: TemplateShape = [
    "badge": .text, "basis": .text, "rules": .list(.rule), "printed": .text, "sentences": .list(.sentence),
    "hasSentences": .flag,
    "decision": .text, "change": .text,
  ]
  static let claim: TemplateShape = ["date": .html, "why": .object(.why)]
  static let entity: TemplateShape = [
    "text": .text, "href": .text, "kind": .text, "mentions": .text, "articles": .text, "origins": .text,
    "count": .text,
  ]
  static let mentionedEntity: TemplateShape = [
    "text": .text, "href": .text, "kind": .text, "mentions": .text, "count": .text,
  ]
  static let event: TemplateShape = [
    "id": .text, "title": .text, "href": .text, "lane": .text, "laneName": .text, "isPlanned": .flag,
    "date": .html, "hasDate": .flag, "note": .text, "badge": .text, "basis": .text, "rules": .list(.rule),
    "printed": .text, "proof": .list(.sentence), "place": .object(.reference),
    "participants": .list(.reference), "hasParticipants": .flag, "sources": .list(.reference),
    "reach": .object(.independence), "comparison": .text, "sentences": .list(.sentence),
  ]
  static let quote: TemplateShape = [
    "id": .text, "href": .text, "speaker": .object(.reference), "isNamed": .flag, "isUnknown": .flag,
    "event": .object(.reference), "isShared": .flag, "differs": .flag, "differsBadge": .text,
    "reach": .object(.independence), "text": .text, "more": .text,
    "variants": .list([
      "text": .text, "redline": .html, "sentence": .list(.sentence), "href": .text, "source": .text,
      "date": .html,
      "difference": .text, "attribution": .text, "cue": .text, "settled": .object(.settlement),
    ]),
  ]
  static let figure: TemplateShape = [
    "id": .text, "what": .text, "href": .text, "isShared": .flag, "more": .text, "differs": .flag,
    "differsBadge": .text, "agreement": .text,
    "values": .list([
      "key": .text, "text": .text, "source": .text, "href": .text, "sentence": .list(.sentence),
      "settled": .object(.settlement),
    ]),
  ]
  static let settlement: TemplateShape = ["by": .list(.texts), "change": .text]
  static let shelfLink: TemplateShape = ["text": .text, "href": .text, "rows": .text]
  static let shelving: TemplateShape = [
    "isPart": .flag, "name": .text, "overview": .text, "previous": .object(.shelfLink),
    "next": .object(.shelfLink), "hasParts": .flag, "parts": .list(.shelfLink),
  ]
  static let articleRow: TemplateShape = [
    "title": .text, "href": .text, "outlet": .text, "deck": .text, "published": .object(.claim),
    "isUndated": .flag,
  ]
  static let mentionGroup: TemplateShape = [
    "article": .object(.article), "sentences": .list(.sentence.adding(["grounds": .list(.texts)])),
  ]
  static let counted: TemplateShape = ["text": .text, "count": .text]
  static let name: TemplateShape = [
    "text": .text, "kind": .text, "outlets": .list(["text": .text, "count": .text]), "count": .text,
    "first": .list(.sentence), "rule": .text,
  ]
  static let relation: TemplateShape = [
    "text": .text, "href": .text, "count": .text, "sentences": .list(.sentence),
  ]

  static func years(of row: TemplateShape) -> TemplateShape {
    ["year": .text, "months": .list(["month": .text, "rows": .list(row)])]
  }
}

/// What single kinds of pages give.
extension TemplateShape {
  static let homePage: TemplateShape = [
    "reach": .object(.independence), "actorCount": .text, "placeCount": .text, "quoteCount": .text,
    "figureCount": .text,
    "lanes": .list(["count": .text, "lane": .text]), "span": .object(["from": .html, "to": .html]),
    "shared": .list(.event), "hasShared": .flag, "single": .list(.event), "hasSingle": .flag,
    "retold": .list(.event), "hasRetold": .flag,
    "actors": .list(.entity), "hasActors": .flag, "places": .list(.entity), "hasPlaces": .flag,
    "open": .object([
      "undated": .text, "inferred": .text, "differingQuotes": .text, "differingFigures": .text,
      "unnamed": .text,
    ]),
    "isOpen": .flag, "actorMap": .text, "notices": .list(.reference), "hasNotices": .flag,
  ]
  static let articlePage: TemplateShape = [
    "title": .text, "deck": .text, "bylines": .list(.texts), "outlet": .object(.reference),
    "relays": .list(.reference), "hasRelays": .flag, "hasByline": .flag, "language": .text,
    "address": .object(["text": .text, "isLinked": .flag]), "dateline": .text, "published": .object(.claim),
    "updated": .object(.claim), "retrieved": .object(.claim), "notices": .list(.texts), "hasNotices": .flag,
    "body": .html, "images": .list(["caption": .text, "credit": .text]), "hasImages": .flag,
    "credits": .list(.texts), "hasCredits": .flag, "removed": .list(["text": .text, "reason": .text]),
    "removedCount": .text, "hasRemoved": .flag, "repaired": .list(.sentence), "hasRepaired": .flag,
    "isAnalysed": .flag,
    "times": .list([
      "text": .text, "date": .html, "edtf": .text, "badge": .text, "basis": .text, "rule": .object(.rule),
      "places": .list(.ownSentence),
    ]),
    "hasTimes": .flag,
    "actors": .list(.mentionedEntity), "hasActors": .flag, "places": .list(.mentionedEntity),
    "hasPlaces": .flag,
    "events": .list([
      "title": .text, "href": .text, "lane": .text, "laneName": .text, "isPlanned": .flag,
      "when": .object(.claim), "place": .object(.reference),
    ]),
    "hasEvents": .flag,
    "quotes": .list([
      "text": .text, "speaker": .object(.reference), "isNamed": .flag, "isUnknown": .flag,
      "attribution": .text,
      "cue": .text, "at": .object(.ownSentence), "others": .object(.others),
      "settled": .object(.settlement),
    ]),
    "hasQuotes": .flag,
    "figures": .list([
      "text": .text, "what": .text, "at": .object(.ownSentence), "others": .object(.others),
    ]),
    "hasFigures": .flag, "origin": .text, "copies": .list(.copyPanel), "hasCopies": .flag,
    "backlinks": .list([
      "event": .object(.reference),
      "sentences": .list(["article": .object(.article), "sentence": .list(.sentence)]),
    ]),
    "hasBacklinks": .flag, "markdown": .text, "source": .text, "fingerprint": .text,
  ]
  /// What the editor decided, on the pages of what can be decided on.
  static let editorLines: TemplateShape = [
    "selector": .text, "hasDecisions": .flag,
    "decisions": .list(["line": .text, "others": .list(.reference)]),
  ]
  /// The dossier as one document: its parts are the pages' own values, each with its anchor.
  static let printedDossier: TemplateShape = homePage.adding([
    "css": .html, "timelineStrip": .object(.strip), "years": .list(.years(of: .timelineRow)),
    "printedActors": .list(actorPage.adding(.part)), "printedEvents": .list(eventPage.adding(.part)),
    "articles": .list(articlePage.adding(.part).adding(["cite": .text])),
  ])
  static let part: TemplateShape = ["anchor": .text, "hasNotes": .flag, "notes": .list(.note)]
  static let ownSentence: TemplateShape = ["anchor": .text, "number": .text]
  static let others: TemplateShape = ["href": .text, "count": .text, "differs": .text]
  static let strip: TemplateShape = [
    "marks": .list(.mark), "publications": .list(.mark), "hasPublications": .flag, "publicationsLabel": .text,
    "ticks": .list(["x": .text, "label": .text]), "lanes": .list(["y": .text, "label": .text]),
    "from": .text, "days": .text, "farOff": .text,
  ]
  static let mark: TemplateShape = [
    "x": .text, "y": .text, "width": .text, "height": .text, "lane": .text, "isOpen": .flag, "day": .text,
    "length": .text,
    "rows": .text,
  ]
  static let chart: TemplateShape = [
    "bars": .list([
      "x": .text, "y": .text, "width": .text, "height": .text, "label": .text, "count": .text,
    ]),
    "from": .text, "to": .text,
  ]
  static let graph: TemplateShape = [
    "height": .text, "middle": .text,
    "neighbours": .list([
      "text": .text, "href": .text, "count": .text, "x": .text, "y": .text, "isLeft": .flag, "bend": .text,
      "weight": .text, "textX": .text,
    ]),
  ]
  static let timelinePage: TemplateShape = [
    "strip": .object(.strip), "exact": .text,
    "entity": .object(.reference), "shelving": .object(.shelving), "isWhole": .flag,
    "lanes": .list(["name": .text, "lane": .text, "count": .text, "isShown": .flag]),
    "bases": .list(["name": .text, "badge": .text]), "undated": .text, "hasRows": .flag,
    "years": .list(.years(of: .timelineRow)), "isEmpty": .flag,
  ]
  static let timelineRow: TemplateShape = [
    "event": .object(.event), "publication": .object(.article), "moreActors": .text, "moreOutlets": .text,
    "titles": .text,
  ]
  static let actorMapPage: TemplateShape = [
    "size": .text, "middle": .text, "hasMap": .flag,
    "ties": .list([
      "first": .text, "second": .text, "weight": .text, "x1": .text, "y1": .text, "x2": .text, "y2": .text,
      "bendX": .text, "bendY": .text,
    ]),
    "nodes": .list([
      "index": .text, "x": .text, "y": .text, "radius": .text, "isPerson": .flag, "isLeft": .flag,
      "turn": .text,
      "textX": .text, "text": .text, "href": .text, "articles": .text,
    ]),
    "rows": .list([
      "actor": .object(.reference), "kind": .text, "articles": .text,
      "ties": .list(["other": .object(.reference), "count": .text]),
    ]),
  ]
  static let speech: TemplateShape = [
    "other": .object(.reference), "count": .text, "index": .text, "sentences": .list(.sentence),
  ]
  static let nameIndex: TemplateShape = [
    "map": .text, "isPlaces": .flag, "isActors": .flag, "total": .text, "shelving": .object(.shelving),
    "letters": .list([
      "letter": .text, "anchor": .text,
      "rows": .list([
        "text": .text, "isVariant": .flag, "target": .object(.reference), "kind": .text, "articles": .text,
      ]),
    ]),
  ]
  static let actorPage: TemplateShape = [
    "strip": .object(.strip), "chart": .object(.chart), "graph": .object(.graph),
    "name": .text, "kind": .text, "promotion": .text, "id": .text, "mentions": .text, "articles": .text,
    "reach": .object(.independence), "eventCount": .text, "quoteCount": .text, "names": .list(.name),
    "hasNames": .flag,
    "roles": .list([
      "text": .text, "count": .text, "outlets": .list(.texts), "first": .list(.sentence), "badge": .text,
      "from": .html, "to": .html,
    ]),
    "hasRoles": .flag, "events": .list(.event), "hasEvents": .flag, "said": .list(.quote), "hasSaid": .flag,
    "moreSaid": .text, "relations": .list(.relation), "hasRelations": .flag, "speaksOf": .list(.speech),
    "hasSpeaksOf": .flag, "spokenOfBy": .list(.speech), "hasSpokenOfBy": .flag, "hasSpeech": .flag,
    "places": .list(.relation), "hasPlaces": .flag, "timeline": .list(.event),
    "timelineParts": .list(.shelfLink),
    "hasTimelineParts": .flag, "hasTimeline": .flag, "groups": .list(.mentionGroup),
    "mentionParts": .list(.shelfLink), "hasMentionParts": .flag,
  ]
  static let placePage: TemplateShape = [
    "name": .text, "kind": .text, "id": .text, "promotion": .text, "mentions": .text, "articles": .text,
    "names": .list(.name), "hasNames": .flag, "government": .list(.reference), "hasGovernment": .flag,
    "events": .list(.event), "hasEvents": .flag, "timelineParts": .list(.shelfLink),
    "hasTimelineParts": .flag,
    "relations": .list(.relation), "hasRelations": .flag, "groups": .list(.mentionGroup),
    "mentionParts": .list(.shelfLink), "hasMentionParts": .flag,
  ]
  static let eventPage: TemplateShape = [
    "title": .text, "id": .text, "titleSource": .list(.sentence), "lane": .text, "laneName": .text,
    "isPlanned": .flag, "when": .object(.claim),
    "place": .object(["reference": .object(.reference), "why": .object(.why)]),
    "participants": .list([
      "reference": .object(.reference), "kind": .text, "why": .object(.why), "hasProof": .flag,
    ]),
    "hasParticipants": .flag,
    "accounts": .list([
      "article": .object(.article), "role": .text, "relays": .list(.texts), "hasRelays": .flag,
      "credits": .list(.texts), "hasCredits": .flag, "sentences": .list(.sentence),
    ]),
    "reach": .object(.independence), "comparison": .text, "isShared": .flag, "quotes": .list(.quote),
    "hasQuotes": .flag,
    "figures": .list(.figure), "hasFigures": .flag, "differingQuotes": .list(.quote),
    "differingFigures": .list(.figure), "hasDifferences": .flag, "signals": .list(.rule), "hasSignals": .flag,
    "before": .object(.neighbour), "after": .object(.neighbour), "hasNeighbours": .flag,
  ]
  static let neighbour: TemplateShape = [
    "text": .text, "href": .text, "date": .html, "lane": .text, "laneName": .text,
  ]
  static let outletPage: TemplateShape = [
    "name": .text, "rows": .list(.articleRow), "hasArticles": .flag, "more": .text,
    "relayedIn": .list(.article), "hasRelayedIn": .flag,
    "relays": .list(["reference": .object(.reference), "count": .text]), "hasRelays": .flag,
    "credits": .list(.counted), "hasCredits": .flag, "notices": .list(.counted), "hasNotices": .flag,
    "quotes": .list(.quote), "hasQuotes": .flag,
    "terms": .list(["text": .text, "href": .text, "uses": .text]), "hasTerms": .flag,
  ]
  static let quoteIndex: TemplateShape = [
    "total": .text, "shelving": .object(.shelving), "fragments": .text,
    "speakers": .list(["speaker": .object(.reference), "isUnnamed": .flag, "quotes": .list(.quote)]),
  ]
}
