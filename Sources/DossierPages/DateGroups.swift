import DossierModel

/// Rows of one year, month by month, in the order in which they came.
package struct YearGroup<Row: Sendable>: Sendable {
  package struct Month: Sendable {
    /// Nil for rows whose month is not known.
    package let month: Int?
    package let rows: [Row]
  }

  /// Nil for rows whose year is not known.
  package let year: Int?
  package let months: [Month]
}

extension YearGroup {
  /// Groups sorted rows under the headings that their dates give.
  static func groups(of rows: [Row], by place: (Row) -> TimelinePlace) -> [YearGroup] {
    var years: [YearGroup] = []
    var months: [Month] = []
    var open: [Row] = []
    for (index, row) in rows.enumerated() {
      let here = place(row)
      open.append(row)
      let next = index + 1 < rows.count ? place(rows[index + 1]) : nil
      if let next, next.year == here.year, next.month == here.month { continue }
      months.append(Month(month: here.month, rows: open))
      open = []
      if let next, next.year == here.year { continue }
      years.append(YearGroup(year: here.year, months: months))
      months = []
    }
    return years
  }
}
