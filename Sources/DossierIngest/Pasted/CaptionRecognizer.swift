import DossierModel

/// Tells the words under pictures, and who took them, from the paragraphs of a text.
struct CaptionRecognizer: Sendable {
  let words: PageWords

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    for index in lines.indices where lines[index].isOpen {
      guard let caption = caption(of: lines[index]) else { continue }
      if isOneOfSeveralMatters(index, in: lines) || isAside(index, in: lines) { continue }
      if index == 0, behindBracketedLabel(lines[index]) != nil { continue }
      lines[index].labels = [caption]
    }
    for index in lines.indices.dropLast() where lines[index].isOpen && !lines[index].shape.endsSentence {
      guard case .caption(.some, credit: nil)? = lines[index + 1].labels.first,
        let credit = labelledDescription(lines[index])
      else { continue }
      lines[index].labels = [credit]
    }
    labelSigned(&lines)
    labelTwiceAroundCredit(&lines)
    labelSourceAbove(&lines)
    labelToggled(&lines)
    labelLabelledCredits(&lines)
    labelRepeated(&lines)
    labelRepeatedPairs(&lines)
    labelRepeatedWithCredit(&lines)
    labelNamed(&lines)
    labelAboveText(&lines)
    labelRepeatedCredits(&lines)
    labelCopies(&lines)
    labelDescriptions(&lines)
    labelDescribing(&lines)
    labelAgencies(&lines)
    labelAgencyAboveCaption(&lines)
    labelStrokesBelowSentences(&lines)
    labelAboveCredits(&lines)
    labelAbovePlayers(&lines)
    labelBare(&lines)
    return lines
  }

  /// A bare line right above a caption is the picture's description for those who do not see it.
  private func labelDescriptions(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst() where lines[index].isMetadata && lines[index - 1].mark == .picture
    {
      guard case .caption? = lines[index].labels.first else { continue }
      lines[index - 1].labels = [.removed(.imageDescription)]
    }
    for index in lines.indices.dropFirst() where lines[index].gap == 0 && lines[index - 1].isOpen {
      guard case .caption(.some, credit: .some)? = lines[index].labels.first,
        words.outlets.match(whole: lines[index - 1].words) == nil
      else { continue }
      let line = lines[index - 1]
      let isCopy = isCopy(line, of: lines[index])
      if isCopy
        || line.shape.isHeadlineLike && line.mark == .none
          && (line.gap > 0 || index < 2 || lines[index - 2].isAddress)
      {
        lines[index - 1].labels = [.removed(.imageDescription)]
      }
    }
  }

  /// Whether a line is the words of a caption without its credit.
  private func isCopy(_ line: PastedLine, of caption: PastedLine) -> Bool {
    guard case .caption(let text?, credit: .some)? = caption.labels.first else { return false }
    return line.words.joined == FoldedWords(text).joined
  }

  /// A bare line right above a credit that stands alone is what the picture shows.
  ///
  /// "The mayor at the pier" above "Image: Jane Doe/WIRE". Where no paragraph stands before it, it may be the headline.
  private func labelAboveCredits(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst(2) where lines[index].gap == 0 && lines[index - 1].isOpen {
      guard case .caption(nil, credit: .some)? = lines[index].labels.first else { continue }
      let line = lines[index - 1]
      guard line.mark == .none, !line.isLink else { continue }
      if line.gap == 0 {
        labelDescribedTwice(above: index, in: &lines)
        continue
      }
      // "File photo of the mayor, who left on Monday."
      if words.captionLabels.match(in: line.words) != nil {
        lines[index - 1].labels = [.caption(line.text, credit: nil)]
      }
      if isSetOff(index - 1...index, in: lines), line.shape.isProse, line.shape.interiorSentenceEnds == 0,
        line.shape.wordCount <= Self.captionWords
      {
        lines[index - 1].labels = [.caption(line.text, credit: nil)]
        continue
      }
      guard line.shape.isHeadlineLike,
        lines[..<(index - 1)].contains(where: { $0.isOpen && $0.shape.isProse })
      else { continue }
      lines[index - 1].labels = [.caption(line.text, credit: nil)]
    }
  }

  /// An agency alone right below a bare line within the text tells whose picture it is.
  private func labelAgencies(_ lines: inout [PastedLine]) {
    guard let prose = lines.firstIndex(where: { $0.isOpen && $0.shape.isProse }) else { return }
    for index in lines.indices.dropFirst(prose + 2) where lines[index].gap == 0 && lines[index].isOpen {
      let above = lines[index - 1]
      guard above.isOpen, above.gap > 0, above.mark == .none, !above.isLink, above.shape.isHeadlineLike,
        words.outlets.match(whole: lines[index].words)?.isAgency ?? false
      else { continue }
      lines[index].labels = [.caption(nil, credit: lines[index].text)]
    }
  }

  /// Words of a sentence that may stand under a picture, at most.
  private static let captionWords = 40

  /// Whether lines stand together, with empty lines round them, where the text has such between its paragraphs.
  private func isSetOff(_ block: ClosedRange<Int>, in lines: [PastedLine]) -> Bool {
    let next = block.upperBound + 1
    return lines[block.lowerBound].gap > 0 && next < lines.count && lines[next].gap > 0
  }

  /// The name of what a player plays stands right on the player's own lines, "please wait" and the like.
  private func labelAbovePlayers(_ lines: inout [PastedLine]) {
    let furniture: [PastedLine.Label] = [.removed(.pageFurniture)]
    for index in lines.indices.dropLast(2) where lines[index].isOpen && lines[index].mark == .none {
      let shape = lines[index].shape
      guard (3...14).contains(shape.wordCount), shape.capitalizedWords * 2 > shape.wordCount,
        !shape.endsSentence || shape.endsWithQuestion,
        lines[index + 1].gap == 0, lines[index + 1].labels == furniture, lines[index + 2].labels == furniture,
        lines[..<index].contains(where: { $0.isOpen && $0.shape.wordCount >= 5 })
      else { continue }
      lines[index].labels = furniture
    }
  }

  /// What a picture shows, told to those who do not see it, with whose it is behind it.
  ///
  /// "The mayor Image copyright WIRE" right above "Image caption The mayor at the pier": the caption tells it better.
  private func labelledDescription(_ line: PastedLine) -> PastedLine.Label? {
    let words = line.words.words
    for index in words.indices.dropFirst().suffix(8) {
      guard let label = self.words.photoCreditLabels.match(in: line.words, at: index), label.count > 1,
        index + label.count < words.count
      else { continue }
      let credit = String(decoding: line.text.utf8.dropFirst(words[index + label.count].start), as: UTF8.self)
      return isCreditText(credit) ? .caption(nil, credit: credit) : nil
    }
    return nil
  }

  private func caption(of line: PastedLine) -> PastedLine.Label? {
    guard line.shape.byteCount <= 600, line.shape.interiorSentenceEnds <= 4 else {
      return longCaption(of: line.text)
    }
    if tellsOfMatter(line) { return nil }
    if let shown = behindPictureLabel(line) {
      let parts = creditAtEnd(of: shown)
      return .caption(parts?.caption ?? shown, credit: parts?.credit)
    }
    if isCredit(line) { return .caption(nil, credit: unbracketed(line.text)) }
    let labelled = behindLabel(line) ?? behindCount(line.text)
    if let parts = creditAtEnd(of: labelled ?? line.text), labelled != nil || !isSigned(parts.credit, line) {
      let isLabel = words.captionLabels.match(whole: FoldedWords(parts.credit)) != nil
      return .caption(parts.caption, credit: isLabel ? nil : parts.credit)
    }
    if let labelled { return .caption(labelled, credit: nil) }
    return nil
  }

  /// Whether an agency signs with a dash what is a report, as words that somebody said tell: "she said — WIRE".
  private func isSigned(_ credit: String, _ line: PastedLine) -> Bool {
    guard credit.utf8.first == 0xE2 || credit.utf8.first == UInt8(ascii: "-") else { return false }
    return line.words.words.contains { words.reportingVerbs.contains($0.folded) }
  }

  /// An agency's caption may be longer than a paragraph, and ends in brackets that say whose picture it is.
  private func longCaption(of text: String) -> PastedLine.Label? {
    guard text.utf8.count <= 1500, text.utf8.last == UInt8(ascii: ")"),
      let open = text.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let inner = FoldedWords(String(text[text.utf8.index(after: open)...]))
    guard let label = words.photoCreditLabels.match(in: inner), label.count > 1,
      let parts = bracketedCredit(text)
    else { return nil }
    return .caption(parts.caption, credit: parts.credit)
  }

  /// Words behind "Image:" that are what it shows and not whose it is, at least.
  private static let shownWords = 7

  /// "Image: The mayor at the pier on the morning of the vote": what the picture shows, where a credit would have its
  /// names in capitals.
  func behindPictureLabel(_ line: PastedLine) -> String? {
    guard let label = words.photoCreditLabels.match(in: line.words), label.count == 1,
      label.count < line.words.words.count
    else { return nil }
    let rest = String(decoding: line.text.utf8.dropFirst(line.words.words[0].end), as: UTF8.self)
    guard rest.hasPrefix(":") else { return nil }
    let text = Self.trimmed(String(rest.dropFirst()))
    let shape = LineShape(text)
    guard shape.wordCount >= Self.shownWords, shape.capitalizedWords * 2 < shape.wordCount,
      !shape.startsLowercase,
      !words.photoCreditWords.contains(FoldedWords(text, limit: 1).joined)
    else { return nil }
    return text
  }

  /// "FILE PHOTO: …", "Image caption, …": what follows the label.
  func behindLabel(_ line: PastedLine) -> String? {
    guard let found = words.captionLabels.match(in: line.words), found.count < line.words.words.count else {
      return behindGluedLabel(line) ?? behindBracketedLabel(line)
    }
    let rest = line.text.utf8.dropFirst(line.words.words[found.count - 1].end)
    let mark = rest.first { $0 != 0x20 }
    if found.count > 1, mark.map({ (0x41...0x5A).contains($0) || $0 >= 0xC3 && $0 != 0xE2 }) ?? false,
      isCaptionWord(line.words.words[found.count - 1])
    {
      return Self.trimmed(String(decoding: rest, as: UTF8.self))
    }
    guard mark == 0x3A || mark == 0x2D || mark == 0x7C || mark == 0xE2 || (mark == 0x2C && found.count > 1)
    else {
      return nil
    }
    let text = rest.drop {
      $0 == 0x20 || $0 == 0x3A || $0 == 0x2D || $0 == 0x7C || $0 == 0x2C || $0 == 0xE2 || $0 == 0x80
        || $0 == 0x93 || $0 == 0x94
    }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// "Image captionThe mayor at the pier": a label of two words, with what follows it stuck to it.
  private func behindGluedLabel(_ line: PastedLine) -> String? {
    guard line.words.words.count > 3 else { return nil }
    let second = line.words.words[1]
    let bytes = Array(line.text.utf8)
    for index in second.start..<second.end - 1
    where (0x61...0x7A).contains(bytes[index]) && (0x41...0x5A).contains(bytes[index + 1]) {
      let label = FoldedWords(String(decoding: bytes[...index], as: UTF8.self))
      guard words.captionLabels.match(whole: label) != nil else { return nil }
      return String(decoding: bytes[(index + 1)...], as: UTF8.self)
    }
    return nil
  }

  /// Whether a label's last word is one by itself: "Image caption The mayor at the pier".
  private func isCaptionWord(_ word: FoldedWords.Word) -> Bool {
    words.captionLabels.match(whole: FoldedWords(words: [word])) != nil
  }

  /// A short line that is nothing but a credit: "Jane Doe / TASS", "Photo: Jane Doe", "AP Photo/Jane Doe".
  func isCredit(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= 9, !line.shape.endsSentence || line.shape.wordCount <= 3 else {
      return false
    }
    let text = unbracketed(line.text)
    if let found = words.photoCreditLabels.match(in: line.words), found.count < line.words.words.count {
      let rest = line.text.utf8.dropFirst(line.words.words[found.count - 1].end).drop { $0 == 0x20 }
      if rest.first == 0x3A || rest.first == 0x2F || rest.first == 0x2C || rest.first == 0x7C { return true }
      if found.count > 1 { return isCreditText(String(decoding: rest, as: UTF8.self)) }
    }
    return text.utf8.contains(0x2F) && isCreditText(text) && !line.isLink && !isDescribed(line.text)
  }

  /// Whether a stretch is names of which one at least is an agency, parted by strokes: "Murat Kula/Anadolu".
  func isCreditText(_ text: String) -> Bool {
    let parts = text.split { "/,|©".contains($0) }.map { BylineReader.trimmed(String($0)) }.filter {
      !$0.isEmpty
    }
    guard !parts.isEmpty, parts.count <= 5 else { return false }
    var hasAgency = false
    for part in parts {
      let folded = FoldedWords(part)
      if let known = words.outlets.match(whole: folded) {
        hasAgency = hasAgency || known.isAgency
        continue
      }
      let shape = LineShape(part)
      guard shape.wordCount <= 5,
        !shape.startsLowercase || words.photoCreditWords.contains(folded.words[0].folded)
      else { return false }
      if let agency = words.outlets.firstMatch(in: folded), agency.value.isAgency { hasAgency = true }
      guard shape.capitalizedWords * 2 >= shape.wordCount else { return false }
    }
    return hasAgency
  }

  /// A caption parted from its credit behind it, in brackets or bare: "the leaders meet [Jane Doe/Agency]".
  func creditAtEnd(of text: String) -> (caption: String, credit: String)? {
    if let parts = bracketedCredit(text) ?? twiceCredited(text) ?? labelledTail(text) { return parts }
    return trailingCredit(text) ?? dottedCredit(text) ?? strokedCredit(of: text) ?? strungCredit(of: text)
  }

  /// A credit in brackets with the same once more behind them: "(Photo by Jane Doe/WIRE)Photograph by Jane Doe".
  private func twiceCredited(_ text: String) -> (caption: String, credit: String)? {
    guard let close = text.utf8.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let end = text.utf8.index(after: close)
    let tail = FoldedWords(String(text[end...]))
    guard !tail.words.isEmpty, tail.words.count <= 9, let label = words.photoCreditLabels.match(in: tail),
      label.count > 1
    else { return nil }
    return bracketedCredit(String(text[..<end]))
  }

  /// A label and a colon with a credit, behind a caption without a full stop or stuck to it: "The pier Photo: Jane Doe".
  private func labelledTail(_ text: String) -> (caption: String, credit: String)? {
    let bytes = Array(text.utf8)
    guard bytes.count > 30, let colon = bytes.lastIndex(of: 0x3A), bytes.count - colon <= 60, colon > 20
    else { return nil }
    let starts = ((colon - 18)..<colon).lazy.filter {
      (0x41...0x5A).contains(bytes[$0])
        && ([0x20, 0x22, 0x2E, 0x29].contains(bytes[$0 - 1]) || (0x61...0x7A).contains(bytes[$0 - 1]))
    }
    let start = starts.first { start in
      let label = FoldedWords(String(decoding: bytes[start..<colon], as: UTF8.self))
      return words.photoCreditLabels.match(whole: label) != nil
    }
    guard let start else { return nil }
    let credit = Self.trimmed(String(decoding: bytes[(colon + 1)...], as: UTF8.self))
    let caption = Self.trimmedEnd(String(decoding: bytes[..<start], as: UTF8.self))
    let shape = LineShape(credit)
    guard (1...6).contains(shape.wordCount), shape.capitalizedWords * 2 >= shape.wordCount,
      LineShape(caption).wordCount >= 4
    else { return nil }
    return (caption, credit)
  }

  private func bracketedCredit(_ text: String) -> (caption: String, credit: String)? {
    let bytes = Array(text.utf8)
    guard let close = bytes.last, close == 0x5D || close == 0x29 else { return nil }
    let open: UInt8 = close == 0x5D ? 0x5B : 0x28
    guard let start = bytes.lastIndex(of: open), bytes.count - start <= 90, start > 10 else { return nil }
    let inner = String(decoding: bytes[(start + 1)..<(bytes.count - 1)], as: UTF8.self)
    let folded = FoldedWords(inner)
    guard let first = folded.words.first, inner.utf8.count >= 2 else { return nil }
    let isLabelled = words.photoCreditLabels.match(in: folded).map { $0.count < folded.words.count } ?? false
    let hasStroke = inner.utf8.contains(0x2F) && LineShape(inner).capitalizedWords * 2 >= folded.words.count
    let isAgency = beginsWithAgency(folded, inner)
    let isSquare = close == 0x5D && LineShape(inner).capitalizedWords == folded.words.count
    let isHandedOut = isHandedOut(folded, inner)
    let fits =
      isLabelled || words.captionLabels.match(whole: folded) != nil || isLabelledBehindOwner(folded, inner)
      || (hasStroke && (isCreditText(inner) || close == 0x5D)) || isCreditText(inner)
      || isHandedOut
      || isOwnerAndTaker(inner, behind: LineShape(String(decoding: bytes[..<start], as: UTF8.self)))
    guard fits || (isAgency || isSquare) && first.folded.utf8.count > 1 else { return nil }
    let caption = Self.trimmedEnd(String(decoding: bytes[..<start], as: UTF8.self))
    // A paragraph's own agency at its end is a credit of the text, not of a picture.
    let isOfPicture = words.photoCreditLabels.firstMatch(in: folded) != nil
    guard isOfPicture || hasStroke || close == 0x5D || LineShape(caption).wordCount <= 45
    else { return nil }
    // "The mayor at the pier. / A. BERG (AP)".
    if let stroke = caption.range(of: " / ", options: .backwards) {
      let shape = LineShape(String(caption[stroke.upperBound...]))
      if shape.wordCount <= 4, shape.isCapitalizedThroughout {
        return (
          Self.trimmedEnd(String(caption[..<stroke.lowerBound])), caption[stroke.upperBound...] + "/" + inner
        )
      }
    }
    return (caption, credit(inner))
  }

  /// Whether an agency's name is all there is, or has two or three small words behind it: "AFP or licensors".
  private func beginsWithAgency(_ folded: FoldedWords, _ text: String) -> Bool {
    guard let found = words.outlets.match(in: folded), found.value.isAgency else { return false }
    let rest = folded.words.count - found.count
    return rest == 0 || rest <= 3 && LineShape(text).capitalizedWords <= found.count
  }

  /// A credit behind a full stop, a stroke or a sign: "the leaders meet / AFP".
  private func trailingCredit(_ text: String) -> (caption: String, credit: String)? {
    let bytes = Array(text.utf8)
    let earliest = max(12, bytes.count - 90)
    guard bytes.count > 20 else { return nil }
    var index = bytes.count - 2
    while index >= earliest {
      let byte = bytes[index]
      if byte == 0x2E, let parts = gluedCredit(bytes, before: index + 1) { return parts }
      let isBorder =
        byte == 0x2E || byte == 0x7C || byte == 0x3B || (byte == 0x2F && bytes[index - 1] == 0x20)
      let isSign = byte == 0xC2 && bytes[index + 1] == 0xA9
      if isSign || isBorder && (index + 1 < bytes.count && bytes[index + 1] == 0x20) {
        let tail = String(decoding: bytes[(isSign ? index : index + 1)...], as: UTF8.self)
        let keep = byte == 0x2E ? index + 1 : index
        if isTrailingCredit(tail, isMarked: byte == 0x7C || isSign) {
          if byte == 0x2F,
            let parts = gluedCredit(bytes, before: index)
              ?? namedBeforeStroke(String(decoding: bytes[..<index], as: UTF8.self), tail)
          {
            return parts
          }
          return (Self.trimmedEnd(String(decoding: bytes[..<keep], as: UTF8.self)), credit(tail))
        }
      }
      index -= 1
    }
    return nil
  }

  /// A credit stuck to the full stop before it: "the leaders meet.Jane Doe / AFP", "the leaders meet.PHOTO: AFP".
  private func gluedCredit(_ bytes: [UInt8], before end: Int) -> (caption: String, credit: String)? {
    guard end <= bytes.count,
      let stop = bytes[max(12, bytes.count - 90)..<end].lastIndex(of: 0x2E), stop + 2 < bytes.count,
      (0x41...0x5A).contains(bytes[stop + 1]), bytes[stop - 1] != 0x2E, bytes[stop - 2] != 0x2E,
      (0x30...0x39).contains(bytes[stop - 1]) || (0x61...0x7A).contains(bytes[stop - 1])
    else { return nil }
    let tail = String(decoding: bytes[(stop + 1)...], as: UTF8.self)
    guard isLikeCredit(tail), tail.utf8.contains(0x2F) || tail.utf8.contains(0x3A) else { return nil }
    return (String(decoding: bytes[...stop], as: UTF8.self), credit(tail))
  }

  private func isTrailingCredit(_ tail: String, isMarked: Bool) -> Bool {
    let folded = FoldedWords(tail)
    guard !folded.words.isEmpty, folded.words.count <= 9 else { return false }
    if let label = words.photoCreditLabels.match(in: folded), label.count < folded.words.count {
      let rest = tail.utf8.dropFirst(folded.words[label.count - 1].end)
      let name = String(decoding: rest, as: UTF8.self)
      return rest.first == 0x3A || rest.first == 0x2F || rest.starts(with: " | ".utf8) || isCreditText(name)
        || label.count > 1 && areNames(name)
    }
    if words.outlets.match(whole: folded)?.isAgency ?? false { return true }
    return tail.utf8.contains(0x2F) && isCreditText(tail) || isMarked && isCreditText(tail)
      || isHandedOut(folded, tail) || isTakerAndOwner(tail)
  }

  /// Whether words end in how a picture came from an agency: "— Harbour Ministry handout via WIRE".
  private func isHandedOut(_ folded: FoldedWords, _ tail: String) -> Bool {
    guard LineShape(tail).capitalizedWords * 2 >= folded.words.count,
      let way = folded.words.lastIndex(where: { words.photoCreditWords.contains($0.folded) }), way > 0,
      way + 1 < folded.words.count
    else { return false }
    return words.outlets.match(whole: FoldedWords(words: Array(folded.words[(way + 1)...])))?.isAgency
      ?? false
  }

  /// Whether words are a credit by its label, by an agency's name or by their capitals.
  func isLikeCredit(_ tail: String) -> Bool {
    let folded = FoldedWords(tail)
    guard (1...10).contains(folded.words.count) else { return false }
    if let label = words.photoCreditLabels.match(in: folded) { return label.count < folded.words.count }
    if let label = words.labels.match(in: folded), label.value == .credits {
      return label.count < folded.words.count
    }
    return words.outlets.match(whole: folded)?.isAgency ?? false || isCreditText(tail)
  }

  /// The credit without brackets and the label before it.
  func credit(_ text: String) -> String {
    let text = unbracketed(Self.trimmed(text))
    let folded = FoldedWords(text)
    if let label = words.photoCreditLabels.match(in: folded), label.count < folded.words.count {
      let rest = text.utf8.dropFirst(folded.words[label.count - 1].end)
      if rest.first == 0x3A { return Self.trimmed(String(decoding: rest.dropFirst(), as: UTF8.self)) }
      if label.count > 1 { return Self.trimmed(String(decoding: rest, as: UTF8.self)) }
    }
    return text
  }

  func unbracketed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 2, let first = bytes.first, let last = bytes.last,
      first == 0x5B && last == 0x5D || first == 0x28 && last == 0x29
    else { return text }
    return String(decoding: bytes[1..<(bytes.count - 1)], as: UTF8.self)
  }

  static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  static func trimmedEnd(_ text: String) -> String {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last <= 0x20 || last == 0x7C || last == 0x2F || last == 0x2D {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
