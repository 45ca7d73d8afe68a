import DossierAnalysis
import DossierSource

/// A document of sentences of tokens with their tags, as running text.
struct LabelledDocument {
  /// The name of the file it is from, up to its first full stop.
  let source: String
  let text: String
  /// One sentence each.
  let blocks: [TokenizedText.Block]
  /// Where names stand: 0 person, 1 place, 2 organization, 3 other.
  let names: [(range: TextRange, kind: Int)]

  private static let kinds = ["PER": 0, "LOC": 1, "ORG": 2, "MISC": 3]

  /// The documents of a file: "token, tab, tag" a line, an empty line after each sentence, "# doc ID" before each.
  static func documents(of text: String, source: String) -> [LabelledDocument] {
    var documents: [LabelledDocument] = []
    var sentences: [[(word: String, tag: String)]] = []
    var sentence: [(word: String, tag: String)] = []
    func endSentence() {
      if !sentence.isEmpty { sentences.append(sentence) }
      sentence = []
    }
    func endDocument() {
      endSentence()
      if !sentences.isEmpty { documents.append(LabelledDocument(sentences, source: source)) }
      sentences = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# doc ") {
        endDocument()
        continue
      }
      let fields = line.split(separator: "\t")
      guard fields.count >= 2, let word = fields.first, let tag = fields.last else {
        endSentence()
        continue
      }
      sentence.append((String(word), String(tag)))
    }
    endDocument()
    return documents
  }

  private init(_ sentences: [[(word: String, tag: String)]], source: String) {
    var text = ""
    var blocks: [TokenizedText.Block] = []
    var names: [(range: TextRange, kind: Int)] = []
    for sentence in sentences {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      let ranges = Self.write(sentence.map(\.word), to: &text)
      blocks.append(.init(kind: .paragraph, range: TextRange(start, text.utf8.count)))
      var index = 0
      while index < sentence.count {
        let tag = sentence[index].tag
        guard tag.hasPrefix("B-"), let kind = Self.kinds[String(tag.dropFirst(2))] else {
          index += 1
          continue
        }
        var end = index + 1
        while end < sentence.count, sentence[end].tag == "I-" + tag.dropFirst(2) { end += 1 }
        names.append((TextRange(ranges[index].lowerBound, ranges[end - 1].upperBound), kind))
        index = end
      }
    }
    self.source = source
    self.text = text
    self.blocks = blocks
    self.names = names
  }

  /// Writes words as running text has them: marks close to what they belong to.
  private static func write(_ words: [String], to text: inout String) -> [TextRange] {
    var ranges: [TextRange] = []
    var isGlued = true
    var openQuotes: Set<String> = []
    for (index, word) in words.enumerated() {
      let word = unescaped[word] ?? word
      var leansLeft = closing.contains(word) || word.allSatisfy { ",.;:!?%)]}»”’…".contains($0) }
      if word == "\"" || word == "'" {
        leansLeft = openQuotes.contains(word)
        if word == "'", !leansLeft { leansLeft = index > 0 && words[index - 1].hasSuffix("s") }
        if leansLeft { openQuotes.remove(word) } else { openQuotes.insert(word) }
      }
      if !isGlued, !leansLeft { text += " " }
      let start = text.utf8.count
      text += word
      ranges.append(TextRange(start, text.utf8.count))
      isGlued = opening.contains(word) || (word == "\"" || word == "'") && !leansLeft
    }
    return ranges
  }

  private static let closing: Set = ["'s", "'S", "’s", "n't", "n’t", "'ll", "'re", "'ve", "'d", "'m", "'t"]
  private static let opening: Set = ["(", "[", "{", "$", "£", "€", "«", "“", "‘", "#"]
  private static let unescaped = [
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "''": "”", "-LCB-": "{", "-RCB-": "}",
  ]
}
