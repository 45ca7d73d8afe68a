import DossierSource
import DossierTemplates
import Foundation
import Testing

/// Runs the examples of the Mustache specification, from `Tests/Fixtures/mustache`.
@Suite struct MustacheSpecificationTests {
  @Test(arguments: [
    ("comments", 12), ("delimiters", 14), ("inheritance", 27), ("interpolation", 42), ("inverted", 22),
    ("partials", 12), ("sections", 34),
  ])
  func rendersEveryExampleOf(_ part: String, count: Int) throws {
    let examples = try JSONDecoder().decode(SpecificationPart.self, from: Data(contentsOf: file(part))).tests
    #expect(examples.count == count)
    for example in examples { check(example) }
  }

  private func check(_ example: Example) {
    var sources = [TemplateSource(name: "example", text: Array(example.template.utf8))]
    for (name, text) in (example.partials ?? [:]).sorted(by: { $0.key < $1.key }) {
      sources.append(TemplateSource(name: name, text: Array(text.utf8)))
    }
    let template = TemplateCompiler(TemplateLibrary(sources)).template(named: "example")
    // The one example that asks for a partial that is not there: nothing is shown, and we tell of it.
    let expectedTrouble = example.name == "Failed Lookup" ? ["template-unknown-template"] : []
    #expect(template.diagnostics.map(\.id) == expectedTrouble, "\(example.name)")

    let usesHTML = sources.contains { $0.text.contains("{{{") || $0.text.contains("{{&") }
    var output: [UInt8] = []
    let trouble = template.render(example.data.templateValue(asHTML: usesHTML), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == example.expected, "\(example.name)")
    #expect(trouble == [], "\(example.name)")
  }

  private func file(_ part: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/mustache/\(part).json").standardized
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}

private struct SpecificationPart: Decodable {
  let tests: [Example]
}

private struct Example: Decodable {
  let name: String
  let data: JSON
  let template: String
  let partials: [String: String]?
  let expected: String
}

private enum JSON: Decodable {
  case null
  case flag(Bool)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? container.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// Our values: null is a false flag, and text that an example shows unescaped is HTML.
  func templateValue(asHTML: Bool) -> TemplateValue {
    switch self {
    case .null: .flag(false)
    case .flag(let flag): .flag(flag)
    case .text(let text): asHTML ? .html(text) : .text(text)
    case .list(let values): .list(values.map { $0.templateValue(asHTML: asHTML) })
    case .object(let values):
      .object(
        TemplateObject(
          values.sorted { $0.key < $1.key }.map {
            (TemplateName($0.key), $0.value.templateValue(asHTML: asHTML))
          }))
    }
  }
}
