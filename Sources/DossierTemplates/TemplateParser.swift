import DossierSource

/// A template's tree, and what is wrong with its text.
struct ParsedTemplate: Sendable {
  let source: TemplateSource
  let nodes: [TemplateNode]
  /// The names of the templates that this one takes in, by partial and parent tags.
  let inclusions: [String]
  let diagnostics: [Diagnostic]
}

/// Reads standard Mustache with inheritance into a tree.
///
/// After trouble it reads on where it can, so that one run tells of all of it. What it follows is the
/// Mustache specification 1.4 with its optional inheritance; which tags take the white space around them away
/// is decided in `TemplateParser+Blocks.swift` for those of inheritance.
struct TemplateParser {
  /// A tag that waits for its end tag.
  struct OpenTag {
    enum Kind {
      case section(TemplateReference, inverted: Bool)
      case parent(TemplateInclusion)
      case block(TemplateBlock, isArgument: Bool)
    }

    let kind: Kind
    let tag: TemplateTag
    var nodes: [TemplateNode] = []
    var arguments: [TemplateBlock] = []
  }

  static let nestingLimit = 100
  /// After so many troubles the rest of a text is not read: it is hardly a template.
  static let troubleLimit = 200

  let scanner: TemplateScanner
  let source: TemplateSource
  var position = 0
  var delimiters = TemplateDelimiters()
  var nodes: [TemplateNode] = []
  var open: [OpenTag] = []
  var inclusions: [String] = []
  var diagnostics: [Diagnostic] = []

  static func parse(_ source: TemplateSource) -> ParsedTemplate {
    var parser = TemplateParser(source)
    parser.parse()
    return ParsedTemplate(
      source: source, nodes: parser.nodes, inclusions: parser.inclusions, diagnostics: parser.diagnostics)
  }

  private init(_ source: TemplateSource) {
    self.source = source
    scanner = TemplateScanner(bytes: source.text)
  }

  private mutating func parse() {
    scan: while let start = scanner.offset(of: delimiters.opening, from: position) {
      guard diagnostics.count < Self.troubleLimit else {
        position = source.text.count
        break
      }
      guard open.count <= Self.nestingLimit else {
        report(.nestedTooDeep(Self.nestingLimit), at: start)
        position = source.text.count
        break
      }
      switch scanner.tag(at: start, delimiters: delimiters) {
      case .success(let tag): take(tag)
      case .failure(let unclosed):
        report(unclosed.trouble, at: start)
        addText(upTo: start)
        position = unclosed.resumption ?? source.text.count
        if unclosed.resumption == nil { break scan }
      }
    }
    addText(upTo: source.text.count)
    reportIfNotUTF8()
    while let last = open.last {
      report(
        .unclosedSection(scanner.string(last.tag.range), name: name(of: last.tag)),
        at: last.tag.range.lowerBound)
      close(last, with: nil)
    }
  }

  private mutating func reportIfNotUTF8() {
    guard String(validating: source.text, as: UTF8.self) == nil else { return }
    var start = 0
    while start < source.text.count {
      let end = scanner.lineEnd(from: start)
      guard String(validating: source.text[start..<end], as: UTF8.self) != nil else { break }
      start = end
    }
    report(.notUTF8, at: start)
  }

  private mutating func take(_ tag: TemplateTag) {
    switch tag.kind {
    case .comment: skip(tag)
    case .delimiters: takeDelimiters(tag)
    case .end: takeEnd(tag)
    default:
      guard !tag.name.isEmpty else {
        report(.emptyTag(scanner.string(tag.range)), at: tag.range.lowerBound)
        return skip(tag)
      }
      guard !scanner.hasBlank(tag.name) else {
        report(.badName(name(of: tag)), at: tag.range.lowerBound)
        return skip(tag)
      }
      reportIfMisplaced(tag)
      takeNamed(tag)
    }
  }

  private mutating func takeNamed(_ tag: TemplateTag) {
    switch tag.kind {
    case .variable(let escaped):
      addText(before: tag)
      if let reference = reference(tag) { append(.variable(reference, escaped: escaped)) }
    case .section(let inverted):
      let reference = reference(tag) ?? TemplateReference(parts: [], offset: tag.range.lowerBound)
      skip(tag)
      open.append(OpenTag(kind: .section(reference, inverted: inverted), tag: tag))
    case .partial:
      let indentation = scanner.blanksAround(tag.range)?.before
      skip(tag)
      append(.partial(inclusion(tag, indentation: indentation)))
    case .parent: openParent(tag)
    case .block: openBlock(tag)
    case .comment, .delimiters, .end: break
    }
  }

  /// Reads over a tag that shows nothing in its place; alone on its lines it takes them away with it.
  mutating func skip(_ tag: TemplateTag) {
    guard let blanks = scanner.blanksAround(tag.range) else { return addText(before: tag) }
    addText(upTo: blanks.before.lowerBound)
    position = blanks.after.upperBound
  }

  private mutating func takeDelimiters(_ tag: TemplateTag) {
    skip(tag)
    guard let changed = TemplateDelimiters(scanner.bytes[tag.name]) else {
      return report(.badDelimiters(scanner.string(tag.range)), at: tag.range.lowerBound)
    }
    delimiters = changed
  }

  private mutating func takeEnd(_ tag: TemplateTag) {
    let name = name(of: tag)
    guard let last = open.last else {
      report(.mismatchedEnd(name, open: nil), at: tag.range.lowerBound)
      return skip(tag)
    }
    guard self.name(of: last.tag) != name else { return close(last, with: tag) }
    guard open.contains(where: { self.name(of: $0.tag) == name }) else {
      let line = source.location(of: last.tag.range.lowerBound).line ?? 1
      let spelling = scanner.string(last.tag.range)
      let opened = (tag: spelling, name: self.name(of: last.tag), line: line)
      report(.mismatchedEnd(name, open: opened), at: tag.range.lowerBound)
      return skip(tag)
    }
    while let last = open.last, self.name(of: last.tag) != name {
      let spelling = scanner.string(last.tag.range)
      report(.unclosedSection(spelling, name: self.name(of: last.tag)), at: last.tag.range.lowerBound)
      close(last, with: nil)
    }
    if let last = open.last { close(last, with: tag) }
  }

  /// Closes the innermost open tag; with no end tag where that is missing.
  private mutating func close(_ opened: OpenTag, with end: TemplateTag?) {
    switch opened.kind {
    case .section(let reference, let inverted):
      if let end { skip(end) }
      guard let closed = open.popLast() else { return }
      append(.section(reference, inverted: inverted, content: closed.nodes))
    case .parent(let inclusion): closeParent(inclusion, with: end)
    case .block(let block, let isArgument): closeBlock(block, isArgument: isArgument, with: end)
    }
  }
}

extension TemplateParser {
  mutating func report(_ trouble: TemplateTrouble, at offset: Int) {
    diagnostics.append(trouble.diagnostic(at: offset, in: source))
  }

  func name(of tag: TemplateTag) -> String { scanner.string(tag.name) }

  /// Adds a node to the innermost open tag; a parent tag takes only blocks.
  mutating func append(_ node: TemplateNode) {
    guard let last = open.indices.last else { return nodes.append(node) }
    if case .parent = open[last].kind { return }
    open[last].nodes.append(node)
  }

  /// Adds the text up to a tag, and goes on after the tag.
  ///
  /// A tag that begins a line gets an empty text before it, where the indentation of the line goes.
  mutating func addText(before tag: TemplateTag) {
    let start = tag.range.lowerBound
    addText(upTo: start)
    if scanner.isLineStart(start) { append(.text(start..<start, startsLine: true)) }
    position = tag.range.upperBound
  }

  /// Adds the text up to an offset, line by line.
  mutating func addText(upTo end: Int) {
    var start = position
    while start < end {
      let lineEnd = min(scanner.lineEnd(from: start), end)
      append(.text(start..<lineEnd, startsLine: scanner.isLineStart(start)))
      start = lineEnd
    }
    position = max(position, end)
  }

  mutating func inclusion(_ tag: TemplateTag, indentation: Range<Int>?) -> TemplateInclusion {
    let name = name(of: tag)
    inclusions.append(name)
    return TemplateInclusion(name: name, offset: tag.range.lowerBound, indentation: indentation)
  }

  private mutating func reference(_ tag: TemplateTag) -> TemplateReference? {
    let text = name(of: tag)
    let offset = tag.range.lowerBound
    guard text != "." else { return TemplateReference(parts: [], offset: offset) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.contains(where: \.isEmpty) else {
      report(.badName(text), at: offset)
      return nil
    }
    return TemplateReference(parts: parts.map { TemplateName(String($0)) }, offset: offset)
  }

  private mutating func reportIfMisplaced(_ tag: TemplateTag) {
    guard let last = open.last, case .parent(let inclusion) = last.kind, tag.kind != .block else { return }
    report(.misplacedTag(scanner.string(tag.range), parent: inclusion.name), at: tag.range.lowerBound)
  }
}
