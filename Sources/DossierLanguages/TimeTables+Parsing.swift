import DossierAnalysis
import DossierModel

extension TimeTables {
  /// The tables of a pack's files of time words, and the rows that could not be read.
  ///
  /// A row is a class with its value, and the spellings: `month 5 | ^May`; `^` asks for a capital, `_` for none.
  package static func reading(_ files: [DataFile]) -> (tables: TimeTables, rejected: [String]) {
    var reader = TimeTableReader()
    for row in files.flatMap(\.rows) { reader.read(row) }
    return (reader.tables, reader.rejected)
  }
}

/// Reads the lines of the files of time words.
private struct TimeTableReader {
  /// The classes by their names in the files, which are those in the grammar.
  private static let classes = Dictionary(
    uniqueKeysWithValues: TimeWord.Class.allCases.map { ("\($0)", $0) })

  private(set) var rejected: [String] = []
  private var rows: [TimeTables.Row] = []
  private var vagueValues: [String] = []
  private var setValues: [String] = []
  private var holidays: [CalendarSlot] = []
  private var order = TimeTables.DayMonthOrder.dayFirst

  var tables: TimeTables {
    TimeTables(
      rows: rows, vagueValues: vagueValues, setValues: setValues, holidays: holidays, order: order)
  }

  mutating func read(_ row: [String]) {
    let head = row[0].split(separator: " ")
    let spellings = row.count == 2 ? DataFile.items(row[1]) : []
    if head == ["order"], let order = spellings.first.flatMap(TimeTables.DayMonthOrder.init) {
      self.order = order
      return
    }
    guard let name = head.first, let kind = Self.classes[String(name)], !spellings.isEmpty,
      let value = value(of: kind, head.dropFirst().map(String.init))
    else {
      rejected.append(row[0])
      return
    }
    for spelling in spellings {
      let isCapital = spelling.hasPrefix("^")
      let isSmall = spelling.hasPrefix("_")
      rows.append(
        TimeTables.Row(
          isCapital || isSmall ? String(spelling.dropFirst()) : spelling, TimeWord(kind, value),
          capitalOnly: isCapital, smallOnly: isSmall))
    }
  }

  private mutating func value(of kind: TimeWord.Class, _ words: [String]) -> Int? {
    switch kind {
    case .unit, .units:
      return words.first.flatMap(TimeMeaning.Unit.init).flatMap(TimeMeaning.Unit.allCases.firstIndex)
    case .part, .partNoun:
      return words.first.flatMap(TimeMeaning.Part.init).flatMap(TimeMeaning.Part.allCases.firstIndex)
    case .dayPart:
      return words.first.flatMap(dayPart)
    case .deicticPart:
      // The part of the day, and how many days from today in the tens.
      guard let part = words.first.flatMap(dayPart) else { return nil }
      return part + 100 * (words.count > 1 ? Int(words[1]) ?? 0 : 0)
    case .vague: return words.first.map { index(of: $0, in: &vagueValues) }
    case .set: return words.first.map { index(of: $0, in: &setValues) }
    case .holiday:
      guard let slot = holiday(words) else { return nil }
      holidays.append(slot)
      return holidays.count - 1
    default: return words.isEmpty ? 0 : Int(words[0])
    }
  }

  private func dayPart(_ name: String) -> Int? {
    TimeOfDay.Part.allCases.firstIndex { "\($0)" == name }
  }

  private func index(of value: String, in values: inout [String]) -> Int {
    if let index = values.firstIndex(of: value) { return index }
    values.append(value)
    return values.count - 1
  }

  private func holiday(_ words: [String]) -> CalendarSlot? {
    let numbers = words.dropFirst().compactMap { Int($0) }
    switch words.first {
    case "nth" where numbers.count == 3:
      return .nthWeekday(numbers[0], weekday: numbers[1], month: numbers[2])
    case "easter" where numbers.count == 1: return .easter(numbers[0])
    case .some(let text):
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 ? .monthDay(month: parts[0], day: parts[1]) : nil
    case nil: return nil
    }
  }
}
