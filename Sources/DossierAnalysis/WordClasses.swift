/// What the lists say of each token of a text, alone and as part of the phrases it stands in.
struct WordClasses {
  /// Where a token stands in a listed name.
  enum Place: UInt8 { case none, single, first, middle, last }

  private(set) var alone: [NameClass]
  /// The classes of the longest listed name that covers the token.
  private(set) var phrase: [NameClass]
  private(set) var place: [Place]
  /// How many tokens the listed name has that begins here; 0 where none does.
  private(set) var length: [UInt8]

  /// What the lists know of some tokens as one phrase; nothing where they have no such phrase.
  func listed(_ tokens: Range<Int>) -> NameClass {
    guard let first = tokens.first, Int(length[first]) == tokens.count else { return [] }
    return phrase[first]
  }

  /// The words of a listed adjective or noun for a people that begins here and is of several: "North Korean".
  func peoplePhrase(at first: Int) -> Range<Int>? {
    guard place[first] == .first, !phrase[first].isDisjoint(with: [.demonym, .people]) else { return nil }
    var last = first + 1
    while last < place.count - 1, place[last] == .middle { last += 1 }
    return first..<last + 1
  }

  /// Whether a word is an ordinary one too: by the lists, or as the same text has it in small letters.
  func isOrdinary(_ token: Int, in text: TokenizedText) -> Bool {
    !alone[token].isDisjoint(with: [.vocabulary, .commonWord]) || text.printsSmall(text.tokens[token])
  }

  /// Whether a word is a given name and no small word of the language, as "Will" is: "Mark", "Guy".
  func isGivenAlone(_ token: Int) -> Bool {
    alone[token].contains(.givenName) && alone[token].isDisjoint(with: [.commonWord, .never])
  }

  init(of text: TokenizedText, tables: NameTables) {
    let count = text.tokens.count
    alone = [NameClass](repeating: [], count: count)
    phrase = alone
    place = [Place](repeating: .none, count: count)
    length = [UInt8](repeating: 0, count: count)
    for index in 0..<count {
      let token = text.tokens[index]
      guard let value = tables.lexicon.value(of: token.hash) else { continue }
      alone[index] = NameClass(rawValue: value)
    }
    for tokens in text.sentenceTokens {
      let isShouted = Self.isShouted(text.tokens[tokens])
      matchPhrases(in: tokens, of: text, tables, isShouted)
    }
  }

  /// A heading in capitals, where capitals say nothing of a word.
  static func isShouted(_ tokens: ArraySlice<Token>) -> Bool {
    var words = 0
    for token in tokens where token.kind == .word {
      if token.flags.contains(.hasLowercase) { return false }
      words += 1
    }
    return words > 3
  }

  private mutating func matchPhrases(
    in tokens: Range<Int>, of text: TokenizedText, _ tables: NameTables, _ isShouted: Bool
  ) {
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let token = text.tokens[index]
      guard token.kind == .word || token.kind == .number else {
        index += 1
        continue
      }
      var match = tables.lexicon.longestMatch(at: index, before: tokens.upperBound, in: text.tokens)
      if token.isAllCaps, !isShouted,
        let acronym = tables.acronyms.longestMatch(at: index, before: tokens.upperBound, in: text.tokens),
        acronym.length >= match?.length ?? 0
      {
        let classes = (match?.length == acronym.length ? match?.value ?? 0 : 0) | acronym.value
        match = Lexicon.Match(length: acronym.length, value: classes)
      }
      guard let match, !isArticleOnly(match, at: index, before: tokens.upperBound, text) else {
        index += 1
        continue
      }
      index += mark(match, at: index, text)
    }
  }

  /// Whether a listed name with an article is not meant: "The national picture", "The National Institute".
  private func isArticleOnly(
    _ match: Lexicon.Match, at index: Int, before end: Int, _ text: TokenizedText
  ) -> Bool {
    guard match.length > 1, alone[index].contains(.determiner),
      !NameClass(rawValue: match.value).isDisjoint(with: .organization)
    else { return false }
    if !text.tokens[index + 1].isCapitalised { return true }
    let next = index + match.length
    return match.length == 2 && next < end && text.tokens[next].kind == .word
      && text.tokens[next].isCapitalised && !text.tokens[next].flags.contains(.clitic)
  }

  /// Marks a listed phrase and tells how many tokens were used.
  private mutating func mark(_ match: Lexicon.Match, at index: Int, _ text: TokenizedText) -> Int {
    let end = index + match.length
    let classes = NameClass(rawValue: match.value)
    let isPrintedAsName = text.tokens[index..<end].contains {
      $0.isCapitalised || $0.flags.contains(.innerCapital)
    }
    if match.length == 1 { alone[index].formUnion(classes) }
    guard isPrintedAsName || match.length > 1 else { return 1 }
    if !classes.isDisjoint(with: [.names, .givenName, .surname]) {
      length[index] = UInt8(truncatingIfNeeded: match.length)
    }
    for token in index..<end {
      phrase[token] = classes
      place[token] =
        match.length == 1 ? .single : token == index ? .first : token == end - 1 ? .last : .middle
    }
    return match.length
  }
}
