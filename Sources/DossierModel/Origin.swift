/// Whose text an article prints, so far as it says so or its words show it.
///
/// Two outlets that print one agency's report are two outlets and one origin. That two origins differ does not prove
/// that they are independent of each other.
package struct Origin: Sendable, Hashable {
  /// What tells the origin.
  package enum Ground: String, Sendable, Hashable, CaseIterable {
    /// The outlet says whom it took the text from.
    case relay
    /// The byline names an agency.
    case byline
    /// Most of the text stands word for word in an earlier article.
    case copy
    /// Nothing tells of another: the outlet itself.
    case outlet
  }

  /// The same for all articles of one origin.
  package let number: Int
  /// The agency or the outlet; nil where the article names neither.
  package let name: String?
  package let ground: Ground

  package init(number: Int, name: String?, ground: Ground) {
    self.number = number
    self.name = name
    self.ground = ground
  }
}
