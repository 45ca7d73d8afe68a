import DossierMarkdown
import Foundation
import Testing

/// The 673 examples of GFM 0.29; see `Fixtures/README.md` for their origin and licence.
@Suite struct SpecificationTests {
  struct Example: Decodable {
    let example: Int
    let section: String
    let `extension`: String?
    let markdown: String
    let html: String

    /// What the example is to be read with.
    var extensions: MarkdownExtensions {
      switch `extension` {
      case "table": .tables
      case "strikethrough": .strikethrough
      case "autolink": .autolinks
      case "tagfilter": .tagFilter
      case "disabled": .taskLists
      default: []
      }
    }
  }

  static func examples() throws -> [Example] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Fixtures/gfm-0.29.json"))
    return try JSONDecoder().decode([Example].self, from: data)
  }

  @Test func rendersAllExamplesAsSpecified() throws {
    let examples = try Self.examples()
    #expect(examples.count == 673)
    for example in examples {
      let document = MarkdownDocument(example.markdown, extensions: example.extensions)
      let rendered = Self.withPlainCheckboxes(document.html(rawHTML: .passedThrough))
      #expect(rendered == example.html, "example \(example.example), \(example.section)")
    }
  }

  @Test func plainTextAndSafeHTMLOfEveryExampleAreWellFormed() throws {
    for example in try Self.examples() {
      let document = MarkdownDocument(example.markdown)
      var end = 0
      for block in document.plainText.blocks {
        #expect(block.range.lowerBound == (end == 0 ? 0 : end + 2), "example \(example.example)")
        #expect(!block.range.isEmpty)
        end = block.range.upperBound
      }
      #expect(end == document.plainText.text.utf8.count, "example \(example.example)")
      let html = document.html().lowercased()
      for active in ["<script", "<img", "<iframe", "<style", "javascript:alert", "onclick"]
      where html.contains(active) {
        #expect(
          !html.contains("\"\(active)") && !active.hasPrefix("<"), "example \(example.example): \(html)")
      }
    }
  }

  /// The library writes a task's box with its attributes in another order than the specification does.
  private static func withPlainCheckboxes(_ html: String) -> String {
    html.replacing(#"<input type="checkbox" disabled="" />"#, with: #"<input disabled="" type="checkbox">"#)
      .replacing(
        #"<input type="checkbox" checked="" disabled="" />"#,
        with: #"<input checked="" disabled="" type="checkbox">"#)
  }
}
