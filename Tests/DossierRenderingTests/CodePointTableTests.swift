import Testing

@testable import DossierRendering

@Suite struct CodePointTableTests {
  @Test(arguments: ["plain ascii", "“Ça va” – naïve 😀 end", String(repeating: "é😀x", count: 90)])
  func countsCodePointsBeforeEveryScalar(text: String) {
    let table = CodePointTable(text)
    var utf8 = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(table.offset(utf8) == count)
      utf8 += String(scalar).utf8.count
    }
    #expect(table.offset(utf8) == text.unicodeScalars.count)
  }

  @Test func countsNothingBeyondTheEnd() {
    #expect(CodePointTable("é").offset(9) == 1)
    #expect(CodePointTable("").offset(0) == 0)
  }
}
