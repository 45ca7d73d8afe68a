/// Names of one or two words that the tagger passed over, behind an office and before a verb of speech.
///
/// "Spokesman Tarn Olvig said": where a whole line of capitals leads up to a name that no list knows, the verb shows
/// where it ends and the office where it begins.
struct TitledNames {
  let text: TokenizedText
  let classes: WordClasses

  /// The spans with those that were passed over.
  func added(to spans: [NameSpan]) -> [NameSpan] {
    let found = text.tokens.indices.dropFirst(3).compactMap { verb in
      isSpeechBehindName(verb, of: 2)
        ? verb - 2..<verb : isSpeechBehindName(verb, of: 1) ? verb - 1..<verb : nil
    }
    guard !found.isEmpty else { return spans }
    return spans
      + found.filter { name in !spans.contains { $0.tokens.overlaps(name) } }
      .map { NameSpan($0, .person, "title") }
  }

  /// The spans without those that end in an office whose holder is named right behind: "Harbourtown Archbishop" of
  /// "Harbourtown Archbishop Anna Berg" is nobody.
  func withoutOffices(_ spans: [NameSpan]) -> [NameSpan] {
    spans.enumerated().compactMap { number, span in
      let end = span.tokens.upperBound
      guard span.kind == .person, span.tokens.count == 2, number + 1 < spans.count,
        spans[number + 1].kind == .person, spans[number + 1].tokens.lowerBound == end,
        classes.alone[end - 1].contains(.office), classes.alone[end - 1].isDisjoint(with: .givenName),
        !classes.alone[end - 1].contains(.surname)
      else { return span }
      let place = span.tokens.lowerBound..<end - 1
      return classes.listed(place).isDisjoint(with: .places) ? nil : NameSpan(place, .place, "list")
    }
  }

  /// The spans without the offices of several countries, which are no body: "Foreign Ministers of Borduria".
  func withoutSharedOffices(_ spans: [NameSpan]) -> [NameSpan] {
    spans.map { span in
      let first = span.tokens.lowerBound
      guard span.kind == .organization, span.tokens.count > 2, classes.phrase[first].contains(.office),
        case let joint = endOfPhrase(at: first), joint + 1 < span.tokens.upperBound,
        classes.alone[joint].contains(.connector),
        classes.listed(joint + 1..<span.tokens.upperBound).contains(.country)
      else { return span }
      return NameSpan(joint + 1..<span.tokens.upperBound, .place, "list")
    }
  }

  /// The spans without a rank that the tagger took for a part of somebody's name, or of a body's, where the rest is how
  /// one is called whom the text names in full: "Field Marshal Olvig".
  func withoutRanks(_ spans: [NameSpan]) -> [NameSpan] {
    spans.map { span in
      let first = span.tokens.lowerBound
      guard span.tokens.count > 1, classes.phrase[first].contains(.rank),
        case let name = span.tokens.upperBound - 1, endOfPhrase(at: first) == name,
        spans.contains(where: { isCalled($0, by: text.tokens[name].hash) })
      else { return span }
      return NameSpan(name..<name + 1, .person, "rank")
    }
  }

  /// The token behind a listed phrase.
  private func endOfPhrase(at first: Int) -> Int {
    guard classes.place[first] == .first else { return first + 1 }
    let last = (first + 1..<text.tokens.count).first { classes.place[$0] != .middle } ?? first
    return last + 1
  }

  private func isCalled(_ person: NameSpan, by name: UInt64) -> Bool {
    person.kind == .person && person.tokens.count > 1
      && text.tokens[person.familyName(in: text)].hash == name
  }

  /// The spans of persons that begin with a particle, with the word before it that no list knows as another: "Awad" of
  /// "Awad Ibn Keller", where the text has "Ibn Keller" more often.
  func withFirstNames(_ spans: [NameSpan]) -> [NameSpan] {
    spans.map { span in
      let first = span.tokens.lowerBound - 1
      guard span.kind == .person, span.tokens.count > 1, first >= 0,
        classes.alone[first + 1].contains(.particle), text.isCapitalWord(first),
        !text.tokens[first].isAllCaps, classes.alone[first].isDisjoint(with: Self.others.union(.particle)),
        !spans.contains(where: { $0.tokens.contains(first) }), !text.printsSmall(text.tokens[first])
      else { return span }
      return NameSpan(first..<span.tokens.upperBound, .person, span.rule)
    }
  }

  /// The persons with the place between an office and their name that is their first name: "spokesman Danang Olvig".
  func withPlacesOfFirstNames(_ spans: [NameSpan]) -> [NameSpan] {
    var ends: [Int: Int] = [:]
    for (number, span) in spans.enumerated()
    where span.kind == .place && span.tokens.count == 1 && isBehindSmallOffice(span.tokens.lowerBound) {
      ends[span.tokens.upperBound] = number
    }
    guard !ends.isEmpty else { return spans }
    var joined = spans
    for (number, span) in spans.enumerated() where span.kind == .person {
      guard let place = ends[span.tokens.lowerBound] else { continue }
      joined[number] = NameSpan(spans[place].tokens.lowerBound..<span.tokens.upperBound, .person, span.rule)
      joined[place].tokens = 0..<0
    }
    return joined.filter { !$0.tokens.isEmpty }
  }

  private func isBehindSmallOffice(_ token: Int) -> Bool {
    token > 0 && text.tokens[token - 1].kind == .word && !text.tokens[token - 1].isCapitalised
      && classes.alone[token - 1].contains(.smallOffice)
  }

  /// Whether a verb of speech stands behind so many words of a name, and an office before them.
  ///
  /// Before one word alone the office has its capital too: "Prime Minister Olvig said".
  private func isSpeechBehindName(_ verb: Int, of count: Int) -> Bool {
    let office = verb - count - 1
    guard classes.alone[verb].contains(.speechCue), !text.tokens[verb].isCapitalised,
      !classes.alone[office].isDisjoint(with: [.office, .rank, .smallOffice]),
      classes.alone[office].isDisjoint(with: .givenName),
      count > 1
        || text.isCapitalWord(office) && !text.tokens[office].isAllCaps
          && !text.printsSmall(text.tokens[verb - 1])
    else { return false }
    return (verb - count..<verb).allSatisfy { index in
      text.tokens[index].kind == .word && text.tokens[index].isCapitalised
        && !text.tokens[index].isAllCaps && !text.tokens[index].flags.contains(.firstWord)
        && classes.alone[index].isDisjoint(with: Self.others)
    }
  }

  /// What no word of such a name is.
  private static let others: NameClass = [
    .never, .commonWord, .vocabulary, .demonym, .people, .organizationLast, .organizationFirst, .placeLast,
    .office, .rank, .honorific, .organization, .country, .place, .group,
  ]
}
