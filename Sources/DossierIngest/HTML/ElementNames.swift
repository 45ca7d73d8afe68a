import DossierModel

/// What the words of an element's class and id tell of it.
///
/// Names of classes and ids are read as words, since pages everywhere call the same parts by the same words.
struct ElementNames: Sendable, Hashable {
  /// Furniture, however much text it holds.
  var always: RemovalReason?
  /// Furniture, unless it holds a good deal of prose.
  var unlessProse: RemovalReason?
  /// Furniture, if it holds hardly any prose.
  var ifSmall: RemovalReason?
  var roles: Roles = []

  struct Roles: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let articleBody = Roles(rawValue: 1)
    static let caption = Roles(rawValue: 2)
    static let author = Roles(rawValue: 4)
    static let date = Roles(rawValue: 8)
    static let credit = Roles(rawValue: 16)
    static let title = Roles(rawValue: 32)
    static let deck = Roles(rawValue: 64)
  }

  static let none = ElementNames()

  /// Reads names, and remembers those it has read: a page has few and repeats them.
  struct Reader {
    private var known: [String: ElementNames] = [:]

    mutating func names(in attributes: [HTMLTree.Attribute]) -> ElementNames {
      var all = ElementNames.none
      for attribute in attributes where HTMLVocabulary.namingAttributes.contains(attribute.name) {
        guard attribute.value.utf8.count < 400 else { continue }
        all.add(names(of: attribute.value))
      }
      return all
    }

    private mutating func names(of value: String) -> ElementNames {
      if let found = known[value] { return found }
      var names = ElementNames.none
      for name in value.split(separator: " ") { names.add(ElementNames(words: ElementNames.words(of: name))) }
      known[value] = names
      return names
    }
  }

  fileprivate init() {}

  /// What one name tells: `post__relatedLinks-2` is post, related, links.
  private init(words: [String]) {
    var facts: WordFacts = .none
    for word in words { facts.add(WordFacts.table[word] ?? (word.hasPrefix("author") ? .author : .none)) }
    roles = facts.names.roles
    if facts.isOfArticle, facts.isOfBody { roles.insert(.articleBody) }
    // `has-sidebar` tells of what stands beside, not of the element itself.
    guard !facts.isModifier else { return }
    always = facts.names.always
    unlessProse = facts.names.unlessProse
    ifSmall = facts.names.ifSmall
  }

  fileprivate mutating func add(_ other: ElementNames) {
    always = always ?? other.always
    unlessProse = unlessProse ?? other.unlessProse
    ifSmall = ifSmall ?? other.ifSmall
    roles.formUnion(other.roles)
  }

  /// The words of a class or id, in lower case.
  static func words(of name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsLower = false
    for byte in name.utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte)
      let isDigit = (0x30...0x39).contains(byte)
      if !isUpper && !isLower && !isDigit || isUpper && previousIsLower {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isUpper || isLower || isDigit { word.append(byte | 0x20) }
      previousIsLower = isLower
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}

/// What one word of a name tells, gathered from the lists of the vocabulary so that it is looked up once.
private struct WordFacts: Sendable {
  var names = ElementNames()
  var isModifier = false
  var isOfArticle = false
  var isOfBody = false

  static let none = WordFacts()
  static let author = WordFacts(role: .author)

  init() {}
  init(role: ElementNames.Roles) { names.roles = role }

  mutating func add(_ other: WordFacts) {
    names.add(other.names)
    isModifier = isModifier || other.isModifier
    isOfArticle = isOfArticle || other.isOfArticle
    isOfBody = isOfBody || other.isOfBody
  }

  static let table: [String: WordFacts] = {
    var table: [String: WordFacts] = [:]
    for (word, reason) in HTMLVocabulary.strongNames { table[word, default: .none].names.always = reason }
    for (word, reason) in HTMLVocabulary.mediumNames {
      table[word, default: .none].names.unlessProse = reason
    }
    for (word, reason) in HTMLVocabulary.weakNames { table[word, default: .none].names.ifSmall = reason }
    for (words, role) in HTMLVocabulary.roleNames {
      for word in words { table[word, default: .none].names.roles.insert(role) }
    }
    for word in HTMLVocabulary.modifiers { table[word, default: .none].isModifier = true }
    for word in HTMLVocabulary.articleNames { table[word, default: .none].isOfArticle = true }
    for word in HTMLVocabulary.bodyNames { table[word, default: .none].isOfBody = true }
    return table
  }()
}
