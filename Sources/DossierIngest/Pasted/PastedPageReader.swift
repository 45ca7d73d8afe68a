import DossierModel
import DossierSource

/// Cleans text that somebody copied from a page: menus, captions and teasers and all.
///
/// A sequence of small steps; each labels lines that no step before it has labelled, so that every decision can be
/// told from the label it left.
struct PastedPageReader: Sendable {
  private let labels: LabelReader
  private let cutter: EndMarkerCutter
  private let joiner: ParagraphJoiner
  private let captions: CaptionRecognizer
  private let head: HeadReader
  private let players: PlayerLines
  private let end: TextEnd
  private let foot: FootReader
  private let body: BodyReader
  private let assembler: ArticleAssembler

  init(words: PageWords) {
    labels = LabelReader(words: words)
    cutter = EndMarkerCutter(words: words)
    joiner = ParagraphJoiner(words: words)
    captions = CaptionRecognizer(words: words)
    head = HeadReader(words: words)
    players = PlayerLines(words: words)
    end = TextEnd(words: words)
    foot = FootReader(words: words)
    body = BodyReader(words: words)
    assembler = ArticleAssembler(words: words)
  }

  /// The article of a pasted page, or nil where it holds no text, and what there is to say about it.
  func article(of text: String, from source: SourceFile) -> (article: Article?, diagnostics: [Diagnostic]) {
    var lines = LineScanner.lines(of: text, words: labels.words)
    guard !lines.isEmpty else { return (nil, []) }
    lines = labels.labelled(lines)
    lines = cutter.labelled(lines)
    lines = RunningHeads.labelled(lines)
    lines = joiner.joined(lines)
    lines = foot.withSignatureApart(lines)
    lines = captions.labelled(lines)
    lines = players.labelled(lines)
    lines = foot.withoutRequests(lines)
    lines = head.labelled(lines)
    lines = end.labelled(lines)
    lines = foot.labelled(lines)
    lines = body.labelled(lines)
    let article = assembler.article(of: keepingSomeBody(lines), from: source)
    guard article.metadata.published == nil, let found = Self.ambiguousDate(in: lines) else {
      return (article, [])
    }
    return (article, [.ambiguousDate(found.date.text, at: source.path, line: found.line)])
  }

  /// The first date of a page that fits two calendars: one that is said to be the publication's, else any.
  private static func ambiguousDate(in lines: [PastedLine]) -> (date: AmbiguousDate, line: Int)? {
    var first: (date: AmbiguousDate, line: Int)?
    for line in lines {
      for case .ambiguousDate(let date) in line.labels where date.label != .retrieved {
        if date.label == .published { return (date, line.number) }
        first = first ?? (date, line.number)
      }
    }
    return first
  }

  /// Whether a text has a page's marks on it: lines that only pages have, in more than one place, or its date or its
  /// author in a line of their own at its head.
  func looksPasted(_ text: String) -> Bool {
    let lines = labels.labelled(LineScanner.lines(of: text, words: labels.words))
    return lines.prefix(4).contains(where: \.tellsDateOrAuthor) || lines.count { !$0.isOpen } >= 2
  }

  /// A source of one line, or of nothing but a title, keeps it as its text.
  private func keepingSomeBody(_ lines: [PastedLine]) -> [PastedLine] {
    guard !lines.contains(where: \.isBody) else { return lines }
    var lines = lines
    for index in lines.indices {
      switch lines[index].labels.first {
      case .title, .deck: lines[index].labels = [.paragraph]
      default: break
      }
    }
    return lines
  }
}
