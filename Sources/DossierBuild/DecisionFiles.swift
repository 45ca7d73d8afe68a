import DossierIngest
import DossierModel
import DossierSource

/// Reads the editor's lines from the files that hold them.
struct DecisionFiles {
  static let folder = "decisions"

  private(set) var decisions: [Decision] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Of a content folder; where it has no such files, nothing is done.
  init(of content: String, files: any FileSystem) {
    let folder = content.appending(path: Self.folder)
    guard files.status(of: folder)?.kind == .folder else { return }
    var sources: [SourceFile] = []
    do {
      let names = try files.names(in: folder).filter { !$0.hasPrefix(".") }
      diagnostics += names.filter(Self.isAstray).sorted().map { Self.unread($0).placed(below: content) }
      for name in names where name.hasSuffix(".txt") {
        let path = SourcePath(Self.folder + "/" + name)
        sources.append(
          SourceFile(path: path, bytes: try files.contents(of: content.appending(path: path.string))))
      }
    } catch {
      diagnostics.append(.unreadable(error))
    }
    guard !sources.isEmpty else { return }
    let reader = DecisionsReader(reading: sources)
    decisions = reader.decisions
    diagnostics += reader.diagnostics.map { $0.placed(below: content) }
  }

  /// Whether somebody may think that a file is read which is not; what text editors keep as a copy is none.
  private static func isAstray(_ name: String) -> Bool {
    ![".txt", "~", ".bak"].contains { name.hasSuffix($0) }
  }

  private static func unread(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, "decisions-unread", "this is not read: lines of the editor stand in files that end in .txt",
      remedy: "rename it, or move it elsewhere", at: SourceLocation(path: folder + "/" + name))
  }
}

extension DecisionRecord {
  /// What there is to tell of lines that contradict each other, fit nothing, or lack a reason.
  func diagnostics(below content: String) -> [Diagnostic] {
    guard !decisions.isEmpty else { return [] }
    let told =
      conflicts.compactMap(conflict) + stale.compactMap(staleness) + decisions.compactMap(Self.withoutReason)
    return told.map { $0.placed(below: content) }
  }

  private func conflict(_ conflict: DecisionConflict) -> Diagnostic? {
    guard let first = decision(conflict.first), let second = decision(conflict.second) else { return nil }
    return Diagnostic(
      .error, "contradicting-decisions",
      "'\(second.line)' contradicts '\(first.line)' in \(first.location)",
      remedy: "take one of the two lines away; until then neither is followed", at: second.location)
  }

  private func staleness(_ stale: StaleDecision) -> Diagnostic? {
    guard let decision = decision(stale.decision) else { return nil }
    let (what, remedy) = stale.told
    return Diagnostic(.warning, "stale-decision", what, remedy: remedy, at: decision.location)
  }

  private static func withoutReason(_ decision: Decision) -> Diagnostic? {
    switch decision.verb {
    case .hide, .redact, .withhold, .merge, .notSame: break
    default: return nil
    }
    guard decision.signature.why == nil else { return nil }
    return Diagnostic(
      .note, "decision-without-reason", "'\(decision.line)' does not say why",
      remedy: "add why=\"…\" at the end of the line", at: decision.location)
  }
}

extension StaleDecision {
  /// What no longer fits, and what to do about it.
  fileprivate var told: (what: String, remedy: String) {
    let nearest = candidates.first.map { "; the nearest is \($0)" } ?? ""
    let remedy = "change the line or take it away\(nearest)"
    switch reason {
    case .noArticle: return ("no article is called \(selector)", remedy)
    case .severalArticles, .severalNames:
      return (
        "\(selector) fits several", "write one of them: \(candidates.joined(separator: ", "))"
      )
    case .noName: return ("no name in any article is \(selector)", remedy)
    case .noEvent: return ("no event is called \(selector)", remedy)
    case .noWords: return ("\(selector) does not stand in the article", remedy)
    case .noQuotation: return ("no quotation in the article has the words \(selector)", remedy)
    case .noFigure: return ("no figure in the article is \(selector)", remedy)
    case .noDate: return ("no date in the article is printed \(selector)", remedy)
    case .noLineBreak:
      return ("no paragraph of the article ends in \(selector) before the other words", remedy)
    case .tellsNoEvent: return ("nothing that \(selector) reports was found to be an event", remedy)
    case .notInEvent: return ("\(selector) shares the event with no other article", remedy)
    case .noOutlet: return ("no article is by \(selector)", remedy)
    }
  }
}
