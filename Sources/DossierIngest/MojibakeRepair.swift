/// Mends pages whose UTF-8 somebody read as Latin-1 or Windows-1252 and saved as UTF-8 again: "â€™" for "’".
///
/// Control characters of the block U+0080–009F show it anywhere, for no text has them otherwise. Without them only what
/// no language writes is mended: a capital with a mark and behind it a sign or a letter that never follows one, such as
/// "Ã©", and "â" with the euro's sign.
enum MojibakeRepair {
  static func repaired(_ utf8: [UInt8]) -> [UInt8] {
    let (holdsControls, holdsLeads) = signs(in: utf8)
    guard holdsControls || holdsLeads else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      let found =
        (holdsControls ? sequence(in: utf8, at: index, by: latin1(in:at:)) : nil)
        ?? (holdsLeads ? sign(in: utf8, at: index) ?? cutSign(in: utf8, at: index) : nil)
      if let found {
        result += found.bytes
        index += found.length
      } else {
        result.append(utf8[index])
        index += 1
      }
    }
    return result
  }

  /// Whether a text holds control characters of the block, and letters that such damage begins with.
  private static func signs(in utf8: [UInt8]) -> (controls: Bool, leads: Bool) {
    var signs = (controls: false, leads: false)
    var previous: UInt8 = 0
    for byte in utf8 {
      if previous == 0xC2, (0x80...0x9F).contains(byte) { signs.controls = true }
      if previous == 0xC3, (0x82...0x85).contains(byte) || byte == 0xA2 { signs.leads = true }
      previous = byte
    }
    return signs
  }

  private typealias Mended = (bytes: [UInt8], length: Int)

  /// The bytes of one character whose bytes each stand as a character, and how long that was.
  private static func sequence(
    in utf8: [UInt8], at start: Int,
    by reading: (_ utf8: [UInt8], _ index: Int) -> (byte: UInt8, length: Int)?
  ) -> Mended? {
    guard let lead = reading(utf8, start), lead.byte >= 0xC2, lead.byte < 0xF5 else { return nil }
    let count = lead.byte < 0xE0 ? 1 : lead.byte < 0xF0 ? 2 : 3
    var bytes = [lead.byte]
    var next = start + lead.length
    for _ in 1...count {
      guard let found = reading(utf8, next), (0x80...0xBF).contains(found.byte) else { return nil }
      bytes.append(found.byte)
      next += found.length
    }
    return String(validating: bytes, as: UTF8.self) == nil ? nil : (bytes, next - start)
  }

  /// What was read as Windows-1252, where it cannot be meant.
  private static func sign(in utf8: [UInt8], at start: Int) -> Mended? {
    sequence(in: utf8, at: start, by: windows1252(in:at:))
      .flatMap { isWrittenByNobody(utf8, at: start, $0) ? $0 : nil }
  }

  /// What is left of a sign whose last byte a program changed or dropped.
  ///
  /// Where it sets straight quotation marks, a dash is `â€"` and an apostrophe `â€'`. Windows-1252 has no sign for the
  /// last byte of the closing mark, and "â€" is left before a blank, a full stop, a comma or the end.
  private static func cutSign(in utf8: [UInt8], at start: Int) -> Mended? {
    let lead: [UInt8] = [0xC3, 0xA2, 0xE2, 0x82, 0xAC]
    guard utf8[start...].starts(with: lead) else { return nil }
    let next = start + lead.count
    guard next < utf8.count else { return ([0xE2, 0x80, 0x9D], lead.count) }
    switch utf8[next] {
    case UInt8(ascii: "\""): return ([0xE2, 0x80, 0x94], lead.count + 1)
    case UInt8(ascii: "'"): return ([0xE2, 0x80, 0x99], lead.count + 1)
    case ...0x20, UInt8(ascii: "."), UInt8(ascii: ","): return ([0xE2, 0x80, 0x9D], lead.count)
    default: return nil
    }
  }

  /// Whether what was mended cannot be meant: "â€™", or "Ã", "Ä", "Å", "Â" before what closes no quotation.
  private static func isWrittenByNobody(_ utf8: [UInt8], at start: Int, _ mended: Mended) -> Bool {
    guard mended.bytes.count == 2 else { return mended.bytes[0] == 0xE2 && mended.bytes[1] == 0x80 }
    guard (0xC2...0xC5).contains(mended.bytes[0]) else { return false }
    let second = utf8[(start + 2)..<(start + mended.length)]
    let next = start + mended.length
    if Self.signsAmidWords.contains(Array(second)) {
      return next < utf8.count && (0x41...0x5A).contains(utf8[next] & ~0x20)
    }
    // Quotation marks, dashes, dots and the blank that never breaks may follow a capital.
    return second.first != 0xE2 && !second.elementsEqual([0xC2, 0xA0]) && !second.elementsEqual([0xC2, 0xBB])
      && !second.elementsEqual([0xC2, 0xAB])
  }

  /// "†", "‡" and "‰", behind which no word goes on.
  private static let signsAmidWords: Set<[UInt8]> = [
    [0xE2, 0x80, 0xA0], [0xE2, 0x80, 0xA1], [0xE2, 0x80, 0xB0],
  ]

  /// The character of U+0080–00FF that stands at an index, in its two bytes.
  private static func latin1(in utf8: [UInt8], at index: Int) -> (byte: UInt8, length: Int)? {
    guard index + 1 < utf8.count, utf8[index] == 0xC2 || utf8[index] == 0xC3,
      (0x80...0xBF).contains(utf8[index + 1])
    else { return nil }
    return (utf8[index] == 0xC2 ? utf8[index + 1] : utf8[index + 1] + 0x40, 2)
  }

  /// The byte that Windows-1252 has for the character at an index.
  private static func windows1252(in utf8: [UInt8], at index: Int) -> (byte: UInt8, length: Int)? {
    if let found = latin1(in: utf8, at: index), found.byte >= 0xA0 { return found }
    for length in 2...3 where index + length <= utf8.count {
      if let byte = bytesOfSigns[Array(utf8[index..<index + length])] { return (byte, length) }
    }
    return nil
  }

  /// The characters of Windows-1252 from 0x80 to 0x9F, in UTF-8 (the WHATWG encoding standard's index).
  private static let bytesOfSigns: [[UInt8]: UInt8] = {
    let characters = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
    return Dictionary(uniqueKeysWithValues: zip(characters.map { Array(String($0).utf8) }, 0x80...0x9F))
  }()
}
