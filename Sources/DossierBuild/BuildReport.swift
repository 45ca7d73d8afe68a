import DossierSource

/// What a build did, and all that it has to say.
package struct BuildReport: Sendable {
  /// In the order of places.
  package let diagnostics: [Diagnostic]
  /// Sources read, with those that gave no article, and without those that the editor withholds.
  package let sources: Int
  package let articles: Int
  /// HTML pages of the site.
  package let pages: Int
  /// Files that were written because they are new or differ.
  package let written: Int
  /// Files of earlier builds that this one has no use for.
  package let removed: Int
  /// Pages that were made anew; of the others it was known that they would not differ.
  package let made: Int
  package let timings: StageTimings
  /// Claims that are not those of the last build of the same output; nil where there is none to compare with.
  package var changed: Int?

  package var skipped: Int { sources - articles }

  package func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

/// How long each stage took, in their order.
package struct StageTimings: Sendable {
  package private(set) var stages: [(name: String, duration: Duration)] = []
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  package init() {
    start = clock.now
    last = start
  }

  /// Ends a stage, which began when the one before it ended.
  package mutating func end(_ name: String) {
    let now = clock.now
    stages.append((name, now - last))
    last = now
  }

  package var total: Duration { last - start }
}

extension BuildReport {
  /// What there is to say, with what a strict reader wants of the editor's lines raised to warnings: their reasons.
  package func diagnostics(strict: Bool) -> [Diagnostic] {
    guard strict else { return diagnostics }
    return diagnostics.map { told in
      told.id == "decision-without-reason"
        ? Diagnostic(.warning, told.id, told.message, remedy: told.remedy, at: told.location) : told
    }
  }
}
