import DossierModel
import DossierSource

/// Words of an article as a comparison quotes them: verbatim, with what matters marked and the way to their sentence.
package struct Snippet: Sendable {
  /// A stretch of the words; deleted ones stand in the article it is compared with, not in this one.
  package enum Piece: Sendable, Hashable {
    case plain(String)
    case marked(String)
    case deleted(String, Change)
    case inserted(String, Change)
  }

  /// How a place differs, in words beside the marks.
  package enum Change: String, Sendable, Hashable, CaseIterable { case spelling, wording, added, missing }

  /// What is said beside the words.
  package enum Note: Sendable, Hashable {
    case times(Int)
    case termUses(outside: Int, quoted: Int)
    case difference(QuoteFamily.Difference)
    case speaker(String)
    case date(EDTF)
    case key(place: String?, time: String?, source: String?)
  }

  package let article: ArticleReference
  /// Index of the sentence; nil where the words stand in the headline or above the text.
  let sentence: Int?
  package let pieces: [Piece]
  package let note: Note?
  package let isQuotation: Bool

  init(
    _ pieces: [Piece], of article: ArticleReference, sentence: Int?, note: Note? = nil,
    isQuotation: Bool = false
  ) {
    self.article = article
    self.sentence = sentence
    self.pieces = pieces
    self.note = note
    self.isQuotation = isQuotation
  }

  /// The sentence's anchor and its number in the article, counted from 1.
  package var place: (anchor: String, number: Int)? {
    sentence.map { (article.sentences[$0].id.string, $0 + 1) }
  }
}

extension Snippet {
  /// A stretch marked within so many words of its sentence before and behind it, none across a mark that parts clauses.
  init(
    around range: TextRange, of article: ArticleReference, sentence: Int, words: (before: Int, after: Int),
    note: Note? = nil
  ) {
    let whole = article.sentences[sentence].range
    let text = ClauseWindow(bytes: Array(article.text[whole].utf8))
    let marked = TextRange(
      max(range.lowerBound, whole.lowerBound) - whole.lowerBound,
      max(min(range.upperBound, whole.upperBound), whole.lowerBound) - whole.lowerBound)
    let window = text.window(around: marked, before: words.before, after: words.after)
    let before = (window.lowerBound > 0 ? "… " : "") + text.text(window.lowerBound, marked.lowerBound)
    let after =
      text.text(marked.upperBound, window.upperBound) + (window.upperBound < text.length ? " …" : "")
    self.init(
      [.plain(before), .marked(text.text(marked.lowerBound, marked.upperBound)), .plain(after)].filter {
        !$0.isEmpty
      },
      of: article, sentence: sentence, note: note)
  }

  /// A whole sentence.
  init(sentence: Int, of article: ArticleReference, note: Note? = nil) {
    let text = String(article.text[article.sentences[sentence].range])
    self.init([.plain(text)], of: article, sentence: sentence, note: note)
  }

  /// A variant of a quotation beside the family's first: what differs is marked where it stands.
  init(
    _ variant: QuoteFamily.Variant, of article: ArticleReference, sentence: Int,
    besides first: ArticleReference,
    note: Note?
  ) {
    let range = variant.citation.range
    let edited = variant.edits.reduce(0) { $0 + $1.after.count + $1.before.count }
    // Where hardly anything agrees, marks would hide the words.
    let edits = edited * 4 <= range.count * 5 ? variant.edits : []
    var pieces: [Piece] = []
    var place = range.lowerBound
    for edit in edits where edit.after.lowerBound >= place && edit.after.upperBound <= range.upperBound {
      pieces.append(.plain(String(article.text[TextRange(place, edit.after.lowerBound)])))
      let change: Change = edit.kind == .spelling ? .spelling : .wording
      let isSwap = !edit.before.isEmpty && !edit.after.isEmpty
      if !edit.before.isEmpty {
        let isFirst = place == range.lowerBound && edit.after.lowerBound == place
        if edit.after.isEmpty, !isFirst { pieces.append(.plain(" ")) }
        pieces.append(.deleted(String(first.text[edit.before]), isSwap ? change : .missing))
        if isSwap || isFirst { pieces.append(.plain(" ")) }
      }
      if !edit.after.isEmpty {
        pieces.append(.inserted(String(article.text[edit.after]), isSwap ? change : .added))
      }
      place = edit.after.upperBound
    }
    pieces.append(.plain(String(article.text[TextRange(place, range.upperBound)])))
    self.init(
      pieces.filter { !$0.isEmpty }, of: article, sentence: sentence, note: note, isQuotation: true)
  }
}

extension Snippet.Piece {
  fileprivate var isEmpty: Bool {
    switch self {
    case .plain(let text), .marked(let text), .deleted(let text, _), .inserted(let text, _): text.isEmpty
    }
  }
}

/// The words of a sentence around a stretch of it.
struct ClauseWindow {
  fileprivate let bytes: [UInt8]
  var length: Int { bytes.count }

  func text(_ lower: Int, _ upper: Int) -> String {
    lower < upper ? String(decoding: bytes[lower..<min(upper, bytes.count)], as: UTF8.self) : ""
  }

  /// So many words on both sides, fewer where a clause ends; a clause in commas behind the stretch belongs to it.
  fileprivate func window(around range: TextRange, before: Int, after: Int) -> TextRange {
    var lower = range.lowerBound
    for _ in 0..<before {
      var next = lower
      while next > 0, bytes[next - 1] == 0x20 { next -= 1 }
      guard next > 0, !Self.partsClauses(bytes[next - 1]) else { break }
      while next > 0, bytes[next - 1] != 0x20 { next -= 1 }
      lower = next
    }
    var upper = range.upperBound
    var count = 0
    while upper < bytes.count, count < after {
      let start = upper
      while upper < bytes.count, bytes[upper] == 0x20 { upper += 1 }
      while upper < bytes.count, bytes[upper] != 0x20 { upper += 1 }
      count += 1
      let isComma = upper > start && bytes[upper - 1] == 0x2C
      if upper > start, Self.partsClauses(bytes[upper - 1]), !isComma || start > range.upperBound { break }
    }
    while upper > range.upperBound, bytes[upper - 1] == 0x2C || bytes[upper - 1] == 0x20 { upper -= 1 }
    return TextRange(lower, upper)
  }

  /// Whether what stands behind an offset explains it: a clause in commas, brackets or dashes.
  static func isExplained(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.prefix(5)
    return next.starts(with: [0x2C, 0x20]) || next.starts(with: [0x20, 0x28])
      || next.starts(with: [0x20, 0xE2, 0x80, 0x93]) || next.starts(with: [0x20, 0xE2, 0x80, 0x94])
  }

  private static func partsClauses(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x2E || byte == 0x3A || byte == 0x3B || byte == 0x3F || byte == 0x21
  }
}
