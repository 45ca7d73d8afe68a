import DossierMarkdown
import Testing

@Suite struct SafeHTMLTests {
  private func check(
    _ markdown: String, _ expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(MarkdownDocument(markdown).html() == expected + "\n", sourceLocation: sourceLocation)
  }

  @Test func showsRawHTMLAsText() {
    check("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>")
    check(
      "<script>alert(1)</script>", "<pre><code>&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>")
  }

  @Test func keepsOnlyTheTextOfALinkThatCouldActOrLeadsNowhere() {
    for address in [
      "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc",
      "/news/1", "#",
      "next.html", "//x.example", "", "http://", "java&#x0A;script:x",
    ] {
      check("[*so* it](<\(address)>)", "<p><em>so</em> it</p>")
    }
    check("[so](HTTPS://x.example)", "<p><a href=\"HTTPS://x.example\">so</a></p>")
  }

  @Test func neverLoadsAnImage() {
    check("![a *b*](https://x.example/i.png) c", "<p><span class=\"image\">a b</span> c</p>")
    check(
      "[![a](i.png)](https://x.example)",
      "<p><a href=\"https://x.example\"><span class=\"image\">a</span></a></p>")
    check("![](i.png)c", "<p>c</p>")
  }

  @Test func lowersHeadingsBelowThePagesOwn() {
    let html = MarkdownDocument("# a\n\n###### b").html(headingsBelow: 1)
    #expect(html == "<h2>a</h2>\n<h6>b</h6>\n")
  }
}
