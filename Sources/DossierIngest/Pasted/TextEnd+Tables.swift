import DossierModel

/// What a text ends in though no sentence of it is prose: the rows of a table.
extension TextEnd {
  /// Lines of a table without its marks, at least, and words of what announces it.
  private static let table = (lines: 3, heading: 3)

  /// Lines in one block below a colon, each with a number in it, are a table of the text's, wherever that ends: "The ferry
  /// calls at these ports:", "June 9: Oxhaven, pier 3".
  ///
  /// A number in front of each counts headlines of others.
  func labelTables(_ lines: inout [PastedLine]) {
    guard let text = lines.firstIndex(where: isParagraph) else { return }
    for heading in lines.indices[(text + 1)...]
    where lines[heading].isOpen && lines[heading].shape.endsWithColon && lines[heading].mark == .none
      && lines[heading].shape.wordCount >= Self.table.heading
    {
      let rows = lines[(heading + 1)...].prefix { $0.gap == 0 }
      guard rows.count >= Self.table.lines, rows.allSatisfy(isRow) else { continue }
      for index in heading..<rows.endIndex { lines[index].labels = [.paragraph] }
    }
  }

  private func isRow(_ line: PastedLine) -> Bool {
    line.isOpen && line.mark == .none && !line.isLink && !line.isBodyLike
      && line.words.words.dropFirst().contains { word in
        word.folded.utf8.contains { (0x30...0x39).contains($0) }
      }
  }
}
