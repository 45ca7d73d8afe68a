import DossierModel

/// A line of a pasted page, or several that were joined to a paragraph, with what cleaning found it to be.
struct PastedLine: Sendable {
  /// What the line is marked as, by Markdown's marks or by a bullet.
  enum Mark: Sendable, Equatable {
    case none
    case heading(Int)
    /// The whole line in bold type.
    case strong
    case item(ordered: Bool)
    case quote
    case tableRow
    case picture

    /// Whether lines so marked that follow one another are one block.
    var gathers: Bool {
      switch self {
      case .item, .quote: true
      case .none, .heading, .strong, .tableRow, .picture: false
      }
    }
  }

  /// The words, without marks and with single spaces.
  private(set) var text: String
  let mark: Mark
  /// Whether all of it is one link.
  let isLink: Bool
  /// The addresses of its links, with the words they stood behind.
  let links: [(text: String, address: String)]
  /// Whether wide gaps part its words, as where a printed page has its name on one side and its section on the other.
  var isInColumns = false
  /// Whether several blanks part it into short things, as the buttons of a menu.
  var isRow = false
  /// Empty lines before it.
  var gap: Int
  /// Counted from 1.
  let number: Int
  private(set) var shape: LineShape
  private(set) var words: FoldedWords
  /// What it was found to be; none while that is open.
  var labels: [Label] = []
  /// UTF-8 offsets into the text where a break that cut a sentence was mended.
  private(set) var mends: [Int] = []
  /// The length of the last of the lines that were joined to this one.
  private(set) var lastLength: Int?

  init(
    text: String, mark: Mark, isLink: Bool = false, links: [(text: String, address: String)] = [],
    gap: Int = 0,
    number: Int = 0
  ) {
    self.text = text
    self.mark = mark
    self.isLink = isLink
    self.links = links
    self.gap = gap
    self.number = number
    shape = LineShape(text)
    words = FoldedWords(text)
  }

  /// Adds a line that goes on with this one.
  mutating func join(
    _ next: PastedLine, with glue: String, isMended: Bool, droppingHyphen: Bool = false
  ) {
    if droppingHyphen { text.unicodeScalars.removeLast() }
    text += glue
    if isMended { mends.append(text.utf8.count) }
    text += next.text
    shape = shape.followed(by: next.shape)
    if words.words.count < FoldedWords.usualLimit { words = FoldedWords(text) }
    lastLength = next.shape.byteCount
  }

  /// Keeps so many bytes of the text, and leaves out what is behind them.
  mutating func shorten(to count: Int) {
    text = String(decoding: text.utf8.prefix(count), as: UTF8.self)
    shape = LineShape(text)
    words = FoldedWords(text)
    mends.removeAll { $0 > count }
  }

  /// What a line is, and for what reason it is not in the body.
  enum Label: Sendable, Equatable {
    case title(String)
    case deck(String)
    case bylines([String])
    case date(PrintedDate)
    case ambiguousDate(AmbiguousDate)
    case address(String)
    case outlet(String)
    case relays([String])
    /// Where and when a report was written, in a line of its own: the month and day of no year.
    case dateline(String, CalendarDate)
    case credits([String])
    case caption(String?, credit: String?)
    case notice
    case heading(level: Int)
    case paragraph
    case removed(RemovalReason)
  }

  var isOpen: Bool { labels.isEmpty }

  /// Whether a date stands on it, read or not.
  var tellsDate: Bool {
    labels.contains {
      switch $0 {
      case .date, .ambiguousDate: true
      default: false
      }
    }
  }

  /// Whether the headline stands on it.
  var tellsTitle: Bool {
    labels.contains { if case .title = $0 { true } else { false } }
  }

  /// Whether it is the article's address and nothing else.
  var isAddress: Bool {
    labels.count == 1 && labels.allSatisfy { if case .address = $0 { true } else { false } }
  }

  /// Whether who wrote the text stands on it.
  var tellsAuthor: Bool {
    labels.contains { if case .bylines = $0 { true } else { false } }
  }

  /// Whether either stands on it, as below a headline.
  var tellsDateOrAuthor: Bool { tellsDate || tellsAuthor }

  /// Whether who helped with the text stands on it.
  var tellsCredits: Bool {
    labels.contains { if case .credits = $0 { true } else { false } }
  }

  var isRemoved: Bool {
    labels.contains { if case .removed = $0 { true } else { false } }
  }

  /// Whether it says something of the article without being part of its body.
  var isMetadata: Bool { !isOpen && !isRemoved && !isBody }

  var isBody: Bool {
    labels.contains {
      switch $0 {
      case .heading, .paragraph: true
      default: false
      }
    }
  }

  /// Whether it may be a paragraph of the body: prose, an item of a list or a quote.
  var isBodyLike: Bool { isOpen && (shape.isProse || isMarkedBody) }

  private var isMarkedBody: Bool {
    switch mark {
    case .item, .quote, .tableRow: !isLink
    case .none, .heading, .strong, .picture: false
    }
  }
}
