import DossierRendering
import DossierSource

/// The built-in theme with a user's own files in place of its.
struct SiteTheme {
  private(set) var files: [SiteRenderer.ThemeFile]
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the user's own files lie, by their paths in the theme.
  private var places: [String: String] = [:]

  private static let words = "words.txt"
  /// What pages are made with, or is copied beside them.
  private static let endings = [".mustache", ".css", ".js", ".svg"]

  init(_ builtIn: [SiteRenderer.ThemeFile], overriddenFrom folder: String?, files system: any FileSystem) {
    files = builtIn
    guard let folder, system.status(of: folder)?.kind == .folder else { return }
    var own: [String: String] = [:]
    var waiting = [""]
    while let below = waiting.popLast() {
      do {
        let place = below.isEmpty ? folder : folder.appending(path: below)
        for name in try system.names(in: place) where !name.hasPrefix(".") {
          let path = below.isEmpty ? name : below + "/" + name
          let file = folder.appending(path: path)
          switch system.status(of: file)?.kind {
          case .folder where waiting.count < 1_000: waiting.append(path)
          case .file: own[path] = try text(of: path, at: file, system)
          case .folder, .other, nil: continue
          }
        }
      } catch {
        diagnostics.append(.unreadable(error))
      }
    }
    if let words = own[Self.words], let all = builtIn.first(where: { $0.path == Self.words }) {
      own[Self.words] = completed(words, from: all.text, at: folder.appending(path: Self.words))
    }
    for path in own.keys { places["templates/" + path] = folder.appending(path: path) }
    warnOfUnused(own, in: folder, beside: builtIn)
    files = files.filter { own[$0.path] == nil } + own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    files.sort { $0.path < $1.path }
    diagnostics.sort()
  }

  /// What is said of the theme's files, with the places of those that are the user's own.
  func placed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard let path = places[diagnostic.location.path] else { return diagnostic }
      let place = SourceLocation(
        path: path, line: diagnostic.location.line, column: diagnostic.location.column)
      return Diagnostic(
        diagnostic.severity, diagnostic.id, diagnostic.message, remedy: diagnostic.remedy, at: place)
    }
  }

  /// A file of the user's own; nil where nothing is made of it.
  private mutating func text(
    of path: String, at file: String, _ system: any FileSystem
  ) throws(BuildError) -> String? {
    guard path == Self.words || Self.endings.contains(where: path.hasSuffix) else {
      if !path.hasSuffix(".md"), !path.hasSuffix("~") { diagnostics.append(.unusedThemeFile(file)) }
      return nil
    }
    let bytes = try system.contents(of: file)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    diagnostics.append(.themeFileNotUTF8(file))
    return nil
  }

  // MARK: Words

  /// The user's words, and the theme's for all that they leave out.
  private mutating func completed(_ own: String, from all: String, at file: String) -> String {
    let known = all.split(separator: "\n").compactMap { line in Self.key(of: line).map { ($0, line) } }
    let names = Set(known.map(\.0))
    var given: Set<String> = []
    for (number, line) in own.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let key = Self.key(of: line) else { continue }
      given.insert(key)
      guard !names.contains(key) else { continue }
      diagnostics.append(
        .unknownWording(key, nearest: NearestName.name(to: key, among: names), in: file, line: number + 1))
    }
    let rest = known.filter { !given.contains($0.0) }.map { String($0.1) }
    return own + "\n" + rest.joined(separator: "\n") + "\n"
  }

  private static func key(of line: Substring) -> String? {
    guard let first = line.utf8.first, first != UInt8(ascii: "#"), let equals = line.firstRange(of: " =")
    else { return nil }
    let key = line[..<equals.lowerBound].drop { $0 == " " }
    return String(key.prefix { $0 != " " })
  }

  // MARK: Templates

  /// A template that no page of the theme has and that no other takes in: most often a name misspelt.
  private mutating func warnOfUnused(
    _ own: [String: String], in folder: String, beside builtIn: [SiteRenderer.ThemeFile]
  ) {
    let ending = ".mustache"
    let known = Set(builtIn.map(\.path))
    let unknown = own.keys.filter { $0.hasSuffix(ending) && !known.contains($0) }.sorted()
    guard !unknown.isEmpty else { return }
    let names = known.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    let texts = own.sorted { $0.key < $1.key }.map(\.value)
    for path in unknown {
      let name = String(path.dropLast(ending.count))
      let isTakenIn = texts.contains { text in
        [">", "> ", "<", "< "].contains { text.contains("{{" + $0 + name) }
      }
      guard !isTakenIn else { continue }
      diagnostics.append(
        .unusedTemplate(
          name, nearest: NearestName.name(to: name, among: names), at: folder.appending(path: path)))
    }
  }
}

extension Diagnostic {
  fileprivate static func unusedThemeFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "template-unused", "nothing is made of this file",
      remedy: "templates, words.txt, style sheets, scripts and SVG pictures are used; move it elsewhere",
      at: SourceLocation(path: path))
  }

  fileprivate static func unusedTemplate(_ name: String, nearest: String?, at path: String) -> Diagnostic {
    Diagnostic(
      .warning, "template-unused", "no page and no other template takes in '\(name)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "see templates/ of the theme for the names",
      at: SourceLocation(path: path))
  }

  fileprivate static func themeFileNotUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "template-not-utf8", "this file is not in UTF-8, so the theme's own is used",
      remedy: "save the file in UTF-8", at: SourceLocation(path: path))
  }

  fileprivate static func unknownWording(
    _ key: String, nearest: String?, in path: String, line: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-wording", "no page has words called '\(key)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "take the line away",
      at: SourceLocation(path: path, line: line))
  }
}
