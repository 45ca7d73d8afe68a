import DossierModel
import DossierSource

/// Tells persons whom nothing names from things and bodies: "a lawmaker", "his guest", and not "a court".
///
/// Such words bring in somebody new, so that "he" behind them is nobody who was named before.
struct UnnamedPersons {
  private let subjects: SubjectFinder
  private let nouns: Lexicon

  init(subjects: SubjectFinder, nouns: Lexicon) {
    self.subjects = subjects
    self.nouns = nouns
  }

  private var clause: ClauseText { subjects.clause }

  /// Whether a subject is one person whom the text has not named, and who may be of some gender: "a lawmaker who asked to
  /// stay away", "one of them".
  ///
  /// Behind "his wife was a nurse" it is not she whom "he" stands for.
  func isNewPerson(_ subject: ClauseSubject, of gender: UInt32?) -> Bool {
    let first = subject.tokens.lowerBound
    guard subject.mention == nil, !subject.isPronoun, subject.tokens.count > 1 else { return false }
    if isOneOfThem(subject) { return true }
    guard clause.has(first, [.determiner, .possessive]), !clause.has(first, [.definite, .negation]) else {
      return false
    }
    guard let noun = noun(of: subject) else { return false }
    return gender == nil || noun == QuotationTables.eitherGender || noun == gender
  }

  /// Whether a subject is some person: "the pilot".
  func isPerson(_ subject: ClauseSubject) -> Bool {
    subject.mention == nil && !subject.isPronoun && noun(of: subject) != nil
  }

  /// Whom its noun is for, where it is one for a person, in words that may be several: "civil servant".
  private func noun(of subject: ClauseSubject) -> UInt32? {
    let low = max(subject.tokens.lowerBound, subject.head - 1)
    return (low...subject.head).lazy.compactMap { start in
      nouns.longestMatch(at: start, before: subject.head + 1, in: clause.tokens)
        .flatMap { $0.length == subject.head + 1 - start ? $0.value : nil }
    }.first
  }

  private func isOneOfThem(_ subject: ClauseSubject) -> Bool {
    let first = subject.tokens.lowerBound
    return subject.tokens.count == 3 && clause.has(first, .number) && clause.has(first + 1, .genitiveMarker)
      && clause.has(first + 2, .objectPronoun)
  }
}
