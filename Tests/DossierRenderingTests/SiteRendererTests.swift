import DossierModel
import DossierPages
import DossierTestSupport
import DossierTheme
import Foundation
import Testing

@testable import DossierRendering

@Suite struct SiteRendererTests {
  private let site = SitePages(SitePages.meeting())

  private func pages() -> [(path: String, text: String)] {
    site.files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map {
      (path: $0.key, text: $0.value)
    }
  }

  /// The values of an attribute in a page.
  private func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap {
      $0.components(separatedBy: "\"").first
    }
  }

  @Test func rendersEveryPageWithoutTrouble() {
    #expect(site.diagnostics == [])
    #expect(site.files["index.html"] != nil)
  }

  @Test func leadsEveryLinkToAFileAndAnAnchorThatAreThere() {
    for (path, text) in pages() {
      let folder =
        path.contains("/") ? path.components(separatedBy: "/").dropLast().joined(separator: "/") + "/" : ""
      for href in values(of: "href", in: text) where !href.hasPrefix("http") {
        let parts = href.components(separatedBy: "#")
        let target =
          parts[0].isEmpty
          ? path : parts[0].hasPrefix("../") ? String(parts[0].dropFirst(3)) : folder + parts[0]
        let found = site.files[target]
        #expect(found != nil, "\(path) links to \(href)")
        if parts.count == 2 {
          #expect(found?.contains(" id=\"\(parts[1])\"") == true, "\(path) links to \(href)")
        }
      }
    }
  }

  @Test func reachesEveryPageFromTheFirst() {
    var waiting = ["index.html"]
    var seen: Set = ["index.html"]
    while let path = waiting.popLast() {
      let folder = path.contains("/") ? path.components(separatedBy: "/")[0] + "/" : ""
      let text = site.files[path] ?? ""
      for href in values(of: "href", in: text) + values(of: "src", in: text) {
        let file = href.components(separatedBy: "#")[0]
        let target = file.hasPrefix("../") ? String(file.dropFirst(3)) : folder + file
        if site.files[target] != nil, seen.insert(target).inserted { waiting.append(target) }
      }
    }
    #expect(Set(site.files.keys).subtracting(seen) == ["404.html"])
  }

  @Test func givesAnIdOnce() {
    for (path, text) in pages() {
      let ids = values(of: "id", in: text)
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func hasOneFirstHeadingAPolicyAndALanguageOnEachPage() {
    for (path, text) in pages() {
      #expect(text.components(separatedBy: "<h1").count == 2, "\(path)")
      #expect(text.contains("Content-Security-Policy"))
      #expect(text.contains("<html lang=\"en\">"))
      #expect(!text.contains(" style=\"") && !text.contains("<script>"), "\(path)")
    }
  }

  @Test func showsTheTextOfSourcesAsText() {
    let outlets = site.files["outlets.html"] ?? ""
    #expect(outlets.contains("Évening &lt;Star&gt;"))
    #expect(site.files["articles/first.html"]?.contains("said &amp; left") == true)
  }

  @Test func marksTheWordsInTheirSentence() {
    let page = site.files["actors/karl-ost.html"] ?? ""
    #expect(page.contains("Anna Berg met <mark>Karl Ost</mark> in Kolm on 3 May."))
  }

  @Test func anchorsEverySentenceInTheBody() {
    let page = site.files["articles/first.html"] ?? ""
    #expect(page.contains("<span id=\"s0x\"><a href=\"../actors/anna-berg.html\">Anna Berg</a> met"))
  }

  @Test func opensAWhyWithTheRuleAndItsSentences() {
    let page = site.files["timeline.html"] ?? ""
    #expect(page.contains("<span class=\"badge inferred\">inferred</span> why?</summary>"))
    #expect(page.contains("Date: weekday"))
  }

  @Test func saysThatTheDayIsNotKnown() {
    let page = site.files["timeline.html"] ?? ""
    #expect(
      page.contains(
        "<time datetime=\"2019-09\">September 2019</time> <span class=\"note\">day not known</span>"))
  }

  @Test func listsWhatAPageCitesByNumber() {
    let page = site.files["events/meeting.html"] ?? ""
    #expect(page.contains("href=\"../articles/first.html#s0x\" data-n=\"1\">"))
    #expect(page.contains("href=\"../articles/second.html#s0x\" data-n=\"2\">"))
    let list = page.components(separatedBy: "<section class=\"sources-cited\">").last ?? ""
    let rows = list.components(separatedBy: "<li>").dropFirst()
    #expect(rows.count == 2)
    #expect(rows.first?.hasPrefix("The Morning Post, <cite>Article first</cite>, <time") == true)
    #expect(site.files["timeline.html"]?.contains("sources-cited") == false)
  }

  @Test func setsArticlesBesideEventsInALaneThatIsOffAtFirst() {
    let page = site.files["timeline.html"] ?? ""
    #expect(page.contains("id=\"show-published\"> <label"))
    #expect(page.contains("id=\"show-reported\" checked> <label"))
    #expect(page.components(separatedBy: "class=\"event-row lane-published\"").count == 4)
    #expect(page.contains("<span class=\"sources\"><span>The Morning Post</span></span>"))
  }

  @Test func writesTheArticleAsMarkdownWithFrontMatter() {
    let text = site.files["articles/second.md"] ?? ""
    #expect(
      text.hasPrefix("---\ntitle: \"Article second\"\noutlet: \"Évening <Star>\"\nrelays: [\"Press Wire\"]\n")
    )
    #expect(text.contains("---\n\nAnna Berg of Nordland"))
  }

  @Test func rendersTheSameBytesAgain() {
    #expect(SitePages(SitePages.meeting()).files == site.files)
  }

  @Test func tellsANameThatNoPageHas() {
    let theme =
      Theme.files + [(path: "methods.mustache", text: "{{< page}}{{$main}}{{rulez}}{{/main}}{{/page}}")]
    let found = SiteRenderer(theme: theme).diagnostics.map(\.description)
    #expect(
      found.contains { $0.hasPrefix("templates/methods.mustache:1:20: error:") && $0.contains("'rules'") })
  }
}
