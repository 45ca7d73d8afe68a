import DossierModel
import DossierSource

/// Finds what tells a time, with what it means before the article's date is known.
package struct TemporalTagger: Sendable {
  private let tables: TimeTables

  package init(tables: TimeTables) { self.tables = tables }

  /// The expressions of a text, in order and without overlap.
  package func times(in text: TokenizedText) -> [TimeExpression] {
    var found: [TimeExpression] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, sentence) in text.sentences.enumerated() {
        guard let atoms = atoms(of: sentence.range, in: bytes) else { continue }
        appendTimes(of: atoms, sentence: index, to: &found)
      }
    }
    return found
  }

  /// The sentence's atoms with what the tables know of them; nil where none of them can begin a time.
  private func atoms(of range: TextRange, in bytes: UnsafeBufferPointer<UInt8>) -> [TimeAtom]? {
    var scanner = TimeScanner(bytes, range: range)
    var atoms: [TimeAtom] = []
    atoms.reserveCapacity(range.count / 4)
    var isTold = false
    while let atom = scanner.next() { atoms.append(atom) }
    var read = 0
    var written = 0
    while read < atoms.count {
      var atom = atoms[read]
      var length = 1
      if atom.kind == .word || atom.isMark("'"), let known = tables.entry(at: read, in: atoms) {
        length = known.length
        atom.senses = known.senses
        if length > 1 { atom.upper = atoms[read + length - 1].upper }
      }
      isTold = isTold || atom.kind == .number || atom.senses.contains(where: \.tellsTime)
      atoms[written] = atom
      written += 1
      read += length
    }
    atoms.removeSubrange(written...)
    return isTold ? atoms : nil
  }

  private func appendTimes(of atoms: [TimeAtom], sentence: Int, to found: inout [TimeExpression]) {
    let grammar = TimeGrammar(atoms: atoms, tables: tables)
    let tense = TenseReader(atoms: atoms, tables: tables)
    var index = 0
    while index < atoms.count {
      guard grammar.canBegin(at: index), let phrase = grammar.phrase(at: index) else {
        index += 1
        continue
      }
      found.append(
        TimeExpression(
          range: TextRange(atoms[phrase.start].lower, atoms[phrase.end - 1].upper), kind: phrase.kind,
          meaning: phrase.meaning, direction: tense.direction(at: phrase.start, phrase.end),
          bound: bound(before: phrase.start, in: grammar), sentence: sentence,
          rule: Rule("time:" + phrase.rule)))
      index = phrase.end
      while let next = grammar.continuation(of: phrase, at: index) {
        found.append(
          TimeExpression(
            range: TextRange(atoms[next.start].lower, atoms[next.end - 1].upper), kind: next.kind,
            meaning: next.meaning, direction: tense.direction(at: phrase.start, phrase.end),
            sentence: sentence,
            rule: Rule("time:" + next.rule)))
        index = next.end
      }
    }
  }

  private func bound(before index: Int, in grammar: TimeGrammar) -> TimeExpression.Bound? {
    grammar.has(index - 1, .boundFrom) ? .from : grammar.has(index - 1, .boundUntil) ? .until : nil
  }
}

extension TimeWord {
  /// Whether the word can make an expression of time, with numbers or alone.
  fileprivate var tellsTime: Bool {
    switch kind {
    case .month, .weekday, .season, .unit, .units, .holiday, .dayPart, .clockName, .decadeName, .set, .vague,
      .deicticDay, .deicticPart, .yearWord:
      true
    // A year in words begins so.
    case .cardinal: value >= 16
    default: false
    }
  }
}
