import DossierSource
import Testing

@Suite struct EightBytesTests {
  @Test func tellsTheFirstPlaceOfAByte() {
    check("abcdefgh", 3) { $0.places(of: UInt8(ascii: "d")) }
    check("a\u{1}\u{2}d\u{1}\u{2}dd", 3) { $0.places(of: UInt8(ascii: "d")) }
    check("éééé", nil) { $0.places(of: UInt8(ascii: "C")) }
  }

  @Test func tellsTwoBytesThatOneBitParts() {
    check("ab'def&h", 2) { $0.places(of: UInt8(ascii: "&"), ignoring: 1) }
    check("abcdef&h", 6) { $0.places(of: UInt8(ascii: "&"), ignoring: 1) }
    check("abcdef%h", nil) { $0.places(of: UInt8(ascii: "&"), ignoring: 1) }
  }

  @Test func tellsTheFirstSmallByte() {
    check("abc\n\tfgh", 3) { $0.places(below: 0x20) }
    check("é bcdefg", nil) { $0.places(below: 0x20) }
  }

  private func check(
    _ text: String, _ place: Int?, sourceLocation: Testing.SourceLocation = #_sourceLocation,
    _ ask: (EightBytes) -> UInt64
  ) {
    let bytes = Array(text.utf8)
    let places = bytes.withUnsafeBufferPointer { ask(EightBytes($0, at: 0)) }
    #expect((places == 0 ? nil : EightBytes.first(of: places)) == place, sourceLocation: sourceLocation)
  }
}
