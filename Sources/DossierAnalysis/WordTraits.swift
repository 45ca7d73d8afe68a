/// What a word can be in a clause, as a language's tables say; a word may be several things.
package struct WordTraits: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  package static let determiner = WordTraits(bit: 0)
  package static let possessive = WordTraits(bit: 1)
  package static let subjectPronoun = WordTraits(bit: 2)
  /// A pronoun that can only be a person: "he", "she".
  package static let personPronoun = WordTraits(bit: 3)
  package static let pluralPronoun = WordTraits(bit: 4)
  package static let objectPronoun = WordTraits(bit: 5)
  package static let preposition = WordTraits(bit: 6)
  package static let conjunction = WordTraits(bit: 7)
  package static let subordinator = WordTraits(bit: 8)
  package static let relative = WordTraits(bit: 9)
  package static let auxiliary = WordTraits(bit: 10)
  package static let perfect = WordTraits(bit: 11)
  package static let pastPerfect = WordTraits(bit: 12)
  /// A form of "be": before a past participle it makes the passive.
  package static let be = WordTraits(bit: 13)
  package static let futureModal = WordTraits(bit: 14)
  package static let modal = WordTraits(bit: 15)
  package static let negation = WordTraits(bit: 16)
  package static let condition = WordTraits(bit: 17)
  /// A condition on which something is to follow: "if", not "whether".
  package static let supposition = WordTraits(bit: 29)
  package static let adverb = WordTraits(bit: 18)
  package static let infinitiveMarker = WordTraits(bit: 19)
  /// Marks the agent of a passive: "by".
  package static let agentMarker = WordTraits(bit: 20)
  package static let possessiveEnding = WordTraits(bit: 21)
  package static let genitiveMarker = WordTraits(bit: 22)

  /// Before a place it tells where: "in".
  package static let locative = WordTraits(bit: 23)
  /// Before a place it tells where a journey goes: "to".
  package static let destination = WordTraits(bit: 30)
  /// Before a government's seat it makes it one who takes part: "with Moscow".
  package static let companion = WordTraits(bit: 48)

  /// A noun or adjective whose ending is that of an adverb or a verb: "family", "need".
  package static let noun = WordTraits(bit: 51)
  /// "I", "we", "you": stands for nobody named before.
  package static let speakingPronoun = WordTraits(bit: 50)
  package static let pastAuxiliary = WordTraits(bit: 49)
  /// Before a time it says until or from when, not on which day: "by Friday", "before the winter".
  package static let limit = WordTraits(bit: 42)
  /// "two", "both": before a noun for people it makes them a pair.
  package static let pairMark = WordTraits(bit: 59)
  /// What two who were told of together are called: "leaders".
  package static let pairNoun = WordTraits(bit: 61)
  /// Before a participle it tells what somebody is blamed or praised for: "for saying".
  package static let blameLink = WordTraits(bit: 63)

  /// A form of some verb of the tables.
  package static let verbBase = WordTraits(bit: 24)
  package static let verbThird = WordTraits(bit: 25)
  package static let verbPast = WordTraits(bit: 26)
  package static let verbPastParticiple = WordTraits(bit: 27)
  package static let verbPresentParticiple = WordTraits(bit: 28)
  package static let finiteVerb: WordTraits = [.verbThird, .verbPast]
  package static let anyVerb: WordTraits = [
    .verbBase, .verbThird, .verbPast, .verbPastParticiple, .verbPresentParticiple,
  ]

  /// The verb reports words: "said".
  package static let reports = WordTraits(bit: 32)
  /// Its object is who was told.
  package static let takesAddressee = WordTraits(bit: 33)
  /// Its object is what the words are about.
  package static let reportsAbout = WordTraits(bit: 34)
  /// Reports words only when it stands beside them.
  package static let reportsRarely = WordTraits(bit: 35)
  /// A noun of saying: "statement".
  package static let sayingNoun = WordTraits(bit: 36)
  /// Before an infinitive it makes a plan of it: "agreed to".
  package static let plans = WordTraits(bit: 37)
  /// A verb that tells an event; its class is the entry's.
  package static let triggerVerb = WordTraits(bit: 38)
  package static let triggerNoun = WordTraits(bit: 39)

  /// A trigger verb that leaves it to its object to tell the event: "held talks".
  package static let lightVerb = WordTraits(bit: 41)

  /// Behind a light verb it tells nothing either, and the subject tells the event: "talks took place".
  package static let emptyObject = WordTraits(bit: 62)

  /// Tells of a journey, whose place is where it goes: "visited", "travelled", "trip".
  package static let motion = WordTraits(bit: 31)

  /// Begins a phrase such as "according to".
  package static let sourceCue = WordTraits(bit: 40)

  package static let number = WordTraits(bit: 44)
  package static let multiplier = WordTraits(bit: 45)
  package static let fraction = WordTraits(bit: 46)
  /// Stands for one before a multiplier: "a million".
  package static let numberArticle = WordTraits(bit: 47)

  /// Before a noun it means one that is known already: "the".
  package static let definite = WordTraits(bit: 43)

  // What a token shows by its form, where the tables do not know it.
  static let looksPast = WordTraits(bit: 52)
  static let looksPresentParticiple = WordTraits(bit: 53)
  static let looksAdverb = WordTraits(bit: 54)
  static let looksPlural = WordTraits(bit: 60)
  static let comma = WordTraits(bit: 55)
  /// A dash that parts clauses: a long one, or a short one with space round it or doubled.
  static let dash = WordTraits(bit: 56)
  static let hyphen = WordTraits(bit: 57)
  static let semicolon = WordTraits(bit: 58)
  static let formTraits: WordTraits = [
    .looksPast, .looksPresentParticiple, .looksAdverb, .looksPlural, .comma, .dash, .hyphen, .semicolon,
  ]
  /// What stands before words that say something of somebody: "is", "would", "not".
  static let leadingToPredicate: WordTraits = [
    .be, .genitiveMarker, .infinitiveMarker, .subordinator, .modal, .futureModal, .negation,
  ]
}

/// What the tables know of one word.
package struct WordEntry: Sendable, Hashable {
  package var traits: WordTraits
  /// Index into the event classes; 0 for none.
  package var verbClass: UInt8
  package var nounClass: UInt8
  /// Of a word that is a number, multiplier or fraction.
  package var number: Double

  package init(traits: WordTraits = [], verbClass: UInt8 = 0, nounClass: UInt8 = 0, number: Double = 0) {
    self.traits = traits
    self.verbClass = verbClass
    self.nounClass = nounClass
    self.number = number
  }
}
