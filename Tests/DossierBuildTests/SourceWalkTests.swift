import DossierSource
import Testing

@testable import DossierBuild

@Suite struct SourceWalkTests {
  private func sources(_ paths: [String], excluding outputs: [String] = []) -> [String] {
    let files = MemoryFileSystem(Dictionary(paths.map { ("/c/" + $0, "x") }) { first, _ in first })
    return SourceWalk(of: "/c", excluding: outputs, files: files).sources.map(\.string)
  }

  @Test func findsArticlesInNestedFoldersInTheOrderOfTheirPaths() {
    #expect(
      sources(["b.txt", "a/z.md", "a/b/c.HTML", "d.htm", "e.pdf", ".f.txt", ".g/h.txt"])
        == ["a/b/c.HTML", "a/z.md", "b.txt", "d.htm"])
  }

  @Test func takesReservedFoldersAsNoSourcesOnlyAtTheTop() {
    #expect(
      sources(["decisions/a.txt", "notes/b.md", "lists/c.txt", "proposals/d.txt", "2019/notes/e.md"])
        == ["2019/notes/e.md"])
  }

  @Test func neverReadsASiteAsItsSource() {
    #expect(sources(["a.txt", "public/index.html"], excluding: ["/c/public"]) == ["a.txt"])
    #expect(sources(["a.txt", "old/index.html", "old/.dossier-manifest", "old/b/c.html"]) == ["a.txt"])
  }

  @Test func leavesOutWhatABrowserSavedBesideAPage() {
    #expect(
      sources(["talks.html", "talks_files/frame.html", "other_files/a.html"]) == [
        "other_files/a.html", "talks.html",
      ])
  }

  @Test func countsWhatIsNoArticleByItsEnding() {
    let files = MemoryFileSystem(["/c/a.pdf": "", "/c/b.pdf": "", "/c/README": ""])
    let walk = SourceWalk(of: "/c", excluding: [], files: files)
    #expect(walk.diagnostics.map(\.id) == ["not-a-source", "not-a-source"])
    #expect(walk.diagnostics[0].message == "'README' is no article: a name without an ending tells no format")
    #expect(
      walk.diagnostics[1].message
        == "2 files, such as 'a.pdf', are no article: '.pdf' is not a format that is read")
  }
}
