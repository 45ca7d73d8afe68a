/// A template's text as a tree: what the parser hands to the compiler.
enum TemplateNode: Sendable {
  /// Literal text of one line at most; `startsLine` where it is the first of its line in the file.
  case text(Range<Int>, startsLine: Bool)
  case variable(TemplateReference, escaped: Bool)
  case section(TemplateReference, inverted: Bool, content: [TemplateNode])
  case partial(TemplateInclusion)
  case parent(TemplateInclusion, arguments: [TemplateBlock])
  case block(TemplateBlock)
}

/// A name to look up: the parts between its dots, none for the `.` that means the value itself.
struct TemplateReference: Sendable {
  let parts: [TemplateName]
  let offset: Int

  var text: String { parts.isEmpty ? "." : parts.map(\.string).joined(separator: ".") }
}

/// A tag that takes another template in.
struct TemplateInclusion: Sendable {
  let name: String
  let offset: Int
  /// The blanks before a tag that stands on lines of its own: they go before each line of what is taken in.
  let indentation: Range<Int>?
}

/// A block: in a parent tag what replaces, elsewhere what may be replaced and its default.
struct TemplateBlock: Sendable {
  let name: String
  let offset: Int
  var content: [TemplateNode] = []
  /// The blanks before the opening tag, where nothing else is before it on its line.
  var indentation: Range<Int>?
  /// Whether the opening tag is alone on its line, or in a parent tag the last on it.
  var opensAlone = false
  /// Whether the closing tag is alone on its line, or in a parent tag the first on it.
  var closesAlone = false
  /// The blanks that begin the content's first line, where the content begins on a line of its own.
  var contentIndentation: Range<Int>?
  /// The end of line after a block that opens and closes on lines it does not share.
  var lineEnd: Range<Int>?
}
