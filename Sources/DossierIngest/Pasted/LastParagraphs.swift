import DossierModel

/// Tells which of the last paragraphs of a text are its page's: credits, notices, words to readers, how to reach whom.
///
/// For sources whose text is known by its marks, as Markdown and saved pages: what says itself what it is goes, and
/// where it stands below the text says that it is no sentence of it.
struct LastParagraphs: Sendable {
  /// Paragraphs of a foot, at most.
  private static let limit = 6
  /// Paragraphs above one that tell where it stands.
  private static let above = 3
  /// Bytes of a page's paragraph, at most.
  private static let longest = 600

  private let labels: LabelReader
  private let foot: FootReader

  init(words: PageWords) {
    labels = LabelReader(words: words)
    foot = FootReader(words: words)
  }

  /// What the last so many parts of a text are, the last first, up to one that is the text's.
  func labels(ofLast count: Int, of parts: [String]) -> [[PastedLine.Label]] {
    var found: [[PastedLine.Label]] = []
    var end = parts.count
    while end > 1, found.count < min(count, Self.limit),
      let labels = label(ofLast: parts[..<end], isAboveAddress: found.last.map(Self.isAddress) ?? false)
    {
      found.append(labels)
      end -= 1
    }
    return found
  }

  /// Parts at the end of a text that tell where its last paragraphs stand.
  static let context = limit + above

  private static func isAddress(_ labels: [PastedLine.Label]) -> Bool {
    labels.contains { if case .address = $0 { true } else { false } }
  }

  /// What the last paragraph is; nil where it is the text's, or may be.
  private func label(ofLast paragraphs: ArraySlice<String>, isAboveAddress: Bool) -> [PastedLine.Label]? {
    guard let last = paragraphs.last, last.utf8.count <= Self.longest else { return nil }
    var line = PastedLine(text: last, mark: .none, gap: 1)
    guard !line.words.words.isEmpty else { return [.removed(.pageFurniture)] }
    line.labels = line.shape.isProse ? labels.ownLabels(of: line) ?? [] : labels.labels(of: line)
    if !line.isOpen { return Self.isOfPage(line.labels, line) ? line.labels : nil }
    let above = paragraphs.dropLast().suffix(Self.above).map { PastedLine(text: $0, mark: .none, gap: 1) }
    var below: [PastedLine] = []
    if isAboveAddress {
      below = [PastedLine(text: "", mark: .none)]
      below[0].labels = [.address("")]
    }
    let labelled = foot.belowText(above + [line] + below)[above.count].labels
    return labelled.isEmpty || !Self.isOfPage(labelled, line) ? nil : labelled
  }

  /// Whether labels are a page's, below a text, and say what is filed: a sentence that only begins with such a word is
  /// none, and what no place is for stays where it is.
  private static func isOfPage(_ labels: [PastedLine.Label], _ line: PastedLine) -> Bool {
    labels.allSatisfy {
      switch $0 {
      case .credits(let names): !names.isEmpty
      case .bylines: !line.shape.isLongProse || line.shape.capitalizedWords * 3 > line.shape.wordCount
      case .removed: line.shape.wordCount <= 30
      case .address, .relays: true
      case .title, .deck, .date, .ambiguousDate, .dateline, .outlet, .notice, .caption, .heading, .paragraph:
        false
      }
    }
  }
}
