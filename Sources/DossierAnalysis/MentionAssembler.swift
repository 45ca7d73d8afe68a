import DossierModel
import DossierSource

/// Makes mentions of names: without titles, articles and possessives, each with its finer kind.
struct MentionAssembler {
  private let text: TokenizedText
  private let classes: WordClasses
  private let trimmer: NameTrimmer
  private let titles: TitleFinder
  private let adjectives: AdjectiveMentions
  private let tables: NameTables
  /// Last words of the persons' names of this text, and of those of several words alone.
  private let familyNames: Set<UInt64>
  private let fullNames: Set<UInt64>
  private let names: [NameSpan]

  init(text: TokenizedText, classes: WordClasses, tables: NameTables, names: [NameSpan]) {
    self.text = text
    self.classes = classes
    self.tables = tables
    self.names = names
    let persons = names.filter { $0.kind == .person }
    familyNames = Set(persons.map { text.tokens[$0.tokens.upperBound - 1].hash })
    fullNames = Set(
      persons.filter { $0.tokens.count > 1 }.map { text.tokens[$0.tokens.upperBound - 1].hash })
    trimmer = NameTrimmer(text: text, classes: classes, tables: tables)
    titles = TitleFinder(text: text, classes: classes, tables: tables)
    adjectives = AdjectiveMentions(text: text, classes: classes, tables: tables)
  }

  /// The mentions of names and of what adjectives name, in order and without overlap.
  func mentions() -> [Mention] {
    var mentions: [Mention] = []
    let others = adjectives.found()
    var next = 0
    var sentence = 0
    func append(_ mention: Mention?) {
      guard let mention, !mention.range.isEmpty else { return }
      if let last = mentions.last, last.range.upperBound > mention.range.lowerBound { return }
      // "Norland River Minister Berg": what was taken for a place of that name is part of the title.
      if let title = mention.title, let last = mentions.last, title.contains(last.range),
        last.kind != .person, last.kind != .country, last.range.count < title.count,
        isUnlistedName(last)
      {
        mentions.removeLast()
      }
      mentions.append(mention)
    }
    for name in names.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) where name.kind != .other {
      while next < others.count, others[next].tokens.lowerBound <= name.tokens.lowerBound {
        // A longer name that begins with the adjective is the better reading, but not a shorter one.
        let other = others[next].tokens
        if !(other.overlaps(name.tokens) && name.tokens.upperBound > other.upperBound) {
          append(mention(ofAdjective: others[next], sentence: &sentence))
        }
        next += 1
      }
      append(mention(of: name, sentence: &sentence))
    }
    while next < others.count {
      append(mention(ofAdjective: others[next], sentence: &sentence))
      next += 1
    }
    return mentions
  }

  /// Whether a mention is of several words that no list has as a name.
  private func isUnlistedName(_ mention: Mention) -> Bool {
    let tokens = text.tokens(in: mention.range)
    return tokens.count > 1 && classes.listed(tokens).isDisjoint(with: .bodiesAndPlaces)
  }

  private func mention(of name: NameSpan, sentence: inout Int) -> Mention? {
    let tokens = trimmer.trimmed(name.tokens, isPerson: name.kind == .person)
    guard !tokens.isEmpty, !isTitle(tokens, kind: name.kind) else { return nil }
    advance(&sentence, to: tokens.lowerBound)
    var title: Range<Int>?
    if name.kind == .person {
      title = titles.title(before: tokens.lowerBound, from: text.sentenceTokens[sentence].lowerBound)
    }
    return Mention(
      range: rangeWithoutEnding(tokens), kind: kind(of: name.kind, tokens), form: .name,
      title: title.map(text.range),
      sentence: sentence, rule: Rule("name:\(name.rule)"))
  }

  /// Whether nothing but a title is left of a name: it names nobody.
  ///
  /// A title that is somebody's family name in this text is one: "Major", of John Major.
  private func isTitle(_ tokens: Range<Int>, kind: NameSpan.Kind) -> Bool {
    guard tokens.count == 1 else { return false }
    let token = text.tokens[tokens.lowerBound]
    let known = classes.alone[tokens.lowerBound]
    let isDotted = token.flags.contains(.dotted)
    // "Inc." ends names and is none.
    if isDotted, known.contains(.organizationLast) { return true }
    guard kind == .person || known.contains(.honorific), !known.isDisjoint(with: .titles) else {
      return false
    }
    return isDotted
      || known.isDisjoint(with: NameClass.names.union([.givenName, .surname]))
        && !fullNames.contains(token.hash)
  }

  /// The name's range without the ending it takes in the genitive, where it is known without it too.
  private func rangeWithoutEnding(_ tokens: Range<Int>) -> TextRange {
    let range = text.range(tokens)
    guard !tables.endings.isEmpty else { return range }
    let name = text.string(range)
    for ending in tables.endings where name.hasSuffix(ending) {
      let base = String(name.dropLast(ending.count))
      let last = base.split(separator: " ").last.map(String.init) ?? base
      guard isKnown(base) || (tokens.count > 1 && isKnown(last)) || isFamilyName(last) else { continue }
      return TextRange(range.lowerBound, range.upperBound - ending.utf8.count)
    }
    return range
  }

  private func isKnown(_ name: String) -> Bool {
    let tokens = Tokenizer().tokens(of: Array(name.utf8))
    guard let match = tables.lexicon.longestMatch(at: 0, before: tokens.count, in: tokens) else {
      return false
    }
    return match.length == tokens.count
      && !NameClass(rawValue: match.value).isDisjoint(with: .names.union([.surname, .givenName]))
  }

  private func isFamilyName(_ name: String) -> Bool {
    Lexicon.hash(of: name).map(familyNames.contains) ?? false
  }

  private func mention(
    ofAdjective found: (tokens: Range<Int>, sort: AdjectiveMentions.Sort), sentence: inout Int
  ) -> Mention {
    advance(&sentence, to: found.tokens.lowerBound)
    let (kind, form, rule): (EntityKind, Mention.Form, String) =
      switch found.sort {
      case .institution: (.organization, .name, "adjective+institution")
      case .people: (.group, .demonym, "people")
      case .force: (.group, .demonym, "adjective+force")
      case .description: (.person, .description, "adjective+office")
      }
    return Mention(
      range: text.range(found.tokens), kind: kind, form: form, title: nil, sentence: sentence,
      rule: Rule("name:\(rule)"))
  }

  private func advance(_ sentence: inout Int, to token: Int) {
    while sentence + 1 < text.sentenceTokens.count, text.sentenceTokens[sentence].upperBound <= token {
      sentence += 1
    }
    while sentence > 0, text.sentenceTokens[sentence].lowerBound > token { sentence -= 1 }
  }

  private func kind(of kind: NameSpan.Kind, _ tokens: Range<Int>) -> EntityKind {
    let known = classes.listed(tokens)
    switch kind {
    case .person: return .person
    case .place: return known.contains(.country) ? .country : .place
    case .organization: return known.contains(.group) ? .group : .organization
    case .other: return .other
    }
  }
}
