import DossierMarkdown
import DossierSource

/// A text by the editor that stands on a page, signed and marked as such.
package struct Note: Sendable {
  /// Whose page it is for: `home`, or the id of an actor, a place, an event or an article.
  package let subject: String
  package let author: String?
  /// The day, as the editor wrote it.
  package let day: String?
  package let body: MarkdownDocument
  package let location: SourceLocation

  package init(
    subject: String, author: String?, day: String?, body: MarkdownDocument, location: SourceLocation
  ) {
    self.subject = subject
    self.author = author
    self.day = day
    self.body = body
    self.location = location
  }
}
