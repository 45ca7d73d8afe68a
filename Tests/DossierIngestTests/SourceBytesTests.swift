import DossierIngest
import DossierModel
import DossierSource
import Testing

@Suite struct SourceBytesTests {
  private static let text = """
    Siege of Karsa ends – “at last”

    The siege ended on Saturday after eleven months; 40 % of the old town is in ruins, the mayor said.
    """

  private static func bytes(_ units: [UInt16], little: Bool) -> [UInt8] {
    units.flatMap { little ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  private static func windows1252(_ text: String) -> [UInt8] {
    let marks: [Unicode.Scalar: UInt8] = ["–": 0x96, "“": 0x93, "”": 0x94]
    return text.unicodeScalars.map { marks[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
  }

  private static let encodings: [(name: String, bytes: [UInt8])] = {
    let utf8 = Array(text.utf8)
    let utf16 = Array(text.utf16)
    let windows: [UInt8] = utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let macs: [UInt8] = utf8.map { $0 == 0x0A ? 0x0D : $0 }
    return [
      ("UTF-8", utf8), ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + utf8),
      ("UTF-16 with a mark", [0xFF, 0xFE] + bytes(utf16, little: true)),
      ("UTF-16, big end first, with a mark", [0xFE, 0xFF] + bytes(utf16, little: false)),
      ("UTF-16 bare", bytes(utf16, little: true)),
      ("UTF-16 bare, big end first", bytes(utf16, little: false)),
      ("Windows-1252", windows1252(text)), ("lines of Windows", windows), ("lines of old Macs", macs),
    ]
  }()

  @Test(arguments: encodings)
  func readsTheSameTextInEveryEncoding(name: String, bytes: [UInt8]) throws {
    let read = reading(bytes)
    let page = try #require(read.article)
    #expect(page.metadata.title == "Siege of Karsa ends – “at last”")
    #expect(page.blocks.count == 1)
    #expect(page.text.hasSuffix("the mayor said."))
    #expect(read.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Liman kapandı\n\nLimanın kapısı açıldı, ancak işçiler dışarıda kaldı.\n", 0xFD as UInt8),
    ("Höfnin lokuð\n\nHöfnin var lokuð í gær, sagði Þór, og verður það áfram á morgun.\n", 0xF0 as UInt8),
  ])
  func lettersOfTurkishAreToldFromThoseOfIcelandic(text: String, letter: UInt8) throws {
    let turkish: [Unicode.Scalar: UInt8] = ["ı": 0xFD, "ş": 0xFE, "ğ": 0xF0, "İ": 0xDD]
    let bytes = text.unicodeScalars.map { turkish[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
    #expect(bytes.contains(letter))
    let read = try #require(reading(bytes).article)
    #expect(text.hasPrefix(read.metadata.title) && text.contains(read.text))
  }

  @Test(arguments: [
    ("It is the harbour master\u{E2}\u{20AC}\u{2122}s day.", "It is the harbour master’s day."),
    ("Erdo\u{C4}\u{178}an and Ay\u{C5}\u{178}e met.", "Erdoğan and Ayşe met."),
    ("The caf\u{C3}\u{A9} at the pier.", "The café at the pier."),
    (
      "“The caf\u{E9} is open,\u{E2}\u{20AC} he said. “Come in.\u{E2}\u{20AC}",
      "“The café is open,” he said. “Come in.”"
    ),
    (
      "The mayor \u{E2}\u{20AC}\" who had left \u{E2}\u{20AC}\" didn\u{E2}\u{20AC}'t say.",
      "The mayor — who had left — didn’t say."
    ),
    ("The CORTE DE JUSTI\u{C3}\u{2021}A met.", "The CORTE DE JUSTIÇA met."),
  ])
  func lettersReadInAnotherEncodingAreMended(damaged: String, mended: String) throws {
    #expect(try article(damaged).text == mended)
  }

  @Test(arguments: [
    "Was bedeutet „Ä“? Und „Ö“…", "A QUALITÉ’ and an Å–B line.", "«IRMÃ» – Ä, Å.", "IDA BRÅ† and others.",
  ])
  func capitalsBesideQuotationMarksAreNoDamage(text: String) throws {
    #expect(try article(text).text == text)
  }

  @Test func noBreakSpacesAndInvisibleMarksAreNormalised() throws {
    let page = try article(
      "Siege of Karsa\u{A0}ends\n\nThe siege\u{A0}ended on Sat\u{AD}urday\u{200B} after eleven\u{202F}months.\u{A0} \u{A0}\n"
    )
    #expect(page.metadata.title == "Siege of Karsa ends")
    #expect(page.text == "The siege ended on Saturday after eleven months.")
  }

  private static let unreadable: [(name: String, bytes: [UInt8], id: String)] = [
    ("empty", [], "source-empty"), ("white space", Array(" \n\t\r\n".utf8), "source-empty"),
    ("binary", (0..<600).map { UInt8($0 * 7 % 256) }, "source-not-text"),
    ("zeros", [UInt8](repeating: 0, count: 100), "source-not-text"),
  ]

  @Test(arguments: unreadable)
  func whatCannotBeReadIsTold(name: String, bytes: [UInt8], id: String) {
    let read = reading(bytes)
    #expect(read.article == nil)
    #expect(read.diagnostics.map(\.id) == [id])
  }

  /// Apart from the others, since the log of a run prints what its cases are given.
  @Test func aSourceThatIsTooLargeIsTold() {
    let read = reading([UInt8](repeating: 0x61, count: ArticleReader.limit + 1))
    #expect(read.article == nil)
    #expect(read.diagnostics.map(\.id) == ["source-too-large"])
  }

  @Test func aTextCutWithinACharacterIsReadAndTold() throws {
    let read = reading(Array(Array("The siege of Karsa ended on Saturday – at last".utf8).prefix(38)))
    #expect(read.article?.text.hasPrefix("The siege of Karsa ended") == true)
    #expect(read.diagnostics.map(\.id) == ["unreadable-characters"])
  }

  @Test func aPageInADeclaredEncodingIsReadInIt() throws {
    let head = "<html><head><meta charset=\"windows-1251\"><title>A</title></head><body><h1>A</h1><p>"
    let word: [UInt8] = [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0]
    let tail =
      " is a city of many millions, and the road to it was closed for the whole of the winter.</p></body></html>"
    let page = try #require(reading(Array(head.utf8) + word + Array(tail.utf8), as: "a.html").article)
    #expect(page.text.contains("Москва is a city"))
  }

  // MARK: Whatever the bytes

  /// A generator that gives the same numbers on every run.
  private struct Numbers {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test func randomBytesNeverStopTheReader() {
    var numbers = Numbers(state: 0x9E37_79B9_7F4A_7C15)
    let alphabet = Array(
      "#*_[]()>-|\\ \n\n.\"':/@©A a1é—–“”…---\nBy Updated 2019 January AP Source: Check Also".utf8)
    for round in 0..<400 {
      let count = Int(numbers.next() % 400)
      let bytes: [UInt8] = (0..<count).map { _ in
        round.isMultiple(of: 2)
          ? UInt8(truncatingIfNeeded: numbers.next()) : alphabet[Int(numbers.next() % UInt64(alphabet.count))]
      }
      for path in ["a.txt", "a.md", "a.html"] { _ = reading(bytes, as: path) }
    }
  }

  @Test func aPageCutAtAnyByteIsStillRead() {
    let page = """
      ---
      title: "A – b"
      ---
      Home / World / Court rejects appeal
      **By [Jane Roe](#)** | January 23, 2019 | 4 min read
      Leaders meet in the old palace – at last [Jane Roe/AFP]
      MOSCOW (AP) — “The siege” ended after eleven months, the mayor said on Saturday.
      > A word. © 2019 The Herald
      """
    let bytes = Array(page.utf8)
    for end in bytes.indices {
      _ = reading(Array(bytes[..<end]), as: "a.txt")
      _ = reading(Array(bytes[..<end]), as: "a.md")
      _ = reading(Array(bytes[end...]), as: "a.txt")
    }
  }

  /// The test is slow if any step looks at all lines for each line.
  @Test(arguments: [
    "*", "[", "[](", "a", "(", "2019/", "A. ", "|", "- a\n", "a\n", "Share\n", "Comments\n",
    "a b c d e f g h\n\n", "| a |\n",
  ])
  func aHugeTextOfOneThingTakesNoLongerThanItsLength(unit: String) {
    let text = String(repeating: unit, count: 30_000 / unit.utf8.count)
    for path in ["a.txt", "a.md"] { _ = reading(Array(text.utf8), as: path) }
  }
}
