import DossierPages

/// A form in which a site's facts are given out beside its pages.
package struct Exporter: Sendable {
  /// As it stands in options and messages.
  package let name: String
  package let files: @Sendable (SitePlan) -> [OutputFile]

  package init(name: String, files: @escaping @Sendable (SitePlan) -> [OutputFile]) {
    self.name = name
    self.files = files
  }

  /// All that every build writes.
  package static let all: [Exporter] = [.json, .events, .claims]

  /// `data/dossier.json`, for programs; its schema lies beside it.
  package static let json = Exporter(name: "json") { plan in
    [OutputFile(path: "data/dossier.json", bytes: DossierJSON.bytes(of: plan))]
  }

  /// The timeline as a table, as a calendar, and for TimelineJS.
  package static let events = Exporter(name: "events") { EventExports(plan: $0).files }

  /// Each claim with the sentences that prove it.
  package static let claims = Exporter(name: "claims") { [ClaimsExport(plan: $0).file] }
}
