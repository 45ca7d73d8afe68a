import DossierMarkdown
import DossierSource

/// A source, cleaned: what it says of itself, and its body.
package final class Article: Sendable {
  package let id: ArticleID
  package let source: SourcePath
  /// Of the source's bytes.
  package let fingerprint: Fingerprint
  package let metadata: ArticleMetadata
  package let body: MarkdownDocument
  package let images: [ImageCaption]
  /// What the outlet prints as a warning to its readers.
  package let notices: [String]
  /// What of the source is not in the body: nothing is lost without a row here.
  package let removed: [RemovedText]
  /// Offsets into `text` where a line break of the source that cut a sentence was mended.
  package let repairs: [Int]

  package init(
    id: ArticleID, source: SourcePath, fingerprint: Fingerprint, metadata: ArticleMetadata,
    body: MarkdownDocument,
    images: [ImageCaption] = [], notices: [String] = [], removed: [RemovedText] = [], repairs: [Int] = []
  ) {
    self.id = id
    self.source = source
    self.fingerprint = fingerprint
    self.metadata = metadata
    self.body = body
    self.images = images
    self.notices = notices
    self.removed = removed
    self.repairs = repairs
  }

  /// The body as plain text; every range of an annotation is a range of this.
  package var text: String { body.plainText.text }
  package var blocks: [TextBlock] { body.plainText.blocks }

  /// Whom the text credits, without those of its pictures: they tell nothing of where the text is from.
  package var textCredits: [String] {
    guard !metadata.credits.isEmpty, !images.isEmpty else { return metadata.credits }
    let ofImages = Set(images.compactMap(\.credit))
    return metadata.credits.filter { !ofImages.contains($0) }
  }
}

/// What an article says of itself.
package struct ArticleMetadata: Sendable, Hashable {
  package var title: String
  package var deck: String?
  package var bylines: [String]
  package var outlet: String?
  /// Whom the outlet took the text from, by its own words: "Press TV reported Thursday".
  package var relays: [String]
  /// Agencies and people credited below the text or beside pictures.
  package var credits: [String]
  /// BCP 47, as the source declares it or as detected.
  package var language: String?
  package var url: String?
  package var published: Claim<EDTF>?
  package var updated: Claim<EDTF>?
  /// When the page was visited or saved; never a base for other dates.
  package var retrieved: Claim<EDTF>?
  /// The place and time line before the first sentence, where it stands apart from the body.
  package var dateline: String?
  /// The month and day that ``dateline`` tells, without a year.
  package var datelineDay: CalendarDate?
  /// Marked by the editor as not to be shown yet.
  package var isDraft = false
  /// The page name that the editor asks for.
  package var slug: String?

  package init(title: String) {
    self.title = title
    bylines = []
    relays = []
    credits = []
  }
}

package struct ImageCaption: Sendable, Hashable {
  package let caption: String?
  package let credit: String?

  package init(caption: String?, credit: String?) {
    self.caption = caption
    self.credit = credit
  }
}

/// A stretch of the source that is not part of the article's body, and why.
package struct RemovedText: Sendable, Hashable {
  package let text: String
  package let reason: RemovalReason

  package init(_ text: String, _ reason: RemovalReason) {
    self.text = text
    self.reason = reason
  }
}

/// Why a stretch of a source is not part of the body; each has its words in the templates.
package enum RemovalReason: String, Sendable, Hashable, CaseIterable {
  /// Menus, breadcrumbs, skip links, share buttons, sign-up boxes.
  case navigation
  /// Teasers and links to other articles.
  case relatedLink = "related-link"
  case advertisement
  /// Words that belong to the page, not to the article: copyright, comments, cookie banners.
  case pageFurniture = "page-furniture"
  case repeatedTitle = "repeated-title"
  case repeatedCaption = "repeated-caption"
  case repeatedText = "repeated-text"
  /// The words behind a picture, for those who do not see it, where the caption says it better.
  case imageDescription = "image-description"
  /// Shown elsewhere on the page: title, deck, byline, outlet, date, url, caption, credit, notice.
  case movedToMetadata = "moved-to-metadata"
  case deadLink = "dead-link"
  /// Scripts, frames, forms, raw HTML.
  case activeContent = "active-content"
  case unreadable
}
