import DossierSource
import Testing

@testable import DossierBuild

/// A user's own files beside the theme's: which are used, and what is said of those that are not.
@Suite struct SiteThemeTests {
  private static let builtIn: [(path: String, text: String)] = [
    ("home.mustache", "home"), ("page.mustache", "page"),
    ("words.txt", "# Words\n\na.one = one\na.two = two\n"),
  ]

  private func theme(_ files: [String: String]) -> SiteTheme {
    let system = MemoryFileSystem(
      Dictionary(uniqueKeysWithValues: files.map { ("/s/templates/" + $0.key, $0.value) }))
    return SiteTheme(Self.builtIn, overriddenFrom: "/s/templates", files: system)
  }

  private func says(_ theme: SiteTheme) -> [String] { theme.diagnostics.map(\.description) }

  @Test func ownFilesTakeThePlaceOfTheThemes() {
    let theme = theme(["home.mustache": "mine {{>parts/box}}", "parts/box.mustache": "box", "a.css": "b{}"])
    #expect(
      theme.files.map(\.path) == [
        "a.css", "home.mustache", "page.mustache", "parts/box.mustache", "words.txt",
      ])
    #expect(theme.files[1].text == "mine {{>parts/box}}" && says(theme) == [])
  }

  @Test func ownWordsStandBesideTheThemes() {
    let theme = theme(["words.txt": "a.two = zwei\na.tow = x\n"])
    let words = theme.files.last?.text.split(separator: "\n") ?? []
    #expect(words == ["a.two = zwei", "a.tow = x", "a.one = one"])
    #expect(
      says(theme) == [
        "/s/templates/words.txt:2: warning: no page has words called 'a.tow'; did you mean 'a.two'? [unknown-wording]"
      ])
  }

  @Test func saysWhatNothingIsMadeOf() {
    let theme = theme(["homee.mustache": "x", "logo.png": "x", "README.md": "x"])
    #expect(
      says(theme) == [
        "/s/templates/homee.mustache: warning: no page and no other template takes in 'homee'; did you mean 'home'? [template-unused]",
        "/s/templates/logo.png: warning: nothing is made of this file; templates, words.txt, style sheets, scripts and SVG pictures are used; move it elsewhere [template-unused]",
      ])
    #expect(!theme.files.contains { $0.path == "logo.png" })
  }

  @Test func troubleInAnOwnFileIsToldWhereTheFileLies() {
    let theme = theme(["home.mustache": "mine"])
    func told(of path: String) -> [String] {
      let place = DossierSource.SourceLocation(path: path, line: 2, column: 3)
      return theme.placed([Diagnostic(.error, "x", "what", remedy: "mend it", at: place)]).map(\.description)
    }
    #expect(
      told(of: "templates/home.mustache") == ["/s/templates/home.mustache:2:3: error: what; mend it [x]"])
    #expect(told(of: "templates/page.mustache") == ["templates/page.mustache:2:3: error: what; mend it [x]"])
  }

  @Test func aFileInAnotherEncodingGivesWayToTheThemes() {
    let system = MemoryFileSystem([:])
    system.put([0x61, 0xFF], at: "/s/templates/home.mustache")
    let theme = SiteTheme(Self.builtIn, overriddenFrom: "/s/templates", files: system)
    #expect(theme.files.first?.text == "home" && says(theme).first?.contains("template-not-utf8") == true)
  }
}
