import DossierMarkdown
import DossierModel
import DossierSource

/// Applies the editor's lines to what an article says of itself: dates, outlet, title, notices, broken paragraphs.
///
/// Each article has its slice of the lines, so that whoever keeps what was made of an article can tell by the slice
/// whether it still holds.
package struct ArticleFacts: Sendable {
  private let slices: [ArticleID: [Decision]]

  package init(_ decisions: Decisions) {
    var slices: [ArticleID: [Decision]] = [:]
    for decision in decisions.all {
      guard Self.isOfFacts(decision), let selector = decision.articles.first,
        let article = decisions.articles[selector]
      else { continue }
      slices[article, default: []].append(decision)
    }
    self.slices = slices
  }

  /// Whether no line concerns any article's facts.
  package var isEmpty: Bool { slices.isEmpty }

  /// The lines that concern an article's facts, in their order.
  package func slice(of article: ArticleID) -> [Decision] { slices[article] ?? [] }

  /// What became of an article.
  package struct Outcome: Sendable {
    package var article: Article
    package var applied: [DecisionID] = []
    package var stale: [StaleDecision] = []
  }

  /// The article as the editor has it.
  package func outcome(for article: Article) -> Outcome {
    var outcome = Outcome(article: article)
    for decision in slice(of: article.id) { Self.apply(decision, to: &outcome) }
    return outcome
  }

  private static func isOfFacts(_ decision: Decision) -> Bool {
    switch decision.verb {
    case .published, .updated, .copied, .notDate, .outlet, .relay, .title, .join, .notice: true
    default: false
    }
  }

  private static func apply(_ decision: Decision, to outcome: inout Outcome) {
    var draft = ArticleDraft(outcome.article)
    var missing: (reason: StaleDecision.Reason, words: String)?
    switch decision.action {
    case .date(let role, _, let date): draft.set(role, to: Claim(date, decidedBy: decision.id))
    case .notDate(_, let words):
      // Words that are no date of the page may be one in its text: then Linking drops it.
      guard draft.dropDates(printed: words) else { return }
    case .outlet(_, let name):
      draft.metadata.outlet = name
      draft.metadata.relays.removeAll { $0 == name }
    case .relay(_, let name): if !draft.metadata.relays.contains(name) { draft.metadata.relays.append(name) }
    case .title(_, let title): draft.setTitle(title)
    case .join(_, let end, let start):
      if !draft.join(end, start) { missing = (.noLineBreak, end) }
    case .notice(_, let words):
      if !draft.takeNotice(words) { missing = (.noWords, words) }
    default: return
    }
    if let missing {
      outcome.stale.append(StaleDecision(decision.id, missing.reason, "\"\(missing.words)\""))
    } else {
      outcome.article = draft.article
      outcome.applied.append(decision.id)
    }
  }
}

/// An article while the editor's lines are applied to it.
private struct ArticleDraft {
  private let original: Article
  var metadata: ArticleMetadata
  private var body: MarkdownDocument
  private var notices: [String]
  private var removed: [RemovedText]
  private var repairs: [Int]

  init(_ article: Article) {
    original = article
    metadata = article.metadata
    body = article.body
    notices = article.notices
    removed = article.removed
    repairs = article.repairs
  }

  var article: Article {
    Article(
      id: original.id, source: original.source, fingerprint: original.fingerprint, metadata: metadata,
      body: body, images: original.images, notices: notices, removed: removed, repairs: repairs)
  }

  mutating func set(_ role: Decision.DateRole, to claim: Claim<EDTF>) {
    switch role {
    case .published: metadata.published = claim
    case .updated: metadata.updated = claim
    case .copied: metadata.retrieved = claim
    }
  }

  /// Drops the dates that were read from a line with these words; says whether there were any.
  mutating func dropDates(printed words: String) -> Bool {
    func isRead(_ claim: Claim<EDTF>?) -> Bool { claim?.printed?.contains(words) ?? false }
    let dates = [metadata.published, metadata.updated, metadata.retrieved]
    if isRead(metadata.published) { metadata.published = nil }
    if isRead(metadata.updated) { metadata.updated = nil }
    if isRead(metadata.retrieved) { metadata.retrieved = nil }
    return dates.contains(where: isRead)
  }

  /// Takes other words for the title; the old ones are not lost, and the new ones not told twice.
  mutating func setTitle(_ title: String) {
    let old = metadata.title
    metadata.title = title
    removed.removeAll { $0.text == title }
    if old != title, !old.isEmpty, !body.plainText.text.contains(old) {
      removed.append(RemovedText(old, .pageFurniture))
    }
    if let place = place(where: { $0 == title }) { cut(place) }
  }

  /// Joins the two blocks of a break; says whether there is one.
  mutating func join(_ end: String, _ start: String) -> Bool {
    let blocks = body.plainText.blocks
    let text = body.plainText.text
    let found = blocks.indices.dropLast().filter {
      text[blocks[$0].range].hasSuffix(end) && text[blocks[$0 + 1].range].hasPrefix(start)
    }
    // What is joined already stays so: the line then keeps it from breaking again.
    guard let place = found.first, found.count == 1 else { return text.contains(end + " " + start) }
    guard let (pieces, at) = chunks(of: place), at + 1 < pieces.count else { return false }
    var chunks = pieces
    let seam = blocks[place].range.upperBound
    chunks[at] += " " + chunks.remove(at: at + 1)
    body = MarkdownDocument(chunks.joined(separator: "\n\n") + "\n")
    repairs = (repairs.map { $0 > seam ? $0 - 1 : $0 } + [seam]).sorted()
    return true
  }

  /// Makes a notice of the block with these words, or of a line that was removed; says whether there is one.
  mutating func takeNotice(_ words: String) -> Bool {
    if notices.contains(where: { $0.contains(words) }) { return true }
    if let place = place(where: { $0.contains(words) }) {
      notices.append(String(body.plainText.text[body.plainText.blocks[place].range]))
      cut(place)
      return true
    }
    guard let row = removed.firstIndex(where: { $0.text.contains(words) }) else { return false }
    notices.append(removed.remove(at: row).text)
    return true
  }

  private func place(where isMeant: (Substring) -> Bool) -> Int? {
    body.plainText.blocks.firstIndex { isMeant(body.plainText.text[$0.range]) }
  }

  /// Takes a block out of the body.
  private mutating func cut(_ place: Int) {
    guard let (pieces, at) = chunks(of: place) else { return }
    var chunks = pieces
    let block = body.plainText.blocks[place].range
    removed.append(RemovedText(String(body.plainText.text[block]), .movedToMetadata))
    chunks.remove(at: at)
    body = MarkdownDocument(chunks.joined(separator: "\n\n") + (chunks.isEmpty ? "" : "\n"))
    repairs = repairs.filter { !block.contains($0) }.map { $0 > block.lowerBound ? $0 - block.count - 2 : $0 }
  }

  /// The body's Markdown between blank lines, and which piece of it is a block; nil where the piece holds more.
  private func chunks(of block: Int) -> (all: [String], place: Int)? {
    var chunks: [String] = []
    var open: [Substring] = []
    var lines = body.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    lines.append("")
    for line in lines {
      if !line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        open.append(line)
      } else if !open.isEmpty {
        chunks.append(open.joined(separator: "\n"))
        open = []
      }
    }
    var before = 0
    for (place, chunk) in chunks.enumerated() {
      let count = MarkdownDocument(chunk).plainText.blocks.count
      if before == block, count == 1 { return (chunks, place) }
      before += count
      if before > block { return nil }
    }
    return nil
  }
}
