import DossierSource

/// A stretch of text that tells a time, with what it means before the article's date is known.
///
/// Its value on the calendar is Linking's to resolve: an undated article is dated from the corpus, and an editor
/// may change a date, and then every relative expression follows without the article being read again.
package struct TimeExpression: Sendable, Hashable {
  /// The types of TimeML's TIMEX3.
  package enum Kind: String, Sendable, Hashable {
    case date = "DATE", time = "TIME", duration = "DURATION", set = "SET"
  }

  /// Where the sentence's tense places a time told without its year: "agreed in September", "would meet in May".
  package enum Direction: String, Sendable, Hashable { case past, future, unknown }

  package let range: TextRange
  package let kind: Kind
  package let meaning: TimeMeaning
  package let direction: Direction
  package let sentence: Int
  package let rule: Rule

  package init(
    range: TextRange, kind: Kind, meaning: TimeMeaning, direction: Direction, sentence: Int, rule: Rule
  ) {
    self.range = range
    self.kind = kind
    self.meaning = meaning
    self.direction = direction
    self.sentence = sentence
    self.rule = rule
  }
}

/// What a time expression means, as far as its own words say.
package indirect enum TimeMeaning: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable {
    case second, minute, hour, day, week, weekend, month, quarter, season, halfYear, year, decade, century
  }
  package enum Part: String, Sendable, Hashable { case early, mid, late, start, end }
  /// What a relative expression counts from.
  package enum Anchor: Sendable, Hashable {
    /// The day the article was published: "last week", "two years ago".
    case publication
    /// The time told before in the text: "the next day", "two years later".
    case previous
  }

  /// Printed whole: `27 August 2019`, `2018-09`, `the 1990s`.
  case absolute(EDTF)
  /// A month, or a month and a day, without its year.
  case monthDay(month: Int, day: Int?)
  /// A weekday by its ISO number, 1 for Monday, with whatever points the way: -1 "last", 0 none, 1 "next".
  case weekday(Int, offset: Int)
  /// A weekday with its month and day, without the year: "Wednesday, January 23".
  case weekdayMonthDay(weekday: Int, month: Int, day: Int)
  /// A named unit seen from an anchor: "yesterday" is (.day, -1), "last year" is (.year, -1), "this week" (.week, 0).
  case relative(Unit, Int, from: Anchor)
  /// A distance from an anchor, as precise as its unit: "two years ago" is (.year, -2), "three days later" (.day, 3).
  case distance(Unit, Double, from: Anchor)
  /// A month of a year told relatively: "last September" is (9, -1), "September last year" (9, -1 with year).
  case monthOfRelativeYear(month: Int, day: Int?, yearOffset: Int)
  /// "last September": the nearest before, with nothing said of the year; -1 before, 1 after.
  case nearestMonth(Int, offset: Int)
  /// Spring is 1, summer 2, autumn 3, winter 4; the year where it is told.
  case season(Int, year: Int?, yearOffset: Int?)
  /// 1 to 4; the year where it is told.
  case quarter(Int, year: Int?, yearOffset: Int?)
  /// A part of what it holds: "late April", "early this year".
  case part(Part, of: TimeMeaning)
  /// A time of day on a day, hours and minutes or a TIMEX3 name such as `MO`, `AF`, `EV`, `NI`.
  case timeOfDay(String, on: TimeMeaning?)
  /// "between May and July", "from 2011 to 2014"; an open end is nil.
  case interval(from: TimeMeaning?, to: TimeMeaning?)
  /// A length of time; the count is nil for "several weeks".
  case duration(Unit, Double?)
  /// "weekly", "every Tuesday": a TIMEX3 value.
  case set(String)
  /// `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`: "now", "recently", "soon".
  case vague(String)
}
