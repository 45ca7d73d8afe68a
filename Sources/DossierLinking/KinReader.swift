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
    of told: [Kin], links: [ArticleNames.Link], forms: [Int32], bearers: NameBearers
  ) -> [Int32: Int] {
    var nodes: [Int32: Int] = [:]
    for kin in told where isOpen(kin.mention, links) && nodes[forms[kin.mention]] == nil {
      nodes[forms[kin.mention]] = bearers.bearer(ofGivenName: kin.given, familyName: kin.family)
    }
    return nodes
  }

  /// The given names, by their forms, that a word of kinship gives a family: "Keller's wife Anna" is not Anna Berg, whom
  /// other articles name.
  ///
  /// In "Keller came with his wife Anna" she may have a name of her own; and so she has where the article has named an
  /// Anna in full before.
  func families(
    of told: [Kin], in article: AnnotatedArticle, forms: [Int32], bearers: NameBearers
  ) -> [Int32: Kin] {
    var families: [Int32: Kin] = [:]
    for kin in told where kin.isOwned && families[forms[kin.mention]] == nil {
      let before = article.mentions.indices.prefix(kin.mention)
      guard !namesInFull(kin.given, among: before, of: article, forms, bearers) else { continue }
      families[forms[kin.mention]] = kin
    }
    return families
  }

  /// Whether an article names somebody in full by the given name of somebody's kin, behind where it tells of them.
  func isNamedInFull(
    behind kin: Kin, in article: AnnotatedArticle, forms: [Int32], bearers: NameBearers
  ) -> Bool {
    namesInFull(
      kin.given, among: article.mentions.indices.dropFirst(kin.mention), of: article, forms, bearers)
  }

  private func namesInFull(
    _ given: String, among mentions: Range<Int>, of article: AnnotatedArticle, _ forms: [Int32],
    _ bearers: NameBearers
  ) -> Bool {
    mentions.contains { index in
      let words = bearers.corpus.table.forms[Int(forms[index])].name.words
      return article.mentions[index].kind == .person && words.count > 1 && words.first == given
    }
  }

  /// A given name behind a word of kinship, and the family name of the last person before it.
  struct Kin: Sendable {
    let mention: Int
    let given: String
    let family: String
    /// Whether nothing but the mark of the genitive stands between that person and the word: "Keller's wife Anna".
    let isOwned: Bool
  }

  /// The given names of an article that a word of kinship stands before.
  func kin(in article: AnnotatedArticle, forms: [Int32], bearers: NameBearers) -> [Kin] {
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
