/// Joins the lines of a paragraph that the source broke: wrapped at a column, or cut in the middle.
struct ParagraphJoiner: Sendable {
  let words: PageWords

  func joined(_ lines: [PastedLine]) -> [PastedLine] {
    let width = Self.wrapWidth(of: lines)
    let hyphens = HyphenReader(lines, words: words)
    var result: [PastedLine] = []
    // The last line that is not removed: furniture in the middle of a sentence does not end it.
    var last: Int?
    for (index, line) in lines.enumerated() {
      guard let place = last, line.isOpen, canJoin(result[place], line), !isTwice(index, in: lines) else {
        if !line.isRemoved { last = result.count }
        result.append(line)
        continue
      }
      let isNext = place == result.count - 1 && line.gap == 0
      if isNext, let width,
        isWrapped(result[place], before: line, at: width) || isDateline(result[place])
      {
        append(line, to: &result[place], isMended: false, hyphens)
      } else if place == result.count - 1, isPlaceAlone(result[place]), line.shape.isProse,
        !result[..<place].contains(where: { $0.isOpen && $0.shape.isLongProse })
      {
        append(line, to: &result[place], isMended: false, hyphens)
      } else if let width, isAcrossPages(result[place...], before: line, at: width) {
        append(line, to: &result[place], isMended: true, hyphens)
      } else if isCut(result[place], before: line) {
        append(line, to: &result[place], isMended: true, hyphens)
      } else {
        last = result.count
        result.append(line)
      }
    }
    return result
  }

  private func canJoin(_ line: PastedLine, _ next: PastedLine) -> Bool {
    guard line.isOpen, next.mark == .none, !next.isLink, !line.isLink else { return false }
    switch line.mark {
    case .none, .item, .quote: return true
    case .heading, .strong, .tableRow, .picture: return false
    }
  }

  /// Whether the next line begins with all of a line, as below a picture: no headline goes on with it, though it ends in a
  /// small word, "Fighting in the north rages on".
  private func isTwice(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index + 1 < lines.count, lines[index].shape.wordCount >= 5, lines[index + 1].gap == 0 else {
      return false
    }
    return lines[index + 1].text.hasPrefix(lines[index].text)
  }

  private func append(
    _ next: PastedLine, to line: inout PastedLine, isMended: Bool, _ hyphens: HyphenReader?
  ) {
    guard let hyphens, next.shape.startsLowercase, HyphenReader.endsInHyphen(line.text) else {
      line.join(next, with: " ", isMended: isMended)
      return
    }
    switch hyphens.seam(between: line.text, and: next.text) {
    case .word: line.join(next, with: "", isMended: isMended, droppingHyphen: true)
    case .compound: line.join(next, with: "", isMended: isMended)
    case .phrase: line.join(next, with: " ", isMended: isMended)
    }
  }

  /// Whether a full line that ends no sentence stands last on its printed page, and the next line first on the next:
  /// nothing but the pages' own lines stands between them.
  private func isAcrossPages(_ lines: ArraySlice<PastedLine>, before next: PastedLine, at width: Int) -> Bool
  {
    guard let line = lines.first, lines.count > 1,
      lines.dropFirst().allSatisfy({ $0.labels == [.removed(.pageFurniture)] })
    else { return false }
    return !line.shape.endsSentence && !line.shape.endsWithColon && line.shape.wordCount >= 6
      && isWrapped(line, before: next, at: width)
  }

  /// Whether the sentence goes on: it has not ended, and the next line begins as no sentence does.
  private func isCut(_ line: PastedLine, before next: PastedLine) -> Bool {
    guard !line.shape.endsSentence, !line.shape.endsWithColon, line.shape.wordCount >= 6, next.gap <= 3,
      next.shape.endsSentence || next.shape.wordCount >= 8
    else { return false }
    if next.shape.startsLowercase { return true }
    guard let last = line.words.words.last, line.words.words.count == line.shape.wordCount else {
      return endsOpen(line.text) && next.shape.isProse
    }
    return words.openWords.contains(last.folded) && next.shape.isProse && line.shape.hasLowercase
  }

  /// Whether the last word, or a comma, leaves the sentence open.
  private func endsOpen(_ text: String) -> Bool {
    guard let last = text.split(separator: " ").last else { return false }
    return last.hasSuffix(",") || words.openWords.contains(FoldedWords(String(last)).joined)
  }

  /// Whether a line ends only because the next word did not fit in.
  private func isWrapped(_ line: PastedLine, before next: PastedLine, at width: Int) -> Bool {
    let firstWord = next.text.utf8.prefix { $0 != 0x20 }.count
    let length = line.lastLength ?? line.shape.byteCount
    return length + 1 + firstWord > width - width / 16 || next.shape.startsLowercase && length * 2 > width
  }

  /// Words of a place and its country, at most.
  private static let placeWords = 5

  /// Whether a line is a place in capitals and the dash that leads to its report: "PORT ANSEL, LIVONIA —".
  private func isPlaceAlone(_ line: PastedLine) -> Bool {
    guard let last = line.text.unicodeScalars.last, "—–".unicodeScalars.contains(last), line.mark == .none
    else { return false }
    return (1...Self.placeWords).contains(line.shape.wordCount) && !line.shape.hasLowercase
      && line.shape.digitCount == 0
  }

  /// Whether a line of wrapped text begins with the place and the day of a report: what an outlet took out behind them
  /// leaves it short.
  private func isDateline(_ line: PastedLine) -> Bool {
    let folded = line.words.words
    guard !line.shape.endsSentence, let first = folded.first, first.start == 0, first.end >= 3,
      folded.count >= 4,
      line.text.utf8.prefix(first.end).allSatisfy({ (0x41...0x5A).contains($0) || $0 >= 0x80 })
    else { return false }
    return (1..<min(8, folded.count)).contains { index in
      guard let month = words.months.match(in: line.words, at: index), index + month.count < folded.count
      else {
        return false
      }
      return Int(folded[index + month.count].folded).map { (1...31).contains($0) } ?? false
    }
  }

  /// The column at which the source wraps its lines; nil where it does not.
  static func wrapWidth(of lines: [PastedLine]) -> Int? {
    var lengths: [Int] = []
    for index in lines.indices.dropLast() where lines[index + 1].gap == 0 && lines[index].isOpen {
      lengths.append(lines[index].shape.byteCount)
    }
    guard lengths.count >= 4 else { return nil }
    lengths.sort()
    let width = lengths[lengths.count * 9 / 10]
    guard width >= 30, width <= 120 else { return nil }
    // Where paragraphs are lines far longer, the short ones are a page's: its headline, its labels.
    let paragraphs = lines.count { $0.isOpen && $0.shape.isLongProse && $0.shape.byteCount > width * 3 / 2 }
    guard paragraphs * 2 < lengths.count else { return nil }
    var filled = 0
    var open = 0
    for index in lines.indices.dropLast() where lines[index + 1].gap == 0 && lines[index].isOpen {
      let firstWord = lines[index + 1].text.utf8.prefix { $0 != 0x20 }.count
      if lines[index].shape.byteCount + 1 + firstWord > width - width / 16 { filled += 1 }
      if !lines[index].shape.endsSentence { open += 1 }
    }
    // Lines that are paragraphs of their own end in a full stop, and are of any length.
    return filled * 10 >= lengths.count * 6 && open * 10 >= lengths.count * 6 ? width : nil
  }
}
