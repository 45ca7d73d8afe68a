import DossierModel

/// Takes out of a Markdown body what is no part of an article, and leaves every other byte as it is.
///
/// Whoever wrote front matter has looked at the text: only what is sure to be a page's goes.
struct MarkdownCleaner: Sendable {
  struct Cleaned: Sendable {
    var markdown = ""
    /// Of a heading at the front, where no title was given.
    var title: String?
    /// Printed below the title, where the front matter has none.
    var deck: String?
    var credits: [String] = []
    /// What the paragraphs below the text say.
    var foot = FiledFoot()
    /// Printed below the words that say it is the page's.
    var address: String?
    var images: [ImageCaption] = []
    var notices: [String] = []
    var removed: [RemovedText] = []
  }

  private let labels: LabelReader
  private let heads: MarkdownHeadReader
  private let captions: CaptionRecognizer
  private let last: LastParagraphs
  private let bare: BareCaptions

  init(words: PageWords) {
    labels = LabelReader(words: words)
    heads = MarkdownHeadReader(words: words)
    captions = CaptionRecognizer(words: words)
    last = LastParagraphs(words: words)
    bare = BareCaptions(words: words)
  }

  /// The body without what is a page's; the authors are those whom the front matter names.
  func cleaned(_ body: String, title: String?, authors: [String] = []) -> Cleaned {
    var cleaned = Cleaned()
    var chunks = Self.chunks(of: body)
    var isChanged = false
    if let first = chunks.first, let heading = Self.heading(first, level: title == nil ? 6 : 1) {
      let isRepeated = title.map { FoldedWords($0).joined == FoldedWords(heading).joined } ?? false
      if title == nil || isRepeated {
        cleaned.title = title == nil ? heading : nil
        cleaned.removed.append(RemovedText(heading, title == nil ? .movedToMetadata : .repeatedTitle))
        chunks.removeFirst()
        isChanged = true
      }
    }
    let head = title == nil ? 0 : heads.takeHead(of: chunks, titled: title, by: authors, into: &cleaned)
    let end = heads.end(of: chunks)
    isChanged = isChanged || head > 0 || end < chunks.count
    let foot = chunks[max(head, end)...].map { RemovedText(String($0), .relatedLink) }
    var kept: [Substring] = []
    for chunk in chunks[head..<max(head, end)] {
      if let last = kept.last, isAddress(chunk, below: last, into: &cleaned) {
        kept.removeLast()
        isChanged = true
      } else if remove(chunk, into: &cleaned) {
        isChanged = true
      } else if let unlinked = Self.withoutDeadLinks(chunk, removed: &cleaned.removed) {
        kept.append(unlinked[...])
        isChanged = true
      } else {
        kept.append(chunk)
      }
    }
    if let place = heads.wordsOfPage(atEndOf: kept, by: authors) {
      cleaned.removed.append(RemovedText(String(kept.remove(at: place)), .pageFurniture))
      isChanged = true
    }
    if takeFoot(of: &kept, into: &cleaned) { isChanged = true }
    if takeBareCaptions(of: &kept, into: &cleaned) { isChanged = true }
    while kept.count > 1, let notice = notice(in: kept[kept.count - 1]) {
      cleaned.notices.append(notice)
      cleaned.removed.append(RemovedText(notice, .movedToMetadata))
      kept.removeLast()
      isChanged = true
    }
    let joined = Self.joiningCut(kept)
    isChanged = isChanged || joined.count < kept.count
    kept = joined
    cleaned.removed += foot
    cleaned.markdown = isChanged ? kept.joined(separator: "\n\n") + "\n" : body
    return cleaned
  }

  /// Takes out the captions that stand among the paragraphs without a mark, and files them as such.
  private func takeBareCaptions(of kept: inout [Substring], into cleaned: inout Cleaned) -> Bool {
    let plain = kept.indices.filter { Self.isPlain(kept[$0]) }
    // Of most texts every paragraph ends as a sentence.
    guard plain.contains(where: { bare.mayBeCaption(String(kept[$0])) }) else { return false }
    let texts = plain.map { String(kept[$0].reversed().drop { $0 == " " }.reversed()) }
    let found = bare.indices(in: texts).sorted()
    for place in found {
      cleaned.images.append(ImageCaption(caption: texts[place], credit: nil))
      cleaned.removed.append(RemovedText(texts[place], .movedToMetadata))
    }
    for place in found.reversed() { kept.remove(at: plain[place]) }
    return !found.isEmpty
  }

  /// Takes off the last paragraphs that say themselves that they are the page's, and files what they say.
  private func takeFoot(of kept: inout [Substring], into cleaned: inout Cleaned) -> Bool {
    let count = kept.reversed().prefix(while: Self.isPlain).count
    let found = last.labels(ofLast: count, of: kept.suffix(LastParagraphs.context).map(String.init))
    for labels in found { cleaned.foot.file(String(kept.removeLast()), labels) }
    cleaned.removed += cleaned.foot.removed
    // What was above them heads nothing now.
    while !found.isEmpty, let chunk = kept.last, let heading = Self.heading(chunk, level: 6) {
      cleaned.removed.append(RemovedText(heading, .relatedLink))
      kept.removeLast()
    }
    return !found.isEmpty
  }

  /// Whether a chunk is a paragraph in one line, without marks at its front.
  private static func isPlain(_ chunk: Substring) -> Bool {
    guard let first = chunk.utf8.first, !chunk.utf8.contains(0x0A) else { return false }
    return !"#*_>|!<`~[".utf8.contains(first) && !chunk.utf8.starts(with: "- ".utf8)
      && !chunk.utf8.starts(with: "+ ".utf8)
  }

  /// Whether a chunk is no part of the article; then it is filed where it belongs.
  private func remove(_ chunk: Substring, into cleaned: inout Cleaned) -> Bool {
    guard chunk.utf8.count <= 160 || chunk.utf8.first == 0x21 || chunk.utf8.first == 0x3C else {
      return false
    }
    if Self.isRawHTML(chunk) {
      cleaned.removed.append(RemovedText(String(chunk), .activeContent))
      return true
    }
    guard !chunk.utf8.contains(0x0A) else { return false }
    let text = String(chunk)
    // Most short paragraphs are sentences that no label begins: looking closer would cost more than parsing them.
    let isSentence = Self.endsAsSentence(chunk) && chunk.utf8.first != 0x21
    if isSentence, !labels.mayLabelSentence(text) { return false }
    let lines = LineScanner.lines(of: text)
    guard let line = lines.first, lines.count == 1 else { return false }
    switch line.mark {
    case .picture:
      cleaned.images.append(ImageCaption(caption: line.text, credit: nil))
      cleaned.removed.append(RemovedText(line.text, .movedToMetadata))
      return true
    case .item, .quote, .tableRow, .heading: return false
    case .none, .strong: break
    }
    guard line.words.words.count > 2 && line.shape.wordCount <= 30 || !line.shape.endsSentence else {
      return false
    }
    if captions.isCredit(line) {
      cleaned.credits.append(line.text)
      cleaned.removed.append(RemovedText(line.text, .movedToMetadata))
      return true
    }
    switch (isSentence ? labels.ownLabels(of: line) ?? [] : labels.labels(of: line)).first {
    case .removed(let reason):
      cleaned.removed.append(RemovedText(line.text, reason))
      return true
    case .credits(let names) where !names.isEmpty && !line.shape.isProse:
      cleaned.credits += names
      cleaned.removed.append(RemovedText(line.text, .movedToMetadata))
      return true
    default: return false
    }
  }

  /// Whether a chunk is the page's address, and the one above it says so: "Original address:".
  private func isAddress(_ chunk: Substring, below label: Substring, into cleaned: inout Cleaned) -> Bool {
    guard label.utf8.count <= 60, chunk.utf8.count <= 400, !chunk.utf8.contains(0x0A),
      let address = LineScanner.lines(of: String(chunk)).first.flatMap({ WebAddress($0.text) }),
      labels.words.labels.match(whole: FoldedWords(String(label))) == .address
    else { return false }
    cleaned.address = cleaned.address ?? address.string
    cleaned.removed += [label, chunk].map { RemovedText(String($0), .movedToMetadata) }
    return true
  }

  /// The chunks, each paragraph that breaks off amid a sentence with the one below it that goes on in small letters.
  private static func joiningCut(_ chunks: [Substring]) -> [Substring] {
    var joined: [Substring] = []
    for chunk in chunks {
      if let last = joined.last, breaksOff(last), let first = chunk.utf8.first, (0x61...0x7A).contains(first),
        !chunk.utf8.contains(0x0A)
      {
        joined[joined.count - 1] = (last + " " + chunk)[...]
      } else {
        joined.append(chunk)
      }
    }
    return joined
  }

  /// Whether a paragraph of several words ends in a letter or a comma.
  private static func breaksOff(_ chunk: Substring) -> Bool {
    guard let first = chunk.utf8.first, let last = chunk.utf8.last, !chunk.utf8.contains(0x0A),
      (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A || first == 0x22 || first == 0xE2
    else { return false }
    return ((last | 0x20) >= 0x61 && (last | 0x20) <= 0x7A || last == 0x2C)
      && LineShape(String(chunk)).wordCount >= 6
  }

  /// The text of a short last chunk, set apart by its emphasis, that tells readers of the article's own fate.
  private func notice(in chunk: Substring) -> String? {
    guard chunk.utf8.count <= 200, chunk.utf8.first == 0x2A || chunk.utf8.first == 0x5F,
      let line = LineScanner.lines(of: String(chunk)).first,
      labels.words.noticePhrases.firstMatch(in: line.words) != nil,
      labels.words.readerWords.firstMatch(in: line.words) != nil
    else { return nil }
    return line.text
  }

  /// Whether the last byte is a full stop's or a closing quotation mark's.
  private static func endsAsSentence(_ chunk: Substring) -> Bool {
    guard let last = chunk.utf8.last else { return false }
    return last == 0x2E || last == 0x22 || last == 0x9D || last == 0x3F || last == 0x21
  }

  // MARK: Chunks

  /// The parts of a text between empty lines; code in fences is one chunk whatever it holds.
  static func chunks(of body: String) -> [Substring] {
    var chunks: [Substring] = []
    let utf8 = body.utf8
    var start: String.Index?
    var line = utf8.startIndex
    var isFenced = false
    var end = utf8.startIndex
    while line < utf8.endIndex {
      let lineEnd = utf8[line...].firstIndex(of: 0x0A) ?? utf8.endIndex
      let content = utf8[line..<lineEnd]
      if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { isFenced.toggle() }
      if !isFenced, content.allSatisfy({ $0 <= 0x20 }) {
        if let begin = start { chunks.append(body[begin..<end]) }
        start = nil
      } else {
        if start == nil { start = line }
        end = lineEnd
      }
      line = lineEnd < utf8.endIndex ? utf8.index(after: lineEnd) : utf8.endIndex
    }
    if let begin = start { chunks.append(body[begin..<end]) }
    return chunks
  }

  /// The text of a chunk that is one ATX heading of at most this level.
  private static func heading(_ chunk: Substring, level: Int) -> String? {
    guard chunk.utf8.first == 0x23, !chunk.utf8.contains(0x0A),
      let line = LineScanner.lines(of: String(chunk)).first, case .heading(let found) = line.mark,
      found <= level
    else { return nil }
    return line.text
  }

  /// A chunk that is nothing but elements: scripts, frames, forms.
  private static func isRawHTML(_ chunk: Substring) -> Bool {
    let bytes = chunk.utf8
    guard bytes.first == 0x3C, bytes.last == 0x3E, let next = bytes.dropFirst().first else { return false }
    let isTag = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A || next == 0x21 || next == 0x2F || next == 0x3F
    return isTag && WebAddress(chunk) == nil
  }

  /// The chunk without links that lead nowhere from a disk: `[text](#)`, `[text](/world)`; nil where it has none.
  private static func withoutDeadLinks(_ chunk: Substring, removed: inout [RemovedText]) -> String? {
    let bytes = Array(chunk.utf8)
    guard bytes.contains(0x5B), bytes.contains(0x28) else { return nil }
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == 0x5D, bytes[index + 1] == 0x28,
        let link = link(around: index, in: bytes, from: copied)
      else {
        index += 1
        continue
      }
      let address = String(decoding: bytes[(index + 2)..<link.end], as: UTF8.self)
      if isDead(address) {
        result += bytes[copied..<link.start]
        result += bytes[(link.start + 1)..<index]
        removed.append(RemovedText(String(decoding: bytes[link.start...link.end], as: UTF8.self), .deadLink))
        copied = link.end + 1
      }
      index = link.end + 1
    }
    guard copied > 0 else { return nil }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func link(around middle: Int, in bytes: [UInt8], from first: Int) -> (start: Int, end: Int)?
  {
    var start = middle
    let earliest = max(first, middle - 400)
    while start > earliest, bytes[start] != 0x5B { start -= 1 }
    guard bytes[start] == 0x5B, start == 0 || bytes[start - 1] != 0x21 else { return nil }
    guard let end = bytes[middle..<min(bytes.count, middle + 1000)].firstIndex(of: 0x29) else { return nil }
    return (start, end)
  }

  private static func isDead(_ address: String) -> Bool {
    let bytes = address.utf8
    return
      !(bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
      || bytes.starts(with: "mailto:".utf8))
  }
}
