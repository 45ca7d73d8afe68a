import DossierModel

/// Captions above the text whose credit no list knows, and credits that stand above what they are of.
extension CaptionRecognizer {
  /// Words of what a picture shows, at least and at most, of who took it, and of whose it is, at most.
  private static let shown = (fewest: 4, most: 60, taker: 2...3, owner: 4)
  /// Words of a headline above a picture, at least, and of a caption below its source, at least.
  private static let fewestWords = (headline: 4, sourced: 5)

  /// One or two sentences between the headline and the text with a name behind them that signs no text there: "(LP/Ann
  /// Poe)", "(Ann Poe for The Ledger)", "Ann Poe", "— Ledger Press".
  func labelAboveText(_ lines: inout [PastedLine]) {
    guard
      let text = lines.firstIndex(where: { $0.isOpen && $0.shape.isLongProse && creditAboveText($0) == nil }),
      let headline = lines.firstIndex(where: mayBeHeadline)
    else { return }
    for index in lines.indices where index > headline && index < text && lines[index].isOpen {
      let line = lines[index]
      guard line.mark == .none, !line.isLink, let parts = creditAboveText(line) else { continue }
      lines[index].labels = [.caption(parts.caption, credit: parts.credit)]
    }
  }

  private func mayBeHeadline(_ line: PastedLine) -> Bool {
    guard line.isOpen || line.tellsTitle else { return false }
    return line.shape.isHeadlineLike && line.shape.wordCount >= Self.fewestWords.headline && !line.isRow
  }

  private func creditAboveText(_ line: PastedLine) -> (caption: String, credit: String)? {
    guard !line.text.hasPrefix("\""), !line.text.hasPrefix("“"), line.shape.interiorSentenceEnds <= 2,
      line.shape.wordCount <= Self.shown.most
    else { return nil }
    return bracketedName(line.text) ?? nameBehindStop(line.text)
  }

  /// A caption parted from brackets with two names in them: "(LP/Ann Poe)", "(Ann Poe for The Ledger)".
  private func bracketedName(_ text: String) -> (caption: String, credit: String)? {
    guard text.hasSuffix(")"), let open = text.range(of: " (", options: .backwards) else { return nil }
    let caption = String(text[..<open.lowerBound])
    let inner = String(text[open.upperBound...].dropLast())
    guard LineShape(caption).wordCount >= Self.shown.fewest, isStrokedName(inner) || isNameForOutlet(inner)
    else { return nil }
    return (caption, inner)
  }

  /// Whether a stroke parts who took a picture from whose it is.
  private func isStrokedName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { LineShape(String($0)) }
    return parts.count == 2
      && parts.allSatisfy { (1...Self.shown.owner).contains($0.wordCount) && $0.isCapitalizedThroughout }
      && parts.contains { Self.shown.taker.contains($0.wordCount) && $0.digitCount == 0 }
  }

  /// Whether a person's name stands before a small word and another name: "Ann Poe for The Ledger".
  private func isNameForOutlet(_ text: String) -> Bool {
    let folded = FoldedWords(text)
    guard
      let small = folded.words.indices.dropFirst().first(where: { !folded.words[$0].isCapitalized(in: text) }
      ),
      words.openWords.contains(folded.words[small].folded), small + 1 < folded.words.count
    else { return false }
    let name = String(decoding: text.utf8.prefix(folded.words[small - 1].end), as: UTF8.self)
    let outlet = LineShape(
      String(decoding: text.utf8.dropFirst(folded.words[small].end), as: UTF8.self))
    return Self.shown.taker.contains(LineShape(name).wordCount) && LineShape(name).isCapitalizedThroughout
      && outlet.isCapitalizedThroughout && outlet.wordCount <= Self.shown.owner && outlet.digitCount <= 2
  }

  /// Sentences parted from the person's name behind their last stop, stuck to it or not, or from a name behind a dash.
  private func nameBehindStop(_ text: String) -> (caption: String, credit: String)? {
    guard let stop = text.lastIndex(where: { ".!?”".contains($0) }), stop != text.indices.last else {
      return nil
    }
    let (caption, tail) = (String(text[...stop]), String(text[text.index(after: stop)...]))
    let isDashed = [" — ", " – ", " - "].contains { tail.hasPrefix($0) }
    let isGlued = !tail.hasPrefix(" ")
    let name = isDashed ? String(tail.dropFirst(3)) : Self.trimmed(tail)
    let (shape, shown) = (LineShape(name), LineShape(caption))
    guard shown.endsSentence, shown.wordCount >= Self.shown.fewest, shape.digitCount == 0,
      shape.isCapitalizedThroughout, name.allSatisfy({ $0.isLetter || " -’'".contains($0) })
    else { return nil }
    if isDashed { return (1...Self.shown.owner).contains(shape.wordCount) ? (caption, name) : nil }
    guard Self.shown.taker.contains(shape.wordCount) else { return nil }
    return isPerson(name) || isGlued && !shape.hasLowercase ? (caption, name) : nil
  }

  /// "Source: Harbour Board" right on top of words without a full stop that stand with it in a block of their own amid the
  /// text: whose the picture is, and what it shows.
  ///
  /// A heading has an empty line above it, and no source.
  func labelSourceAbove(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst().dropLast(2) where lines[index].gap > 0 {
      let (source, shown) = (lines[index], lines[index + 1])
      guard source.tellsCredits || isSourceAlone(source), let colon = source.text.firstIndex(of: ":"),
        shown.isOpen, shown.gap == 0, shown.mark == .none, !shown.isLink, shown.shape.isHeadlineLike,
        shown.shape.wordCount >= Self.fewestWords.sourced, !shown.shape.startsLowercase,
        lines[index + 2].gap > 0,
        lines[..<index].contains(where: { $0.isOpen && $0.shape.isLongProse }),
        lines[(index + 2)...].contains(where: { $0.isOpen && $0.shape.isLongProse })
      else { continue }
      let credit = source.text[source.text.index(after: colon)...].drop { " ©".contains($0) }
      lines[index].labels = [.removed(.movedToMetadata)]
      lines[index + 1].labels = [.caption(shown.text, credit: String(credit))]
    }
  }

  private func isSourceAlone(_ line: PastedLine) -> Bool {
    guard case .caption(nil, credit: .some)? = line.labels.first else { return false }
    return words.labels.match(in: line.words)?.value == .credits
  }

  /// The same words above and below whose a picture is, as "The mayor" above and below "© Ann Poe".
  func labelTwiceAroundCredit(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropLast(2) where lines[index].isOpen {
      let (shown, credit, again) = (lines[index], lines[index + 1], lines[index + 2])
      guard shown.text == again.text, shown.shape.wordCount >= Self.shown.fewest, credit.gap == 0,
        again.gap == 0, credit.text.hasPrefix("©") || isCredit(credit), !again.isBody
      else { continue }
      let name = Self.trimmed(String(credit.text.drop { " ©".contains($0) }))
      lines[index].labels = [.caption(shown.text, credit: name)]
      lines[index + 1].labels = [.removed(.movedToMetadata)]
      lines[index + 2].labels = [.removed(.repeatedCaption)]
    }
  }

  /// What stands behind the number of one of several pictures and a stroke: "1 of 4 | The mayor at the pier".
  func behindCount(_ text: String) -> String? {
    guard let stroke = text.range(of: " | "), text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false
    else { return nil }
    let count = FoldedWords(String(text[..<stroke.lowerBound])).words
    guard count.count == 3, Int(count[0].folded) != nil, Int(count[2].folded) != nil,
      words.openWords.contains(count[1].folded)
    else { return nil }
    return String(text[stroke.upperBound...])
  }

  /// Whether words behind a label of two words are a name: "Photo by Jane Doe".
  func areNames(_ text: String) -> Bool {
    let shape = LineShape(text)
    return Self.shown.taker.contains(shape.wordCount) && shape.isCapitalizedThroughout
      && shape.digitCount == 0
      && !shape.endsSentence
  }

  /// A caption parted from the name behind its last sentence and the agency behind a stroke.
  ///
  /// "The mayor at the pier. JANE DOE / WIRE".
  func namedBeforeStroke(_ front: String, _ agency: String) -> (caption: String, credit: String)? {
    guard let stop = front.range(of: ". ", options: .backwards) else { return nil }
    let caption = String(front[..<stop.lowerBound]) + "."
    let name = Self.trimmed(String(front[stop.upperBound...]))
    let shape = LineShape(name)
    let last = caption.split(separator: " ").last ?? ""
    guard (1...Self.shown.owner).contains(shape.wordCount), shape.isCapitalizedThroughout,
      shape.digitCount == 0, !shape.endsSentence, last.utf8.count > 4
    else { return nil }
    return (caption, name + " / " + Self.trimmed(agency))
  }
}
