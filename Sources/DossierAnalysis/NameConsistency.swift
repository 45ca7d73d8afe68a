/// Makes one decision for a document where the tagger made one for each sentence.
///
/// Listed phrases hold together, the same words are of one kind, a family name goes with the full name, and a name
/// that was missed in one place is taken over from another. A class, for it holds a dozen tables, which would be
/// counted anew at each of its steps.
final class NameConsistency {
  private let text: TokenizedText
  private let classes: WordClasses
  private let tables: NameTables
  /// For each token, the index of its span and one; 0 outside of any.
  private var owner: [Int32]
  private var spans: [NameSpan]
  /// The keys of the spans that the tagger found, and of their last words where they are persons'.
  private var names: Set<UInt64> = []
  /// The keys of the short forms that stand in brackets behind the names of bodies.
  private var shortForms: Set<UInt64> = []

  init(text: TokenizedText, classes: WordClasses, tables: NameTables, spans: [NameSpan]) {
    self.text = text
    self.classes = classes
    self.tables = tables
    self.spans = spans
    owner = [Int32](repeating: 0, count: text.tokens.count)
    for (index, span) in spans.enumerated() {
      for token in span.tokens { owner[token] = Int32(index + 1) }
    }
    for span in spans {
      names.insert(text.hash(of: span.tokens))
      if span.kind == .person, !span.tokens.isEmpty {
        names.insert(text.tokens[span.familyName(in: text)].hash)
      }
    }
  }

  /// The spans in agreement with each other and the lists.
  func settled(windows: [Range<Int>]) -> [NameSpan] {
    for window in windows { addListedPhrases(in: window) }
    let numbers = NamesBesideNumbers(text: text, classes: classes, words: tables.bodyWords)
    for name in numbers.carriers() where !isWithinSpan(name) { take(name, .organization) }
    for index in spans.indices where spans[index].tokens.count > 1 {
      cutFirstWord(of: index)
      cutHonorific(of: index)
      cutAdjective(of: index)
    }
    for index in spans.indices { splitPair(index) }
    for index in spans.indices where isBody(spans[index]) { spans[index].kind = .organization }
    for index in spans.indices { takeSaintsHouse(index) }
    for index in spans.indices
    where holdsOffice(spans[index]) || followsOffice(spans[index]) || isOfFamily(spans[index]) {
      spans[index] = NameSpan(spans[index].tokens, .person, "office-behind")
    }
    for window in windows { takeAbbreviation(in: window) }
    var votes = vote()
    let evidence = BodyEvidence(among: spans, in: text, classes, words: tables.bodyWords)
    correct(&votes, by: evidence)
    for index in spans.indices where !spans[index].tokens.isEmpty {
      guard let kind = votes[text.hash(of: spans[index].tokens)] else { continue }
      spans[index].kind = kind
    }
    let known = KnownNames(among: spans, in: text, classes)
    for window in windows { addMissed(in: window, votes, known) }
    for window in windows { addCalled(in: window, evidence) }
    return numbers.withoutModels(spans.filter { !$0.tokens.isEmpty })
  }

  /// Listed names of several words that the tagger cut or passed over, and acronyms and countries it passed over.
  private func addListedPhrases(in window: Range<Int>) {
    var index = window.lowerBound
    while index < window.upperBound {
      let length = Int(classes.length[index])
      guard length > 0, index + length <= window.upperBound else {
        index += 1
        continue
      }
      let phrase = index..<index + length
      if let kind = kind(ofListed: phrase), !isWithinSpan(phrase) { take(phrase, kind) }
      index += length
    }
  }

  private func kind(ofListed phrase: Range<Int>) -> NameSpan.Kind? {
    let known = classes.phrase[phrase.lowerBound]
    let isLong = phrase.count > 1
    let holder = Int(owner[phrase.lowerBound])
    // The tagger takes "Harun" in "Harun rebels" for an adjective.
    let isFree = holder == 0 || known.contains(.group) && spans[holder - 1].kind == .other
    guard isLong || isFree else { return nil }
    if !isLong {
      guard text.tokens[phrase.lowerBound].isCapitalised, !isBesideCapital(phrase) else { return nil }
      // In capitals, "WHO" is not the word that asks.
      let isAcronym = text.tokens[phrase.lowerBound].isAllCaps
      if known.contains(.group), isGroup(phrase.lowerBound, known) { return .organization }
      guard holder == 0 else { return nil }
      let isAmbiguous =
        !known.isDisjoint(with: [.givenName, .surname, .demonym, .never])
        || (known.contains(.commonWord) && !isAcronym)
      guard !isAmbiguous else { return nil }
      if known.contains(.country) { return .place }
      if known.contains(.seat) { return .organization }
      // "Boeing said": what speaks is the body, and not what it makes.
      let isSpeaker = isBesideSpeech(phrase.lowerBound) && known.isDisjoint(with: [.vocabulary, .place])
      if isSpeaker, known.contains(.organization) { return .organization }
      return isAcronym && !known.isDisjoint(with: [.organization, .group]) ? .organization : nil
    }
    if !known.isDisjoint(with: [.organization, .group, .seat]) { return .organization }
    if !known.isDisjoint(with: [.country, .place]) { return .place }
    return known.contains(.otherName) ? .other : nil
  }

  /// Whether one word is surely the group that the lists have of it: "against the Brethren".
  ///
  /// Where somebody may have it as a family name, what stands beside it has to make it the name of many: "the Harun
  /// militia", "Lund's Harun rebels".
  private func isGroup(_ token: Int, _ known: NameClass) -> Bool {
    guard !text.tokens[token].flags.contains(.firstWord),
      known.isDisjoint(with: [.givenName, .demonym, .never, .commonWord, .vocabulary])
    else { return false }
    guard known.contains(.surname) else { return true }
    let next = token + 1
    guard next < text.tokens.count, text.tokens[next].kind == .word, !text.tokens[next].isCapitalised,
      !text.tokens[next].flags.contains(.clitic)
    else { return false }
    if classes.alone[next].contains(.force) { return true }
    return token > 0
      && (classes.alone[token - 1].contains(.determiner) || text.tokens[token - 1].flags.contains(.clitic))
  }

  /// Whether another capital stands close by; a common word that begins the sentence has its capital from there.
  private func isBesideCapital(_ phrase: Range<Int>) -> Bool {
    let before = phrase.lowerBound - 1
    let after = phrase.upperBound
    if before >= 0, text.isCapitalWord(before) {
      let isOpener =
        text.tokens[before].flags.contains(.firstWord) && classes.alone[before].contains(.commonWord)
      if !isOpener { return true }
    }
    return text.isCapitalWord(after)
  }

  private func isWithinSpan(_ phrase: Range<Int>) -> Bool {
    let first = owner[phrase.lowerBound]
    return first != 0 && owner[phrase].allSatisfy { $0 == first }
  }

  private func take(_ tokens: Range<Int>, _ kind: NameSpan.Kind) {
    for token in tokens where owner[token] != 0 {
      let index = Int(owner[token] - 1)
      for other in spans[index].tokens { owner[other] = 0 }
      spans[index].tokens = 0..<0
    }
    add(tokens, kind, "list")
  }

  /// Adds a span of tokens that are of no other.
  private func add(_ tokens: Range<Int>, _ kind: NameSpan.Kind, _ rule: StaticString) {
    spans.append(NameSpan(tokens, kind, rule))
    for token in tokens { owner[token] = Int32(spans.count) }
  }

  /// Cuts a common word that only begins the sentence, where the rest is a name elsewhere: "Later Keller left".
  private func cutFirstWord(of index: Int) {
    let tokens = spans[index].tokens
    let first = tokens.lowerBound
    guard text.tokens[first].flags.contains(.firstWord), classes.length[first] <= 1,
      !classes.alone[first].isDisjoint(with: [.commonWord, .vocabulary, .never]),
      !classes.isGivenAlone(first) || spans[index].kind != .person,
      names.contains(text.hash(of: tokens.dropFirst()))
    else { return }
    spans[index].tokens = first + 1..<tokens.upperBound
    owner[first] = 0
  }

  /// Cuts an honorific off what the tagger took for another kind of name: it makes a person of what follows.
  ///
  /// A rank does so before a given name.
  private func cutHonorific(of index: Int) {
    let tokens = spans[index].tokens
    guard tokens.count > 1, spans[index].kind != .person, classes.length[tokens.lowerBound] <= 1 else {
      return
    }
    let first = classes.alone[tokens.lowerBound]
    let last = classes.alone[tokens.upperBound - 1]
    let isRanked =
      first.contains(.rank) && tokens.count > 2 && classes.alone[tokens.lowerBound + 1].contains(.givenName)
    guard first.contains(.honorific) || isRanked,
      first.isDisjoint(with: [.givenName, .office, .placeFirst, .placeLast]),
      last.isDisjoint(with: [.organizationLast, .placeLast]),
      classes.phrase[tokens.lowerBound + 1].isDisjoint(with: [.country, .place, .organization])
    else { return }
    spans[index] = NameSpan(tokens.lowerBound + 1..<tokens.upperBound, .person, "honorific")
    owner[tokens.lowerBound] = 0
  }

  /// Whether an office behind a name makes a person of what the tagger took for a body: "Oda Brink, the acting mayor,".
  private func holdsOffice(_ span: NameSpan) -> Bool {
    guard mayHoldOffice(span) else { return false }
    let behind = span.tokens.upperBound + 1
    let hasArticle = listed(behind)?.classes.contains(.determiner) == true
    var index = hasArticle ? behind + 1 : behind
    while index < text.tokens.count, tables.modifiers.contains(text.tokens[index]) { index += 1 }
    guard let office = listed(index), office.classes.contains(.smallOffice), !text.tokens[index].isCapitalised
    else { return false }
    let end = index + office.length
    return hasArticle && isComma(end) || listed(end)?.classes.contains(.connector) == true
  }

  /// Whether what was taken for no person, and has a comma behind it, may be somebody's full name.
  private func mayHoldOffice(_ span: NameSpan) -> Bool {
    span.tokens.count > 1 && span.tokens.count < 5 && span.kind != .person
      && isComma(span.tokens.upperBound)
      && classes.phrase[span.tokens.lowerBound].isDisjoint(with: .names)
      && span.tokens.allSatisfy { mayBeOfPerson($0) }
  }

  /// Whether an office between an article and a comma makes a person of what follows: "the speaker of the house, Oda
  /// Brink,", "Speaker of the house, Oda Brink,", "the house's speaker, Oda Brink,".
  private func followsOffice(_ span: NameSpan) -> Bool {
    let comma = span.tokens.lowerBound - 1
    guard comma > 2, isComma(comma), mayHoldOffice(span) else { return false }
    for index in stride(from: comma - 1, through: max(1, comma - Self.reachOfOffice), by: -1) {
      guard text.tokens[index].kind == .word else { return false }
      let opens = text.tokens[index].flags.contains(.firstWord)
      guard let office = listed(index), office.classes.contains(.smallOffice),
        !text.tokens[index].isCapitalised || opens
      else { continue }
      let end = index + office.length
      let article =
        opens || text.tokens[index - 1].flags.contains(.clitic)
        || listed(index - 1)?.classes.contains(.determiner) == true
      return article && (end == comma || listed(end)?.classes.contains(.connector) == true)
    }
    return false
  }

  /// Whether a word behind a comma is whose name the words before it ask for: "with his wife, Oda,".
  private func isOfFamily(_ span: NameSpan) -> Bool {
    let comma = span.tokens.lowerBound - 1
    return span.tokens.count < 4 && span.kind != .person && comma > 2 && isComma(comma)
      && classes.listed(span.tokens).isEmpty && span.tokens.allSatisfy { mayBeOfPerson($0) }
      && classes.alone[comma - 1].contains(.roleCue) && classes.alone[comma - 2].contains(.determiner)
  }

  /// Words that may stand before the comma in "the speaker of the old house, Oda Brink,".
  private static let reachOfOffice = 6

  /// Takes in what is called by a saint: "St Brannock's Hospital" is a body, and "St Brannock's Bridge" a place.
  private func takeSaintsHouse(_ index: Int) {
    let tokens = spans[index].tokens
    guard tokens.count > 1, spans[index].kind != .organization, tokens.upperBound + 1 < text.tokens.count,
      classes.alone[tokens.lowerBound].contains(.particle), classes.listed(tokens).isEmpty,
      text.tokens[tokens.upperBound].flags.contains(.clitic), owner[tokens.upperBound] == 0,
      text.isCapitalWord(tokens.upperBound + 1)
    else { return }
    if owner[tokens.upperBound + 1] != 0 {
      let house = spans[Int(owner[tokens.upperBound + 1]) - 1]
      guard house.kind == .organization, house.tokens.lowerBound == tokens.upperBound + 1,
        house.tokens.last.map({ classes.alone[$0].contains(.organizationLast) }) ?? false
      else { return }
      take(tokens.lowerBound..<house.tokens.upperBound, .organization)
      return
    }
    let last = classes.alone[tokens.upperBound + 1]
    guard !last.isDisjoint(with: [.organizationLast, .placeLast]) else { return }
    take(
      tokens.lowerBound..<tokens.upperBound + 2, last.contains(.organizationLast) ? .organization : .place)
  }

  /// Whether the last word of what was taken for a place is one that bodies end in: "Harbour University".
  private func isBody(_ span: NameSpan) -> Bool {
    guard span.kind == .place, span.tokens.count > 1, classes.listed(span.tokens).isEmpty else {
      return false
    }
    let last = classes.alone[span.tokens.upperBound - 1]
    return last.contains(.organizationLast) && last.isDisjoint(with: [.placeLast, .place, .country])
      && text.tokens[span.tokens.upperBound - 1].isCapitalised
  }

  private func isComma(_ token: Int) -> Bool {
    token < text.tokens.count && text.byte(token) == UInt8(ascii: ",")
  }

  /// What the lists know of the phrase at a token, which may lie further from a name than is looked up for all.
  private func listed(_ token: Int) -> (classes: NameClass, length: Int)? {
    guard token < text.tokens.count else { return nil }
    return tables.lexicon.longestMatch(at: token, before: text.tokens.count, in: text.tokens).map {
      (NameClass(rawValue: $0.value), $0.length)
    }
  }

  private func mayBeOfPerson(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && text.tokens[token].isCapitalised && !text.tokens[token].isAllCaps
      && classes.alone[token].isDisjoint(
        with: [.organizationLast, .organizationFirst, .placeLast, .placeFirst, .institution, .never])
  }

  /// Parts two listed names that a small word joins: "North America and Europe", but not "Trinidad and Tobago".
  private func splitPair(_ index: Int) {
    let tokens = spans[index].tokens
    guard tokens.count > 2, classes.length[tokens.lowerBound] > 0 else { return }
    let joint = tokens.lowerBound + Int(classes.length[tokens.lowerBound])
    guard joint + 1 < tokens.upperBound, classes.alone[joint].contains(.connector),
      classes.alone[joint].contains(.commonWord), text.tokens[joint].kind == .word,
      !text.tokens[joint].isCapitalised,
      let first = listedKind(tokens.lowerBound..<joint),
      let second = listedKind(joint + 1..<tokens.upperBound),
      first == second
    else { return }
    spans[index].tokens = tokens.lowerBound..<joint
    spans[index].kind = first
    owner[joint] = 0
    add(joint + 1..<tokens.upperBound, second, "list")
  }

  private func listedKind(_ tokens: Range<Int>) -> NameSpan.Kind? {
    let known = classes.listed(tokens)
    if !known.isDisjoint(with: .places) { return .place }
    return known.isDisjoint(with: [.organization, .group]) ? nil : .organization
  }

  /// Takes a whole window that the word before it calls a body, where nothing was found in it.
  private func addCalled(in window: Range<Int>, _ evidence: BodyEvidence) {
    guard window.count <= 5, window.allSatisfy({ owner[$0] == 0 }), text.isCapitalWord(window.lowerBound),
      window.allSatisfy({ classes.alone[$0].isDisjoint(with: [.never, .demonym, .honorific, .office]) }),
      evidence.isCalledBody(window)
    else { return }
    add(window, .organization, "called")
  }

  /// Whether a word in brackets is made of the first letters of the words before it: "Rivers and Locks Board (Rlb)".
  private func isInitials(_ index: Int, of name: Range<Int>) -> Bool {
    var letters = text.bytes[text.tokens[index].lower..<text.tokens[index].upper]
    guard text.tokens[index].isCapitalised, (3...8).contains(letters.count) else { return false }
    for token in name
    where text.isCapitalWord(token) && text.byte(token) | 0x20 == letters.first.map({ $0 | 0x20 }) {
      letters.removeFirst()
    }
    return letters.isEmpty
  }

  /// Capitals alone in brackets behind an organization's name of several words are its short form.
  private func takeAbbreviation(in window: Range<Int>) {
    let index = window.lowerBound
    guard window.count == 1, index > 1, index + 1 < text.tokens.count, owner[index - 2] != 0,
      text.tokens[index].isAllCaps || isInitials(index, of: spans[Int(owner[index - 2]) - 1].tokens),
      text.tokens[index].upper - text.tokens[index].lower > 1,
      text.byte(index - 1) == UInt8(ascii: "("), text.byte(index + 1) == UInt8(ascii: ")")
    else { return }
    let named = spans[Int(owner[index - 2]) - 1]
    guard named.kind == .organization, named.tokens.count > 1 else { return }
    take(window, .organization)
    shortForms.insert(text.hash(of: window))
  }

  /// Cuts the adjectives of peoples and faiths behind a listed organization: "Hamas Islamist fighters".
  private func cutAdjective(of index: Int) {
    let tokens = spans[index].tokens
    guard !tokens.isEmpty else { return }
    let end = tokens.lowerBound + Int(classes.length[tokens.lowerBound])
    guard end > tokens.lowerBound, end < tokens.upperBound,
      !classes.phrase[tokens.lowerBound].isDisjoint(with: [.organization, .group]),
      (end..<tokens.upperBound).allSatisfy({ classes.alone[$0].contains(.demonym) })
    else { return }
    spans[index] = NameSpan(tokens.lowerBound..<end, .organization, "list")
    for token in end..<tokens.upperBound { owner[token] = 0 }
  }

  /// The kind of each name by what most of its places say; a list counts as two of them.
  private func vote() -> [UInt64: NameSpan.Kind] {
    var counts: [UInt64: SIMD4<Int32>] = [:]
    for span in spans where !span.tokens.isEmpty {
      var ballot = counts[text.hash(of: span.tokens)] ?? .zero
      if ballot == .zero { ballot = listed(span.tokens) }
      ballot[span.kind.rawValue] += 2
      counts[text.hash(of: span.tokens)] = ballot
    }
    // A family name goes with the full names that end so.
    for span in spans where span.kind == .person && span.tokens.count > 1 {
      let name = span.familyName(in: text)
      guard var ballot = counts[text.tokens[name].hash] else { continue }
      // One that stands in front is told by its form: "Moon Sae-in".
      ballot[NameSpan.Kind.person.rawValue] += name == span.tokens.lowerBound ? 6 : 3
      counts[text.tokens[name].hash] = ballot
    }
    return counts.compactMapValues { ballot in
      let most = ballot.max()
      let best = NameSpan.Kind.allCases.filter { ballot[$0.rawValue] == most }
      return best.count == 1 ? best[0] : nil
    }
  }

  /// Gives to bodies what the words beside it show to be one.
  private func correct(_ votes: inout [UInt64: NameSpan.Kind], by evidence: BodyEvidence) {
    for span in spans where !span.tokens.isEmpty {
      let key = text.hash(of: span.tokens)
      if shortForms.contains(key) || evidence.isBody(span.tokens, read: votes[key] ?? span.kind) {
        votes[key] = .organization
      }
    }
  }

  private func listed(_ tokens: Range<Int>) -> SIMD4<Int32> {
    var ballot = SIMD4<Int32>.zero
    let known = classes.listed(tokens)
    if known.contains(.country) { ballot[NameSpan.Kind.place.rawValue] += 3 }
    if known.contains(.seat), !known.contains(.place) { ballot[NameSpan.Kind.organization.rawValue] += 5 }
    if known.contains(.place) { ballot[NameSpan.Kind.place.rawValue] += 1 }
    if !known.isDisjoint(with: [.organization, .group]) { ballot[NameSpan.Kind.organization.rawValue] += 2 }
    if known.contains(.otherName) {
      // Of several words, what a list has as the name of a thing is that, and nobody.
      let isThing = tokens.count > 1 && known.isDisjoint(with: NameClass.names.subtracting(.otherName))
      ballot[NameSpan.Kind.other.rawValue] += isThing ? 1000 : 3
    }
    return ballot
  }

  /// Capitals that stand alone and are names elsewhere in the text, or the family name of whom it names in full.
  private func addMissed(
    in window: Range<Int>, _ votes: [UInt64: NameSpan.Kind], _ names: KnownNames
  ) {
    for index in window where owner[index] == 0 {
      let token = text.tokens[index]
      guard token.kind == .word, token.isCapitalised else { continue }
      if let lengths = names.lengths[token.hash], addMissed(at: index, ofLengths: lengths, votes) { continue }
      guard !isBesideCapital(index..<index + 1) else { continue }
      let known = classes.alone[index]
      guard known.isDisjoint(with: [.never, .commonWord, .demonym, .honorific, .office]) else { continue }
      let kind =
        votes[token.hash] ?? (isFamilyName(index, of: names) || isGivenName(index, of: names) ? .person : nil)
      guard let kind, kind != .other else { continue }
      add(index..<index + 1, kind, "elsewhere")
    }
  }

  /// Whether a word is somebody's family name, and nothing else that the lists or the text know.
  private func isFamilyName(_ index: Int, of names: KnownNames) -> Bool {
    (names.families.contains(text.tokens[index].hash)
      || names.lastWords.contains(text.tokens[index].hash) && isBesideSpeech(index))
      && classes.alone[index].isDisjoint(with: NameClass.bodiesAndPlaces.union([.vocabulary, .givenName]))
      && !text.printsSmall(text.tokens[index])
  }

  /// Whether a verb of saying stands beside a word: "Keller said", "said Keller".
  private func isBesideSpeech(_ index: Int) -> Bool {
    index > 0 && classes.alone[index - 1].contains(.speechCue)
      || index + 1 < text.tokens.count && classes.alone[index + 1].contains(.speechCue)
  }

  /// Whether a word is the given name of somebody whom the text names in full, and nothing else that is known.
  private func isGivenName(_ index: Int, of names: KnownNames) -> Bool {
    names.givenNames.contains(text.tokens[index].hash)
      && classes.alone[index].isDisjoint(
        with: NameClass.bodiesAndPlaces.union([.vocabulary, .titles, .otherName]))
      && classes.length[index] <= 1 && !text.printsSmall(text.tokens[index])
  }

  /// Adds a name of several words that the text has elsewhere, where nothing else with a capital stands beside it.
  private func addMissed(
    at index: Int, ofLengths lengths: Set<Int>, _ votes: [UInt64: NameSpan.Kind]
  ) -> Bool {
    for length in lengths.sorted(by: >) where index + length <= text.tokens.count {
      let tokens = index..<index + length
      guard let kind = votes[text.hash(of: tokens)], kind != .other, owner[tokens].allSatisfy({ $0 == 0 }),
        !isBesideCapital(tokens), classes.length[index] <= length
      else { continue }
      // The same words in small letters are no name.
      let isPrinted = tokens.allSatisfy {
        text.isCapitalWord($0) || text.tokens[$0].kind != .word || isSmallPart($0)
      }
      guard isPrinted else { continue }
      add(tokens, kind, "elsewhere")
      return true
    }
    return false
  }

  private func isSmallPart(_ index: Int) -> Bool {
    !classes.alone[index].isDisjoint(with: [.particle, .connector])
  }
}
