import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// What pages have in common, as plain values for templates: links, dates, sentences, why-links.
///
/// Each function names all its values, absent ones as `false`: a name that is left out would be looked up in what
/// encloses it.
struct PageValues: Sendable {
  let words: Wording
  /// The article whose page is made: its own sentences are linked there and not shown again.
  var article: PagePath?
  /// What the page cites, where it ends in a list of that.
  var sources: SourceList?
  /// Where pages stand in the document that is made, where it is one for all of them.
  var printed: PrintedPages?

  func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .flag(false) }

  func list<Item>(_ items: some Sequence<Item>, _ value: (Item) -> TemplateValue) -> TemplateValue {
    .list(items.map(value))
  }

  func texts(_ texts: [String]) -> TemplateValue { list(texts) { .object(["text": .text($0)]) } }

  func link(_ path: PagePath?, anchor: String? = nil) -> TemplateValue {
    guard let path else { return .flag(false) }
    if let printed { return text(printed.address(of: path, anchor: anchor)) }
    return .text(anchor.map { Self.joined(path.string, "#", $0) } ?? path.string)
  }

  /// Three texts as one, at the cost of one allocation: a page has hundreds of links.
  private static func joined(_ first: String, _ second: String, _ third: String) -> String {
    var text = ""
    text.reserveCapacity(first.utf8.count + second.utf8.count + third.utf8.count)
    text += first
    text += second
    text += third
    return text
  }

  func reference(_ reference: Reference) -> TemplateValue {
    .object(["text": .text(reference.text), "href": link(reference.path)])
  }

  func references(_ references: [Reference]) -> TemplateValue { list(references) { reference($0) } }

  func article(_ article: ArticleReference) -> TemplateValue {
    .object([
      "title": .text(article.title), "href": link(article.path), "outlet": text(article.outlet),
      "date": article.published.map { date($0) } ?? .flag(false),
    ])
  }

  /// A date in words, as a `<time>` where HTML has a form for it.
  func date(_ value: EDTF) -> TemplateValue {
    let words = words.date(value)
    var html: [UInt8] = []
    if let machine = value.htmlDate {
      html += "<time datetime=\"\(machine)\">".utf8
      HTMLEscaping.append(words, to: &html)
      html += "</time>".utf8
    } else {
      HTMLEscaping.append(words, to: &html)
    }
    return .html(String(decoding: html, as: UTF8.self))
  }

  func claim(_ claim: DateClaim?) -> TemplateValue {
    guard let claim else { return .flag(false) }
    return .object(["date": date(claim.value), "why": why(claim.why)])
  }

  /// A sentence with its words marked, and the way to it.
  func sentence(_ cited: CitedSentence, adding extra: (TemplateName, TemplateValue)? = nil) -> TemplateValue {
    let own = cited.article.path == article
    var object: TemplateObject = [
      "html": own ? .flag(false) : .markup(Self.marked(cited)),
      "href": link(cited.article.path, anchor: cited.anchor),
      "number": .text(String(cited.number)), "source": .text(cited.article.outlet ?? cited.article.title),
      "cite": own ? .flag(false) : cite(cited.article),
    ]
    if let extra { object[extra.0] = extra.1 }
    return .object(object)
  }

  func sentences(_ cited: [CitedSentence]) -> TemplateValue { list(cited) { sentence($0) } }

  func why(_ why: Why) -> TemplateValue {
    .object([
      "badge": .text(words["badge.\(why.basis.rawValue)"]), "basis": .text(why.basis.rawValue),
      "rules": list(why.rules) { rule($0) }, "printed": text(why.printed),
      "sentences": sentences(why.sentences), "hasSentences": .flag(!why.sentences.isEmpty),
      "decision": text(why.decision), "change": text(why.change),
    ])
  }

  /// The values of what the editor decided on a page.
  func add(_ lines: EditorLines, to values: TemplateObject) -> TemplateObject {
    var values = values
    values["selector"] = .text(lines.selector)
    values["hasDecisions"] = .flag(!lines.lines.isEmpty)
    values["decisions"] = list(lines.lines) { line in
      .object(["line": .text(line.text), "others": references(line.others)])
    }
    return values
  }

  /// A rule in words and by the name that the data gives it.
  func rule(_ rule: Rule) -> TemplateValue {
    let found = words.found("rule.\(rule.name)")
    return .object([
      "words": .text(found ?? rule.name), "name": found == nil ? .flag(false) : .text(rule.name),
    ])
  }

  /// The rules that have words, for the page that explains them.
  var methods: TemplateObject {
    ["rules": list(words.rules) { .object(["words": .text($0.words), "name": .text($0.name)]) }]
  }

  func entity(_ row: EntityRow) -> TemplateValue {
    .object([
      "text": .text(row.reference.text), "href": link(row.reference.path),
      "kind": .text(words["kind.\(row.kind.rawValue)"]),
      "mentions": .text(words.count(row.mentions, "mentions")),
      "articles": .text(words.count(row.articles, "articles")),
      "origins": row.articles > 1 ? .text(words.count(row.origins, "origins")) : .flag(false),
      "count": .text(Wording.grouped(row.mentions)),
    ])
  }

  func event(_ row: EventRow) -> TemplateValue {
    let source = row.source
    let basis = row.when?.why.basis ?? .stated
    return .object([
      "id": .text(row.id.string), "title": .text(row.title),
      "href": row.path.map { link($0) } ?? link(source?.article.path, anchor: source?.anchor),
      "lane": .text(words["lane.\(row.lane.rawValue)"]), "laneName": .text(row.lane.rawValue),
      "isPlanned": .flag(row.lane == .planned),
      "date": date(row.when?.value ?? .interval(from: nil, to: nil)),
      "hasDate": .flag(row.when != nil),
      "note": row.when.map { note($0.value) } ?? .flag(false),
      "badge": .text(words["badge.\(basis.rawValue)"]), "basis": .text(basis.rawValue),
      "rules": list(row.when?.why.rules ?? []) { rule($0) }, "printed": text(row.when?.why.printed),
      "proof": sentences(row.when?.why.sentences ?? []),
      "place": row.place.map { reference($0) } ?? .flag(false),
      "participants": references(row.participants), "hasParticipants": .flag(!row.participants.isEmpty),
      "sources": references(row.sources),
      "reach": independence(row.independence), "comparison": link(row.comparison),
      "sentences": sentences(row.sentences),
    ])
  }

  /// What a date leaves open: its day.
  private func note(_ value: EDTF) -> TemplateValue {
    guard value.lacksDay, case .date(let date) = value else { return .flag(false) }
    return .text(words[date.month == nil ? "date.month-unknown" : "date.day-unknown"])
  }

  /// A sentence as HTML, its words marked, and its language told where it is not the site's.
  private static func marked(_ cited: CitedSentence) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(cited.range.count + cited.marked.count * 13 + 32)
    if let language = cited.article.foreignLanguage {
      html += "<span lang=\"".utf8
      HTMLEscaping.append(language, to: &html)
      html += "\">".utf8
    }
    cited.withBytes { append($0, marking: cited.marked, to: &html) }
    if cited.article.foreignLanguage != nil { html += "</span>".utf8 }
    return html
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, marking marks: [TextRange], to html: inout [UInt8]
  ) {
    var start = 0
    for mark in marks where mark.lowerBound >= start && mark.upperBound <= bytes.count {
      HTMLEscaping.append(UnsafeBufferPointer(rebasing: bytes[start..<mark.lowerBound]), to: &html)
      html += "<mark>".utf8
      HTMLEscaping.append(UnsafeBufferPointer(rebasing: bytes[mark.range]), to: &html)
      html += "</mark>".utf8
      start = mark.upperBound
    }
    HTMLEscaping.append(UnsafeBufferPointer(rebasing: bytes[start...]), to: &html)
  }
}

/// Rows of quotations, figures and the parts of long lists.
extension PageValues {
  func quote(_ row: QuoteRow) -> TemplateValue {
    return .object([
      "id": .text(row.id), "href": link(row.path, anchor: row.id),
      "speaker": row.speaker.map { reference($0) } ?? .flag(false), "isNamed": .flag(row.isNamed),
      "isUnknown": .flag(row.speaker == nil), "event": row.event.map { reference($0) } ?? .flag(false),
      "isShared": .flag(row.variantCount > 1), "differs": .flag(row.differs),
      "more": more(row.variantCount - row.variants.count),
      "differsBadge": .text(words["badge.differs"]),
      "reach": independence(row.independence),
      "text": .text(row.variants.first?.text ?? ""),
      "variants": list(row.variants.enumerated()) { variant($1, isFirst: $0 == 0) },
    ])
  }

  private func variant(_ variant: QuoteVariant, isFirst: Bool) -> TemplateValue {
    let attribution = variant.attribution.map { "attribution.\($0.rawValue)" } ?? "attribution.none"
    let article = variant.sentence.article
    return .object([
      "text": .text(variant.text), "redline": .html(redline(variant.redline)),
      "sentence": .list([variant.naming, variant.sentence].compactMap { $0.map { sentence($0) } }),
      "href": link(article.path, anchor: variant.sentence.anchor),
      "source": .text(article.outlet ?? article.title),
      "date": article.published.map { date($0) } ?? .flag(false),
      "difference": isFirst ? .flag(false) : .text(words["difference.\(variant.difference.rawValue)"]),
      "attribution": .text(words[attribution]), "cue": text(variant.cue),
      "settled": settlement(variant.settlement),
    ])
  }

  /// What the editor decided, and the line to decide it; false where there is neither.
  func settlement(_ settlement: Settlement) -> TemplateValue {
    guard settlement.change != nil || !settlement.decisions.isEmpty else { return .flag(false) }
    return .object([
      "by": texts(settlement.decisions), "change": text(settlement.change),
    ])
  }

  /// How many rows of a long group are left to its own place.
  private func more(_ count: Int) -> TemplateValue {
    count > 0 ? .text(words.count(count, "articles")) : .flag(false)
  }

  func figure(_ row: FigureRow) -> TemplateValue {
    .object([
      "id": .text(row.id), "what": .text(row.what), "href": link(row.path, anchor: row.id),
      "isShared": .flag(row.valueCount > 1), "more": more(row.valueCount - row.values.count),
      "differs": .flag(row.differs),
      "differsBadge": .text(words["badge.differs"]),
      "agreement": row.valueCount > 1
        ? .text(words["agreement.\(row.agreement.rawValue)"]) : .flag(false),
      "values": list(row.values) { value in
        .object([
          "key": text(note(value.key)),
          "text": .text(value.text),
          "source": .text(value.sentence.article.outlet ?? value.sentence.article.title),
          "href": link(value.sentence.article.path, anchor: value.sentence.anchor),
          "sentence": .list([sentence(value.sentence)]),
          "settled": settlement(value.settlement),
        ])
      },
    ])
  }

  func shelving(_ shelving: Shelving) -> TemplateValue {
    .object([
      "isPart": .flag(shelving.overview != nil), "name": .text(name(shelving.name, shelving.part)),
      "overview": link(shelving.overview),
      "previous": shelving.previous.map { shelfLink($0) } ?? .flag(false),
      "next": shelving.next.map { shelfLink($0) } ?? .flag(false),
      "hasParts": .flag(!shelving.parts.isEmpty), "parts": list(shelving.parts) { shelfLink($0) },
    ])
  }

  func shelfLink(_ shelf: ShelfLink) -> TemplateValue {
    .object([
      "text": .text(name(shelf.name, shelf.part)), "href": link(shelf.path),
      "rows": .text(words.count(shelf.rows, "rows")),
    ])
  }

  private func name(_ shelf: Shelf.Name, _ part: Int?) -> String {
    let name =
      switch shelf {
      case .whole: words["shelf.whole"]
      case .year(let year): words.year(year)
      case .years(let first, let last): "\(words.year(first))–\(words.year(last))"
      case .month(let month, let year): words.heading(year: year, month: month)
      case .unplaced: words["shelf.unplaced"]
      case .otherLetters: words["shelf.other-letters"]
      case .unnamed: words["shelf.unnamed"]
      case .letter(let letter): letter.uppercased()
      case .letters(let first, let last): "\(first.uppercased())–\(last.uppercased())"
      }
    return part.map { words.text("shelf.part", ["name": name, "n": String($0)]) } ?? name
  }

  /// Rows under the headings of their years and months.
  func years<Row>(_ years: [YearGroup<Row>], _ row: (Row) -> TemplateValue) -> TemplateValue {
    list(years) { group in
      .object([
        "year": .text(group.year.map(words.year) ?? words["date.none"]),
        "months": list(group.months) { month in
          .object([
            "month": month.month.map { .text(words.heading(year: group.year, month: $0)) } ?? .flag(false),
            "rows": .list(month.rows.map(row)),
          ])
        },
      ])
    }
  }
}
