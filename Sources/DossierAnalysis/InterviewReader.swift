import DossierModel
import DossierSource

/// What somebody says in an interview or transcript that is printed with labels instead of quotation marks.
struct LabelledSpeech {
  /// The words, which end with their block.
  let words: TextRange
  let block: Int
  /// The label and the person it stands for: "BERG: …".
  let speaker: Quotation.Speaker
}

/// Finds the answers of interviews, and what transcripts give to those they name.
///
/// A label of an article is one only where it comes back and another stands beside it: a list of persons with a line
/// on each is no conversation. "A:" is whom a question addresses by name, else the one person named before the first
/// question, if that person says "I".
struct InterviewReader {
  /// Words before the colon of a label at most.
  private static let labelLimit = 5
  private static let fewestTurns = 3

  private let clause: ClauseText
  private let tables: QuotationTables
  private let labels: [Label]

  /// What stands before a colon at the start of a block.
  private struct Label {
    let block: Int
    let tokens: Range<Int>
    /// The last word: "Carl Dahl:" and "DAHL:" are one.
    let key: UInt64
  }

  init(clause: ClauseText, tables: QuotationTables) {
    self.clause = clause
    self.tables = tables
    var labels: [Label] = []
    for (index, block) in clause.text.blocks.enumerated() where block.kind != .quote {
      if let label = Self.label(of: block, index, in: clause) { labels.append(label) }
    }
    let keys = Set(labels.map(\.key))
    self.labels = keys.count > 1 && keys.count < labels.count ? labels : []
  }

  /// Whether some label comes back beside another, which is rare.
  var mayBeInterview: Bool { labels.count >= Self.fewestTurns }

  func speeches(among mentions: MentionIndex) -> [LabelledSpeech] {
    guard mayBeInterview else { return [] }
    let named = namedSpeeches(among: mentions)
    return named.isEmpty ? answers(among: mentions) : named
  }

  private static func label(of block: TokenizedText.Block, _ index: Int, in clause: ClauseText) -> Label? {
    let first = clause.text.tokenIndex(endingAfter: block.range.lowerBound)
    var colon = first
    while colon < clause.tokens.count, colon - first <= labelLimit {
      let token = clause.tokens[colon]
      guard token.upper <= block.range.upperBound else { return nil }
      if clause.isMark(colon, UInt8(ascii: ":")) { break }
      let isName = token.kind == .word && token.isCapitalised
      guard isName || token.kind == .punctuation && clause.isMark(colon, UInt8(ascii: ".")) else {
        return nil
      }
      colon += 1
    }
    guard colon > first, colon + 1 < clause.tokens.count, clause.isMark(colon, UInt8(ascii: ":")),
      clause.tokens[colon - 1].kind == .word, clause.tokens[colon + 1].upper <= block.range.upperBound,
      clause.tokens[colon + 1].lower > clause.tokens[colon].upper
    else { return nil }
    return Label(block: index, tokens: first..<colon, key: clause.tokens[colon - 1].hash)
  }

  private func speech(under label: Label, by mention: Int, as attribution: Quotation.Attribution)
    -> LabelledSpeech?
  {
    let first = label.tokens.upperBound + 1
    let range = clause.text.blocks[label.block].range
    let start = clause.tokens[first].lower
    let isMarked = tables.marks.contains { $0.opens && clause.bytes[start...].starts(with: $0.bytes) }
    guard start < range.upperBound, !isMarked else { return nil }
    return LabelledSpeech(
      words: TextRange(start, range.upperBound), block: label.block,
      speaker: Quotation.Speaker(
        range: clause.text.range(label.tokens), mention: mention, attribution: attribution))
  }

  // MARK: Names

  private func namedSpeeches(among mentions: MentionIndex) -> [LabelledSpeech] {
    let families = familyNames(among: mentions)
    let named = labels.compactMap { label -> (label: Label, mention: Int)? in
      let mention = mentions[label.tokens.upperBound - 1] ?? families[label.key]
      guard let mention, mentions.mentions[mention].kind == .person else { return nil }
      return (label, mention)
    }
    var turns: [UInt64: Int] = [:]
    for turn in named { turns[turn.label.key, default: 0] += 1 }
    let asks = labels.contains { isQuestion($0) }
    guard named.count >= Self.fewestTurns || asks, turns.values.contains(where: { $0 > 1 }) else { return [] }
    return named.compactMap { speech(under: $0.label, by: $0.mention, as: .namedInSentence) }
  }

  /// The first mention in full of each family name; none of a name that several bear.
  private func familyNames(among mentions: MentionIndex) -> [UInt64: Int] {
    var first: [UInt64: Int] = [:]
    var given: [UInt64: UInt64] = [:]
    for (index, mention) in mentions.mentions.enumerated() where mention.kind == .person {
      let words = clause.tokens[clause.text.tokens(in: mention.range)]
      guard words.count > 1, let start = words.first?.hash, let end = words.last?.hash else { continue }
      if first[end] == nil {
        first[end] = index
        given[end] = start
      } else if given[end] != start {
        given[end] = 0
      }
    }
    return first.filter { given[$0.key] != 0 }
  }

  // MARK: Questions and answers

  private func isQuestion(_ label: Label) -> Bool {
    tables.questionLabels.contains(clause.tokens[label.tokens.upperBound - 1])
  }

  private func answers(among mentions: MentionIndex) -> [LabelledSpeech] {
    guard let first = labels.first(where: isQuestion) else { return [] }
    let answers = labels.filter {
      $0.block > first.block && tables.answerLabels.contains(clause.tokens[$0.tokens.upperBound - 1])
    }
    let asked = labels.filter(isQuestion).compactMap { addressed(in: $0, among: mentions) }
    let names = Set(asked.map { clause.lastWord(of: mentions.mentions[$0]) })
    guard names.count < 2,
      let person = asked.first ?? onlyPerson(before: first.tokens.lowerBound, among: mentions),
      answers.contains(where: saysOfOneself)
    else { return [] }
    return answers.compactMap { speech(under: $0, by: person, as: .carriedOver) }
  }

  /// The person to whom a question is put by name, as in "Q: Mr Dahl, will you go?".
  private func addressed(in label: Label, among mentions: MentionIndex) -> Int? {
    let start = label.tokens.upperBound + 1
    guard let mention = (start..<min(start + 3, clause.tokens.count)).lazy.compactMap({ mentions[$0] }).first,
      mentions.mentions[mention].kind == .person, let title = mentions.mentions[mention].title,
      clause.text.tokens(in: title).lowerBound == start
    else { return nil }
    let end = clause.text.tokens(in: mentions.mentions[mention].range).upperBound
    return end + 1 < clause.tokens.count && clause.isComma(end) && !clause.has(end + 1, .relative)
      ? mention : nil
  }

  /// The one person who is named in full before a token.
  private func onlyPerson(before limit: Int, among mentions: MentionIndex) -> Int? {
    var person: Int?
    var family: UInt64?
    let end = clause.tokens[limit].lower
    for (index, mention) in mentions.mentions.enumerated() where mention.kind == .person {
      guard mention.range.upperBound <= end else { break }
      let words = clause.tokens[clause.text.tokens(in: mention.range)]
      guard words.count > 1, let last = words.last?.hash else { continue }
      if let family, family != last { return nil }
      (person, family) = (person ?? index, last)
    }
    return person
  }

  private func saysOfOneself(_ label: Label) -> Bool {
    let end = clause.text.blocks[label.block].range.upperBound
    var index = label.tokens.upperBound + 1
    while index < clause.tokens.count, clause.tokens[index].upper <= end {
      if tables.firstPersons.contains(clause.tokens[index]) { return true }
      index += 1
    }
    return false
  }
}

extension [QuotedStretch] {
  /// The stretches with those that labels begin, in which the stretches of their blocks stand.
  func with(_ speeches: [LabelledSpeech]) -> [QuotedStretch] {
    if speeches.isEmpty { return self }
    var merged: [QuotedStretch] = []
    var place = [Int](repeating: 0, count: count)
    var next = 0
    func take(before block: Int, within speech: Int? = nil) {
      while next < count, self[next].block < block {
        let old = self[next]
        place[next] = merged.count
        let parent = old.within.map { place[$0] } ?? speech
        merged.append(
          QuotedStretch(
            inner: old.inner, outer: old.outer, block: old.block, within: parent,
            isOpenEnded: old.isOpenEnded, hasSingleMarks: old.hasSingleMarks))
        next += 1
      }
    }
    for speech in speeches {
      take(before: speech.block)
      merged.append(
        QuotedStretch(
          inner: speech.words, outer: speech.words, block: speech.block, within: nil, isOpenEnded: false,
          hasSingleMarks: false))
      take(before: speech.block + 1, within: merged.count - 1)
    }
    take(before: .max)
    return merged
  }
}
