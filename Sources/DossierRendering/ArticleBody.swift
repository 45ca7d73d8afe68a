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
    return page.article.body.html(
      weaving: woven, rawHTML: .shownAsText, headingsBelow: loweredLevels(of: page.article))
  }

  /// How far the body's headings are lowered, so that its highest stands right below the page's own.
  private static func loweredLevels(of article: Article) -> Int {
    let levels = article.blocks.compactMap { block -> Int? in
      guard case .heading(let level) = block.kind else { return nil }
      return level
    }
    return max(0, 2 - (levels.min() ?? 1))
  }
}
