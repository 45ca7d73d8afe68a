/// Disjoint sets of small numbers, joined two by two.
///
/// With path halving; the representative of a set is its smallest member, so it does not depend on the order of
/// joining.
struct UnionFind: Sendable {
  private var parents: [Int32]
  /// What keeps sets apart, by representative: two that have the two sides of one pair are never joined.
  private var sides: [Int32: Set<Side>] = [:]

  private struct Side: Hashable {
    let pair: Int
    let isRight: Bool

    var other: Side { Side(pair: pair, isRight: !isRight) }
  }

  init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  var count: Int { parents.count }

  /// Adds a set of one member, and returns the member.
  mutating func add() -> Int {
    parents.append(Int32(parents.count))
    return parents.count - 1
  }

  mutating func root(of member: Int) -> Int {
    var member = member
    while Int(parents[member]) != member {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  /// Joins the sets of two members, unless they are to be kept apart; says whether they are one now.
  @discardableResult
  mutating func join(_ left: Int, _ right: Int) -> Bool {
    let left = root(of: left)
    let right = root(of: right)
    guard left != right else { return true }
    if !sides.isEmpty, !unite(left, right) { return false }
    parents[max(left, right)] = Int32(min(left, right))
    return true
  }

  /// Keeps two lots of members apart in all that is joined from now on; `pair` is a number of their own.
  mutating func separate(_ lefts: [Int], _ rights: [Int], pair: Int) {
    for left in lefts { sides[Int32(root(of: left)), default: []].insert(Side(pair: pair, isRight: false)) }
    for right in rights { sides[Int32(root(of: right)), default: []].insert(Side(pair: pair, isRight: true)) }
  }

  /// The pair that keeps two members apart, where one does.
  mutating func separation(of left: Int, _ right: Int) -> Int? {
    let others = sides[Int32(root(of: right))] ?? []
    return (sides[Int32(root(of: left))] ?? []).filter { others.contains($0.other) }.map(\.pair).min()
  }

  private mutating func unite(_ left: Int, _ right: Int) -> Bool {
    guard separation(of: left, right) == nil else { return false }
    let both = (sides[Int32(left)] ?? []).union(sides[Int32(right)] ?? [])
    if !both.isEmpty { sides[Int32(min(left, right))] = both }
    return true
  }
}
