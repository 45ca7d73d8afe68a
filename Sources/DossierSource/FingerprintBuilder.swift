/// Makes one fingerprint of several values, which count in their order.
///
/// Texts and lists go in with their lengths: what is at the end of one cannot be taken for the start of the next.
package struct FingerprintBuilder: Sendable {
  private var stream = FingerprintStream()

  package init() {}

  package var fingerprint: Fingerprint { stream.fingerprint }

  package mutating func add(_ value: UInt64) { stream.add(word: value) }

  package mutating func add(_ value: Int) { add(UInt64(bitPattern: Int64(value))) }

  package mutating func add(_ value: Bool) { add(value ? 1 : 0) }

  package mutating func add(_ value: Fingerprint) {
    add(value.high)
    add(value.low)
  }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(utf8.count)
      add(UnsafeRawBufferPointer(utf8))
    }
  }

  /// Bytes in words of eight, the last filled up with zeros: what follows stays where it is added at once.
  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    while start + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
      start += 8
    }
    guard start < bytes.count else { return }
    var word: UInt64 = 0
    for place in start..<bytes.count { word |= UInt64(bytes[place]) << UInt64(8 * (place - start)) }
    add(word)
  }

  /// Nil is told from an empty text.
  package mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  package mutating func add(_ range: TextRange) {
    add(range.lowerBound)
    add(range.upperBound)
  }

  package mutating func add(_ range: TextRange?) {
    add(range != nil)
    if let range { add(range) }
  }

  /// Open to other modules, so that each list has its own loop: a page's fingerprint is of hundreds of lists.
  @inlinable
  package mutating func add<Values: Collection>(
    _ values: Values, _ add: (inout FingerprintBuilder, Values.Element) -> Void
  ) {
    self.add(values.count)
    for value in values { add(&self, value) }
  }
}
