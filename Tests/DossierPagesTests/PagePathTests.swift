import DossierPages
import Testing

@Suite struct PagePathTests {
  @Test(arguments: [
    ("index.html", "actors/a.html", "actors/a.html"),
    ("articles/x.html", "actors/a.html", "../actors/a.html"),
    ("articles/x.html", "index.html", "../index.html"),
  ])
  func linksRelatively(from: String, to: String, expected: String) {
    #expect(PagePath(from).link(to: PagePath(to)) == expected)
  }

  @Test func linksToAnAnchor() {
    let link = PagePath("actors/a.html").link(to: PagePath("articles/x.html"), anchor: "s1f")
    #expect(link == "../articles/x.html#s1f")
  }
}
