/// The small words of languages that tell names, and the events they are in, apart: tables for linking.
///
/// All are in lower case and are matched without regard to case and diacritics.
package struct LinkingWords: Sendable {
  /// Words of names that come and go with the transliteration or the house style: "al", "el".
  package var nameParticles: [String] = []
  /// Words before the name of somebody's father, which is no family name: "bin".
  package var patronymics: [String] = []
  /// Words before an outlet's name that come and go: "the", "die".
  package var outletArticles: [String] = []
  /// What is put behind a name to make it a possessive: "'s".
  package var possessiveEndings: [String] = []
  /// "mr", "mrs", "dr": titles that say nothing of an office.
  package var honorifics: [String] = []
  /// Those of them that are a man's, and a woman's: "mr", "mrs".
  package var menHonorifics: [String] = []
  package var womenHonorifics: [String] = []
  /// Given names that only men have, and only women.
  package var menNames: [String] = []
  package var womenNames: [String] = []
  /// What a company is by law, at the end of its name: "inc", "gmbh".
  package var legalForms: [String] = []
  /// Words of names that are printed short, each with what it is short for: "mt=mount", "st=saint".
  package var nameAbbreviations: [String] = []
  /// Given names that are left out of longer names as often as not: "Muhammad" of "Muhammad Shafi Omar".
  package var droppedNames: [String] = []
  /// Forms of given names that people go by, each with the one they stand for: "tim=timothy".
  package var givenNameForms: [String] = []
  /// What stands between two names of one person, words joined by hyphens: "alias", "also-known-as".
  package var otherNamePhrases: [String] = []
  /// What stands between the first time of a stretch and the last: "to", a hyphen.
  package var rangeWords: [String] = []
  /// Words that open a stretch, each with what then stands before its last time: `between=and`.
  package var rangeOpeners: [String] = []
  /// Words for somebody of another's family, who has the same family name perhaps: "wife", "son".
  package var kinWords: [String] = []
  /// Given names that are one name in another transliteration, each with the one that stands for all: "dmitri=dmitry".
  package var nameTransliterations: [String] = []
  /// Letters of family names that are the same in another transliteration: "ou=ov".
  package var letterTransliterations: [String] = []
  /// The same for names from scripts that leave vowels out, which each house writes in its own way: "ahmad=ahmed".
  package var abjadNames: [String] = []
  package var abjadLetters: [String] = []
  /// Letters that different houses write for one sound of a name that is not at home in Latin letters: "kh=h".
  package var romanizedLetters: [String] = []
  /// Short forms behind a place that tell in which state it lies: "ore", "dc".
  package var placeCodes: [String] = []
  /// Words that make a genitive: "of".
  package var genitiveMarkers: [String] = []
  /// Words that describe anybody who leads or represents: "leader", "counterpart".
  package var generalOffices: [String] = []
  /// Words that say what sort of body or place a name is for, and may be left out: "front", "group", "province".
  package var designators: [String] = []
  /// Those of them that make a place of their own: "Kansas City" is not Kansas.
  package var ownPlaceWords: [String] = []
  /// Words of news in which different writers tell the same, with the one that stands for all: "accord=agreement".
  package var synonyms: [String] = []
  /// Words that count people and say nothing of them: "people", "others".
  package var anybodyWords: [String] = []
  /// Words that count the same people or things, each with the one that stands for all: `wounded=injured`.
  package var sameCounts: [String] = []
  /// Words that say what befell those who are counted, each with the one that stands for all: `wounding=injured`; of
  /// several words with hyphens, `lost-their-lives=dead`.
  package var fates: [String] = []
  /// Those of them that the number follows from afar, whatever stands between: "the toll of the storm, the worst since
  /// May, stood at 40".
  package var tollWords: [String] = []
  /// Words that part what one number counts from what the next does: "and", "while".
  package var countPartings: [String] = []
  /// Words that begin a clause without a comma about the noun before them: "that".
  package var restrictiveWords: [String] = []
  /// Words that begin a thing told for the first time: "a".
  package var indefiniteArticles: [String] = []
  /// Words of a state's body that say no more of it: "affairs" of "Ministry of Foreign Affairs".
  package var ministryFillers: [String] = []
  /// Bodies that every country has one of: "ministry", "army", "parliament"; the country is part of their name.
  package var institutions: [String] = []
  /// Words before a name that make it a place: "in", "near".
  package var placePrepositions: [String] = []
  /// Words before a city's name that make it a party: "between", "with".
  package var partyPrepositions: [String] = []
  /// Words before such a word that make its names places again: "flight" in "a flight between".
  package var motionWords: [String] = []
  /// Words that may stand between such a word and the name, or between two names of one list: "both", "and".
  package var listWords: [String] = []
  /// Words after a city's name that make it an actor: "has", "said", "will".
  package var actingVerbs: [String] = []
  /// Words before a noun that say there are others of its kind: "the second attack".
  package var otherWords: [String] = []
  /// Nouns for harm or a vote itself, not for what comes of it: "disaster", "referendum", but not "funeral".
  package var matterNouns: [String] = []
  /// Words that tell nothing of what a sentence is about.
  package var functionWords: [String] = []

  /// Endings of inflection: what is cut before two words are compared.
  package var inflections: [String] = []
  /// What makes a plural of a family name: "the Kellers".
  package var familyEndings: [String] = []
  /// Words that begin a clause about what stands before a comma: "who", "which".
  package var relativeWords: [String] = []
  /// Words that begin such a clause about a place, with a subject of its own: "where".
  package var relativeAdverbs: [String] = []
  /// Words that a title may end before, for what they begin can be left out: "after", "because".
  package var titleBreaks: [String] = []
  /// Words that begin what a verb asks for behind its time, so that no title ends before one: "asked her on Monday to go".
  package var titleComplements: [String] = []
  /// Classes of event triggers that tell of words only: "statement".
  package var speechClasses: [String] = []
  /// Classes of what is said and done at an event by those who take part in it: "statement", "announcement".
  package var attendantClasses: [String] = []
  /// Classes of what befalls one party hardly twice on a day: "disaster".
  package var singleClasses: [String] = []
  /// Classes of what a whole country does on a day, and hardly twice: "election".
  package var pollClasses: [String] = []
  /// Classes that may be told of one happening, by what was done and by what came of it: "disaster", "death".
  package var harmClasses: [String] = []
  /// Verbs that report words, in all forms: "said", "warns".
  package var reportingVerbs: [String] = []
  /// Words before the one by whose account something is told: "according to".
  package var sourceCues: [String] = []
  /// Marks that quote, each pair as one word: "“”".
  package var quotationMarks: [String] = []

  /// Words beside a name that say it is no longer used: "former", "until".
  package var formerWords: [String] = []

  package init() {}
}

extension LinkingWords {
  /// The rows of a table that say of a word what it stands for, "mt=mount"; others are left out.
  package static func pairs(_ rows: [String]) -> [(word: String, meaning: String)] {
    rows.compactMap { row in
      let parts = row.split(separator: "=").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}
