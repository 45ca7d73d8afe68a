/// Phrases with what they stand for, looked up word by word in a line.
struct PhraseTable<Value: Sendable>: Sendable {
  /// By first word; longer phrases first.
  private let phrases: [String: [(words: [String], value: Value)]]

  init(_ phrases: [(String, Value)]) {
    var byFirstWord: [String: [(words: [String], value: Value)]] = [:]
    for (phrase, value) in phrases {
      let words = FoldedWords(phrase).words.map(\.folded)
      if let first = words.first { byFirstWord[first, default: []].append((words, value)) }
    }
    self.phrases = byFirstWord.mapValues { rows in
      rows.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }.map(\.element)
    }
  }

  /// Whether any phrase begins with this folded word: a quick way to tell most lines from labels.
  func begins(with word: String) -> Bool { phrases[word] != nil }

  /// The longest phrase that begins at a word of the line, and its length in words.
  func match(in line: FoldedWords, at index: Int = 0) -> (value: Value, count: Int)? {
    guard index < line.words.count, let rows = phrases[line.words[index].folded] else { return nil }
    for row in rows where index + row.words.count <= line.words.count {
      if row.words.indices.allSatisfy({ row.words[$0] == line.words[index + $0].folded }) {
        return (row.value, row.words.count)
      }
    }
    return nil
  }

  /// What the line stands for, where it is one phrase from end to end.
  func match(whole line: FoldedWords) -> Value? {
    guard let found = match(in: line), found.count == line.words.count else { return nil }
    return found.value
  }

  /// The first phrase anywhere in the line, with the index of its first word.
  func firstMatch(in line: FoldedWords) -> (value: Value, index: Int, count: Int)? {
    for index in line.words.indices {
      if let found = match(in: line, at: index) { return (found.value, index, found.count) }
    }
    return nil
  }
}

extension PhraseTable where Value == Bool {
  /// A table that only tells whether a phrase is in it.
  init(of phrases: [String]) { self.init(phrases.map { ($0, true) }) }
}
