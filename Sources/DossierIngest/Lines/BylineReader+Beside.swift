/// What pages print on the line of a byline and is no part of its names.
extension BylineReader {
  /// A line without what its authors go by elsewhere: "Jane Doe@janedoe", "Jane Doe (@janedoe)".
  ///
  /// The address of a mail has a dot behind its sign, and stays.
  static func withoutHandles(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    return text.split(separator: " ").map(withoutHandle).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func withoutHandle(_ piece: Substring) -> Substring {
    guard let sign = piece.firstIndex(of: "@") else { return piece }
    let handle = piece[piece.index(after: sign)...].drop { $0.isLetter || $0.isNumber || $0 == "_" }
    let (front, behind) = (piece[..<sign], handle.drop { $0 == ")" })
    guard handle.startIndex > piece.index(after: sign), behind.isEmpty || behind == ",",
      front.isEmpty || front == "(" || front.first?.isUppercase ?? false
    else { return piece }
    return (front == "(" ? "" : front) + behind
  }

  /// The names before a day, where what is behind it is neither an outlet's nor anybody's: "Jane Doe" of "Jane Doe 5 March
  /// 2018 Rivers & Canals".
  func namesBeforeDay(of line: DateLine) -> String? {
    let (front, tail) = (Self.trimmed(line.front), FoldedWords(line.tail))
    guard let first = tail.words.first, isName(nameAtFront(of: front)),
      !words.conjunctions.contains(first.folded), words.outlets.firstMatch(in: tail) == nil,
      words.bylineRoles.firstMatch(in: tail) == nil, !words.looksLikeOutlet(tail)
    else { return nil }
    return front
  }
}
