import DossierMarkdown
import DossierModel
import DossierSource

/// Makes an article of lines that say what each of them is.
struct ArticleAssembler: Sendable {
  let words: PageWords
  let outlets: OutletRecognizer
  private let captionDays: CaptionDays

  init(words: PageWords) {
    self.words = words
    outlets = OutletRecognizer(words: words)
    captionDays = CaptionDays(words: words)
  }

  func article(of lines: [PastedLine], from source: SourceFile) -> Article {
    let body = lines.filter(\.isBody)
    let document = MarkdownDocument(MarkdownWriter.markdown(of: Self.blocks(of: body)))
    return Article(
      id: ArticleReader.identifier(of: source.path), source: source.path, fingerprint: source.fingerprint,
      metadata: metadata(of: lines), body: document, images: Self.images(of: lines),
      notices: lines.filter { $0.labels.contains(.notice) }.map(\.text), removed: Self.removed(of: lines),
      repairs: Self.repairs(of: body, in: document.plainText))
  }

  // MARK: Body

  /// Lines as blocks; items and quotes that follow one another are one list or quote.
  private static func blocks(of lines: [PastedLine]) -> [WrittenBlock] {
    var blocks: [WrittenBlock] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      var end = index + 1
      if line.mark.gathers {
        while end < lines.count, line.mark == lines[end].mark, lines[end].gap <= 1 { end += 1 }
      }
      let texts = lines[index..<end].lazy.map { MarkdownWriter.escaped($0.text) }
      switch line.mark {
      case .item(let ordered): blocks.append(.list(ordered: ordered, items: Array(texts)))
      case .quote: blocks.append(.quote(Array(texts)))
      case .none, .strong, .heading, .tableRow, .picture:
        let text = MarkdownWriter.escaped(line.text)
        if case .heading(let level)? = line.labels.first {
          blocks.append(.heading(level: level, text))
        } else {
          blocks.append(.paragraph(text))
        }
      }
      index = end
    }
    return blocks
  }

  private static func repairs(of lines: [PastedLine], in plain: PlainText) -> [Int] {
    guard lines.contains(where: { !$0.mends.isEmpty }), plain.blocks.count == lines.count else { return [] }
    return zip(lines, plain.blocks).flatMap { line, block in
      plain.text[block.range].utf8.elementsEqual(line.text.utf8)
        ? line.mends.map { block.range.lowerBound + $0 } : []
    }
  }

  // MARK: What is not in the body

  private static func images(of lines: [PastedLine]) -> [ImageCaption] {
    var images: [ImageCaption] = []
    for line in lines {
      for case .caption(let caption, let credit) in line.labels {
        // A credit on its own line belongs to the caption before it.
        if caption == nil, let last = images.last, last.credit == nil {
          images[images.count - 1] = ImageCaption(caption: last.caption, credit: credit)
        } else if caption != nil, let last = images.last, last.caption == nil {
          images[images.count - 1] = ImageCaption(caption: caption, credit: credit ?? last.credit)
        } else {
          images.append(ImageCaption(caption: caption, credit: credit))
        }
      }
    }
    return images
  }

  private static func removed(of lines: [PastedLine]) -> [RemovedText] {
    var removed: [RemovedText] = []
    for line in lines {
      if !line.isBody { removed.append(RemovedText(line.text, reason(for: line))) }
      for link in line.links where !line.isRemoved {
        removed.append(RemovedText("[\(link.text)](\(link.address))", .deadLink))
      }
    }
    return removed
  }

  private static func reason(for line: PastedLine) -> RemovalReason {
    for case .removed(let reason) in line.labels { return reason }
    return .movedToMetadata
  }

  // MARK: Metadata

  private func metadata(of lines: [PastedLine]) -> ArticleMetadata {
    let title = lines.lazy.flatMap(\.labels).compactMap {
      if case .title(let text) = $0 { text } else { nil }
    }.first
    var metadata = ArticleMetadata(title: title ?? Self.titleFromBody(of: lines))
    let address = address(of: lines, title: title)
    metadata.url = address?.string
    for (line, label) in lines.flatMap({ line in line.labels.map { (line, $0) } }) {
      switch label {
      case .deck(let text): metadata.deck = metadata.deck ?? text
      // Who reported, as the credits of a signed text tell, has helped its author.
      case .bylines(let names) where !metadata.bylines.isEmpty && line.tellsCredits:
        metadata.credits += names.filter {
          !metadata.bylines.contains($0) && !metadata.credits.contains($0)
        }
      case .bylines(let names): metadata.bylines += names.filter { !metadata.bylines.contains($0) }
      case .dateline(let text, let day):
        metadata.dateline = metadata.dateline ?? text
        metadata.datelineDay = metadata.datelineDay ?? day
      case .relays(let names): metadata.relays += names.map(outlets.canonical)
      case .credits(let names): metadata.credits += names.filter { !metadata.credits.contains($0) }
      case .caption(_, let credit?): if !metadata.credits.contains(credit) { metadata.credits.append(credit) }
      default: break
      }
    }
    metadata.outlet = outlets.outlet(of: lines, address: address)
    let dateline = outlets.dateline(in: lines)
    if let dateline {
      let isPublished = dateline.tellsDay || outlets.isNamedByPage(dateline.agency.name, in: lines)
      metadata.add(dateline, isPublishedByAgency: isPublished)
    }
    metadata.credits.removeAll { outlets.canonical($0) == metadata.outlet }
    metadata.relays += outlets.relays(in: lines).filter {
      !metadata.relays.contains($0) && $0 != metadata.outlet
    }
    PageDates(of: lines, address: address, dateline: dateline?.date ?? outlets.day(in: lines), words: words)
      .apply(to: &metadata)
    metadata.published = pictured(metadata.published, in: lines)
    return metadata
  }

  /// When an article was published: as it says, or by the day of its captions, where it says nothing or only the month.
  private func pictured(_ stated: Claim<EDTF>?, in lines: [PastedLine]) -> Claim<EDTF>? {
    guard let stated else { return captionDays.published(of: lines) }
    guard case .date(let month) = stated.value, month.day == nil, month.month != nil,
      let found = captionDays.published(of: lines), case .interval(let first?, let end?) = found.value,
      first.year == month.year, first.month == month.month, var last = EDTF.date(first).day
    else { return stated }
    while CalendarDate(last) != end, last.adding(days: 1).month == month.month { last = last.adding(days: 1) }
    return Claim(
      .interval(from: first, to: CalendarDate(last)), basis: found.basis, rule: found.rule,
      printed: found.printed)
  }

  private func address(of lines: [PastedLine], title: String?) -> WebAddress? {
    for line in lines {
      for case .address(let text) in line.labels {
        if let address = WebAddress(text, months: words.months) { return address }
      }
    }
    return linkedAddress(of: lines, title: title)
  }

  /// Where the title of a page leads to, "# [Title](https://…)", or the name of its source by the title's own words.
  private func linkedAddress(of lines: [PastedLine], title: String?) -> WebAddress? {
    for line in lines where line.links.count == 1 {
      let address = line.links[0].address
      let tells = line.labels.contains {
        switch $0 {
        case .title: line.isLink
        case .credits: title.map { Self.names(address, $0) } ?? false
        default: false
        }
      }
      if tells, let address = WebAddress(address, months: words.months) { return address }
    }
    return nil
  }

  /// Whether the last part of an address has several words of a title: "…/barge-closes-the-harbour".
  private static func names(_ address: String, _ title: String) -> Bool {
    let slug = address.split(separator: "/").last.map { FoldedWords(String($0)) }
    let words = Set(FoldedWords(title).words.map(\.folded).filter { $0.utf8.count > 3 })
    return slug.map { $0.words.count { words.contains($0.folded) } > 1 } ?? false
  }

  /// With no title printed, the first words of the body stand for it.
  static func titleFromBody(of lines: [PastedLine]) -> String {
    guard let first = lines.first(where: \.isBody)?.text ?? lines.first?.text else { return "" }
    return shortened(behindDateline(first))
  }

  /// Bytes of a dateline before its dash, at most.
  private static let datelineLimit = 60

  /// A text without the place in capitals, the day and the dash that it begins with: "ALDMOUTH, March 3 — The barge".
  private static func behindDateline(_ text: String) -> String {
    let capitals = text.utf8.prefix { (0x41...0x5A).contains($0) }.count
    let front = Array(text.utf8.prefix(datelineLimit))
    let ends = [" — ", " – ", " - "].map { Array($0.utf8) }.compactMap { dash in
      front.indices.first { front[$0...].starts(with: dash) }.map { $0 + dash.count }
    }
    guard capitals > 2, let end = ends.min(), !hasSmallWord(front[..<end]) else { return text }
    let rest = String(decoding: text.utf8.dropFirst(end), as: UTF8.self)
    return LineShape(rest).wordCount >= 4 && !LineShape(rest).startsLowercase ? rest : text
  }

  /// Whether a word of more than a few small letters stands among some bytes, as none does in a dateline.
  private static func hasSmallWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0x20).contains { $0.count > 3 && (0x61...0x7A).contains($0.first ?? 0) }
  }

  /// The text, cut at the end of its first sentence or else between two words.
  static func shortened(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let limit = 120
    var cut = bytes.count
    for index in bytes.indices.dropLast() where index > 20 && bytes[index + 1] == 0x20 {
      if index >= limit || bytes[index] == 0x2E || bytes[index] == 0x3F || bytes[index] == 0x21 {
        cut = index + 1
        break
      }
    }
    return cut == bytes.count && cut <= 200 || cut < bytes.count
      ? String(decoding: bytes[..<cut], as: UTF8.self) : String(text.prefix(limit))
  }
}
