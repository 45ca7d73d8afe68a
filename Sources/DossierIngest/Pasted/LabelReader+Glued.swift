import DossierModel

/// Lines in which things were stuck together that stand beside each other on the page.
extension LabelReader {
  /// Lines within which an outlet's name heads its page.
  static let mastheadLines = 3

  /// An outlet's name with the words of its head stuck to it: "The Aldmouth HeraldNews of the coast".
  func gluedMasthead(_ line: PastedLine) -> [PastedLine.Label]? {
    guard line.mark == .none, (2...10).contains(line.shape.wordCount), !line.shape.endsSentence else {
      return nil
    }
    let bytes = Array(line.text.utf8)
    for index in bytes.indices.dropFirst()
    where (0x41...0x5A).contains(bytes[index]) && (0x61...0x7A).contains(bytes[index - 1]) {
      let name = String(decoding: bytes[..<index], as: UTF8.self)
      if let known = words.outlets.match(whole: FoldedWords(name)) { return [.outlet(known.name)] }
    }
    return nil
  }

  /// Words of a byline with what its bearer is, at most, and letters of initials.
  private static let gluedByline = (words: 12, initials: 2...3)

  /// Who wrote a text, with the initials that stand for a portrait stuck to the word before it, "JDBy Jane Doe", or with
  /// what the author is stuck to the name: "By Jane DoeStaff Writer".
  func gluedByline(_ line: PastedLine) -> [PastedLine.Label]? {
    guard line.mark == .none, line.shape.wordCount <= Self.gluedByline.words, !line.shape.endsSentence,
      line.text.utf8.count <= 120
    else { return nil }
    let bare = withoutGluedOffice(line.text)
    let parted = withPartedLabel(bare ?? line.text) ?? bare
    let text = withoutInitials(parted ?? line.text) ?? parted
    guard let text else { return nil }
    let folded = FoldedWords(text)
    guard let found = words.labels.match(in: folded), found.value == .byline,
      found.count < folded.words.count
    else { return nil }
    return behindLabel(PastedLine(text: text, mark: .none))
  }

  /// A line with a blank behind the label that the name is stuck to: "ByJane Doe".
  private func withPartedLabel(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix { $0 != 0x20 })
    guard (0x41...0x5A).contains(bytes.first ?? 0),
      let start = bytes.indices.dropFirst().first(where: { (0x41...0x5A).contains(bytes[$0]) }),
      (0x61...0x7A).contains(bytes[start - 1]), start + 1 < bytes.count,
      words.labels.match(whole: FoldedWords(String(decoding: bytes[..<start], as: UTF8.self))) == .byline
    else { return nil }
    let label = text.utf8.index(text.startIndex, offsetBy: start)
    return text[..<label] + " " + text[label...]
  }

  /// Letters of a name that capitals are stuck to, at least, and of these.
  private static let stuckCapitals = (name: 5, capitals: 3)

  /// A line with a comma before the office or outlet that is stuck to a name.
  private func withoutGluedOffice(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let start = bytes.indices.dropFirst().first { index in
      guard (0x41...0x5A).contains(bytes[index]), (0x61...0x7A).contains(bytes[index - 1]) else {
        return false
      }
      let tail = String(decoding: bytes[index...], as: UTF8.self)
      return words.bylineRoles.match(in: FoldedWords(tail)) != nil || words.outlet(named: tail) != nil
        || hasStuckCapitals(bytes, at: index)
    }
    guard let start else { return nil }
    return String(decoding: bytes[..<start], as: UTF8.self) + ", "
      + String(decoding: bytes[start...], as: UTF8.self)
  }

  /// Whether capitals follow one another behind the small letters of a name, as those of no name do: "By Jane DoeRNHerald".
  ///
  /// "MacDONALD" has few small letters before them.
  private func hasStuckCapitals(_ bytes: [UInt8], at index: Int) -> Bool {
    let front = bytes[..<index].reversed().prefix { (0x61...0x7A).contains($0 | 0x20) }.count
    let capitals = bytes[index...].prefix { (0x41...0x5A).contains($0) }.count
    return front >= Self.stuckCapitals.name && capitals >= Self.stuckCapitals.capitals
  }

  /// A line without the letters before its label that the names behind it begin with.
  private func withoutInitials(_ text: String) -> String? {
    let capitals = text.utf8.prefix { (0x41...0x5A).contains($0) }.count - 1
    guard Self.gluedByline.initials.contains(capitals) else { return nil }
    let bare = String(decoding: text.utf8.dropFirst(capitals), as: UTF8.self)
    let folded = FoldedWords(bare)
    guard let label = words.labels.match(in: folded), label.value == .byline else { return nil }
    let names = folded.words.dropFirst(label.count).prefix(capitals).compactMap(\.folded.first)
    return String(names) == text.prefix(capitals).lowercased() ? bare : nil
  }
}
