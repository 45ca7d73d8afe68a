import DossierSource
import DossierTestSupport
import Testing

struct FingerprintTests {
  @Test func agreesWithThePublishedFunction() {
    // MurmurHash3_x64_128 with seed 0.
    #expect(Fingerprint(of: "").description == "00000000000000000000000000000000")
    #expect(Fingerprint(of: "hello").description == "cbd8a7b341bd9b025b1e906a48ae1d19")
  }

  @Test func isTheSameForTextAndItsBytes() {
    let text = "Zażółć gęślą jaźń, and a tail"
    #expect(Fingerprint(of: text) == Fingerprint(of: Array(text.utf8)))
  }

  @Test(arguments: [1, 7, 16, 17, 64])
  func isTheSameForBytesThatComeInParts(length: Int) {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var stream = FingerprintStream()
    for start in stride(from: 0, to: bytes.count, by: length) {
      stream.add(Array(bytes[start..<min(start + length, bytes.count)]))
    }
    #expect(stream.fingerprint == Fingerprint(of: bytes))
  }
}

struct LineTableTests {
  @Test func countsColumnsInScalars() {
    let table = LineTable(of: Array("één\nzwei".utf8))
    #expect(table.position(of: 0) == (1, 1))
    #expect(table.position(of: 2) == (1, 2))
    #expect(table.position(of: 6) == (2, 1))
  }
}

struct SlugTests {
  @Test(arguments: [
    ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"), ("Hay’et Tahrir al-Sham", "hayet-tahrir-al-sham"),
    ("  St. John's -- 2 ", "st-johns-2"), ("Łódź", "lodz"),
  ])
  func foldsToAscii(text: String, slug: String) { #expect(Slug(folding: text).string == slug) }

  @Test func ofAnotherScriptIsStillASlug() {
    #expect(Slug(folding: "Москва").string.utf8.allSatisfy { $0 < 0x80 })
    #expect(Slug(folding: "Москва") != Slug(folding: "Київ"))
  }
}

struct MarkedTextTests {
  @Test func readsStretchesInsideStretches() {
    let marked = MarkedText("a [b [c|1] d|2] é[f|3]")
    #expect(marked.text == "a b c d éf")
    #expect(marked.stretches.map(\.label) == ["1", "2", "3"])
    #expect(marked.stretches.map { String(marked.text[$0.range]) } == ["c", "b c d", "f"])
  }
}
