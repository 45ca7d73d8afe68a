import Glibc

/// Waits for all connections at once and lets each go on as far as it can.
struct ServerLoop {
  /// So many clients at once; for more, the one that has been idle longest is closed, or they wait.
  private static let connectionLimit = 128

  private let listener: Int32
  private let wake: Int32
  private let answers: SiteAnswers
  private var connections: [Connection] = []

  init(listener: Int32, wake: Int32, answers: SiteAnswers) {
    (self.listener, self.wake, self.answers) = (listener, wake, answers)
  }

  /// One round: waits until something happens, or a second.
  mutating func turn(_ state: LiveState) {
    var polled = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
    polled += connections.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    let hasRoom = connections.count < Self.connectionLimit || connections.contains(where: \.isIdle)
    if hasRoom { polled.append(pollfd(fd: listener, events: Int16(POLLIN), revents: 0)) }
    poll(&polled, nfds_t(polled.count), 1_000)
    if polled[0].revents != 0 { drain(wake) }
    let now = Self.seconds
    for index in connections.indices {
      let ready = polled[index + 1].revents
      if ready != 0 {
        connections[index].go(on: ready, now: now) { [answers] in answers.answer(to: $0, state) }
      }
      connections[index].tell(state)
      connections[index].lookAtTime(now)
    }
    removeOver()
    if hasRoom, polled[polled.count - 1].revents != 0 { accept(now) }
  }

  /// Closes all connections.
  mutating func end() {
    for connection in connections { close(connection.descriptor) }
    connections = []
  }

  private mutating func removeOver() {
    for connection in connections where connection.isOver { close(connection.descriptor) }
    connections.removeAll(where: \.isOver)
  }

  private mutating func accept(_ now: Int) {
    while true {
      if connections.count >= Self.connectionLimit {
        let idle = connections.indices.filter { connections[$0].isIdle }
        guard let oldest = idle.min(by: { connections[$0].since < connections[$1].since }) else { return }
        close(connections.remove(at: oldest).descriptor)
      }
      let descriptor = Glibc.accept(listener, nil, nil)
      guard descriptor >= 0 else { return }
      descriptor.becomeNonBlocking()
      var yes: Int32 = 1
      setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
      connections.append(Connection(descriptor: descriptor, now: now))
    }
  }

  private func drain(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }

  private static var seconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
