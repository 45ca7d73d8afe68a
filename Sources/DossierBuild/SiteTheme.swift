import DossierRendering
import DossierSource

/// The built-in theme with a user's own files in place of its.
struct SiteTheme {
  private(set) var files: [SiteRenderer.ThemeFile]
  private(set) var diagnostics: [Diagnostic] = []

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
          case .file: own[path] = String(decoding: try system.contents(of: file), as: UTF8.self)
          case .folder, .other, nil: continue
          }
        }
      } catch {
        diagnostics.append(.unreadable(error))
      }
    }
    files = files.filter { own[$0.path] == nil } + own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    files.sort { $0.path < $1.path }
  }
}
