import DossierBuild
import Synchronization

/// The line of a terminal that tells how far a build has come, written over and over again.
///
/// It comes only when a build takes long, and goes before anything else is said.
final class ProgressLine: Sendable {
  private struct State {
    var start: ContinuousClock.Instant?
    var stage: BuildProgress.Stage?
    var stageStart = ContinuousClock.now
    var drawn: ContinuousClock.Instant?
  }

  /// A build that is over before that needs no line.
  private static let patience = Duration.milliseconds(500)
  private static let rhythm = Duration.milliseconds(100)

  private let state = Mutex(State())

  /// Takes a build's news, from whatever thread.
  func take(_ progress: BuildProgress) {
    state.withLock { state in
      let now = ContinuousClock.now
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.stageStart = now
      }
      let start = state.start ?? now
      state.start = start
      guard now - start > Self.patience, state.drawn.map({ now - $0 > Self.rhythm }) ?? true else { return }
      state.drawn = now
      Terminal.rewriteErrorLine(Self.text(of: progress, after: now - state.stageStart))
    }
  }

  /// Takes the line away; the next build begins anew.
  func end() {
    state.withLock { state in
      if state.drawn != nil { Terminal.rewriteErrorLine("") }
      state = State()
    }
  }

  /// What the line says of a stage that has gone on for some time.
  static func text(of progress: BuildProgress, after time: Duration) -> String {
    let total = progress.total.grouped
    let what =
      switch progress.stage {
      case .read: "Reading \(progress.done.grouped) of \(total) articles"
      case .analyse: "Analysing \(progress.done.grouped) of \(total) articles"
      case .link: "Linking \(total) articles"
      case .write: "Writing \(progress.done.grouped) of \(total) pages"
      }
    // What few steps took says little of the rest.
    guard progress.done * 50 >= progress.total, progress.done > 0, time > .milliseconds(300) else {
      return what
    }
    let left = (time * (progress.total - progress.done) / progress.done).components.seconds + 1
    let words = left < 60 ? "\(left) s" : "\(left / 60) min \(left % 60) s"
    return "\(what), about \(words) left"
  }
}
