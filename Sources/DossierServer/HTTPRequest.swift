/// A request as it was sent, with its body.
package struct HTTPRequest: Sendable, Equatable {
  /// A line of the head.
  struct Field: Sendable, Equatable {
    let name: String
    let value: String
  }

  package let method: String
  /// The path and what follows a question mark, neither decoded.
  package let target: String
  let fields: [Field]
  package let body: [UInt8]
  /// Whether the client takes a second answer on the same connection.
  let keepsAlive: Bool

  /// What a line of the head says; nil where there is no such line.
  package func field(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The path alone, as it was sent.
  var path: String {
    target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
  }
}

/// How much of a request is read before it is refused.
struct RequestLimits: Sendable {
  /// Bytes of the head.
  var head = 16_384
  /// Lines of the head.
  var fields = 100
  var body = 65_536
}

/// What the bytes read so far from a connection are.
enum ReceivedRequest: Equatable {
  case incomplete
  /// A whole request, which took so many bytes.
  case whole(HTTPRequest, length: Int)
  /// Nothing that could be answered, and nothing behind it can be told apart.
  case refused(HTTPStatus)

  /// Reads the request that some bytes begin with, by RFC 9112.
  ///
  /// What two readers could take for two different requests is refused: bare line feeds, folded lines, blanks before
  /// a colon, two lengths, two hosts, bodies in chunks.
  init(in bytes: [UInt8], limits: RequestLimits = RequestLimits()) {
    do throws(Refusal) {
      self = try Self.request(in: bytes, limits)
    } catch {
      self = .refused(error.status)
    }
  }

  private struct Refusal: Error { let status: HTTPStatus }

  private static func request(in bytes: [UInt8], _ limits: RequestLimits) throws(Refusal) -> ReceivedRequest {
    guard let end = endOfHead(in: bytes, limit: limits.head) else {
      if bytes.count >= limits.head { throw Refusal(status: .headTooLarge) }
      return .incomplete
    }
    var lines = try lines(of: bytes[..<end])
    guard lines.count <= limits.fields else { throw Refusal(status: .headTooLarge) }
    let first = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard first.count == 3, isToken(first[0]), isTarget(first[1]) else { throw Refusal(status: .badRequest) }
    guard first[2] == "HTTP/1.1" || first[2] == "HTTP/1.0" else {
      throw Refusal(status: .versionNotSupported)
    }
    var fields: [HTTPRequest.Field] = []
    for line in lines { fields.append(try field(line)) }
    func values(_ name: String) -> [String] { fields.filter { $0.name.lowercased() == name }.map(\.value) }

    guard values("host").count == 1 else { throw Refusal(status: .badRequest) }
    guard values("transfer-encoding").isEmpty else { throw Refusal(status: .notImplemented) }
    let lengths = values("content-length")
    guard lengths.count < 2 else { throw Refusal(status: .badRequest) }
    var length = 0
    if let written = lengths.first {
      guard !written.isEmpty, written.utf8.count < 16, written.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(written)
      else { throw Refusal(status: .badRequest) }
      guard number <= limits.body else { throw Refusal(status: .bodyTooLarge) }
      length = number
    }
    let whole = end + 4 + length
    guard bytes.count >= whole else { return .incomplete }
    let wishes = values("connection").joined(separator: ",").lowercased()
    let request = HTTPRequest(
      method: String(first[0]), target: String(first[1]), fields: fields,
      body: Array(bytes[(end + 4)..<whole]),
      keepsAlive: first[2] == "HTTP/1.1" && !wishes.contains("close"))
    return .whole(request, length: whole)
  }

  /// Where the empty line begins, with the line break before it.
  private static func endOfHead(in bytes: [UInt8], limit: Int) -> Int? {
    let last = min(bytes.count, limit) - 4
    guard last >= 0 else { return nil }
    return (0...last).first {
      bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
    }
  }

  private static func lines(of head: ArraySlice<UInt8>) throws(Refusal) -> [String] {
    var lines: [String] = []
    var start = head.startIndex
    while start <= head.endIndex {
      let end = head[start...].firstIndex(of: 13) ?? head.endIndex
      let line = head[start..<end]
      // A carriage return is followed by a line feed, and neither stands anywhere else.
      guard end == head.endIndex || head[end...].dropFirst().first == 10 else {
        throw Refusal(status: .badRequest)
      }
      guard line.allSatisfy({ $0 == 9 || ($0 >= 32 && $0 != 127) }),
        let text = String(validating: line, as: UTF8.self)
      else { throw Refusal(status: .badRequest) }
      lines.append(text)
      start = end + 2
    }
    return lines
  }

  private static func field(_ line: String) throws(Refusal) -> HTTPRequest.Field {
    guard let colon = line.firstIndex(of: ":"), isToken(line[..<colon]) else {
      throw Refusal(status: .badRequest)
    }
    let value = line[line.index(after: colon)...]
    let trimmed = value.drop { $0 == " " || $0 == "\t" }
    let end = trimmed.lastIndex { $0 != " " && $0 != "\t" }.map(trimmed.index(after:)) ?? trimmed.startIndex
    return HTTPRequest.Field(name: String(line[..<colon]), value: String(trimmed[..<end]))
  }

  /// A word of RFC 9110's grammar.
  private static func isToken(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }

  private static func isTarget(_ text: Substring) -> Bool {
    text.hasPrefix("/") && text.utf8.allSatisfy { (33...126).contains($0) }
  }
}
