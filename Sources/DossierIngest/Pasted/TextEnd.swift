import DossierModel

/// Finds where the text ends and the foot of a whole page begins: teasers with a sentence each, comments, forms and menus.
///
/// No word of it need be known. A text is paragraphs that follow one another or name what is named above; a page's foot
/// is short lines with a sentence among them here and there. Each line is weighed so, and the text ends where the sum of
/// all weights is highest.
struct TextEnd: Sendable {
  let words: PageWords
  private let foot: FootReader

  init(words: PageWords) {
    self.words = words
    foot = FootReader(words: words)
  }

  /// Words of a paragraph that count, at most; those of one that no headline's sentence is as long as.
  private static let paragraph = (most: 50, sure: 40)
  /// What a line of the page weighs: a headline or what was found to be the page's, a few words, a day.
  private static let page = (line: -8, label: -5, day: -4, advertisement: -2)
  /// Words of a headline, at least.
  private static let headlineWords = 4
  /// Words of the text above its end, at least.
  private static let fewestWords = 60
  /// What the page's lines below the end weigh together, and how many they are, at least.
  private static let tail = (weight: 40, lines: 5, known: 3, many: 12)
  /// Lines right below the end that may sign the text.
  private static let signature = 3

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    labelTables(&lines)
    guard let end = end(of: lines) else { return lines }
    var isBelow = false
    for index in lines.indices where index > end && lines[index].isOpen {
      isBelow = isBelow || index > end + Self.signature || lines[index].isBodyLike
      guard isBelow else { continue }
      let isHeadline = !lines[index].isBodyLike && lines[index].shape.wordCount > Self.headlineWords
      let reason: RemovalReason = isHeadline ? .relatedLink : .pageFurniture
      lines[index].labels = [.removed(reason)]
    }
    return lines
  }

  /// The last line of the text; nil where no page's foot is below it.
  private func end(of lines: [PastedLine]) -> Int? {
    let title = lines.firstIndex(where: \.tellsTitle)
    guard let first = lines.indices.first(where: { $0 > title ?? -1 && isParagraph(lines[$0]) }) else {
      return nil
    }
    let comments = commentsStart(in: lines, below: first) ?? lines.count
    var found = Found(end: first, names: title.map { stems(of: lines[$0]) } ?? [])
    for index in lines.indices[first...] {
      found.known = isKnown(lines[index]) ? found.known + 1 : found.known
      found.isList = isListed(index, in: lines, isList: found.isList)
      var weight = weight(of: index, in: lines, found: found)
      if index > comments { weight = min(0, weight) }
      if index < comments, goesOn(index, in: lines, found: found) { found.sum = max(found.sum, found.best) }
      found.sum += weight
      guard found.sum > found.best || found.proseWords < Self.fewestWords && index < comments else {
        continue
      }
      if lines[index].isBodyLike { found.proseWords += lines[index].shape.wordCount }
      (found.best, found.end, found.known) = (max(found.sum, found.best), index, 0)
      if weight > 0 { found.names.formUnion(names(in: lines[index])) }
    }
    guard found.proseWords >= Self.fewestWords,
      comments < lines.count || found.best - found.sum >= Self.tail.weight,
      isFoot(lines[(found.end + 1)...], found: found, comments: comments)
    else { return nil }
    return beforePage(found, in: lines)
  }

  /// Whether lines have signs of a page's foot, and no text that is as long as what is above it.
  private func isFoot(_ lines: ArraySlice<PastedLine>, found: Found, comments: Int) -> Bool {
    let known = lines.count(where: isSign)
    let all = lines.count { isSign($0) || $0.isOpen && !$0.isBodyLike }
    guard known >= Self.tail.known && all >= Self.tail.lines || known > 0 && all >= Self.tail.many else {
      return false
    }
    let lost = lines.prefix(upTo: max(lines.startIndex, min(comments, lines.endIndex)))
    let paragraphs = lost.filter(isParagraph)
    let count = paragraphs.reduce(0) { $0 + $1.shape.wordCount }
    guard count * Self.lostShare >= found.proseWords else { return true }
    return known >= paragraphs.count && longestText(in: lost) < found.proseWords
  }

  /// What part of the text's words paragraphs below its end may have where few lines are known to be the page's.
  private static let lostShare = 3

  /// The words of the longest row of paragraphs that nothing parts.
  func longestText(in lines: ArraySlice<PastedLine>) -> Int {
    var (longest, words) = (0, 0)
    for line in lines {
      words = line.isBodyLike ? words + line.shape.wordCount : 0
      longest = max(longest, words)
    }
    return longest
  }

  /// The last line that may be of the text above the first that is known to be the page's.
  private func beforePage(_ found: Found, in lines: [PastedLine]) -> Int {
    let page = lines[(found.end + 1)...].firstIndex(where: isSign) ?? lines.count
    let unknown = lines[(found.end + 1)..<page].filter(\.isOpen)
    let count = unknown.reduce(0) { $0 + $1.shape.wordCount }
    // As many paragraphs as headings are how a text ends, though they name nothing that is named above.
    let isText = unknown.count(where: \.isBodyLike) * 2 >= unknown.count
    guard isText || count > Self.unknown.words && count * Self.unknown.share > found.proseWords else {
      return found.end
    }
    return lines[..<page].lastIndex(where: \.isBodyLike) ?? found.end
  }

  /// Words that lines may have of which nothing shows that they are the page's, at most: so many, and one of so many of the
  /// text's.
  private static let unknown = (words: 30, share: 5)

  /// What is known of the text at a line of it.
  private struct Found {
    /// The sum of the weights, and the highest so far.
    var (sum, best) = (0, 0)
    /// The last line of the text, so far.
    var end: Int
    var proseWords = 0
    /// Names in the text, and the words of its headline.
    var names: Set<String>
    /// Lines of the page's below the end.
    var known = 0
    /// Whether the lines are a list that a colon announced.
    var isList = false

    init(end: Int, names: Set<String>) {
      self.end = end
      self.names = names
    }
  }

  /// Whether a line is one of those that a colon above announced, few words each.
  private func isListed(_ index: Int, in lines: [PastedLine], isList: Bool) -> Bool {
    let line = lines[index]
    guard line.isOpen else { return isList && !isKnown(line) }
    return line.shape.endsWithColon || isList && !line.isBodyLike
  }

  /// Paragraphs together that are a text though they name nothing that is named above.
  private static let run = 3
  /// Lines of the page between two parts of a text, at most.
  private static let between = 8

  /// Whether the text goes on behind a list, a table or a box: a long paragraph or two together name what is named above.
  private func goesOn(_ index: Int, in lines: [PastedLine], found: Found) -> Bool {
    let line = lines[index]
    guard found.sum < found.best, isParagraph(line) else { return false }
    if standsInRun(index, in: lines, of: Self.run) { return true }
    guard isRelated(line, found.names), !foot.invites(line), !foot.asksForMoney(line) else { return false }
    return standsInRun(index, in: lines)
      || line.shape.wordCount >= Self.paragraph.sure && found.known < Self.between
  }

  private func isRelated(_ line: PastedLine, _ names: Set<String>) -> Bool {
    !names.isDisjoint(with: self.names(in: line)) || !names.isDisjoint(with: stems(of: line))
  }

  private func isKnown(_ line: PastedLine) -> Bool {
    switch line.labels.first {
    case .removed(.navigation), .removed(.relatedLink), .removed(.pageFurniture): true
    default: false
    }
  }

  /// Whether a line is known to be the page's, or tells a day, as above a comment or below a teaser.
  private func isSign(_ line: PastedLine) -> Bool { isKnown(line) || !line.isBody && marksComment(line) }

  /// Whether a line that nothing is known of is a paragraph that no page's own line looks like.
  func isParagraph(_ line: PastedLine) -> Bool {
    line.isOpen && line.shape.isLongProse
  }

  // MARK: Weights

  private func weight(of index: Int, in lines: [PastedLine], found: Found) -> Int {
    let line = lines[index]
    if case .removed(let reason)? = line.labels.first {
      switch reason {
      case .advertisement: return Self.page.advertisement
      case .navigation, .relatedLink, .pageFurniture: return Self.page.line
      default: return 0
      }
    }
    if !line.isOpen { return line.isBody ? 1 : line.tellsDate ? Self.page.day : 0 }
    if line.isBodyLike { return proseWeight(of: index, in: lines, found: found) }
    if line.shape.endsWithColon || found.isList { return 0 }
    return line.shape.wordCount >= Self.headlineWords ? Self.page.line : Self.page.label
  }

  private func proseWeight(of index: Int, in lines: [PastedLine], found: Found) -> Int {
    let line = lines[index]
    let count = min(line.shape.wordCount, Self.paragraph.most)
    guard line.mark == .none else { return count >= Self.headlineWords ? count / 2 : Self.page.label }
    if standsInRun(index, in: lines) || line.shape.wordCount >= Self.paragraph.sure { return count }
    if foot.speaksToReaders(line), !foot.startsWithQuote(line) { return 0 }
    if isRelated(line, found.names) {
      return found.best - found.sum < Self.tail.weight ? count : count / 2
    }
    return count / 4
  }

  /// Whether a paragraph stands with another right above or below, or with several.
  private func standsInRun(_ index: Int, in lines: [PastedLine], of count: Int = 2) -> Bool {
    guard isRunning(lines[index]) else { return false }
    let above = lines[..<index].reversed().prefix(count - 1).prefix(while: isRunning).count
    let below = lines[(index + 1)...].prefix(count - 1).prefix(while: isRunning).count
    return above + below + 1 >= count
  }

  /// Words of a paragraph beside another, at least.
  private static let runningWords = 8

  private func isRunning(_ line: PastedLine) -> Bool {
    line.isBodyLike && line.shape.wordCount >= Self.runningWords
  }

  /// The words with a capital that begin no sentence: "Aldmouth".
  private func names(in line: PastedLine) -> Set<String> {
    let bytes = Array(line.text.utf8)
    return Set(
      FoldedWords(line.text, limit: 200).words.lazy.filter { word in
        word.start > 1 && bytes[word.start - 1] == 0x20 && !".?!:".utf8.contains(bytes[word.start - 2])
          && (0x41...0x5A).contains(bytes[word.start])
      }.map { word in
        word.folded.hasSuffix("s") ? String(word.folded.dropLast()) : word.folded
      }.filter { $0.utf8.count > 2 })
  }

  /// The beginnings of the longer words of a line, each marked as none of a name.
  private func stems(of line: PastedLine) -> Set<String> {
    Set(
      FoldedWords(line.text, limit: 200).words.lazy.map(\.folded).filter { $0.utf8.count > 4 }
        .map { "~" + $0.prefix(5) })
  }
}
