import DossierModel
import DossierSource

/// The entities of a corpus, and which of them each mention means.
struct EntityLinks: Sendable {
  /// An entity before it is decided whether it has a page.
  struct Draft: Sendable {
    let id: EntityID
    let name: String
    let kind: EntityKind
    let aliases: [Alias]
    let articles: [ArticleID]
    let mentionCount: Int
    let isOutlet: Bool
  }

  /// By id.
  let drafts: [Draft]
  /// The number of the draft each mention means, by article and mention; -1 where it stays open.
  let numbers: [[Int32]]
  let grounds: [[MentionLink.Ground]]
  /// The country on whose behalf a person acts, by the title printed before the name; both by number.
  let countryOfPerson: [Int32: Int32]
  /// What the editor's lines came to.
  let settled: SettledNames

  func mentionLinks(of article: Int) -> [MentionLink] {
    zip(numbers[article], grounds[article]).map { number, ground in
      MentionLink(entity: number < 0 ? nil : drafts[Int(number)].id, ground: ground)
    }
  }
}
