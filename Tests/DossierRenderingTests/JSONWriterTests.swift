import Testing

@testable import DossierRendering

@Suite struct JSONWriterTests {
  private func check(_ expected: String, write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    write(&writer)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func escapesWhatJSONDoesNotTakeLiterally() {
    check(#""a\"b\\c\nd\u0001é""#) { $0.string("a\"b\\c\nd\u{1}é") }
  }

  @Test func putsCommasBetweenAndNoneAtTheEnds() {
    check(#"{"a":1,"b":["x","y"],"c":[],"d":null,"e":2.5}"#) { writer in
      writer.object { writer in
        writer.field("a", 1)
        writer.strings("b", ["x", "y"])
        writer.strings("c", [])
        writer.field("d", String?.none)
        writer.field("e", 2.5)
      }
    }
  }

  @Test func putsEachRowOnItsOwnLine() {
    check("[\n{\"a\":1},\n{\"a\":2}]") { $0.rows([1, 2]) { $0.field("a", $1) } }
  }

  @Test func writesAWholeNumberWithoutAFraction() {
    check(#"{"n":500000,"m":null}"#) { writer in
      writer.object { writer in
        writer.field("n", 500_000.0)
        writer.field("m", Double.infinity)
      }
    }
  }
}
