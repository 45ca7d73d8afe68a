import DossierModel

/// Tells which of the last paragraphs of a text are its page's: credits, words to readers, how to reach whom.
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
    var found: [PastedLine] = []
    while found.count < min(count, Self.limit),
      let line = pageLine(endOf: parts.dropLast(found.count), above: found.last)
    {
      found.append(line)
    }
    return found.map(\.labels)
  }

  /// Parts at the end of a text that tell where its last paragraphs stand.
  static let context = limit + above

  /// The last paragraph with what it is; nil where it is the text's or may be, or is all of it.
  private func pageLine(endOf paragraphs: ArraySlice<String>, above below: PastedLine?) -> PastedLine? {
    guard paragraphs.count > 1, let last = paragraphs.last, last.utf8.count <= Self.longest else {
      return nil
    }
    var line = PastedLine(text: last, mark: .none, gap: 1)
    if line.words.words.isEmpty {
      line.labels = [.removed(.pageFurniture)]
      return line
    }
    line.labels = line.shape.isProse ? labels.ownLabels(of: line) ?? [] : labels.labels(of: line)
    if line.isOpen {
      // Of a sentence nothing else is asked, and most last paragraphs are none of the page's.
      if line.shape.isProse, !foot.tellsOfPage(line, before: below) { return nil }
      let above = paragraphs.dropLast().suffix(Self.above).map { PastedLine(text: $0, mark: .none, gap: 1) }
      line = foot.belowText(above + [line] + [below].compactMap(\.self))[above.count]
    }
    return !line.isOpen && Self.isOfPage(line) ? line : nil
  }

  /// Whether labels are a page's, below a text, and say what is filed: a sentence that only begins with such a word is
  /// none, and what no place is for stays where it is.
  private static func isOfPage(_ line: PastedLine) -> Bool {
    line.labels.allSatisfy {
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
