import DossierPages
import DossierSource
import DossierTemplates

/// The dossier as one document for paper, of the values that its pages are made of.
extension SiteRenderer {
  /// One file that needs no other, and what went wrong in making it.
  package func printed(_ dossier: PrintedDossier) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    var values = values
    values.printed = PrintedPages(
      dossier.actors.map(\.path) + dossier.events.map(\.path) + dossier.articles.map(\.path))
    let sources = SourceList(dossier.articles.map(\.reference))
    values.sources = sources
    var object = values.homePage(dossier.home)
    object["css"] = .html(styleSheet)
    object["years"] = values.years(dossier.timeline.years) { values.timelineRow($0) }
    object["timelineStrip"] = values.strip(dossier.timeline.strip)
    object["printedActors"] = values.list(dossier.actors) { page in
      part(page.path, values.actorPage(page))
    }
    object["printedEvents"] = values.list(dossier.events) { page in
      part(page.path, values.eventPage(page))
    }
    object["articles"] = values.list(dossier.articles) { page in
      var object = values.articlePage(page, body: ArticleBody.html(of: page, in: values.printed))
      object["cite"] = values.cite(page.reference)
      return part(page.path, object)
    }
    return render(object, sources)
  }

  /// A part of the document, with its anchor and the editor's notes on it.
  private func part(_ path: PagePath, _ object: TemplateObject) -> TemplateValue {
    var object = object
    let own = notes[path] ?? []
    object["anchor"] = .text(PrintedPages.id(of: path))
    object["hasNotes"] = .flag(!own.isEmpty)
    object["notes"] = values.notes(own)
    return .object(object)
  }

  private var styleSheet: String { theme.last { $0.path == "dossier.css" }?.text ?? "" }

  private func render(
    _ object: TemplateObject, _ sources: SourceList
  ) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    let made = render(.printed, .home, object, sources: sources)
    return (made.files.first?.bytes ?? [], made.diagnostics)
  }
}
