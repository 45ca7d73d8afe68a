import Testing

@testable import DossierBuild
@testable import DossierPages

@Suite struct OutputGroupsTests {
  private func groups(_ folders: [(name: String, pages: Int)]) -> [String] {
    let pages = folders.flatMap { folder in
      (0..<folder.pages).map {
        PlannedPage(path: PagePath("\(folder.name)/\(1000 + $0).html"), subject: .home)
      }
    }
    return OutputGroups.spread(pages).map { group in
      let folders = Set(group.compactMap { $0.path.string.parentPath })
      return "\(folders.sorted().joined(separator: "+")) \(group.count)"
    }
  }

  @Test func groupsOfOneFolderStandAmongThoseOfOthers() {
    #expect(groups([("a", 64), ("b", 64)]) == ["a 32", "b 32", "a 32", "b 32"])
    #expect(groups([("a", 100), ("b", 40)]) == ["a 32", "b 32", "a 32", "a 32", "b 8", "a 4"])
  }

  @Test func everyPageIsInOneGroup() {
    let pages = groups([("a", 33), ("b", 1), ("c", 70)]).compactMap { $0.split(separator: " ").last }
    #expect(pages.compactMap { Int($0) }.reduce(0, +) == 104)
  }
}
