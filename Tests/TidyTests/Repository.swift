import Foundation

/// The repository that these tests were compiled from, as files.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A text file by its path below the root.
  struct File: Sendable {
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The module of a source file.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  /// All texts below some folders or at some paths, hidden and built files left out, sorted by path.
  static func files(below paths: [String], endings: [String]) -> [File] {
    var found: [File] = []
    for path in paths {
      let start = root.appending(path: path)
      let below = FileManager.default.enumerator(
        at: start, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
      for case let url as URL in below ?? .init() { found += file(at: url, endings) }
      found += file(at: start, endings)
    }
    return found.sorted { $0.path < $1.path }
  }

  static let sources = files(below: ["Sources"], endings: ["swift"])

  private static func file(at url: URL, _ endings: [String]) -> [File] {
    guard endings.contains(url.pathExtension), let text = try? String(contentsOf: url, encoding: .utf8) else {
      return []
    }
    return [File(path: String(url.path().dropFirst(root.path().count)), text: text)]
  }
}
