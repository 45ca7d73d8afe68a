import DossierModel
import DossierSource

/// Finds what an article names: persons, places, organizations, peoples, and descriptions of persons.
///
/// Names come from the trained tagger where the language has one, else from the lists. What a whole corpus is needed
/// for, such as who "the Turkish president" is, stays open for Linking.
package struct EntityRecognizer: Sendable {
  private let tables: NameTables

  package init(tables: NameTables) { self.tables = tables }

  /// The mentions of a text, in order and without overlap.
  package func mentions(in text: TokenizedText) -> [Mention] {
    let classes = WordClasses(of: text, tables: tables)
    let found = names(in: text, classes)
    let names = found.filter {
      !isNamesake($0, in: text, classes) && !isPlaceCode($0, in: text) && !isNoName($0, classes)
        && !isCredit($0, behind: found, in: text) && !isOpenersCapital($0, in: text)
        && !isTitleAlone($0, classes)
    }
    return MentionAssembler(text: text, classes: classes, tables: tables, names: names).mentions()
  }

  /// Whether it only tells in which state the place before it lies: "Portsea, Ore.".
  private func isPlaceCode(_ name: NameSpan, in text: TokenizedText) -> Bool {
    let first = name.tokens.lowerBound
    guard first > 1, isCode(name.tokens, in: text), text.tokens[first - 2].isCapitalised else {
      return false
    }
    // "R-Tex.": the state of a politician.
    if text.byte(first - 1) == UInt8(ascii: "-"), text.tokens[first - 2].flags.contains(.singleLetter) {
      return true
    }
    guard text.byte(first - 1) == UInt8(ascii: ",") else { return false }
    let code = text.tokens[first]
    return code.isAllCaps || code.flags.contains(.dotted)
      || first + 1 < text.tokens.count && text.byte(first + 1) == UInt8(ascii: ".")
  }

  /// Whether nothing but an honorific of several words was taken for a person: "Tan Sri".
  private func isTitleAlone(_ name: NameSpan, _ classes: WordClasses) -> Bool {
    guard name.kind == .person, let first = name.tokens.first, let last = name.tokens.last, first < last
    else {
      return false
    }
    return classes.phrase[first].contains(.honorific) && classes.place[first] == .first
      && classes.place[last] == .last
  }

  /// Whether somebody is only named for a picture, behind the slash of an agency: "WP Photo/Anna Berg".
  private func isCredit(_ name: NameSpan, behind names: [NameSpan], in text: TokenizedText) -> Bool {
    let slash = name.tokens.lowerBound - 1
    guard name.kind == .person, name.tokens.count > 1, slash > 0, text.byte(slash) == UInt8(ascii: "/"),
      text.tokens[slash].isJoined, text.tokens[slash + 1].isJoined
    else { return false }
    return names.contains { $0.tokens.upperBound == slash && $0.kind == .organization }
  }

  /// Whether a word that is taken for a person has its capital only from the sentences that it opens: "Bill would pass",
  /// of a bill that the text has in small letters.
  private func isOpenersCapital(_ name: NameSpan, in text: TokenizedText) -> Bool {
    guard name.kind == .person, name.tokens.count == 1, let only = name.tokens.first,
      text.tokens[only].flags.contains(.firstWord), text.printsSmall(text.tokens[only])
    else { return false }
    let hash = text.tokens[only].hash
    return !text.tokens.contains { $0.hash == hash && $0.isCapitalised && !$0.flags.contains(.firstWord) }
  }

  /// Whether it is the short form of a state, with or without its stop.
  private func isCode(_ tokens: Range<Int>, in text: TokenizedText) -> Bool {
    tables.placeCodes.contains(text.tokens[tokens.lowerBound])
      && tokens.dropFirst().allSatisfy { text.tokens[$0].kind == .punctuation }
  }

  /// Whether a word that names nothing was taken for a place or a body, or an adjective of several words: "Latin American".
  private func isNoName(_ name: NameSpan, _ classes: WordClasses) -> Bool {
    guard name.kind != .person, let first = name.tokens.first, let last = name.tokens.last else {
      return false
    }
    guard first < last else {
      return classes.alone[first].contains(.never)
        && classes.listed(name.tokens).isDisjoint(with: .bodiesAndPlaces)
    }
    return classes.phrase[first] == .demonym && classes.place[first] == .first
      && classes.place[last] == .last
  }

  /// Whether something bears the name of a place, which is not what is meant then: "the Bergen process".
  ///
  /// What begins with a word for a body is one: "Council of the Bergen Accord".
  private func isNamesake(_ name: NameSpan, in text: TokenizedText, _ classes: WordClasses) -> Bool {
    guard name.kind == .place || name.kind == .organization else { return false }
    let (first, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    if name.tokens.count > 1, tables.namesakes.contains(text.tokens[end - 1]) {
      return !classes.alone[first].contains(.organizationFirst)
        || !tables.genitiveMarkers.contains(text.tokens[first + 1])
    }
    return name.kind == .place
      && tables.namesakes.longestMatch(at: end, before: text.tokens.count, in: text.tokens) != nil
  }

  /// A person's name without a word that has its capital from the sentence that it opens.
  ///
  /// "Does Berg agree?" names a Berg. Such a word is one that the text prints small elsewhere too, and no given name
  /// or part of surnames.
  private func withoutOpener(
    _ tokens: Range<Int>, _ kind: NameSpan.Kind, in text: TokenizedText, _ classes: WordClasses
  ) -> Range<Int> {
    let first = tokens.lowerBound
    guard kind == .person, tokens.count > 1, text.tokens[first].flags.contains(.firstWord),
      text.tokens[first + 1].isCapitalised,
      classes.alone[first].isDisjoint(with: [.givenName, .particle, .connector])
    else { return tokens }
    // "Farmer Anna Berg": what nobody is called before somebody's full name.
    let isFull =
      tokens.count == 3 && text.tokens[first + 2].isCapitalised && classes.isOrdinary(first, in: text)
      && classes.alone[first + 1].contains(.givenName)
      && classes.alone[first + 1].isDisjoint(with: .particle)
      && classes.alone[first + 2].isDisjoint(with: .givenName)
    let isWord = !classes.alone[first].contains(.surname) && text.printsSmall(text.tokens[first])
    return isFull || isWord ? tokens.dropFirst() : tokens
  }

  /// The names of persons with the given name that opens their sentence and is an ordinary word too: "Mark Keller".
  ///
  /// Where the text gives the family another given name, it may as well be a verb.
  private func withGivenNames(
    _ spans: [NameSpan], in text: TokenizedText, _ classes: WordClasses
  ) -> [NameSpan] {
    var families: Set<UInt64>?
    let taken = Set(spans.map { $0.tokens.upperBound - 1 })
    return spans.map { span in
      let first = span.tokens.lowerBound - 1
      guard span.kind == .person, span.tokens.count == 1, first >= 0, !taken.contains(first),
        !text.tokens[first + 1].flags.contains(.firstWord),
        text.tokens[first].flags.contains(.firstWord), text.tokens[first].isCapitalised,
        !text.tokens[first].isAllCaps, classes.isGivenAlone(first),
        classes.alone[span.tokens.lowerBound].isDisjoint(with: [.givenName, .honorific])
      else { return span }
      let known = families ?? FullNames(among: spans, in: text, classes).familyNames
      families = known
      guard !known.contains(text.tokens[span.tokens.lowerBound].hash) else { return span }
      return NameSpan(first..<span.tokens.upperBound, .person, "given-name")
    }
  }

  /// The names of persons without the word before them that is none: "Donor Keller" in a headline, "Sly Maria".
  ///
  /// It is none of the given names, and stands before a family name of somebody whom the text names in full, or a
  /// given name that it has more often. Before a family name it is an ordinary word too.
  private func withoutEpithets(
    _ spans: [NameSpan], in text: TokenizedText, _ classes: WordClasses
  ) -> [NameSpan] {
    let full = FullNames(among: spans, in: text, classes)
    guard !full.spans.isEmpty else { return spans }
    let givenNames = repeatedGivenNames(of: full.spans, among: spans, in: text)
    return spans.map { span in
      let first = span.tokens.lowerBound
      let last = span.tokens.upperBound - 1
      guard span.kind == .person, first < last,
        (first + 1..<last).allSatisfy({ text.tokens[$0].kind == .punctuation }),
        classes.alone[first].isDisjoint(with: .personParts),
        !text.tokens[first].flags.contains(.singleLetter)
      else { return span }
      let isEpithet: Bool
      if full.familyNames.contains(text.tokens[last].hash) {
        isEpithet = last == first + 1 && classes.isOrdinary(first, in: text)
      } else {
        let known = classes.alone[last]
        isEpithet =
          givenNames.contains(text.tokens[last].hash) && known.contains(.givenName)
          && !known.contains(.surname)
      }
      return isEpithet ? NameSpan(last..<last + 1, .person, span.rule) : span
    }
  }

  /// The given names of full names that the text has twice, in full or alone.
  private func repeatedGivenNames(
    of full: [NameSpan], among spans: [NameSpan], in text: TokenizedText
  ) -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    for span in full { counts[text.tokens[span.tokens.lowerBound].hash, default: 0] += 1 }
    for span in spans where span.tokens.count == 1 {
      counts[text.tokens[span.tokens.lowerBound].hash]? += 1
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// The place of a tag behind a politician's name, which is all that the tag names: "R-Texas".
  ///
  /// Where the lists know no such place, "(R-La.)" names nothing.
  private func placeOfTag(
    _ tokens: Range<Int>, in text: TokenizedText, _ classes: WordClasses
  ) -> Range<Int>? {
    let start = tokens.lowerBound
    let isWhole = tokens.count > 2 && text.tokens[start].flags.contains(.singleLetter)
    let place = isWhole ? tokens.dropFirst(2) : tokens
    guard place.lowerBound > 1, text.tokens[place.lowerBound - 2].flags.contains(.singleLetter),
      text.tokens[place.lowerBound - 2].isCapitalised, text.byte(place.lowerBound - 1) == UInt8(ascii: "-"),
      text.tokens[place.lowerBound - 1].isJoined
    else { return nil }
    if isCode(place, in: text) { return start..<start }
    if !classes.listed(place).isDisjoint(with: .places) { return place }
    guard place.lowerBound > 2, place.count == 1, place.upperBound < text.tokens.count else { return nil }
    let short = text.tokens[place.lowerBound]
    let isShort = short.isAllCaps || short.flags.contains(.dotted)
    switch text.byte(place.lowerBound - 3) {
    case UInt8(ascii: "("):
      return isShort || text.byte(place.upperBound) == UInt8(ascii: ".") ? start..<start : nil
    case UInt8(ascii: ","): return isShort ? start..<start : nil
    default: return nil
    }
  }

  /// A name that begins with a small particle, with those before it: "van der Berg".
  private func withParticles(
    _ tokens: Range<Int>, _ classes: WordClasses, in text: TokenizedText
  ) -> Range<Int> {
    func isParticle(_ token: Int) -> Bool {
      classes.alone[token].contains(.particle) && text.tokens[token].kind == .word
        && !text.tokens[token].isCapitalised
    }
    var first = tokens.lowerBound
    guard tokens.count > 1, isParticle(first) else { return tokens }
    while first > 0, isParticle(first - 1) { first -= 1 }
    return first..<tokens.upperBound
  }

  /// A name with the number that is its first word's beginning: "21st Rivers".
  private func withNumber(_ tokens: Range<Int>, in text: TokenizedText) -> Range<Int> {
    guard let first = tokens.first, first > 0, text.tokens[first].isJoined, text.tokens[first - 1].isNumber
    else {
      return tokens
    }
    return first - 1..<tokens.upperBound
  }

  /// A person's name with a capital behind it that the person's age follows: "Goh Teck Soon, 71,".
  private func upToAge(_ tokens: Range<Int>, _ kind: NameSpan.Kind, in text: TokenizedText) -> Range<Int> {
    let last = tokens.upperBound
    guard kind == .person, !tokens.isEmpty, last + 3 < text.tokens.count,
      text.tokens[last].kind == .word, text.tokens[last].isCapitalised,
      !text.tokens[last].flags.contains(.firstWord), text.byte(last + 1) == UInt8(ascii: ","),
      text.tokens[last + 2].isNumber, text.tokens[last + 2].upper - text.tokens[last + 2].lower == 2,
      text.byte(last + 3) == UInt8(ascii: ",")
    else { return tokens }
    return tokens.lowerBound..<last + 1
  }

  private func names(in text: TokenizedText, _ classes: WordClasses) -> [NameSpan] {
    guard let model = tables.model else {
      var listed = ListedNames(text: text, classes: classes, endings: tables.endings)
      let names = NameAffixes(text: text, classes: classes, tables: tables, spans: listed.spans()).cut()
      return ThingNames(text: text, classes: classes, tables: tables).withoutThings(names)
    }
    let features = NameFeatures(text: text, classes: classes)
    let trimmer = NameTrimmer(text: text, classes: classes, tables: tables)
    let tagged = NameTagger(model: model).spans(of: features).map { span in
      let tokens = trimmer.trimmed(span.tokens, isPerson: span.kind == .person)
      if let place = placeOfTag(tokens, in: text, classes) { return NameSpan(place, .place, "list") }
      let name = withoutOpener(tokens, span.kind, in: text, classes)
      return NameSpan(
        upToAge(withNumber(withParticles(name, classes, in: text), in: text), span.kind, in: text), span.kind,
        span.rule)
    }.filter { !$0.tokens.isEmpty }
    let given = CutNames(text: text, classes: classes, familyNames: tables.familyNamesInFront).whole(
      withGivenNames(tagged, in: text, classes))
    let joined = HyphenedNames(text: text, classes: classes, tables: tables).joined(given)
    let nicknamed = NicknamedNames(text: text).joined(
      PatronymicNames(text: text, classes: classes).joined(joined))
    let whole = HyphenedWords(text: text, classes: classes).joined(nicknamed)
    let divided = NameDivider(text: text, classes: classes, spans: whole).divided()
    let parts = NameAffixes(text: text, classes: classes, tables: tables, spans: divided).cut()
    let cut = BracketedNames(text: text, classes: classes).joined(parts)
    let titles = TitledNames(text: text, classes: classes)
    let titled = titles.added(
      to: titles.withPlacesOfFirstNames(
        titles.withFirstNames(
          titles.withoutOffices(titles.withoutRanks(titles.withoutSharedOffices(cut))))))
    let parted = withoutEpithets(titled, in: text, classes)
    let families = ParticleNames(text: text, classes: classes).joined(parted)
    let consistency = NameConsistency(text: text, classes: classes, tables: tables, spans: families)
    let settled = HonouredNames(
      text: text, classes: classes, speechVerbs: tables.speechVerbs, phrases: tables.commonPhrases
    ).added(to: consistency.settled(windows: features.windows))
    let beside = NamesBesideNouns(text: text, classes: classes, tables: tables).settled(
      ShoutedWords(text: text, classes: classes).withoutShouts(
        OwnersNames(text: text, classes: classes).added(to: settled)))
    let places = PlacesBesideWords(text: text, classes: classes, tables: tables).asPlaces(beside)
    let names = ThingNames(text: text, classes: classes, tables: tables).withoutThings(places)
    return NumberedNames(text: text, classes: classes).added(
      to: CommonPhrases(text: text, classes: classes, tables: tables).namesAlone(names))
  }
}
