import DossierModel

/// Tells from a sentence's verbs on which side of now a time lies.
///
/// The verb that governs a time mostly stands before it, so the nearest finite verb on the left decides, and with
/// none there the first on the right: "agreed … in September" is past, "would meet in September" is not.
struct TenseReader {
  let atoms: [TimeAtom]
  let tables: TimeTables

  func direction(at start: Int, _ end: Int) -> TimeExpression.Direction {
    var index = start - 1
    var isAfter = false
    while index >= 0 {
      if isBoundary(index) { break }
      // "agreed to work together after an announcement in May": that came before what was agreed.
      isAfter = isAfter || atoms[index].value(.fromTime) == 1
      if isAfter, atoms[index].has(.infinitive), !atoms[index].has(.future) {
        index -= 1
        continue
      }
      if let direction = direction(ofVerb: index) { return direction }
      index -= 1
    }
    index = end
    while index < atoms.count {
      if let direction = direction(ofVerb: index) { return direction }
      index += 1
    }
    return .unknown
  }

  private func isBoundary(_ index: Int) -> Bool { atoms[index].isMark(";") }

  private func direction(ofVerb index: Int) -> TimeExpression.Direction? {
    let atom = atoms[index]
    guard atom.kind == .word else { return atom.has(.future) ? .future : nil }
    if atom.has(.future) { return .future }
    if atom.has(.pastVerb) { return tense(ofParticiple: index) }
    if atom.has(.infinitive), index + 1 < atoms.count, isPlainVerb(atoms[index + 1]) { return .future }
    guard tables.ends(atom, as: .pastEnding), !atom.isCapital, !atom.has(.notVerb) else { return nil }
    return tense(ofParticiple: index)
  }

  private func isPlainVerb(_ atom: TimeAtom) -> Bool {
    atom.kind == .word && !atom.isCapital && atom.senses.allSatisfy { $0.kind == .be }
      && !tables.ends(atom, as: .pastEnding)
      && !tables.ends(atom, as: .pluralEnding)
  }

  /// "will be held" is future by its auxiliary, "was held" past; alone it is the past tense.
  private func tense(ofParticiple index: Int) -> TimeExpression.Direction? {
    var before = index - 1
    var steps = 0
    while before >= 0, steps < 3, atoms[before].kind == .word {
      if atoms[before].has(.be) { return nil }
      if atoms[before].has(.perfect) { return .past }
      if !tables.ends(atoms[before], as: .adverbEnding) { break }
      before -= 1
      steps += 1
    }
    return .past
  }
}
