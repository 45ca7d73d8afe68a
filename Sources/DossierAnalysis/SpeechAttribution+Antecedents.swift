import DossierModel
import DossierSource

/// Whom "he", "she" and "it" stand for.
extension SpeechAttribution {
  /// Whom a pronoun stands for: the subject of its own sentence's first clause, else of the sentences before.
  mutating func antecedent(of pronoun: Int, in frame: Int) -> Int? {
    let traits = clause.traits(pronoun)
    if traits.contains(.speakingPronoun) { return nil }
    let isPerson = traits.contains(.personPronoun)
    let gender = genders.gender(ofPronoun: pronoun)
    // "It" and "they" are a body or a people; of several persons none is meant alone.
    func fits(_ mention: Int) -> Bool {
      let kind = mentions.mentions[mention].kind
      guard isPerson ? kind == .person : kind != .place && kind != .person else { return false }
      return gender == nil || genders.gender(of: mention).map { $0 == gender } ?? true
    }
    let range = frames.frames[frame].tokens
    let subject = subjects.clauseSubject(before: pronoun, from: range.lowerBound)
    if let own = subject?.mention, fits(own) { return own }
    // "The company said that it": whoever is described there is meant, and nobody who was named before.
    if !isPerson, let subject {
      let meant = described(subject, in: frame)
      if meant.map({ mentions.mentions[$0].kind == .organization }) ?? describesBody(subject) { return meant }
    }
    if isPerson, let only = onlyPerson(before: pronoun, in: frame, like: fits) { return only }
    if isPerson, cues.isOfUnnamed(before: pronoun, in: range) { return nil }
    for earlier in stride(from: frame - 1, through: max(0, frame - (isPerson ? 8 : 2)), by: -1) {
      if isPerson, subjects.isOneUnnamed(speaker(in: earlier)) { return nil }
      let spoken = topic(of: earlier)
      if isPerson,
        endsSearch(spoken, like: pronoun) || spoken?.mention == nil && bringsInPerson(earlier, of: gender)
      {
        return nil
      }
      if let topic = spoken ?? (isPerson ? opening(of: earlier) : nil), let mention = topic.mention,
        fits(mention), !isOfOther(topic, than: gender)
      {
        let sentence = frames.frames[earlier].tokens
        let isOpen = isPerson && subjects.namesOthers(topic, in: sentence, like: fits)
        return isOpen && !goesOn(sentence, with: pronoun) ? nil : mention
      }
      if isPerson, let spoken, spoken.mention == nil, namesSeveral(spoken, like: fits) { return nil }
      guard isPerson, earlier >= frame - 2, !tellsOfPerson(earlier) else { continue }
      let only = gender.flatMap { onlyPerson(of: $0, in: earlier) }
      let actor =
        earlier == frame - 1 ? subjects.onlyActor(in: frames.frames[earlier].tokens, like: fits) : nil
      guard let named = only ?? actor else { continue }
      if earlier == frame - 1, let teller = teller(before: earlier, like: fits),
        clause.lastWord(of: mentions.mentions[teller]) != clause.lastWord(of: mentions.mentions[named])
      {
        return nil
      }
      return named
    }
    return isPerson ? onlyOne(before: pronoun, in: range, like: fits) : nil
  }

  /// Whether a sentence that opens with a clause goes on with the same pronoun, so that it is about that clause's subject:
  /// "When Berg was asked whether Dahl had lied, he did not hesitate", and not in "When Berg met Dahl, he was ill".
  private func goesOn(_ sentence: Range<Int>, with pronoun: Int) -> Bool {
    guard clause.has(sentence.lowerBound, .subordinator) else { return false }
    let next = sentence.dropFirst().first {
      clause.isComma($0 - 1) && clause.tokens[$0].hash == clause.tokens[pronoun].hash
    }
    guard let next else { return false }
    return (sentence.lowerBound + 1..<next).contains { clause.has($0, .subordinator) }
  }

  /// Who speaks in the sentence before one that only names somebody else, who may be meant as well: "The tank had been
  /// bought from Dahl" behind one that Berg says.
  private func teller(before frame: Int, like fits: (Int) -> Bool) -> Int? {
    guard frame > 0, frames.frames[frame - 1].block == frames.frames[frame].block else { return nil }
    let sentence = frames.frames[frame - 1].tokens
    let verb = sentence.first { !frames.isQuoted[$0] && cues.isReporting($0, from: sentence.lowerBound) }
    guard let teller = verb.flatMap({ cues.subject(of: $0, in: sentence) })?.mention, fits(teller) else {
      return nil
    }
    return teller
  }

  /// Whether a sentence is about several persons, of whom "he" may be any.
  private func namesSeveral(_ topic: Quotation.Speaker, like fits: (Int) -> Bool) -> Bool {
    let named = clause.text.tokens(in: topic.range).compactMap { mentions[$0] }
    return Set(named.filter { mentions.mentions[$0].kind == .person && fits($0) }).count > 1
  }

  /// The only person whom a sentence names before a pronoun, and be it to tell whose something is: "the council has thrown
  /// out Anna Berg's plan a day after the mayor came home with what she called “a gift”".
  private func onlyOne(before pronoun: Int, in sentence: Range<Int>, like fits: (Int) -> Bool) -> Int? {
    let named = (sentence.lowerBound..<max(pronoun, sentence.lowerBound)).filter { !frames.isQuoted[$0] }
      .compactMap { mentions[$0] }.filter { mentions.mentions[$0].kind == .person }
    guard let last = named.last, named.allSatisfy(fits) else { return nil }
    return named.allSatisfy {
      clause.lastWord(of: mentions.mentions[$0]) == clause.lastWord(of: mentions.mentions[last])
    }
      ? last : nil
  }

  /// Whether a sentence is told of a pronoun that nobody was found for: the same pronoun behind it has nobody either.
  private func endsSearch(_ topic: Quotation.Speaker?, like pronoun: Int) -> Bool {
    guard let topic, topic.attribution == .pronoun, topic.mention == nil else { return false }
    let other = clause.text.tokenIndex(endingAfter: topic.range.lowerBound)
    return clause.tokens[other].hash == clause.tokens[pronoun].hash
  }

  /// Whether a sentence is about somebody new whom nothing names, and whom a pronoun of some gender may stand for: "A
  /// lawmaker, who gave no name, said the till was empty".
  private func bringsInPerson(_ frame: Int, of gender: UInt32?) -> Bool {
    actors(of: frame).contains { persons.isNewPerson($0, of: gender) }
  }

  /// Whether a sentence is about somebody whom it does not name: "The pilot met Carl Dahl".
  private func tellsOfPerson(_ frame: Int) -> Bool {
    actors(of: frame).prefix(2).contains(where: persons.isPerson)
  }

  /// What a sentence begins with, and the subjects of its first verb and of its first verb of saying.
  private func actors(of frame: Int) -> [ClauseSubject] {
    let range = frames.frames[frame].tokens
    let opening = subjects.phrase(startingAt: range.lowerBound, before: range.upperBound)
    let verbs = range.filter { !frames.isQuoted[$0] }
    let first = verbs.first { subjects.isFinite($0) }
      .flatMap { subjects.subject(of: $0, from: range.lowerBound) }
    let reporter = verbs.first { cues.isReporting($0, from: range.lowerBound) }
      .flatMap { cues.subject(of: $0, in: range) }
    let introduced = verbs.first { clause.has($0, [.be, .possessiveEnding]) && isThere($0 - 1, in: range) }
      .flatMap { subjects.phrase(startingAt: $0 + 1, before: range.upperBound) }
    return [opening, first, reporter, introduced].compactMap { $0 }
  }

  /// Whether a sentence begins with a word that only leads up to whom it is about: "there is a clerk".
  private func isThere(_ token: Int, in sentence: Range<Int>) -> Bool {
    token == sentence.lowerBound && clause.has(token, .adverb)
  }

  /// Whether somebody was found through a pronoun that tells another gender.
  private func isOfOther(_ topic: Quotation.Speaker, than gender: UInt32?) -> Bool {
    guard let gender, topic.attribution == .pronoun else { return false }
    let other = genders.gender(ofPronoun: clause.text.tokenIndex(endingAfter: topic.range.lowerBound))
    return other != nil && other != gender
  }

  /// The one person of a sentence whom a name or title makes a man, or a woman, and whom nobody else there may be.
  ///
  /// Whose something is, as in "Berg's look", is not who acts.
  private func onlyPerson(of gender: UInt32, in frame: Int) -> Int? {
    var only: Int?
    var seen: Int?
    for token in frames.frames[frame].tokens {
      guard let mention = mentions[token], mention != seen, !frames.isQuoted[token] else { continue }
      seen = mention
      guard mentions.mentions[mention].kind == .person, !subjects.onlyDescribes(mention, at: token) else {
        continue
      }
      guard let known = genders.gender(of: mention) else { return nil }
      guard known == gender else { continue }
      if only != nil { return nil }
      only = mention
    }
    return only
  }

  /// The one person whom a sentence names before a pronoun that stands within one of its clauses: "a clerk wrote to
  /// Berg about a road that he called “a joke”".
  ///
  /// Behind a comma, as in "the road is lost, he said", it is rather the one who spoke before.
  private func onlyPerson(before pronoun: Int, in frame: Int, like fits: (Int) -> Bool) -> Int? {
    let range = frames.frames[frame].tokens
    guard pronoun > range.lowerBound, clause.has(pronoun - 1, [.relative, .subordinator]) else { return nil }
    var only: Int?
    for token in range.lowerBound..<pronoun {
      guard let mention = mentions[token], mention != only, !frames.isQuoted[token],
        mentions.mentions[mention].kind == .person
      else { continue }
      guard only == nil, fits(mention), !subjects.onlyDescribes(mention, at: token) else { return nil }
      only = mention
    }
    // "Dahl, whom he called a friend": he is another.
    let told = pronoun - (pronoun > range.lowerBound + 1 && clause.isComma(pronoun - 2) ? 3 : 2)
    return told >= range.lowerBound && mentions[told] != nil && mentions[told] == only ? nil : only
  }
}
