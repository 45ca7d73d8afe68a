import DossierBuild
import DossierServer
import DossierSource
import Foundation

/// What open pages are to know of the rounds of building.
struct LivePreview {
  /// So many messages stand on a page; the terminal has them all.
  private static let limit = 20
  /// Another one for each process, so that pages of an earlier server load themselves anew.
  static let firstState = String(UInt64.random(in: 0 ... .max), radix: 36)

  let server: PreviewServer
  private let site: SiteArguments
  private let building: BuildArguments
  private var state: LiveState
  private var changes = 0

  init(_ server: PreviewServer, _ site: SiteArguments, _ building: BuildArguments) {
    (self.server, self.site, self.building) = (server, site, building)
    state = server.state
  }

  /// A folder that a site was built into; nil for any other, since files of somebody else are not to be served.
  static func served(_ folder: String) -> String? { DiskFileSystem().holdsSite(folder) ? folder : nil }

  /// Tells open pages what a round came to.
  mutating func take(_ outcome: BuildRounds.Outcome) {
    if let workspace = try? site.workspace(in: DiskFileSystem()) {
      state.folder = Self.served(building.folder(for: workspace))
    }
    if outcome.changedSite {
      changes += 1
      state.site = "\(Self.firstState)-\(changes)"
    }
    state.trouble = Trouble(of: outcome, limit: Self.limit)?.json ?? LiveState.noTrouble
    server.announce(state)
  }

  /// What is wrong, in the form in which pages get it.
  private struct Trouble: Encodable {
    struct Told: Encodable {
      let severity: String
      let place: String
      let message: String
      let remedy: String
    }

    let headline: String
    /// Whether the site is not what it should be.
    let isSerious: Bool
    let shown: [Told]
    let more: String?

    /// Nil where all is well.
    init?(of outcome: BuildRounds.Outcome, limit: Int) {
      switch outcome {
      case .failed(let error):
        headline = "The site could not be built; this is the last good one"
        isSerious = true
        shown = [Told(severity: "error", place: error.path, message: error.message, remedy: error.remedy)]
        more = nil
      case .built(let report, let diagnostics):
        let errors = diagnostics.filter { $0.severity == .error }
        let told = errors + diagnostics.filter { $0.severity == .warning }
        guard !told.isEmpty else { return nil }
        let count = DiagnosticListing.totals(of: told)
        headline =
          report.pages > 0 ? count : "The site could not be built; this is the last good one: \(count)"
        isSerious = report.pages == 0 || !errors.isEmpty
        shown = told.prefix(limit).map {
          Told(
            severity: $0.severity.rawValue, place: $0.location.description, message: $0.message,
            remedy: $0.remedy)
        }
        more = told.count > limit ? "… and \((told.count - limit).grouped) more, in the terminal" : nil
      }
    }

    var json: String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? LiveState.noTrouble
    }
  }
}
