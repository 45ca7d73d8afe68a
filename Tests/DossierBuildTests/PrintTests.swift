import DossierModel
import Foundation
import Testing

@testable import DossierBuild

/// The dossier as one document for paper.
@Suite struct PrintTests {
  /// The values of an attribute in a page.
  private func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }
  }

  @Test func leadsEveryLinkToAnAnchorOfItsOwnAndLoadsNothing() async throws {
    let text = try await DecidedSite().printed()
    let ids = values(of: "id", in: text)
    #expect(Set(ids).count == ids.count)
    for href in values(of: "href", in: text) {
      #expect(href.hasPrefix("#") && ids.contains(String(href.dropFirst())), "\(href)")
    }
    #expect(values(of: "src", in: text).isEmpty && !text.contains("<link") && !text.contains("<script"))
    #expect(text.contains("Ports of the bay agree to share pilots"))
    #expect(text.contains("before the winter,"))
  }

  @Test func numbersItsSourcesAsItPrintsThem() async throws {
    let text = try await DecidedSite().printed()
    let numbers = Set(values(of: "data-n", in: text).compactMap { Int($0) })
    let sources = text.components(separatedBy: "id=\"sources\"").last ?? ""
    let count = sources.components(separatedBy: "<li>").count - 1
    #expect(count == DecidedSite.articles.count)
    #expect(!numbers.isEmpty && numbers.allSatisfy { (1...count).contains($0) })
  }

  @Test func showsWhatTheProfileAndTheEditorLetOut() async throws {
    let line = "redact person:\"Tomas Brandl\" as=\"[a mayor]\" why=\"asked for\""
    let whole = try await DecidedSite().printed()
    #expect(whole.contains("Tomas Brandl") && whole.contains("Private edition"))
    let site = DecidedSite()
    let redacted = try await site.printed(line) { $0.profile = .links }
    #expect(!redacted.contains("Tomas Brandl") && !redacted.contains("Private edition"))
    #expect(!redacted.contains("agreed to share harbour pilots"))
  }

  @Test func aDocumentThatWouldLeakIsNotWritten() async throws {
    let site = DecidedSite()
    await #expect(throws: BuildError.self) {
      _ = try await site.printed("redact person:\"Tomas Brandl\" as=\"X\"") { configuration in
        configuration.title = "All about Tomas Brandl"
      }
    }
    #expect(site.files.files(below: "/p").isEmpty)
  }
}
