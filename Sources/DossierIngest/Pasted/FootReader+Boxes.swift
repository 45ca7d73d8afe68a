import DossierModel

/// The boxes that stand in a block of their own: headlines of others below their label, what a newsletter brings, who the
/// author is.
extension FootReader {
  /// Words of a box's label, of a newsletter's heading and of its lines, and lines, at most; words of a lone headline,
  /// at least.
  private static let box = (label: 4, heading: 8, line: 40, lines: 4, headline: 4)

  /// The lines without the headlines and questions in one block with the label of other articles above them: "Editors
  /// recommend", "Barge closes the harbour", "Who pays for the pier?".
  ///
  /// A block with a sentence in it is text that a label was set right on.
  func withoutTeasers(_ lines: [PastedLine]) -> [PastedLine] {
    guard let text = lines.firstIndex(where: { $0.isOpen && $0.shape.isLongProse }) else { return lines }
    var lines = lines
    labelSectionedTeasers(below: text, in: &lines)
    for label in lines.indices[(text + 1)...]
    where lines[label].labels == [.removed(.relatedLink)] && lines[label].gap > 0
      && lines[label].shape.wordCount <= Self.box.label
    {
      let block = lines[(label + 1)...].prefix { $0.gap == 0 }
      let open = block.filter(\.isOpen)
      let isLone = open.count == 1 && block.count == 1
      guard open.allSatisfy(isTeaser), block.allSatisfy({ $0.isOpen || $0.isRemoved }),
        !isLone || open[0].shape.wordCount >= Self.box.headline
      else { continue }
      for index in block.indices where lines[index].isOpen { lines[index].labels = [.removed(.relatedLink)] }
    }
    return lines
  }

  /// Headlines of others below their label, each with its section right above it in a block of the two: "Recommended",
  /// "World", "Barge closes the harbour".
  private func labelSectionedTeasers(below text: Int, in lines: inout [PastedLine]) {
    for index in lines.indices[(text + 1)...].dropLast() where lines[index].gap > 0 {
      let (section, headline) = (lines[index], lines[index + 1])
      guard lines[index - 1].labels == [.removed(.relatedLink)], section.isOpen || section.isRemoved,
        words.sections.match(whole: section.words) != nil, headline.isOpen, headline.gap == 0,
        isTeaser(headline), headline.shape.wordCount >= Self.box.headline,
        index + 2 == lines.count || lines[index + 2].gap > 0
      else { continue }
      for line in [index, index + 1] { lines[line].labels = [.removed(.relatedLink)] }
    }
  }

  /// Whether a line is a headline, or a question of a headline's length.
  func isTeaser(_ line: PastedLine) -> Bool {
    guard line.mark == .none else { return false }
    return line.shape.isHeadlineLike
      || line.shape.endsWithQuestion && line.shape.interiorSentenceEnds == 0
        && line.shape.wordCount <= Self.teaserQuestion
  }

  /// The lines without what a newsletter brings, in one block below the words that ask readers to sign up: "Sign up to
  /// Harbour Notes", "We bring you the coast each morning", "Privacy notice: …".
  func withoutOffers(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    for heading in lines.indices
    where lines[heading].labels == [.removed(.pageFurniture)] && lines[heading].gap > 0
      && lines[heading].shape.wordCount <= Self.box.heading && !lines[heading].shape.endsSentence
    {
      let block = lines[(heading + 1)...].prefix { $0.gap == 0 }
      guard block.count <= Self.box.lines, block.allSatisfy({ $0.isRemoved || isOffered($0) }) else {
        continue
      }
      for index in block.indices where lines[index].isOpen {
        lines[index].labels = [.removed(.pageFurniture)]
      }
    }
    return lines
  }

  private func isOffered(_ line: PastedLine) -> Bool {
    guard line.isOpen, line.mark == .none, line.shape.wordCount <= Self.box.line, !startsWithQuote(line),
      !tellsWhoSpeaks(line)
    else { return false }
    return speaksToReaders(line) || words.consentPhrases.firstMatch(in: line.words) != nil
  }

  /// Words of a paragraph that tells who the author is, at most, and paragraphs of the text above it, at least.
  private static let portrait = (words: 70, above: 2)

  /// Words of a paragraph that tells how to reach the author, at most.
  private static let reached = 30

  /// A line of the foot that begins with the author's name and a colon and has an address of electronic mail in it: "Jane
  /// Doe: 555-0147 or jdoe@harbour.example".
  func labelReachedAuthors(_ lines: inout [PastedLine]) {
    guard let last = lines.lastIndex(where: { $0.isOpen && $0.shape.isLongProse }) else { return }
    let authors = Self.authors(in: lines)
    for index in lines.indices where index > last && lines[index].isOpen {
      let line = lines[index]
      guard line.shape.wordCount <= Self.reached, line.text.utf8.contains(UInt8(ascii: "@")),
        authors.contains(where: { line.text.lowercased().hasPrefix($0.lowercased() + ":") })
      else { continue }
      lines[index].labels = [.removed(.pageFurniture)]
    }
  }

  /// The author's name alone below the text, right on top of a paragraph that begins with the name or its first word:
  /// "Ida Thornquist", "Ida has covered the coast for ten years".
  func labelAuthorBoxes(_ lines: inout [PastedLine]) {
    let authors = Set(Self.authors(in: lines).map { FoldedWords($0).joined })
    for index in lines.indices.dropFirst().dropLast()
    where lines[index].isOpen && (lines[index].gap > 0 || lines[index - 1].isRemoved) {
      let (name, portrait) = (lines[index], lines[index + 1])
      guard authors.contains(name.words.joined), portrait.isOpen, portrait.gap == 0, portrait.mark == .none,
        portrait.shape.isProse, portrait.shape.wordCount <= Self.portrait.words,
        portrait.words.words.first?.folded == name.words.words.first?.folded,
        lines[..<index].count(where: { $0.isOpen && $0.shape.isLongProse }) >= Self.portrait.above,
        !lines[(index + 2)...].contains(where: { $0.isOpen && $0.shape.isLongProse })
      else { continue }
      for line in [index, index + 1] { lines[line].labels = [.removed(.pageFurniture)] }
      return
    }
  }
}
