import DossierModel
import DossierPages
import DossierTheme
import Testing

@testable import DossierRendering

@Suite struct WordingTests {
  private let words = Wording(Theme.files.first { $0.path == "words.txt" }?.text ?? "", path: "words.txt")

  private func date(_ year: Int?, _ month: Int? = nil, _ day: Int? = nil, about: Bool = false) -> CalendarDate
  {
    CalendarDate(year: year, month: month, day: day, isApproximate: about)
  }

  @Test func saysDatesInWords() {
    let cases: [(EDTF, String)] = [
      (.date(date(2019, 8, 27)), "27 August 2019"),
      (.date(date(2018, 9)), "September 2018"),
      (.date(date(2017, about: true)), "about 2017"),
      (.date(date(nil, 1, 23)), "23 January, year not known"),
      (.interval(from: date(2019, 1, 14), to: date(2019, 1, 20)), "between 14 and 20 January 2019"),
      (
        .interval(from: date(2019, 1, 28), to: date(2019, 2, 3)),
        "between 28 January 2019 and 3 February 2019"
      ),
      (.interval(from: nil, to: date(2019, 1, 23)), "23 January 2019 or earlier"),
      (.interval(from: date(2011), to: nil), "2011 or later"),
      (.decade(1990), "the 1990s"),
    ]
    for (value, expected) in cases { #expect(words.date(value) == expected) }
  }

  @Test func givesHTMLOnlyDatesThatItKnows() {
    #expect(EDTF.date(date(2019, 8, 27)).htmlDate == "2019-08-27")
    #expect(EDTF.date(date(2018, 9)).htmlDate == "2018-09")
    #expect(EDTF.date(date(nil, 1, 23)).htmlDate == "01-23")
    #expect(EDTF.date(date(2017, about: true)).htmlDate == nil)
    #expect(EDTF.date(date(-40)).htmlDate == nil)
    #expect(EDTF.interval(from: date(2019), to: nil).htmlDate == nil)
  }

  @Test func countsOneAndMany() {
    #expect(words.count(1, "articles") == "1 article")
    #expect(words.count(0, "articles") == "0 articles")
    #expect(words.count(12_345, "articles") == "12,345 articles")
  }

  @Test func hasWordsForEveryValueOfTheModel() {
    let keys =
      EntityKind.allCases.map { "kind.\($0.rawValue)" } + Alias.Kind.allCases.map { "alias.\($0.rawValue)" }
      + RemovalReason.allCases.map { "removal.\($0.rawValue)" } + Lane.allCases.map { "lane.\($0.rawValue)" }
      + Quotation.Attribution.allCases.map { "attribution.\($0.rawValue)" }
      + QuoteFamily.Difference.allCases.map { "difference.\($0.rawValue)" }
    #expect(keys.filter { words.found($0) == nil } == [])
  }

  @Test func tellsALineThatIsNoEntry() {
    let broken = Wording("# comment\n\nkey = words\nno entry\n", path: "words.txt")
    #expect(broken.diagnostics.map(\.location.line) == [4])
    #expect(broken["key"] == "words")
    #expect(broken["other"] == "other")
  }

  @Test func keepsAnEqualsSignWithinAKey() {
    #expect(Wording("rule.a=b = a is b", path: "words.txt")["rule.a=b"] == "a is b")
  }
}
