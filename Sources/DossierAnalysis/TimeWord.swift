import DossierModel

/// What a word can be within an expression of time: the terminal symbols of the tagger's grammar.
///
/// A pack says which words of its language are which; the grammar knows only these classes.
package struct TimeWord: Sendable, Hashable {
  package enum Class: UInt8, Sendable, CaseIterable {
    // Calendar. Values: month 1 to 12; weekday 1 for Monday; season 1 for spring; index into `TimeMeaning.Unit`.
    case month, weekday, season, unit, units, holiday
    /// Also another word: "May", "March".
    case ambiguous
    // Time of day. Values: index into `TimeOfDay.Part`; minutes after midnight; hours to add; minutes from UTC.
    case dayPart
    case clockName
    case halfDay
    case clockMark
    case zone
    /// Whose time a clock's is, where its distance from UTC is not told: "local time".
    case zoneName
    // Numbers.
    case cardinal, multiplier, ordinal, half, couple
    case ordinalSuffix
    case lastOrdinal
    case vagueCount
    case decadeName
    /// Behind a number it makes a decade of it, as the letter of "1990s" does: "1990er".
    case decadeMark
    /// Before the number of a quarter: "Q3".
    case quarterMark
    // Determiners.
    case definite, indefinite, possessive
    case this, that, same
    // Pointers. Values: -1 before, 0 at, 1 after.
    /// "last", "next": from the article's date.
    case pointer
    /// "previous", "following": from the time told before.
    case textPointer
    /// "past" in "the past two weeks".
    case past
    /// "recent", "coming" before a plural.
    case vaguePointer
    /// "ago", after a length.
    case fromNow
    /// "earlier", "later", after a length.
    case fromText
    /// "before", "after", after a length.
    case fromTime
    /// A word before a length that makes it a distance, as other languages have it.
    case distancePrefix
    // Parts of a period. Value: index into `TimeMeaning.Part`.
    case part
    case partNoun
    // Modifiers.
    case approximator
    case minimal
    /// "over" before a length, where a preposition stands before it; else it is one itself.
    case beyond
    case approximatorSuffix
    case lengthMark
    /// Behind a length it makes it an age, which is no time.
    case ageMark
    case fiscal, period, whole
    // Repetition. Value of `set`: index into the tables' set values.
    case every, set, times
    // Whole expressions. Values: index into the tables' vague values; days from today; index into `TimeOfDay.Part`.
    case vague
    /// A phrase that looks like one of those and is none.
    case noVague
    /// A vague word that tells a time to come in a future tense only: "soon".
    case expectant
    /// "time" in "at that time".
    case time
    /// Behind a length it makes it a length and no date: "the year ended June 30".
    case ended
    case deicticDay
    case deicticPart
    // Glue.
    case of, on, `in`, and, or
    case rangeMark
    /// "BC": 0, "AD": 1.
    case era
    case yearWord
    /// Before a year that stands alone.
    case yearCue
    case boundFrom
    case boundUntil
    /// Behind a time it begins what was so then: "until Tuesday, when he left".
    case clauseTime
    /// Behind a number: it counts something, or is money.
    case counted
    // Tense.
    case future, pastVerb, be, perfect, present, ahead, infinitive
    /// A verb that tells its infinitive as done, or not done, when it is itself: "tried to leave on Monday".
    case implicative
    /// Before a time it is what something is meant for, and behind one of the others the time that is arranged: "called for
    /// Friday".
    case purpose, arranged
    /// The past of a verb whose end lies ahead: "adjourned until Monday".
    case postponing
    /// The past of a verb that gives something another time: "moved the vote to 3 May".
    case shifting
    /// The past of a verb whose object mostly lies ahead: "cancelled the fair in May".
    case envisaging
    /// The past of a verb behind which "on" begins its object: "agreed on 3 May".
    case settling
    /// The past of a verb that makes a day to come into something: "declared Monday a holiday".
    case declaring
    /// Begins a clause that lies ahead with the one before it: "will stay until the court has ruled".
    case subordinating
    case notVerb
    /// A word that a noun follows, with a participle before it at most: "behind closed doors".
    case preposition
    /// Begins a clause behind a time: "on the Tuesday she left".
    case opener
    /// Words between an article and the participle that stands as an adjective: "a still unspecified date".
    case adverb
    /// How words of an open class end.
    case pastEnding
    case adverbEnding
    case pluralEnding
  }

  package let kind: Class
  package let value: Int

  package init(_ kind: Class, _ value: Int = 0) {
    self.kind = kind
    self.value = value
  }
}

extension TimeWord {
  /// The classes of which an expression of time has one, unless it has a number.
  static let telling = bits([
    .month, .weekday, .season, .unit, .units, .holiday, .dayPart, .clockName, .decadeName, .set, .vague,
    .deicticDay, .deicticPart, .yearWord, .time, .period, .past, .clockMark,
  ])

  /// The least number that begins a year in words: "sixteen hundred", "nineteen ninety-seven".
  static let firstHundreds = 16

  static func bits(_ classes: [Class]) -> UInt128 { classes.reduce(0) { $0 | $1.bit } }

  /// Whether the word can make an expression of time, with others or alone.
  var tellsTime: Bool { kind.bit & Self.telling != 0 || (kind == .cardinal && value >= Self.firstHundreds) }
}
