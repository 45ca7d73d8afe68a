import DossierMarkdown
import Testing

/// The parser underneath has a data race that shows only when documents with certain marks are parsed together.
@Suite struct ParallelRenderingTests {
  @Test func rendersInParallelAsItDoesSerially() async {
    let documents = (0..<10_000).map(Self.document)
    let serial = documents.map(Self.rendered)
    let parallel = await withTaskGroup(of: (Int, [String]).self) { group in
      let width = 250
      for start in stride(from: 0, to: documents.count, by: width) {
        group.addTask { (start, documents[start..<min(start + width, documents.count)].map(Self.rendered)) }
      }
      var results: [Int: [String]] = [:]
      for await (start, rendered) in group { results[start] = rendered }
      return results.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    let wrong = zip(serial, parallel).count { $0 != $1 }
    #expect(wrong == 0 && serial.count == parallel.count)
  }

  private static func rendered(_ markdown: String) -> String {
    let document = MarkdownDocument(markdown)
    return document.plainText.text + document.html()
  }

  /// Documents with every extension, among them some whose marks are only special while the race is on.
  private static func document(_ number: Int) -> String {
    let pieces = [
      "Some ~~struck~~ words and a~*b*~c of \(number).",
      "See www.example.org/\(number) or https://example.org/a_b.",
      "Write to desk\(number)@example.org.", "| one | two |\n| --- | --: |\n| ~a~ | *\(number)* |",
      "- [x] done\n- [ ] open", "A note.[^n]\n\n[^n]: At the *foot* of \(number).",
      "<title>no</title> & <b>so</b>",
      "Plain *words* of w~*x*~ and `code`: the www was: here.",
      "> a quotation\n> goes on\n\n1. first\n2. second",
    ]
    return (0..<5).map { pieces[(number * 7 + $0 * ($0 + number % 5 + 1)) % pieces.count] }
      .joined(separator: "\n\n")
  }
}
