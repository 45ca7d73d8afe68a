import DossierModel

/// What figures are recognised by, besides the words that are numbers.
package struct FigureTables: Sendable {
  /// The names of units; a lexicon's value is an index into it.
  package var unitNames: [String] = []
  package var units = Lexicon([])
  /// Qualifiers before and behind a number; a value is an index into `Figure.Qualifier.allCases`.
  package var qualifiersBefore = Lexicon([])
  package var qualifiersBehind = Lexicon([])
  /// Words before a number that make it a name or a place in a list: "No.", "page".
  package var excludingBefore: Set<UInt64> = []
  /// Words behind a number that make it a time: "p.m.", "years".
  package var excludingBehind: Set<UInt64> = []

  /// What is counted by the million, so that a letter glued to the number multiplies it: "12m people".
  package var countedByLetter: Set<UInt64> = []
  /// States in which people are counted by themselves: "157 wounded", "157 on board".
  package var states = Lexicon([])
  /// Words that may stand between a number and what it counts: "15 other people".
  package var between: Set<UInt64> = []

  /// Words for a count of people whose number follows bare: "the toll has risen to 43".
  package var tolls: Set<UInt64> = []

  /// The mark before decimals; of full stop and comma the other one parts thousands.
  package var decimalMark = UInt8(ascii: ".")

  package init() {}
}
