import DossierModel

/// Sets of figures that count one thing, joined two by two.
///
/// Who tells two numbers of two things, the dead of one crash and of both, has shown that they are two: no set holds
/// both.
struct FigureSets {
  /// How many times the least number of a set its greatest may be.
  private static let most = 4.0

  private let keys: [FigureKey]
  private var sets: UnionFind
  /// By representative: its members, and their numbers by article.
  private var contents: [Int: Contents] = [:]

  private struct Contents {
    var members: [Int]
    var byArticle: [Int: [Int]]
    var least: Double
    var greatest: Double
  }

  init(_ keys: [FigureKey]) {
    self.keys = keys
    sets = UnionFind(count: keys.count)
  }

  /// The sets of more than one figure, each in the order of the figures.
  var members: [[Int]] { contents.values.filter { $0.members.count > 1 }.map { $0.members.sorted() } }

  /// Joins the sets of two figures, unless they tell that they are two.
  mutating func join(_ left: Int, _ right: Int) {
    let (first, second) = (sets.root(of: left), sets.root(of: right))
    guard first != second, mayBeOne(contents(of: first), contents(of: second)) else { return }
    unite(first, second)
  }

  /// Joins them whatever they tell: the editor says so.
  mutating func joinDecided(_ left: Int, _ right: Int) {
    let (first, second) = (sets.root(of: left), sets.root(of: right))
    if first != second { unite(first, second) }
  }

  private mutating func unite(_ first: Int, _ second: Int) {
    var (large, small) = (contents(of: first), contents(of: second))
    if large.members.count < small.members.count { swap(&large, &small) }
    contents[first] = nil
    contents[second] = nil
    large.members += small.members
    for (article, members) in small.byArticle { large.byArticle[article, default: []] += members }
    large.least = min(large.least, small.least)
    large.greatest = max(large.greatest, small.greatest)
    sets.join(first, second)
    contents[sets.root(of: first)] = large
  }

  private func contents(of root: Int) -> Contents {
    let key = keys[root]
    return contents[root]
      ?? Contents(
        members: [root], byArticle: [key.article: [root]], least: key.value.number, greatest: key.value.number
      )
  }

  private func mayBeOne(_ left: Contents, _ right: Contents) -> Bool {
    let (small, large) = left.byArticle.count < right.byArticle.count ? (left, right) : (right, left)
    guard max(left.greatest, right.greatest) <= Self.most * min(left.least, right.least) else { return false }
    return small.byArticle.allSatisfy { article, members in
      let others = large.byArticle[article] ?? []
      return members.allSatisfy { member in others.allSatisfy { isOneNumber(member, $0) } }
    }
  }

  private func isOneNumber(_ left: Int, _ right: Int) -> Bool {
    let printed = [PrintedNumber(keys[left].value), PrintedNumber(keys[right].value)]
    return PrintedNumber.agreement(of: printed) != .numbers
  }
}
