import DossierModel

/// The actors that are named together most, to be drawn: names around a circle, ties across it.
///
/// Around a circle no two names overlap, however many ties they have. Names with strong ties stand near each other, so
/// that most lines are short; the order depends on counts and ids alone, so that the drawing stays what it was where
/// nothing new was collected.
package struct ActorMap: Sendable {
  package struct Node: Sendable {
    package let entity: Int
    /// In how many articles it is named.
    package let articles: Int
    /// Of its dot, in the drawing's own units; the middle is at `middle`.
    package let x: Int
    package let y: Int
    package let radius: Int
    /// Degrees clockwise from the right.
    package let angle: Int
  }

  package struct Tie: Sendable {
    /// Indexes of two nodes.
    package let first: Int
    package let second: Int
    /// In how many articles one sentence or event has both.
    package let count: Int
    /// How strong its line is drawn, from 1 to 5.
    package let weight: Int
    /// Where its line bends to, between its ends and the middle.
    package let bendX: Int
    package let bendY: Int
  }

  package let nodes: [Node]
  /// The strongest first.
  package let ties: [Tie]

  package static let size = 900
  package static let middle = size / 2
  private static let radius = 262
  private static let mostNodes = 60
  private static let mostTies = 170
  /// Ties that each node keeps, however weak beside those of others.
  private static let keptTies = 2

  /// Of entities by the number of articles that name each, and of the numbers that tie two of them.
  init?(of entities: [(entity: Int, articles: Int)], ties counts: [(first: Int, second: Int, count: Int)]) {
    let chosen = Self.chosen(entities.count, counts)
    let strongest = Self.strongest(counts.filter { chosen.contains($0.first) && chosen.contains($0.second) })
    guard strongest.count > 1, let most = strongest.first?.count else { return nil }
    let order = Self.order(strongest)
    var place: [Int: Int] = [:]
    for (index, node) in order.enumerated() { place[node] = index }
    let angles = order.indices.map { Double($0) / Double(order.count) }
    let points = angles.map { turn in
      let (sine, cosine) = Self.sineAndCosine(of: turn)
      return (x: cosine * Double(Self.radius), y: sine * Double(Self.radius))
    }
    nodes = order.enumerated().map { index, node in
      Node(
        entity: entities[node].entity, articles: entities[node].articles,
        x: Self.middle + Int(points[index].x.rounded()), y: Self.middle + Int(points[index].y.rounded()),
        radius: 3 + min(6, (Int.bitWidth - entities[node].articles.leadingZeroBitCount) / 2),
        angle: Int((angles[index] * 360).rounded()))
    }
    ties = strongest.map { tie in
      let (first, second) = (place[tie.first] ?? 0, place[tie.second] ?? 0)
      let (one, other) = (points[first], points[second])
      // Far ends bend to the middle, near ones stay by the rim.
      let apart = abs(first - second)
      let share = Double(min(apart, order.count - apart) * 2) / Double(order.count)
      let pull = 0.5 * (0.85 - 0.7 * share)
      return Tie(
        first: first, second: second, count: tie.count, weight: 1 + tie.count * 4 / most,
        bendX: Self.middle + Int(((one.x + other.x) * pull).rounded()),
        bendY: Self.middle + Int(((one.y + other.y) * pull).rounded()))
    }
  }

  private typealias Count = (first: Int, second: Int, count: Int)

  /// Those with the most in common with others.
  private static func chosen(_ count: Int, _ ties: [Count]) -> Set<Int> {
    var sums = [Int](repeating: 0, count: count)
    for tie in ties {
      sums[tie.first] += tie.count
      sums[tie.second] += tie.count
    }
    let sorted = sums.indices.filter { sums[$0] > 0 }.sorted { (sums[$1], $0) < (sums[$0], $1) }
    return Set(sorted.prefix(mostNodes))
  }

  /// The ties to draw: the strongest, and of each node the strongest of its own.
  private static func strongest(_ ties: [Count]) -> [Count] {
    let sorted = ties.sorted { ($1.count, $0.first, $0.second) < ($0.count, $1.first, $1.second) }
    var kept: [Int: Int] = [:]
    return sorted.enumerated().filter { place, tie in
      let isKept = [tie.first, tie.second].contains { kept[$0, default: 0] < keptTies }
      kept[tie.first, default: 0] += 1
      kept[tie.second, default: 0] += 1
      return place < mostTies || isKept
    }.map(\.element)
  }

  /// The nodes of ties in the order in which they go around: each by the one that it has most in common with, and
  /// then neighbours changed where that makes lines shorter.
  private static func order(_ ties: [Count]) -> [Int] {
    let nodes = Set(ties.flatMap { [$0.first, $0.second] }).sorted()
    let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var weights = [[Int]](repeating: [Int](repeating: 0, count: nodes.count), count: nodes.count)
    for tie in ties {
      guard let first = index[tie.first], let second = index[tie.second] else { continue }
      weights[first][second] = tie.count
      weights[second][first] = tie.count
    }
    var left = Array(nodes.indices)
    var order = [left.removeFirst()]
    while let last = order.last, !left.isEmpty {
      let recent = order.suffix(4)
      let next = left.indices.max { one, other in
        let value = { (place: Int) in
          (weights[last][left[place]] * 4 + recent.reduce(0) { $0 + weights[$1][left[place]] }, -place)
        }
        return value(one) < value(other)
      }
      order.append(left.remove(at: next ?? 0))
    }
    shorten(&order, weights)
    return order.map { nodes[$0] }
  }

  /// Changes two places as long as that makes the lines shorter in all, a few times around.
  private static func shorten(_ order: inout [Int], _ weights: [[Int]]) {
    let count = order.count
    func length(of node: Int, at place: Int) -> Int {
      var sum = 0
      for (other, node2) in order.enumerated() where node2 != node {
        let apart = abs(other - place)
        sum += weights[node][node2] * min(apart, count - apart)
      }
      return sum
    }
    for _ in 0..<6 {
      var isBetter = false
      for one in 0..<count {
        for other in one + 1..<max(count, one + 1) {
          let before = length(of: order[one], at: one) + length(of: order[other], at: other)
          order.swapAt(one, other)
          let after = length(of: order[one], at: one) + length(of: order[other], at: other)
          if after < before { isBetter = true } else { order.swapAt(one, other) }
        }
      }
      guard isBetter else { return }
    }
  }

  /// Of a share of a whole turn: by Taylor's series, so that every machine draws the same.
  private static func sineAndCosine(of turn: Double) -> (sine: Double, cosine: Double) {
    func sine(_ turn: Double) -> Double {
      let folded = turn > 0.75 ? turn - 1 : turn > 0.25 ? 0.5 - turn : turn
      let angle = folded * 2 * Double.pi
      var term = angle
      var sum = angle
      for step in 1..<9 {
        term *= -angle * angle / Double(2 * step * (2 * step + 1))
        sum += term
      }
      return sum
    }
    return (sine(turn), sine(turn + 0.25 >= 1 ? turn - 0.75 : turn + 0.25))
  }
}
