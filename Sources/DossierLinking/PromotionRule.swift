import DossierModel

/// Decides which entities have a page of their own.
///
/// Persons, organizations, groups, countries and places alike: who is named in several articles, speaks, or attends
/// an event. An outlet has its own kind of page, and is an actor on none; so are its own reporters.
struct PromotionRule: Sendable {
  /// Those that have one by the editor's wish, those who speak, and those who take part in an event that has a page.
  let decided: Set<EntityID>
  let speakers: Set<EntityID>
  let participants: Set<EntityID>
  let reporters: Set<EntityID>

  func promotion(of draft: EntityLinks.Draft) -> Promotion {
    if decided.contains(draft.id) { return .decided }
    if draft.isOutlet || reporters.contains(draft.id) { return .none }
    if draft.articles.count > 1 { return .namedInSeveralArticles }
    if speakers.contains(draft.id) { return .speaks }
    return participants.contains(draft.id) ? .attendsAnEvent : .none
  }
}
