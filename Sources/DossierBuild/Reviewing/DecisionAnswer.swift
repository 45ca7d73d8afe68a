import DossierIngest
import DossierModel
import DossierSource

/// An editor's answer to something that the machine suggests, as the lines that say it.
///
/// The terminal asks for it and a preview server takes it from a click; both get their lines here, so that nothing gets
/// into `content/decisions/` that a build could not read.
package struct DecisionAnswer: Sendable, Hashable {
  package enum Verdict: String, Sendable, Hashable, CaseIterable { case accept, reject }

  /// Why no line can be made of an answer.
  package struct Trouble: Error, Sendable, Hashable {
    /// What is wrong, and what to do about it.
    package let text: String
  }

  /// Signed, one decision each.
  package let lines: [String]

  /// Takes suggested lines as they are, or rejects them by `not-` before each; signs those that nobody has signed.
  package init(
    _ verdict: Verdict, _ suggested: [String], by: String? = nil, why: String? = nil
  ) throws(Trouble) {
    var lines: [String] = []
    for line in suggested {
      let text = verdict == .accept ? line : "not-" + line
      let decision = try Self.decision(in: text)
      var signed = decision.line
      if decision.signature.why == nil, let why { signed += Self.option("why", why) }
      if decision.signature.by == nil, let by { signed += Self.option("by", by) }
      lines.append(try Self.decision(in: signed).line)
    }
    self.lines = lines
  }

  /// Reads one line as a build does.
  private static func decision(in line: String) throws(Trouble) -> Decision {
    guard !line.contains(where: \.isNewline) else {
      throw Trouble(text: "a decision is one line; leave the line break out")
    }
    let reader = DecisionsReader(reading: [SourceFile(path: SourcePath("line"), bytes: Array(line.utf8))])
    if let wrong = reader.diagnostics.first {
      let place = wrong.location.column.map { "column \($0): " } ?? ""
      throw Trouble(text: "\(place)\(wrong.message); \(wrong.remedy)")
    }
    guard let decision = reader.decisions.first else {
      throw Trouble(text: "the line says nothing; write a decision, such as page org:harbour-board")
    }
    return decision
  }

  private static func option(_ key: String, _ value: String) -> String {
    let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
    let isBare = !line.isEmpty && line.utf8.allSatisfy(Self.isBare)
    return line.isEmpty ? "" : " \(key)=\(isBare ? line : Decision.Action.quoted(line))"
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// The file that answers are added to: one of the editor's own, so its other lines stay as they are.
package struct AnswerFile: Sendable {
  static let name = "review.txt"

  package let path: String
  private let files: any FileSystem

  package init(of workspace: Workspace, files: any FileSystem) {
    path = workspace.content.appending(path: DecisionFiles.folder).appending(path: Self.name)
    self.files = files
  }

  /// Adds the lines that are not yet there; the file is at any time the old one or the new one.
  package func add(_ answer: DecisionAnswer) throws(BuildError) {
    var bytes: [UInt8] = []
    if files.status(of: path) != nil { bytes = try files.contents(of: path) }
    let known = Set(bytes.split(separator: UInt8(ascii: "\n")).map { Substring(decoding: $0, as: UTF8.self) })
    let new = answer.lines.filter { !known.contains(Substring($0)) && !known.contains(Substring($0 + "\r")) }
    guard !new.isEmpty else { return }
    if let folder = path.parentPath { try files.makeFolder(folder) }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    for line in new { bytes += Array(line.utf8) + [UInt8(ascii: "\n")] }
    try files.replace(path, with: bytes)
  }
}
