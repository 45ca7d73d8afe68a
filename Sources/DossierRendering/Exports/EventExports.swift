import DossierModel
import DossierPages
import DossierSource

/// The timeline for other programs: a table, a calendar, and the form that TimelineJS reads.
struct EventExports {
  let plan: SitePlan

  var files: [OutputFile] {
    [
      OutputFile(path: "data/events.csv", bytes: table()),
      OutputFile(path: "data/events.ics", bytes: calendar()),
      OutputFile(path: "data/timeline.json", bytes: timeline()),
    ]
  }

  /// By date, as the timeline has them.
  private var events: [Event] { plan.eventsByDate }

  private func name(of entity: EntityID) -> String { plan.name(of: entity) ?? entity.string }

  private func lane(of event: Event) -> Lane { plan.lane(of: event) }

  private func table() -> [UInt8] {
    var table = CSVWriter(header: [
      "id", "title", "date", "basis", "rule", "lane", "place", "participants", "articles", "page",
    ])
    for event in events {
      table.row([
        event.id.string, event.title, event.when?.value.description ?? "", event.when?.basis.rawValue ?? "",
        event.when?.rule.name ?? "", lane(of: event).rawValue, event.place.map { name(of: $0.value) } ?? "",
        event.participants.map(name).joined(separator: "; "),
        event.coverage.map(\.article.string).joined(separator: "; "),
        plan.links.path(of: event.id)?.string ?? "",
      ])
    }
    return table.bytes
  }

  /// The events that are known to the day, as all-day entries (RFC 5545); no clock: an entry is stamped with its day.
  private func calendar() -> [UInt8] {
    var calendar = CalendarWriter()
    calendar.line("BEGIN:VCALENDAR")
    calendar.line("VERSION:2.0")
    calendar.line("PRODID:-//dossier//events//EN")
    for event in events {
      guard let day = event.when?.value.day else { continue }
      let date = day.description.filter { $0 != "-" }
      calendar.line("BEGIN:VEVENT")
      calendar.line("UID:\(event.id.string)@dossier")
      calendar.line("DTSTAMP:\(date)T000000Z")
      calendar.line("DTSTART;VALUE=DATE:\(date)")
      calendar.line("SUMMARY:", text: event.title)
      if let place = event.place { calendar.line("LOCATION:", text: name(of: place.value)) }
      if event.status == .planned { calendar.line("STATUS:TENTATIVE") }
      calendar.line("END:VEVENT")
    }
    calendar.line("END:VCALENDAR")
    return calendar.bytes
  }

  private func timeline() -> [UInt8] {
    var writer = JSONWriter()
    let dated = events.filter { $0.when?.value.firstDay != nil }
    writer.object { writer in
      writer.name("events")
      writer.rows(dated) { writer, event in
        let place = TimelinePlace(event.when?.value)
        writer.field("unique_id", event.id.string)
        writer.name("start_date")
        writer.object { writer in
          if let year = place.year { writer.field("year", year) }
          if let month = place.month { writer.field("month", month) }
          if let day = place.day { writer.field("day", day) }
        }
        writer.name("text")
        writer.object { $0.field("headline", event.title) }
        writer.field("group", lane(of: event).rawValue)
      }
    }
    return writer.finished()
  }
}

/// Lines of a calendar file: escaped, and folded at 75 octets (RFC 5545, 3.1 and 3.3.11).
private struct CalendarWriter {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ name: String, text: String) {
    var escaped: [UInt8] = Array(name.utf8)
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): escaped += [0x5C, byte]
      case 0x0A:
        if before == 0x0D { escaped.removeLast() }
        escaped += [0x5C, UInt8(ascii: "n")]
      default: escaped.append(byte)
      }
      before = byte
    }
    fold(escaped)
  }

  mutating func line(_ text: String) { fold(Array(text.utf8)) }

  /// Adds a line in pieces that end between letters.
  private mutating func fold(_ line: [UInt8]) {
    guard line.count > 75 else {
      bytes += line
      bytes += [0x0D, 0x0A]
      return
    }
    var start = 0
    var length = 0
    while start < line.count {
      var end = start + 1
      while end < line.count, line[end] & 0xC0 == 0x80 { end += 1 }
      if length + end - start > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += line[start..<end]
      length += end - start
      start = end
    }
    bytes += [0x0D, 0x0A]
  }
}
