import ArgumentParser
import DossierBuild
import DossierSource

/// `dossier review`: the open suggestions one by one, each answered with a key and kept as a line of the editor.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Asks about each suggestion, and writes the answers to content/decisions/.",
    discussion: """
      Shows what 'dossier propose' prints, one suggestion at a time, and takes an answer a line:
      y accepts it, n rejects it, s skips it, e lets you write the line anew, q ends. Words behind y, n or e are the \
      reason (why=). Answers are added to content/decisions/review.txt as soon as they are given; the end of the \
      input ends the review.
      """)

  @OptionGroup var site: SiteArguments

  @Option(help: "Who decides: signs each line with by=.")
  var by: String?

  @OptionGroup var messages: OutputArguments

  func run() async throws {
    let console = messages.console
    do {
      try await review(console)
    } catch let error as BuildError {
      throw console.failure(error)
    }
  }

  private func review(_ console: Console) async throws {
    let (workspace, listing) = try await site.proposals(on: console)
    let file = AnswerFile(of: workspace, files: DiskFileSystem())
    var walk = ReviewWalk(through: listing.open, by: by, into: file)
    try walk.run()
    let rest = listing.count - walk.accepted - walk.rejected
    console.showResult(
      "\(walk.accepted.grouped) accepted, \(walk.rejected.grouped) rejected, \(rest.grouped) left open",
      as: JSONLine(["accepted": walk.accepted, "rejected": walk.rejected, "open": rest]))
  }
}

/// One pass through the open suggestions, with the answers that are given on it.
private struct ReviewWalk {
  private enum Answer {
    case accept, reject, skip, edit, quit

    init?(_ word: some StringProtocol) {
      switch word.lowercased() {
      case "y", "yes": self = .accept
      case "n", "no": self = .reject
      case "s", "skip": self = .skip
      case "e", "edit": self = .edit
      case "q", "quit": self = .quit
      default: return nil
      }
    }
  }

  private let open: [OpenProposal]
  private let by: String?
  private let file: AnswerFile
  private(set) var accepted = 0
  private(set) var rejected = 0

  init(through open: [OpenProposal], by: String?, into file: AnswerFile) {
    (self.open, self.by, self.file) = (open, by, file)
  }

  /// Asks until all is answered or the input ends.
  mutating func run() throws(BuildError) {
    for (number, proposal) in open.enumerated() {
      show(proposal, number: number + 1)
      guard try settle(proposal) else { return }
    }
  }

  private func show(_ proposal: OpenProposal, number: Int) {
    Terminal.print("\(number) of \(open.count): \(proposal.heading)")
    if let printed = proposal.printed { Terminal.print("  printed in the source: \(printed)") }
    for sentence in proposal.sentences {
      let outlet = sentence.outlet.map { ", \($0)" } ?? ""
      Terminal.print("  \(sentence.place)\(outlet): \(sentence.text)")
    }
    for line in proposal.lines { Terminal.print("    \(line)") }
  }

  /// Takes answers to one suggestion until one can be followed; false ends the walk.
  private mutating func settle(_ proposal: OpenProposal) throws(BuildError) -> Bool {
    while let line = Terminal.ask("Accept? y, n, s, e, q: ") {
      let words = line.split(separator: " ", maxSplits: 1)
      let why = words.count > 1 ? String(words[1]) : nil
      switch words.first.flatMap({ Answer($0) }) {
      case .accept:
        if try keep(.accept, proposal.lines, why: why) { return true }
      case .reject:
        if try keep(.reject, proposal.lines, why: why) { return true }
      case .edit:
        guard let lines = edited(proposal.lines) else { return false }
        if try keep(.accept, lines, why: why) { return true }
      case .skip: return true
      case .quit: return false
      case nil: Terminal.print("y accepts, n rejects, s skips, e lets you write the line anew, q ends.")
      }
    }
    return false
  }

  /// The lines as they are written anew, one by one; an empty answer leaves a line as it is.
  private func edited(_ lines: [String]) -> [String]? {
    var edited: [String] = []
    for line in lines {
      guard let answer = Terminal.ask("Instead of \(line): ") else { return nil }
      edited.append(answer.allSatisfy(\.isWhitespace) ? line : answer)
    }
    return edited
  }

  /// Adds an answer to the editor's lines; one that cannot be read is told, and asked for again.
  private mutating func keep(
    _ verdict: DecisionAnswer.Verdict, _ lines: [String], why: String?
  ) throws(BuildError) -> Bool {
    let answer: DecisionAnswer
    do {
      answer = try DecisionAnswer(verdict, lines, by: by, why: why)
    } catch {
      Terminal.print(error.text)
      return false
    }
    try file.add(answer)
    for line in answer.lines { Terminal.print("→ \(file.path): \(line)") }
    if verdict == .accept { accepted += 1 } else { rejected += 1 }
    return true
  }
}
