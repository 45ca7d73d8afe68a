/// Mends pages whose UTF-8 somebody read as Latin-1 and saved as UTF-8 again: "â\u{80}\u{99}" for "’".
///
/// Only where control characters of the block U+0080–009F show it, for no text has them otherwise.
enum MojibakeRepair {
  static func repaired(_ utf8: [UInt8]) -> [UInt8] {
    guard holdsControls(utf8) else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      if let (bytes, length) = sequence(in: utf8, at: index) {
        result += bytes
        index += length
      } else {
        result.append(utf8[index])
        index += 1
      }
    }
    return result
  }

  private static func holdsControls(_ utf8: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if previous == 0xC2, (0x80...0x9F).contains(byte) { return true }
      previous = byte
    }
    return false
  }

  /// The bytes of one character whose bytes each stand as a Latin-1 character, and how long that was.
  private static func sequence(in utf8: [UInt8], at start: Int) -> (bytes: [UInt8], length: Int)? {
    guard let lead = latin1(in: utf8, at: start), lead >= 0xC2, lead < 0xF5 else { return nil }
    let count = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var bytes = [lead]
    for step in 1...count {
      guard let next = latin1(in: utf8, at: start + 2 * step), (0x80...0xBF).contains(next) else {
        return nil
      }
      bytes.append(next)
    }
    return String(validating: bytes, as: UTF8.self) == nil ? nil : (bytes, 2 * (count + 1))
  }

  /// The character of U+0080–00FF that stands at an index, in its two bytes.
  private static func latin1(in utf8: [UInt8], at index: Int) -> UInt8? {
    guard index + 1 < utf8.count, utf8[index] == 0xC2 || utf8[index] == 0xC3,
      (0x80...0xBF).contains(utf8[index + 1])
    else { return nil }
    return utf8[index] == 0xC2 ? utf8[index + 1] : utf8[index + 1] + 0x40
  }
}
