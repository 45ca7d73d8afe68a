import DossierSource

/// What can be wrong with a template, in words; the place is added where it is reported.
struct TemplateTrouble {
  var severity = Diagnostic.Severity.error
  let id: String
  let message: String
  let remedy: String

  func diagnostic(at offset: Int, in source: TemplateSource) -> Diagnostic {
    Diagnostic(severity, "template-" + id, message, remedy: remedy, at: source.location(of: offset))
  }

  private static func hint(_ nearest: String?, otherwise: String) -> String {
    nearest.map { "did you mean '\($0)'?" } ?? otherwise
  }
}

// Trouble with the text of one template.
extension TemplateTrouble {
  static let notUTF8 = Self(
    id: "not-utf8", message: "this line is not in UTF-8", remedy: "save the file in UTF-8")

  static func unclosedTag(_ tag: String) -> Self {
    Self(
      id: "unclosed-tag", message: "the tag '\(tag)' has no end",
      remedy: "close it with the closing delimiter")
  }

  static func emptyTag(_ tag: String) -> Self {
    Self(
      id: "bad-name", message: "the tag '\(tag)' names nothing", remedy: "write a name into it or remove it")
  }

  static func badName(_ name: String) -> Self {
    Self(
      id: "bad-name", message: "'\(name)' is not a name",
      remedy: "a name has no blanks, and dots only between its parts")
  }

  static func badDelimiters(_ tag: String) -> Self {
    Self(
      id: "bad-delimiters", message: "'\(tag)' does not set two delimiters",
      remedy: "write two with a blank between them and no '=' in them, such as {{=<% %>=}}")
  }

  static func unclosedSection(_ tag: String, name: String) -> Self {
    Self(
      id: "unclosed-section", message: "'\(tag)' is never closed", remedy: "add the end tag '{{/\(name)}}'")
  }

  static func mismatchedEnd(_ name: String, open: (tag: String, name: String, line: Int)?) -> Self {
    guard let open else {
      return Self(
        id: "mismatched-end", message: "'{{/\(name)}}' closes nothing",
        remedy: "remove it or open '\(name)' before it")
    }
    return Self(
      id: "mismatched-end",
      message: "'{{/\(name)}}' does not close '\(open.tag)' of line \(open.line)",
      remedy: "close '\(open.name)' first")
  }

  static func misplacedTag(_ tag: String, parent: String) -> Self {
    Self(
      id: "misplaced-tag", message: "'\(tag)' does nothing between '{{<\(parent)}}' and its end",
      remedy: "put it into a block '{{$name}}…{{/name}}'")
  }

  static func nestedTooDeep(_ limit: Int) -> Self {
    Self(
      id: "nested-too-deep", message: "tags are nested deeper than \(limit)",
      remedy: "move the inner ones to a template of their own")
  }
}

// Trouble between templates, and between a template and the values of its page.
extension TemplateTrouble {
  static func noSuchTemplate(_ name: String, nearest: String?) -> Self {
    Self(
      id: "unknown-template", message: "there is no template '\(name)'",
      remedy: hint(nearest, otherwise: "add the file '\(name).mustache' or remove the tag"))
  }

  static func endless(_ cycle: [String]) -> Self {
    Self(
      id: "endless", message: "the template takes itself in without end: \(cycle.joined(separator: " → "))",
      remedy: "put one of these tags into a section that ends, or remove it")
  }

  static func tooLarge(_ limit: Int) -> Self {
    Self(
      id: "too-large", message: "with all it takes in the template has more than \(limit) parts",
      remedy: "let templates take in fewer others")
  }

  static func unknownBlock(_ name: String, parent: String, nearest: String?, among open: [String]) -> Self {
    Self(
      severity: .warning, id: "unknown-block", message: "'\(parent)' has no block '\(name)'",
      remedy: hint(nearest, otherwise: "its other blocks are \(open.joined(separator: ", "))"))
  }

  static func unknownName(_ name: String, nearest: String?) -> Self {
    Self(
      id: "unknown-name", message: "this page has no value '\(name)' here",
      remedy: hint(nearest, otherwise: "see the list of this page's values"))
  }

  static func notShowable(_ name: String, kind: String) -> Self {
    Self(
      id: "not-showable", message: "'\(name)' is \(kind), not a text",
      remedy: "open it with '{{#\(name)}}…{{/\(name)}}'")
  }

  static func unescapedText(_ name: String) -> Self {
    Self(
      id: "unescaped-text", message: "'\(name)' is plain text, not HTML, and is not let through unescaped",
      remedy: "write '{{\(name)}}'")
  }

  static func calledTooDeep(_ name: String) -> Self {
    Self(
      id: "called-too-deep", message: "'\(name)' takes itself in too deep or too often, and was cut",
      remedy: "let it take itself in only within a section over smaller parts")
  }
}
