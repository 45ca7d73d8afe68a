import Foundation
import Testing

@testable import DossierRendering
@testable import DossierTemplates

/// `docs/TEMPLATE-VALUES.md` is written from the shapes that templates are checked against.
@Suite struct TemplateValuesDocumentTests {
  private var document: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/TEMPLATE-VALUES.md")
  }

  private static let opening = """
    # What pages give to their templates

    Each kind of page is made with the template of its name; these are the values it gives. A list is opened with
    `{{#name}}…{{/name}}` and holds what stands below it; so does an object. Texts are shown with `{{name}}`, HTML with
    `{{{name}}}`. What is absent is false, so that `{{^name}}…{{/name}}` shows instead. Paths are below the site: write
    `href="{{root}}{{href}}"`.

    """

  @Test func tellsEveryValueOfEveryPage() throws {
    var text = Self.opening
    for page in PageTemplate.allCases {
      text += "\n## \(page.rawValue).mustache\n\n```\n\(Self.listing(page.shape, indent: ""))```\n"
    }
    let written = try String(contentsOf: document, encoding: .utf8)
    if written != text, ProcessInfo.processInfo.environment["WRITE_DOCUMENTS"] != nil {
      try text.write(to: document, atomically: true, encoding: .utf8)
    }
    #expect(written == text, "run the tests with WRITE_DOCUMENTS=1 and look at the change")
  }

  private static func listing(_ shape: TemplateShape, indent: String) -> String {
    shape.names.map { name in
      let inner = indent + "  "
      return switch shape[TemplateName(name)] {
      case .text?: "\(indent)\(name)\n"
      case .html?: "\(indent)\(name): HTML\n"
      case .flag?: "\(indent)\(name): true or false\n"
      case .texts?: "\(indent)\(name): list of texts\n"
      case .object(let shape)?: "\(indent)\(name):\n\(listing(shape, indent: inner))"
      case .list(let shape)?: "\(indent)\(name): list of\n\(listing(shape, indent: inner))"
      case .anything?, nil: "\(indent)\(name): anything\n"
      }
    }.joined()
  }
}
