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

  package let files: [File]
  package var count: Int { files.reduce(0) { $0 + $1.count } }

  init(_ proposals: [Proposal], in dossier: Dossier) {
    let articles = Dictionary(
      dossier.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    files = Proposal.Kind.allCases.compactMap { kind in
      let ofKind = proposals.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { return nil }
      var text = "# \(kind.heading)\n"
      for proposal in ofKind {
        text += "\n"
        if let printed = proposal.printed { text += "# \(Self.oneLine(printed))\n" }
        var told: Set<String> = []
        for citation in proposal.evidence.prefix(6) {
          guard let line = Self.line(citation, articles), told.insert(line).inserted else { continue }
          text += "# " + line + "\n"
        }
        text += proposal.lines.joined(separator: "\n") + "\n"
      }
      return File(name: kind.rawValue + ".txt", text: text, count: ofKind.count)
    }
  }

  /// The sentence that a citation stands in, with its article.
  private static func line(_ citation: Citation, _ articles: [ArticleID: LinkedArticle]) -> String? {
    guard let linked = articles[citation.article] else { return nil }
    let sentence = linked.annotated.sentences.last {
      $0.range.lowerBound <= citation.range.lowerBound
    }
    guard let sentence else { return nil }
    return "a:\(linked.id) \(sentence.id): \(oneLine(String(linked.article.text[sentence.range])))"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension Proposal.Kind {
  fileprivate var heading: String {
    switch self {
    case .misprint: "Misprints of a name"
    case .nearName: "Names that may be one"
    case .successor: "A group that may have gone on under another name"
    case .visitDate: "Days on which a page was visited, not published"
    case .publicationBounds: "When articles without a date were published"
    case .event: "Events that several articles report, with the same quotation"
    case .backgroundEvent: "Events that several articles mention"
    case .quotation: "The same words in several articles"
    case .speaker: "Speakers carried over from another sentence"
    case .paragraph: "Paragraphs that the source broke"
    case .figure: "Figures that count the same thing"
    case .notice: "Warnings that an outlet prints"
    }
  }
}

extension SiteBuilder {
  /// What the machine suggests for a folder; nil where it holds no article.
  package func proposals(
    for workspace: Workspace, without outputs: [String], on machine: BuildMachine
  ) async -> (listing: ProposalListing?, diagnostics: [Diagnostic]) {
    var run = BuildRun()
    let linked = await dossier(of: workspace, without: outputs, nil, on: machine, run: &run)
    let listing = linked.map { dossier in
      ProposalListing(ProposalFinder(knowledge: knowledge).proposals(for: dossier), in: dossier)
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
