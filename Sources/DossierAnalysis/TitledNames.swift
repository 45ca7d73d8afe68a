/// Names of two words that the tagger passed over, behind an office and before a verb of speech.
///
/// "Spokesman Tarn Olvig said": where a whole line of capitals leads up to a name that no list knows, the verb shows
/// where it ends and the office where it begins.
struct TitledNames {
  let text: TokenizedText
  let classes: WordClasses

  /// The spans with those that were passed over.
  func added(to spans: [NameSpan]) -> [NameSpan] {
    let found = text.tokens.indices.dropFirst(3).filter(isSpeechBehindName).map { $0 - 2..<$0 }
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

  private func isSpeechBehindName(_ verb: Int) -> Bool {
    guard classes.alone[verb].contains(.speechCue), !text.tokens[verb].isCapitalised,
      !classes.alone[verb - 3].isDisjoint(with: [.office, .rank, .smallOffice]),
      classes.alone[verb - 3].isDisjoint(with: .givenName)
    else { return false }
    return (verb - 2..<verb).allSatisfy { index in
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
