import DossierModel
import DossierSource

/// Who is meant by words that only describe: "the club", "the company", "the prime minister", "the 93-year-old".
///
/// Writers who do not want to repeat a name say what its bearer is. Whom the words before are about is meant, where the
/// description fits and nobody else is named beside.
extension SpeechAttribution {
  /// Blocks before a description in which a body is named whose name ends in its noun.
  private static let reachOfName = 3
  /// Sentences before a description whose topic it may tell.
  private static let reachOfTopic = 2

  /// The mention of whom a definite description tells, by the words before; nil where that is not safe.
  mutating func described(_ subject: ClauseSubject, in frame: Int) -> Int? {
    guard isDefinite(subject) else { return nil }
    if let body = bodyNamed(like: subject) { return body }
    if let holder = holderBefore(frame, of: subject) { return holder }
    let isBody = subject.tokens.count == 2 && nouns.companies.contains(clause.tokens[subject.head])
    let office = noun(nouns.offices, endingIn: subject)
    let isAge = isAge(subject)
    let isPerson = office != nil || isAge || noun(nouns.persons, endingIn: subject) != nil
    guard isBody || isPerson, let topic = topicBefore(frame, within: isAge ? 1 : Self.reachOfTopic) else {
      return nil
    }
    let mention = mentions.mentions[topic.mention]
    if isBody {
      return mention.kind == .organization && isCompany(mention) && isOnly(topic, of: .organization)
        ? topic.mention : nil
    }
    guard mention.kind == .person, isOnly(topic, of: .person) else { return nil }
    if let office, !mayHold(office, topic.mention) { return nil }
    return topic.mention
  }

  /// Whether words describe a body, named before or not: "the company", "the city council".
  func describesBody(_ subject: ClauseSubject) -> Bool {
    isDefinite(subject)
      && (nouns.companies.contains(clause.tokens[subject.head])
        || nouns.otherBodies.contains(clause.tokens[subject.head]))
  }

  private func isDefinite(_ subject: ClauseSubject) -> Bool {
    let first = subject.tokens.lowerBound
    return subject.mention == nil && !subject.isPronoun && subject.tokens.count > 1
      && clause.has(first, .definite) && clause.has(first, .determiner)
  }

  // MARK: Bodies

  /// The last body before a description, in the blocks right before it, whose name ends in its noun, where no other's
  /// does: "the club" behind "the Harbour Club".
  private func bodyNamed(like subject: ClauseSubject) -> Int? {
    guard subject.tokens.count == 2 else { return nil }
    let noun = clause.tokens[subject.head].hash
    let own = clause.text.block(ofToken: subject.head)
    let start = clause.text.range(subject.tokens).lowerBound
    let named = mentions.mentions.indices.filter { index in
      let mention = mentions.mentions[index]
      guard mention.kind == .organization, mention.range.upperBound <= start else { return false }
      let words = clause.text.tokens(in: mention.range)
      return words.count > 1 && clause.tokens[words.upperBound - 1].hash == noun
        && own - clause.text.block(ofToken: words.lowerBound) <= Self.reachOfName
    }
    guard let last = named.last else { return nil }
    let name = clause.text.tokens(in: mentions.mentions[last].range).map { clause.tokens[$0].hash }
    let isAlone = named.allSatisfy {
      clause.text.tokens(in: mentions.mentions[$0].range).map { clause.tokens[$0].hash } == name
    }
    return isAlone ? last : nil
  }

  /// Whether a name may be a company's: it has no noun of another kind of body, as "Supreme Court" has.
  private func isCompany(_ mention: Mention) -> Bool {
    let words = clause.text.tokens(in: mention.range)
    return !words.contains { nouns.otherBodies.contains(clause.tokens[$0]) }
  }

  // MARK: Persons

  /// Whom the sentence before is about, where several hold the office and that is one of them: "the minister".
  ///
  /// Of several in one paragraph any may be meant.
  private mutating func holderBefore(_ frame: Int, of subject: ClauseSubject) -> Int? {
    let words = subject.tokens.dropFirst()
    guard subject.head == subject.tokens.upperBound - 1,
      words.allSatisfy({ clause.tokens[$0].kind == .word && mentions[$0] == nil }),
      let topic = topicBefore(frame, within: Self.reachOfTopic), isOnly(topic, of: .person),
      clause.text.block(ofToken: topic.sentence.lowerBound) < clause.text.block(ofToken: subject.head)
    else { return nil }
    let name = clause.lastWord(of: mentions.mentions[topic.mention])
    let isHolder = offices.mentions(holding: words).contains {
      clause.lastWord(of: mentions.mentions[$0]) == name
    }
    return isHolder ? topic.mention : nil
  }

  /// The words of a noun that a description ends in, but for "of" something: "the ageing prime minister".
  private func noun(_ nouns: Lexicon, endingIn subject: ClauseSubject) -> Range<Int>? {
    for start in subject.tokens.lowerBound + 1..<max(subject.tokens.lowerBound + 1, subject.head + 1) {
      guard let match = nouns.longestMatch(at: start, before: subject.head + 1, in: clause.tokens),
        start + match.length == subject.head + 1
      else { continue }
      let before = subject.tokens.lowerBound + 1..<start
      return before.contains { mentions[$0] != nil } ? nil : start..<subject.head + 1
    }
    return nil
  }

  /// "the 93-year-old".
  private func isAge(_ subject: ClauseSubject) -> Bool {
    let words = subject.tokens.dropFirst()
    return words.contains { clause.tokens[$0].kind == .number } && words.contains { clause.isHyphen($0) }
      && words.allSatisfy { mentions[$0] == nil }
  }

  /// Whether nobody else of the article has an office, and a person no other one.
  private mutating func mayHold(_ office: Range<Int>, _ person: Int) -> Bool {
    let name = clause.lastWord(of: mentions.mentions[person])
    let holders = offices.mentions(holding: office)
    guard holders.allSatisfy({ clause.lastWord(of: mentions.mentions[$0]) == name }) else { return false }
    return !holders.isEmpty
      || mentions.mentions.allSatisfy { other in
        other.kind != .person || clause.lastWord(of: other) != name
          || other.title.map { !holdsOffice($0) } ?? true
      }
  }

  private func holdsOffice(_ title: TextRange) -> Bool {
    let tokens = clause.text.tokens(in: title)
    return tokens.contains { start in
      nouns.offices.longestMatch(at: start, before: tokens.upperBound, in: clause.tokens) != nil
    }
  }

  // MARK: The words before

  /// Whom or what the sentence before is about, and that sentence.
  private struct Topic {
    let mention: Int
    let sentence: Range<Int>
  }

  /// The topic of the sentence before, or of the one before that where that one is of the same block and about nobody.
  private mutating func topicBefore(_ frame: Int, within reach: Int) -> Topic? {
    for earlier in stride(from: frame - 1, through: max(0, frame - reach), by: -1) {
      if let topic = topic(of: earlier) {
        // Whom "they" and "it" stand for is sure only where they speak.
        guard let mention = topic.mention, topic.attribution != .pronoun || speaks(in: earlier) else {
          return nil
        }
        return Topic(mention: mention, sentence: frames.frames[earlier].tokens)
      }
      guard earlier > 0, frames.frames[earlier].block == frames.frames[earlier - 1].block else { return nil }
    }
    return nil
  }

  /// Whether a sentence names nobody else of a kind outside of quotation marks.
  private func isOnly(_ topic: Topic, of kind: EntityKind) -> Bool {
    let name = clause.lastWord(of: mentions.mentions[topic.mention])
    return topic.sentence.allSatisfy { token in
      guard !frames.isQuoted[token], let other = mentions[token] else { return true }
      let mention = mentions.mentions[other]
      return mention.kind != kind || clause.lastWord(of: mention) == name
        || subjects.onlyDescribes(other, at: token)
    }
  }
}
