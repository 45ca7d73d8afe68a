import DossierModel

/// Ends the article where the page goes over to something else: "Check Also", "Most Popular".
///
/// A marker ends it only where what follows looks like teasers; an article may go on behind a box in its middle.
struct EndMarkerCutter: Sendable {
  let words: PageWords

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    var before = 0
    var markers = 0
    for index in lines.indices {
      if lines[index].isOpen, lines[index].shape.isProse { before += lines[index].shape.wordCount }
      guard lines[index].isOpen || lines[index].isRemoved, lines[index].shape.wordCount <= 8,
        let marker = words.endMarker(in: lines[index].words, endsSentence: lines[index].shape.endsSentence),
        !(marker.isOfSection && headsSentence(index, in: lines))
      else { continue }
      let reason = marker.reason
      markers += 1
      guard markers <= Self.limit else { return lines }
      if !headsBox(at: index, for: marker, in: lines),
        endsArticle(lines[(index + 1)...], wordsBefore: before)
      {
        for rest in index..<lines.count
        where lines[rest].isOpen || rest == index || isTeaserDate(at: rest, behind: index, in: lines) {
          lines[rest].labels = [.removed(reason)]
        }
        return lines
      }
      removeBox(
        at: index, reason: reason, isAlone: before < Self.fewestWords && reason == .pageFurniture,
        from: &lines)
    }
    return lines
  }

  /// Whether a marker with a colon or with its section heads a box within the text: "You may also like:", "MOST READ IN
  /// WORLD NEWS", a few short lines, and then sentences that name what the text above names.
  ///
  /// Teasers may be sentences themselves, and what readers write below "Comments:" always is; the text goes on only where
  /// the box ends.
  private func headsBox(
    at index: Int, for marker: (reason: RemovalReason, isOfSection: Bool), in lines: [PastedLine]
  ) -> Bool {
    let (line, isOfSection) = (lines[index], marker.isOfSection)
    guard marker.reason == .relatedLink else { return false }
    if headsBlock(index, in: lines) { return true }
    guard line.shape.endsWithColon || isOfSection else { return false }
    let below = lines[(index + 1)...].filter(\.isOpen)
    let box = below.prefix { !$0.shape.isProse || $0.shape.endsWithQuestion }
    let text = below.dropFirst(box.count).prefix(while: Self.isSentence)
    guard !box.isEmpty, text.count > (isOfSection ? 0 : 1) else { return false }
    let above = lines[..<index].filter { $0.isOpen && $0.shape.isProse }.reduce(into: Set<String>()) {
      $0.formUnion(names(in: $1))
    }
    return text.contains { !above.isDisjoint(with: names(in: $0)) && !words.speaksToReaders($0.text) }
  }

  /// Whether a sentence stands right below, as below the headings of a text that tells of one section after the other.
  ///
  /// "Also in Business" may be such a heading. Teasers are short, and stand right on top of each other.
  private func headsSentence(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard let next = lines[(index + 1)...].first, next.isOpen, next.mark == .none, !next.isLink,
      next.shape.endsSentence
    else { return false }
    return next.shape.isLongProse || next.gap > 0 && next.shape.isProse && !next.shape.endsWithQuestion
  }

  /// Headlines of a box in one block with its marker, at most.
  private static let block = 6

  /// Whether a marker and the headlines below it are one block, and below that the text goes on: each open line below is
  /// a paragraph or heads one, the first tells what somebody says, and neither speaks to readers.
  ///
  /// Below the text itself stands more that is no sentence, and what is one speaks for the page.
  private func headsBlock(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard lines[index].gap > 0 else { return false }
    let block = lines[(index + 1)...].prefix { $0.gap == 0 }
    guard (1...Self.block).contains(block.count), block.endIndex < lines.count,
      block.allSatisfy({ $0.isOpen && $0.mark == .none && !$0.shape.isProse && $0.shape.isHeadlineLike })
    else { return false }
    guard let first = lines[block.endIndex...].first(where: \.isOpen), Self.isSentence(first),
      first.mark == .none, !first.isLink, first.gap > 0, first.number == lines[block.endIndex].number
    else { return false }
    let tells = FoldedWords(first.text, limit: 200).words.contains {
      words.reportingVerbs.contains($0.folded) || words.tellingVerbs.contains($0.folded)
    }
    return tells && !words.speaksToReaders(first.text)
  }

  private static func isSentence(_ line: PastedLine) -> Bool {
    line.shape.isProse && line.shape.endsSentence && !line.shape.endsWithEllipsis
      && line.shape.wordCount >= sentenceWords
  }

  /// The words with a capital that begin no sentence and are no day's: "Aldmouth", but not "Monday".
  private func names(in line: PastedLine) -> Set<String> {
    let bytes = Array(line.text.utf8)
    let named = line.words.words.filter { word in
      guard word.start > 1, bytes[word.start - 1] == 0x20, word.isCapitalized(in: line.text) else {
        return false
      }
      let day = FoldedWords(words: [word])
      return !".?!:".utf8.contains(bytes[word.start - 2]) && words.weekdays.match(whole: day) == nil
        && words.months.match(whole: day) == nil
    }
    return Set(named.map { Self.withoutOwning(String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)) })
  }

  /// "Aldmouth" of "Aldmouth's".
  private static func withoutOwning(_ name: String) -> String {
    String(name.prefix { $0 != "'" && $0 != "’" })
  }

  /// Words of a sentence of the text behind a box, at least.
  private static let sentenceWords = 8

  /// No page has more markers than this.
  private static let limit = 40

  /// Words of prose that stand before an article's end, at least.
  private static let fewestWords = 30

  /// Words of the headline that another article's day stands below, at least.
  private static let headlineWords = 4

  /// A date without a label, below the marker, is that of another article, and so is one that says "Published" right
  /// below a headline, where the page has told its own day before.
  ///
  /// A page without a day above may well tell it at its foot.
  private func isTeaserDate(at index: Int, behind marker: Int, in lines: [PastedLine]) -> Bool {
    let isOfHeadline =
      index > marker + 1 && lines[index].gap == 0 && lines[index - 1].shape.isHeadlineLike
      && lines[index - 1].shape.wordCount >= Self.headlineWords
      && lines[..<marker].contains(where: \.tellsDate)
    return lines[index].labels.contains {
      if case .date(let date) = $0 { date.label == nil || isOfHeadline } else { false }
    }
  }

  private func endsArticle(_ rest: ArraySlice<PastedLine>, wordsBefore: Int) -> Bool {
    let open = rest.filter(\.isOpen)
    let paragraphs = open.filter {
      $0.shape.isLongProse && $0.shape.endsSentence && !$0.shape.endsWithEllipsis
    }
    let wordsAfter = paragraphs.reduce(0) { $0 + $1.shape.wordCount }
    return wordsBefore >= Self.fewestWords && (paragraphs.count <= 1 || wordsAfter * 6 < wordsBefore)
  }

  /// Whether a line that an empty line parts from a box of headlines stands with another above the text, as the text's
  /// headings do.
  private func headsText(_ index: Int, behind marker: Int, in lines: [PastedLine]) -> Bool {
    guard index > marker + 1, index + 1 < lines.count, lines[index].gap > 0,
      lines[(marker + 1)..<index].allSatisfy({ $0.gap == 0 })
    else { return false }
    return Self.isSentence(lines[index + 1]) && lines[index + 1].isOpen
  }

  /// A box within the text: the marker, and the headlines right behind it.
  ///
  /// "Comments" above the text is a button, which no headlines belong to.
  private func removeBox(
    at index: Int, reason: RemovalReason, isAlone: Bool, from lines: inout [PastedLine]
  ) {
    lines[index].labels = [.removed(reason)]
    if isAlone { return }
    var next = index + 1
    while next < lines.count, lines[next].isOpen, lines[next].shape.isHeadlineLike,
      lines[next].shape.wordCount >= 4,
      next - index <= 8, !headsText(next, behind: index, in: lines)
    {
      lines[next].labels = [.removed(reason)]
      next += 1
    }
  }
}
