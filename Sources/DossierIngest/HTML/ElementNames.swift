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

  private init() {}

  /// What one name tells: `post__relatedLinks-2` is post, related, links.
  private init(words: [String]) {
    for word in words {
      if HTMLVocabulary.captionNames.contains(word) { roles.insert(.caption) }
      if word.hasPrefix("author") || word == "byline" { roles.insert(.author) }
      if HTMLVocabulary.dateNames.contains(word) { roles.insert(.date) }
      if word == "credit" || word == "credits" { roles.insert(.credit) }
      if word == "title" || word == "headline" { roles.insert(.title) }
    }
    if words.contains(where: HTMLVocabulary.articleNames.contains),
      words.contains(where: HTMLVocabulary.bodyNames.contains)
    {
      roles.insert(.articleBody)
    }
    // `has-sidebar` tells of what stands beside, not of the element itself.
    guard !words.contains(where: HTMLVocabulary.modifiers.contains) else { return }
    for word in words {
      if always == nil { always = HTMLVocabulary.strongNames[word] }
      if unlessProse == nil { unlessProse = HTMLVocabulary.mediumNames[word] }
      if ifSmall == nil { ifSmall = HTMLVocabulary.weakNames[word] }
    }
  }

  private mutating func add(_ other: ElementNames) {
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
