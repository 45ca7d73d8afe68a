import DossierSource
import Testing

@testable import DossierBuild

/// A build counts what it claims otherwise than the last one, as `dossier diff` would.
@Suite struct ClaimSumsTests {
  private let site = DecidedSite()

  /// Builds once more, and compares with what two data files tell.
  private func check(
    _ lines: String?, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws -> Int? {
    for (path, bytes) in site.files.files(below: "/o") {
      site.files.put(bytes, at: "/old" + path.dropFirst(2))
    }
    let changed = try await site.build(lines, memory: "/m").report.changed
    let told = try SiteDifference(from: "/old", to: "/o", files: site.files).changes
    #expect(changed == told.count, "\(told.map(\.text))", sourceLocation: sourceLocation)
    return changed
  }

  @Test func countsWhatTheDifferenceOfTwoSitesTells() async throws {
    #expect(try await site.build(nil, memory: "/m").report.changed == nil)
    #expect(try await check("published a:harbour-talks 2020-03-14") ?? 0 > 3)
    #expect(try await check("published a:harbour-talks 2020-03-14") == 0)
    #expect(try await check("same person:tomas-brandl \"Brandl\"\nhide person:keller why=x") ?? 0 > 1)
    #expect(
      try await check("outlet a:pilots-shared \"The Post\"\nnot-speech a:strike \"Nobody wants\"") ?? 0 > 1)
    #expect(try await check("withhold a:strike-planned why=x") ?? 0 > 5)
    #expect(try await check(nil) ?? 0 > 5)
    #expect(try await check("# nothing") == 0)
  }

  @Test func aBuildWithoutMemoryCountsNothing() async throws {
    _ = try await site.build()
    #expect(try await site.build("page person:keller").report.changed == nil)
  }

  @Test func theFirstBuildIntoAFolderCountsNothingThoughAnotherOfItsNameIsRemembered() async throws {
    _ = try await site.build(nil, memory: "/m")
    try site.files.move("/o", to: "/moved")
    #expect(try await site.build("page person:keller", memory: "/m").report.changed == nil)
    #expect(try await check("hide person:keller why=x") ?? 0 > 0)
  }

  @Test func whatIsCutOrDamagedIsAsGoodAsNone() async throws {
    _ = try await site.build(nil, memory: "/m")
    let bytes = try site.files.contents(of: "/m/claims")
    #expect(ClaimSums(parsing: bytes)?.bytes == bytes)
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 7) {
      #expect(ClaimSums(parsing: Array(bytes[..<length])) == nil)
      var damaged = bytes
      damaged[length] ^= 4
      #expect(ClaimSums(parsing: damaged) == nil)
    }
    site.files.put([1, 2, 3], at: "/m/claims")
    #expect(try await site.build("page person:keller", memory: "/m").report.changed == nil)
  }
}
