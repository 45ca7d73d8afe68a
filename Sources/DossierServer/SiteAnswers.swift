/// A place where a page may send what its reader decided.
package struct ServerRoute: Sendable {
  let name: String
  let answer: @Sendable (HTTPRequest) -> HTTPResponse

  /// - Parameters:
  ///   - name: The last part of its path; pages find the rest in `data-hooks` of the script that the server adds.
  ///   - answer: Called for each `POST` that came from a page of this server; on the server's thread, so it must be
  ///     short.
  package init(_ name: String, answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
    self.name = name
    self.answer = answer
  }
}

/// Gives the answer to each request: a file of the site, one of the server's own, or what a route says.
struct SiteAnswers: Sendable {
  /// Pages above this size are served as they are.
  private static let pageLimit = 64 << 20

  private let base: BasePath
  private let hosts: AllowedHosts
  private let routes: [ServerRoute]
  /// Known to pages of this server alone, since no other site can read them.
  private let token: String

  init(_ settings: PreviewServer.Settings, token: String) {
    base = settings.basePath
    hosts = AllowedHosts(boundTo: settings.address)
    routes = settings.routes
    self.token = token
  }

  /// Names with a dot before them are never files of a site, so this path hides none.
  private var reserved: String { base.text + ".dossier/" }

  func answer(to request: HTTPRequest, _ state: LiveState) -> HTTPResponse {
    guard hosts.allow(request.field("host") ?? "") else {
      return HTTPResponse(.misdirected, text: "This server answers only to the name of this machine.")
    }
    let path = request.path
    if path.hasPrefix(reserved) { return own(String(path.dropFirst(reserved.utf8.count)), request) }
    guard request.method == "GET" || request.method == "HEAD" else { return .refused(allowing: "GET, HEAD") }
    guard let rest = base.rest(of: path) else {
      return path == "/" || path + "/" == base.text
        ? .redirect(to: base.text) : HTTPResponse(.notFound, text: "The site is at \(base.text)")
    }
    guard let place = SitePath(decoding: rest) else { return missing(state) }
    guard let folder = state.folder.map(SiteFolder.init) else { return missing(state) }
    switch folder.look(up: place) {
    case .file(let file) where !place.isFolder: return answer(with: file, to: request, state)
    case .folder where place.isFolder:
      guard case .file(let file)? = folder.look(up: place.appending("index.html")) else {
        return missing(state)
      }
      return answer(with: file, to: request, state)
    case .folder: return .redirect(to: path + "/" + request.target.dropFirst(path.utf8.count))
    case .file, nil: return missing(state)
    }
  }

  private func page(_ state: LiveState) -> LivePage {
    LivePage(reserved: reserved, token: token, state: state)
  }

  private func answer(with file: OpenedFile, to request: HTTPRequest, _ state: LiveState) -> HTTPResponse {
    let type = ContentType(ofFile: file.name)
    guard type == .html, file.size <= Self.pageLimit else {
      if request.field("if-none-match") == file.tag {
        return HTTPResponse(.notModified, type, fields: [("ETag", file.tag)], body: .bytes([]))
      }
      let answer = HTTPResponse(.ok, type, fields: [("ETag", file.tag)], body: .file(file, 0..<file.size))
      return answer.part(of: file.size, asked: request) { .file(file, $0) }
    }
    guard let bytes = file.bytes(in: 0..<file.size) else { return HTTPResponse(.internalError) }
    let served = page(state).bytes(of: bytes)
    return HTTPResponse(.ok, type, body: .bytes(served))
      .part(of: served.count, asked: request) { .bytes(Array(served[$0])) }
  }

  /// The site's own page for what is not there; before there is a site, one that waits for it.
  private func missing(_ state: LiveState) -> HTTPResponse {
    let folder = state.folder.map(SiteFolder.init)
    if case .file(let file)? = folder?.look(up: SitePath(["404.html"])),
      let bytes = file.bytes(in: 0..<file.size)
    {
      return HTTPResponse(.notFound, .html, body: .bytes(page(state).bytes(of: bytes, linkingFrom: base)))
    }
    let hasSite = if case .file? = folder?.look(up: SitePath(["index.html"])) { true } else { false }
    let text =
      hasSite
      ? LivePage.plain("Page not found", "There is no such page in this site.")
      : LivePage.plain("There is no site yet", "It is being built, and will appear here when it is done.")
    return HTTPResponse(hasSite ? .notFound : .unavailable, .html, body: .bytes(page(state).bytes(of: text)))
  }

  /// What the server serves of its own, below its reserved path.
  private func own(_ name: String, _ request: HTTPRequest) -> HTTPResponse {
    if name.hasPrefix(token + "/") {
      return posted(to: String(name.dropFirst(token.utf8.count + 1)), request)
    }
    guard request.method == "GET" || request.method == "HEAD" else { return .refused(allowing: "GET, HEAD") }
    switch name {
    case "live.js": return HTTPResponse(.ok, .script, body: .bytes(Array(LiveScript.script.utf8)))
    case "live.css": return HTTPResponse(.ok, .style, body: .bytes(Array(LiveScript.style.utf8)))
    case "events": return HTTPResponse(.ok, .events, body: .events)
    default: return HTTPResponse(.notFound)
    }
  }

  /// Only a page of this server may change anything: it knows the token, and the browser names it as the origin.
  private func posted(to name: String, _ request: HTTPRequest) -> HTTPResponse {
    guard let route = routes.first(where: { $0.name == name }) else { return HTTPResponse(.notFound) }
    guard request.method == "POST" else { return .refused(allowing: "POST") }
    let origin = request.field("origin")
    guard origin == "http://" + (request.field("host") ?? ""),
      ["same-origin", nil].contains(request.field("sec-fetch-site"))
    else { return HTTPResponse(.forbidden, text: "Only a page of this site may do this.") }
    return route.answer(request)
  }
}

/// The names that a request may call this server by.
///
/// A page of another site can have its own name lead here (DNS rebinding); what a browser then asks for under that
/// name is refused, or it could read the site.
struct AllowedHosts: Sendable {
  private let address: String

  init(boundTo address: String) { self.address = address }

  func allow(_ host: String) -> Bool {
    let name = Self.withoutPort(host).lowercased()
    if ["localhost", "127.0.0.1", "[::1]", address].contains(name) { return true }
    // A server for the whole network has many addresses; an address, unlike a name, leads where it says.
    return address == "0.0.0.0" && Self.isAddress(name)
  }

  private static func withoutPort(_ host: String) -> String {
    guard let colon = host.utf8.lastIndex(of: UInt8(ascii: ":")) else { return host }
    let port = host[host.utf8.index(after: colon)...]
    return port.utf8.allSatisfy { (48...57).contains($0) } ? String(host[..<colon]) : host
  }

  private static func isAddress(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { part in part.allSatisfy(\.isNumber) && UInt8(part) != nil }
  }
}

extension SitePath {
  /// Of names that are known to be good.
  init(_ names: [String]) {
    self.names = names
    isFolder = false
  }

  func appending(_ name: String) -> SitePath { SitePath(names + [name]) }
}

extension HTTPResponse {
  fileprivate static func redirect(to path: String) -> HTTPResponse {
    var answer = HTTPResponse(.temporaryRedirect)
    answer.fields.append(("Location", path))
    return answer
  }

  fileprivate static func refused(allowing methods: String) -> HTTPResponse {
    var answer = HTTPResponse(.methodNotAllowed)
    answer.fields.append(("Allow", methods))
    return answer
  }

  /// The part of this answer that a request asks for.
  fileprivate func part(
    of size: Int, asked request: HTTPRequest, _ stretch: (Range<Int>) -> Body
  ) -> HTTPResponse {
    var answer = self
    answer.fields.append(("Accept-Ranges", "bytes"))
    // A condition on the state of the file is not looked at; without one the client holds no part of it.
    let asked = request.field("if-range") == nil && request.method == "GET" ? request.field("range") : nil
    switch ByteRange(asked, of: size) {
    case .whole: return answer
    case .part(let range):
      var part = HTTPResponse(.partialContent, fields: answer.fields, body: stretch(range))
      part.fields.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"))
      return part
    case .unsatisfiable:
      var refusal = HTTPResponse(.rangeNotSatisfiable)
      refusal.fields.append(("Content-Range", "bytes */\(size)"))
      return refusal
    }
  }

  private init(_ status: HTTPStatus, fields: [(name: String, value: String)], body: Body) {
    self.status = status
    self.fields = fields
    self.body = body
  }
}
