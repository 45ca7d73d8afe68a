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

  /// Whether a subject is one person whom the text has not named: "a lawmaker who asked to stay away", "one of them".
  func isNewPerson(_ subject: ClauseSubject) -> Bool {
    let first = subject.tokens.lowerBound
    guard subject.mention == nil, !subject.isPronoun, subject.tokens.count > 1 else { return false }
    if isOneOfThem(subject) { return true }
    guard clause.has(first, [.determiner, .possessive]), !clause.has(first, [.definite, .negation]) else {
      return false
    }
    return names(subject)
  }

  /// Whether a subject is some person: "the pilot".
  func isPerson(_ subject: ClauseSubject) -> Bool {
    subject.mention == nil && !subject.isPronoun && names(subject)
  }

  /// Whether its noun is one for a person, in words that may be several: "civil servant".
  private func names(_ subject: ClauseSubject) -> Bool {
    let low = max(subject.tokens.lowerBound, subject.head - 1)
    return (low...subject.head).contains { start in
      nouns.longestMatch(at: start, before: subject.head + 1, in: clause.tokens)?.length
        == subject.head + 1 - start
    }
  }

  private func isOneOfThem(_ subject: ClauseSubject) -> Bool {
    let first = subject.tokens.lowerBound
    return subject.tokens.count == 3 && clause.has(first, .number) && clause.has(first + 1, .genitiveMarker)
      && clause.has(first + 2, .objectPronoun)
  }
}
