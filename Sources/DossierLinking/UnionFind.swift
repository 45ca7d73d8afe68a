/// Disjoint sets of small numbers, joined two by two.
///
/// With path halving; the representative of a set is its smallest member, so it does not depend on the order of
/// joining.
struct UnionFind: Sendable {
  private var parents: [Int32]

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

  mutating func join(_ left: Int, _ right: Int) {
    let left = root(of: left)
    let right = root(of: right)
    guard left != right else { return }
    parents[max(left, right)] = Int32(min(left, right))
  }
}
