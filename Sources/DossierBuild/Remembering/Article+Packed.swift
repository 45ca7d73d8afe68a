import DossierMarkdown
import DossierModel
import DossierSource

extension Article {
  /// As it was written.
  convenience init(from reader: inout PackedReader) throws(PackedTrouble) {
    let id = ArticleID(try reader.text())
    let source = SourcePath(try reader.text())
    let fingerprint = try reader.fingerprint()
    let metadata = try ArticleMetadata(from: &reader)
    let written = try reader.bool() ? try reader.text() : nil
    let plainText = PlainText(
      text: try reader.text(), blocks: try reader.list(TextBlock.init), isWhole: try reader.count() == 1)
    self.init(
      id: id, source: source, fingerprint: fingerprint, metadata: metadata,
      body: MarkdownDocument(written, saying: plainText), images: try reader.list(ImageCaption.init),
      notices: try reader.texts(), removed: try reader.list(RemovedText.init), repairs: try reader.counts())
  }

  func write(to writer: inout PackedWriter) {
    writer.write(id.string)
    writer.write(source.string)
    writer.write(fingerprint)
    metadata.write(to: &writer)
    writer.write(body.written != nil)
    if let written = body.written { writer.write(written) }
    writer.write(body.plainText.text)
    writer.write(list: body.plainText.blocks) { $0.write(to: &$1) }
    writer.write(count: body.plainText.isWhole ? 1 : 0)
    writer.write(list: images) { $0.write(to: &$1) }
    writer.write(texts: notices)
    writer.write(list: removed) { $0.write(to: &$1) }
    writer.write(counts: repairs)
  }
}

extension TextBlock {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    let kind: Kind =
      switch try reader.count() {
      case 0: .paragraph
      case 1: .heading(level: try reader.count())
      case 2: .quote
      case 3: .listItem
      case 4: .tableRow
      case 5: .code
      default: throw PackedTrouble()
      }
    self.init(kind: kind, range: try reader.range())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    switch kind {
    case .paragraph: writer.write(count: 0)
    case .heading(let level):
      writer.write(count: 1)
      writer.write(count: level)
    case .quote: writer.write(count: 2)
    case .listItem: writer.write(count: 3)
    case .tableRow: writer.write(count: 4)
    case .code: writer.write(count: 5)
    }
    writer.write(range)
  }
}

extension ImageCaption {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(caption: try reader.optionalWord(), credit: try reader.optionalWord())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(optionalWord: caption)
    writer.write(optionalWord: credit)
  }
}

extension RemovedText {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(try reader.text(), try reader.value(of: RemovalReason.packed))
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(text)
    writer.write(reason, of: RemovalReason.packed)
  }
}

extension ArticleMetadata {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(title: try reader.text())
    deck = try reader.optionalWord()
    bylines = try reader.texts()
    outlet = try reader.optionalWord()
    relays = try reader.texts()
    credits = try reader.texts()
    language = try reader.optionalWord()
    url = try reader.optionalWord()
    published = try Claim(optionalFrom: &reader)
    updated = try Claim(optionalFrom: &reader)
    retrieved = try Claim(optionalFrom: &reader)
    dateline = try reader.optionalWord()
    if try reader.bool(), case .date(let day) = try EDTF(from: &reader) { datelineDay = day }
    isDraft = try reader.bool()
    slug = try reader.optionalWord()
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(title)
    writer.write(optionalWord: deck)
    writer.write(texts: bylines)
    writer.write(optionalWord: outlet)
    writer.write(texts: relays)
    writer.write(texts: credits)
    writer.write(optionalWord: language)
    writer.write(optionalWord: url)
    for claim in [published, updated, retrieved] {
      writer.write(claim != nil)
      if let claim { claim.write(to: &writer) }
    }
    writer.write(optionalWord: dateline)
    writer.write(datelineDay != nil)
    if let datelineDay { EDTF.date(datelineDay).write(to: &writer) }
    writer.write(isDraft)
    writer.write(optionalWord: slug)
  }
}

extension Claim<EDTF> {
  fileprivate init?(optionalFrom reader: inout PackedReader) throws(PackedTrouble) {
    guard try reader.bool() else { return nil }
    self.init(
      try EDTF(from: &reader), basis: try reader.value(of: Basis.packed), rule: Rule(try reader.word()),
      evidence: try reader.list(Citation.init), printed: try reader.optionalWord())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    value.write(to: &writer)
    writer.write(basis, of: Basis.packed)
    writer.write(word: rule.name)
    writer.write(list: evidence) { $0.write(to: &$1) }
    writer.write(optionalWord: printed)
  }
}

extension Citation {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(article: ArticleID(try reader.word()), range: try reader.range())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    writer.write(word: article.string)
    writer.write(range)
  }
}

// MARK: - Shapes that come often

extension PackedWriter {
  mutating func write(_ range: TextRange) {
    write(count: range.lowerBound)
    write(count: range.count)
  }

  mutating func write(optional range: TextRange?) {
    write(optionalCount: range?.lowerBound)
    if let range { write(count: range.count) }
  }

  mutating func write(optionalWord word: String?) {
    write(word != nil)
    if let word { write(word: word) }
  }

  mutating func write(texts: [String]) { write(list: texts) { $1.write($0) } }
  mutating func write(counts: [Int]) { write(list: counts) { $1.write(count: $0) } }

  mutating func write<Element>(
    list: [Element], _ writeElement: (Element, inout PackedWriter) -> Void
  ) {
    write(count: list.count)
    for element in list { writeElement(element, &self) }
  }
}

extension PackedReader {
  /// A place in a list of an article's findings.
  mutating func index() throws(PackedTrouble) -> Int {
    let value = try count()
    guard value <= Int32.max else { throw PackedTrouble() }
    return value
  }

  mutating func optionalIndex() throws(PackedTrouble) -> Int? {
    let value = try index()
    return value == 0 ? nil : value - 1
  }

  mutating func range() throws(PackedTrouble) -> TextRange {
    let start = try count()
    return try range(from: start)
  }

  mutating func optionalRange() throws(PackedTrouble) -> TextRange? {
    guard let start = try optionalCount() else { return nil }
    return try range(from: start)
  }

  private mutating func range(from start: Int) throws(PackedTrouble) -> TextRange {
    let end = start + (try count())
    guard end <= TextRange.limit else { throw PackedTrouble() }
    return TextRange(start, end)
  }

  mutating func optionalWord() throws(PackedTrouble) -> String? { try bool() ? try word() : nil }

  mutating func texts() throws(PackedTrouble) -> [String] {
    try list { (reader: inout PackedReader) throws(PackedTrouble) in try reader.text() }
  }

  mutating func counts() throws(PackedTrouble) -> [Int] {
    try list { (reader: inout PackedReader) throws(PackedTrouble) in try reader.count() }
  }

  /// Each element takes a byte at least, so no number can ask for more memory than there are bytes.
  mutating func list<Element>(
    _ element: (inout PackedReader) throws(PackedTrouble) -> Element
  ) throws(PackedTrouble) -> [Element] {
    let count = try count()
    guard count <= remaining else { throw PackedTrouble() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }
}
