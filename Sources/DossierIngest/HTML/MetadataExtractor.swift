import DossierModel
import DossierSource

/// Weighs what a page declares against what it shows: title, deck, authors, outlet and dates.
struct MetadataExtractor {
  private let declared: PageMetadata
  private let authorFinder: PageAuthorFinder
  private let dayFinder: PageDayFinder
  private let words: PageWords
  private let headline: (title: String, block: Int?)?
  /// The deck as the page shows it, in an element that is called so.
  let shownDeck: PageBlock?

  /// Names of outlets that stand above the headline.
  private let mastheads: [String]

  /// Blocks at a page's head that its outlet's name may stand in.
  private static let headReach = 12
  /// Blocks behind the headline in which its deck stands.
  private static let deckReach = 8
  private static let longestDeck = 400
  /// Words of a deck, at least: a heading or a label may be called a subhead as well.
  private static let fewestDeckWords = 4

  init(structure: PageStructure, declared: PageMetadata, words: PageWords) {
    self.declared = declared
    self.words = words
    headline = HeadlineFinder(structure: structure, declared: declared).headline()
    mastheads = Self.mastheads(above: headline?.block, in: structure, words: words)
    shownDeck = Self.shownDeck(behind: headline?.block, in: structure)
    authorFinder = PageAuthorFinder(
      structure: structure, declared: declared, words: words, headline: headline?.block)
    dayFinder = PageDayFinder(
      structure: structure, declared: declared, words: words, headline: headline?.block)
  }

  /// The block behind the headline, before the first prose that is none, whose element is called a deck and holds
  /// nothing else.
  private static func shownDeck(behind headline: Int?, in structure: PageStructure) -> PageBlock? {
    guard let headline else { return nil }
    let tree = structure.tree
    func isDeck(_ block: PageBlock) -> Bool {
      let parent = tree.nodes[block.node].parent
      return tree.nodes[block.node].names.roles.contains(.deck)
        || parent >= 0 && tree.nodes[parent].names.roles.contains(.deck)
          && tree.text(of: parent) == block.text
    }
    let near = structure.blocks[headline...].dropFirst().prefix(deckReach)
    guard let found = near.first(where: { $0.isProse || isDeck($0) }), isDeck(found),
      found.text.utf8.count <= longestDeck, LineShape(found.text).wordCount >= fewestDeckWords
    else { return nil }
    return found
  }

  func metadata() -> ArticleMetadata {
    var metadata = ArticleMetadata(title: headline?.title ?? "")
    metadata.bylines = authorFinder.authors()
    metadata.outlet = declared.siteNames.first ?? outletInTitle ?? mastheads.first
    metadata.published = dayFinder.published().map(Self.claim)
    metadata.updated = dayFinder.updated().map(Self.claim)
    metadata.retrieved = dayFinder.retrieved().map(Self.claim)
    metadata.url = declared.addresses.first { $0.hasPrefix("http") }
    metadata.language = declared.language
    metadata.deck = shownDeck?.text ?? declared.descriptions.first
    return metadata
  }

  /// The name behind the headline in the title of the window, "Mayor resigns - The Harbour Post".
  ///
  /// Only a page that prints the rest as its headline tells which part is the name.
  private var outletInTitle: String? {
    guard let title = declared.pageTitle, let headline, !headline.title.isEmpty else { return nil }
    let key = TitleKey(headline.title)
    for separator in HTMLVocabulary.titleSeparators {
      guard let parts = title.cutAtLast(separator), TitleKey(parts.head).words.starts(with: key.words) else {
        continue
      }
      let shape = LineShape(parts.tail)
      let isName = shape.wordCount <= 5 && shape.capitalizedWords * 2 > shape.wordCount
      let isSection = words.sections.match(whole: FoldedWords(parts.tail)) != nil
      return isName && !isSection && key.words.count > 1 ? parts.tail : nil
    }
    return nil
  }

  /// Names of outlets with their article, each a line of its own above the headline: "The Aldmouth Journal".
  ///
  /// A name that no list knows may be a section's or a programme's, "The Book Review", unless the page says below that it
  /// holds the rights.
  private static func mastheads(
    above headline: Int?, in structure: PageStructure, words: PageWords
  ) -> [String] {
    guard let headline else { return [] }
    return structure.blocks[..<headline].prefix(headReach).map(\.text).filter { text in
      let name = FoldedWords(text)
      guard (2...5).contains(name.words.count), words.articles.contains(name.words[0].folded),
        LineShape(text).capitalizedWords == name.words.count
      else { return false }
      return words.outlet(named: text).map { !$0.isAgency }
        ?? (words.looksLikeOutlet(name)
          && structure.blocks[headline...].contains { $0.text.contains("©") && $0.text.contains(text) })
    }
  }

  /// The date beside the headline that fits two calendars.
  var dateInDoubt: String? { dayFinder.dateInDoubt }

  private static func claim(_ day: PageDayFinder.Day) -> Claim<EDTF> {
    Claim(.date(day.date), basis: day.basis, rule: Rule(day.rule), printed: day.printed)
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
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), year >= 1700
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
