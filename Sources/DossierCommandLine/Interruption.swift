import Foundation
import Glibc

/// Ctrl-C, or another process that asks this one to end.
enum Interruption {
  /// Has the process do a last thing and then end well, for as long as the result is kept.
  ///
  /// A build that is broken off leaves the old site whole, so there is nothing to wait for.
  static func exits(after last: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        last()
        exit(0)
      }
      source.resume()
      return source
    }
  }
}
