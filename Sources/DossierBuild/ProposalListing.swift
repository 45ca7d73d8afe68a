import DossierLinking
import DossierModel
import DossierSource

/// The machine's suggestions as files of lines: accepted by moving a line, rejected by `not-` before it.
package struct ProposalListing: Sendable {
  static let folder = "proposals"

  /// What there is of one kind, under the name of its file.
  package struct File: Sendable {
    package let name: String
    package let text: String
    package let count: Int
  }

  /// By kind, each with what it rests on.
  package let open: [OpenProposal]
  package let files: [File]
  package var count: Int { open.count }

  init(_ proposals: [Proposal], in dossier: Dossier) {
    let articles = Dictionary(
      dossier.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let open = proposals.map { OpenProposal($0, in: articles) }
    files = Proposal.Kind.allCases.compactMap { kind in
      let ofKind = open.filter { $0.kind == kind }
      guard let first = ofKind.first else { return nil }
      var text = "# \(first.heading)\n"
      for proposal in ofKind {
        text += "\n"
        if let printed = proposal.printed { text += "# \(printed)\n" }
        for sentence in proposal.sentences { text += "# \(sentence.place): \(sentence.text)\n" }
        text += proposal.lines.joined(separator: "\n") + "\n"
      }
      return File(name: kind.rawValue + ".txt", text: text, count: ofKind.count)
    }
    self.open = open
  }
}

extension SiteBuilder {
  /// What the machine suggests for a folder; nil where it holds no article.
  package func proposals(
    for workspace: Workspace, without outputs: [String], on machine: BuildMachine
  ) async -> (listing: ProposalListing?, diagnostics: [Diagnostic]) {
    var run = BuildRun()
    let builder = extended(for: workspace, on: machine)
    let linked = await builder.dossier(of: workspace, without: outputs, nil, on: machine, run: &run)
    let listing = linked.map { dossier in
      ProposalListing(ProposalFinder(knowledge: builder.knowledge).proposals(for: dossier), in: dossier)
    }
    return (listing, run.diagnostics.sorted())
  }
}

extension ProposalListing {
  /// Writes the files into the folder for proposals, where they take the place of those of before; tells their paths.
  package func write(to workspace: Workspace, files system: any FileSystem) throws(BuildError) -> [String] {
    let folder = workspace.content.appending(path: Self.folder)
    if !files.isEmpty { try system.makeFolder(folder) }
    for kind in Proposal.Kind.allCases where !files.contains(where: { $0.name == kind.rawValue + ".txt" }) {
      try system.remove(folder.appending(path: kind.rawValue + ".txt"))
    }
    var written: [String] = []
    for file in files {
      let path = folder.appending(path: file.name)
      try system.replace(path, with: Array(file.text.utf8))
      written.append(path)
    }
    return written
  }
}
