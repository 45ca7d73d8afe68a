import DossierModel
import DossierSource
import Testing

@testable import DossierIngest

@Suite struct DecisionsReaderTests {
  private func read(_ text: String) -> DecisionsReader {
    DecisionsReader(reading: [
      SourceFile(path: SourcePath("decisions/lines.txt"), bytes: Array(text.utf8))
    ])
  }

  /// What a person wrote, and what is said of it.
  @Test(arguments: [
    ("smae person:a person:b", "1:1: error: unknown verb 'smae'; did you mean 'same'? [unknown-verb]"),
    ("# x\nhide persn:a", "2:6: error: unknown sort 'persn'; did you mean 'person'? [unknown-sort]"),
    (
      "hide \"Jane Doe\"",
      "1:6: error: 'Jane Doe' names nobody; write its sort and id, such as person:jane-doe;…"
    ),
    ("published a:x", "1:14: error: 'published' needs a date, such as 2019-08-27 here;…"),
    ("published x 2019", "1:11: error: 'x' names no article; write a: and its id, such as a:talks-2019 […"),
    ("published a:x 2019-02-30", "1:15: error: '2019-02-30' is no date; write it as 2019-08-27,…"),
    ("published a:x 2019/2018", "1:15: error: '2019/2018' is no date;…"),
    ("title a:x Some Title", "1:11: error: 'Some' is not in quotation marks; write \"Some\" [bad-operand]"),
    ("title a:x \"Some Title", "1:11: error: the quotation mark is not closed;…"),
    ("title a:x \"T\" b", "1:15: error: 'title' has no place for 'b';…"),
    ("title a:x \"T\" whi=\"b\"", "1:15: error: 'title' has no 'whi='; did you mean 'why'? [unknown-key]"),
    ("title a:x \"T\" near=a:y", "1:15: error: 'title' has no 'near='; it may be: by, on, why [unknown-key]"),
    ("title a:x \"T\" by=a by=b", "1:20: error: 'by=' is there twice; keep one [repeated-key]"),
    ("title a:x \"T\" by=", "1:15: error: 'by=' says nothing;…"),
    ("title a:x \"T\" on=May", "1:18: error: 'May' is no day;…"),
    ("same person:a \"B\" kind=tpyo", "1:24: error: unknown kind 'tpyo'; did you mean 'typo'? [bad-operand]"),
    ("is \"B\" person:a", "1:16: error: 'is' needs in=a:…, the article that the words stand in;…"),
    (
      "join a:x \"B\" \"C\"", "1:14: error: 'C' stands where '|' should; write | between blanks [bad-operand]"
    ),
    ("excerpt a:x sixty", "1:13: error: 'sixty' is no number of words; write it as 60w [bad-operand]"),
    ("pin ev:x", "1:9: error: 'pin' needs title=\"…\" or place=place:…;…"),
    ("redact person:x", "1:16: error: 'redact' needs as=…;…"),
    ("“smae” person:a", "1:1: error: unknown verb 'smae';…"),
    ("hide person:é x", "1:15: error: 'hide' has no place for 'x';…"),
  ])
  func saysWhatIsWrongAndWhere(text: String, says: String) throws {
    let told = read(text).diagnostics.map(\.description)
    #expect(told.count == 1)
    let first = try #require(told.first)
    let expected = "decisions/lines.txt:" + says
    if expected.hasSuffix("…") {
      #expect(first.hasPrefix(expected.dropLast()), "\(first)")
    } else {
      #expect(first == expected)
    }
  }

  @Test func readsWhatStandsBehindAnyLine() throws {
    let line = "hide person:x why=\"she asked, on the \\\"phone\\\"\" by=ab on=2021-02-03 public   # now"
    let decision = try #require(read("\u{FEFF}" + line).decisions.first)
    #expect(decision.action == .hide(EntitySelector(.person, "x")))
    #expect(decision.signature.why == "she asked, on the \"phone\"")
    #expect(decision.signature.by == "ab" && decision.signature.on == "2021-02-03")
    #expect(decision.signature.isPublic)
    #expect(decision.line == String(line.dropLast("   # now".count)))
  }

  @Test func takesNamesWithBlanksAndMarksOfAWordProcessor() {
    let read = read("same person:\"Jane Doe\" “Jane Do”\r\npublished a:\"2019/my talks.txt\" 2019~\r\n")
    #expect(read.diagnostics == [])
    #expect(
      read.decisions.map(\.action) == [
        .same(EntitySelector(.person, "Jane Doe"), .printed("Jane Do"), kind: nil, in: []),
        .date(
          .published, ArticleSelector("2019/my talks.txt"),
          .date(CalendarDate(year: 2019, isApproximate: true))),
      ])
  }

  @Test func aLineThatCannotBeReadLeavesTheOthers() {
    let read = read("page person:a\nnonsense\npage person:b")
    #expect(read.decisions.map(\.location.line) == [1, 3])
    #expect(read.decisions.map(\.id.number) == [0, 1])
  }

  @Test(arguments: [
    "2019-08-27", "2019-08", "2019", "2019~", "XXXX-01-23", "2019-01-14/2019-01-20", "../2019-01-23",
    "2019-01-23/..", "199X", "18XX", "XXXX-02-29",
  ])
  func readsDatesAsTheyAreWritten(text: String) {
    #expect(EDTF(parsing: text)?.description == text)
  }

  @Test(arguments: [
    "", "2019-13", "2019-02-29", "19", "../..", "2019-1-2", "XXXX", "20190827", "a/b", "2019/",
  ])
  func readsNothingElseAsADate(text: String) {
    #expect(EDTF(parsing: text) == nil)
  }
}
