import Testing

/// A rule that decides a date or joins an event is told to readers in words, whichever module applies it.
@Suite struct RuleWordsTests {
  private static let modules: Set = ["DossierIngest", "DossierAnalysis", "DossierLinking"]

  /// Names of rules as they stand in a line of a source file.
  private func rules(in line: Substring, of path: String) -> [String] {
    let isTime = path.contains("/TimeGrammar")
    var found = names(in: line, after: "Rule(\"")
    if isTime { found += names(in: line, after: "rule: \"").map { "time:" + $0 } }
    if path.contains("/DossierIngest/") { found += names(in: line, after: "rule: \"") }
    return found
  }

  private func names(in line: Substring, after opening: String) -> [String] {
    var found: [String] = []
    var rest = line
    while let start = rest.firstRange(of: opening), let end = rest[start.upperBound...].firstIndex(of: "\"") {
      found.append(String(rest[start.upperBound..<end]))
      rest = rest[end...]
    }
    return found.filter { !$0.contains("\\") && !$0.hasSuffix(":") }
  }

  @Test func hasWordsForEveryRule() throws {
    let words = try #require(Repository.files(below: ["templates/words.txt"], endings: ["txt"]).first).text
    let told = Set(
      words.split(separator: "\n").compactMap { $0.split(separator: " = ").first.map(String.init) })
    var applied: Set<String> = []
    for file in Repository.sources where Self.modules.contains(file.module) {
      for line in file.lines { applied.formUnion(rules(in: line, of: file.path)) }
    }
    #expect(applied.count > 30)
    #expect(applied.filter { !told.contains("rule." + $0) }.sorted() == [])
  }
}
