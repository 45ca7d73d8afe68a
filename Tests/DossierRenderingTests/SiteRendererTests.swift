import DossierModel
import DossierPages
import Testing

@testable import DossierRendering

@Suite struct SiteRendererTests {
  private let site = SitePages(SitePages.meeting())

  @Test func rendersEveryPageWithoutTrouble() {
    #expect(site.diagnostics == [])
    #expect(site.files["index.html"] != nil)
  }
}
