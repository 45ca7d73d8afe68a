/// For whom a site is made: how much of the articles' text it shows.
package enum Profile: String, Sendable, Hashable, CaseIterable {
  /// For those who collected the articles: full text.
  case `private`
  /// Headlines, the first words, and sentences that prove something, up to so many words of each article.
  case excerpt
  /// What is claimed, and where it stands; no text of an article but its headline.
  case links
}
