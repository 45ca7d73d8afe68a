import Testing

@testable import DossierRendering

@Suite struct ExportTests {
  private let site = SitePages(SitePages.meeting())

  private func lines(_ path: String) throws -> [String] {
    try #require(site.files[path]).split(separator: "\r\n").map(String.init)
  }

  @Test func listsEventsByDateAsATable() throws {
    let lines = try lines("data/events.csv")
    #expect(lines[0] == "id,title,date,basis,rule,lane,place,participants,articles,page")
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("war,"))
    #expect(lines[2].contains(",2019-05-03,"))
    #expect(lines[2].contains(",Kolm,Anna Berg; Karl Ost,first; second,events/meeting.html"))
  }

  @Test func putsOnlyWhatIsKnownToTheDayInTheCalendar() throws {
    let lines = try lines("data/events.ics")
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1)
    #expect(lines.contains("DTSTART;VALUE=DATE:20190503"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(site.files["timeline.html"]?.contains("of the 1 event known to the day") == true)
  }

  @Test func tellsEachClaimWithTheSentencesThatProveIt() throws {
    let lines = try lines("data/claims.csv")
    #expect(lines.contains { $0.hasPrefix("event:meeting,where,place-kolm,stated,") })
    #expect(lines.contains { $0.hasPrefix("article:first,published,2019-05-03,stated,") })
    let speaker = try #require(lines.first { $0.contains(",speaker,person-anna-berg,") })
    #expect(speaker.contains("articles/first.html#s"))
  }

  @Test func writesFieldsThatNoSpreadsheetRuns() {
    var table = CSVWriter(header: ["a"])
    table.row(["=1+1", "say \"no\", he said"])
    #expect(String(decoding: table.bytes, as: UTF8.self) == "a\r\n\"'=1+1\",\"say \"\"no\"\", he said\"\r\n")
  }
}
