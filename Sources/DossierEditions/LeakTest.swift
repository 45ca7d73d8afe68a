import DossierModel
import DossierSource

/// What the files of an edition must not hold, and the search for it.
///
/// It knows nothing of how pages are made: it reads the bytes that are about to be written. Hidden text is found by
/// any ten words in a row, redacted names by their words, whatever stands between them: blanks in a text, hyphens
/// in a file name.
package struct LeakTest: Sendable {
  /// Words in a row that tell a stretch of hidden text.
  private static let run = 10

  private var hidden: Set<UInt64> = []
  /// Names of several words, by how many there are, in any case of letters.
  private var names: [Int: Set<UInt64>] = [:]
  /// Names of one word, as printed.
  private var words: Set<UInt64> = []
  /// Articles of which more is shown than may be.
  private var overCap: [ArticleID] = []

  init(
    of dossier: Dossier, editions: [ArticleEdition], caps: [ArticleID: Int], redaction: Redaction?
  ) {
    var shown: Set<UInt64> = []
    for edition in editions where edition.isCut {
      // One by one: the words before a stretch that is hidden may stand anywhere, and so may those behind it.
      for range in edition.revision.hidden {
        Self.addRuns(of: String(edition.original.article.text[range]), to: &hidden)
      }
      let cap = caps[edition.original.id] ?? 0
      let count = WordCount.words(in: edition.revision.text.filter { $0 != "…" })
      if count > cap { overCap.append(edition.original.id) }
    }
    // What another article shows is no leak, nor is a headline.
    for edition in editions {
      Self.addRuns(of: edition.revision.text, to: &shown)
      let metadata = edition.original.article.metadata
      let address = metadata.url.map { "url " + $0 }
      let lines = [metadata.title, metadata.deck, metadata.dateline, address].compactMap(\.self)
      for text in lines + metadata.bylines + metadata.credits + edition.original.article.notices {
        Self.addRuns(of: text, to: &shown)
      }
    }
    // Some bodies have names that long.
    for entity in dossier.entities {
      for alias in entity.aliases { Self.addRuns(of: alias.text, to: &shown) }
    }
    hidden.subtract(shown)
    if let redaction { add(redaction, others: dossier.entities) }
  }

  private mutating func add(_ redaction: Redaction, others: [Entity]) {
    var spared: Set<UInt64> = []
    var sparedRuns: Set<UInt64> = []
    let lengths = Set(redaction.printed.map { Self.tokens(of: $0).count }).filter { $0 > 1 }
    for entity in others where redaction.names[entity.id] == nil {
      for form in Redaction.forms(of: entity) {
        let tokens = Self.tokens(of: form)
        spared.formUnion(tokens.map(\.exact))
        for length in lengths { Self.addRuns(of: tokens, length: length, to: &sparedRuns) }
      }
    }
    for form in redaction.printed {
      let tokens = Self.tokens(of: form)
      if tokens.count > 1 {
        var runs: Set<UInt64> = []
        Self.addRuns(of: tokens, length: tokens.count, to: &runs)
        names[tokens.count, default: []].formUnion(runs.subtracting(sparedRuns))
      } else if let only = tokens.first, !spared.contains(only.exact) {
        words.insert(only.exact)
      }
    }
  }

  /// The same test, which does not mind what stands in these texts: the theme's own words.
  package func excusing(_ texts: [String]) -> LeakTest {
    var test = self
    for text in texts {
      let tokens = Self.tokens(of: text)
      var runs: Set<UInt64> = []
      Self.addRuns(of: tokens, length: Self.run, to: &runs)
      test.hidden.subtract(runs)
      test.words.subtract(tokens.map(\.exact))
    }
    return test
  }

  /// What leaks by a file of the site, in words; nil where nothing does.
  package func leak(in path: String, _ bytes: [UInt8]) -> String? {
    if let article = overCap.first { return "more words of '\(article)' are shown than may be" }
    var search = Search(hidden: hidden, run: Self.run, names: names, words: words)
    var path = path
    let inPath = path.withUTF8 { search.firstFound(in: $0, isMarkup: false) }
    if let inPath { return "the path '\(path)' holds \(inPath.what)" }
    search.reset()
    let found = bytes.withUnsafeBufferPointer { search.firstFound(in: $0, isMarkup: true) }
    return found.map { found in
      let start = max(0, found.end - 120)
      return
        "'\(path)' would hold \(found.what): '\(String(decoding: bytes[start..<found.end], as: UTF8.self))'"
    }
  }

  private static func tokens(of text: String) -> [TextWords.Word] {
    var text = text
    return text.withUTF8 { Array(TextWords(of: $0, isMarkup: false)) }
  }

  private static func addRuns(of text: String, to runs: inout Set<UInt64>) {
    addRuns(of: tokens(of: text), length: run, to: &runs)
  }

  private static func addRuns(of tokens: [TextWords.Word], length: Int, to runs: inout Set<UInt64>) {
    var window = WordWindow(length: length)
    for token in tokens { if let run = window.take(token.folded) { runs.insert(run) } }
  }

  /// A search through the words of a file.
  private struct Search {
    let hidden: Set<UInt64>
    let names: [Int: Set<UInt64>]
    let words: Set<UInt64>
    private var found: String?
    /// What is read, and what stands in tags between it, go on apart from each other.
    private var text: [WordWindow]
    private var tags: [WordWindow]

    init(hidden: Set<UInt64>, run: Int, names: [Int: Set<UInt64>], words: Set<UInt64>) {
      (self.hidden, self.names, self.words) = (hidden, names, words)
      text = ([run] + names.keys.sorted()).map { WordWindow(length: $0) }
      tags = text
    }

    mutating func reset() {
      for index in text.indices {
        text[index].reset()
        tags[index].reset()
      }
    }

    /// What is found first, and where it ends.
    mutating func firstFound(
      in bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool
    ) -> (what: String, end: Int)? {
      var stream = TextWords(of: bytes, isMarkup: isMarkup)
      while let word = stream.next() {
        take(word)
        if let found { return (found, stream.position) }
      }
      return nil
    }

    private mutating func take(_ word: TextWords.Word) {
      if !words.isEmpty, words.contains(word.exact) { found = "a redacted name" }
      for index in text.indices {
        let run = word.isInTag ? tags[index].take(word.folded) : text[index].take(word.folded)
        guard let run else { continue }
        if index == 0, hidden.contains(run) { found = "text of an article that is not to be shown" }
        if index > 0, names[text[index].length]?.contains(run) == true { found = "a redacted name" }
      }
    }
  }
}
