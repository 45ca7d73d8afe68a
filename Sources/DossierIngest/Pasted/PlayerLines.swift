import DossierModel

/// Tells what a page shows of its films and sounds amid the text: the button with how long it plays, and its name.
struct PlayerLines: Sendable {
  /// Words of the name of a film or sound, at least, and of the line that it plays from, at most.
  private static let name = (fewest: 3, most: 16)

  let words: PageWords

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    for index in lines.indices where lines[index].mark == .none && !lines[index].isBody {
      if endsInTimeOfPlay(index, in: lines) { lines[index].labels = [.removed(.relatedLink)] }
      if tellsLength(index, in: lines) { lines[index].labels = [.removed(.pageFurniture)] }
      guard let shown = shownBehindTime(lines[index]) else { continue }
      lines[index].labels = [.removed(.relatedLink)]
      if shown.isEmpty, isName(index + 1, in: lines) { lines[index + 1].labels = [.removed(.relatedLink)] }
    }
    return lines
  }

  /// Whether a line right below a film's name is a word and its time of play: "Duration 2:17".
  private func tellsLength(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 0, lines[index].isOpen, lines[index].gap == 0,
      lines[index - 1].labels == [.removed(.relatedLink)]
    else { return false }
    let pieces = lines[index].text.split(separator: " ")
    return pieces.count == 2 && pieces[0].allSatisfy(\.isLetter) && Self.isTime(pieces[1])
  }

  private static func isTime(_ piece: Substring) -> Bool {
    let time = piece.split(separator: ":", omittingEmptySubsequences: false)
    return time.count == 2 && time.allSatisfy { $0.utf8.count <= 2 && Int($0) != nil }
      && time[1].utf8.count == 2
  }

  /// Whether a line is a player's: a film that stands there tells what the text is of, as a picture does.
  func isPlayer(_ line: PastedLine) -> Bool { shownBehindTime(line) != nil }

  /// Lines above the name of a film within which its button stands.
  private static let buttonReach = 2

  /// Whether a line is the name of a film with its time of play behind it, below the button: "Now playing", "Life at the
  /// harbour 02:14".
  private func endsInTimeOfPlay(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard line.isOpen, line.shape.isHeadlineLike,
      (Self.name.fewest...Self.name.most).contains(line.shape.wordCount - 2),
      let last = line.text.split(separator: " ").last, let before = line.words.words.dropLast(2).last,
      !words.openWords.contains(before.folded), !words.clockWords.contains(before.folded)
    else { return false }
    guard Self.isTime(last) else { return false }
    return lines[..<index].suffix(Self.buttonReach).contains { button in
      button.labels == [.removed(.navigation)]
        && words.furnitureLines.match(whole: button.words) == .navigation
    }
  }

  /// What stands behind a button and a time of play, "Watch video02:14", "VIDEO 02:14 Life at the harbour"; nil for a
  /// line that is no player's.
  private func shownBehindTime(_ line: PastedLine) -> String? {
    guard line.shape.wordCount <= Self.name.most, !line.shape.endsSentence, line.shape.digitCount >= 3,
      let colon = line.text.firstIndex(of: ":")
    else { return nil }
    let minutes = line.text[..<colon].reversed().prefix { $0.isASCII && $0.isNumber }.count
    let seconds = line.text[line.text.index(after: colon)...].prefix { $0.isASCII && $0.isNumber }
    let button = BylineReader.trimmed(String(line.text[..<colon].dropLast(minutes)))
    let folded = FoldedWords(button)
    guard (1...2).contains(minutes), seconds.utf8.count == 2,
      words.furniturePrefixes.match(in: folded)?.value == .relatedLink, words.isMenu(folded)
    else { return nil }
    return BylineReader.trimmed(String(line.text[seconds.endIndex...]))
  }

  /// Whether a line right below a player is its name, with an empty line below.
  private func isName(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index + 1 < lines.count, lines[index].isOpen, lines[index].gap == 0, lines[index + 1].gap > 0
    else { return false }
    let shape = lines[index].shape
    return shape.wordCount >= Self.name.fewest && shape.isHeadlineLike && lines[index].mark == .none
  }
}
