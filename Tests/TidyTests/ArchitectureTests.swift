import Foundation
import Testing

/// Holds the sources to the rules that docs/ARCHITECTURE.md states.
@Suite struct ArchitectureTests {
  /// What any module may use beside what the table gives it.
  private static let platform: Set<String> = ["Foundation", "Glibc", "Synchronization"]
  private static let withMachine: Set<String> = ["DossierBuild", "DossierServer", "DossierCommandLine"]
  private static let tools: Set<String> = [
    "dossier", "EmbedFilesTool", "EmbedFilesPlugin", "TrainNamesTool",
  ]

  /// The table `mayImport` as the manifest has it.
  private func table() throws -> [String: Set<String>] {
    let manifest = try #require(Repository.files(below: ["Package.swift"], endings: ["swift"]).first).text
    let start = try #require(manifest.range(of: "let mayImport"))
    let end = try #require(manifest[start.upperBound...].range(of: "\n]\n"))
    var table: [String: Set<String>] = [:]
    let body = manifest[start.upperBound..<end.lowerBound].split(separator: "= [", maxSplits: 1)[1]
    for entry in body.components(separatedBy: "],") {
      let names = entry.components(separatedBy: "\"").enumerated().filter { !$0.offset.isMultiple(of: 2) }
      guard let module = names.first?.element else { continue }
      table[module] = Set(names.dropFirst().map(\.element))
    }
    return table
  }

  @Test func noTwoTraitsOfAWordShareABit() throws {
    let traits = try #require(Repository.sources.first { $0.path.hasSuffix("/WordTraits.swift") })
    let bits = traits.lines.filter { $0.contains("= WordTraits(bit: ") }
      .compactMap { $0.components(separatedBy: "bit: ").last?.prefix { $0.isNumber } }
    #expect(bits.count > 50 && Set(bits).count == bits.count)
  }

  @Test func modulesImportOnlyWhatTheTableLetsThem() throws {
    let table = try table()
    #expect(table.count == 16)
    for file in Repository.sources where !Self.tools.contains(file.module) && file.path.hasSuffix(".swift") {
      let allowed = try #require(table[file.module], "\(file.module) is not in the table").union(
        Self.platform)
      for line in file.lines where line.hasPrefix("import ") {
        let module = String(line.dropFirst("import ".count))
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func siblingsDoNotKnowEachOther() throws {
    let table = try table()
    let siblings: Set = ["DossierIngest", "DossierAnalysis", "DossierLinking", "DossierPages"]
    for sibling in siblings {
      #expect(table[sibling]?.isDisjoint(with: siblings) == true, "\(sibling) imports a sibling")
    }
  }

  @Test func onlyBuildAndCommandLineTouchTheMachine() {
    let banned = [
      "FileManager", "Date()", "Date.now", "Locale.", "Locale(", "Calendar.", "Calendar(", "TimeZone.",
      "DateFormatter",
      "ProcessInfo", "getenv(", " print(", "fopen(", "URLSession", "ContinuousClock", " async ", "Task {",
      "withTaskGroup", ".random(", ".shuffled()",
    ]
    for file in Repository.sources where !Self.withMachine.union(Self.tools).contains(file.module) {
      for (number, line) in file.lines.enumerated() where !line.isComment {
        for call in banned where line.contains(call) {
          Issue.record("\(file.path):\(number + 1) uses '\(call)': only Build and CommandLine may")
        }
      }
    }
  }

  @Test func noCodeCrashesOnContentOrEscapesTheChecks() {
    let banned = [
      "try!", "as!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)", "hashValue", "Hasher()",
      "NSRegularExpression", "swiftlint:", "swift-format-ignore",
    ]
    for file in Repository.sources where !Self.tools.contains(file.module) {
      for (number, line) in file.lines.enumerated() where !line.isComment {
        for call in banned where line.contains(call) {
          Issue.record("\(file.path):\(number + 1) uses '\(call)'")
        }
      }
    }
  }

  @Test func filesStayWithin500Lines() {
    for file in Repository.files(below: ["Sources", "Tests"], endings: ["swift"]) {
      #expect(
        file.lines.count <= 501,
        "\(file.path) has \(file.lines.count) lines: split it by its reasons to change")
    }
  }
}

extension Substring {
  fileprivate var isComment: Bool { drop { $0 == " " }.hasPrefix("//") }

  /// A trait is a bit with a number that nobody gives twice: two that share one would be one.
  @Test func noTwoTraitsOfAWordShareABit() throws {
    let file = try #require(
      Repository.sources.first { $0.path.hasSuffix("DossierAnalysis/WordTraits.swift") })
    let bits = file.lines.compactMap { $0.firstMatch(of: /WordTraits\(bit: ([0-9]+)\)/)?.1 }
    #expect(bits.count > 60)
    #expect(bits.count == Set(bits).count)
  }
}
