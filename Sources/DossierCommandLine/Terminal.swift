import DossierSource
import Glibc

/// The terminal, or what stands in for it, and the machine behind it.
enum Terminal {
  static func print(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }
  static func printError(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  /// Asks for a line, and gives nil at the end of the input.
  ///
  /// Where nobody sits at a terminal, the question is left out.
  static func ask(_ question: String) -> String? {
    if isatty(STDIN_FILENO) == 1 { write(question, to: STDOUT_FILENO) }
    return readLine()
  }

  /// Whether somebody reads the messages while they come.
  static var hasReader: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes over the line of messages that the cursor is on.
  static func rewriteErrorLine(_ text: String) { write("\r\u{1B}[K" + text, to: STDERR_FILENO) }

  /// Whether messages may be coloured: a terminal reads them, and NO_COLOR is not set.
  static var showsColor: Bool { isatty(STDERR_FILENO) == 1 && (variable("NO_COLOR") ?? "").isEmpty }

  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Tells this executable, with its tables, from any other.
  static var toolFingerprint: Fingerprint {
    var found = stat()
    guard stat("/proc/self/exe", &found) == 0 else { return Fingerprint(high: 0, low: 0) }
    let text =
      "\(found.st_dev) \(found.st_ino) \(found.st_size) \(found.st_mtim.tv_sec) \(found.st_mtim.tv_nsec)"
    return Fingerprint(of: text)
  }

  /// Has the desktop show an address; where there is no desktop, nothing happens.
  static func openInBrowser(_ address: String) {
    var words = ["xdg-open", address].map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    _ = posix_spawnp(&process, "xdg-open", nil, nil, &words, environ)
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}
