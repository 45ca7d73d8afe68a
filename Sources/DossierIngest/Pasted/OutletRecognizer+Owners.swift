import DossierModel

/// Whose a page is, where a company stands behind its name.
extension OutletRecognizer {
  /// Lines at the top of a page within which its name stands, and words of it, at most.
  private static let top = (lines: 8, words: 4)

  /// Whether a name has a word that only companies' names have: "Coast Media Holdings".
  func isCompany(_ name: ArraySlice<FoldedWords.Word>) -> Bool {
    name.count > 1 && name.dropFirst().contains { words.companyWords.contains($0.folded) }
  }

  /// The name at the top of a page that a company owns: it is part of the company's, or begins as it does, or the text has
  /// it too.
  func masthead(of lines: [PastedLine], ownedBy company: String) -> String? {
    let owner = " " + FoldedWords(company).joined + " "
    let ownersWord = FoldedWords(company).words.first { !words.articles.contains($0.folded) }?.folded
    for line in lines.prefix(Self.top.lines) where !line.isBody && !line.tellsTitle {
      guard let name = LabelReader.splitParts(of: line.text).first, !words.isMenu(FoldedWords(name)) else {
        continue
      }
      let shape = LineShape(name)
      guard (1...Self.top.words).contains(shape.wordCount), shape.isCapitalizedThroughout else {
        continue
      }
      if let known = words.outlet(named: name), !known.isAgency { return known.name }
      let folded = FoldedWords(name).words.drop { words.articles.contains($0.folded) }
      let isOfOwner = owner.contains(" " + FoldedWords(words: Array(folded)).joined + " ")
      let isAlike = isCoined(name) && folded.first?.folded == ownersWord
      let isTold = isCoined(name) && lines.contains { $0.isBody && names(name, in: $0.text) }
      if !folded.isEmpty, isOfOwner || isAlike || isTold { return name }
    }
    return nil
  }

  /// The outlet's name at the top of a page that calls itself by the beginning of it below its text: "NBC News" of "© NBC".
  func masthead(of lines: [PastedLine], beginningWith name: String) -> String? {
    let beginning = FoldedWords(name).joined + " "
    return lines.prefix(Self.top.lines).first { line in
      !line.isBody && !line.tellsTitle && line.words.joined.hasPrefix(beginning)
        && line.shape.wordCount <= Self.top.words && line.shape.isCapitalizedThroughout
        && words.looksLikeOutlet(line.words)
    }.map { canonical($0.text) }
  }

  /// Letters of a word that a magazine and the society that owns it have in common, at least.
  private static let sharedWord = 5

  /// The name at the top of a page, above its sections, that has a word in common with the society whose rights the page
  /// tells, where no word says that the society is an outlet: "Harbour World" of "© Royal Harbour Society".
  func magazine(of lines: [PastedLine], publishedBy owner: ArraySlice<FoldedWords.Word>, _ name: String)
    -> String?
  {
    guard words.outlet(named: name) == nil, owner.count > 1,
      !owner.contains(where: { words.outletWords.contains($0.folded) })
    else { return nil }
    let shared = Set(owner.map(\.folded).filter { $0.utf8.count >= Self.sharedWord })
    let top = lines.prefix(Self.top.lines)
    return top.indices.dropLast().first { index in
      let line = lines[index]
      return !line.isBody && !line.tellsTitle && !line.isRow
        && (2...Self.top.words).contains(line.shape.wordCount) && line.shape.isCapitalizedThroughout
        && !words.isMenu(line.words) && isMenu(lines[index + 1])
        && line.words.words.contains { shared.contains($0.folded) }
    }.map { lines[$0].text }
  }

  /// Whether a line right below another is a row of sections or of whatever a site has.
  private func isMenu(_ line: PastedLine) -> Bool {
    line.gap == 0 && !line.isBody && (line.isRow || words.menuItems(of: line.words).count > 2)
  }

  /// A name of one word with a capital within it that is the first line of a page, where nothing else tells whose it is:
  /// "WharfDay".
  ///
  /// No word of a language is written so, and no button but those that are known.
  func coinedName(of lines: [PastedLine]) -> String? {
    guard let first = lines.first(where: { !$0.isAddress && !isButton($0) }), !first.isBody,
      !first.tellsTitle,
      first.mark == .none, first.words.words.count == 1, first.shape.digitCount == 0,
      first.text.allSatisfy(\.isLetter), first.text.utf8.count >= Self.sharedWord, isCoined(first.text)
    else { return nil }
    return first.text
  }

  private func isButton(_ line: PastedLine) -> Bool { words.furnitureLines.match(whole: line.words) != nil }

  /// Whether a name is none of a person or place by its form: "WharfDay", "Wharf.net", "The Wharf", "Wharf Herald".
  private func isCoined(_ name: String) -> Bool {
    let folded = FoldedWords(name)
    guard let first = folded.words.first else { return false }
    let scalars = Array(name.unicodeScalars)
    return words.looksLikeOutlet(folded) || folded.words.count > 1 && words.articles.contains(first.folded)
      || zip(scalars, scalars.dropFirst()).contains {
        LineShape.isLowercase($0) && LineShape.isUppercase($1) || $0 == "." && $1 != " "
      }
  }

  /// Whether a text has a name between words: "Lantern could not confirm", but not "Lanterns".
  private func names(_ name: String, in text: String) -> Bool {
    guard let range = text.range(of: name) else { return false }
    let (before, after) = (text[..<range.lowerBound].last, text[range.upperBound...].first)
    return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
  }
}
