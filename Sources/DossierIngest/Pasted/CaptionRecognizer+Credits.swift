import DossierModel

/// Credits that are told by their form, where no list knows who owns the picture.
extension CaptionRecognizer {
  /// Words of the owner of a picture, of who took it, and of a caption above a credit that no list knows, at most.
  private static let longest = (owner: 3, name: 4, caption: 30)

  /// Whether whose a picture is stands before a colon and who took it behind: "WIRE: Jane Doe".
  ///
  /// An owner whom no list knows must follow one whole sentence, and then stand in a page's head: see `isAside`.
  func isOwnerAndTaker(_ inner: String, behind caption: LineShape) -> Bool {
    let parts = inner.split(separator: ":", omittingEmptySubsequences: false).map { Self.trimmed(String($0)) }
    guard parts.count == 2, words.labels.match(in: FoldedWords(inner)) == nil else { return false }
    let (owner, taker) = (LineShape(parts[0]), LineShape(parts[1]))
    guard (1...Self.longest.owner).contains(owner.wordCount), owner.isCapitalizedThroughout,
      (2...Self.longest.name).contains(taker.wordCount), taker.isCapitalizedThroughout,
      taker.digitCount == 0, !taker.endsSentence
    else { return false }
    return words.outlet(named: parts[0]) != nil
      || caption.endsSentence && caption.interiorSentenceEnds == 0
        && caption.wordCount <= Self.longest.caption
  }

  /// Whether a line within the text ends in brackets that only a colon in them would make a picture's credit.
  ///
  /// No list knows what stands before it: "She was the first to speak. (Labour: Ann Poe)", "(Translation: Jane Doe)".
  func isAside(_ index: Int, in lines: [PastedLine]) -> Bool {
    let line = lines[index]
    guard line.text.utf8.last == 0x29, let open = line.text.lastIndex(of: "("),
      lines[..<index].contains(where: { $0.isOpen && $0.shape.isLongProse })
    else { return false }
    let inner = String(line.text[line.text.index(after: open)...].dropLast())
    let owner = inner.prefix { $0 != ":" }
    return isOwnerAndTaker(inner, behind: LineShape(String(line.text[..<open])))
      && words.outlet(named: String(owner)) == nil && !words.looksLikeOutlet(FoldedWords(String(owner)))
      && words.photoCreditLabels.match(in: FoldedWords(inner)) == nil
  }

  /// Whether words in nothing but capitals are a name and, behind a stroke, an outlet's: "JANE DOE/COAST PRESS".
  func isTakerAndOwner(_ tail: String) -> Bool {
    let parts = tail.split(separator: "/", omittingEmptySubsequences: false).map { LineShape(String($0)) }
    guard parts.count == 2, !LineShape(tail).hasLowercase, !LineShape(tail).endsSentence else { return false }
    return parts.allSatisfy { (1...Self.longest.name).contains($0.wordCount) && $0.digitCount == 0 }
      && parts[0].wordCount > 1 && tail.split(separator: "/").last.map(isOutlet) ?? false
  }

  /// Whether words are an outlet's name, or look like one.
  private func isOutlet(_ name: Substring) -> Bool {
    let name = Self.trimmed(String(name))
    return words.outlet(named: name) != nil || words.looksLikeOutlet(FoldedWords(name))
  }

  /// A label and its credit with dots between them: "The leaders meet Credit...Jane Doe for The Herald".
  func dottedCredit(_ text: String) -> (caption: String, credit: String)? {
    let bytes = Array(text.utf8)
    let earliest = max(12, bytes.count - 90)
    guard bytes.count > 20,
      let dots = (earliest..<(bytes.count - 3)).first(where: { isEllipsis(at: $0, in: bytes) })
    else { return nil }
    // The label may be stuck to the full stop before it.
    guard let start = bytes[..<dots].lastIndex(where: { $0 <= 0x2E }).map({ $0 + 1 }), start > 2,
      bytes[start - 1] == 0x2E || bytes[start - 1] == 0x20 && [0x2E, 0x22].contains(bytes[start - 2]),
      words.photoCreditLabels.match(
        whole: FoldedWords(String(decoding: bytes[start..<dots], as: UTF8.self))) != nil
    else { return nil }
    let credit = String(
      decoding: bytes[dots...].drop { $0 == 0x2E || $0 == 0xE2 || $0 == 0x80 || $0 == 0xA6 }, as: UTF8.self)
    let shape = LineShape(credit)
    guard shape.wordCount <= 9, shape.capitalizedWords > 0, !shape.startsLowercase else { return nil }
    return (Self.trimmedEnd(String(decoding: bytes[..<start], as: UTF8.self)), Self.trimmed(credit))
  }

  private func isEllipsis(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index...].starts(with: [0x2E, 0x2E, 0x2E]) || bytes[index...].starts(with: [0xE2, 0x80, 0xA6])
  }

  /// "[Image] The mayor at the pier", "[1/2]The mayor at the pier": what follows the label, as of a picture that was left
  /// out, or the number of one of several.
  func behindBracketedLabel(_ line: PastedLine) -> String? {
    guard line.text.hasPrefix("["), let close = line.text.firstIndex(of: "]") else { return nil }
    let label = FoldedWords(String(line.text[..<close]))
    guard
      words.photoCreditLabels.match(whole: label) != nil || words.captionLabels.match(whole: label) != nil
        || isOneOfSeveral(line.text[..<close])
    else { return nil }
    let text = Self.trimmed(String(line.text[line.text.index(after: close)...]))
    return LineShape(text).wordCount > 2 && !LineShape(text).startsLowercase ? text : nil
  }

  /// Whether two numbers with a stroke between them stand behind a bracket: "[1/2".
  private func isOneOfSeveral(_ label: Substring) -> Bool {
    let numbers = label.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { (1...2).contains($0.count) && Int($0) != nil }
  }

  /// An agency alone between the lines of a picture, or on top of its caption, tells whose it is, and is no author.
  ///
  /// Above it may stand what the picture shows for those who do not see it; the day or the author stands above those.
  ///
  /// Several that stand so are of several reports.
  func labelAgencyAboveCaption(_ lines: inout [PastedLine]) {
    let isOnly =
      lines.count { $0.isOpen && words.outlets.match(whole: $0.words)?.isAgency ?? false } == 1
    for index in lines.indices.dropLast() where lines[index].isOpen && lines[index + 1].gap == 0 {
      guard let agency = words.outlets.match(whole: lines[index].words), agency.isAgency else { continue }
      if case .caption(let text?, let credit)? = lines[index + 1].labels.first, lines[index].gap > 0 {
        lines[index].labels = [.removed(.movedToMetadata)]
        lines[index + 1].labels[0] = .caption(text, credit: credit ?? agency.name)
      } else if isOnly, isAmidPicture(index, in: lines) {
        lines[index - 1].labels = [.removed(.imageDescription)]
        lines[index].labels = [.removed(.movedToMetadata)]
        lines[index + 1].labels = [.caption(lines[index + 1].text, credit: agency.name)]
      }
    }
  }

  /// Names with a stroke between them, of which one is an outlet's or the first a person's, on a line of their own right below a sentence in the
  /// head, tell whose picture the sentence is of: "RIVER TV / Harbour Board".
  ///
  /// Who wrote the text, or when, stands above, so that it is neither the author nor a trail of sections. Without an
  /// outlet they may be what the sentence tells of: "Port Ansel / Oxhaven", "Group A / Group B".
  func labelStrokesBelowSentences(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst(2) where lines[index].isOpen && lines[index].gap == 0 {
      let (line, above) = (lines[index], lines[index - 1])
      let names = line.text.split(separator: "/").map { Self.trimmed(String($0)) }
      let parts = names.map(LineShape.init)
      guard parts.count == 2,
        parts.allSatisfy({ (1...3).contains($0.wordCount) && $0.isCapitalizedThroughout }),
        isPerson(names[0]) || line.text.contains(" / ") && names.contains(where: { isOutlet($0[...]) }),
        !line.shape.endsSentence, words.menuItem(in: line.words, at: 0) == nil,
        above.isOpen, above.gap > 0 || lines[index - 2].isRemoved, above.mark == .none, above.shape.isProse,
        above.shape.interiorSentenceEnds == 0, above.shape.wordCount <= Self.longest.caption,
        index + 1 < lines.count, lines[index + 1].gap > 0 || lines[index + 1].isRemoved,
        !lines[..<(index - 1)].contains(where: \.isBodyLike),
        lines[..<(index - 1)].contains(where: \.tellsDateOrAuthor)
      else { continue }
      lines[index].labels = [.removed(.movedToMetadata)]
      lines[index - 1].labels = [.caption(above.text, credit: line.text)]
      return
    }
  }

  private func isAmidPicture(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard index > 1, index + 2 < lines.count, lines[index].gap == 0 else { return false }
    let (above, below) = (lines[index - 1], lines[index + 1])
    let told = lines[..<(index - 1)]
    return above.isOpen && above.gap > 0 && above.mark == .none && above.shape.isHeadlineLike
      && below.isOpen && below.mark == .none && below.shape.isHeadlineLike && below.shape.wordCount >= 5
      && !below.shape.startsLowercase && lines[index + 2].gap > 0
      && told.contains { $0.isOpen && $0.shape.isHeadlineLike && $0.shape.wordCount >= 5 }
      && told.contains(where: \.tellsDateOrAuthor)
  }
}
