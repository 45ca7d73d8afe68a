import DossierModel

/// Tells the words under pictures, and who took them, from the paragraphs of a text.
struct CaptionRecognizer: Sendable {
  let words: PageWords

  func labelled(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    for index in lines.indices where lines[index].isOpen {
      if let caption = caption(of: lines[index]) { lines[index].labels = [caption] }
    }
    labelRepeated(&lines)
    labelDescriptions(&lines)
    return lines
  }

  /// A line printed twice in a row under a picture, once for the eye and once for the page.
  private func labelRepeated(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropLast() where lines[index].text == lines[index + 1].text {
      if lines[index].isOpen, let caption = repeatedCaption(lines[index]) { lines[index].labels = [caption] }
      guard case .caption? = lines[index].labels.first else { continue }
      lines[index + 1].labels = [.removed(.repeatedCaption)]
    }
  }

  /// What is printed twice in a row is a caption, and no headline, where it is a sentence or has words behind one.
  ///
  /// A name behind the sentence is then a credit, though no list knows it.
  private func repeatedCaption(_ line: PastedLine) -> PastedLine.Label? {
    if line.shape.isProse { return .caption(line.text, credit: nil) }
    guard line.shape.interiorSentenceEnds == 1,
      let end = line.text.range(of: ". ", options: .backwards)
    else { return nil }
    let tail = LineShape(String(line.text[end.upperBound...]))
    guard tail.wordCount <= 6, tail.capitalizedWords == tail.wordCount, !tail.endsSentence else { return nil }
    return .caption(
      String(line.text[..<end.lowerBound]) + ".", credit: String(line.text[end.upperBound...]))
  }

  /// A bare line right above a caption is the picture's description for those who do not see it.
  private func labelDescriptions(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst() where lines[index].isMetadata && lines[index - 1].mark == .picture
    {
      guard case .caption? = lines[index].labels.first else { continue }
      lines[index - 1].labels = [.removed(.imageDescription)]
    }
    for index in lines.indices.dropFirst() where lines[index].gap == 0 && lines[index - 1].isOpen {
      guard case .caption(.some, credit: .some)? = lines[index].labels.first else { continue }
      let line = lines[index - 1]
      if line.shape.isHeadlineLike, line.mark == .none, line.gap > 0 || index < 2 {
        lines[index - 1].labels = [.removed(.imageDescription)]
      }
    }
  }

  private func caption(of line: PastedLine) -> PastedLine.Label? {
    guard line.shape.byteCount <= 600, line.shape.interiorSentenceEnds <= 4 else { return nil }
    if isCredit(line) { return .caption(nil, credit: unbracketed(line.text)) }
    let labelled = behindLabel(line)
    if let parts = creditAtEnd(of: labelled ?? line.text) {
      return .caption(parts.caption, credit: parts.credit)
    }
    if let labelled { return .caption(labelled, credit: nil) }
    return nil
  }

  /// "FILE PHOTO: …", "Image caption, …": what follows the label.
  private func behindLabel(_ line: PastedLine) -> String? {
    guard let found = words.captionLabels.match(in: line.words), found.count < line.words.words.count else {
      return nil
    }
    let rest = line.text.utf8.dropFirst(line.words.words[found.count - 1].end)
    let mark = rest.first { $0 != 0x20 }
    if found.count > 1, mark.map({ (0x41...0x5A).contains($0) || $0 >= 0xC3 && $0 != 0xE2 }) ?? false,
      isCaptionWord(line.words.words[found.count - 1])
    {
      return Self.trimmed(String(decoding: rest, as: UTF8.self))
    }
    guard mark == 0x3A || mark == 0x2D || mark == 0x7C || mark == 0xE2 || (mark == 0x2C && found.count > 1)
    else {
      return nil
    }
    let text = rest.drop {
      $0 == 0x20 || $0 == 0x3A || $0 == 0x2D || $0 == 0x7C || $0 == 0x2C || $0 == 0xE2 || $0 == 0x80
        || $0 == 0x93 || $0 == 0x94
    }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// Whether a label's last word is one by itself: "Image caption The mayor at the pier".
  private func isCaptionWord(_ word: FoldedWords.Word) -> Bool {
    words.captionLabels.match(whole: FoldedWords(words: [word])) != nil
  }

  /// A short line that is nothing but a credit: "Jane Doe / TASS", "Photo: Jane Doe", "AP Photo/Jane Doe".
  private func isCredit(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= 9, !line.shape.endsSentence || line.shape.wordCount <= 3 else {
      return false
    }
    let text = unbracketed(line.text)
    if let found = words.photoCreditLabels.match(in: line.words), found.count < line.words.words.count {
      let rest = line.text.utf8.dropFirst(line.words.words[found.count - 1].end).drop { $0 == 0x20 }
      if rest.first == 0x3A || rest.first == 0x2F || rest.first == 0x2C || rest.first == 0x7C { return true }
      if found.count > 1 { return isCreditText(String(decoding: rest, as: UTF8.self)) }
    }
    return text.utf8.contains(0x2F) && isCreditText(text) && !line.isLink
  }

  /// Whether a stretch is names of which one at least is an agency, parted by strokes: "Murat Kula/Anadolu".
  private func isCreditText(_ text: String) -> Bool {
    let parts = text.split { "/,|©".contains($0) }.map { BylineReader.trimmed(String($0)) }.filter {
      !$0.isEmpty
    }
    guard !parts.isEmpty, parts.count <= 5 else { return false }
    var hasAgency = false
    for part in parts {
      let folded = FoldedWords(part)
      if let known = words.outlets.match(whole: folded) {
        hasAgency = hasAgency || known.isAgency
        continue
      }
      let shape = LineShape(part)
      guard shape.wordCount <= 5,
        !shape.startsLowercase || words.photoCreditWords.contains(folded.words[0].folded)
      else { return false }
      if let agency = words.outlets.firstMatch(in: folded), agency.value.isAgency { hasAgency = true }
      guard shape.capitalizedWords * 2 >= shape.wordCount else { return false }
    }
    return hasAgency
  }

  /// A caption parted from its credit behind it, in brackets or bare: "the leaders meet [Jane Doe/Agency]".
  func creditAtEnd(of text: String) -> (caption: String, credit: String)? {
    if let parts = bracketedCredit(text) { return parts }
    return trailingCredit(text) ?? dottedCredit(text)
  }

  /// A label and its credit with dots between them: "The leaders meet Credit...Jane Doe for The Herald".
  private func dottedCredit(_ text: String) -> (caption: String, credit: String)? {
    let bytes = Array(text.utf8)
    let earliest = max(12, bytes.count - 90)
    guard bytes.count > 20,
      let dots = (earliest..<(bytes.count - 3)).first(where: { isEllipsis(at: $0, in: bytes) })
    else { return nil }
    guard let space = bytes[..<dots].lastIndex(of: 0x20),
      bytes[space - 1] == 0x2E || bytes[space - 1] == 0x22,
      words.photoCreditLabels.match(
        whole: FoldedWords(String(decoding: bytes[(space + 1)..<dots], as: UTF8.self))) != nil
    else { return nil }
    let credit = String(
      decoding: bytes[dots...].drop { $0 == 0x2E || $0 == 0xE2 || $0 == 0x80 || $0 == 0xA6 }, as: UTF8.self)
    let shape = LineShape(credit)
    guard shape.wordCount <= 9, shape.capitalizedWords > 0, !shape.startsLowercase else { return nil }
    return (Self.trimmedEnd(String(decoding: bytes[..<space], as: UTF8.self)), Self.trimmed(credit))
  }

  private func isEllipsis(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index...].starts(with: [0x2E, 0x2E, 0x2E]) || bytes[index...].starts(with: [0xE2, 0x80, 0xA6])
  }

  private func bracketedCredit(_ text: String) -> (caption: String, credit: String)? {
    let bytes = Array(text.utf8)
    guard let close = bytes.last, close == 0x5D || close == 0x29 else { return nil }
    let open: UInt8 = close == 0x5D ? 0x5B : 0x28
    guard let start = bytes.lastIndex(of: open), bytes.count - start <= 90, start > 10 else { return nil }
    let inner = String(decoding: bytes[(start + 1)..<(bytes.count - 1)], as: UTF8.self)
    let folded = FoldedWords(inner)
    guard let first = folded.words.first, inner.utf8.count >= 2 else { return nil }
    let isLabelled = words.photoCreditLabels.match(in: folded).map { $0.count < folded.words.count } ?? false
    let hasStroke = inner.utf8.contains(0x2F) && LineShape(inner).capitalizedWords * 2 >= folded.words.count
    let isAgency = words.outlets.match(whole: folded)?.isAgency ?? false
    let isSquare = close == 0x5D && LineShape(inner).capitalizedWords == folded.words.count
    let fits = isLabelled || (hasStroke && (isCreditText(inner) || close == 0x5D)) || isCreditText(inner)
    guard fits || (isAgency || isSquare) && first.folded.utf8.count > 1 else { return nil }
    let caption = Self.trimmedEnd(String(decoding: bytes[..<start], as: UTF8.self))
    // A paragraph's own agency at its end is a credit of the text, not of a picture.
    guard isLabelled || hasStroke || close == 0x5D || LineShape(caption).wordCount <= 45 else { return nil }
    // "The mayor at the pier. / A. BERG (AP)".
    if let stroke = caption.range(of: " / ", options: .backwards) {
      let shape = LineShape(String(caption[stroke.upperBound...]))
      if shape.wordCount <= 4, shape.capitalizedWords == shape.wordCount {
        return (
          Self.trimmedEnd(String(caption[..<stroke.lowerBound])), caption[stroke.upperBound...] + "/" + inner
        )
      }
    }
    return (caption, credit(inner))
  }

  /// A credit behind a full stop, a stroke or a sign: "the leaders meet / AFP".
  private func trailingCredit(_ text: String) -> (caption: String, credit: String)? {
    let bytes = Array(text.utf8)
    let earliest = max(12, bytes.count - 90)
    guard bytes.count > 20 else { return nil }
    var index = bytes.count - 2
    while index >= earliest {
      let byte = bytes[index]
      let isBorder =
        byte == 0x2E || byte == 0x7C || byte == 0x3B || (byte == 0x2F && bytes[index - 1] == 0x20)
      let isSign = byte == 0xC2 && bytes[index + 1] == 0xA9
      if isSign || isBorder && (index + 1 < bytes.count && bytes[index + 1] == 0x20) {
        let tail = String(decoding: bytes[(isSign ? index : index + 1)...], as: UTF8.self)
        let keep = byte == 0x2E ? index + 1 : index
        if isTrailingCredit(tail, isMarked: byte == 0x7C || isSign) {
          return (Self.trimmedEnd(String(decoding: bytes[..<keep], as: UTF8.self)), credit(tail))
        }
      }
      index -= 1
    }
    return nil
  }

  private func isTrailingCredit(_ tail: String, isMarked: Bool) -> Bool {
    let folded = FoldedWords(tail)
    guard !folded.words.isEmpty, folded.words.count <= 9 else { return false }
    if let label = words.photoCreditLabels.match(in: folded), label.count < folded.words.count {
      let rest = tail.utf8.dropFirst(folded.words[label.count - 1].end)
      return rest.first == 0x3A || rest.first == 0x2F || isCreditText(String(decoding: rest, as: UTF8.self))
    }
    if words.outlets.match(whole: folded)?.isAgency ?? false { return true }
    return tail.utf8.contains(0x2F) && isCreditText(tail) || isMarked && isCreditText(tail)
  }

  /// The credit without brackets and the label before it.
  private func credit(_ text: String) -> String {
    let text = unbracketed(Self.trimmed(text))
    let folded = FoldedWords(text)
    if let label = words.photoCreditLabels.match(in: folded), label.count < folded.words.count {
      let rest = text.utf8.dropFirst(folded.words[label.count - 1].end)
      if rest.first == 0x3A { return Self.trimmed(String(decoding: rest.dropFirst(), as: UTF8.self)) }
      if label.count > 1 { return Self.trimmed(String(decoding: rest, as: UTF8.self)) }
    }
    return text
  }

  private func unbracketed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 2, let first = bytes.first, let last = bytes.last,
      first == 0x5B && last == 0x5D || first == 0x28 && last == 0x29
    else { return text }
    return String(decoding: bytes[1..<(bytes.count - 1)], as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  private static func trimmedEnd(_ text: String) -> String {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last <= 0x20 || last == 0x7C || last == 0x2F || last == 0x2D {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
