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

  /// Writes the files of a group, but for those that are made of the same as those that lie there.
  func write(_ group: OutputGroup, with writer: OutputWriter) throws(BuildError) -> WrittenGroup {
    switch group {
    case .pages(let pages):
      return try write(
        pages.map { page in
          Making(
            paths: plan.files(of: page).map(\.string), from: fingerprints?.fingerprint(of: page)
          ) { renderer.files(for: plan.page(page)) }
        }, with: writer)
    case .texts(let search, let shards):
      var written = try write(
        shards.map { shard in
          let made = fingerprints.map { search.fingerprint(ofTexts: shard, $0) }
          return Making(paths: [search.path(ofTexts: shard)], from: made) { ([search.texts(shard)], []) }
        }, with: writer)
      // Only pages are counted.
      written.made = 0
      return written
    case .export(let exporter) where leaks == nil:
      var files: [OutputWriter.WrittenFile] = []
      for file in exporter.files(plan, fingerprints) { files += try writer.write(file) }
      return WrittenGroup(diagnostics: [], files: files)
    case .export, .theme, .search, .web:
      let (files, diagnostics) = rendered(group)
      try requireNoLeak(in: files)
      return WrittenGroup(diagnostics: diagnostics, files: try writer.write(files))
    }
  }

  /// Files that are made together, of what, and how.
  private struct Making {
    let paths: [String]
    /// Nil where it is not known, and they are made each time.
    let from: Fingerprint?
    let files: () -> (files: [OutputFile], diagnostics: [Diagnostic])
  }

  private func write(_ makings: [Making], with writer: OutputWriter) throws(BuildError) -> WrittenGroup {
    var kept: [OutputWriter.WrittenFile] = []
    var made: [(file: OutputFile, from: Fingerprint?)] = []
    var diagnostics: [Diagnostic] = []
    var count = 0
    for making in makings {
      if let from = making.from, let files = writer.kept(making.paths, madeFrom: from) {
        kept += files
        continue
      }
      let rendered = making.files()
      // What went wrong in making it is to be told by each build.
      made += rendered.files.map { ($0, rendered.diagnostics.isEmpty ? making.from : nil) }
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
