import DossierBuild
import DossierSource
import Foundation

/// One message or result as a line of JSON, for programs.
struct JSONLine {
  let text: String

  init(_ diagnostic: Diagnostic) {
    text = Self.encoded(
      Message(
        severity: diagnostic.severity.rawValue, id: diagnostic.id, path: diagnostic.location.path,
        line: diagnostic.location.line, column: diagnostic.location.column, message: diagnostic.message,
        remedy: diagnostic.remedy))
  }

  init(_ error: BuildError) {
    text = Self.encoded(
      Message(
        severity: "error", id: "build", path: error.path, line: nil, column: nil, message: error.message,
        remedy: error.remedy))
  }

  /// The counts of a result by name.
  init(_ result: [String: Int]) { text = Self.encoded(result) }

  private struct Message: Encodable {
    let severity: String
    let id: String
    let path: String
    let line: Int?
    let column: Int?
    let message: String
    let remedy: String
  }

  private static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
