/// What open pages are told: which state of the site is the newest, and what is wrong.
package struct LiveState: Sendable, Equatable {
  /// Where the site lies; nil while there is none.
  package var folder: String?
  /// Another text for each state of the site; a page that shows another one loads itself anew.
  package var site: String
  /// An object of JSON, as `LiveScript` reads it.
  package var trouble: String

  package static let noTrouble = "{}"

  package init(folder: String?, site: String, trouble: String = LiveState.noTrouble) {
    self.folder = folder
    self.site = site
    self.trouble = trouble
  }
}

/// A page as it is served: with a script that loads it anew when the site changes.
///
/// The script is added to the answer and never to a file, so the site on disk stays what a build made it. The page's
/// own policy lets scripts of the site run but lets none connect; it is widened by the site itself, and no further.
struct LivePage {
  private let before: [UInt8]
  private let state: LiveState

  /// Below the path of the server's own answers, with the token that a request to change something must know.
  init(reserved: String, token: String, state: LiveState) {
    self.state = state
    before = Array(
      "<script src=\"\(reserved)live.js\" data-site=\"\(state.site)\" data-hooks=\"\(reserved)\(token)/\" defer></script>\n"
        .utf8)
  }

  /// The page with the script; one that stands for another path gets the folder that its links start from.
  func bytes(of page: [UInt8], linkingFrom base: BasePath? = nil) -> [UInt8] {
    var page = page
    let end = Self.lastIndex(of: "</body", in: page) ?? page.endIndex
    page.insert(contentsOf: before, at: end)
    if let policy = Self.firstIndex(behind: "http-equiv=\"Content-Security-Policy\" content=\"", in: page) {
      page.insert(contentsOf: Array("connect-src 'self'; ".utf8), at: policy)
    }
    guard let base else { return page }
    if let none = Self.firstIndex(behind: "base-uri 'none", in: page) {
      page.replaceSubrange(none - 4..<none, with: Array("self".utf8))
    }
    if let head = Self.firstIndex(behind: "<head>", in: page) {
      page.insert(contentsOf: Array("<base href=\"\(base.text)\">".utf8), at: head)
    }
    return page
  }

  /// A page of the server's own, for a site that has none yet.
  static func plain(_ title: String, _ text: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p>\(text)</p>
      </main>
      </body>
      </html>

      """.utf8)
  }

  /// Where some words end that stand near the start of a page.
  private static func firstIndex(behind words: StaticString, in page: [UInt8]) -> Int? {
    let words = words.withUTF8Buffer(Array.init)
    let last = min(page.count, 8_192) - words.count
    guard last >= 0 else { return nil }
    return (0...last).first { page[$0..<$0 + words.count].elementsEqual(words) }.map { $0 + words.count }
  }

  private static func lastIndex(of words: StaticString, in page: [UInt8]) -> Int? {
    let words = words.withUTF8Buffer(Array.init)
    guard page.count >= words.count else { return nil }
    return (0...page.count - words.count).last { page[$0..<$0 + words.count].elementsEqual(words) }
  }
}
