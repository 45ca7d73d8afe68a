/// What a language's sentences and words are split by.
package struct SentenceTables: Sendable {
  /// What may follow the full stop of an abbreviation.
  package enum Abbreviation: Sendable, Hashable {
    /// A title or such, always followed by more of the sentence: "Mr.", "Gen.".
    case beforeName
    /// Followed by a number or a name where the sentence goes on: "No.", "Jan.".
    case beforeNumber
    /// Able to end a sentence: "Inc.", "etc.", "U.S.".
    case anywhere
  }

  /// By the hash of the word.
  package var abbreviations: [UInt64: Abbreviation] = [:]
  /// Endings that are words of their own, with their apostrophe: "'s".
  package var clitics: Set<UInt64> = []
  /// Words that commonly begin a sentence and are no part of a name.
  ///
  /// They tell "the U.S." at the end of a sentence from "U.S. President".
  package var openers: Set<UInt64> = []
  /// Words before which a number with a full stop is an ordinal, as before "März".
  package var ordinalNouns: Set<UInt64> = []

  package init() {}
}

extension SentenceTables {
  /// The hash of an ending that begins with an apostrophe.
  package static func cliticHash(_ ending: String) -> UInt64 {
    var hash = WordHash()
    for byte in ending.utf8 { hash.add(byte) }
    return hash.finished
  }
}
