import Testing

@testable import DossierLinking

@Suite struct BlockIndexTests {
  /// The pairs of things with a key in common, in the order in which they come.
  private func pairs(_ keys: [UInt64], window: Int = 8) -> [[Int]] {
    var index = BlockIndex(window: window)
    for (thing, key) in keys.enumerated() { index.add(key, of: thing) }
    var pairs: [[Int]] = []
    index.forEachPair { first, second, _ in pairs.append([first, second]) }
    return pairs
  }

  /// All pairs of things of one key, by key; the things in their order.
  private func expected(_ keys: [UInt64]) -> [[Int]] {
    var things: [UInt64: [Int]] = [:]
    for (thing, key) in keys.enumerated() { things[key, default: []].append(thing) }
    var pairs: [[Int]] = []
    for (_, block) in things.sorted(by: { $0.key < $1.key }) {
      for (place, first) in block.enumerated() {
        for second in block[(place + 1)...] { pairs.append([first, second]) }
      }
    }
    return pairs
  }

  @Test(arguments: [0, 8, 13, 30, 48, 55])
  func bringsTogetherWhatHasAKeyInCommonWhereverKeysDiffer(bits: Int) {
    let keys: [UInt64] = (0..<900).map { number in UInt64(number * 7 % 300) << UInt64(bits) }
    let found = pairs(keys)
    #expect(found == expected(keys))
    #expect(found.count == 900)
  }

  @Test func comparesThingsOfALargeBlockWithTheirNeighbours() {
    let found = pairs(Array(repeating: 5, count: 40), window: 3)
    var expected: [[Int]] = []
    for first in 0..<39 {
      expected.append([first, first + 1])
      if first < 38 { expected.append([first, first + 2]) }
    }
    #expect(found == expected)
  }

  @Test func comparesLargeBlocksOfTheSameThingsOnce() {
    var index = BlockIndex(window: 3)
    for thing in 0..<9 {
      for key in [5, 6, 7] as [UInt64] where key < 7 || thing != 4 { index.add(key << 40, of: thing) }
    }
    var pairs: [[Int]: Int] = [:]
    index.forEachPair { first, second, _ in pairs[[first, second], default: 0] += 1 }
    #expect(pairs[[3, 4]] == 1 && pairs[[4, 6]] == 1 && pairs[[3, 6]] == 1)
    #expect(pairs[[0, 1]] == 2 && pairs[[7, 8]] == 2)
  }

  @Test func aRowOfOneKeyLongerThanAPieceOfTheIndexIsInOrder() {
    let found = pairs(Array(repeating: 1 << 60, count: 2_500), window: 2)
    #expect(found == (0..<2_499).map { [$0, $0 + 1] })
  }
}
