import DossierPages

/// A form in which a site's facts are given out beside its pages.
package struct Exporter: Sendable {
  /// As it stands in options and messages.
  package let name: String
  private let make: @Sendable (SitePlan, PageFingerprints?) -> [StreamedFile]

  /// An exporter of files that are made part by part.
  package init(
    name: String, streaming make: @escaping @Sendable (SitePlan, PageFingerprints?) -> [StreamedFile]
  ) {
    self.name = name
    self.make = make
  }

  /// The files of a plan; the fingerprints, where there are any, say of parts what they are made from.
  package func files(_ plan: SitePlan, _ made: PageFingerprints? = nil) -> [StreamedFile] { make(plan, made) }

  /// An exporter of files that are made as a whole.
  package init(name: String, files: @escaping @Sendable (SitePlan) -> [OutputFile]) {
    self.init(
      name: name,
      streaming: { plan, _ in
        files(plan).map { file in StreamedFile(path: file.path) { take in take(.bytes(file.bytes)) } }
      })
  }

  /// All that every build writes.
  package static let all: [Exporter] = [.json, .events, .claims]

  /// `data/dossier.json`, for programs; its schema lies beside it.
  package static let json = Exporter(
    name: "json",
    streaming: { plan, made in
      [StreamedFile(path: "data/dossier.json") { DossierJSON.write(plan, made, to: $0) }]
    })

  /// The timeline as a table, as a calendar, and for TimelineJS.
  package static let events = Exporter(name: "events") { EventExports(plan: $0).files }

  /// Each claim with the sentences that prove it.
  package static let claims = Exporter(name: "claims") { [ClaimsExport(plan: $0).file] }
}
