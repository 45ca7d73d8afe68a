import DossierModel

/// Who wrote a text, where nothing says so but a person's name in the place of an author.
extension HeadReader {
  /// Words of a person's name, and of what may stand behind a stroke on its line, at most.
  private static let name = (fewest: 2, most: 3, behindStroke: 8)

  /// A person's name alone between the headline and the text, of which the text says nothing: "Ida Thornquist", "Ida
  /// Thornquist | Harbours Ferries", "Ida Thornquist Aldmouth".
  ///
  /// Whom an article tells of stands there too, as its topic, and where it plays; so the day must stand beside it, or how
  /// long the text takes, or something behind a stroke. Names of other kinds begin with no given name.
  func labelBareAuthor(below title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor),
      let end = lines[title...].firstIndex(where: { $0.isOpen && $0.shape.isLongProse })
    else { return }
    for index in lines.indices[(title + 1)..<end] where lines[index].mark == .none {
      let handled = nameBesideHandle(lines[index].text)
      let ofAuthor = handled ?? nameBeforeOffice(lines[index])
      guard lines[index].isOpen || handled != nil && lines[index].labels == [.removed(.movedToMetadata)],
        ofAuthor != nil || lines[index].text.contains(" | ") || isBesideDayOrLength(index, in: lines)
          || withoutLength(lines[index].text) != nil,
        let pieces = ofAuthor ?? authorPieces(lines[index]),
        let name = author(pieces, told: wordsTold(in: lines, title: title, from: end, besides: pieces))
      else { continue }
      lines[index].labels = [.bylines([name])]
      return
    }
  }

  /// Lines round an author within which the day stands, or how long the text takes.
  private static let reach = 2

  private func isBesideDayOrLength(_ index: Int, in lines: [PastedLine]) -> Bool {
    lines.indices.clamped(to: index - Self.reach..<index + Self.reach + 1).contains { near in
      near != index && (lines[near].tellsDate || tellsLength(lines[near]) || tellsAge(lines[near]))
    }
  }

  /// Words of a line that tells how old a text is, at most.
  private static let ageWords = 6

  /// Whether a line tells the age of a text, or its weekday and time: "3 hours ago", "Monday 6:30PM".
  private func tellsAge(_ line: PastedLine) -> Bool {
    guard line.shape.digitCount > 0, line.shape.wordCount <= Self.ageWords else { return false }
    return words.weekdays.match(in: line.words) != nil && line.text.contains(":")
      || dates.dates(of: line.text)?.tellsAge ?? false
  }

  /// Whether a line that a button may follow tells how long a text takes: "3-Minute Listen", "4 min read  Download".
  private func tellsLength(_ line: PastedLine) -> Bool {
    guard line.isRemoved || line.isRow, line.shape.digitCount > 0,
      line.shape.wordCount <= Self.name.behindStroke
    else {
      return false
    }
    return words.readingTimes.match(in: LabelReader.withoutCount(line.words)).map { $0.count > 1 } ?? false
  }

  /// A line without the count of its comments and how long the text takes behind it, "Ida Thornquist 0 4 minutes read";
  /// nil where neither is there.
  func withoutLength(_ text: String) -> String? {
    let bare = bylines.withoutCounts(text)
    guard bare != text else { return nil }
    var pieces = bare.split(separator: " ")
    if let last = pieces.last, last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { pieces.removeLast() }
    return pieces.joined(separator: " ")
  }

  /// All words of the headline and the text, but for what it tells of the bearer of a name.
  private func wordsTold(
    in lines: [PastedLine], title: Int, from end: Int, besides pieces: [Substring]
  ) -> Set<String> {
    var told = Set(lines[title].words.words.map(\.folded))
    let name = FoldedWords(pieces.joined(separator: " "))
    for line in lines[end...]
    where line.isOpen && line.shape.isProse && !isBiography(line.words, of: name) {
      told.formUnion(FoldedWords(line.text, limit: .max).words.map(\.folded))
    }
    return told
  }

  /// The words of a line that may be a person's name and the place behind it, but for a few things behind a stroke.
  private func authorPieces(_ line: PastedLine) -> [Substring]? {
    let parts = (withoutLength(line.text) ?? line.text).split(separator: "|", maxSplits: 1).map {
      BylineReader.trimmed(String($0))
    }
    guard let first = parts.first, !line.shape.endsSentence,
      parts.count == 1 || LineShape(parts[1]).wordCount <= Self.name.behindStroke
    else { return nil }
    guard let pieces = name(in: first[...]), words.isGivenName(String(pieces[0])) else { return nil }
    return pieces
  }

  /// Whether a word is one of a name or an initial: "Jane", "Q.".
  private static func isPartOfName(_ piece: Substring) -> Bool {
    guard piece.first?.isUppercase ?? false else { return false }
    return piece.allSatisfy { $0.isLetter || "-’'".contains($0) } || piece.count == 2 && piece.last == "."
  }

  /// The name in front of the one its bearer goes by elsewhere: "Jane Doe" of "Jane Doe @janedoe / 2 days".
  private func nameBesideHandle(_ text: String) -> [Substring]? {
    let bare = BylineReader.withoutHandles(text)
    guard bare.utf8.count < text.utf8.count else { return nil }
    return name(in: bare.prefix { $0 != "/" && $0 != "|" })
  }

  /// The name in front of what its bearer is: "Jane Doe" of "Jane Doe Senior Reporter".
  private func nameBeforeOffice(_ line: PastedLine) -> [Substring]? {
    let folded = line.words
    let office = folded.words.indices.dropFirst(Self.name.fewest).first { index in
      words.bylineRoles.match(in: folded, at: index)?.count == folded.words.count - index
    }
    guard let office, folded.words[office].isCapitalized(in: line.text) else { return nil }
    return name(in: Substring(decoding: line.text.utf8.prefix(folded.words[office].start), as: UTF8.self))
  }

  /// Whether a line is a name with what its bearer goes by or is, and no deck.
  func namesAuthor(_ line: PastedLine) -> Bool {
    line.mark == .none && (nameBesideHandle(line.text) ?? nameBeforeOffice(line)) != nil
  }

  /// The words of a text that may be a name, and are no outlet's.
  private func name(in text: Substring) -> [Substring]? {
    let pieces = text.split(separator: " ")
    let name = FoldedWords(String(text))
    guard (Self.name.fewest...Self.name.most).contains(pieces.count),
      pieces.allSatisfy(Self.isPartOfName), !words.looksLikeOutlet(name),
      words.outlets.match(whole: name) == nil
    else { return nil }
    return pieces
  }

  /// The name that words consist of, but for the place behind it that the text tells of.
  private func author(_ pieces: [Substring], told: Set<String>) -> String? {
    var pieces = pieces
    if pieces.count > Self.name.fewest, isTold(pieces[2], told) { pieces.removeLast() }
    guard !isTold(pieces[pieces.count - 1], told) else { return nil }
    let name = pieces.joined(separator: " ")
    let folded = FoldedWords(name)
    return bylines.isName(name) && words.menuItem(in: folded, at: 0) == nil
      && words.menuItem(in: folded, at: folded.words.count - 1) == nil ? name : nil
  }

  /// The author's name once more beside the byline, as it stands under a portrait.
  func labelPortraits(below title: Int, in lines: inout [PastedLine]) {
    guard let byline = lines[title...].firstIndex(where: \.tellsAuthor),
      case .bylines(let names)? = lines[byline].labels.first(where: {
        if case .bylines = $0 { true } else { false }
      })
    else { return }
    let folded = Set(names.map { FoldedWords($0).joined })
    for index in [byline - 1, byline + 1] where lines.indices.contains(index) && lines[index].isOpen {
      if index != title, folded.contains(lines[index].words.joined) {
        lines[index].labels = [.removed(.movedToMetadata)]
      }
    }
  }

  /// Whether a line stands below an author, and is an office or begins as another author's name does: no heading.
  func isBelowAuthor(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    return lines[index - 1].tellsAuthor
      && (words.bylineRoles.firstMatch(in: line.words) != nil
        || words.looksLikeOutlet(line.words) || words.beginsWithGivenName(line.text))
  }

  /// Words of what an author is, at most.
  private static let longestOffice = 8

  /// A person's name in one block with what the author is, between the headline and the text: "Ida Thornquist", "Freelance
  /// journalist based in Oxhaven".
  func labelAuthorAboveOffice(below title: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor) else { return }
    let prose = lines.indices.filter { $0 > title && lines[$0].isOpen && lines[$0].shape.isLongProse }.prefix(
      2)
    guard let last = prose.last else { return }
    labelAuthorAbovePlace(in: (title + 1)..<last, of: &lines)
    for index in lines.indices[(title + 1)..<last]
    where lines[index].isOpen
      && (isPerson(lines[index])
        || mayBePerson(lines[index]) && lines.dropFirst(index + 2).first?.tellsDate == true)
    {
      let office = lines[index + 1]
      let isWhole = words.bylineRoles.match(whole: office.words) != nil
      guard lines[index].gap > 0 || !lines[index - 1].isOpen, office.gap == 0 || isWhole, office.isOpen,
        !office.shape.endsSentence,
        office.shape.wordCount <= Self.longestOffice, words.bylineRoles.firstMatch(in: office.words) != nil,
        lines[index + 2].gap > 0 || !lines[index + 2].isOpen
      else { continue }
      lines[index].labels = [.bylines([lines[index].text])]
      lines[index + 1].labels = [.removed(.movedToMetadata)]
      return
    }
  }

  /// Words of where an author was, at most.
  private static let placeWords = 4

  /// A name in one block with where its bearer was, and no more: "Ida Thornquist", "in Oxhaven".
  private func labelAuthorAbovePlace(in range: Range<Int>, of lines: inout [PastedLine]) {
    for index in range.dropLast() where isNameAbovePlace(index, in: lines) {
      lines[index].labels = [.bylines([lines[index].text])]
      lines[index + 1].labels = [.removed(.movedToMetadata)]
      return
    }
  }

  /// Whether a line tells where the author above it was, and is no rest of a headline: one stands above them.
  func isAuthorAbovePlace(_ index: Int, below whole: [PastedLine], in lines: [PastedLine]) -> Bool {
    isNameAbovePlace(index - 1, in: lines)
      && whole.dropLast().contains {
        $0.isOpen && $0.shape.isHeadlineLike && $0.shape.wordCount >= Self.headlineWords
      }
  }

  private func isNameAbovePlace(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index + 2 < lines.count else { return false }
    let (name, place) = (lines[index], lines[index + 1])
    return name.isOpen && name.gap > 0 && name.mark == .none
      && (Self.name.fewest...Self.name.most).contains(name.shape.wordCount)
      && name.shape.isCapitalizedThroughout && bylines.isName(name.text)
      && words.outlet(named: name.text) == nil && !words.looksLikeOutlet(name.words)
      && words.menuItem(in: name.words, at: 0) == nil && isPlace(place) && lines[index + 2].gap > 0
  }

  /// "in Oxhaven": a small word and a name, right below another line.
  private func isPlace(_ line: PastedLine) -> Bool {
    guard let first = line.words.words.first, words.openWords.contains(first.folded) else { return false }
    return line.isOpen && line.gap == 0 && line.mark == .none && line.shape.startsLowercase
      && !line.shape.endsSentence && (2...Self.placeWords).contains(line.shape.wordCount)
      && line.shape.capitalizedWords == line.shape.wordCount - 1 && line.shape.digitCount == 0
  }

  /// Who wrote a text whose points stand as a list between its headline and the line of its author and day.
  func labelAuthorBelowPoints(from start: Int, in lines: inout [PastedLine]) {
    guard !lines.contains(where: \.tellsAuthor), lines.indices.contains(start),
      case .item = lines[start].mark,
      let below = lines[start...].firstIndex(where: { if case .item = $0.mark { false } else { true } }),
      let text = lines[below...].firstIndex(where: { $0.isOpen && $0.shape.isProse })
    else { return }
    for index in lines.indices[below..<text] where lines[index].isOpen && isBesideDay(index, in: lines) {
      guard let labels = positionalByline(at: index, in: lines) else { continue }
      lines[index].labels = labels
      return
    }
  }

  private func isBesideDay(_ index: Int, in lines: [PastedLine]) -> Bool {
    [index - 1, index + 1].contains { lines.indices.contains($0) && lines[$0].tellsDate }
  }

  /// Whether a name alone stands between the title and a line of a headline's words with the day right below it, as above
  /// the deck of an opinion.
  func isNameAboveDeck(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 0, index + 2 < lines.count, lines[index - 1].tellsTitle, isPerson(lines[index]) else {
      return false
    }
    return lines[index + 1].isOpen && lines[index + 1].shape.wordCount >= Self.deckWords
      && lines[index + 2].tellsDate
  }

  /// Words of a deck below its author, at least.
  private static let deckWords = 5

  func isPerson(_ line: PastedLine) -> Bool {
    mayBePerson(line) && words.isGivenName(String(line.text.prefix { $0 != " " }))
  }

  /// Whether a line has the form of a person's name, though its first word may be nobody's given name that is known.
  func mayBePerson(_ line: PastedLine) -> Bool {
    line.mark == .none
      && (Self.name.fewest...Self.name.most).contains(line.text.split(separator: " ").count)
      && line.shape.isCapitalizedThroughout && bylines.isName(line.text) && !words.looksLikeOutlet(line.words)
  }

  func isPerson(named name: String) -> Bool { isPerson(PastedLine(text: name, mark: .none)) }

  /// Whether a page that has its author tells of a single other name in its text: who is to be seen in its picture.
  func isShown(_ names: [String], in lines: [PastedLine]) -> Bool {
    guard names.count == 1, lines.contains(where: \.tellsAuthor) else { return false }
    return lines.contains { $0.isOpen && $0.shape.isLongProse && $0.text.contains(names[0]) }
  }

  private func isTold(_ word: Substring, _ told: Set<String>) -> Bool {
    FoldedWords(String(word)).words.contains { told.contains($0.folded) || told.contains($0.folded + "s") }
  }
}
