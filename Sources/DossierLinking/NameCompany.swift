import DossierModel

/// Whether two articles are on one matter, by what they name in full: a name that one of them cuts short means the
/// same in the other only then.
///
/// A collection holds articles on many matters. "Cook" in a recipe is nobody whom another article names in full.
struct NameCompany: Sendable {
  /// A collection of so few articles is taken to be on one matter.
  static let fewArticles = 20
  /// What more than this share of all articles names, but at least so many of them, tells nothing of a matter.
  private static let commonShare = 50
  private static let fewestCommon = 8
  /// Articles of a bearer that are compared at most.
  private static let mostCompared = 32

  let isOfFewArticles: Bool
  private let commonBound: Int32
  /// The nodes that each article names in full, rising.
  private var named: [[Int32]] = []
  /// The articles that name a node in full.
  private var articleCounts: [Int32]
  /// The articles that name in full, or define, what a short form stands for.
  private var articlesOfNode: [Int: [Int32]] = [:]

  init(nodeCount: Int, articleCount: Int) {
    isOfFewArticles = articleCount <= Self.fewArticles
    commonBound = Int32(max(Self.fewestCommon, articleCount / Self.commonShare))
    articleCounts = Array(repeating: 0, count: nodeCount)
  }

  /// Adds the articles in their order.
  mutating func add(_ article: ArticleNames) {
    guard !isOfFewArticles else { return }
    var nodes: [Int32] = []
    for link in article.links where link.ground == .name {
      if let node = link.node, articleCounts.indices.contains(node) { nodes.append(Int32(node)) }
    }
    nodes.sort()
    var distinct: [Int32] = []
    for node in nodes where distinct.last != node {
      distinct.append(node)
      articleCounts[Int(node)] += 1
    }
    for node in article.fullPersons.union(article.evidence.map(\.node)) {
      articlesOfNode[node, default: []].append(Int32(named.count))
    }
    named.append(distinct)
  }

  /// Whether an article names something, beside a node, that an article with the node's full name names too.
  func joins(_ article: Int, to node: Int) -> Bool {
    guard !isOfFewArticles else { return true }
    return (articlesOfNode[node] ?? []).prefix(Self.mostCompared).contains { other in
      ContentWords.common(named[article], named[Int(other)]).contains {
        Int($0) != node && articleCounts[Int($0)] <= commonBound
      }
    }
  }
}
