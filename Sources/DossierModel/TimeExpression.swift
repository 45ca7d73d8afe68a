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

  /// What a word beside it makes of it: "since 2011" begins there and goes on, "until 2016" ends there; "two days after"
  /// and "two days before" are counted from what follows; a chronology's entry is of the date that it stands under; "on 2
  /// May, three weeks earlier" says of that day anew when it was.
  package enum Bound: String, Sendable, Hashable, CaseIterable {
    case from, until, after, before, entry, restated
  }

  package let range: TextRange
  package let kind: Kind
  package private(set) var meaning: TimeMeaning
  package private(set) var direction: Direction
  package private(set) var bound: Bound?
  /// Whether its sentence begins with it, but for a preposition: a month there goes on where a history stands.
  package let opensSentence: Bool
  /// Whether it says when, behind "on" or "in" or between commas: not "the 12 June summit", "until March".
  package let isAdverbial: Bool
  /// Whether it may be that of something else than its verb, which is in the past tense: "cancelled the fair in May".
  package let mayBeOfOther: Bool
  /// Whether it stands in somebody's words: their "yesterday" is not where the text goes on from.
  package private(set) var isSpoken: Bool
  private let sentenceIndex: Int32
  package let rule: Rule

  package var sentence: Int { Int(sentenceIndex) }

  package init(
    range: TextRange, kind: Kind, meaning: TimeMeaning, direction: Direction, bound: Bound? = nil,
    opensSentence: Bool = false, isAdverbial: Bool = false, mayBeOfOther: Bool = false,
    isSpoken: Bool = false, sentence: Int, rule: Rule
  ) {
    self.range = range
    self.kind = kind
    self.meaning = meaning
    self.direction = direction
    self.bound = bound
    self.opensSentence = opensSentence
    self.isAdverbial = isAdverbial
    self.mayBeOfOther = mayBeOfOther
    self.isSpoken = isSpoken
    sentenceIndex = Int32(sentence)
    self.rule = rule
  }

  /// The same time on another side of its sentence's tense.
  package func with(direction: Direction) -> TimeExpression {
    var time = self
    time.direction = direction
    return time
  }

  /// The same time, of which the words beside it make something else.
  package func with(bound: Bound) -> TimeExpression {
    var time = self
    time.bound = bound
    return time
  }

  /// The same length of time, counted from an event that a noun behind it names.
  package func counted(from event: TimeMeaning.Anchor, _ unit: TimeMeaning.Unit, _ count: Double, later: Bool)
    -> TimeExpression
  {
    var time = self
    time.meaning = .distance(unit, count, later: later, from: event)
    return time
  }

  /// The same time in somebody's words, who spoke on a day that the text around them tells, if it tells one.
  package func spoken(on day: TimeMeaning?) -> TimeExpression {
    var time = self
    time.isSpoken = true
    if let day { time.meaning = meaning.spoken(on: day) }
    return time
  }
}

/// A place in the calendar that comes round again: which one is meant, its frame tells.
package enum CalendarSlot: Sendable, Hashable {
  case month(Int)
  case monthDay(month: Int, day: Int)
  /// "the 27th".
  case dayOfMonth(Int)
  /// By its ISO number, 1 for Monday.
  case weekday(Int)
  case weekdayMonthDay(weekday: Int, month: Int, day: Int)
  /// Spring is 1, summer 2, autumn 3, winter 4.
  case season(Int)
  case quarter(Int)
  case half(Int)
  /// The fourth Thursday of November is (4, 4, 11); the last one of a month has the ordinal -1.
  case nthWeekday(Int, weekday: Int, month: Int)
  /// So many days after Easter Sunday.
  case easter(Int)
  /// A year by its last two digits: "'99".
  case yearOfCentury(Int)
  /// A decade by its tens: "the '80s", "the nineties".
  case decadeOfCentury(Int)

  /// Whether each round of it is a single day.
  package var isDay: Bool {
    switch self {
    case .monthDay, .dayOfMonth, .weekday, .weekdayMonthDay, .nthWeekday, .easter: true
    case .month, .season, .quarter, .half, .yearOfCentury, .decadeOfCentury: false
    }
  }
}

/// A time of day.
package enum TimeOfDay: Sendable, Hashable {
  /// TIMEX3's parts of the day.
  package enum Part: String, Sendable, Hashable, CaseIterable {
    case dawn = "DA", morning = "MO", midday = "MI", afternoon = "AF", evening = "EV", night = "NI"
    case daytime = "DT"
  }

  case part(Part)
  /// Hours 0 to 24; the offset of the zone from UTC in minutes, where one is printed.
  case clock(hour: Int, minute: Int?, second: Int?, zone: Int?)
}

/// What a time expression means, as far as its own words say.
package indirect enum TimeMeaning: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case second, minute, hour, day, week, weekend, month, quarter, season, halfYear, year, decade, century
    case millennium
  }

  package enum Part: String, Sendable, Hashable, CaseIterable {
    case early, mid, late, start, end
    /// The part of a period before or after now: "earlier this year", "later this month".
    case earlier, later
  }

  /// What a relative expression counts from.
  package enum Anchor: Sendable, Hashable {
    /// The day the article was published: "last week", "two years ago".
    case publication
    /// The time told before in the text: "the next day", "two years later".
    case previous
    /// The day told before, whatever longer time was told since: "the same day".
    case previousDay
    /// The time told before, and never the article's own: "that year".
    case told
    /// A time of its own: "two days after Christmas".
    case time(TimeMeaning)
    /// The day on which somebody spoke, which lies behind: that of "tomorrow" in words said "on Sunday".
    case saying(TimeMeaning)
    /// An event that a noun names, by the class of the noun and the words that name it: "two days after the flood".
    ///
    /// On which day it was, other sentences tell, if any do.
    case event(class: String, named: TextRange)
  }

  /// Which round of a calendar slot is meant.
  package enum Frame: Sendable, Hashable {
    /// The nearest one, on the side that the tense tells.
    case nearest
    /// -1 "last", 0 "this", 1 "next", seen from an anchor.
    case pointed(Int, from: Anchor)
    /// "September last year", "the third quarter of 1984", "the 27th of that month".
    case within(TimeMeaning)
  }

  /// Printed whole: `27 August 2019`, `2018-09`, `the 1990s`.
  case absolute(EDTF)
  /// A month, a weekday, a season, a holiday.
  case slot(CalendarSlot, Frame)
  /// A named unit seen from an anchor: "yesterday" is (.day, -1), "last year" is (.year, -1), "this week" (.week, 0).
  case relative(Unit, Int, from: Anchor)
  /// A distance from an anchor, as precise as its unit: "two years ago" is (.year, -2), "three days later" (.day, 3);
  /// the count is nil for "several weeks ago", and then the sign stands in `later`.
  case distance(Unit, Double?, later: Bool, from: Anchor)
  /// A part of what it holds: "late April", "early this year".
  case part(Part, of: TimeMeaning)
  /// "about 1910", "a week or so ago".
  case approximate(TimeMeaning)
  /// A time of day on a day; on the day spoken of where none is told.
  case timeOfDay(TimeOfDay, on: TimeMeaning?)
  /// A length of time; the count is nil for "several weeks".
  case duration(Unit, Double?)
  /// "weekly", "every Tuesday": a TIMEX3 value.
  case set(String)
  /// `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`: "now", "recently", "soon".
  case vague(String)
}

extension TimeMeaning {
  /// Whether it tells a day, or a time of one: what is told in the present mostly happened where it does.
  package var isDay: Bool {
    switch self {
    case .absolute(let value): value.day != nil
    case .slot(let slot, _): slot.isDay
    case .relative(let unit, _, _), .distance(let unit, _, _, _): unit.isWithinDays
    case .part(_, let whole), .approximate(let whole): whole.isDay
    case .timeOfDay: true
    case .duration, .set, .vague: false
    }
  }
}

extension TimeMeaning {
  /// What it is a part of: "this month" of "earlier this month"; itself where it is none.
  package var unparted: TimeMeaning {
    var meaning = self
    while case .part(_, let whole) = meaning { meaning = whole }
    return meaning
  }

  /// Whether it is counted from an event that only a noun names: "two days after the flood".
  package var isFromEvent: Bool {
    if case .distance(_, _, _, from: .event) = self { return true }
    return false
  }

  /// Whether it is a month, or a day of one, or a part of it, of which the nearest is meant.
  package var isOfMonth: Bool {
    switch unparted {
    case .slot(.month, .nearest), .slot(.monthDay, .nearest): true
    default: false
    }
  }
}

extension TimeMeaning {
  /// The same with its days counted from the one on which they were spoken of, in place of the article's own.
  fileprivate func spoken(on day: TimeMeaning) -> TimeMeaning {
    switch self {
    case .relative(.day, let steps, from: .publication): .relative(.day, steps, from: .saying(day))
    case .part(let part, let whole): .part(part, of: whole.spoken(on: day))
    case .approximate(let whole): .approximate(whole.spoken(on: day))
    case .timeOfDay(let time, let whole?): .timeOfDay(time, on: whole.spoken(on: day))
    default: self
    }
  }
}

extension TimeMeaning.Unit {
  fileprivate var isWithinDays: Bool { [.second, .minute, .hour, .day].contains(self) }

  /// Its letter in a TIMEX3 period.
  package var designator: String {
    switch self {
    case .second: "S"
    case .minute, .month: "M"
    case .hour: "H"
    case .day: "D"
    case .week: "W"
    case .weekend: "WE"
    case .quarter: "Q"
    case .season: "SU"
    case .halfYear: "H"
    case .year: "Y"
    case .decade: "DE"
    case .century: "CE"
    case .millennium: "ML"
    }
  }
}
