import DossierModel
import DossierSource

/// Tells whose text each article prints: an agency that it names, the article that it copies, or the outlet itself.
///
/// Shared words inside quotation marks count for nothing here: they show one statement, not one text.
struct OriginFinder: Sendable {
  /// The part of the shorter text, outside quotation marks, from which what two articles share makes one a copy:
  /// one third, as wholly derived texts share far more and independent ones far less (METER: Clough et al., 2002).
  private static let copiedPart = 3

  private let normalizer: NameNormalizer
  /// The name of each outlet and agency by the forms that it goes by.
  private let names: [String: String]
  /// The forms of agencies as words, to be looked for in bylines.
  private let agencyForms: [(words: [Substring], name: String)]

  init(knowledge: KnowledgeBase) {
    normalizer = NameNormalizer(words: knowledge.words)
    var names: [String: String] = [:]
    var forms: [(words: [Substring], name: String)] = []
    for outlet in knowledge.outlets {
      for form in [outlet.name] + outlet.names {
        let key = normalizer.name(of: form[...]).compact
        if names[key] == nil { names[key] = outlet.name }
        if knowledge.agencies.contains(outlet.name) { forms.append((Self.words(of: form), outlet.name)) }
      }
    }
    self.names = names
    agencyForms = forms
  }

  /// The origins of articles, in their order.
  func origins(of articles: [LinkedArticle], sharing copies: [SharedCopy]) -> [Origin] {
    var sets = UnionFind(count: articles.count)
    join(copies, of: articles, into: &sets)
    let own = ownSources(of: articles)
    var leaders: [Int: Int] = [:]
    for index in articles.indices {
      let root = sets.root(of: index)
      if let known = leaders[root], !isBefore(index, known, articles, own) { continue }
      leaders[root] = index
    }
    var numbers: [String: Int] = [:]
    return articles.indices.map { index in
      let leader = leaders[sets.root(of: index)] ?? index
      let source = own[leader]
      let key = source.key ?? " \(leader)"
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      let isCopy = leader != index && own[index].ground == .outlet
      return Origin(number: number, name: source.name, ground: isCopy ? .copy : own[index].ground)
    }
  }

  /// What an article itself says of its origin.
  private struct Source {
    let name: String?
    /// The same for all forms of a name.
    let key: String?
    let ground: Origin.Ground
  }

  /// Whether an article rather tells a text's origin than another: it names an agency, or is the earlier.
  private func isBefore(
    _ index: Int, _ other: Int, _ articles: [LinkedArticle], _ own: [Source]
  ) -> Bool {
    let (left, right) = (own[index].ground != .outlet, own[other].ground != .outlet)
    if left != right { return left }
    guard let day = articles[index].published?.value.firstDay else { return false }
    guard let known = articles[other].published?.value.firstDay else { return true }
    return day < known
  }

  /// Joins articles that share most of the words of one of them.
  private func join(_ copies: [SharedCopy], of articles: [LinkedArticle], into sets: inout UnionFind) {
    guard !copies.isEmpty else { return }
    let numbers = Dictionary(
      articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var start = 0
    while start < copies.count {
      var end = start
      var shared = 0
      while end < copies.count, copies[end].first.article == copies[start].first.article,
        copies[end].second.article == copies[start].second.article
      {
        shared += min(copies[end].first.range.count, copies[end].second.range.count)
        end += 1
      }
      if let left = numbers[copies[start].first.article], let right = numbers[copies[start].second.article] {
        let shorter = min(ownLength(of: articles[left]), ownLength(of: articles[right]))
        if shared * Self.copiedPart > shorter { sets.join(left, right) }
      }
      start = end
    }
  }

  /// The bytes of an article that stand outside quotation marks.
  private func ownLength(of article: LinkedArticle) -> Int {
    let quoted = article.annotated.quotations.lazy.filter { $0.within == nil }.reduce(0) {
      $0 + $1.range.count
    }
    return max(1, article.article.text.utf8.count - quoted)
  }

  private func ownSources(of articles: [LinkedArticle]) -> [Source] {
    var keys: [String: String] = [:]
    var agencies: [String: String?] = [:]
    func source(_ name: String, _ ground: Origin.Ground) -> Source {
      let key = keys[name] ?? key(of: name)
      keys[name] = key
      return Source(name: name, key: key, ground: ground)
    }
    return articles.map { linked in
      let metadata = linked.article.metadata
      if let relay = metadata.relays.first { return source(relay, .relay) }
      for byline in metadata.bylines {
        let agency = agencies[byline] ?? agency(in: byline)
        agencies[byline] = .some(agency)
        if let agency { return source(agency, .byline) }
      }
      return metadata.outlet.map { source($0, .outlet) } ?? Source(name: nil, key: nil, ground: .outlet)
    }
  }

  private func key(of name: String) -> String {
    let own = normalizer.name(of: name[...]).compact
    return names[own].map { normalizer.name(of: $0[...]).compact } ?? own
  }

  /// The agency that a byline names: "Reuters", "Ann Lee, Reuters".
  private func agency(in byline: String) -> String? {
    let words = Self.words(of: byline)
    return agencyForms.first { form in
      guard !form.words.isEmpty, form.words.count <= words.count else { return false }
      return (0...(words.count - form.words.count)).contains {
        words[$0..<$0 + form.words.count].elementsEqual(form.words)
      }
    }?.name
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
