/// A quotation mark as written, and what its shape lets it do.
package struct QuotationMarkShape: Sendable, Hashable {
  package let bytes: [UInt8]
  package let opens: Bool
  package let closes: Bool
  /// Whether it is also an apostrophe.
  package let isSingle: Bool

  package init(_ mark: String, opens: Bool, closes: Bool, isSingle: Bool) {
    bytes = Array(mark.utf8)
    self.opens = opens
    self.closes = closes
    self.isSingle = isSingle
  }
}

/// What quotations and their speakers are recognised by, besides the words of clauses.
package struct QuotationTables: Sendable {
  package var marks: [QuotationMarkShape] = []
  /// Words that begin with an apostrophe, in small letters.
  package var elisions: Set<String> = []
  /// Phrases before the source of what is quoted: "according to"; the value may be `besideOnly`.
  package var sourceCues = Lexicon([])
  /// Given names, courtesy titles and pronouns that are a man's or a woman's; the value is which.
  package var genders = Lexicon([])
  /// Nouns for a person whom nothing names, with the gender that they tell, as of given names, or `eitherGender`: "wife",
  /// "guest".
  package var persons = Lexicon([])

  /// Nouns of descriptions that stand for a name: "the company", "the minister".
  package var descriptions = DescriptionNouns()

  /// Words before a colon that stand for who asks in an interview, and for who answers: "Q", "A".
  package var questionLabels = Lexicon([])
  package var answerLabels = Lexicon([])
  /// Words by which a speaker means none but themselves: "I".
  package var firstPersons = Lexicon([])
  /// Words before an office that make another of it: "deputy", "former".
  package var otherOffices = Lexicon([])
  /// Nouns for what has words that nobody says on a day: "law", "banner".
  package var wordings = Lexicon([])
  /// Offices shortened before a name, each with its whole word: "gen general".
  package var shortOffices = Lexicon([])

  /// The value of a cue that counts only right behind a quotation, as it has another use elsewhere.
  package static let besideOnly: UInt32 = 2

  /// The value of a noun for a man or a woman.
  package static let eitherGender: UInt32 = 3

  package init() {}
}

/// Nouns by which somebody or something named before is meant again.
package struct DescriptionNouns: Sendable {
  /// Of any company: "firm".
  package var companies = Lexicon([])
  /// In the names of other bodies: "court", "ministry".
  package var otherBodies = Lexicon([])
  /// Of persons, whatever they hold: "laureate".
  package var persons = Lexicon([])
  /// Of persons, by what one of a country holds: "prime minister".
  package var offices = Lexicon([])

  package init() {}
}
