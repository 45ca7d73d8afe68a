import DossierSource

/// Templates by name, read into trees: those that pages are made with, and those that these take in.
package struct TemplateLibrary: Sendable {
  private let indices: [String: Int]
  let templates: [ParsedTemplate]

  /// Of two sources with one name the later counts, so that a user's files replace the theme's one by one.
  package init(_ sources: [TemplateSource]) {
    var latest: [String: TemplateSource] = [:]
    for source in sources { latest[source.name] = source }
    templates = latest.values.sorted { $0.name < $1.name }.map(TemplateParser.parse)
    var indices: [String: Int] = [:]
    for (index, template) in templates.enumerated() { indices[template.source.name] = index }
    self.indices = indices
  }

  /// The names of all templates, sorted.
  package var names: [String] { templates.map(\.source.name) }

  /// What is wrong with the texts, each for itself; what is between them the compiler tells.
  package var diagnostics: [Diagnostic] { templates.flatMap(\.diagnostics).sorted() }

  func index(of name: String) -> Int? { indices[name] }

  /// For each template whether it takes itself in, by way of others or not.
  func recursiveTemplates() -> [Bool] {
    let edges = templates.map { $0.inclusions.compactMap(index) }
    return templates.indices.map { start in
      var visited = Array(repeating: false, count: templates.count)
      var waiting = edges[start]
      while let next = waiting.popLast() {
        guard !visited[next] else { continue }
        visited[next] = true
        waiting += edges[next]
      }
      return visited[start]
    }
  }
}
