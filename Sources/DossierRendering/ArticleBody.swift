import DossierMarkdown
import DossierModel
import DossierPages
import DossierSource
import DossierTemplates

/// An article's body as HTML: each sentence with its anchor, and who and what is told of as links.
enum ArticleBody {
  /// In a document for all pages, anchors and links are its own.
  static func html(of page: ArticlePage, in printed: PrintedPages? = nil) -> String {
    var woven: [Woven] = []
    woven.reserveCapacity(page.sentences.count + page.links.count)
    for sentence in page.sentences where !sentence.range.isEmpty {
      let id =
        printed == nil ? sentence.id.string : PrintedPages.id(of: page.path, anchor: sentence.id.string)
      let style = isCut(sentence.range, of: page.article) ? " class=\"cut\"" : ""
      woven.append(
        Woven(
          range: sentence.range, opening: "<span\(style) id=\"\(id)\">", continuation: "<span>",
          closing: "</span>"))
    }
    let root = page.path.root
    for link in page.links {
      let target = printed.map { $0.address(of: link.path, anchor: nil) } ?? root + link.path.string
      guard let target else { continue }
      let style = link.kind == .event ? " class=\"event\"" : ""
      woven.append(
        Woven(
          range: link.range, opening: "<a\(style) href=\"\(target)\">",
          closing: link.isTypo ? "</a><span class=\"sic\"> [sic]</span>" : "</a>"))
    }
    return page.article.body.html(
      weaving: woven, rawHTML: .shownAsText, headingsBelow: loweredLevels(of: page.article))
  }

  /// Whether nothing of a sentence is shown but the mark that it was there.
  private static func isCut(_ sentence: TextRange, of article: Article) -> Bool {
    sentence.count == "…".utf8.count && article.text[sentence] == "…"
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
