import DossierModel
import DossierSource
import Foundation

/// Weighs what a page declares against what it shows: title, deck, authors, outlet and dates.
struct MetadataExtractor {
  private let tree: HTMLTree
  private let structure: PageStructure
  private let declared: PageMetadata
  private let vocabulary: PageVocabulary

  init(structure: PageStructure, declared: PageMetadata, vocabulary: PageVocabulary) {
    tree = structure.tree
    self.structure = structure
    self.declared = declared
    self.vocabulary = vocabulary
  }

  // MARK: - Title

  /// The headline as the page prints it where it prints one; else as it declares it.
  func title() -> String? {
    let printed = tree.nodes.indices.filter { tree.nodes[$0].tag == "h1" }.map { tree.text(of: $0) }
      .filter { !$0.isEmpty }
    let wanted = ([declared.pageTitle].compactMap(\.self) + declared.headlines).map(TitleKey.init)
    // A printed heading that the page's own declarations begin with is the headline.
    if let agreed = printed.first(where: { heading in
      let key = TitleKey(heading)
      return key.words.count > 1 && wanted.contains { $0.begins(with: key) }
    }) {
      return agreed
    }
    if let headline = declared.headlines.first { return withoutSiteName(headline) }
    if printed.count == 1, let only = printed.first { return only }
    return declared.pageTitle.map(withoutSiteName) ?? printed.first
  }

  /// The title without the outlet's name that pages put before or behind it.
  private func withoutSiteName(_ title: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "] {
      guard let cut = title.lastRange(of: separator) else { continue }
      let head = String(title[..<cut.lowerBound])
      let tail = String(title[cut.upperBound...])
      let names = declared.siteNames.map(TitleKey.init)
      if names.contains(TitleKey(tail))
        || tail.split(separator: " ").count <= 4 && head.split(separator: " ").count > 3
      {
        return head
      }
      if names.contains(TitleKey(head)) { return tail }
    }
    return title
  }

  // MARK: - Authors and outlet

  func authors() -> [String] {
    var names: [String] = []
    for candidate in declared.authors + printedAuthors() {
      for name in separated(candidate)
      where isName(name) && !names.contains(where: { TitleKey($0) == TitleKey(name) }) {
        names.append(name)
      }
      if !names.isEmpty, names.count > 5 { break }
    }
    return names
  }

  /// What elements that are marked as the author's name hold, the surest mark first.
  private func printedAuthors() -> [String] {
    var byMark: [[String]] = [[], [], []]
    for index in tree.nodes.indices where !tree.nodes[index].isText {
      let node = tree.nodes[index]
      guard node.end - index < 60 else { continue }
      if node.attribute("rel")?.lowercased().contains("author") ?? false {
        byMark[0].append(tree.text(of: index))
      } else if node.attribute("itemprop")?.lowercased() == "author" {
        byMark[1].append(tree.text(of: index))
      } else if let name = node.attribute("class") ?? node.attribute("id"), name.utf8.count < 200 {
        let words = PageStructure.words(of: name)
        guard words.contains("byline") || words.contains("author") || words.contains("authors") else {
          continue
        }
        byMark[2].append(tree.text(of: index))
      }
    }
    return byMark.first { $0.contains { !$0.isEmpty && $0.utf8.count < 100 } }?
      .filter { !$0.isEmpty && $0.utf8.count < 100 }.prefix(3).map(\.self) ?? []
  }

  /// The names in a byline: its label cut off, parted at commas and the conjunctions of the vocabulary.
  private func separated(_ byline: String) -> [String] {
    var text = byline.folded
    for prefix in vocabulary.bylinePrefixes where text.lowercased().hasPrefix(prefix.lowercased() + " ") {
      text = String(text.dropFirst(prefix.count + 1))
    }
    return text.split(whereSeparator: { ",;|&•·".contains($0) }).flatMap { part in
      parts(of: String(part))
    }.map(\.folded).filter { !$0.isEmpty }
  }

  private func parts(of names: String) -> [String] {
    vocabulary.nameConjunctions.reduce([names]) { parts, conjunction in
      parts.flatMap { $0.components(separatedBy: " \(conjunction) ") }
    }
  }

  private func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), text.utf8.count <= 60 else { return false }
    return !text.contains(where: { $0.isNumber || "@/:".contains($0) })
  }

  func outlet() -> String? { declared.siteNames.first }

  // MARK: - Dates

  func published() -> Claim<EDTF>? {
    if let (day, printed) = firstDay(of: declared.publishedTimes) {
      return Claim(EDTF(day), basis: .stated, rule: Rule("page-metadata"), printed: printed)
    }
    if let (day, printed) = printedTime() {
      return Claim(EDTF(day), basis: .stated, rule: Rule("page-time-element"), printed: printed)
    }
    return nil
  }

  func updated() -> Claim<EDTF>? {
    firstDay(of: declared.modifiedTimes).map {
      Claim(EDTF($0.day), basis: .stated, rule: Rule("page-metadata"), printed: $0.printed)
    }
  }

  private func firstDay(of values: [String]) -> (day: CalendarDay, printed: String)? {
    for value in values {
      if let day = CalendarDay(isoPrefix: value) { return (day, value) }
    }
    return nil
  }

  /// The first `<time>` of the page that is outside of what is left out.
  private func printedTime() -> (day: CalendarDay, printed: String)? {
    for index in tree.nodes.indices
    where tree.nodes[index].tag == "time" || tree.nodes[index].attribute("itemprop") == "datePublished" {
      let node = tree.nodes[index]
      let value = node.attribute("datetime") ?? node.attribute("content") ?? ""
      if let day = CalendarDay(isoPrefix: value) { return (day, value) }
    }
    return nil
  }
}

/// A title's words, bare of case and marks, to compare titles by.
struct TitleKey: Hashable {
  let words: [String]

  init(_ title: String) {
    words = title.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
  }

  /// Whether this title begins with the whole of another, or ends with it behind a site's name.
  func begins(with other: TitleKey) -> Bool {
    guard !other.words.isEmpty else { return false }
    return words.starts(with: other.words) || words.suffix(other.words.count).elementsEqual(other.words)
  }
}

extension CalendarDay {
  /// The day that an ISO 8601 date and time begins with; nil for any other form.
  init?(isoPrefix text: String) {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count >= 8 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      return bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    if bytes.count == 10, bytes[4] == bytes[7],
      bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    {
      self.init(year: year, month: month, day: day)
    } else if let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
      (1900...2100).contains(year)
    {
      self.init(year: year, month: month, day: day)
    } else {
      return nil
    }
  }
}

extension String {
  fileprivate func lastRange(of separator: String) -> Range<String.Index>? {
    range(of: separator, options: .backwards)
  }
}
