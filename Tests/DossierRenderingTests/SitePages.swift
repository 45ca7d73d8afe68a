import DossierModel
import DossierPages
import DossierTestSupport
import DossierTheme
import Testing

@testable import DossierRendering

/// A small site, rendered with the theme that comes with the program.
struct SitePages {
  let files: [String: String]
  let diagnostics: [String]

  init(_ dossier: Dossier, options: SiteOptions = SiteOptions()) {
    let plan = SitePlan(of: dossier, options: options)
    let renderer = SiteRenderer(theme: Theme.files, options: options)
    var files: [String: String] = [:]
    var diagnostics = renderer.diagnostics.map(\.description)
    for planned in plan.pages {
      let made = renderer.files(for: plan.page(planned))
      for file in made.files { files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
      diagnostics += made.diagnostics.map(\.description)
    }
    for file in renderer.staticFiles + Exporter.all.flatMap({ $0.files(plan).map(\.whole) }) {
      files[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    self.files = files
    self.diagnostics = diagnostics
  }

  /// Two articles of two outlets on one meeting, with all that pages show.
  static func meeting() -> Dossier {
    var sample = SampleDossier()
    sample.add(
      "first", outlet: "The Morning Post", published: .date(CalendarDate(year: 2019, month: 5, day: 3)),
      """
      [Anna Berg|person-anna-berg] met [Karl Ost|person-karl-ost] in [Kolm|place-kolm] [on 3 May|2019-05-03]. \
      ["We agree"|q:person-anna-berg], [Berg|person-anna-berg] said & left.

      The ["peace"|scare] cost [12|figure] ships, [Harbour League|organization-harbour-league] said.
      """)
    sample.add(
      "second", outlet: "Évening <Star>", published: .date(CalendarDate(year: 2019, month: 6)),
      """
      [Anna Berg|person-anna-berg] of [Nordland|country-nordland] saw [Karl Ost|person-karl-ost]. \
      ["No comment"|q:], it was said in [Kolm|place-kolm].
      """
    ) { $0.relays = ["Press Wire"] }
    sample.add("third", "[Harbour League|organization-harbour-league] sailed.")
    sample.addEvent(
      "meeting", on: .date(CalendarDate(year: 2019, month: 5, day: 3)), reportedBy: ["first", "second"],
      participants: ["person-anna-berg", "person-karl-ost"], place: "place-kolm")
    sample.addEvent("war", on: .date(CalendarDate(year: 2018)), mentionedBy: ["second"])
    sample.addEvent(
      "summit", on: .date(CalendarDate(year: 2019, month: 9)), reportedBy: ["third"],
      participants: ["person-anna-berg"], status: .planned)
    sample.addEvent("undated", on: nil, mentionedBy: ["third"])
    return sample.dossier()
  }

  /// An article whose offsets in bytes and in code points differ.
  static func withAccents() -> Dossier {
    var sample = SampleDossier()
    sample.add(
      "accents",
      "“Çéàß” 😀 – said [Zoë Ünal|person-zoe-unal] to [Mäx|person-max]. And [Zoë|person-zoe-unal] left.")
    return sample.dossier()
  }
}
