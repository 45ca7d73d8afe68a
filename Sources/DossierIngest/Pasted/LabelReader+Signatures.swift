import DossierModel

/// Who wrote a text, where the name stands on a line with other things: behind the deck, beside an address.
extension LabelReader {
  /// Words of a deck that a byline may follow, at least, and of the byline, at most.
  private static let behindDeck = (deck: 5, byline: 10)

  /// The lines with the byline apart that stands behind a deck.
  ///
  /// "Walls have moved since autumn. By Jane Doe and Ann Poe".
  func withPartedBylines(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    for index in lines.indices.prefix(Self.headLines).reversed() where lines[index].mark == .none {
      let line = lines[index]
      guard let stop = line.text.range(of: ". ", options: .backwards) else { continue }
      let (deck, tail) = (String(line.text[..<stop.lowerBound]) + ".", String(line.text[stop.upperBound...]))
      guard LineShape(deck).wordCount >= Self.behindDeck.deck, namesPersons(tail) else { continue }
      lines[index] = PastedLine(
        text: deck, mark: .none, links: line.links, gap: line.gap, number: line.number)
      lines.insert(PastedLine(text: tail, mark: .none, gap: 0, number: line.number), at: index + 1)
    }
    return lines
  }

  /// Whether words are the label of a byline and persons' names, and no sentence.
  private func namesPersons(_ text: String) -> Bool {
    let folded = FoldedWords(text)
    guard folded.words.count <= Self.behindDeck.byline, !LineShape(text).endsSentence,
      let label = words.labels.match(in: folded), label.value == .byline, label.count < folded.words.count,
      folded.words[0].isCapitalized(in: text)
    else { return false }
    let names = String(decoding: text.utf8.dropFirst(folded.words[label.count - 1].end), as: UTF8.self)
    guard let byline = bylines.byline(of: names) else { return false }
    return byline.names.allSatisfy { name in
      (2...4).contains(LineShape(name).wordCount)
        && words.beginsWithGivenName(name)
    }
  }

  /// Letters of a family name that an address is made of, at least.
  private static let familyName = 3

  /// A name with the address of its bearer behind it, which is made of the name: "Jane Doe jdoe@herald.example".
  func nameBesideMail(_ line: PastedLine) -> BylineReader.Byline? {
    let pieces = line.text.split(separator: " ")
    guard line.mark == .none, (3...8).contains(pieces.count), let mail = pieces.last,
      let at = mail.firstIndex(of: "@"), mail[at...].contains("."),
      let byline = bylines.byline(of: BylineReader.trimmed(pieces.dropLast().joined(separator: " "))),
      byline.names.count == 1, (2...4).contains(LineShape(byline.names[0]).wordCount),
      let family = FoldedWords(byline.names[0]).words.last?.folded, family.utf8.count >= Self.familyName
    else { return nil }
    return mail[..<at].lowercased().contains(family) ? byline : nil
  }

  /// Words of a button that may begin a line, at least, and of that line, at most.
  private static let button = (fewest: 3, line: 20)

  /// Whether a line's first sentence is a button and no more, with what it is for behind it: "Listen to this story. Enjoy
  /// more podcasts on your phone."
  func beginsWithButton(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= Self.button.line, let stop = line.text.range(of: ". ") else { return false }
    let first = FoldedWords(String(line.text[..<stop.lowerBound]))
    return first.words.count >= Self.button.fewest && words.furnitureLines.match(whole: first) == .navigation
  }
}
