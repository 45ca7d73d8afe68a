import Foundation
import FoundationNetworking
import Testing

/// Answers that the review page sends to `dossier serve`.
@Suite final class ServedReviewTests {
  private let folder: BuiltFolder
  private let process: Process
  private let base: String

  init() throws {
    folder = try BuiltFolder(copying: BuiltFolder.fixtures.appending(path: "three-formats/content"))
    process = folder.dossier(["serve", "content", "-o", "site", "--port", "0", "--format", "json"])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The port, and then the first build.
    var said = ""
    while said.count(where: { $0 == "\n" }) < 2 {
      let bytes = output.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      said += String(decoding: bytes, as: UTF8.self)
    }
    let port = try #require(said.firstMatch(of: #/"port":(\d+)/#)?.1)
    base = "http://127.0.0.1:\(port)"
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  private func ask(_ path: String, _ body: String? = nil, origin: String? = nil) async throws -> (Int, String)
  {
    var request = URLRequest(url: try #require(URL(string: base + path)))
    request.httpMethod = body == nil ? "GET" : "POST"
    request.httpBody = body.map { Data($0.utf8) }
    if let origin { request.setValue(origin, forHTTPHeaderField: "Origin") }
    let (data, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  private var lines: String? {
    try? String(contentsOfFile: folder.content + "/decisions/review.txt", encoding: .utf8)
  }

  @Test func addsTheLinesOfAnAnswerThatAPageOfItsOwnSends() async throws {
    let (status, page) = try await ask("/review.html")
    #expect(status == 200)
    let hooks = String(try #require(page.firstMatch(of: #/data-hooks="([^"]+)"/#)?.1))
    let place = hooks + "decisions"
    let answer = #"{"verdict":"reject","lines":["page org:dock-workers"],"by":"ab","why":"too small"}"#
    #expect(try await ask(place, answer).0 == 403)
    #expect(try await ask(place, answer, origin: "http://example.org").0 == 403)
    #expect(try await ask("/.dossier/guess/decisions", answer, origin: base).0 != 200)
    #expect(try await ask(place, #"{"verdict":"accept","lines":[]}"#, origin: base).0 == 200)
    #expect(lines == nil && !FileManager.default.fileExists(atPath: folder.content + "/decisions"))
    let added = try await ask(place, answer, origin: base)
    #expect(added.0 == 200 && added.1.contains("not-page org:dock-workers"))
    #expect(lines == "not-page org:dock-workers why=\"too small\" by=ab\n")
    let refused = try await ask(
      place, #"{"verdict":"accept","lines":["page org:a\nhide org:b"]}"#, origin: base)
    #expect(refused.0 == 422 && refused.1.contains("a decision is one line"))
    #expect(try await ask(place, "nonsense", origin: base).0 == 400)
    #expect(lines == "not-page org:dock-workers why=\"too small\" by=ab\n")
  }
}
