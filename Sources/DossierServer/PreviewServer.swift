import Glibc
import Synchronization

/// A server for one reader on one machine: it serves a site's folder and tells open pages when it changed.
///
/// It is a few hundred lines of our own, since the libraries that do this would be the largest thing in the tool; it
/// speaks as much of HTTP/1.1 as browsers need to read a site of files. One thread waits for all connections at once,
/// so a client that is slow keeps nobody waiting.
package final class PreviewServer: Sendable {
  /// Where it serves, and what it does beside serving files.
  package struct Settings: Sendable {
    package let basePath: BasePath
    /// The address of this machine to listen at, in figures and dots.
    package let address: String
    package let routes: [ServerRoute]

    package init(basePath: BasePath = .root, address: String = "127.0.0.1", routes: [ServerRoute] = []) {
      self.basePath = basePath
      self.address = address
      self.routes = routes
    }
  }

  /// Why a server cannot listen.
  package enum Trouble: Error, Equatable {
    case badAddress
    /// None of the ports is free.
    case portTaken
    case system(String)
  }

  private struct Shared {
    var state: LiveState
    var isStopped = false
  }

  /// Where it listens: of the ports that it was given, the first one that was free.
  package let port: Int
  private let settings: Settings
  private let listener: Int32
  private let wakeReader: Int32
  private let wakeWriter: Int32
  private let shared: Mutex<Shared>

  /// Begins to listen at the first of some ports that is free; 0 is any.
  package init(_ settings: Settings, ports: some Sequence<Int>, state: LiveState) throws(Trouble) {
    self.settings = settings
    shared = Mutex(Shared(state: state))
    (listener, port) = try Self.listen(at: settings.address, ports)
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .system(String(cString: strerror(errno))) }
    (wakeReader, wakeWriter) = (ends[0], ends[1])
    for descriptor in ends + [listener] { descriptor.becomeNonBlocking() }
  }

  deinit { for descriptor in [listener, wakeReader, wakeWriter] { close(descriptor) } }

  /// Where a browser finds the site.
  package var address: String { "http://\(settings.address):\(port)\(settings.basePath.text)" }

  /// What it serves now.
  package var state: LiveState { shared.withLock { $0.state } }

  /// Tells all open pages, and those that are opened later.
  package func announce(_ state: LiveState) {
    shared.withLock { $0.state = state }
    wake()
  }

  /// Ends `run`; answers that are on their way are broken off.
  package func stop() {
    shared.withLock { $0.isStopped = true }
    wake()
  }

  /// Serves until it is stopped; on a thread of its own, which it keeps waiting.
  package func run() {
    var generator = SystemRandomNumberGenerator()
    let token = String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    var loop = ServerLoop(listener: listener, wake: wakeReader, answers: SiteAnswers(settings, token: token))
    while true {
      let (state, isStopped) = shared.withLock { ($0.state, $0.isStopped) }
      if isStopped { break }
      loop.turn(state)
    }
    loop.end()
  }

  private func wake() {
    var byte: UInt8 = 1
    // A pipe that is full wakes the thread as well.
    _ = write(wakeWriter, &byte, 1)
  }

  private static func listen(
    at address: String, _ ports: some Sequence<Int>
  ) throws(Trouble) -> (descriptor: Int32, port: Int) {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    guard inet_pton(AF_INET, address, &place.sin_addr) == 1 else { throw .badAddress }
    for port in ports {
      guard let number = UInt16(exactly: port) else { continue }
      place.sin_port = number.bigEndian
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      var yes: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isBound = withUnsafeMutablePointer(to: &place) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, size) == 0 && Glibc.listen(descriptor, 64) == 0
            && getsockname(descriptor, $0, &size) == 0
        }
      }
      if isBound { return (descriptor, Int(UInt16(bigEndian: place.sin_port))) }
      let code = errno
      close(descriptor)
      switch code {
      case EADDRINUSE, EACCES: continue
      case EADDRNOTAVAIL: throw .badAddress
      default: throw .system(String(cString: strerror(code)))
      }
    }
    throw .portTaken
  }
}

extension Int32 {
  /// From now on no call on this descriptor waits.
  func becomeNonBlocking() {
    _ = fcntl(self, F_SETFL, fcntl(self, F_GETFL) | O_NONBLOCK)
    _ = fcntl(self, F_SETFD, FD_CLOEXEC)
  }
}
