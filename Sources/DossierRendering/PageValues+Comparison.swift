import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// Values of comparisons: articles side by side, words by outlet, and whose text is whose.
extension PageValues {
  func comparisonPage(_ page: ComparisonPage) -> TemplateObject {
    let names = names(of: page.columns)
    return [
      "event": reference(page.event), "when": claim(page.when),
      "place": page.place.map { reference($0) } ?? .flag(false), "reach": independence(page.independence),
      "columns": list(zip(page.columns, names)) { column($0, named: $1) },
      "moreColumns": page.moreColumns == 0 ? .flag(false) : .text(words.count(page.moreColumns, "articles")),
      "isStacked": .flag(page.columns.count > 4), "width": .text(String(min(page.columns.count, 4))),
      "facets": list(page.facets) { facet($0, columns: names) },
      "copies": list(page.copies) { run in
        .object([
          "text": .text(run.text), "words": .text(words.count(run.wordCount, "words")),
          "first": sentence(run.first), "second": sentence(run.second),
        ])
      },
      "hasCopies": .flag(!page.copies.isEmpty),
    ]
  }

  /// What the columns are called: by their outlets, with numbers where one outlet has several.
  private func names(of columns: [ComparisonPage.Column]) -> [String] {
    let names = columns.map { $0.article.outlet ?? $0.article.title }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: [String: Int] = [:]
    return names.map { name in
      guard let count = counts[name], count > 1 else { return name }
      seen[name, default: 0] += 1
      return "\(name) (\(seen[name] ?? 1))"
    }
  }

  private func column(_ column: ComparisonPage.Column, named name: String) -> TemplateValue {
    .object([
      "name": .text(name), "article": article(column.article),
      "role": .text(words["role.\(column.role.rawValue)"]),
      "relays": texts(column.relays), "hasRelays": .flag(!column.relays.isEmpty),
      "credits": texts(column.credits), "hasCredits": .flag(!column.credits.isEmpty),
      "origin": column.origin.map { originWords($0) } ?? .flag(false),
    ])
  }

  /// Who else's text it is, as far as that is told; nothing where it is the outlet's own.
  private func originWords(_ origin: OriginLine) -> TemplateValue {
    guard origin.ground != .outlet, let name = origin.name else { return .flag(false) }
    return .text(words.text("origin.\(origin.ground.rawValue)", ["name": name]))
  }

  private func facet(_ facet: ComparisonPage.Facet, columns: [String]) -> TemplateValue {
    .object([
      "id": .text(facet.sort.rawValue), "name": .text(words["facet.\(facet.sort.rawValue)"]),
      "hint": text(words.found("facet.\(facet.sort.rawValue).hint")),
      "rows": list(facet.rows) { row in
        .object([
          "label": label(row.label), "note": text(row.note.map(note)),
          "cells": list(zip(columns, row.cells)) { column, cell in
            .object([
              "outlet": .text(column),
              "isEmpty": .flag(cell.snippets.isEmpty), "snippets": list(cell.snippets) { snippet($0) },
              "more": cell.more == 0 ? .flag(false) : .text(words.count(cell.more, "more")),
            ])
          },
        ])
      },
    ])
  }

  private func label(_ label: ComparisonPage.Label) -> TemplateValue {
    switch label {
    case .name(let name): labelled(name)
    case .words(let text): labelled(Reference(text, nil))
    case .key(let key): labelled(Reference(words[key], nil))
    case .date(let value, let path):
      .object(["text": .text(words.date(value)), "href": link(path), "date": date(value)])
    }
  }

  private func labelled(_ name: Reference) -> TemplateValue {
    .object(["text": .text(name.text), "href": link(name.path), "date": .flag(false)])
  }

  private func note(_ note: ComparisonPage.Note) -> String {
    switch note {
    case .difference(let difference): words["difference.\(difference.rawValue)"]
    case .agreement(let agreement): words["agreement.\(agreement.rawValue)"]
    }
  }

  private func snippet(_ snippet: Snippet) -> TemplateValue {
    .object([
      "html": .html(redline(snippet)), "isQuotation": .flag(snippet.isQuotation),
      "href": link(snippet.article.path, anchor: snippet.place?.anchor),
      "number": text(snippet.place.map { String($0.number) }), "note": text(snippet.note.flatMap(note)),
    ])
  }

  func note(_ note: Snippet.Note) -> String? {
    switch note {
    case .times(let count): return count > 1 ? words.count(count, "times") : nil
    case .termUses(let outside, let quoted): return uses(outside: outside, quoted: quoted)
    case .difference(let difference): return words["difference.\(difference.rawValue)"]
    case .speaker(let name): return name
    case .date(let date): return words.date(date)
    case .key(let place, let time, let source):
      let parts = [("place", place), ("time", time), ("source", source)].compactMap { key, value in
        value.map { words.text("figure.\(key)", ["words": $0]) }
      }
      return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
  }

  /// How often a word is printed, and how often of that in the outlet's own voice.
  private func uses(outside: Int, quoted: Int) -> String {
    let total = words.count(outside + quoted, "times")
    if quoted == 0 { return total }
    if outside == 0 { return words.text("term.all-quoted", ["times": total]) }
    return words.text("term.some-quoted", ["times": total, "n": Wording.grouped(outside)])
  }

  /// Words with what differs marked: as deleted and inserted text, and in words beside it.
  func redline(_ snippet: Snippet) -> String {
    var html: [UInt8] = []
    if let language = snippet.article.foreignLanguage {
      html += "<span lang=\"".utf8
      HTMLEscaping.append(language, to: &html)
      html += "\">".utf8
    }
    for piece in snippet.pieces {
      switch piece {
      case .plain(let text): HTMLEscaping.append(text, to: &html)
      case .marked(let text): append(text, "mark", to: &html)
      case .deleted(let text, let change):
        append(text, "del", to: &html)
        if change == .missing { appendLabel(change, to: &html) }
      case .inserted(let text, let change):
        append(text, "ins", to: &html)
        appendLabel(change, to: &html)
      }
    }
    if snippet.article.foreignLanguage != nil { html += "</span>".utf8 }
    return String(decoding: html, as: UTF8.self)
  }

  private func append(_ text: String, _ element: String, to html: inout [UInt8]) {
    html += "<\(element)>".utf8
    HTMLEscaping.append(text, to: &html)
    html += "</\(element)>".utf8
  }

  private func appendLabel(_ change: Snippet.Change, to html: inout [UInt8]) {
    html += " <small class=\"edit\">".utf8
    HTMLEscaping.append(words["edit.\(change.rawValue)"], to: &html)
    html += "</small>".utf8
  }

  /// How many tell of something, in words.
  func independence(_ reach: Independence) -> TemplateValue {
    .object([
      "articles": .text(words.count(reach.articles, "articles")),
      "outlets": reach.outlets == 0 ? .flag(false) : .text(words.count(reach.outlets, "outlets")),
      "origins": .text(words.count(reach.origins, "origins")), "isSeveral": .flag(reach.articles > 1),
      "isOne": .flag(reach.articles > 1 && reach.origins == 1),
    ])
  }
}

/// Values of what an article shares with others.
extension PageValues {
  /// Whose text an article prints, where it is another's and the page does not say so already.
  func origin(_ origin: OriginLine?, of metadata: ArticleMetadata) -> TemplateValue {
    guard let origin, origin.ground != .outlet, origin.ground != .relay else { return .flag(false) }
    return originWords(origin)
  }

  func copyPanel(_ panel: CopyPanel) -> TemplateValue {
    .object([
      "article": article(panel.other), "isOneOrigin": .flag(panel.isOneOrigin),
      "runs": list(panel.runs) { run in
        .object([
          "text": .text(run.text), "words": .text(words.count(run.wordCount, "words")),
          "own": sentence(run.own), "other": sentence(run.other),
        ])
      },
    ])
  }
}

/// Values of the views of the quote index.
extension PageValues {
  func quoteView(_ page: QuoteViewPage) -> TemplateObject {
    [
      "isByEvent": .flag(page.view == .event), "isByOutlet": .flag(page.view == .outlet),
      "more": page.more == 0 ? .flag(false) : .text(words.count(page.more, "rows")),
      "groups": list(page.groups) { group in
        .object([
          "subject": group.subject.map { reference($0) } ?? .flag(false),
          "total": .text(words.count(group.total, "quotes")),
          "more": group.total > group.entries.count
            ? .text(words.count(group.total - group.entries.count, "quotes")) : .flag(false),
          "entries": list(group.entries) { entry in
            .object([
              "text": .text(entry.text), "href": link(entry.path, anchor: entry.anchor),
              "speaker": entry.speaker.map { reference($0) } ?? .flag(false),
              "reach": independence(entry.independence),
              "differs": entry.differs ? .text(words["badge.differs"]) : .flag(false),
            ])
          },
        ])
      },
    ]
  }
}

/// Values of the pages of terms.
extension PageValues {
  func termsPage(_ page: TermsPage) -> TemplateObject {
    [
      "outlets": list(page.outlets) { outlet($0) },
      "moreOutlets": page.moreOutlets == 0 ? .flag(false) : .text(words.count(page.moreOutlets, "outlets")),
      "groups": list(page.groups) { group in
        .object([
          "name": .text(group.name.isEmpty ? words["term.other"] : group.name),
          "rows": list(group.rows) { row in
            .object([
              "name": .text(row.name), "href": link(row.path),
              "total": .text(Wording.grouped(row.total.total)),
              "cells": list(zip(page.outlets, row.counts)) { outlet, count in
                cell(count, of: outlet, at: row.path)
              },
            ])
          },
        ])
      },
      "isEmpty": .flag(page.groups.isEmpty),
    ]
  }

  private func outlet(_ outlet: TermOutlet) -> TemplateValue {
    .object(["text": .text(outlet.name ?? words["outlet.none"]), "href": link(outlet.path)])
  }

  private func cell(_ count: TermsPage.Count?, of outlet: TermOutlet, at path: PagePath) -> TemplateValue {
    let outside = count?.outside ?? 0
    let quoted = count?.quoted ?? 0
    return .object([
      "outlet": .text(outlet.name ?? words["outlet.none"]),
      "total": count == nil ? .flag(false) : .text(Wording.grouped(outside + quoted)),
      "href": link(path, anchor: outlet.anchor),
      "outside": .text(Wording.grouped(outside)),
      "outsideHref": outside == 0 ? .flag(false) : link(path, anchor: outlet.anchor + "-outside"),
    ])
  }

  func outletTerm(_ row: OutletTerm) -> TemplateValue {
    .object([
      "text": .text(row.term.text), "href": link(row.term.path, anchor: row.anchor),
      "uses": .text(uses(outside: row.count.outside, quoted: row.count.quoted)),
    ])
  }

  func termPage(_ page: TermPage) -> TemplateObject {
    [
      "name": .text(page.name), "forms": texts(page.forms),
      "total": .text(words.count(page.total.total, "times")),
      "outside": .text(Wording.grouped(page.total.outside)),
      "outlets": list(page.outlets) { uses in
        .object([
          "outlet": outlet(uses.outlet), "anchor": .text(uses.outlet.anchor),
          "articles": .text(words.count(uses.articles, "articles")),
          "total": .text(words.count(uses.count.total, "times")),
          "outsideCount": .text(Wording.grouped(uses.count.outside)),
          "quotedCount": .text(Wording.grouped(uses.count.quoted)),
          "outside": list(uses.outside) { use($0) }, "hasOutside": .flag(!uses.outside.isEmpty),
          "quoted": list(uses.quoted) { use($0) }, "hasQuoted": .flag(!uses.quoted.isEmpty),
        ])
      },
    ]
  }

  private func use(_ use: TermPage.Use) -> TemplateValue {
    .object([
      "sentence": .list(use.sentence.map { [sentence($0)] } ?? []), "head": text(use.head),
      "article": article(use.article),
    ])
  }
}

/// What the templates of comparisons are given.
extension TemplateShape {
  static let independence: TemplateShape = [
    "articles": .text, "outlets": .text, "origins": .text, "isSeveral": .flag, "isOne": .flag,
  ]
  static let comparisonPage: TemplateShape = [
    "event": .object(.reference), "when": .object(.claim), "place": .object(.reference),
    "reach": .object(.independence),
    "columns": .list([
      "name": .text, "article": .object(.article), "role": .text, "relays": .list(.texts), "hasRelays": .flag,
      "credits": .list(.texts), "hasCredits": .flag, "origin": .text,
    ]),
    "moreColumns": .text, "isStacked": .flag, "width": .text,
    "facets": .list([
      "id": .text, "name": .text, "hint": .text,
      "rows": .list([
        "label": .object(["text": .text, "href": .text, "date": .html]), "note": .text,
        "cells": .list([
          "outlet": .text, "isEmpty": .flag,
          "snippets": .list([
            "html": .html, "isQuotation": .flag, "href": .text, "number": .text, "note": .text,
          ]),
          "more": .text,
        ]),
      ]),
    ]),
    "copies": .list([
      "text": .text, "words": .text, "first": .object(.sentence), "second": .object(.sentence),
    ]),
    "hasCopies": .flag,
  ]
  static let copyPanel: TemplateShape = [
    "article": .object(.article), "isOneOrigin": .flag,
    "runs": .list(["text": .text, "words": .text, "own": .object(.sentence), "other": .object(.sentence)]),
  ]
  static let quoteView: TemplateShape = [
    "isByEvent": .flag, "isByOutlet": .flag, "more": .text,
    "groups": .list([
      "subject": .object(.reference), "total": .text, "more": .text,
      "entries": .list([
        "text": .text, "href": .text, "speaker": .object(.reference), "reach": .object(.independence),
        "differs": .text,
      ]),
    ]),
  ]
  static let termsPage: TemplateShape = [
    "outlets": .list(.reference), "moreOutlets": .text,
    "groups": .list([
      "name": .text,
      "rows": .list([
        "name": .text, "href": .text, "total": .text,
        "cells": .list([
          "outlet": .text, "total": .text, "href": .text, "outside": .text, "outsideHref": .text,
        ]),
      ]),
    ]),
    "isEmpty": .flag,
  ]
  static let termPage: TemplateShape = [
    "name": .text, "forms": .list(.texts), "total": .text, "outside": .text,
    "outlets": .list([
      "outlet": .object(.reference), "anchor": .text, "articles": .text, "total": .text,
      "outsideCount": .text, "quotedCount": .text,
      "outside": .list(.termUse), "hasOutside": .flag, "quoted": .list(.termUse), "hasQuoted": .flag,
    ]),
  ]
  static let termUse: TemplateShape = [
    "sentence": .list(.sentence), "head": .text, "article": .object(.article),
  ]
}
