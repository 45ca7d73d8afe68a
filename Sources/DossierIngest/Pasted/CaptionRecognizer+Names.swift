import DossierModel

/// Credits that are told by the name of a person at the end of what a picture shows.
extension CaptionRecognizer {
  /// Words of what a picture shows, at least and at most, of a name, and of a name with its outlet.
  private static let named = (fewest: 4, most: 40, name: 2...3, capitals: 2...5)
  /// Words of what a picture is called by who made it, at least, before brackets with whose it is.
  private static let description = 3

  /// One sentence with a person's name behind it, "(Jane Doe)", "JANE DOE COAST PRESS", or words without a full stop with
  /// one behind a stroke, "The boats at the quay / Jane Doe".
  ///
  /// A name in brackets may sign a text, and capitals may be a heading that lost its line: both are a picture's only
  /// between the headline with its day or author and the text. A stroke is one amid the text too, and no headline's.
  func labelNamed(_ lines: inout [PastedLine]) {
    guard let first = lines.firstIndex(where: { $0.isOpen && $0.shape.isLongProse && credited($0) == nil }),
      let last = lines.lastIndex(where: { $0.isOpen && $0.shape.isLongProse })
    else { return }
    for index in lines.indices[..<last] where lines[index].isOpen && lines[index].mark == .none {
      let line = lines[index]
      guard line.gap > 0, !line.isLink, lines[..<index].contains(where: \.tellsDateOrAuthor)
      else { continue }
      if let parts = strokedName(of: line) ?? (index < first ? credited(line) : nil) {
        lines[index].labels = [.caption(parts.caption, credit: parts.credit)]
      }
    }
  }

  /// A sentence parted from the name in brackets or in capitals behind it.
  private func credited(_ line: PastedLine) -> (caption: String, credit: String)? {
    guard let stop = line.text.range(of: ". ", options: .backwards) else { return nil }
    let caption = String(line.text[..<stop.lowerBound]) + "."
    let tail = String(line.text[stop.upperBound...])
    let name = unbracketed(tail)
    let shape = LineShape(name)
    guard isSentence(caption), shape.digitCount == 0, !shape.endsSentence else { return nil }
    if name != tail { return isPerson(name) ? (caption, name) : nil }
    return !shape.hasLowercase && Self.named.capitals.contains(shape.wordCount)
      && name.utf8.allSatisfy({ $0 >= 0x80 || $0 == 0x20 || $0 == 0x2F || (0x41...0x5A).contains($0) })
      ? (caption, name) : nil
  }

  private func isSentence(_ caption: String) -> Bool {
    let shape = LineShape(caption)
    return (Self.named.fewest...Self.named.most).contains(shape.wordCount) && shape.interiorSentenceEnds == 0
      && shape.hasLowercase
  }

  /// Words of a sentence's form parted from the name behind a stroke.
  private func strokedName(of line: PastedLine) -> (caption: String, credit: String)? {
    guard let stroke = line.text.range(of: " / ", options: .backwards) else { return nil }
    let caption = String(line.text[..<stroke.lowerBound])
    let name = String(line.text[stroke.upperBound...])
    let shape = LineShape(caption)
    guard (Self.named.fewest...Self.named.most).contains(shape.wordCount), !caption.contains(" / "),
      shape.capitalizedWords * 2 <= shape.wordCount, shape.interiorSentenceEnds == 0, isPerson(name)
    else { return nil }
    return (caption, name)
  }

  /// Whether words are a given name and one or two more with capitals.
  func isPerson(_ name: String) -> Bool {
    let pieces = name.split(separator: " ")
    return Self.named.name.contains(pieces.count) && words.isGivenName(String(pieces[0]))
      && pieces.allSatisfy { piece in
        piece.first?.isUppercase ?? false && piece.allSatisfy { $0.isLetter || ".-’'".contains($0) }
      }
      && words.outlet(named: name) == nil && !words.looksLikeOutlet(FoldedWords(name))
  }

  /// Whether words stand before brackets that say whose a picture is: what it is called, "Hafen Oxhaven Boote (WIRE/Poe)".
  ///
  /// A person's name there is who took it.
  func isDescribed(_ text: String) -> Bool {
    guard text.utf8.last == 0x29, let open = text.lastIndex(of: "(") else { return false }
    let front = Self.trimmed(String(text[..<open]))
    return LineShape(front).wordCount >= Self.description && !front.utf8.contains(0x2F)
      && !words.beginsWithGivenName(front)
  }

  /// An agency and who took the picture behind a stroke, at the end of words without a full stop: "The boats at the quay
  /// WIRE/Jane Doe".
  func strungCredit(of text: String) -> (caption: String, credit: String)? {
    guard let stroke = text.lastIndex(of: "/"), let start = text[..<stroke].lastIndex(of: " ") else {
      return nil
    }
    let (caption, owner) = (String(text[..<start]), String(text[text.index(after: start)..<stroke]))
    let name = String(text[text.index(after: stroke)...])
    let (shape, taker) = (LineShape(caption), LineShape(name))
    guard words.outlet(named: owner)?.isAgency ?? false, Self.named.capitals.contains(taker.wordCount),
      taker.isCapitalizedThroughout, taker.digitCount == 0, !taker.endsSentence,
      (Self.named.fewest...Self.named.most).contains(shape.wordCount), shape.isHeadlineLike,
      !shape.isCapitalizedThroughout
    else { return nil }
    return (caption, owner + "/" + name)
  }

  /// Whether a label of two words has whose picture it is before it and who took it behind it: "Herald photo by Jane Doe".
  func isLabelledBehindOwner(_ folded: FoldedWords, _ inner: String) -> Bool {
    guard let label = words.photoCreditLabels.firstMatch(in: folded), label.index == 1, label.count > 1,
      folded.words[0].isCapitalized(in: inner)
    else { return false }
    let name = String(
      decoding: inner.utf8.dropFirst(folded.words[label.index + label.count - 1].end), as: UTF8.self)
    return isPerson(Self.trimmed(name))
  }

  /// A credit alone right below a caption that ends in the same: "Copyright WIRE/Jane Doe".
  func labelRepeatedCredits(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst() where lines[index].gap == 0 {
      guard case .caption(.some, let known?)? = lines[index - 1].labels.first,
        case .caption(nil, let credit?)? = lines[index].labels.first,
        (" " + FoldedWords(credit).joined).hasSuffix(" " + FoldedWords(known).joined)
      else { continue }
      lines[index].labels = [.removed(.repeatedCaption)]
    }
  }
}
