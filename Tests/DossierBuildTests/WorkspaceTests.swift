import DossierSource
import Testing

@testable import DossierBuild

@Suite struct WorkspaceTests {
  private func configured(_ text: String) throws -> Workspace {
    try Workspace(at: "/s", files: MemoryFileSystem(["/s/dossier.yml": text, "/s/content/a.txt": "x"]))
  }

  @Test func aBareFolderIsASite() throws {
    let workspace = try Workspace(at: "/s", files: MemoryFileSystem(["/s/content/a.txt": "x"]))
    #expect(workspace.content == "/s" && workspace.defaultOutput == "public" && workspace.templates == nil)
    #expect(workspace.configuration == SiteConfiguration())
  }

  @Test(arguments: ["content/decisions/names.txt", "content/lists/places.txt", "templates/home.mustache"])
  func aFolderLaidOutAsASiteIsOneWithoutAConfiguration(file: String) throws {
    let files = MemoryFileSystem(["/s/content/a.txt": "x", "/s/\(file)": "x"])
    let workspace = try Workspace(at: "/s", files: files)
    #expect(workspace.content == "/s/content" && workspace.defaultOutput == "/s/public")
    #expect(workspace.templates == "/s/templates" && workspace.configuration == SiteConfiguration())
  }

  @Test func aConfigurationMakesAFolderASitesRoot() throws {
    let workspace = try configured(
      "title: The *talks*\nlist-limit: 20\noutput: site\nbase-url: https://x.example/a/\n")
    #expect(workspace.content == "/s/content" && workspace.defaultOutput == "/s/site")
    #expect(workspace.configuration.title == "The *talks*" && workspace.configuration.listLimit == 20)
    #expect(workspace.configuration.baseURL == "https://x.example/a")
    #expect(workspace.diagnostics.isEmpty)
  }

  @Test func everyKeyMayBeLeftOut() throws {
    #expect(try configured("").configuration == SiteConfiguration())
    #expect(try configured("title:\noutput: ~\n").configuration == SiteConfiguration())
    #expect(try configured(SiteConfiguration.template).configuration == SiteConfiguration())
  }

  @Test func theTemplateNamesEveryKey() {
    for key in SiteConfiguration.Key.allCases {
      #expect(SiteConfiguration.template.contains("\n# \(key.rawValue): "), "\(key.rawValue)")
    }
  }

  @Test(arguments: [
    ("tilte: x", "/s/dossier.yml:1:1: error: unknown key 'tilte'; did you mean 'title'? [unknown-key]"),
    (
      "title: x\nlist-limit: many",
      "/s/dossier.yml:2:13: error: the value of 'list-limit' is not a whole number from 1; write a whole number from 1 [bad-value]"
    ),
    (
      "language: Deutsch!",
      "/s/dossier.yml:1:11: error: the value of 'language' is not a tag such as en or de-AT; write a tag such as en or de-AT [bad-value]"
    ),
    (
      "base-url: example.org",
      "/s/dossier.yml:1:11: error: the value of 'base-url' is not an address that begins with https://; write an address that begins with https:// [bad-value]"
    ),
    (
      "title: [a, b]",
      "/s/dossier.yml:1:8: error: the value of 'title' is not a text; write a text [bad-value]"
    ),
    (
      "- a",
      "/s/dossier.yml:1:1: error: the configuration is no list of keys; write lines of 'key: value' [bad-configuration]"
    ),
  ])
  func saysWhatIsWrongWithAConfiguration(text: String, message: String) throws {
    #expect(try configured(text).diagnostics.map(\.description) == [message])
  }

  @Test(arguments: [
    (
      "title: \"x",
      "/s/dossier.yml:1:10: error: the configuration is not YAML: found unexpected end of stream; write it as lines of 'key: value'"
    ),
    (
      "title: a\ntitle: b",
      "/s/dossier.yml:2:1: error: the key 'title' is there twice; keep one of the two"
    ),
    (
      "content: elsewhere",
      "/s/dossier.yml: error: 'content' names 'elsewhere', and there is no such folder; name "
    ),
  ])
  func stopsWhereAConfigurationCannotBeFollowed(text: String, message: String) {
    #expect { try configured(text) } throws: { "\($0)".hasPrefix(message) }
  }
}
