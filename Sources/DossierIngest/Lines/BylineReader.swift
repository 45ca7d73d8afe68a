import DossierModel

/// Reads who wrote a text, and whom it credits, from the lines that say so.
struct BylineReader: Sendable {
  struct Byline: Sendable, Equatable {
    let names: [String]
    /// The outlet that is named behind the names: "By Jane Doe, The Herald".
    let outlet: String?
    let dates: [PrintedDate]
    var ambiguous: AmbiguousDate?
  }

  let words: PageWords
  private let dates: DateLineReader

  init(words: PageWords) {
    self.words = words
    dates = DateLineReader(words: words)
  }

  /// What stands behind "By"; nil where it is no list of names.
  func byline(of line: String) -> Byline? {
    guard line.utf8.count <= 200 else { return nil }
    let text = withStrokesAsCommas(
      withoutCounts(withoutButton(withoutPlaces(Self.withoutRemarks(Self.withoutHandles(line))))))
    let dated = dates.dates(of: text)
    if let names = Self.beforeStroke(text), dated != nil, let byline = byline(of: names) {
      return Byline(
        names: byline.names, outlet: byline.outlet ?? outletBehindStroke(text), dates: dated?.dates ?? [],
        ambiguous: dated?.ambiguous)
    }
    let listed = withoutPlaceBeforeStroke(dated.map { namesBeside($0, in: text) } ?? text)
    var names: [String] = []
    var roles: [String] = []
    var outlet: String?
    var role: Int?
    var piece = 0
    for part in parts(of: listed, splitsStrokes: false) where part.piece != role {
      let whole = behindRole(Self.behindLabel(part.text), isFirst: names.isEmpty)
      let name = nameAtFront(of: whole)
      // "Ann Poe, Head of Rivers and Locks": what stands behind the name up to the next mark is an office.
      if !names.isEmpty, name != whole, !name.utf8.contains(0x20) || tellsRole(whole) {
        role = part.piece
        continue
      }
      if isPlaceBehind(names.last, name, isPiece: part.piece != piece) { continue }
      piece = part.piece
      // "Ann Poe, Correspondent New Lund".
      let office = words.bylineRoles.match(in: FoldedWords(name))?.count
      if office == FoldedWords(name).words.count || !names.isEmpty && (office != nil || isOffice(name)) {
        roles.append(name)
        continue
      }
      if let known = words.outlet(named: name), !known.isAgency, !names.isEmpty {
        outlet = known.name
      } else if let signed = nameBeforeOutlet(name) {
        names.append(signed.name)
        if !signed.outlet.isAgency { outlet = signed.outlet.name }
      } else if !names.isEmpty, words.outlet(named: name) == nil,
        words.looksLikeOutlet(FoldedWords(name)) || isService(name)
      {
        outlet = outlet ?? name
      } else if isName(name) {
        names.append(name)
      } else if names.isEmpty {
        return nil
      }
    }
    if names.isEmpty { names = Array(roles.prefix(1)) }
    guard !names.isEmpty else { return nil }
    return Byline(names: names, outlet: outlet, dates: dated?.dates ?? [], ambiguous: dated?.ambiguous)
  }

  /// The name behind the words that say what its bearer is: "Ann Poe" of "political reporter Ann Poe".
  ///
  /// "Jane Doe Reporter New York" has the name first: words in capitals before an office in capitals are no field. Behind
  /// a name an office has no name of its own, but for one with its field: "Jane Doe, correspondent Port Ansel". Nor has
  /// one with its article: "our correspondent Port Ansel".
  private func behindRole(_ part: String, isFirst: Bool) -> String {
    let folded = FoldedWords(part)
    for index in folded.words.indices.reversed() {
      guard let role = words.bylineRoles.match(in: folded, at: index),
        index + role.count < folded.words.count
      else { continue }
      let front = String(decoding: part.utf8.prefix(folded.words[index].start), as: UTF8.self)
      let name = String(decoding: part.utf8.dropFirst(folded.words[index + role.count].start), as: UTF8.self)
      let shape = LineShape(nameAtFront(of: name))
      let isSmall = !folded.words[index + role.count - 1].isCapitalized(in: part)
      let field = FoldedWords(front).words.first
      guard field != nil || isFirst,
        field.map({ !words.openWords.contains($0.folded) && !words.readerWords.begins(with: $0.folded) })
          ?? true
      else { return part }
      guard words.outlet(named: front) != nil || isSmall && LineShape(front).capitalizedWords <= 1,
        (2...4).contains(shape.wordCount), shape.isCapitalizedThroughout,
        words.outlet(named: name) == nil, !words.looksLikeOutlet(FoldedWords(name))
      else { return part }
      return name
    }
    return part
  }

  /// "Ann Poe/Carl Dahl" with a comma for its stroke: whole names of persons on either side, and no outlet's.
  private func withStrokesAsCommas(_ text: String) -> String {
    let names = text.split(separator: "/", omittingEmptySubsequences: false).map { Self.trimmed(String($0)) }
    guard names.count > 1, names.allSatisfy(isWholeName) else { return text }
    return names.joined(separator: ", ")
  }

  private func isWholeName(_ text: String) -> Bool {
    let shape = LineShape(text)
    return (2...4).contains(shape.wordCount) && shape.isCapitalizedThroughout && isName(text)
      && words.outlet(named: text) == nil && !words.looksLikeOutlet(FoldedWords(text))
  }

  /// A line without what is counted behind its names: "Jane Doe - 5 March 2018 234 views 0 comments", and without the time
  /// that its reading takes.
  func withoutCounts(_ text: String) -> String {
    var pieces = text.split(separator: " ")
    if let time = pieces.indices.dropFirst(2).first(where: { isReadingTime(pieces[$0...]) }) {
      pieces.removeSubrange(time...)
    }
    if let last = pieces.last, words.outlet(named: pieces.dropLast().joined(separator: " ")) != nil,
      isCounted(FoldedWords(String(last)))
    {
      pieces.removeLast()
    }
    while pieces.count > 2, words.outlet(named: pieces.joined(separator: " ")) == nil,
      pieces[pieces.count - 2].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let last = pieces.last, isCounted(FoldedWords(String(last)))
    {
      pieces.removeLast(2)
    }
    return pieces.joined(separator: " ")
  }

  /// A line without the button behind its names by which readers reach their bearer: "Jane Doe Follow".
  private func withoutButton(_ text: String) -> String {
    let pieces = text.split(separator: " ")
    guard pieces.count > 2, let last = pieces.last else { return text }
    let button = FoldedWords(String(last))
    guard words.contactWords.contains(button.joined), words.furnitureLines.match(whole: button) == .navigation
    else { return text }
    return pieces.dropLast().joined(separator: " ")
  }

  /// Whether a number and words that say so tell how long a text takes: "4 minutes read".
  private func isReadingTime(_ pieces: ArraySlice<Substring>) -> Bool {
    guard let number = pieces.first, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    return words.readingTimes.match(whole: FoldedWords(pieces.dropFirst().joined(separator: " "))) != nil
  }

  private func isCounted(_ word: FoldedWords) -> Bool {
    words.furnitureLines.match(whole: word) != nil || words.furniturePrefixes.match(whole: word) != nil
  }

  /// A list of names without where its bearers were and what they are, in brackets behind them: "Jane Doe (Oxhaven,
  /// correspondent)".
  ///
  /// Brackets with an outlet or agency in them tell whom the text is from.
  private func withoutPlaces(_ text: String) -> String {
    guard let open = text.range(of: " ("), let close = text[open.upperBound...].firstIndex(of: ")"),
      !text[..<open.lowerBound].utf8.contains(0x28), isName(String(text[..<open.lowerBound]))
    else { return text }
    let inner = String(text[open.upperBound..<close])
    let folded = FoldedWords(inner)
    let tells = inner.contains(",") || words.bylineRoles.firstMatch(in: folded) != nil
    guard tells, words.outlets.firstMatch(in: folded) == nil, !inner.utf8.contains(0x2F) else { return text }
    return String(text[..<open.lowerBound]) + text[text.index(after: close)...]
  }

  /// A list of names without remarks in small letters: "Jane Doe (now) and Ann Poe (earlier)".
  private static func withoutRemarks(_ text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let open = rest.range(of: " ("), let close = rest[open.upperBound...].firstIndex(of: ")") {
      let remark = LineShape(String(rest[open.upperBound..<close]))
      let isRemark = remark.capitalizedWords == 0 && remark.digitCount == 0 && remark.wordCount <= 3
      kept += isRemark ? rest[..<open.lowerBound] : rest[...close]
      rest = rest[rest.index(after: close)...]
    }
    return kept + rest
  }

  /// What a line holds besides its date; of one that tells its age, what stands before: "Ann Poe 3 hours ago in World".
  private func namesBeside(_ line: DateLine, in text: String) -> String {
    guard line.dates.isEmpty, line.ambiguous == nil else { return namesBeforeDay(of: line) ?? line.rest }
    guard line.tellsAge, let digit = text.utf8.firstIndex(where: { (0x30...0x39).contains($0) }) else {
      return text
    }
    return Self.trimmed(String(text[..<digit]))
  }

  /// "Jane Doe" of "Oxhaven / Jane Doe": a single word before a stroke is where somebody was.
  private func withoutPlaceBeforeStroke(_ text: String) -> String {
    let parts = text.split(separator: "/", maxSplits: 1).map { Self.trimmed(String($0)) }
    guard parts.count == 2, text.contains(" / "), !parts[0].utf8.contains(0x20), parts[1].utf8.contains(0x20),
      words.outlet(named: parts[0]) == nil
    else { return text }
    return parts[1]
  }

  /// Whether some words end in what those who write are: "Harbour House correspondent".
  private func tellsRole(_ text: String) -> Bool {
    let folded = FoldedWords(text)
    return words.bylineRoles.match(in: folded, at: max(0, folded.words.count - 1)) != nil
  }

  /// A name with the outlet right behind it: "Ann Poe Associated Press".
  private func nameBeforeOutlet(_ text: String) -> (name: String, outlet: PageWords.KnownOutlet)? {
    let parts = text.split(separator: " ")
    for start in parts.indices.dropFirst(2) {
      guard let known = words.outlet(named: parts[start...].joined(separator: " ")) else { continue }
      let name = parts[..<start].joined(separator: " ")
      return isName(name) ? (name, known) : nil
    }
    return nil
  }

  /// Whether a name ends in what a department or a service is, in two words: "Coast News Service".
  private func isService(_ name: String) -> Bool {
    let folded = FoldedWords(name)
    return folded.words.count > 2
      && words.deskWords.match(in: folded, at: folded.words.count - 2).map { $0.count == 2 } ?? false
  }

  /// Whether a single word behind a whole name and a comma is where somebody was: "Ann Poe, Oxhaven".
  private func isPlaceBehind(_ last: String?, _ name: String, isPiece: Bool) -> Bool {
    guard isPiece, let last, last.utf8.contains(0x20), !name.utf8.contains(0x20) else { return false }
    return words.outlet(named: name) == nil && words.bylineRoles.match(whole: FoldedWords(name)) == nil
  }

  /// The outlet between two strokes: "Jane Doe | The Herald | 5 March 2018".
  private func outletBehindStroke(_ text: String) -> String? {
    text.split { "|·•".contains($0) }.dropFirst().lazy.map { Self.trimmed(String($0)) }.first { name in
      words.outlet(named: name).map { !$0.isAgency } ?? words.looksLikeOutlet(FoldedWords(name))
    }
  }

  /// What stands before the first stroke or dot that parts a line, where it holds no number: "Jane Doe, Ann Poe".
  private static func beforeStroke(_ text: String) -> String? {
    guard let end = text.firstIndex(where: { "|·•".contains($0) }) else { return nil }
    let names = String(text[..<end])
    return names.utf8.contains { (0x30...0x39).contains($0) } ? nil : trimmed(names)
  }

  /// "Rivers Editor", "Harbour Correspondent": what ends in an office is one.
  private func isOffice(_ name: String) -> Bool {
    let folded = FoldedWords(name)
    return (2...4).contains(folded.words.count)
      && words.bylineRoles.match(in: folded, at: folded.words.count - 1) != nil
  }

  /// The names of a credit line: "AFP, Reuters and dpa", "Jane Doe in Beirut; Editing by John Roe".
  func creditedNames(in text: String) -> [String] {
    var placed: Int?
    return parts(of: text, splitsStrokes: true).compactMap { piece in
      var part = piece.text
      let folded = FoldedWords(part)
      if let label = words.labels.match(in: folded), label.count < folded.words.count {
        part = Self.trimmed(
          String(decoding: part.utf8.dropFirst(folded.words[label.count - 1].end), as: UTF8.self))
      }
      part = behindRole(part, isFirst: piece.piece == 0)
      let name = nameAtFront(of: part)
      if words.outlet(named: name) != nil { return name }
      // "Ann Poe in Port Ansel, Livonia": the country of the place before.
      if let before = placed, before < piece.piece, !name.utf8.contains(0x20) { return nil }
      placed = name == part ? nil : piece.piece
      return isName(name) ? name : nil
    }
  }

  /// What stands behind a label that no list knows: "Interview: Jane Doe".
  private static func behindLabel(_ part: String) -> String {
    guard let colon = part.utf8.lastIndex(of: UInt8(ascii: ":")) else { return part }
    let rest = trimmed(String(part[part.utf8.index(after: colon)...]))
    return rest.isEmpty ? part : rest
  }

  private struct Part {
    let text: String
    /// Which of the stretches between marks it stands in.
    let piece: Int
  }

  /// The parts of a list of names, without the marks and words between them.
  private func parts(of text: String, splitsStrokes: Bool) -> [Part] {
    var parts: [Part] = []
    let pieces = text.split(whereSeparator: { ",;&|•".contains($0) || splitsStrokes && $0 == "/" })
    for (index, piece) in pieces.enumerated() {
      var current: [Substring] = []
      func close() {
        let text = Self.trimmed(current.joined(separator: " "))
        if !text.isEmpty { parts.append(Part(text: text, piece: index)) }
        current = []
      }
      for word in piece.split(separator: " ") {
        if words.conjunctions.contains(FoldedWords(String(word)).joined) {
          close()
        } else {
          current.append(word)
        }
      }
      close()
    }
    return parts
  }

  /// The name up to the first word that belongs to no name: "Jane Doe in Moscow" is "Jane Doe".
  func nameAtFront(of part: String) -> String {
    if words.outlet(named: part) != nil {
      // "the Associated Press": the article is the sentence's, not the name's.
      let isLower = part.unicodeScalars.first.map(LineShape.isLowercase) ?? false
      let bare = isLower ? part.split(separator: " ").dropFirst().joined(separator: " ") : part
      return words.outlet(named: bare) != nil ? bare : part
    }
    var kept: [Substring] = []
    let all = part.split(separator: " ")
    for (index, word) in all.enumerated() {
      let isLower = word.unicodeScalars.first.map(LineShape.isLowercase) ?? false
      // A particle stands before a capital: "Ursula von der Leyen"; "in Moscow" does not, for "in" is no particle.
      if isLower, words.openWords.contains(FoldedWords(String(word)).joined) { break }
      // "Ann Poe - Head of Rivers": a dash that stands alone ends a name.
      if index > 0, word == "-" || word == "–" || word == "—" { break }
      if isLower, index == all.count - 1, index > 0 { break }
      kept.append(word)
    }
    return Self.trimmed(kept.joined(separator: " "))
  }

  /// Whether the words look like a name: few, and capitalized but for particles.
  func isName(_ text: String) -> Bool {
    let shape = LineShape(text)
    guard shape.wordCount >= 1, shape.wordCount <= 6, shape.byteCount <= 60, !shape.startsLowercase else {
      return words.outlet(named: text) != nil
    }
    if words.outlet(named: text) != nil { return true }
    let folded = FoldedWords(text)
    // "Tom May" and "April Lee" are names; "Monday" and "March" alone are not.
    guard shape.digitCount == 0,
      !folded.words.indices.allSatisfy({
        words.months.match(in: folded, at: $0) != nil || words.weekdays.match(in: folded, at: $0) != nil
      })
    else { return false }
    // "EN FR" are a page's languages.
    if folded.words.count > 1, !shape.hasLowercase, folded.words.allSatisfy({ $0.folded.utf8.count <= 2 }) {
      return false
    }
    // "A+ A-" are buttons.
    guard !text.utf8.contains(UInt8(ascii: "+")) else { return false }
    return (shape.capitalizedWords * 2 > shape.wordCount || hasParticles(folded, in: text))
      && folded.words.contains { $0.folded.utf8.count > 1 }
  }

  /// Bytes of a particle of a name, at most.
  private static let particle = 3

  /// Whether two short words that begin no sentence stand between a name's first and last: "Anna van der Berg".
  private func hasParticles(_ folded: FoldedWords, in text: String) -> Bool {
    guard folded.words.count == 4 else { return false }
    return folded.words.indices.allSatisfy { index in
      let word = folded.words[index]
      guard (1...2).contains(index) else { return word.isCapitalized(in: text) }
      return !word.isCapitalized(in: text) && word.folded.utf8.count <= Self.particle
        && !words.openWords.contains(word.folded)
    }
  }

  static func trimmed(_ text: String) -> String {
    let marks: Set<UInt8> = [0x20, 0x2C, 0x3B, 0x3A, 0x7C, 0x2D, 0x2F, 0x28, 0x29, 0x5B, 0x5D, 0x2A, 0x2E]
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !marks.contains($0) }),
      var last = bytes.lastIndex(where: { !marks.contains($0) })
    else { return "" }
    // The full stop of an initial or of "Jr." belongs to the name.
    if last + 1 < bytes.count, bytes[last + 1] == 0x2E,
      last - first < 2 || bytes[max(first, last - 1)] == 0x20
    {
      last += 1
    }
    guard first <= last else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
