import DossierModel
import DossierSource

/// Tells whom a given name means that a word of kinship stands before: "Keller's wife, Anna", where the corpus knows an
/// Anna Keller.
///
/// The family name is that of the last person who is named before. Where the corpus has no bearer of both names, or
/// two of them, nobody is meant for certain.
struct KinReader: Sendable {
  private let kinWords: Set<String>

  init(words: LinkingWords) { kinWords = Set(words.kinWords.map { NameNormalizer.folded($0) }) }

  /// Whom the given names of an article mean, by their forms; `links` are those that the article could make itself.
  func nodes(
    in article: AnnotatedArticle, links: [ArticleNames.Link], forms: [Int32], bearers: NameBearers
  ) -> [Int32: Int] {
    var nodes: [Int32: Int] = [:]
    var context: TextContext?
    for index in links.indices.dropFirst() where isOpen(index, links) && nodes[forms[index]] == nil {
      let mention = article.mentions[index]
      let name = bearers.corpus.table.forms[Int(forms[index])].name
      guard mention.kind == .person, mention.form == .name, name.words.count == 1,
        let given = name.words.first,
        let last = article.mentions[..<index].lastIndex(where: { $0.kind == .person && $0.form == .name }),
        let family = bearers.corpus.table.forms[Int(forms[last])].name.words.last,
        let node = bearers.bearer(ofGivenName: given, familyName: family)
      else { continue }
      let read = context ?? TextContext(article.article.text)
      context = read
      guard isKin(before: mention, behind: article.mentions[last], in: read) else { continue }
      nodes[forms[index]] = node
    }
    return nodes
  }

  private func isOpen(_ index: Int, _ links: [ArticleNames.Link]) -> Bool {
    links[index].node == nil && !links[index].isAmbiguousHere
  }

  /// Whether a word of kinship, with a comma behind it perhaps, stands right before a mention.
  private func isKin(before mention: Mention, behind last: Mention, in context: TextContext) -> Bool {
    var end = mention.title?.lowerBound ?? mention.range.lowerBound
    while end > last.range.upperBound, [0x20, 0x2C].contains(context.bytes[end - 1]) { end -= 1 }
    return mention.range.lowerBound - end <= 2 && end > last.range.upperBound
      && kinWords.contains(context.word(before: end))
  }
}
