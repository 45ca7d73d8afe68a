import DossierModel
import DossierSource

/// Reads what a line of the editor says, operand by operand, as its verb wants them.
struct DecisionParser {
  /// What may stand behind the operands, as `key=value`.
  enum Key: String, CaseIterable {
    case by, on, why
    case scope = "in"
    case near, kind, title, place
    case relation = "as"
    case what
  }

  private let tokens: DecisionTokens
  private var next = 1
  private var options: [Key: DecisionTokens.Token] = [:]
  private(set) var signature = Decision.Signature()

  /// The action of a line, and who stands behind it.
  static func read(
    _ tokens: DecisionTokens
  ) throws(DecisionTrouble) -> Line {
    var parser = DecisionParser(tokens: tokens)
    let (verb, isRejection) = try parser.verb()
    try parser.readOptions(of: verb)
    let action = try parser.action(of: verb)
    try parser.finish(verb)
    return Line(action: action, signature: parser.signature, isRejection: isRejection)
  }

  /// What a line says.
  struct Line {
    let action: Decision.Action
    let signature: Decision.Signature
    /// `not-` before a verb: the action is not to be proposed.
    let isRejection: Bool
  }

  private init(tokens: DecisionTokens) { self.tokens = tokens }

  private func verb() throws(DecisionTrouble) -> (verb: Decision.Verb, isRejection: Bool) {
    guard let first = tokens.operands.first else {
      throw trouble("no-verb", "there is no verb", "begin the line with one, such as 'same'", at: 1)
    }
    if !first.isQuoted, let verb = Decision.Verb(rawValue: first.text) { return (verb, false) }
    if !first.isQuoted, first.text.hasPrefix("not-"),
      let verb = Decision.Verb(rawValue: String(first.text.dropFirst(4)))
    {
      return (verb, true)
    }
    let verbs = Decision.Verb.allCases.map(\.rawValue)
    let nearest = NearestName.name(to: first.text, among: verbs)
    throw trouble(
      "unknown-verb", "unknown verb '\(first.text)'",
      nearest.map { "did you mean '\($0)'?" } ?? "the verbs are: \(verbs.joined(separator: ", "))",
      at: first.column)
  }

  // MARK: Verbs

  private mutating func action(of verb: Decision.Verb) throws(DecisionTrouble) -> Decision.Action {
    switch verb {
    case .published: .date(.published, try article(), try date())
    case .updated: .date(.updated, try article(), try date())
    case .copied: .date(.copied, try article(), try date())
    case .notDate: .notDate(try article(), try words())
    case .eventDate: .eventDate(try event(), try date())
    case .outlet: .outlet(try article(), try words())
    case .relay: .relay(try article(), try words())
    case .title: .title(try article(), try words())
    case .join: try join()
    case .notice: .notice(try article(), try words())
    case .same, .notSame, .successor, .split, .means, .hide, .page, .redact: try entityAction(of: verb)
    case .pin, .include, .exclude, .merge, .link: try eventAction(of: verb)
    case .speaker: .speaker(try article(), try words(), try speaker())
    case .notSpeech: .notSpeech(try article(), try words())
    case .sameQuote: .sameQuote(try words(), try articles(atLeast: 2))
    case .notSameQuote: .notSameQuote(try words(), try articles(atLeast: 2))
    case .figureKey: .figureKey(try article(), try words(), key: try required(.what, of: verb).text)
    case .excerpt: .excerpt(try subject(), words: try wordCount())
    case .withhold: .withhold(try subject())
    }
  }

  private mutating func entityAction(of verb: Decision.Verb) throws(DecisionTrouble) -> Decision.Action {
    switch verb {
    case .same: .same(try entity(), try name(), kind: try aliasKind(), in: try scope())
    case .notSame: .notSame(try entity(), try name(), in: try scope())
    case .successor: .successor(try entity(), try entity())
    case .split: try split()
    case .means: .means(try passage(of: verb), try entity())
    case .page: .page(try entity())
    case .redact: .redact(try entity(), as: try required(.relation, of: verb).text)
    default: .hide(try entity())
    }
  }

  private mutating func eventAction(of verb: Decision.Verb) throws(DecisionTrouble) -> Decision.Action {
    switch verb {
    case .include: .include(try event(), try articles(atLeast: 1))
    case .exclude: .exclude(try event(), try articles(atLeast: 1))
    case .merge: .merge(try event(), try events())
    case .link: .link(try event(), try event(), as: try required(.relation, of: verb).text)
    default: try pin()
    }
  }

  private mutating func join() throws(DecisionTrouble) -> Decision.Action {
    let article = try article()
    let end = try words()
    try mark("|")
    return .join(article, end: end, start: try words())
  }

  private mutating func split() throws(DecisionTrouble) -> Decision.Action {
    let entity = try entity()
    let passage = try passage(of: .split)
    try mark("->")
    return .split(entity, passage, to: try self.entity())
  }

  private mutating func pin() throws(DecisionTrouble) -> Decision.Action {
    let event = try event()
    let place = try options[.place].map { token throws(DecisionTrouble) in try entity(token) }
    guard options[.title] != nil || place != nil else {
      throw missing("title=\"…\" or place=place:…", of: .pin)
    }
    return .pin(event, title: options[.title]?.text, place: place)
  }

  // MARK: Operands

  private mutating func token(_ wanted: String) throws(DecisionTrouble) -> DecisionTokens.Token {
    guard next < tokens.operands.count else {
      throw trouble(
        "missing-operand", "'\(tokens.operands[0].text)' needs \(wanted) here",
        "docs/DECISIONS.md shows the line", at: tokens.end)
    }
    next += 1
    return tokens.operands[next - 1]
  }

  /// A word with the prefix that says what it names; `a:` for articles, `ev:` for events.
  private func name(in token: DecisionTokens.Token, after prefix: String) -> String? {
    guard !token.isQuoted, token.text.hasPrefix(prefix) else { return nil }
    let name = token.text.dropFirst(prefix.count)
    return name.isEmpty ? nil : String(name)
  }

  private mutating func article() throws(DecisionTrouble) -> ArticleSelector {
    try article(try token("an article, such as a:talks-2019"))
  }

  private func article(_ token: DecisionTokens.Token) throws(DecisionTrouble) -> ArticleSelector {
    if let name = name(in: token, after: "a:") { return ArticleSelector(name) }
    throw trouble(
      "bad-operand", "'\(token.text)' names no article", "write a: and its id, such as a:talks-2019",
      at: token.column)
  }

  private mutating func articles(atLeast count: Int) throws(DecisionTrouble) -> [ArticleSelector] {
    var articles = [try article()]
    while articles.count < count || next < tokens.operands.count { articles.append(try article()) }
    return articles
  }

  private mutating func event() throws(DecisionTrouble) -> EventSelector {
    let token = try token("an event, such as ev:2019-08-27-talks")
    if let name = name(in: token, after: "ev:") { return EventSelector(name) }
    throw trouble(
      "bad-operand", "'\(token.text)' names no event", "write ev: and its id, such as ev:2019-08-27-talks",
      at: token.column)
  }

  private mutating func events() throws(DecisionTrouble) -> [EventSelector] {
    var events = [try event()]
    while next < tokens.operands.count { events.append(try event()) }
    return events
  }

  private mutating func entity() throws(DecisionTrouble) -> EntitySelector {
    try entity(try token("a name, such as person:jane-doe"))
  }

  private func entity(_ token: DecisionTokens.Token) throws(DecisionTrouble) -> EntitySelector {
    let sorts = EntitySelector.Sort.allCases.map(\.rawValue)
    guard !token.isQuoted, let colon = token.text.firstIndex(of: ":"),
      token.text.index(after: colon) < token.text.endIndex
    else {
      throw trouble(
        "bad-operand", "'\(token.text)' names nobody",
        "write its sort and id, such as person:jane-doe; the sorts are: \(sorts.joined(separator: ", "))",
        at: token.column)
    }
    let written = String(token.text[..<colon])
    guard let sort = EntitySelector.Sort(rawValue: written) else {
      throw trouble(
        "unknown-sort", "unknown sort '\(written)'", Self.remedy(for: written, among: sorts), at: token.column
      )
    }
    return EntitySelector(sort, String(token.text[token.text.index(after: colon)...]))
  }

  private mutating func name() throws(DecisionTrouble) -> Decision.Name {
    let token = try token("a name, such as person:jane-doe or \"Jane Doe\"")
    return token.isQuoted ? .printed(token.text) : .entity(try entity(token))
  }

  private mutating func words() throws(DecisionTrouble) -> String {
    let token = try token("words in quotation marks")
    guard token.isQuoted, !token.text.isEmpty else {
      throw trouble(
        "bad-operand", "'\(token.text)' is not in quotation marks", "write \"\(token.text)\"",
        at: token.column)
    }
    return token.text
  }

  private mutating func passage(of verb: Decision.Verb) throws(DecisionTrouble) -> Decision.Passage {
    let words = try words()
    let articles = try scope()
    guard !articles.isEmpty else { throw missing("in=a:…, the article that the words stand in", of: verb) }
    return Decision.Passage(words, in: articles, near: options[.near]?.text)
  }

  private mutating func date() throws(DecisionTrouble) -> EDTF {
    let token = try token("a date, such as 2019-08-27")
    if let date = EDTF(parsing: token.text) { return date }
    throw trouble(
      "bad-date", "'\(token.text)' is no date",
      "write it as 2019-08-27, 2019-08, 2019~ or 2019-08-21/2019-08-27", at: token.column)
  }

  private mutating func mark(_ mark: String) throws(DecisionTrouble) {
    let token = try token("'\(mark)'")
    guard token.text == mark, !token.isQuoted else {
      throw trouble(
        "bad-operand", "'\(token.text)' stands where '\(mark)' should", "write \(mark) between blanks",
        at: token.column)
    }
  }

  private mutating func speaker() throws(DecisionTrouble) -> Decision.Speaker {
    let token = try token("who said it: person:jane-doe, \"an official\", or - for nobody")
    if token.isQuoted { return .described(token.text) }
    return token.text == "-" ? .nobody : .entity(try entity(token))
  }

  private mutating func subject() throws(DecisionTrouble) -> Decision.Subject {
    let token = try token("an article or an outlet, such as outlet:the-gazette")
    if let outlet = name(in: token, after: "outlet:") { return .outlet(outlet) }
    return .article(try article(token))
  }

  private mutating func wordCount() throws(DecisionTrouble) -> Int {
    let token = try token("how many words, such as 60w")
    if token.text.hasSuffix("w"), let count = Int(token.text.dropLast()), count >= 0 { return count }
    throw trouble(
      "bad-operand", "'\(token.text)' is no number of words", "write it as 60w", at: token.column)
  }

  private func aliasKind() throws(DecisionTrouble) -> Alias.Kind? {
    guard let token = options[.kind] else { return nil }
    if let kind = Alias.Kind(rawValue: token.text) { return kind }
    let kinds = Alias.Kind.allCases.map(\.rawValue)
    throw trouble(
      "bad-operand", "unknown kind '\(token.text)'", Self.remedy(for: token.text, among: kinds),
      at: token.column)
  }

  private func scope() throws(DecisionTrouble) -> [ArticleSelector] {
    guard let token = options[.scope] else { return [] }
    var articles: [ArticleSelector] = []
    for part in token.text.split(separator: ",") {
      articles.append(try article(DecisionTokens.Token(text: String(part), column: token.column)))
    }
    return articles
  }

  // MARK: Options

  private mutating func readOptions(of verb: Decision.Verb) throws(DecisionTrouble) {
    let allowed = [.by, .on, .why] + Self.keys(of: verb)
    for option in tokens.options {
      guard let key = Key(rawValue: option.key), allowed.contains(key) else {
        throw trouble(
          "unknown-key", "'\(verb.rawValue)' has no '\(option.key)='",
          Self.remedy(for: option.key, among: allowed.map(\.rawValue)), at: option.column)
      }
      guard !option.value.text.isEmpty else {
        throw trouble(
          "empty-value", "'\(option.key)=' says nothing", "write its value behind it, or leave it out",
          at: option.column)
      }
      guard options.updateValue(option.value, forKey: key) == nil else {
        throw trouble("repeated-key", "'\(option.key)=' is there twice", "keep one", at: option.column)
      }
    }
    (signature.by, signature.why) = (options[.by]?.text, options[.why]?.text)
    if let on = options[.on] {
      guard EDTF(parsing: on.text)?.day != nil else {
        throw trouble("bad-date", "'\(on.text)' is no day", "write it as 2019-08-27", at: on.column)
      }
      signature.on = on.text
    }
    signature.isPublic = tokens.isPublic
  }

  /// The options that a verb has beside those of every line.
  private static func keys(of verb: Decision.Verb) -> [Key] {
    switch verb {
    // A proposal is rejected by `not-` before it, whatever stands behind it.
    case .same, .notSame: [.scope, .kind]
    case .split, .means: [.scope, .near]
    case .pin: [.title, .place]
    case .link, .redact: [.relation]
    case .figureKey: [.what]
    case .published, .updated, .copied, .notDate, .eventDate, .outlet, .relay, .title, .join, .notice,
      .successor, .hide, .page, .include, .exclude, .merge, .speaker, .notSpeech, .sameQuote, .notSameQuote,
      .excerpt,
      .withhold:
      []
    }
  }

  private func required(_ key: Key, of verb: Decision.Verb) throws(DecisionTrouble) -> DecisionTokens.Token {
    guard let token = options[key] else { throw missing("\(key.rawValue)=…", of: verb) }
    return token
  }

  private mutating func finish(_ verb: Decision.Verb) throws(DecisionTrouble) {
    guard next < tokens.operands.count else { return }
    let rest = tokens.operands[next]
    throw trouble(
      "extra-operand", "'\(verb.rawValue)' has no place for '\(rest.text)'",
      "take it away, or put words of a source in quotation marks", at: rest.column)
  }

  // MARK: Trouble

  private func missing(_ what: String, of verb: Decision.Verb) -> DecisionTrouble {
    trouble(
      "missing-operand", "'\(verb.rawValue)' needs \(what)", "docs/DECISIONS.md shows the line",
      at: tokens.end)
  }

  private static func remedy(for name: String, among known: [String]) -> String {
    NearestName.name(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? "it may be: \(known.joined(separator: ", "))"
  }

  private func trouble(_ id: String, _ message: String, _ remedy: String, at column: Int) -> DecisionTrouble {
    DecisionTrouble(id: id, message: message, remedy: remedy, column: column)
  }
}
