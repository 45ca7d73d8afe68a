import DossierModel
import DossierSource

/// Tells by their words which blocks of the main content belong to the page: labels, invitations, bylines, credits.
///
/// The words are data of the language packs; what is here is where in an article such words mean what they say.
struct FurnitureLines: Sendable {
  private let words: PageWords
  private let dates: DateLineReader
  private let labels: LabelReader
  private let captions: CaptionRecognizer
  private let last: LastParagraphs

  /// Longer blocks are text, whatever they begin with.
  private static let longest = 240

  init(words: PageWords) {
    self.words = words
    dates = DateLineReader(words: words)
    labels = LabelReader(words: words)
    captions = CaptionRecognizer(words: words)
    last = LastParagraphs(words: words)
  }

  /// Why a block is furniture wherever it stands; nil where its words do not tell.
  func reason(for block: PageBlock) -> RemovalReason? {
    guard block.text.utf8.count <= Self.longest, block.kind != .code, block.kind != .tableRow else {
      return nil
    }
    let folded = FoldedWords(block.text)
    // Marks only, as between the parts of a byline.
    guard !folded.words.isEmpty else { return .pageFurniture }
    if let reason = words.furnitureLines.match(whole: folded) {
      // A heading or an item of a list may well be one such word: "Technology", "Politics".
      return block.kind == .paragraph || reason != .navigation || block.linkShare > 0.5 ? reason : nil
    }
    if isReadingTime(folded) { return .pageFurniture }
    guard let prefix = words.furniturePrefixes.match(in: folded) else { return nil }
    if block.kind.isHeading { return nil }
    // "Read: …" leads elsewhere; "Read the ledger and …" may be a sentence.
    let behind = block.text.utf8.dropFirst(folded.words[prefix.count - 1].end).first
    if prefix.count >= LabelReader.plainCount { return prefix.value }
    let isLabel = prefix.count > 1 || behind == UInt8(ascii: ":")
    guard isLabel else { return block.linkShare > 0.6 ? prefix.value : nil }
    return block.linkShare > 0.3 || prefix.count * 3 >= folded.words.count ? prefix.value : nil
  }

  /// Why a block that stands before the text is none of it: a byline, a date, a label.
  func reasonBeforeText(for block: PageBlock) -> RemovalReason? {
    guard block.text.utf8.count <= 160 else { return nil }
    let folded = FoldedWords(block.text)
    if let label = words.labels.match(in: folded), label.value == .byline || label.value == .credits,
      folded.words.count <= 12, !block.text.endsSentence
    {
      return .movedToMetadata
    }
    guard let line = dates.dates(of: block.text) else { return nil }
    return FoldedWords(line.rest).words.count <= 6 && !block.text.endsSentence ? .movedToMetadata : nil
  }

  /// Whether a block is the heading of what the page has besides: "Most Read", "Comments".
  ///
  /// One with its section, "Also in Business", may head a sentence of the text.
  func endsArticle(_ block: PageBlock, before next: PageBlock?) -> Bool {
    guard block.text.utf8.count <= 60,
      let marker = words.endMarker(in: FoldedWords(block.text), endsSentence: block.text.endsSentence)
    else { return false }
    return !marker.isOfSection || !(next.map { $0.isProse && $0.linkShare < 0.3 } ?? false)
  }

  // MARK: - Below the text

  /// A paragraph without the credits in brackets at its end, with them and the names in them.
  func withoutCredits(_ block: PageBlock) -> (block: PageBlock, credits: String, names: [String])? {
    guard block.kind == .paragraph, let parts = labels.partedCredits(of: block.text) else { return nil }
    let names = labels.ownLabels(of: PastedLine(text: parts.credits, mark: .none))?.flatMap { label in
      switch label {
      case .bylines(let names), .credits(let names): names
      default: [String]()
      }
    }
    let text = PageBlock(
      kind: block.kind, text: parts.text, linkLength: min(block.linkLength, parts.text.utf8.count),
      node: block.node)
    return (text, parts.credits, names ?? [])
  }

  /// What the last paragraphs are that belong to the page, the last first.
  func foot(of blocks: [PageBlock]) -> [[PastedLine.Label]] {
    let count = blocks.reversed().prefix { $0.kind == .paragraph }.count
    return last.labels(ofLast: count, of: blocks.suffix(LastParagraphs.context).map(\.text))
  }

  // MARK: - Captions

  /// A caption with the credit apart: in an element called so, whose text is given, or at its end in parentheses.
  func caption(of text: String, credit: String? = nil) -> ImageCaption {
    let text = captions.behindLabel(PastedLine(text: text, mark: .none)) ?? text
    if let credit, !credit.isEmpty {
      let rest = text.hasSuffix(credit) ? String(text.dropLast(credit.count)).folded : text
      return ImageCaption(caption: rest.isEmpty ? nil : rest, credit: credit)
    }
    guard let parts = trailingParenthesis(of: text), isCredit(parts.inside) else {
      if isCredit(text) { return ImageCaption(caption: nil, credit: text) }
      let parts = captions.creditAtEnd(of: text)
      return ImageCaption(caption: parts?.caption ?? text, credit: parts?.credit)
    }
    return ImageCaption(caption: parts.before.isEmpty ? nil : parts.before, credit: parts.inside)
  }

  /// The caption that a paragraph is, though nothing marks it as one: its credit gives it away.
  func captionInText(_ block: PageBlock) -> ImageCaption? {
    guard block.kind == .paragraph, block.text.utf8.count <= Self.longest else { return nil }
    if let parts = trailingParenthesis(of: block.text), isCredit(parts.inside) {
      return caption(of: block.text)
    }
    return block.text.utf8.count <= 80 && isCredit(block.text) && !block.text.endsSentence
      ? ImageCaption(caption: nil, credit: block.text) : nil
  }

  /// Whether a text begins with the label of a picture's credit and holds little more than a name.
  private func isCredit(_ text: String) -> Bool {
    let folded = FoldedWords(text)
    guard folded.words.count <= 10 else { return false }
    if text.utf8.starts(with: [0xC2, 0xA9]) { return true }
    guard let label = words.photoCreditLabels.match(in: folded), label.count < folded.words.count else {
      return false
    }
    let behind = text.utf8.dropFirst(folded.words[label.count - 1].end).drop { $0 == 0x20 }.first
    return behind == UInt8(ascii: ":") || behind == UInt8(ascii: "/") || label.count > 1
  }

  private func trailingParenthesis(of text: String) -> (before: String, inside: String)? {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    return (
      String(decoding: bytes[..<open], as: UTF8.self).folded,
      String(decoding: bytes[(open + 1)..<(bytes.count - 1)], as: UTF8.self).folded
    )
  }

  // MARK: - Small things

  /// "5 min read", "1.2k shares".
  private func isReadingTime(_ folded: FoldedWords) -> Bool {
    guard folded.words.count <= 7, folded.words.contains(where: { $0.folded.utf8.allSatisfy(Self.isDigit) })
    else {
      return false
    }
    let rest = FoldedWords(words: folded.words.filter { !$0.folded.utf8.allSatisfy(Self.isDigit) })
    return words.readingTimes.match(whole: rest) != nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
