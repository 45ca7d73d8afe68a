import Synchronization

/// How far a stage has come.
package struct BuildProgress: Sendable, Hashable {
  package enum Stage: Sendable, Hashable { case read, analyse, link, write }

  package let stage: Stage
  package let done: Int
  /// Articles, or pages where they are written.
  package let total: Int
}

/// Counts what a stage has done, on whatever task it does it, and tells so now and then.
final class ProgressCount: Sendable {
  private let stage: BuildProgress.Stage
  private let total: Int
  /// So many steps lie between two times that it tells.
  private let stride: Int
  private let tell: @Sendable (BuildEvent) -> Void
  private let done = Atomic(0)

  init(_ stage: BuildProgress.Stage, of total: Int, tell: @escaping @Sendable (BuildEvent) -> Void) {
    (self.stage, self.total, self.tell) = (stage, total, tell)
    stride = max(1, total / 500)
    tell(.progress(BuildProgress(stage: stage, done: 0, total: total)))
  }

  func step(by count: Int = 1) {
    let (before, now) = done.add(count, ordering: .relaxed)
    guard before / stride != now / stride else { return }
    tell(.progress(BuildProgress(stage: stage, done: now, total: total)))
  }
}

extension BuildMachine {
  /// Begins to count the steps of a stage.
  func progress(_ stage: BuildProgress.Stage, of total: Int) -> ProgressCount {
    ProgressCount(stage, of: total, tell: tell)
  }
}
