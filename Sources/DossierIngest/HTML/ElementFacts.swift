import CHTML
import DossierModel

/// What is known of an element by its name alone.
struct ElementFacts: Sendable {
  /// Whether it begins and ends a block of text.
  var isBlock = false
  /// Left out, whatever it holds.
  var always: RemovalReason?
  /// Left out, unless the article is in it.
  var unlessMain: RemovalReason?
  /// Whether its class says nothing against it.
  var ignoresNames = false
  /// Scripts and styles: no part of the tree, but for data.
  var isCode = false
  /// Whether what it holds belongs to the tree.
  var isEntered = true

  static let none = ElementFacts()

  private init() {}

  private init(tag: String) {
    isBlock = HTMLVocabulary.blockTags.contains(tag)
    always = HTMLVocabulary.excludedTags[tag]
    unlessMain = HTMLVocabulary.excludedUnlessMain[tag]
    ignoresNames = HTMLVocabulary.neverByClass.contains(tag)
    isCode = tag == "script" || tag == "style"
    isEntered = !isCode && tag != "svg"
  }

  /// Reads names of elements, each once: the parser keeps one copy of a name, so its address stands for it.
  struct Reader {
    private var known: [UnsafePointer<xmlChar>: (tag: String, facts: ElementFacts)] = [:]

    mutating func element(named name: UnsafePointer<xmlChar>?) -> (tag: String, facts: ElementFacts)? {
      guard let name else { return nil }
      if let found = known[name] { return found }
      let tag = String(cString: name).lowercased()
      let read = (tag, ElementFacts(tag: tag))
      known[name] = read
      return read
    }
  }
}
