import DossierModel

/// Tells what of a page's head and foot stands in a Markdown body though its front matter says the same: the deck,
/// the byline, the date, the picture's words, and the lists of other articles at the end.
///
/// Who saved the page with front matter has left such lines as they were; only short ones before the first sentence,
/// and what is behind a heading that ends pages, are looked at.
struct MarkdownHeadReader: Sendable {
  private let labels: LabelReader
  private let captions: CaptionRecognizer
  private let words: PageWords

  /// No head has more parts than this.
  private static let limit = 8

  init(words: PageWords) {
    self.words = words
    labels = LabelReader(words: words)
    captions = CaptionRecognizer(words: words)
  }

  /// How many of the chunks are the page's head, and files what they say.
  func takeHead(
    of chunks: [Substring], titled title: String?, by authors: [String],
    into cleaned: inout MarkdownCleaner.Cleaned
  ) -> Int {
    var count = 0
    for chunk in chunks.prefix(Self.limit) {
      if count == 0, let title, let copy = Self.copy(chunk, of: title) {
        cleaned.removed.append(RemovedText(copy, .repeatedTitle))
        count += 1
        continue
      }
      guard chunk.utf8.count <= 400, !Self.isSentence(chunk),
        !isOneOfSeveralInStrong(chunk, of: chunks),
        take(chunk, isFirst: count == 0, by: authors, into: &cleaned)
      else {
        break
      }
      count += 1
    }
    return count
  }

  /// The text of a chunk that is the title once more, in strong letters.
  private static func copy(_ chunk: Substring, of title: String) -> String? {
    guard chunk.utf8.starts(with: "**".utf8), chunk.utf8.count <= title.utf8.count + 8,
      let line = LineScanner.lines(of: String(chunk)).first, line.words.joined == FoldedWords(title).joined
    else { return nil }
    return line.text
  }

  /// The last chunk but for lists of links, where it tells in slanted letters of an author, or asks readers for what a
  /// button does: "*Jane Doe is a former harbour master.*", "*All boats of the day by mail: sign up here.*".
  func wordsOfPage(atEndOf chunks: [Substring], by authors: [String]) -> Int? {
    guard let place = chunks.lastIndex(where: { !Self.isListOfLinks($0) }), place > 0,
      chunks[place].utf8.count <= 400, Self.isEmphasis(chunks[place]),
      let line = LineScanner.lines(of: String(chunks[place])).first
    else { return nil }
    let folded = FoldedWords(line.text, limit: 12).joined
    let isBiography = authors.contains { folded.hasPrefix(FoldedWords($0).joined + " ") }
    return isBiography || place == chunks.count - 1 && endsOnButton(line) ? place : nil
  }

  /// Whether a link in a line begins as a button of the page does.
  private func endsOnButton(_ line: PastedLine) -> Bool {
    line.links.contains { link in
      words.furniturePrefixes.match(in: FoldedWords(link.text)).map { $0.count > 1 } ?? false
    }
  }

  /// Whether every line of a chunk is an item of a list and a link.
  private static func isListOfLinks(_ chunk: Substring) -> Bool {
    guard let first = chunk.utf8.first, "-*+".utf8.contains(first) else { return false }
    return LineScanner.lines(of: String(chunk)).allSatisfy {
      if case .item = $0.mark { $0.isLink } else { false }
    }
  }

  private func take(
    _ chunk: Substring, isFirst: Bool, by authors: [String], into cleaned: inout MarkdownCleaner.Cleaned
  ) -> Bool {
    let lines = LineScanner.lines(of: String(chunk))
    guard let line = lines.first else { return false }
    if line.mark == .picture, lines.count <= 2 {
      let text = lines.last?.text ?? line.text
      let parts = lines.count == 2 ? captions.creditAtEnd(of: text) : nil
      cleaned.images.append(ImageCaption(caption: parts?.caption ?? text, credit: parts?.credit))
    } else if lines.count == 1, isFirst,
      Self.isEmphasis(chunk) || line.mark == .strong && isDeckInStrong(line),
      (4...45).contains(line.shape.wordCount)
    {
      cleaned.deck = line.text
    } else if lines.count != 1 || line.shape.isLongProse || !tellsOfPage(line, by: authors) {
      return false
    }
    cleaned.removed += lines.map { RemovedText($0.text, .movedToMetadata) }
    return true
  }

  /// Whether a line in strong letters may be a deck: a question begins an interview, and a place and an agency a report.
  private func isDeckInStrong(_ line: PastedLine) -> Bool {
    line.shape.isProse && !line.shape.endsWithQuestion
      && DatelineReader(words: words).dateline(of: line.text) == nil
  }

  /// Whether a chunk is a sentence in strong letters and another is too, as questions and the parts of a list are.
  private func isOneOfSeveralInStrong(_ chunk: Substring, of chunks: [Substring]) -> Bool {
    guard Self.isInStrong(chunk) else { return false }
    return chunks.count(where: Self.isInStrong) > 1
  }

  private static func isInStrong(_ chunk: Substring) -> Bool {
    guard chunk.utf8.starts(with: "**".utf8) || chunk.utf8.starts(with: "__".utf8) else { return false }
    let lines = LineScanner.lines(of: String(chunk))
    return lines.count == 1 && lines[0].mark == .strong && lines[0].shape.isProse
  }

  /// Whether a chunk is plainly of the text: it begins with no mark, and ends as a sentence does.
  private static func isSentence(_ chunk: Substring) -> Bool {
    guard let first = chunk.utf8.first else { return false }
    return chunk.utf8.last == UInt8(ascii: ".") && !"![*_".utf8.contains(first)
  }

  /// Whether a line is a date, a byline, or begins with the author whom the front matter names.
  private func tellsOfPage(_ line: PastedLine, by authors: [String]) -> Bool {
    guard line.mark == .none || line.mark == .strong, !line.shape.endsSentence else { return false }
    if authors.contains(where: { line.text.hasPrefix($0) }), line.shape.wordCount <= 12 { return true }
    let labels = labels.labels(of: line)
    return labels.contains {
      switch $0 {
      case .date, .bylines: true
      default: false
      }
    }
  }

  /// Whether all of a chunk is set in one pair of emphasis marks.
  private static func isEmphasis(_ chunk: Substring) -> Bool {
    let bytes = chunk.utf8
    guard let first = bytes.first, first == 0x2A || first == 0x5F, bytes.last == first, bytes.count > 2,
      bytes.dropFirst().first != first
    else { return false }
    return bytes.count { $0 == first } == 2
  }

  /// Where the article ends: at a short line such as "Most viewed" with hardly a sentence behind it.
  func end(of chunks: [Substring]) -> Int {
    let whole = chunks.reduce(0) { $0 + $1.utf8.count }
    var before = 0
    for index in chunks.indices {
      let size = chunks[index].utf8.count
      // Few lines stand so far down, and only those are worth reading.
      if (whole - before - size) * 4 < before, endsPage(chunks[index]),
        !chunks[(index + 1)...].contains(where: { LineShape(String($0)).isLongProse })
      {
        return index
      }
      before += size
    }
    return chunks.count
  }

  private func endsPage(_ chunk: Substring) -> Bool {
    let first = chunk.utf8.prefix(62).prefix { $0 != 0x0A }
    guard first.count <= 60,
      let line = LineScanner.lines(of: String(decoding: Array(first), as: UTF8.self)).first
    else { return false }
    return words.endMarkers.match(whole: line.words) != nil
  }
}
