import Testing

@testable import DossierServer

/// What is added to a page when it is served.
@Suite struct LivePageTests {
  private let page = LivePage(
    reserved: "/sub/.dossier/", token: "key", state: LiveState(folder: "site", site: "s-1"))
  private let script =
    #"<script src="/sub/.dossier/live.js" data-site="s-1" data-hooks="/sub/.dossier/key/" defer></script>"#
    + "\n"

  private func served(_ text: String, from base: BasePath? = nil) -> String {
    String(decoding: page.bytes(of: Array(text.utf8), linkingFrom: base), as: UTF8.self)
  }

  @Test func theScriptStandsAtTheEndOfTheBody() {
    #expect(served("<p>Say \"</body>\"</p></body></html>") == "<p>Say \"</body>\"</p>\(script)</body></html>")
    #expect(served("no page") == "no page" + script)
    #expect(served("") == script)
  }

  @Test func thePolicyLetsThePageAskItsServerAndNobodyElse() {
    let policy = #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#
    #expect(
      served(policy).hasPrefix(
        #"<meta http-equiv="Content-Security-Policy" content="connect-src 'self'; default-src 'none'">"#))
  }

  @Test func aPageThatStandsForAnyPathLinksFromTheTop() {
    let page = #"<html><head><meta http-equiv="Content-Security-Policy" content="base-uri 'none'"></head>"#
    #expect(
      served(page, from: BasePath("/sub/")).hasPrefix(
        #"<html><head><base href="/sub/"><meta http-equiv="Content-Security-Policy" content="connect-src 'self'; base-uri 'self'">"#
      ))
  }
}
