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

  var groups: [OutputGroup] { OutputGroups(of: plan, renderer: renderer).all }

  func rendered(_ group: OutputGroup) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    group.rendered(plan, renderer)
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
