/// The words of a language that belong to pages rather than to articles, as data for cleaning.
///
/// All phrases are matched without regard to case, white space and typographic marks.
package struct PageVocabulary: Sendable {
  /// Month names and abbreviations by month, 1 to 12.
  package var months: [(name: String, month: Int)] = []
  /// Weekday names and abbreviations by ISO number, 1 for Monday.
  package var weekdays: [(name: String, weekday: Int)] = []
  /// Lines that are furniture when they stand alone, with the reason they are removed for.
  package var furnitureLines: [(phrase: String, reason: RemovalReason)] = []
  /// Lines that are furniture when they begin so.
  package var furniturePrefixes: [(phrase: String, reason: RemovalReason)] = []
  /// Lines after which the rest of the page is no longer the article: "Check Also", "Most Popular".
  package var endMarkers: [(phrase: String, reason: RemovalReason)] = []
  /// "By", "Von".
  package var bylinePrefixes: [String] = []
  /// "and", "und": between the names of a byline.
  package var nameConjunctions: [String] = []
  /// "Published", "Posted on".
  package var publishedLabels: [String] = []
  /// "Updated", "Last modified".
  package var updatedLabels: [String] = []
  /// "Source:", "With reporting by".
  package var creditPrefixes: [String] = []
  /// "Original url", "Read more at": labels before an address of the article itself.
  package var addressLabels: [String] = []
  /// Words that only a notice of the outlet to its readers has: "has been declared an undesirable organization".
  package var noticePhrases: [String] = []
  /// Reporting verbs, for relays: "X reported Thursday".
  package var reportingVerbs: [String] = []
  /// News agencies and outlets, with the forms they call themselves.
  package var outlets: [KnowledgeBase.Organization] = []

  package init() {}
}
