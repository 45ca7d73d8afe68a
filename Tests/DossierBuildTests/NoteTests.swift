import DossierModel
import Testing

@testable import DossierBuild

/// Notes of the editor stand on the pages they are for, and are told apart from all else.
@Suite struct NoteTests {
  @Test func aNoteStandsOnItsPageMarkedAndSigned() async throws {
    let site = DecidedSite()
    site.files.put(Array("Collected in *spring*. <script>x</script>".utf8), at: "/c/notes/home.md")
    site.files.put(
      Array("---\nabout: person:tomas-brandl\nby: A. Editor\n---\n\nThe mayor since 2018.\n".utf8),
      at: "/c/notes/mayor.md")
    for profile in Profile.allCases {
      let built = try await site.build { $0.profile = profile }
      #expect(built.says == [])
      #expect(built.text("index.html").contains("Collected in <em>spring</em>"))
      #expect(!built.text("index.html").contains("<script>x"))
      let page = built.text("actors/tomas-brandl.html")
      #expect(page.contains("The mayor since 2018.") && page.contains("From the editor"))
      #expect(page.contains("A. Editor"))
      #expect(!built.text("actors/marta-lindqvist.html").contains("From the editor"))
    }
  }

  @Test func aNoteForNothingIsTold() async throws {
    let site = DecidedSite()
    site.files.put(Array("Lost.".utf8), at: "/c/notes/person-nobody.md")
    let built = try await site.build()
    #expect(built.says.count == 1 && built.says[0].contains("notes/person-nobody.md"))
  }
}
