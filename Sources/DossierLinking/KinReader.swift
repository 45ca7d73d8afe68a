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
    for kin in kin(in: article, forms: forms, bearers: bearers)
    where isOpen(kin.mention, links) && nodes[forms[kin.mention]] == nil {
      nodes[forms[kin.mention]] = bearers.bearer(ofGivenName: kin.given, familyName: kin.family)
    }
    return nodes
  }

  /// The families of the given names, by their forms, that mean nobody of another family: "Keller's wife Anna" is not Anna
  /// Berg, whom the corpus knows.
  ///
  /// In "Keller came with his wife Anna" she may have a name of her own.
  func families(
    in article: AnnotatedArticle, forms: [Int32], bearers: NameBearers
  ) -> [Int32: String] {
    var families: [Int32: String] = [:]
    for kin in kin(in: article, forms: forms, bearers: bearers) where kin.isOwned {
      guard families[forms[kin.mention]] == nil else { continue }
      families[forms[kin.mention]] = kin.family
    }
    return families
  }

  /// A given name behind a word of kinship, and the family name of the last person before it.
  private struct Kin {
    let mention: Int
    let given: String
    let family: String
    /// Whether nothing but the mark of the genitive stands between that person and the word: "Keller's wife Anna".
    let isOwned: Bool
  }

  private func kin(in article: AnnotatedArticle, forms: [Int32], bearers: NameBearers) -> [Kin] {
    var found: [Kin] = []
    var context: TextContext?
    for index in article.mentions.indices.dropFirst() {
      let mention = article.mentions[index]
      let name = bearers.corpus.table.forms[Int(forms[index])].name
      guard mention.kind == .person, mention.form == .name, name.words.count == 1,
        let given = name.words.first,
        let last = article.mentions[..<index].lastIndex(where: { $0.kind == .person && $0.form == .name }),
        let family = bearers.corpus.table.forms[Int(forms[last])].name.words.last
      else { continue }
      let read = context ?? TextContext(article.article.text)
      context = read
      guard let word = kinWord(before: mention, behind: article.mentions[last], in: read) else { continue }
      let gap = read.text(from: article.mentions[last].range.upperBound, to: word)
      found.append(
        Kin(mention: index, given: given, family: family, isOwned: gap == "'s " || gap == "’s "))
    }
    return found
  }

  private func isOpen(_ index: Int, _ links: [ArticleNames.Link]) -> Bool {
    links[index].node == nil && !links[index].isAmbiguousHere
  }

  /// Where a word of kinship begins that stands, with a comma behind it perhaps, right before a mention.
  private func kinWord(before mention: Mention, behind last: Mention, in context: TextContext) -> Int? {
    var end = mention.title?.lowerBound ?? mention.range.lowerBound
    while end > last.range.upperBound, [0x20, 0x2C].contains(context.bytes[end - 1]) { end -= 1 }
    guard mention.range.lowerBound - end <= 2, end > last.range.upperBound,
      kinWords.contains(context.word(before: end))
    else { return nil }
    return context.startOfWord(before: end)
  }
}
