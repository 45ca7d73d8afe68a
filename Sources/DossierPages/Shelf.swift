import DossierSource

/// A part of a long list that has a page of its own: a year, a month, a letter.
package struct Shelf: Sendable, Hashable {
  package enum Name: Sendable, Hashable {
    /// The whole list: it is short enough for one page.
    case whole
    case year(Int)
    /// Years with few rows, from the first to the last.
    case years(Int, Int)
    case month(Int, year: Int)
    /// Rows that have no place in the order: no date.
    case unplaced
    /// Rows of names that begin with no letter.
    case otherLetters
    /// Rows of nobody with a name.
    case unnamed
    case letter(String)
    /// Letters with few rows, from the first to the last.
    case letters(String, String)
  }

  package let name: Name
  /// Counted from 1 where even a shelf is too long for one page, and nil where it is not.
  package let part: Int?
  /// Into the sorted list.
  package let rows: Range<Int>

  /// What stands in the page's path for this shelf: `2019`, `2019-08`, `a`, `2019-08-part-2`.
  package var key: String {
    let base =
      switch name {
      case .whole: ""
      case .year(let year): String(year)
      case .years(let first, let last): "\(first)-\(last)"
      case .month(let month, let year): "\(year)-\(month < 10 ? "0" : "")\(month)"
      case .unplaced, .otherLetters, .unnamed: "unplaced"
      case .letter(let letter): letter
      case .letters(let first, let last): "\(first)-\(last)"
      }
    guard let part else { return base }
    return base.isEmpty ? "part-\(part)" : "\(base)-part-\(part)"
  }
}

extension Shelf {
  /// Splits a list that is sorted by date, by year and where that is too coarse by month; years with few rows stand
  /// together.
  ///
  /// By date and not by number: a page that has been linked to keeps its rows when later ones are added.
  static func byDate(_ places: [TimelinePlace], limit: Int) -> [Shelf] {
    guard places.count > limit else { return [Shelf(name: .whole, part: nil, rows: 0..<places.count)] }
    var crowded: Set<Int> = []
    let shelves = runs(of: places.map(\.year)).flatMap { rows -> [Shelf] in
      guard let year = places[rows.lowerBound].year else { return parts(of: rows, .unplaced, limit: limit) }
      guard rows.count > limit else { return [Shelf(name: .year(year), part: nil, rows: rows)] }
      crowded.insert(year)
      return runs(of: places[rows].map(\.month)).flatMap { months -> [Shelf] in
        let rows = (rows.lowerBound + months.lowerBound)..<(rows.lowerBound + months.upperBound)
        let month = places[rows.lowerBound].month
        return parts(of: rows, month.map { .month($0, year: year) } ?? .year(year), limit: limit)
      }
    }
    return joined(shelves, limit: limit) { first, last in
      guard let first = first.years, let last = last.years,
        !crowded.contains(first.lowerBound), !crowded.contains(last.lowerBound)
      else { return nil }
      return .years(min(first.lowerBound, last.lowerBound), max(first.upperBound, last.upperBound))
    }
  }

  /// Splits a list that is sorted by name, by letter; what has none stands together.
  static func byLetter(_ letters: [String?], rest: Name = .otherLetters, limit: Int) -> [Shelf] {
    guard letters.count > limit else { return [Shelf(name: .whole, part: nil, rows: 0..<letters.count)] }
    let shelves = runs(of: letters).flatMap { rows in
      parts(of: rows, letters[rows.lowerBound].map { .letter($0) } ?? rest, limit: limit)
    }
    return joined(shelves, limit: limit) { first, last in
      guard let first = first.letters, let last = last.letters else { return nil }
      return .letters(first.first, last.last)
    }
  }

  /// Puts neighbours together as long as one page can hold them: a page for four rows helps nobody.
  ///
  /// From the oldest on, so that what comes later leaves full shelves as they are.
  private static func joined(_ shelves: [Shelf], limit: Int, _ name: (Name, Name) -> Name?) -> [Shelf] {
    let years = shelves.compactMap(\.name.years)
    let isNewestFirst = (years.first?.lowerBound ?? 0) > (years.last?.lowerBound ?? 0)
    var joined: [Shelf] = []
    for shelf in isNewestFirst ? shelves.reversed() : shelves {
      if let last = joined.last, last.part == nil, shelf.part == nil,
        last.rows.count + shelf.rows.count <= limit, let name = name(last.name, shelf.name)
      {
        let start = min(last.rows.lowerBound, shelf.rows.lowerBound)
        let end = max(last.rows.upperBound, shelf.rows.upperBound)
        joined[joined.count - 1] = Shelf(name: name, part: nil, rows: start..<end)
      } else {
        joined.append(shelf)
      }
    }
    return isNewestFirst ? joined.reversed() : joined
  }

  /// Twice the limit is still one page: two thin pages serve nobody.
  private static func parts(of rows: Range<Int>, _ name: Name, limit: Int) -> [Shelf] {
    guard rows.count > limit * 2 else { return [Shelf(name: name, part: nil, rows: rows)] }
    return stride(from: rows.lowerBound, to: rows.upperBound, by: limit).enumerated().map { number, start in
      Shelf(name: name, part: number + 1, rows: start..<min(start + limit, rows.upperBound))
    }
  }

  private static func runs<Key: Equatable>(of keys: [Key]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in keys.indices where index + 1 == keys.count || keys[index + 1] != keys[start] {
      found.append(start..<index + 1)
      start = index + 1
    }
    return found
  }
}

extension Shelf.Name {
  fileprivate var years: ClosedRange<Int>? {
    switch self {
    case .year(let year): year...year
    case .years(let first, let last): min(first, last)...max(first, last)
    case .whole, .month, .unplaced, .otherLetters, .unnamed, .letter, .letters: nil
    }
  }

  fileprivate var letters: (first: String, last: String)? {
    switch self {
    case .letter(let letter): (letter, letter)
    case .letters(let first, let last): (first, last)
    case .whole, .year, .years, .month, .unplaced, .otherLetters, .unnamed: nil
    }
  }
}
