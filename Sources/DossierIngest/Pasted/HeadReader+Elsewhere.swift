import DossierModel

/// Who wrote a text, where the name stands above the title, below the text or in front of an outlet that no list knows.
extension HeadReader {
  /// Lines from an author's name to the title below it, at most.
  private static let linesAboveTitle = 3

  /// A person's name above the title, with nothing between but the section and the day: "Ida Thornquist", "Harbours", "5
  /// March 2018".
  func labelAuthorAbove(_ title: Int, in lines: inout [PastedLine]) {
    let first = max(0, title - Self.linesAboveTitle)
    guard title > 1, !lines.contains(where: \.tellsAuthor), lines[first..<title].contains(where: \.tellsDate)
    else { return }
    for index in (first..<title - 1).reversed() {
      let below = lines[(index + 1)..<title]
      guard lines[index].isOpen, isPerson(lines[index]), below.contains(where: \.tellsDate),
        below.allSatisfy({ $0.tellsDate || words.isSections($0.words) }), below.allSatisfy({ $0.gap == 0 }),
        words.menuItem(in: lines[index].words, at: 0) == nil,
        !isToldOf(lines[index].text, in: lines[title...title])
      else { continue }
      lines[index].labels = [.bylines([lines[index].text])]
      return
    }
  }

  /// Words of a name and of the paper behind it, at least.
  private static let signed = (name: 2, outlet: 2)

  /// A person's name right in front of a paper that no list knows: "Ida Thornquist Coast Herald".
  func labelsForPaper(_ line: PastedLine) -> [PastedLine.Label]? {
    let pieces = line.text.split(separator: " ")
    guard pieces.count >= Self.signed.name + Self.signed.outlet, line.shape.isCapitalizedThroughout,
      line.shape.digitCount == 0, !line.text.contains(",")
    else { return nil }
    let name = pieces.prefix(Self.signed.name).joined(separator: " ")
    let outlet = pieces.dropFirst(Self.signed.name).joined(separator: " ")
    guard isPerson(named: name), words.looksLikeOutlet(FoldedWords(outlet)),
      words.outlet(named: line.text) == nil
    else { return nil }
    return [.bylines([name]), .outlet(outlet)]
  }

  /// A person's name in a line of its own, right above the paragraph that tells of its bearer and ends the page.
  ///
  /// "Ida Thornquist", "Ida is a writer who lives by the sea." The text tells of nobody of that name: whom it is of has such
  /// paragraphs too.
  func labelAuthorAboveBiography(below title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor) else { return }
    let prose = lines.indices.filter { $0 > title && lines[$0].isOpen && lines[$0].shape.isProse }
    guard let last = prose.last, prose.count > 1, last > title + 1 else { return }
    let index = last - 1
    guard lines[index].isOpen, lines[index].gap > 0, isPerson(lines[index]),
      let given = lines[index].words.words.first, let family = lines[index].words.words.last?.folded,
      isBiography(lines[last].words, of: FoldedWords(words: [given]))
        || isBiography(lines[last].words, of: lines[index].words),
      !prose.dropLast().contains(where: { line in
        FoldedWords(lines[line].text, limit: .max).words.contains { $0.folded == family }
      }), !lines[title].words.words.contains(where: { $0.folded == family })
    else { return }
    lines[index].labels = [.bylines([lines[index].text])]
  }
}
