import DossierEditions
import DossierPages
import DossierRendering
import DossierSource

/// A site before it is written: its pages, what makes files of them, and what these must not hold.
struct PlannedSite: Sendable {
  let plan: SitePlan
  let renderer: SiteRenderer
  /// Nil where everything may be shown.
  let leaks: LeakTest?
  /// Of what is not from articles and yet on their pages: the theme's texts, and the editor's notes.
  let dressing: Fingerprint
  /// What each page is made of; nil where all are to be made.
  var fingerprints: PageFingerprints?

  var groups: [OutputGroup] { OutputGroups(of: plan, renderer: renderer).all }

  func rendered(_ group: OutputGroup) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    group.rendered(plan, renderer)
  }

  /// Writes the files of a group, but for pages that are made of the same as those that lie there.
  func write(_ group: OutputGroup, with writer: OutputWriter) throws(BuildError) -> WrittenGroup {
    switch group {
    case .pages(let pages): return try write(pages, with: writer)
    case .export(let exporter) where leaks == nil:
      var files: [OutputWriter.WrittenFile] = []
      for file in exporter.files(plan) { files += try writer.write(file) }
      return WrittenGroup(diagnostics: [], files: files)
    case .export, .theme, .search, .texts, .web:
      let (files, diagnostics) = rendered(group)
      try requireNoLeak(in: files)
      return WrittenGroup(diagnostics: diagnostics, files: try writer.write(files))
    }
  }

  private func write(
    _ pages: [PlannedPage], with writer: OutputWriter
  ) throws(BuildError) -> WrittenGroup {
    var kept: [OutputWriter.WrittenFile] = []
    var made: [(file: OutputFile, from: Fingerprint?)] = []
    var diagnostics: [Diagnostic] = []
    var count = 0
    for page in pages {
      let fingerprint = fingerprints?.fingerprint(of: page)
      if let fingerprint, let files = writer.kept(plan.files(of: page).map(\.string), madeFrom: fingerprint) {
        kept += files
        continue
      }
      let rendered = renderer.files(for: plan.page(page))
      // What went wrong in making it is to be told by each build.
      made += rendered.files.map { ($0, rendered.diagnostics.isEmpty ? fingerprint : nil) }
      diagnostics += rendered.diagnostics
      count += 1
    }
    try requireNoLeak(in: made.map(\.file))
    var written = try writer.write(made.map(\.file))
    for place in written.indices { written[place].made = made[place].from }
    return WrittenGroup(diagnostics: diagnostics, files: kept + written, made: count)
  }

  /// Tests all files of the site without writing any.
  func requireNoLeak(on machine: BuildMachine) async throws(BuildError) {
    guard leaks != nil else { return }
    let results = await groups.concurrentMap(width: machine.jobs, chunk: 1) { group in
      Result<Void, BuildError> { () throws(BuildError) in try requireNoLeak(in: rendered(group).files) }
    }
    for result in results { try result.get() }
  }

  /// Rather no site than one that shows what its profile or its editor hides.
  func requireNoLeak(in files: [OutputFile]) throws(BuildError) {
    guard let leaks else { return }
    for file in files {
      guard let leak = leaks.leak(in: file.path, file.bytes) else { continue }
      throw BuildError(
        path: file.path, message: "nothing was written: \(leak)",
        remedy:
          "look where these words come from: a template, a note, a title of the editor's, or an error of the tool"
      )
    }
  }
}
