import DossierModel
import DossierSource

extension TimeExpression {
  init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      range: try reader.range(), kind: try reader.value(of: Kind.packed),
      meaning: try TimeMeaning(from: &reader, depth: 0),
      direction: try reader.value(of: Direction.packed), bound: try reader.optional(of: Bound.packed),
      opensSentence: try reader.bool(), isAdverbial: try reader.bool(),
      mayBeOfOther: try reader.bool(), isSpoken: try reader.bool(),
      sentence: try reader.index(), rule: Rule(try reader.word()))
  }

  func write(to writer: inout PackedWriter) {
    writer.write(range)
    writer.write(kind, of: Kind.packed)
    meaning.write(to: &writer)
    writer.write(direction, of: Direction.packed)
    writer.write(bound, of: Bound.packed)
    writer.write(opensSentence)
    writer.write(isAdverbial)
    writer.write(mayBeOfOther)
    writer.write(isSpoken)
    writer.write(count: sentence)
    writer.write(word: rule.name)
  }
}

extension TimeMeaning {
  /// Nothing that is said in words nests deeper.
  private static let depthLimit = 100

  fileprivate init(from reader: inout PackedReader, depth: Int) throws(PackedTrouble) {
    guard depth < Self.depthLimit else { throw PackedTrouble() }
    self =
      switch try reader.count() {
      case 0: .absolute(try EDTF(from: &reader))
      case 1: .slot(try CalendarSlot(from: &reader), try Frame(from: &reader, depth: depth + 1))
      case 2:
        .relative(
          try reader.value(of: Unit.packed), try reader.int(),
          from: try Anchor(from: &reader, depth: depth + 1))
      case 3:
        .distance(
          try reader.value(of: Unit.packed), try reader.optionalDouble(), later: try reader.bool(),
          from: try Anchor(from: &reader, depth: depth + 1))
      case 4:
        .part(try reader.value(of: Part.packed), of: try TimeMeaning(from: &reader, depth: depth + 1))
      case 5: .approximate(try TimeMeaning(from: &reader, depth: depth + 1))
      case 6:
        .timeOfDay(
          try TimeOfDay(from: &reader),
          on: try reader.bool() ? try TimeMeaning(from: &reader, depth: depth + 1) : nil)
      case 7: .duration(try reader.value(of: Unit.packed), try reader.optionalDouble())
      case 8: .set(try reader.text())
      case 9: .vague(try reader.text())
      default: throw PackedTrouble()
      }
  }

  fileprivate func write(to writer: inout PackedWriter) {
    switch self {
    case .absolute(let value):
      writer.write(count: 0)
      value.write(to: &writer)
    case .slot(let slot, let frame):
      writer.write(count: 1)
      slot.write(to: &writer)
      frame.write(to: &writer)
    case .relative(let unit, let count, let anchor):
      writer.write(count: 2)
      writer.write(unit, of: Unit.packed)
      writer.write(count)
      anchor.write(to: &writer)
    case .distance(let unit, let count, let later, let anchor):
      writer.write(count: 3)
      writer.write(unit, of: Unit.packed)
      writer.write(optionalDouble: count)
      writer.write(later)
      anchor.write(to: &writer)
    case .part(let part, let whole):
      writer.write(count: 4)
      writer.write(part, of: Part.packed)
      whole.write(to: &writer)
    case .approximate(let meaning):
      writer.write(count: 5)
      meaning.write(to: &writer)
    case .timeOfDay(let time, let day):
      writer.write(count: 6)
      time.write(to: &writer)
      writer.write(day != nil)
      if let day { day.write(to: &writer) }
    case .duration(let unit, let count):
      writer.write(count: 7)
      writer.write(unit, of: Unit.packed)
      writer.write(optionalDouble: count)
    case .set(let value):
      writer.write(count: 8)
      writer.write(value)
    case .vague(let value):
      writer.write(count: 9)
      writer.write(value)
    }
  }
}

extension TimeMeaning.Anchor {
  fileprivate init(from reader: inout PackedReader, depth: Int) throws(PackedTrouble) {
    self =
      switch try reader.count() {
      case 0: .publication
      case 1: .previous
      case 2: .time(try TimeMeaning(from: &reader, depth: depth))
      case 3: .previousDay
      case 4: .told
      case 5: .saying(try TimeMeaning(from: &reader, depth: depth))
      case 6: .event(class: try reader.text(), named: try reader.range())
      default: throw PackedTrouble()
      }
  }

  fileprivate func write(to writer: inout PackedWriter) {
    switch self {
    case .publication: writer.write(count: 0)
    case .previous: writer.write(count: 1)
    case .previousDay: writer.write(count: 3)
    case .told: writer.write(count: 4)
    case .time(let time):
      writer.write(count: 2)
      time.write(to: &writer)
    case .saying(let time):
      writer.write(count: 5)
      time.write(to: &writer)
    case .event(let kind, let words):
      writer.write(count: 6)
      writer.write(kind)
      writer.write(words)
    }
  }
}

extension TimeMeaning.Frame {
  fileprivate init(from reader: inout PackedReader, depth: Int) throws(PackedTrouble) {
    self =
      switch try reader.count() {
      case 0: .nearest
      case 1: .pointed(try reader.int(), from: try TimeMeaning.Anchor(from: &reader, depth: depth))
      case 2: .within(try TimeMeaning(from: &reader, depth: depth))
      default: throw PackedTrouble()
      }
  }

  fileprivate func write(to writer: inout PackedWriter) {
    switch self {
    case .nearest: writer.write(count: 0)
    case .pointed(let count, let anchor):
      writer.write(count: 1)
      writer.write(count)
      anchor.write(to: &writer)
    case .within(let time):
      writer.write(count: 2)
      time.write(to: &writer)
    }
  }
}

extension TimeOfDay {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    guard try reader.bool() else {
      self = .part(try reader.value(of: Part.packed))
      return
    }
    self = .clock(
      hour: try reader.int(), minute: try reader.optionalInt(), second: try reader.optionalInt(),
      zone: try reader.optionalInt())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    switch self {
    case .part(let part):
      writer.write(false)
      writer.write(part, of: Part.packed)
    case .clock(let hour, let minute, let second, let zone):
      writer.write(true)
      writer.write(hour)
      for number in [minute, second, zone] { writer.write(optionalInt: number) }
    }
  }
}

extension CalendarSlot {
  /// Its number and up to three more: all cases are a few small numbers.
  private var numbers: [Int] {
    switch self {
    case .month(let month): [0, month]
    case .monthDay(let month, let day): [1, month, day]
    case .dayOfMonth(let day): [2, day]
    case .weekday(let weekday): [3, weekday]
    case .weekdayMonthDay(let weekday, let month, let day): [4, weekday, month, day]
    case .season(let season): [5, season]
    case .quarter(let quarter): [6, quarter]
    case .half(let half): [7, half]
    case .nthWeekday(let ordinal, let weekday, let month): [8, ordinal, weekday, month]
    case .easter(let days): [9, days]
    case .yearOfCentury(let year): [10, year]
    case .decadeOfCentury(let decade): [11, decade]
    }
  }

  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self =
      switch try reader.int() {
      case 0: .month(try reader.int())
      case 1: .monthDay(month: try reader.int(), day: try reader.int())
      case 2: .dayOfMonth(try reader.int())
      case 3: .weekday(try reader.int())
      case 4: .weekdayMonthDay(weekday: try reader.int(), month: try reader.int(), day: try reader.int())
      case 5: .season(try reader.int())
      case 6: .quarter(try reader.int())
      case 7: .half(try reader.int())
      case 8: .nthWeekday(try reader.int(), weekday: try reader.int(), month: try reader.int())
      case 9: .easter(try reader.int())
      case 10: .yearOfCentury(try reader.int())
      case 11: .decadeOfCentury(try reader.int())
      default: throw PackedTrouble()
      }
  }

  fileprivate func write(to writer: inout PackedWriter) { for number in numbers { writer.write(number) } }
}

extension EDTF {
  init(from reader: inout PackedReader) throws(PackedTrouble) {
    self =
      switch try reader.count() {
      case 0: .date(try CalendarDate(from: &reader))
      case 1:
        .interval(
          from: try reader.bool() ? try CalendarDate(from: &reader) : nil,
          to: try reader.bool() ? try CalendarDate(from: &reader) : nil)
      case 2: .decade(try reader.int())
      case 3: .century(try reader.int())
      default: throw PackedTrouble()
      }
  }

  func write(to writer: inout PackedWriter) {
    switch self {
    case .date(let date):
      writer.write(count: 0)
      date.write(to: &writer)
    case .interval(let from, let to):
      writer.write(count: 1)
      for date in [from, to] {
        writer.write(date != nil)
        if let date { date.write(to: &writer) }
      }
    case .decade(let year):
      writer.write(count: 2)
      writer.write(year)
    case .century(let year):
      writer.write(count: 3)
      writer.write(year)
    }
  }
}

extension CalendarDate {
  fileprivate init(from reader: inout PackedReader) throws(PackedTrouble) {
    self.init(
      year: try reader.optionalInt(), month: try reader.optionalInt(), day: try reader.optionalInt(),
      isApproximate: try reader.bool())
  }

  fileprivate func write(to writer: inout PackedWriter) {
    for number in [year, month, day] { writer.write(optionalInt: number) }
    writer.write(isApproximate)
  }
}

extension PackedWriter {
  fileprivate mutating func write(optionalInt value: Int?) {
    write(value != nil)
    if let value { write(value) }
  }

  fileprivate mutating func write(optionalDouble value: Double?) {
    write(value != nil)
    if let value { write(value) }
  }
}

extension PackedReader {
  fileprivate mutating func optionalInt() throws(PackedTrouble) -> Int? { try bool() ? try int() : nil }
  fileprivate mutating func optionalDouble() throws(PackedTrouble) -> Double? {
    try bool() ? try double() : nil
  }
}
