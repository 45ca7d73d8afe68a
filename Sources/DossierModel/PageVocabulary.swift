/// The words of a language that belong to pages rather than to articles, as data for cleaning.
///
/// All phrases are matched word by word, without regard to case, white space and typographic marks.
package struct PageVocabulary: Sendable {
  /// Month names and abbreviations by month, 1 to 12.
  package var months: [(name: String, month: Int)] = []
  /// Weekday names and abbreviations by ISO number, 1 for Monday.
  package var weekdays: [(name: String, weekday: Int)] = []
  /// Languages, or languages with their place, whose dates in numbers begin with the month: `en-US`.
  package var monthFirstLanguages: [String] = []
  /// Those whose dates in numbers begin with the day, where they end with the year: `en-GB`, `fr`.
  package var dayFirstLanguages: [String] = []
  /// Words that a line with a date may hold beside it: "at", "GMT", "hrs".
  package var clockWords: [String] = []
  /// Time zones of places where dates in numbers begin with the month: "ET".
  package var monthFirstZones: [String] = []
  /// Words that tell how long ago, in place of a date: "hours ago".
  package var agePhrases: [String] = []
  /// Lines that tell how long reading takes, but for the number: "min read".
  package var readingTimes: [String] = []
  /// Lines that are furniture when they stand alone, with the reason they are removed for.
  package var furnitureLines: [(phrase: String, reason: RemovalReason)] = []
  /// Names of a paper's sections: furniture above and below an article, headings within it.
  package var sections: [String] = []
  /// Lines that are furniture when they begin so.
  package var furniturePrefixes: [(phrase: String, reason: RemovalReason)] = []
  /// Lines after which the rest of the page is no longer the article: "Check Also", "Most Popular".
  package var endMarkers: [(phrase: String, reason: RemovalReason)] = []
  /// What stands between the number of comments and the headline above them: "12 responses to “Barge closes the harbour”".
  package var commentCounts: [String] = []
  /// "Title:", "Headline:".
  package var titleLabels: [String] = []
  /// "Summary:", "Standfirst:".
  package var deckLabels: [String] = []
  /// "By", "Von".
  package var bylinePrefixes: [String] = []
  /// "and", "und": between the names of a byline.
  package var nameConjunctions: [String] = []
  /// What stands behind a name in a byline: "Staff Writer", "in London".
  package var bylineRoles: [String] = []
  /// Words for a department that signs as a person would: "News Desk", "Web Desk".
  package var deskWords: [String] = []
  /// "Published", "Posted on".
  package var publishedLabels: [String] = []
  /// "First published", "Originally posted": what came out again later.
  package var firstPublishedLabels: [String] = []
  /// "Updated", "Last modified".
  package var updatedLabels: [String] = []
  /// "Retrieved", "Accessed on".
  package var retrievedLabels: [String] = []
  /// "Source:", "With reporting by".
  package var creditPrefixes: [String] = []
  /// Behind the names of those who helped: "contributed to this report".
  package var creditSuffixes: [String] = []
  /// Before the outlet that had the text first: "This article was originally published by".
  package var relayPrefixes: [String] = []
  /// Before the words under a picture: "Image caption", "File photo".
  package var captionLabels: [String] = []
  /// Before the one who took a picture: "Photo:", "Image source".
  package var photoCreditLabels: [String] = []
  /// Words that a picture's credit has beside names: "Photo", "via".
  package var photoCreditWords: [String] = []
  /// "Original url", "Read more at": labels before an address of the article itself.
  package var addressLabels: [String] = []
  /// Words that only a notice of the outlet to its readers has: "has been declared an undesirable organization".
  package var noticePhrases: [String] = []
  /// Words with which an outlet asks its readers for money: "your donation", "support our journalism".
  package var appealPhrases: [String] = []
  /// Words of the notices with which sites ask leave to remember their readers: "cookies", "privacy policy".
  package var consentPhrases: [String] = []
  /// Words that speak to the reader or of the outlet itself: "you", "our".
  package var readerWords: [String] = []
  /// Words that neither a sentence nor a headline ends with: "the", "of".
  package var openWords: [String] = []
  /// Words that keep the hyphen before or behind them where a line ends in it: "well", "based".
  package var compoundParts: [String] = []
  /// Reporting verbs, for relays: "X reported Thursday".
  package var reportingVerbs: [String] = []
  /// Verbs and words before the outlet somebody spoke to: "told".
  package var tellingVerbs: [String] = []
  /// Words that ask readers for a message, in front of an address: "Reach her at".
  package var contactWords: [String] = []
  /// Words in brackets that say where in a picture somebody is to be seen: "(left)".
  package var picturePlaces: [String] = []
  /// Articles, which no person's name has before it: "the".
  package var articles: [String] = []
  /// Words of a name that only outlets have: "News", "Tribune".
  package var outletWords: [String] = []
  /// Words that the names of offices have that head their own papers: "Ministry", "Committee".
  package var letterheadWords: [String] = []
  /// Words behind those, with which an office says what it is of or for: "of", "for".
  package var letterheadLinks: [String] = []
  /// Words before the number of a newspaper's page, volume or issue: "Page", "Vol".
  package var issueWords: [String] = []
  /// Words of the names of companies, which own outlets and are none: "Holdings", "Limited".
  package var companyWords: [String] = []
  /// Lists of given names as they are printed, several to a line with semicolons between them.
  package var givenNames: [String] = []
  /// The commonest small words of the languages, which tell nothing of a text's matter.
  package var stopWords: [String] = []
  /// News agencies and outlets, with the forms they call themselves.
  package var outlets: [KnowledgeBase.Organization] = []
  /// The names above that are news agencies: whom others take text and pictures from.
  package var agencies: Set<String> = []
  /// Internet domains and the outlet's name.
  package var outletDomains: [(domain: String, outlet: String)] = []

  package init() {}
}
