import Testing

@testable import DossierServer

/// What the bytes of a connection are taken for.
@Suite struct ReceivedRequestTests {
  private func received(_ text: String) -> ReceivedRequest { ReceivedRequest(in: Array(text.utf8)) }

  @Test func readsAWholeRequestAndSaysWhereItEnds() {
    let first = "POST /a?b=1 HTTP/1.1\r\nHost: localhost:8000\r\ncontent-length:  4 \r\n\r\nbody"
    guard case .whole(let request, let length) = received(first + "GET / HTTP/1.1\r\n") else {
      Issue.record("it is no whole request")
      return
    }
    #expect(request.method == "POST" && request.target == "/a?b=1" && request.path == "/a")
    #expect(request.field("HOST") == "localhost:8000" && request.body == Array("body".utf8))
    #expect(length == first.utf8.count && request.keepsAlive)
  }

  @Test func waitsForWhatIsMissingAtEveryLength() {
    let whole = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nok"
    let bytes = Array(whole.utf8)
    for length in bytes.indices { #expect(ReceivedRequest(in: Array(bytes[..<length])) == .incomplete) }
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\n", HTTPStatus.badRequest),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\nHost: a\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\r\r\n\r\n", .badRequest),
    ("GET / HTTP/1.1\r\nHost: a\u{0}\r\n\r\n", .badRequest),
    ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("GET /ä HTTP/1.1\r\nHost: a\r\n\r\n", .badRequest),
    ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", .versionNotSupported),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", .notImplemented),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", .badRequest),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", .badRequest),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x10\r\n\r\n", .badRequest),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n", .bodyTooLarge),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", .badRequest),
    ("GET /" + String(repeating: "a", count: 20_000), .headTooLarge),
    ("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 200) + "\r\n", .headTooLarge),
  ])
  func refusesWhatTwoReadersCouldTakeForTwoThings(text: String, status: HTTPStatus) {
    #expect(received(text) == .refused(status))
  }

  @Test func noBytesWhateverMakeItFail() {
    var state: UInt64 = 88_172_645_463_325_252
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let request = Array(
      "POST /a%20b HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nRange: bytes=1-2\r\n\r\nabc".utf8)
    for _ in 0..<5_000 {
      var bytes = request
      for _ in 0...random(4) {
        switch random(3) {
        case 0: bytes[random(bytes.count)] = UInt8(random(256))
        case 1: bytes.remove(at: random(bytes.count))
        default: bytes.insert([13, 10, 0, 32, 58, 255][random(6)], at: random(bytes.count))
        }
      }
      if case .whole(let request, let length) = ReceivedRequest(in: bytes) {
        #expect(length <= bytes.count && request.target.utf8.first == UInt8(ascii: "/"))
        _ = SitePath(decoding: request.path)
        _ = ByteRange(request.field("range"), of: 10)
      }
    }
  }

  @Test func anOldClientOrOneThatSaysSoGetsOneAnswer() {
    for head in [
      "GET / HTTP/1.0\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
    ] {
      guard case .whole(let request, _) = received(head) else {
        Issue.record("it is no whole request")
        continue
      }
      #expect(!request.keepsAlive)
    }
  }
}
