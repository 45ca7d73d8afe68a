import CCmarkGFM
import Glibc
import Synchronization

/// The tree that cmark-gfm makes of a text; it frees the tree and its parser when it goes.
struct SyntaxTree: ~Copyable {
  private let parser: OpaquePointer
  let root: OpaquePointer

  /// Nil only where the library has no memory left.
  ///
  /// While it parses with strikethrough or autolinks, cmark-gfm switches the tables that say which bytes are
  /// special, and these tables are global. So the two are attached only where the text can hold one, and such
  /// texts are parsed one at a time. A tilde alone takes the lock too: it is read differently while the tables
  /// are switched. All other texts are parsed in parallel.
  init?(parsing markdown: String, with extensions: MarkdownExtensions) {
    var markdown = markdown
    var parsed: (parser: OpaquePointer, root: OpaquePointer)?
    markdown.withUTF8 { text in
      let triggers = Triggers(in: text)
      let attached = triggers.attachable(of: extensions)
      if triggers.tilde || attached.contains(.autolinks) {
        Self.switchedTables.withLock { _ in parsed = Self.parse(text, with: attached) }
      } else {
        parsed = Self.parse(text, with: attached)
      }
    }
    guard let parsed else { return nil }
    (parser, root) = parsed
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// The tree as HTML, raw HTML and all addresses as they stand in it.
  func html() -> String {
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let rendered = cmark_render_html(root, CMARK_OPT_UNSAFE, extensions) else { return "" }
    defer { free(rendered) }
    return String(cString: rendered)
  }

  private static let switchedTables = Mutex<Void>(())

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, with extensions: MarkdownExtensions
  ) -> (parser: OpaquePointer, root: OpaquePointer)? {
    registered
    var options = CMARK_OPT_UNSAFE | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    if extensions.contains(.footnotes) { options |= CMARK_OPT_FOOTNOTES }
    guard let parser = cmark_parser_new(options) else { return nil }
    for (kind, name) in attachable where extensions.contains(kind) {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else {
      cmark_parser_free(parser)
      return nil
    }
    return (parser, root)
  }

  private static let attachable: [(MarkdownExtensions, String)] = [
    (.tables, "table"), (.strikethrough, "strikethrough"), (.autolinks, "autolink"),
    (.tagFilter, "tagfilter"), (.taskLists, "tasklist"),
  ]
}

extension SyntaxTree {
  /// A new node of a type that holds a literal; its owner frees it or hands it to a tree.
  static func node(_ type: cmark_node_type, literal: ArraySlice<UInt8>) -> OpaquePointer? {
    guard let node = cmark_node_new(type) else { return nil }
    (literal + [0]).withUnsafeBytes { bytes in
      _ = cmark_node_set_literal(node, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    return node
  }

  static func literal(of node: OpaquePointer) -> [UInt8] {
    guard let literal = cmark_node_get_literal(node) else { return [] }
    return Array(UnsafeRawBufferPointer(start: literal, count: strlen(literal)))
  }
}

/// What in a text could be the mark of strikethrough, of an autolink or of a table.
private struct Triggers {
  private(set) var tilde = false
  private var doubleTilde = false
  private var address = false
  private var pipes = 0
  private var linesWithPipes = 0
  private var mostPipes = 0

  init(in text: UnsafeBufferPointer<UInt8>) {
    var pipesInLine = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "|"): pipesInLine += 1
      case UInt8(ascii: "\n"):
        if pipesInLine > 0 { endLine(withPipes: pipesInLine) }
        pipesInLine = 0
      case UInt8(ascii: "~"):
        if index > 0, text[index - 1] == byte { doubleTilde = true }
        tilde = true
      case UInt8(ascii: "@"): address = true
      case UInt8(ascii: ":"): if Self.follows("//", after: index, in: text) { address = true }
      case UInt8(ascii: "."):
        if index >= 3, text[index - 3..<index].allSatisfy({ $0 | 0x20 == 0x77 }) { address = true }
      default: continue
      }
    }
    endLine(withPipes: pipesInLine)
  }

  /// What to attach of some extensions: only what can have a mark to read.
  ///
  /// Rows of a table are filled up to its widest, so one wide row before many narrow ones would make cells
  /// without bound; such a text is read without tables.
  func attachable(of extensions: MarkdownExtensions) -> MarkdownExtensions {
    var attached = extensions
    if !doubleTilde { attached.remove(.strikethrough) }
    if !address { attached.remove(.autolinks) }
    if mostPipes * linesWithPipes > 64 * pipes + 10_000 { attached.remove(.tables) }
    return attached
  }

  private mutating func endLine(withPipes count: Int) {
    pipes += count
    linesWithPipes += 1
    mostPipes = max(mostPipes, count)
  }

  private static func follows(
    _ mark: StaticString, after index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index + mark.utf8CodeUnitCount < text.count else { return false }
    return (0..<mark.utf8CodeUnitCount).allSatisfy { text[index + 1 + $0] == mark.utf8Start[$0] }
  }
}
