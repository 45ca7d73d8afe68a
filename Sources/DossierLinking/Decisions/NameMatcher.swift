import DossierModel
import DossierSource

/// Finds the printed forms that the editor's lines name.
///
/// One pass over the forms of the corpus answers for all lines. A name of several words has to be printed so, but for
/// case, marks and particles; one word for a person is the surname of full names or, with none, a name by itself.
struct NameMatcher: Sendable {
  private let table: NameTable
  private let knowledge: KnowledgeIndex
  /// Forms by what is left of their names, of those that are asked for.
  private var exact: [String: [Int]] = [:]
  private var surnames: [String: [Int]] = [:]

  init(_ names: some Sequence<String>, in table: NameTable, knowledge: KnowledgeIndex) {
    self.table = table
    self.knowledge = knowledge
    for name in names {
      let read = knowledge.normalizer.name(of: name[...])
      exact[read.compact] = []
      if let word = read.words.last { surnames[word] = [] }
    }
    guard !exact.isEmpty else { return }
    for (number, form) in table.forms.enumerated() {
      exact[form.name.compact]?.append(number)
      guard form.personMentions > 0, form.name.words.count > 1, let surname = form.name.words.last else {
        continue
      }
      surnames[surname]?.append(number)
    }
  }

  /// The nodes of the forms that a selector can mean.
  func nodes(of selector: EntitySelector) -> [Int] {
    let name = knowledge.normalizer.name(of: selector.name[...])
    let asPerson = selector.sort == .person
    let equal = (exact[name.compact] ?? []).filter { hasReading($0, asPerson: asPerson) }
    if asPerson, let surname = name.words.last, name.words.count == 1 || equal.isEmpty {
      let full = (surnames[surname] ?? []).filter {
        let words = table.forms[$0].name.words
        return words.count > name.words.count && words.suffix(name.words.count) == name.words[...]
      }
      if !full.isEmpty { return full.map { MentionClusterer.node($0, asPerson: true) } }
    }
    let nodes = equal.map { MentionClusterer.node($0, asPerson: asPerson) }
    guard nodes.isEmpty, !asPerson, let entry = knowledge.entry(named: name) else { return nodes }
    return [MentionClusterer.node(ofEntry: entry, formCount: table.forms.count)]
  }

  /// The node of the form that is printed in exactly these words; empty where none is.
  func nodes(ofPrinted words: String, asPerson: Bool) -> [Int] {
    guard let form = form(ofPrinted: words) else { return [] }
    if hasReading(form, asPerson: asPerson) { return [MentionClusterer.node(form, asPerson: asPerson)] }
    return hasReading(form, asPerson: !asPerson) ? [MentionClusterer.node(form, asPerson: !asPerson)] : []
  }

  /// Whether a selector and a name are the same words, so that they can differ in nothing but the sort of thing.
  func isCalled(_ selector: EntitySelector, alike name: Decision.Name) -> Bool {
    let other: String
    switch name {
    case .entity(let selector): other = selector.name
    case .printed(let words): other = words
    }
    let normalizer = knowledge.normalizer
    return normalizer.name(of: selector.name[...]).compact == normalizer.name(of: other[...]).compact
  }

  /// The nodes of a name that a selector and a name have in common, as a person's and as anything else's.
  func readings(of selector: EntitySelector, called name: Decision.Name) -> [Int] {
    guard isCalled(selector, alike: name) else { return [] }
    let compact = knowledge.normalizer.name(of: selector.name[...]).compact
    return (exact[compact] ?? []).flatMap { form in
      [true, false].filter { hasReading(form, asPerson: $0) }.map {
        MentionClusterer.node(form, asPerson: $0)
      }
    }
  }

  func form(ofPrinted words: String) -> Int? { table.number(ofKnown: Array(words.utf8)[...]) }

  /// The form of a node; nil for a row of the knowledge base.
  func form(ofNode node: Int) -> Int? { node / 2 < table.forms.count ? node / 2 : nil }

  /// The id that a node's own name would have.
  func written(_ node: Int) -> String? {
    guard let form = form(ofNode: node) else { return nil }
    let sort = node.isMultiple(of: 2) ? EntitySelector.Sort.person : .org
    return EntitySelector(sort, Slug(folding: table.forms[form].text).string).written
  }

  /// The most similar name that is printed, to tell whoever wrote one that is not.
  func nearest(to selector: EntitySelector) -> String? {
    let wanted = Slug(folding: selector.name).string
    guard let initial = wanted.utf8.first else { return nil }
    let asPerson = selector.sort == .person
    let slugs = table.forms.indices.lazy.filter { [self] in
      (table.forms[$0].name.compact.utf8.first ?? 0) == initial && hasReading($0, asPerson: asPerson)
    }.map { [self] in Slug(folding: table.forms[$0].text).string }
    return NearestName.name(to: wanted, among: slugs).map { EntitySelector(selector.sort, $0).written }
  }

  private func hasReading(_ form: Int, asPerson: Bool) -> Bool {
    asPerson ? table.forms[form].personMentions > 0 : table.forms[form].otherMentions > 0
  }
}
