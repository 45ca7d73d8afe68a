import DossierPages
import DossierRendering
import DossierSource

extension SiteBuilder {
  /// Writes the dossier of a workspace as one document for paper; it obeys the profile and the editor as a site does.
  ///
  /// The report has no pages where there was nothing to print.
  package func print(
    _ workspace: Workspace, to path: String, on machine: BuildMachine
  ) async throws(BuildError) -> BuildReport {
    var run = BuildRun()
    let outputs = [workspace.defaultOutput]
    let site = await site(of: workspace, without: outputs, nil, on: machine, run: &run)
    guard let site else { return run.report(pages: 0) }
    let dossier = site.plan.printed()
    let (bytes, diagnostics) = site.renderer.printed(dossier)
    run.diagnostics += diagnostics
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try site.requireNoLeak(in: [OutputFile(path: name, bytes: bytes)])
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try machine.files.makeFolder(String(path[..<slash]))
    }
    try machine.files.replace(path, with: bytes)
    return run.report(pages: dossier.articles.count + dossier.actors.count + dossier.events.count)
  }
}
