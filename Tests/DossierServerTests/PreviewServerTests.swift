import Foundation
import Testing

@testable import DossierServer

/// The server as a browser meets it: over real sockets.
@Suite final class PreviewServerTests {
  private let top: String
  private var site: String { top + "/site" }
  private let server: PreviewServer

  init() throws {
    top = FileManager.default.temporaryDirectory.appending(path: "dossier-server-" + UUID().uuidString).path()
    try FileManager.default.createDirectory(atPath: top + "/site/actors", withIntermediateDirectories: true)
    let files = [
      ("secret.txt", "secret"), ("site/index.html", "<body>Home</body>"),
      ("site/actors/index.html", "<body>Actors</body>"),
      ("site/a b.txt", "0123456789"), ("site/.dossier-manifest", "secret"),
      ("site/404.html", "<head></head><body>Lost</body>"),
      ("site/data.json", "{}"), ("site/empty.txt", ""),
    ]
    for (path, text) in files { try Data(text.utf8).write(to: URL(filePath: top + "/" + path)) }
    for (name, target) in [
      ("out", "../secret.txt"), ("up", ".."), ("whole", "/etc/passwd"), ("in", "data.json"),
    ] {
      try FileManager.default.createSymbolicLink(atPath: top + "/site/" + name, withDestinationPath: target)
    }
    let route = ServerRoute("decisions") {
      HTTPResponse(.ok, text: "took " + String(decoding: $0.body, as: UTF8.self))
    }
    let settings = PreviewServer.Settings(basePath: try #require(BasePath("/sub/")), routes: [route])
    server = try PreviewServer(settings, ports: [0], state: LiveState(folder: top + "/site", site: "s-1"))
    Thread.detachNewThread { [server] in server.run() }
  }

  deinit {
    server.stop()
    try? FileManager.default.removeItem(atPath: top)
  }

  private func get(_ path: String, _ lines: String...) throws -> Answer {
    try send("GET \(path) HTTP/1.1", lines)
  }

  private func send(_ line: String, _ lines: [String] = [], body: String = "") throws -> Answer {
    let host = lines.contains { $0.hasPrefix("Host:") } ? [] : ["Host: localhost:\(server.port)"]
    let client = try Client(port: server.port)
    client.send(([line] + host + lines + ["Connection: close"]).map { $0 + "\r\n" }.joined() + "\r\n" + body)
    return Answer(client.rest())
  }

  @Test func servesPagesWithTheScriptAndLeavesTheirFilesAlone() throws {
    let page = try get("/sub/index.html")
    #expect(page.status == 200 && page.field("content-type") == "text/html; charset=utf-8")
    #expect(page.body.contains("Home<script") && page.field("cache-control") == "no-cache")
    #expect(page.field("content-length") == String(page.body.utf8.count))
    #expect(try String(contentsOfFile: site + "/index.html", encoding: .utf8) == "<body>Home</body>")
    #expect(try get("/sub/").body == page.body && (try get("/sub/?q=1").body) == page.body)
    #expect(try get("/sub/a%20b.txt").body == "0123456789")
    #expect(try get("/sub/empty.txt").field("content-length") == "0")
    #expect(try get("/sub/.dossier/live.js").field("content-type") == "text/javascript; charset=utf-8")
    #expect(try get("/sub/.dossier/live.css").status == 200)
  }

  @Test func sendsTheHeadAloneWhereOnlyThatIsAskedFor() throws {
    let head = try send("HEAD /sub/a%20b.txt HTTP/1.1")
    #expect(head.status == 200 && head.field("content-length") == "10" && head.body.isEmpty)
    #expect(
      try send("HEAD /sub/index.html HTTP/1.1").field("content-length")
        == String(get("/sub/").body.utf8.count))
  }

  @Test func sendsPartsOfFiles() throws {
    let part = try get("/sub/a%20b.txt", "Range: bytes=2-4")
    #expect(part.status == 206 && part.body == "234" && part.field("content-range") == "bytes 2-4/10")
    #expect(try get("/sub/a%20b.txt", "Range: bytes=-2").body == "89")
    let beyond = try get("/sub/a%20b.txt", "Range: bytes=10-")
    #expect(beyond.status == 416 && beyond.field("content-range") == "bytes */10")
    #expect(try get("/sub/index.html", "Range: bytes=0-5").body == "<body>")
    #expect(try get("/sub/empty.txt", "Range: bytes=0-").status == 416)
  }

  @Test func aFileThatTheClientHasIsNotSentAgain() throws {
    let tag = try #require(get("/sub/data.json").field("etag"))
    let again = try get("/sub/data.json", "If-None-Match: \(tag)")
    #expect(again.status == 304 && again.body.isEmpty && again.field("content-length") == nil)
  }

  @Test func leadsToFoldersAndToTheSite() throws {
    let folder = try get("/sub/actors?q=1")
    #expect(folder.status == 307 && folder.field("location") == "/sub/actors/?q=1")
    #expect(try get("/sub/actors/").body.contains("Actors"))
    #expect(try get("/").field("location") == "/sub/" && (try get("/sub").field("location")) == "/sub/")
    #expect(try get("/subway").status == 404 && (try get("/index.html").status) == 404)
  }

  @Test func showsThePageForWhatIsNotThere() throws {
    for path in ["/sub/nowhere", "/sub/a/b/c.html", "/sub/index.html/", "/sub/index.html/x"] {
      let answer = try get(path)
      #expect(
        answer.status == 404 && answer.body.contains("Lost") && answer.body.contains(#"<base href="/sub/">"#))
    }
  }

  @Test(arguments: [
    "/sub/../secret.txt", "/sub/%2e%2e/secret.txt", "/sub/%2e%2e%2fsecret.txt", "/sub/..%2fsecret.txt",
    "/sub/..%5csecret.txt", "/sub/..\\secret.txt", "/sub/%252e%252e/secret.txt",
    "/sub/actors/../../secret.txt",
    "/sub//secret.txt", "/sub//etc/passwd", "/sub/%2fetc/passwd", "/sub/%00/../secret.txt",
    "/sub/index.html%00.txt",
    "/sub/out", "/sub/up/secret.txt", "/sub/up/site/data.json", "/sub/whole", "/sub/in",
    "/sub/.dossier-manifest",
    "/sub/%2edossier-manifest", "/sub/%c0%ae%c0%ae/secret.txt", "/sub/.dossier/../../secret.txt",
    "/../secret.txt",
    "/sub/.dossier/%2e%2e/%2e%2e/secret.txt",
  ])
  func nothingOutsideTheSiteCanBeRead(path: String) throws {
    let answer = try get(path)
    #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
    #expect(!answer.body.contains("secret") && !answer.body.contains("root:"))
  }

  @Test func aStrangersNameAndAnUnknownMethodAreRefused() throws {
    #expect(try get("/sub/", "Host: evil.example").status == 421)
    #expect(try get("/sub/", "Host: evil.example:\(server.port)").status == 421)
    #expect(
      try send("DELETE /sub/ HTTP/1.1").status == 405
        && (try send("PUT /sub/x HTTP/1.1").field("allow")) == "GET, HEAD")
    #expect(try send("nonsense").status == 400)
    #expect(try send("GET /" + String(repeating: "a", count: 40_000) + " HTTP/1.1").status == 431)
  }

  @Test func onlyAPageOfThisServerMayPost() throws {
    let page = try get("/sub/").body
    let hooks = try #require(page.firstMatch(of: #/data-hooks="([^"]+)"/#)?.output.1)
    let host = "localhost:\(server.port)"
    func post(_ path: String, _ lines: String...) throws -> Answer {
      try send("POST \(path) HTTP/1.1", ["Content-Length: 4"] + lines, body: "line")
    }
    let taken = try post(hooks + "decisions", "Origin: http://\(host)", "Sec-Fetch-Site: same-origin")
    #expect(taken.status == 200 && taken.body == "took line\n")
    #expect(try post(hooks + "decisions").status == 403)
    #expect(try post(hooks + "decisions", "Origin: http://evil.example").status == 403)
    #expect(try post(hooks + "decisions", "Origin: null").status == 403)
    #expect(
      try post(hooks + "decisions", "Origin: http://\(host)", "Sec-Fetch-Site: cross-site").status == 403)
    #expect(try post("/sub/.dossier/guess/decisions", "Origin: http://\(host)").status == 405)
    #expect(try post(hooks + "others", "Origin: http://\(host)").status == 404)
    #expect(try get(hooks + "decisions").status == 405)
  }

  @Test func tellsOpenPagesWhatIsNew() throws {
    let client = try Client(port: server.port)
    client.send("GET /sub/.dossier/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(client.wait(for: "event: trouble\ndata: {}\n\nevent: site\ndata: s-1\n\n"))
    server.announce(LiveState(folder: site, site: "s-1", trouble: #"{"headline":"1 error"}"#))
    #expect(client.wait(for: "event: trouble\ndata: {\"headline\":\"1 error\"}\n\n"))
    server.announce(LiveState(folder: site, site: "s-2"))
    #expect(client.wait(for: "event: trouble\ndata: {}\n\nevent: site\ndata: s-2\n\n"))
  }

  @Test func answersSeveralRequestsOnOneConnectionInTheirOrder() throws {
    let client = try Client(port: server.port)
    let head = " HTTP/1.1\r\nHost: localhost\r\n"
    client.send("GET /sub/data.json\(head)\r\nGET /sub/a%20b.txt\(head)Connection: close\r\n\r\n")
    let said = client.rest()
    #expect(said.components(separatedBy: "HTTP/1.1 200 OK").count == 3 && said.hasSuffix("0123456789"))
  }

  @Test func clientsThatAreSlowOrManyKeepNobodyWaiting() throws {
    let slow = try (0..<40).map { _ in try Client(port: server.port) }
    for client in slow { client.send("GET /sub/ HT") }
    #expect(try get("/sub/data.json").body == "{}")
    for client in slow { client.send("TP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n") }
    for client in slow { #expect(client.rest().contains("Home")) }
  }

  @Test func idleClientsMakeRoomForNewOnes() throws {
    let idle = try (0..<200).map { _ in
      let client = try Client(port: server.port)
      client.send("GET /sub/data.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(client.wait(for: "{}"))
      return client
    }
    #expect(try get("/sub/data.json").body == "{}")
    #expect(idle[0].rest().isEmpty && idle.count == 200)
  }

  @Test func aClientThatDoesNotReadALargeFileKeepsNobodyWaiting() throws {
    let large = Data(repeating: 65, count: 20_000_000)
    try large.write(to: URL(filePath: site + "/large.txt"))
    let idle = try Client(port: server.port)
    idle.send("GET /sub/large.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(try get("/sub/data.json").body == "{}")
    #expect(try get("/sub/large.txt").body.utf8.count == large.count)
    #expect(idle.rest().utf8.count > large.count)
  }

  @Test(arguments: [nil, "later"])
  func waitsForASiteThatIsNotThereYet(folder: String?) throws {
    server.announce(LiveState(folder: folder.map { top + "/" + $0 }, site: "s-1"))
    let early = try get("/sub/")
    #expect(
      early.status == 503 && early.body.contains("There is no site yet") && early.body.contains("live.js"))
    try FileManager.default.copyItem(atPath: site, toPath: top + "/later")
    server.announce(LiveState(folder: top + "/later", site: "s-2"))
    #expect(try get("/sub/").status == 200)
  }

  @Test func takesTheNextPortWhereOneIsTaken() throws {
    let state = LiveState(folder: site, site: "s")
    let next = try PreviewServer(
      PreviewServer.Settings(), ports: server.port..<server.port + 50, state: state)
    #expect(next.port > server.port)
    #expect(throws: PreviewServer.Trouble.portTaken) {
      try PreviewServer(PreviewServer.Settings(), ports: [server.port], state: state)
    }
    #expect(throws: PreviewServer.Trouble.badAddress) {
      try PreviewServer(PreviewServer.Settings(address: "localhost"), ports: [0], state: state)
    }
  }
}

/// What a server said, taken apart.
private struct Answer {
  let status: Int
  let body: String
  private let head: [Substring]

  init(_ said: String) {
    let end = said.firstRange(of: "\r\n\r\n")
    head = said[..<(end?.lowerBound ?? said.endIndex)].split(separator: "\r\n")
    body = end.map { String(said[$0.upperBound...]) } ?? ""
    status = head.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  func field(_ name: String) -> String? {
    head.first { $0.lowercased().hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
  }
}

/// A client that sends what it is told, byte by byte if need be, and gives up after some seconds.
private final class Client {
  private let descriptor: Int32
  private var said: [UInt8] = []

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = UInt16(port).bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected)
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      start += count
    }
  }

  /// All that is said until the server closes the connection.
  func rest() -> String {
    while receive() {}
    return String(decoding: said, as: UTF8.self)
  }

  /// Whether some words are said next, after those that were waited for before.
  func wait(for words: String) -> Bool {
    while true {
      let text = String(decoding: said, as: UTF8.self)
      if let found = text.firstRange(of: words) {
        said = Array(text[found.upperBound...].utf8)
        return true
      }
      guard receive() else { return false }
    }
  }

  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    said += buffer[..<count]
    return true
  }
}
