// Writes a Swift file that holds the text of the files given: OUTPUT BASE FILE…
// Paths in it are relative to BASE, and bare names for files elsewhere; sorted by path, so that the same files give
// the same bytes.
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-files OUTPUT BASE FILE…\n".utf8))
  exit(64)
}
let base = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
var source = """
  /// The files embedded at build time: path below their folder, and text.
  enum EmbeddedFiles {
    static let all: [(path: String, text: String)] = [

  """
for file in arguments.dropFirst(3).sorted() {
  let text = try String(contentsOfFile: file, encoding: .utf8)
  let name = file.split(separator: "/").last.map(String.init) ?? file
  let path = file.hasPrefix(base) ? String(file.dropFirst(base.count)) : name
  // A raw literal with more number signs than any run in the text cannot be ended by the text.
  let longestRun = text.split(whereSeparator: { $0 != "#" }).map(\.count).max() ?? 0
  let signs = String(repeating: "#", count: longestRun + 1)
  source += "    (\"\(path)\", \(signs)\"\"\"\n\(text)\n\"\"\"\(signs)),\n"
}
source += "  ]\n}\n"
try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
