import DossierModel
import DossierTheme
import Foundation
import Testing

@testable import DossierRendering

@Suite struct DossierJSONTests {
  private func root() throws -> [String: Any] {
    let text = try #require(SitePages(SitePages.meeting()).files["data/dossier.json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func namesTheWordsThatOffsetsPointTo() throws {
    let text = try #require(SitePages(SitePages.withAccents()).files["data/dossier.json"])
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let articles = try #require(root["articles"] as? [[String: Any]])
    for article in articles {
      let scalars = Array(try #require(article["text"] as? String).unicodeScalars)
      for mention in try #require(article["mentions"] as? [[String: Any]]) {
        let start = try #require(mention["start"] as? Int)
        let end = try #require(mention["end"] as? Int)
        let words = String(String.UnicodeScalarView(scalars[start..<end]))
        #expect(words == mention["text"] as? String)
      }
    }
  }

  @Test func hasThePartsThatItsSchemaAsksFor() throws {
    let text = try #require(Theme.files.first { $0.path == "dossier.schema.json" }?.text)
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let root = try root()
    #expect(Set(root.keys) == Set(schema["required"] as? [String] ?? []))
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    for (list, name) in [
      ("articles", "article"), ("entities", "entity"), ("events", "event"), ("quotes", "quote"),
      ("figures", "figure"),
    ] {
      let required = Set(definitions[name]?["required"] as? [String] ?? [])
      let rows = try #require(root[list] as? [[String: Any]])
      #expect(!rows.isEmpty)
      for row in rows { #expect(Set(row.keys) == required) }
    }
  }

  @Test func knowsEveryReasonOfTheModelInItsSchema() throws {
    let text = try #require(Theme.files.first { $0.path == "dossier.schema.json" }?.text)
    for reason in RemovalReason.allCases { #expect(text.contains("\"\(reason.rawValue)\"")) }
    for kind in EntityKind.allCases { #expect(text.contains("\"\(kind.rawValue)\"")) }
    for attribution in Quotation.Attribution.allCases {
      #expect(text.contains("\"\(attribution.rawValue)\""))
    }
  }
}
