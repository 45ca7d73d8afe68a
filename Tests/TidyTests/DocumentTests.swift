import Foundation
import Testing

/// Holds what the repository says to what is in it.
@Suite struct DocumentTests {
  private static let documents = Repository.files(
    below: ["README.md", "CHANGELOG.md", "docs", "templates"], endings: ["md"])

  @Test func linksOfDocumentsResolve() {
    for document in Self.documents {
      let folder = Repository.root.appending(path: document.path).deletingLastPathComponent()
      for link in Self.links(in: document.text)
      where !link.contains(":") && !link.hasPrefix("#") {
        let path = link.split(separator: "#").first.map(String.init) ?? link
        let target = folder.appending(path: path)
        #expect(FileManager.default.fileExists(atPath: target.path()), "\(document.path) links to \(link)")
      }
    }
  }

  @Test func theGuideToConfigurationHasEveryKey() throws {
    let reader = Repository.files(below: ["Sources/DossierBuild/SiteConfiguration.swift"], endings: ["swift"])
    let guide = Repository.files(below: ["docs/CONFIGURATION.md"], endings: ["md"])
    let source = try #require(reader.first).text
    let text = try #require(guide.first).text
    let keys = source.split(separator: "\n").filter { $0.hasPrefix("    # ") && $0.contains(": ") }
      .compactMap { $0.dropFirst("    # ".count).split(separator: ":").first }
      .filter { !$0.contains(" ") }
    #expect(keys.count >= 7)
    for key in keys { #expect(text.contains("\n| `\(key)` |"), "docs/CONFIGURATION.md misses '\(key)'") }
  }

  @Test func everyDocumentCanBeReachedFromTheReadme() throws {
    let readme = try #require(Self.documents.first { $0.path == "README.md" }, "there is no README.md")
    var reached: Set<String> = []
    var waiting = [readme.path]
    while let path = waiting.popLast() {
      guard reached.insert(path).inserted, let document = Self.documents.first(where: { $0.path == path })
      else { continue }
      let folder = Repository.root.appending(path: path).deletingLastPathComponent()
      waiting += Self.links(in: document.text).map { link in
        let file = link.split(separator: "#").first.map(String.init) ?? link
        return String(
          folder.appending(path: file).standardized.path().dropFirst(Repository.root.path().count))
      }
    }
    for document in Self.documents where document.path.hasPrefix("docs/") {
      #expect(reached.contains(document.path), "no link leads to \(document.path)")
    }
  }

  @Test func nothingNamesAPathOfSomeMachine() {
    let texts = Repository.files(
      below: [
        "Sources", "Tests", "docs", "templates", "content", "README.md", "CHANGELOG.md", "Package.swift",
      ],
      endings: ["swift", "md", "txt", "html", "mustache", "css", "js", "yml", "json"])
    // Put together here, so that this file does not name them either.
    let paths = ["work", "root", "home"].map { "/" + $0 + "/" }
    for file in texts {
      for (number, line) in file.lines.enumerated() {
        for path in paths
        where line.contains(" " + path) || line.contains("\"" + path) || line.contains("`" + path) {
          Issue.record("\(file.path):\(number + 1) names \(path)")
        }
      }
    }
  }

  /// The targets of inline links, code left out.
  private static func links(in markdown: String) -> [String] {
    var isCode = false
    var links: [String] = []
    for line in markdown.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode else { continue }
      for piece in line.components(separatedBy: "](").dropFirst() {
        if let target = piece.split(separator: ")", omittingEmptySubsequences: false).first {
          links.append(String(target))
        }
      }
    }
    return links
  }
}
