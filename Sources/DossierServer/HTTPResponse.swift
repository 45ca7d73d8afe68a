/// The answers that the server gives.
package enum HTTPStatus: Int, Sendable {
  case ok = 200
  case noContent = 204
  case partialContent = 206
  case notModified = 304
  case temporaryRedirect = 307
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case conflict = 409
  case bodyTooLarge = 413
  case rangeNotSatisfiable = 416
  case misdirected = 421
  case unprocessable = 422
  case headTooLarge = 431
  case internalError = 500
  case notImplemented = 501
  case unavailable = 503
  case versionNotSupported = 505

  var reason: String {
    switch self {
    case .ok: "OK"
    case .noContent: "No Content"
    case .partialContent: "Partial Content"
    case .notModified: "Not Modified"
    case .temporaryRedirect: "Temporary Redirect"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .conflict: "Conflict"
    case .bodyTooLarge: "Content Too Large"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .misdirected: "Misdirected Request"
    case .unprocessable: "Unprocessable Content"
    case .headTooLarge: "Request Header Fields Too Large"
    case .internalError: "Internal Server Error"
    case .notImplemented: "Not Implemented"
    case .unavailable: "Service Unavailable"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}

/// An answer: what it is, and its bytes or the file that they are in.
package struct HTTPResponse: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// A stretch of a file, read as the client takes it.
    case file(OpenedFile, Range<Int>)
    /// What is told as it happens, until the client goes.
    case events

    var count: Int? {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, let range): range.count
      case .events: nil
      }
    }
  }

  let status: HTTPStatus
  var fields: [(name: String, value: String)]
  var body: Body

  init(_ status: HTTPStatus, _ type: ContentType, fields: [(name: String, value: String)] = [], body: Body) {
    self.status = status
    self.fields = [("Content-Type", type.text)] + fields
    self.body = body
  }

  /// An answer in words.
  package init(_ status: HTTPStatus, text: String) {
    self.init(status, .text, body: .bytes(Array((text + "\n").utf8)))
  }

  /// An answer for a script.
  package init(_ status: HTTPStatus, json: String) {
    self.init(status, .json, body: .bytes(Array(json.utf8)))
  }

  /// An answer of the status alone.
  init(_ status: HTTPStatus) { self.init(status, text: "\(status.rawValue) \(status.reason)") }

  /// The head as it is sent.
  ///
  /// Nothing may be kept without asking again, nothing is guessed from bytes, and no other site may embed or read it.
  func head(keepsAlive: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
    for (name, value) in fields { text += "\(name): \(value)\r\n" }
    if let count = body.count, status != .notModified { text += "Content-Length: \(count)\r\n" }
    text += "Cache-Control: no-cache\r\n"
    text += "X-Content-Type-Options: nosniff\r\n"
    text += "Cross-Origin-Resource-Policy: same-origin\r\n"
    text += "X-Frame-Options: SAMEORIGIN\r\n"
    text += "Connection: \(keepsAlive ? "keep-alive" : "close")\r\n\r\n"
    return Array(text.utf8)
  }
}

/// What a file is, as browsers are told.
struct ContentType: Sendable, Equatable {
  let text: String

  static let html = ContentType(text: "text/html; charset=utf-8")
  static let text = ContentType(text: "text/plain; charset=utf-8")
  static let json = ContentType(text: "application/json; charset=utf-8")
  static let script = ContentType(text: "text/javascript; charset=utf-8")
  static let style = ContentType(text: "text/css; charset=utf-8")
  static let events = ContentType(text: "text/event-stream; charset=utf-8")
  static let unknown = ContentType(text: "application/octet-stream")

  private init(text: String) { self.text = text }

  /// By the ending of a file's name; what is not known is offered as a download, never run.
  init(ofFile name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    self = parts.count > 1 ? Self.byEnding[parts.last.map { $0.lowercased() } ?? ""] ?? .unknown : .unknown
  }

  private static let byEnding: [String: ContentType] = {
    let written = [
      "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8", "txt": text.text,
      "html": html.text, "htm": html.text, "css": style.text, "js": script.text, "mjs": script.text,
      "json": json.text, "jsonl": "application/jsonl; charset=utf-8", "map": json.text,
      "webmanifest": "application/manifest+json; charset=utf-8", "xml": "application/xml; charset=utf-8",
      "ics": "text/calendar; charset=utf-8", "svg": "image/svg+xml; charset=utf-8",
      "bib": text.text, "ris": text.text, "tsv": "text/tab-separated-values; charset=utf-8",
      "graphml": "application/xml; charset=utf-8", "gexf": "application/xml; charset=utf-8",
      "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
      "avif": "image/avif", "ico": "image/x-icon", "woff": "font/woff", "woff2": "font/woff2",
      "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
      "wasm": "application/wasm",
    ]
    return written.mapValues(ContentType.init(text:))
  }()
}
