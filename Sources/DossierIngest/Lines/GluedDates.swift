/// Days that were stuck to what stands beside them when a page was copied.
extension DateLineReader {
  /// The line with a space before a weekday or month that is stuck to the word before it, "UAEFriday 25 September",
  /// "World NewsMarch 5, 2018", and between a year and what is behind it, "March 5, 20183:12 PM", "5 Oct 20185 Oct 2018".
  func splittingGlued(_ line: String) -> String {
    let pieces = line.split(separator: " ", omittingEmptySubsequences: false)
    let split = pieces.enumerated().map { index, piece in
      let start =
        gluedWeekdayStart(in: piece) ?? gluedMonthStart(in: piece, at: index, of: pieces)
        ?? Self.gluedTimeStart(in: piece) ?? gluedDayStart(in: piece, at: index, of: pieces)
      return start.map { piece[..<$0] + " " + piece[$0...] } ?? String(piece)
    }
    return split.joined(separator: " ")
  }

  /// Bytes of the longest stretch between blanks in which two words are looked for.
  private static let longestPiece = 60
  /// Letters of a month, and of one that may follow a capital, at least.
  private static let month = (short: 3, long: 5)

  private func gluedWeekdayStart(in word: Substring) -> Substring.Index? {
    guard word.utf8.count > 6, word.utf8.count < Self.longestPiece else { return nil }
    for index in word.indices.dropFirst() where word[index].isUppercase {
      let tail = word[index...]
      if tail.utf8.count >= 6, words.weekdays.match(whole: FoldedWords(String(tail))) != nil { return index }
    }
    return nil
  }

  /// Where a month begins within a word that a day follows.
  ///
  /// In a line of capitals nothing parts the two but that a section ends there: "WORLD NEWSMARCH 5, 2018".
  private func gluedMonthStart(in word: Substring, at place: Int, of pieces: [Substring]) -> Substring.Index?
  {
    guard word.utf8.count > Self.month.short, word.utf8.count < Self.longestPiece, place + 1 < pieces.count,
      Self.isDay(pieces[place + 1])
    else { return nil }
    return word.indices.dropFirst().first { index in
      let tail = word[index...]
      guard word[index].isUppercase, tail.utf8.count >= Self.month.short,
        words.months.match(whole: FoldedWords(String(tail))) != nil
      else { return false }
      guard tail.contains(where: \.isLowercase) else {
        let front = (pieces[..<place] + [word[..<index]]).joined(separator: " ")
        return words.sections.match(whole: FoldedWords(front)) != nil
      }
      return tail.utf8.count >= Self.month.long || word[word.index(before: index)].isLowercase
    }
  }

  /// "5," and "05".
  private static func isDay(_ piece: Substring) -> Bool {
    let digits = piece.utf8.prefix { (0x30...0x39).contains($0) }.count
    return (1...2).contains(digits) && piece.utf8.dropFirst(digits).allSatisfy { $0 == UInt8(ascii: ",") }
  }

  /// Where the day of a date printed twice begins behind the four digits of a year: "5 Oct 20185 Oct 2018".
  private func gluedDayStart(in word: Substring, at place: Int, of pieces: [Substring]) -> Substring.Index? {
    guard (5...6).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      place > 0, place + 1 < pieces.count,
      [place - 1, place + 1].allSatisfy({ words.months.match(whole: FoldedWords(String(pieces[$0]))) != nil })
    else { return nil }
    return word.utf8.index(word.startIndex, offsetBy: 4)
  }

  /// Where a time of day begins behind the four digits of a year: "20183:12".
  private static func gluedTimeStart(in word: Substring) -> Substring.Index? {
    let bytes = word.utf8
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    guard (5...6).contains(digits), bytes.dropFirst(digits).first == UInt8(ascii: ":"),
      bytes.dropFirst(digits + 1).prefix(2).count(where: { (0x30...0x39).contains($0) }) == 2
    else { return nil }
    return bytes.index(bytes.startIndex, offsetBy: 4)
  }
}
