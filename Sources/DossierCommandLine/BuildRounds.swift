import ArgumentParser
import DossierBuild
import DossierSource
import Foundation

/// Builds a site again whenever something changed that it is made from: what `build --watch` and `serve` do.
///
/// Each round is a whole build, the same that `build` does once; what is remembered makes it short.
struct BuildRounds {
  /// What a round came to.
  enum Outcome {
    case built(BuildReport, [Diagnostic])
    case failed(BuildError)

    /// What there is to say of it, to compare with the round before.
    var news: [String] {
      switch self {
      case .built(_, let diagnostics): diagnostics.map(\.description)
      case .failed(let error): [error.description]
      }
    }

    /// Whether files of the site are others than before.
    var changedSite: Bool {
      if case .built(let report, _) = self { report.written + report.removed > 0 } else { false }
    }
  }

  /// Rounds without news rest so long where the dates of files are looked at.
  private static let shortestRest = Duration.milliseconds(400)
  /// A machine in trouble is tried again after so long, though nothing changed: a disk that was full may not be.
  private static let shortestRetry = Duration.seconds(2)

  let site: SiteArguments
  let building: BuildArguments
  /// Whether the dates of files are looked at though the system would tell.
  let polls: Bool
  let console: Console

  /// Builds until the process ends, and hands on what became of each round in which something is new.
  func run(_ take: (Outcome) -> Void) async {
    var watch: (roots: [String], watcher: FileWatcher?)?
    var told: [String]?
    var content: String?
    while !Task.isCancelled {
      let (roots, outputs) = places()
      // Before the build, so that nothing is missed that changes meanwhile.
      if watch?.roots != roots { watch = (roots, watcher(of: roots, outputs)) }
      let start = ContinuousClock.now
      let outcome = await round(after: &content)
      console.endProgress()
      if outcome.changedSite || outcome.news != told { take(outcome) }
      told = outcome.news
      let rest = max(Self.shortestRest, (ContinuousClock.now - start) * 5)
      var retry: Duration?
      if case .failed = outcome { retry = max(Self.shortestRetry, rest) }
      if let watcher = watch?.watcher {
        if await watcher.change(within: retry) == nil { watch?.watcher = nil }
      } else {
        try? await Task.sleep(for: rest)
      }
    }
  }

  /// One build; where the folder that the one before it read is gone, nothing is built from what stands around it.
  private func round(after content: inout String?) async -> Outcome {
    do throws(BuildError) {
      let files = DiskFileSystem()
      let workspace = try site.workspace(in: files)
      if let known = content, workspace.content != known, known != workspace.root,
        files.status(of: known) == nil,
        workspace.content == workspace.root
      {
        throw BuildError(
          path: known, message: "the folder of articles is gone",
          remedy: "put it back, or end this and build from another one")
      }
      content = workspace.content
      let report = try await building.build(site, console)
      return .built(report, report.diagnostics(strict: site.strict))
    } catch {
      return .failed(error)
    }
  }

  /// What the site is made from, as far as it can be told now, and where it goes.
  private func places() -> (roots: [String], outputs: [String]) {
    let named = [site.content, site.configuration].compactMap(\.self)
    guard let workspace = try? site.workspace(in: DiskFileSystem()) else {
      return (named, [building.output].compactMap(\.self))
    }
    return (workspace.watched + named.dropFirst(), [building.folder(for: workspace)])
  }

  private func watcher(of roots: [String], _ outputs: [String]) -> FileWatcher? {
    guard !polls else { return nil }
    do throws(BuildError) {
      return try FileWatcher(roots, outputs: outputs)
    } catch {
      console.note(error)
      return nil
    }
  }
}

extension FileWatcher {
  /// Whether something changed within a time; nil where the system cannot tell any more.
  fileprivate func change(within limit: Duration?) async -> Bool? {
    let milliseconds = limit.map { Int32(clamping: Int64($0 / .milliseconds(1))) }
    // A thread of its own waits: those that tasks run on are few, and builds need them.
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: try? self.wait(milliseconds: milliseconds)) }
    }
  }
}
