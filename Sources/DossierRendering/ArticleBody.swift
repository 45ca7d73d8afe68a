import DossierMarkdown
import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// An article's body as HTML: each sentence with its anchor, and who and what is told of as links.
enum ArticleBody {
  static func html(of page: ArticlePage) -> String {
    var woven: [Woven] = []
    woven.reserveCapacity(page.sentences.count + page.links.count)
    for sentence in page.sentences where !sentence.range.isEmpty {
      woven.append(
        Woven(
          range: sentence.range, opening: "<span id=\"\(sentence.id)\">", continuation: "<span>",
          closing: "</span>"))
    }
    let root = page.path.root
    for link in page.links {
      let style = link.kind == .event ? " class=\"event\"" : ""
      woven.append(
        Woven(
          range: link.range, opening: "<a\(style) href=\"\(root)\(link.path)\">",
          closing: link.isTypo ? "</a><span class=\"sic\"> [sic]</span>" : "</a>"))
    }
    return page.article.body.html(weaving: woven, rawHTML: .shownAsText, headingsBelow: 1)
  }
}
