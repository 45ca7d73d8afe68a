import DossierMarkdown
import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// Values of the pages on the work itself: what is open, what was corrected, from what the site was made.
extension PageValues {
  func reviewPage(_ page: ReviewPage) -> TemplateObject {
    [
      "suggestions": list(page.suggestions) { suggestions($0) },
      "isSettled": .flag(
        page.suggestions.isEmpty && page.undated.isEmpty && page.conflicting.isEmpty
          && page.unspoken.isEmpty && page.unpromoted.isEmpty && page.stale.isEmpty
          && page.contradictions.isEmpty),
      "undated": list(page.undated) { matter($0) }, "hasUndated": .flag(!page.undated.isEmpty),
      "conflicting": list(page.conflicting) { matter($0) },
      "hasConflicting": .flag(!page.conflicting.isEmpty),
      "unspoken": list(page.unspoken) { row in
        .object([
          "text": .text(row.text), "sentence": .list([sentence(row.sentence)]), "line": .text(row.line),
        ])
      },
      "hasUnspoken": .flag(!page.unspoken.isEmpty),
      "unspokenCount": .text(words.count(page.unspokenCount, "quotes")),
      "unpromoted": list(page.unpromoted) { row in
        .object([
          "name": .text(row.name), "kind": .text(words["kind.\(row.kind.rawValue)"]),
          "mentions": .text(words.count(row.mentions, "mentions")),
          "first": .list(row.first.map { [sentence($0)] } ?? []), "line": .text(row.line),
        ])
      },
      "hasUnpromoted": .flag(!page.unpromoted.isEmpty),
      "stale": list(page.stale) { row in
        .object([
          "line": .text(row.decision.line), "place": .text(row.decision.location.description),
          "selector": .text(row.stale.selector), "reason": .text(words["stale.\(row.stale.reason.rawValue)"]),
          "candidates": texts(row.stale.candidates), "hasCandidates": .flag(!row.stale.candidates.isEmpty),
        ])
      },
      "hasStale": .flag(!page.stale.isEmpty),
      "contradictions": list(page.contradictions) { pair in
        .object([
          "first": .text(pair.first.line), "firstPlace": .text(pair.first.location.description),
          "second": .text(pair.second.line), "secondPlace": .text(pair.second.location.description),
        ])
      },
      "hasContradictions": .flag(!page.contradictions.isEmpty),
    ]
  }

  private func suggestions(_ group: ReviewPage.Suggestions) -> TemplateValue {
    .object([
      "heading": .text(words["proposal.\(group.kind.rawValue)"]),
      "count": .text(Wording.grouped(group.count)),
      "rows": list(group.rows) { row in
        .object([
          "lines": texts(row.lines), "sentences": sentences(row.sentences), "printed": text(row.printed),
        ])
      },
    ])
  }

  private func matter(_ row: ReviewPage.ArticleMatter) -> TemplateValue {
    .object([
      "article": article(row.article), "line": .text(row.line),
      "dates": list(row.dates) { .object(["date": date($0)]) },
    ])
  }

  func correctionsPage(_ page: CorrectionsPage) -> TemplateObject {
    [
      "rows": list(page.rows) { row in
        .object([
          "what": .text(words["verb.\(row.verb.rawValue)"]), "day": text(row.day), "reason": text(row.reason),
          "articles": list(row.articles) { article($0) }, "names": references(row.names),
          "events": references(row.events),
        ])
      },
      "isEmpty": .flag(page.rows.isEmpty),
    ]
  }

  /// Texts of the editor, their headings below those of the page.
  func notes(_ notes: [Note]) -> TemplateValue {
    list(notes) { note in
      .object([
        "html": .html(note.body.html(headingsBelow: 2)), "author": text(note.author), "day": text(note.day),
      ])
    }
  }

  func buildPage(_ page: BuildPage) -> TemplateObject {
    [
      "version": .text(page.account.version),
      "inputs": .text(words.count(page.account.inputs.count, "files")),
      "articles": .text(words.count(page.articleCount, "articles")),
      "names": .text(words.count(page.entityCount, "names")),
      "events": .text(words.count(page.eventCount, "events")),
      "quotes": .text(words.count(page.quoteCount, "quotes")),
      "decisions": .text(words.count(page.decisionCount, "lines")),
      "sums": .text(page.sums.string), "isNamed": .flag(page.isNamed),
    ]
  }
}

extension TemplateShape {
  static let reviewMatter: TemplateShape = [
    "article": .object(.article), "line": .text, "dates": .list(["date": .html]),
  ]
  static let reviewPage: TemplateShape = [
    "suggestions": .list([
      "heading": .text, "count": .text,
      "rows": .list(["lines": .list(.texts), "sentences": .list(.sentence), "printed": .text]),
    ]),
    "isSettled": .flag,
    "undated": .list(.reviewMatter), "hasUndated": .flag, "conflicting": .list(.reviewMatter),
    "hasConflicting": .flag,
    "unspoken": .list(["text": .text, "sentence": .list(.sentence), "line": .text]), "hasUnspoken": .flag,
    "unspokenCount": .text,
    "unpromoted": .list([
      "name": .text, "kind": .text, "mentions": .text, "first": .list(.sentence), "line": .text,
    ]),
    "hasUnpromoted": .flag,
    "stale": .list([
      "line": .text, "place": .text, "selector": .text, "reason": .text, "candidates": .list(.texts),
      "hasCandidates": .flag,
    ]),
    "hasStale": .flag,
    "contradictions": .list(["first": .text, "firstPlace": .text, "second": .text, "secondPlace": .text]),
    "hasContradictions": .flag,
  ]
  static let correctionsPage: TemplateShape = [
    "rows": .list([
      "what": .text, "day": .text, "reason": .text, "articles": .list(.article), "names": .list(.reference),
      "events": .list(.reference),
    ]),
    "isEmpty": .flag,
  ]
  static let buildPage: TemplateShape = [
    "version": .text, "inputs": .text, "articles": .text, "names": .text, "events": .text, "quotes": .text,
    "decisions": .text, "sums": .text, "isNamed": .flag,
  ]
}
