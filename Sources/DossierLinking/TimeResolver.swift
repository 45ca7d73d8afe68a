import DossierModel

/// Places an article's expressions of time on the calendar, given the day it was published.
///
/// Analysis has read what the words say; only here do they meet a date, so that an article dated by the corpus or
/// by an editor gets all its times anew without being read again. Relative expressions count from the nearest
/// anchor, the article's date or the time told before, as HeidelTime does it (Strötgen and Gertz, 2013).
package struct TimeResolver: Sendable {
  package init() {}

  /// Days after what it reports that an article appeared, as far as its times go, where nothing tells the last: news.
  private static let openDays = 1
  /// Days before the first on which such an article can have appeared that a day in it may be.
  private static let daysBehind = 2
  /// Days after the first on which it can have appeared that its times go by, of one known to be of a week: reports are
  /// printed in its first days.
  private static let newsDays = 3

  /// On which side of the article a month or a day without its year lies, by what it tells of.
  package enum Side: Sendable {
    /// It tells when something happened, so it cannot lie ahead.
    case behind
    /// Something happened on it, or lay ahead then: nothing tells of which year it is.
    case open
  }

  /// One value for each expression; `published` is nil, or without a day, where the article's date is not known.
  ///
  /// `matter` is then when others wrote of the same matter, where that is known. An article of which only the month is
  /// known is of that matter: a weekday in it has no date. Nor has one in an article known to be of one of several days,
  /// unless the first of them all give it the same. `sides` has the indices of those of which the events tell on which
  /// side of the article they lie, whatever the words beside them say.
  package func times(
    of expressions: [TimeExpression], published: EDTF?, matter: ClosedRange<CalendarDay>? = nil,
    sides: [Int: Side] = [:]
  ) -> [ResolvedTime] {
    func times(on day: CalendarDay?, _ matter: ClosedRange<CalendarDay>? = nil) -> [ResolvedTime] {
      var reading = TimeReading(expressions, published: day, matter: matter)
      return expressions.enumerated().map { reading.resolve($1, on: sides[$0]) }
    }
    guard let published, let first = published.firstDay ?? published.lastDay else {
      return times(on: nil, matter)
    }
    if published.day != nil { return times(on: first) }
    if case .date = published { return times(on: nil, first...max(first, published.lastDay ?? first)) }
    let last =
      published.lastDay.map { min($0, first.adding(days: Self.newsDays)) }
      ?? first.adding(days: Self.openDays)
    let open = times(on: nil, first...max(first, last))
    let isOpen = published.lastDay == nil
    return zip(zip(times(on: first), times(on: last)), open).enumerated().map { index, found in
      let (both, open) = found
      guard both.0.timex == both.1.timex else { return open }
      return isOpen && mayBeLater(both.0, than: first, expressions[index]) ? open : both.0
    }
  }

  /// Whether a day counted from the first on which an article can have appeared may be one of the week behind it, where
  /// nothing tells the last: "on Saturday", in what tells of a Tuesday, is rather the Saturday after it.
  private func mayBeLater(_ time: ResolvedTime, than first: CalendarDay, _ expression: TimeExpression) -> Bool
  {
    guard time.basis == .inferred, !expression.isOfMonth, let day = time.edtf?.day else { return false }
    return day.adding(days: Self.daysBehind) < first && first.serial - day.serial <= Self.twoWeeks
  }

  private static let twoWeeks = 14
}

extension EDTF {
  /// Whether a time begins later than an article's last day, and the next, which it is elsewhere by then.
  func isAhead(of published: CalendarDay) -> Bool {
    firstDay.map { $0 > published.adding(days: 1) } ?? false
  }
}

extension TimeExpression {
  /// Whether it can be read as past after all: not where it is, nor where a verb or a word close by places a month or a
  /// day of one ahead, "by August", for such a one is read by what is close to it only.
  var mayLieBehind: Bool { isOfMonth ? direction == .unknown : direction != .past }

  /// Whether it is a month, or a day of one, that says when something happened: "resigned on 12 March".
  var saysWhen: Bool { isOfMonth && direction != .future && isAdverbial }

  var isOfMonth: Bool { meaning.isOfMonth }
}

extension TimeMeaning {
  /// What it is a part or a time of day of: "this month" of "earlier this month", "this day" of "this morning".
  fileprivate var whole: TimeMeaning {
    var meaning = self
    while true {
      switch meaning {
      case .part(_, let outer), .timeOfDay(_, let outer?): meaning = outer
      default: return meaning
      }
    }
  }
}

/// How far an article has been read: what the next expression can count from.
struct TimeReading {
  let publication: CalendarDay?
  /// When others wrote of the matter of an article without a date.
  let matter: ClosedRange<CalendarDay>?
  /// Whether the text tells a history with years of its own, so that its dates count from each other.
  let isNarrative: Bool
  /// Whether such a text speaks of the days around its own too, and tells hardly a day without its year.
  let speaksOfToday: Bool
  /// The last date told.
  var previous: Told?
  /// The day shortly before the article's own that its first sentences tell of.
  var opening: CalendarValue?
  /// The day of the chronology's entry that is being read, and the sentence that opens it.
  var entry: (value: CalendarValue, sentence: Int)?
  /// Sentences of an entry in which a time of day is of its day.
  static let entryReach = 5
  /// The last day told, and its sentence: further on than the reach, "the same day" is another.
  var previousDay: (value: CalendarValue, sentence: Int)?
  static let daysReach = 5
  /// The sentence of the last weekday that went on from a day told before.
  var narratedSentence: Int?
  /// The last month or day told with its year, and its sentence.
  var dated: CalendarValue?
  var datedSentence = 0
  /// Where a history stood, and in which sentence, before it told a date of another year with that year.
  var left: (value: CalendarValue, sentence: Int)?
  /// Whether the last date told can open a new stretch of a history: not one that is counted back from another.
  var opensStretch = true
  /// The last quarter told as itself, not by comparison with another, and its sentence; nil again where a longer
  /// period was told since.
  var quarter: (value: CalendarValue, sentence: Int)?
  /// Whether the value at hand was counted from the article's date.
  var isFromPublication = false
  var direction = TimeExpression.Direction.unknown
  /// What the events tell of the side on which it lies.
  var side: TimeResolver.Side?
  /// Whether something has been so since then, which therefore lies behind the article.
  var hasBegun = false
  /// Whether something is so since then, or up to then.
  var isLimit = false
  /// Whether its sentence begins with it.
  var isOpening = false
  /// Whether it goes on from a date told before, whatever its own rule says.
  var goesOn = false
  var sentence = 0
  /// Whether the value came from the expression's words alone.
  var isStated = true

  init(_ expressions: [TimeExpression], published: CalendarDay?, matter: ClosedRange<CalendarDay>? = nil) {
    publication = published
    self.matter = published == nil ? matter : nil
    isNarrative = self.matter == nil && Self.isNarrative(expressions, published)
    speaksOfToday =
      isNarrative && published != nil && expressions.contains { Self.isOfToday($0.meaning.whole) }
      && expressions.count { Self.lacksYear($0.meaning.whole) } <= Self.mostWithoutYear
  }

  /// A date with its sentence, whether something lasts since it, or up to it, and whether it was counted from another.
  struct Told {
    let value: CalendarValue
    let sentence: Int
    var isLimit = false
    var isCounted = false
  }

  /// Months and days without their years in a text that is no history through and through, at most.
  private static let mostWithoutYear = 4

  private static func lacksYear(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .slot(.month, .nearest), .slot(.monthDay, .nearest), .slot(.weekdayMonthDay, .nearest): true
    default: false
    }
  }

  /// Whether an expression counts from the day of writing.
  private static func isOfToday(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .relative(_, _, .publication), .distance(_, _, _, .publication), .slot(_, .pointed(_, .publication)):
      true
    default: false
    }
  }

  /// A text with many years of its own and hardly a word that counts from its date.
  private static func isNarrative(_ expressions: [TimeExpression], _ published: CalendarDay?) -> Bool {
    var told = 0
    // Those with a month count twice: bare years are also those of laws and elections.
    var dates = 0
    var deictic = 0
    for expression in expressions {
      switch expression.meaning.whole {
      case .absolute(let value):
        guard let day = value.firstDay, published.map({ abs(day.year - $0.year) > 1 }) ?? true else {
          continue
        }
        told += 1
        if case .date(let date) = value, date.month == nil { dates += 1 } else { dates += 2 }
      case .relative(_, _, .publication), .distance(_, _, _, .publication): deictic += 1
      case .slot(.weekday, _), .slot(_, .pointed(_, .publication)): deictic += 1
      default: break
      }
    }
    if let published, opensWithNews(expressions, published) { return false }
    // A text that begins with a day and no year tells of the year that it was written in; without a date of its own,
    // any other is a history.
    if beginsWithoutYear(expressions) || published == nil && opensWithToday(expressions) { return false }
    if published == nil, deictic == 0 { return true }
    return deictic == 0 ? dates > 5 : told > 5 && told > 3 * deictic
  }

  /// Expressions at a text's beginning among which a dateline's day stands.
  private static let head = 4

  /// Whether a text begins with its own day or one just before, without the year, whatever years its headlines tell.
  private static func opensWithNews(_ expressions: [TimeExpression], _ published: CalendarDay) -> Bool {
    expressions.prefix(head).contains {
      guard case .slot(.monthDay(let month, let day), .nearest) = $0.meaning,
        let own = CalendarDay(year: published.year, month: month, day: day)
      else { return false }
      return (0...openingDays).contains(published.serial - own.serial)
    }
  }

  /// Whether a text's first sentence counts from the day of writing, "last week", "on Monday": it is a report, whatever
  /// years it looks back to.
  private static func opensWithToday(_ expressions: [TimeExpression]) -> Bool {
    expressions.prefix { $0.sentence == 0 }.contains {
      if case .slot(.weekday, .nearest) = $0.meaning.whole { return true }
      return isOfToday($0.meaning.whole)
    }
  }

  private static func beginsWithoutYear(_ expressions: [TimeExpression]) -> Bool {
    for expression in expressions {
      switch expression.meaning {
      case .absolute: return false
      case .slot(.monthDay, .nearest), .slot(.weekdayMonthDay, .nearest), .slot(.month, .nearest): return true
      default: continue
      }
    }
    return false
  }

  mutating func resolve(_ expression: TimeExpression, on side: TimeResolver.Side? = nil) -> ResolvedTime {
    self.side = side
    direction = side == .behind ? .past : expression.direction
    hasBegun = expression.bound == .from
    isLimit = hasBegun || expression.bound == .until
    isOpening = expression.opensSentence
    goesOn = false
    sentence = expression.sentence
    isStated = true
    isFromPublication = false
    switch expression.meaning {
    case .duration(let unit, let count):
      // "the nine months", "the year": figures are now compared with those of another year.
      if unit == .year || (unit == .month && (count ?? 0) > 3) { quarter = nil }
      return ResolvedTime(
        timex: Self.period(unit, count), edtf: nil, basis: .stated, rule: expression.rule)
    case .set(let value), .vague(let value):
      return ResolvedTime(timex: value, edtf: nil, basis: .stated, rule: expression.rule)
    default: break
    }
    if expression.bound == .restated { isStated = false }
    guard
      let value = expression.bound == .restated ? restatedDay : value(of: expression.meaning),
      !isPastAhead(value, expression.meaning)
    else {
      if expression.meaning.isFromEvent, !isNarrative {
        remember(CalendarValue(.someDay), expression.meaning)
      }
      return ResolvedTime(
        timex: unresolved(expression.meaning), edtf: dayOfHours(expression.meaning), basis: .inferred,
        rule: expression.rule)
    }
    if expression.bound == .entry { entry = value.day.map { (CalendarValue(.day($0)), sentence) } }
    // In a history a word that counts from the day of writing tells nothing of the days around it, but for "in May
    // this year".
    if side != .open, !isNarrative || !isFromPublication || Self.isOfThisYear(expression.meaning),
      !expression.isSpoken || !Self.isOfSpeaker(expression.meaning.whole)
    {
      remember(value, expression.meaning)
    }
    return ResolvedTime(
      timex: value.timex, edtf: edtf(of: value, expression.bound), basis: isStated ? .stated : .inferred,
      rule: goesOn ? Self.goneOn : expression.rule)
  }

  /// The day told just before, of which the text says anew when it was.
  private var restatedDay: CalendarValue? {
    previousDay.flatMap { $0.sentence == sentence ? $0.value : nil }
  }

  /// The day of what came some hours after what was told before: "Hours later".
  private func dayOfHours(_ meaning: TimeMeaning) -> EDTF? {
    guard case .distance(let unit, let count, later: true, .previous) = meaning,
      [.hour, .minute].contains(unit), (count ?? 1) < Self.hoursOfDay, let previous,
      previous.value.day != nil, sentence - previous.sentence <= 1
    else { return nil }
    // "There since Sunday, when she fell. Hours later": of that day, though the other lasts.
    return previous.isLimit ? previous.value.edtf : dayAtHand?.edtf
  }

  /// Hours that mostly do not lead into another day.
  private static let hoursOfDay = 12.0

  /// Whether what was is counted from the text to a time that has not come yet: then it was counted from the wrong one.
  private func isPastAhead(_ value: CalendarValue, _ meaning: TimeMeaning) -> Bool {
    guard direction != .future, !isNarrative, let publication, let day = value.firstDay,
      case .distance(let unit, _, true, .previous) = meaning
    else { return false }
    return unit == .year ? day.year > publication.year : day > publication.adding(days: 1)
  }

  /// Whether somebody who says it counts from the day of speaking, so that the text does not go on from there.
  private static func isOfSpeaker(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    // "Today" leads back to where the text stands.
    case .relative(.day, 0, .publication): false
    case .relative(_, _, .publication), .relative(_, _, .saying), .distance(_, _, _, .publication),
      .slot(.weekday, .nearest), .slot(_, .pointed(_, .publication)):
      true
    default: false
    }
  }

  /// Whether a day is counted from one told before: a tale goes on there.
  private static func isCounted(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .relative(.day, _, .previous), .distance(.day, _, _, .previous): true
    default: false
    }
  }

  private static let goneOn = Rule("time:goes-on")

  private static func isOfThisYear(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .slot(.month, .within(.relative(.year, 0, _))), .slot(.monthDay, .within(.relative(.year, 0, _))):
      true
    default: false
    }
  }

  /// Sentences in which an article tells the day that it is about.
  private static let openingSentences = 2
  /// Days before it that an article which appears in print is about.
  private static let openingDays = 2

  private mutating func remember(_ value: CalendarValue, _ meaning: TimeMeaning) {
    if opening == nil, sentence < Self.openingSentences, let day = value.day, let publication,
      day <= publication,
      publication.serial - day.serial <= Self.openingDays
    {
      opening = CalendarValue(.day(day))
    }
    // "a year earlier" compares; what follows does not count from there.
    if !isNarrative, case .distance(.year, 1, _, _) = meaning { return }
    if case .quarter(.some, _) = value.shape {
      switch meaning {
      case .slot(_, .nearest), .slot(_, .within(.relative(.year, 0, _))): quarter = (value, sentence)
      default: break
      }
    }
    if case .relative(.quarter, _, .publication) = meaning { quarter = (value, sentence) }
    var value = value
    value.time = nil
    value.part = nil
    switch value.shape {
    case .someDay, .someWeekday:
      // "That day", behind a Monday of which no date is known, is no day told before it.
      previous = Told(value: value, sentence: sentence)
      previousDay = (value, sentence)
      return
    case .someYear: return
    default:
      previous = Told(
        value: value, sentence: sentence, isLimit: isLimit, isCounted: Self.isCounted(meaning.whole))
    }
    if value.day != nil { previousDay = (value, sentence) }
    opensStretch = !Self.looksBack(meaning)
    if value.month != nil, let year = value.year {
      if case .absolute = meaning, let dated, dated.year != year, Self.isAside(value, from: dated) {
        left = (dated, sentence)
      } else {
        left = nil
      }
      dated = value
      datedSentence = sentence
    }
  }

  /// Whether a history that stood at one date looks aside by telling another, rather than going on to it: back, or
  /// far ahead.
  private static func isAside(_ value: CalendarValue, from stand: CalendarValue) -> Bool {
    guard let day = value.firstDay, let from = stand.firstDay else { return false }
    return day < from || day.serial - from.serial > daysAhead
  }

  /// Within how many days a history goes on: two years.
  private static let daysAhead = 730

  /// "a year earlier", "the previous year": what is compared, not what is told.
  private static func looksBack(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .distance(_, _, let later, _): !later
    case .relative(.year, let steps, _): steps < 0
    case .part(_, let whole), .approximate(let whole): looksBack(whole)
    default: false
    }
  }

  private func edtf(of value: CalendarValue, _ bound: TimeExpression.Bound?) -> EDTF? {
    guard let edtf = parted(value) ?? value.edtf else { return nil }
    switch (bound, edtf) {
    case (nil, _): return edtf
    case (.from, .date(let date)) where date.year != nil: return .interval(from: date, to: nil)
    case (.from, .interval(let from, _)): return .interval(from: from, to: nil)
    case (.until, .date(let date)) where date.year != nil: return .interval(from: nil, to: date)
    case (.until, .interval(_, let to)): return .interval(from: nil, to: to)
    default: return edtf
    }
  }

  /// "earlier this year" ends with the article's date, "later this year" begins there.
  private func parted(_ value: CalendarValue) -> EDTF? {
    guard let part = value.part, part == .earlier || part == .later, let publication, let span = value.span,
      span.first <= publication, publication <= span.last, span.first < span.last
    else { return nil }
    return part == .earlier
      ? .interval(from: CalendarDate(span.first), to: CalendarDate(publication))
      : .interval(from: CalendarDate(publication), to: CalendarDate(span.last))
  }
}
