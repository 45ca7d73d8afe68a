import DossierSource
import DossierTestSupport
import Testing

@testable import DossierBuild

@Suite struct ArticleCacheTests {
  private let files = MemoryFileSystem(["/c/other": ""])
  private static let path = "/c/articles"

  private func key(_ number: Int) -> Fingerprint { Fingerprint(of: "key \(number)") }
  private func record(_ number: Int, size: Int = 40) -> [UInt8] {
    [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: size + number)
  }
  private func open() -> ArticleCache { ArticleCache(at: Self.path, in: files) }

  /// A build over some sources, of which those are analysed that are not remembered; gives how many these are.
  @discardableResult
  private func build(_ numbers: some Sequence<Int>, size: Int = 40) throws -> Int {
    let cache = open()
    var made = 0
    for number in numbers {
      if let found = cache.record(key(number)) {
        #expect(found == record(number, size: size))
      } else {
        cache.add(record(number, size: size), for: key(number))
        made += 1
      }
    }
    try cache.finish(keeping: Set(numbers.map(key)))
    return made
  }

  private var size: Int { files.status(of: Self.path)?.size ?? 0 }

  @Test func remembersFromBuildToBuild() throws {
    #expect(try build(0..<50) == 50)
    #expect(try build(0..<50) == 0)
    #expect(try build(0..<53) == 3)
    #expect(try build(0..<53) == 0)
    #expect(open().record(key(60)) == nil)
  }

  @Test func aSmallBuildAddsToTheFileAndLeavesTheRest() throws {
    try build(0..<50)
    _ = files.touched()
    let before = size
    try build(0..<51)
    #expect(files.touched().isEmpty && size > before && size < before + 300)
  }

  @Test func whatIsDeadIsDroppedBeforeItOutweighsWhatLives() throws {
    for round in 0..<6 { try build(round * 100..<round * 100 + 100, size: 8_000) }
    #expect(size < 2 * 100 * 9_000 + 1_100_000)
    for round in 0..<200 { try build((round..<round + 3).map { $0 }) }
    #expect(size < 1_200_000)
  }

  @Test func moreThanFitsIntoMemoryIsWrittenOnTheWay() throws {
    try build(0..<300, size: 60_000)
    #expect(try build(0..<300, size: 60_000) == 0)
    #expect(files.status(of: Self.path + ".new") == nil)
  }

  @Test func aFileThatWasCutOrDamagedGivesNothingWrong() throws {
    try build(0..<5)
    try build(0..<7)
    let whole = try files.contents(of: Self.path)
    for length in whole.indices {
      files.put(Array(whole[..<length]), at: Self.path)
      try build(0..<7)
    }
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0x20
      files.put(damaged, at: Self.path)
      try build(0..<7)
    }
    #expect(try build(0..<7) == 0)
  }

  @Test func aDiskThatIsFullCostsOnlyTheMemory() throws {
    try build(0..<5)
    files.bar(Self.path)
    #expect(throws: BuildError.self) { try build(0..<6) }
  }
}
