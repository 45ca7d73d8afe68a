import Testing

@testable import DossierBuild

@Suite struct TermListFileTests {
  @Test func theEditorsListAddsToTheWordsThatAreCountedAndTakesFromThem() async throws {
    let site = DecidedSite()
    let before = try await site.build()
    #expect(before.text("terms.html").contains("terms/so-called.html"))
    #expect(!before.text("terms.html").contains("terms/docker.html"))
    site.files.put(
      Array("[The port]\ndocker | dock worker; dock workers; docker; dockers\nso-called |\n | x\n".utf8),
      at: "/c/lists/terms.txt")
    let after = try await site.build()
    #expect(after.text("terms.html").contains("The port"))
    #expect(after.text("terms/docker.html").contains("<mark>dock workers</mark>"))
    #expect(after.files["/o/terms/so-called.html"] == nil)
    #expect(after.says.contains { $0.contains("lists/terms.txt:4:1") && $0.contains("[bad-term]") })
    site.files.takeAway("/c/lists/terms.txt")
    #expect(try await site.build().files == before.files)
  }
}
