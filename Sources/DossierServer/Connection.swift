import Glibc

/// One client: what it sent and was not yet answered, and what of the answer it has not yet taken.
struct Connection {
  /// How long a client may take, in seconds.
  private enum Patience {
    static let request = 10
    static let answer = 30
    static let next = 60
    static let goodbye = 2
    static let heartbeat = 20
  }
  private static let piece = 131_072
  /// So much may wait for a listener before it is given up.
  private static let eventLimit = 1 << 20

  private enum Phase {
    case receiving
    case answering
    /// Listening to what is told as it happens.
    case listening
    /// All is said; what the client still sends is thrown away, so that it reads the answer to its end.
    case parting
    case over
  }

  let descriptor: Int32
  private var phase = Phase.receiving
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var sent = 0
  private var file: (file: OpenedFile, rest: Range<Int>)?
  private var keepsAlive = true
  private var isUsed = false
  private var told: LiveState?
  /// Seconds on the system's clock, when the phase began or last went on.
  private(set) var since: Int

  init(descriptor: Int32, now: Int) {
    self.descriptor = descriptor
    since = now
  }

  var isOver: Bool { phase == .over }
  /// Whether it may be closed to make room for another.
  var isIdle: Bool { phase == .receiving && input.isEmpty && isUsed }
  private var hasOutput: Bool { sent < output.count || file != nil }

  /// What to wait for.
  var events: Int16 {
    switch phase {
    case .receiving, .parting: Int16(POLLIN)
    case .answering: Int16(POLLOUT)
    case .listening: Int16(POLLIN) | (hasOutput ? Int16(POLLOUT) : 0)
    case .over: 0
    }
  }

  /// Does what the client is ready for.
  mutating func go(on ready: Int16, now: Int, _ answer: (HTTPRequest) -> HTTPResponse) {
    if ready & Int16(POLLERR | POLLNVAL) != 0 { phase = .over }
    if ready & Int16(POLLIN | POLLHUP) != 0 { receive(now) }
    if phase == .receiving { respond(now, answer) }
    if phase == .answering || phase == .listening { send(now, answer) }
  }

  /// Tells a listener what it does not know yet.
  mutating func tell(_ state: LiveState) {
    guard phase == .listening, told != state else { return }
    output.removeFirst(sent)
    sent = 0
    if told?.trouble != state.trouble { output += Self.event("trouble", state.trouble) }
    if told?.site != state.site { output += Self.event("site", state.site) }
    told = state
    if output.count > Self.eventLimit { phase = .over }
  }

  /// Gives up a client that takes too long.
  mutating func lookAtTime(_ now: Int) {
    let waited = now - since
    switch phase {
    case .receiving where input.isEmpty && isUsed: if waited > Patience.next { phase = .over }
    case .receiving:
      guard waited > Patience.request else { return }
      if input.isEmpty { phase = .over } else { begin(HTTPResponse(.requestTimeout), isLast: true, now) }
    case .answering: if waited > Patience.answer { phase = .over }
    case .parting: if waited > Patience.goodbye { phase = .over }
    case .listening:
      if hasOutput, waited > Patience.answer { phase = .over }
      guard !hasOutput, waited > Patience.heartbeat else { return }
      output += Array(":\n\n".utf8)
      since = now
    case .over: return
    }
  }

  private static func event(_ name: String, _ data: String) -> [UInt8] {
    Array("event: \(name)\ndata: \(data.split(separator: "\n").joined(separator: " "))\n\n".utf8)
  }

  private mutating func receive(_ now: Int) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    guard count > 0 else {
      phase = .over
      return
    }
    guard phase == .receiving else { return }
    if input.isEmpty { since = now }
    input += buffer[..<count]
  }

  private mutating func respond(_ now: Int, _ answer: (HTTPRequest) -> HTTPResponse) {
    guard !input.isEmpty else { return }
    switch ReceivedRequest(in: input) {
    case .incomplete: return
    case .refused(let status): begin(HTTPResponse(status), isLast: true, now)
    case .whole(let request, let length):
      input.removeFirst(length)
      begin(answer(request), isLast: !request.keepsAlive, isHead: request.method == "HEAD", now)
    }
  }

  private mutating func begin(_ response: HTTPResponse, isLast: Bool, isHead: Bool = false, _ now: Int) {
    (isUsed, since) = (true, now)
    // What is told as it happens has no end but that of the connection.
    keepsAlive = !isLast && response.body.count != nil
    output = response.head(keepsAlive: keepsAlive)
    sent = 0
    phase = .answering
    guard !isHead else { return }
    switch response.body {
    case .bytes(let bytes): output += bytes
    case .file(let opened, let range): file = range.isEmpty ? nil : (opened, range)
    case .events: phase = .listening
    }
  }

  private mutating func send(_ now: Int, _ answer: (HTTPRequest) -> HTTPResponse) {
    while phase == .answering || phase == .listening {
      if sent == output.count { fill() }
      guard sent < output.count else {
        if phase == .answering { finish(now) }
        if phase == .receiving { respond(now, answer) }
        if phase == .answering { continue }
        return
      }
      let count = output.withUnsafeBytes { bytes in
        Glibc.send(
          descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else {
        phase = .over
        return
      }
      sent += count
      since = now
    }
  }

  /// Takes the next stretch of the file.
  private mutating func fill() {
    output.removeAll(keepingCapacity: true)
    sent = 0
    guard let (opened, rest) = file else { return }
    let next = rest.prefix(Self.piece)
    guard let bytes = opened.bytes(in: next), bytes.count == next.count else {
      // It became shorter while it was sent: the client must see that this is not all of it.
      phase = .over
      return
    }
    output = bytes
    file = next.endIndex == rest.endIndex ? nil : (opened, next.endIndex..<rest.endIndex)
  }

  private mutating func finish(_ now: Int) {
    since = now
    if keepsAlive {
      phase = .receiving
    } else {
      shutdown(descriptor, Int32(SHUT_WR))
      phase = .parting
    }
  }
}
