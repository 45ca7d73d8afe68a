import DossierModel

/// What a word can be within an expression of time: the terminal symbols of the tagger's grammar.
///
/// A pack says which words of its language are which; the grammar knows only these classes.
package struct TimeWord: Sendable, Hashable {
  package enum Class: String, Sendable, CaseIterable {
    // Calendar. Values: month 1 to 12; weekday 1 for Monday; season 1 for spring; index into `TimeMeaning.Unit`.
    case month, weekday, season, unit, units, holiday
    /// Also another word: "May", "March".
    case ambiguous
    // Time of day. Values: index into `TimeOfDay.Part`; minutes after midnight; hours to add; minutes from UTC.
    case dayPart = "day-part"
    case clockName = "clock-name"
    case halfDay = "half-day"
    case clockMark = "clock-mark"
    case zone
    // Numbers.
    case cardinal, multiplier, ordinal, half, couple
    case ordinalSuffix = "ordinal-suffix"
    case lastOrdinal = "last-ordinal"
    case vagueCount = "vague-count"
    case decadeName = "decade-name"
    // Determiners.
    case definite, indefinite, possessive
    case this, that, same
    // Pointers. Values: -1 before, 0 at, 1 after.
    /// "last", "next": from the article's date.
    case pointer
    /// "previous", "following": from the time told before.
    case textPointer = "text-pointer"
    /// "past" in "the past two weeks".
    case past
    /// "recent", "coming" before a plural.
    case vaguePointer = "vague-pointer"
    /// "ago", after a length.
    case fromNow = "from-now"
    /// "earlier", "later", after a length.
    case fromText = "from-text"
    /// "before", "after", after a length.
    case fromTime = "from-time"
    /// A word before a length that makes it a distance, as other languages have it.
    case distancePrefix = "distance-prefix"
    // Parts of a period. Value: index into `TimeMeaning.Part`.
    case part
    case partNoun = "part-noun"
    // Modifiers.
    case approximator
    case minimal
    /// "over" before a length, where a preposition stands before it; else it is one itself.
    case beyond
    case approximatorSuffix = "approximator-suffix"
    case lengthMark = "length-mark"
    /// Behind a length it makes it an age, which is no time.
    case ageMark = "age-mark"
    case fiscal, period, whole
    // Repetition. Value of `set`: index into the tables' set values.
    case every, set, times
    // Whole expressions. Values: index into the tables' vague values; days from today; index into `TimeOfDay.Part`.
    case vague
    /// A phrase that looks like one of those and is none.
    case noVague = "no-vague"
    case deicticDay = "deictic-day"
    case deicticPart = "deictic-part"
    // Glue.
    case of, on, `in`, and, or
    case rangeMark = "range-mark"
    /// "BC": 0, "AD": 1.
    case era
    case yearWord = "year-word"
    /// Before a year that stands alone.
    case yearCue = "year-cue"
    case boundFrom = "bound-from"
    case boundUntil = "bound-until"
    /// Behind a number: it counts something, or is money.
    case counted
    // Tense.
    case future, pastVerb = "past-verb", be, perfect, infinitive
    case notVerb = "not-verb"
    /// How words of an open class end.
    case pastEnding = "past-ending"
    case adverbEnding = "adverb-ending"
    case pluralEnding = "plural-ending"
  }

  package let kind: Class
  package let value: Int

  package init(_ kind: Class, _ value: Int = 0) {
    self.kind = kind
    self.value = value
  }
}
