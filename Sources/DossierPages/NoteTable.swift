import DossierModel
import DossierSource

/// On which page each note of the editor stands.
package struct NoteTable: Sendable {
  package private(set) var notes: [PagePath: [Note]] = [:]
  /// Notes for what has no page.
  package private(set) var astray: [Note] = []

  package init(of notes: [Note], in plan: SitePlan) {
    let links = plan.links
    for note in notes {
      let path =
        note.subject == "home"
        ? PagePath.home
        : links.path(of: EntityID(note.subject)) ?? links.path(of: EventID(note.subject))
          ?? links.articles[ArticleID(note.subject)]
      if let path { self.notes[path, default: []].append(note) } else { astray.append(note) }
    }
  }
}
