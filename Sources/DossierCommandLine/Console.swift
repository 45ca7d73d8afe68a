import ArgumentParser
import DossierBuild
import DossierSource

/// Says what a command found: messages on standard error, results on standard output.
struct Console: Sendable {
  enum Volume { case quiet, normal, verbose }

  /// Of one kind of message so many are shown, and the others counted.
  private static let limit = 10

  private let format: OutputArguments.Format
  private let volume: Volume
  /// Nil where nobody would read it, or no text is wanted.
  private let progress: ProgressLine?

  init(format: OutputArguments.Format, volume: Volume) {
    self.format = format
    self.volume = volume
    progress = format == .text && volume != .quiet && Terminal.hasReader ? ProgressLine() : nil
  }

  func show(_ diagnostics: [Diagnostic]) {
    progress?.end()
    let audible = diagnostics.filter(isAudible)
    switch format {
    case .json: for diagnostic in diagnostics { Terminal.printError(JSONLine(diagnostic).text) }
    case .text:
      for line in DiagnosticListing(audible, limit: volume == .verbose ? .max : Self.limit).lines {
        Terminal.printError(Terminal.showsColor ? line.colored : line.text)
      }
      if volume != .quiet, let count = DiagnosticListing.count(of: diagnostics) {
        let hidesNotes = audible.count < diagnostics.count
        Terminal.printError(count + (hidesNotes ? "; --verbose shows the notes" : ""))
      }
    }
  }

  /// Shows what stopped a command, and gives the exit that goes with it.
  func failure(_ error: BuildError) -> ExitCode {
    progress?.end()
    switch format {
    case .json: Terminal.printError(JSONLine(error).text)
    case .text: Terminal.printError(error.description)
    }
    return ExitCode(1)
  }

  func showResult(_ line: String, as result: JSONLine) {
    progress?.end()
    switch format {
    case .json: Terminal.print(result.text)
    case .text: if volume != .quiet { Terminal.print(line) }
    }
  }

  /// Tells something beside the result.
  func note(_ line: String) {
    progress?.end()
    if volume != .quiet, format == .text { Terminal.printError(line) }
  }

  /// Tells of trouble that the command goes round.
  func note(_ error: BuildError) { note("\(error.path): note: \(error.message); \(error.remedy)") }

  /// Tells how a build goes on.
  func tell(_ event: BuildEvent) {
    guard volume != .quiet, format == .text else { return }
    switch event {
    case .waitsForAnotherBuild(let folder):
      Terminal.printError("Another build writes to \(folder); waiting for it to end")
    case .progress(let news): progress?.take(news)
    }
  }

  /// Ends what is told of a build that goes on.
  func endProgress() { progress?.end() }

  /// How long each stage took, and how many pages were made anew in all that time.
  func show(_ timings: StageTimings, made: Int) {
    progress?.end()
    for stage in timings.stages {
      Terminal.printError("\(stage.name.padded(to: 18))\(stage.duration.milliseconds.padded(to: -10)) ms")
    }
    Terminal.printError("\("total".padded(to: 18))\(timings.total.milliseconds.padded(to: -10)) ms")
    Terminal.printError("\("pages made".padded(to: 18))\(made.grouped.padded(to: -10))")
  }

  private func isAudible(_ diagnostic: Diagnostic) -> Bool {
    switch volume {
    case .quiet: diagnostic.severity == .error
    case .normal: diagnostic.severity != .note
    case .verbose: true
    }
  }
}

extension Duration {
  /// Seconds with two digits behind the point.
  var seconds: String {
    Self.decimal(hundredths: components.seconds * 100 + components.attoseconds / 10_000_000_000_000_000)
  }

  /// Milliseconds with two digits behind the point.
  fileprivate var milliseconds: String {
    Self.decimal(hundredths: components.seconds * 100_000 + components.attoseconds / 10_000_000_000_000)
  }

  private static func decimal(hundredths: Int64) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Int {
  /// With a comma between each three digits.
  var grouped: String {
    let digits = Array(String(magnitude))
    let head = digits.count % 3
    var groups = head > 0 ? [String(digits[..<head])] : []
    for start in stride(from: head, to: digits.count, by: 3) {
      groups.append(String(digits[start..<start + 3]))
    }
    return (self < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}

extension String {
  /// Filled up with blanks: behind the text, or before it where the width is negative.
  fileprivate func padded(to width: Int) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, abs(width) - count))
    return width < 0 ? blanks + self : self + blanks
  }
}
