import DossierModel

/// Tells from a sentence's verbs on which side of now a time lies.
///
/// The verb that governs a time mostly stands before it, so the nearest finite verb on the left decides, and with
/// none there the first on the right: "agreed … in September" is past, "would meet in September" is not.
struct TenseReader {
  let atoms: [TimeAtom]
  let tables: TimeTables

  /// How many atoms away a verb can still govern a time.
  static let farthestVerb = 60

  /// The side for a time that stands between two atoms; `within` limits how far the verb may be.
  func direction(at start: Int, _ end: Int, within reach: Int = farthestVerb) -> TimeExpression.Direction {
    if let told = directionOfWhen(at: end) { return told }
    // "extended until Tuesday", "before the 8 November vote": what has an end has it ahead, unless a past tense is close.
    let marker = start > 1 && atoms[start - 1].has(.definite) ? start - 2 : start - 1
    if marker > 0, atoms[marker].has(.purpose), atoms[marker - 1].has(.arranged) { return .future }
    if opensReport(marker), let told = directionOfClause(at: end) { return told }
    if isDeclared(marker, end) || isLastDay(ofOrderBefore: marker) { return .future }
    if tellsWhatIsToCome(marker) || isShifted(to: marker) { return .future }
    guard marker >= 0, let ahead = tables.value(of: atoms[marker], as: .ahead) else {
      return endsPlan(at: start) ? .future : governing(start, end, within: reach)
    }
    if ahead == Self.alwaysAhead || marker > 0 && atoms[marker - 1].has(.postponing) { return .future }
    // "Until Thursday they had said nothing": at the front of a sentence its verb stands behind.
    let reach = ahead == 0 && marker > 0 ? 2 : Self.farthestVerb
    return governing(start, end, within: reach) == .past ? .past : .future
  }

  /// What a clause behind a time tells of it: "tied to 24 September, when she found"; nil where there is none.
  private func directionOfWhen(at end: Int) -> TimeExpression.Direction? {
    let index = end + 1
    guard end < atoms.count, atoms[end].isMark(UInt8(ascii: ",")), index < atoms.count,
      atoms[index].has(.opener), atoms[index].has(.subordinating)
    else { return nil }
    return atoms.indices[(index + 1)...].prefix(Self.farthestVerb)
      .prefix { atoms[$0].kind != .mark }.lazy.compactMap(direction(ofVerb:)).first
  }

  /// Whether a verb in the present tells of a thing what it does at a time: "a contract that expires on 3 May".
  private func tellsWhatIsToCome(_ marker: Int) -> Bool {
    marker > 1 && (atoms[marker].has(.on) || atoms[marker].has(.in)) && atoms[marker - 2].has(.that)
      && atoms[marker - 1].kind == .word && tables.ends(atoms[marker - 1], as: .pluralEnding)
  }

  /// Whether a time is that of what a purpose lasts up to: "named her to lead the town until an election in May".
  private func endsPlan(at start: Int) -> Bool {
    let marker = start - 1
    guard marker > 0, atoms[marker].has(.in) || atoms[marker].has(.on) || atoms[marker].has(.preposition),
      let end = atoms.indices[..<marker].suffix(Self.longestEnd).last(where: {
        tables.value(of: atoms[$0], as: .ahead) == 0
      }), atoms[end..<marker].allSatisfy({ $0.kind == .word }),
      !(end + 1..<marker).contains(where: isVerb)
    else { return false }
    var index = end - 1
    while index > 0, !isBoundary(index), !isPurpose(at: index), direction(ofVerb: index) == nil { index -= 1 }
    return isPurpose(at: index)
  }

  /// Words from "until" to what it is told of, at most: "until an early election".
  private static let longestEnd = 5

  /// Whether a verb's base form tells what for, "named her to lead", and not what was done: "tried to lead".
  func isPurpose(at index: Int) -> Bool {
    index > 0 && isInfinitive(index) && !atoms[index - 1].has(.implicative)
  }

  private func isInfinitive(_ index: Int) -> Bool {
    atoms[index].has(.infinitive) && index + 1 < atoms.count && isPlainVerb(atoms[index + 1])
  }

  /// The side of the first verb of a clause; nil where it has none.
  func directionOfClause(at start: Int) -> TimeExpression.Direction? {
    atoms.indices[start...].prefix(Self.farthestVerb).lazy.compactMap(direction(ofVerb:)).first
  }

  private func governing(_ start: Int, _ end: Int, within reach: Int) -> TimeExpression.Direction {
    if isBehindAside(start), let main = directionOfClause(at: 0) { return main }
    var index = start - 1
    var isAfter = false
    while index >= 0, start - index <= reach, !isBoundary(index) {
      // "agreed to work together after an announcement in May": that came before what was agreed.
      isAfter = isAfter || tables.value(of: atoms[index], as: .fromTime) == 1
      if let direction = direction(ofVerb: index), !isAfter || !atoms[index].has(.infinitive) {
        return direction
      }
      index -= 1
    }
    if !isAfter, isAhead(before: index) { return .future }
    index = end
    // Behind "that" another clause begins: "his announcement in December that he would leave".
    while index < atoms.count, index - end < reach, !atoms[index].has(.that), !opensClause(index) {
      if let direction = direction(ofVerb: index) { return direction }
      index += 1
    }
    return .unknown
  }

  /// Whether a clause with a time of its own, and commas on both sides, parts a time from its verb: "is to close the pier,
  /// where two fell in May, on Monday".
  private func isBehindAside(_ start: Int) -> Bool {
    let close = start > 1 && (atoms[start - 1].has(.on) || atoms[start - 1].has(.in)) ? start - 2 : start - 1
    guard close > 0, atoms[close].isMark(UInt8(ascii: ",")),
      let open = atoms.indices[..<close].last(where: { atoms[$0].isMark(UInt8(ascii: ",")) }),
      atoms[open + 1].has(.opener), !atoms[open + 1].isCapital
    else { return false }
    return atoms[open + 1..<close].contains { $0.kind == .number || $0.has(.month) || $0.has(.weekday) }
  }

  /// Whether another clause begins with a subject of its own: "opened in May and it is to close".
  private func opensClause(_ index: Int) -> Bool {
    atoms[index].has(.and) && index + 1 < atoms.count && atoms[index + 1].has(.opener)
  }

  /// Whether the next verb on the left is "will" or its like: it holds until another verb comes, however far that is.
  private func isAhead(before index: Int) -> Bool {
    var index = index
    while index >= 0, !isBoundary(index) {
      if atoms[index].has(.future), !isName(index) { return true }
      if direction(ofVerb: index) != nil { return false }
      index -= 1
    }
    return false
  }

  private func isBoundary(_ index: Int) -> Bool { atoms[index].isMark(UInt8(ascii: ";")) }

  func direction(ofVerb index: Int) -> TimeExpression.Direction? {
    let atom = atoms[index]
    if atom.has(.future), !isName(index) { return .future }
    guard atom.kind == .word else { return nil }
    if atom.has(.pastVerb) { return tense(ofParticiple: index) }
    // "was due to begin in May and to end in June": both are due.
    if atom.has(.infinitive), index > 1, atoms[index - 1].has(.and), let first = infinitive(before: index - 1)
    {
      return direction(ofVerb: first)
    }
    // "agreed to meet", "is to meet": what is agreed on lies ahead; "a plea to halt" tells nothing.
    if atom.has(.infinitive), index + 1 < atoms.count, isPlainVerb(atoms[index + 1]), index > 0,
      isVerb(index - 1)
    {
      // "sought to calm them on Monday": the verb before tells when.
      if atoms[index - 1].has(.implicative) { return nil }
      return .future
    }
    guard isPastByEnding(index) else { return nil }
    return tense(ofParticiple: index)
  }

  /// The infinitive that one behind "and" goes on from.
  private func infinitive(before conjunction: Int) -> Int? {
    guard isInfinitive(conjunction + 1) else { return nil }
    return (max(0, conjunction - Self.longestInfinitive)..<conjunction).last(where: isInfinitive)
  }

  /// Words of an infinitive with what belongs to it, at most, before another goes on from it.
  private static let longestInfinitive = 10

  private func isVerb(_ index: Int) -> Bool {
    atoms[index].has(.pastVerb) || atoms[index].has(.future) || atoms[index].has(.present)
      || isPastByEnding(index)
  }

  /// "ended", but not "a still unspecified date", "behind closed doors" and "will stay closed".
  private func isPastByEnding(_ index: Int) -> Bool {
    guard tables.ends(atoms[index], as: .pastEnding), !atoms[index].isCapital, !atoms[index].has(.notVerb)
    else { return false }
    var before = index - 1
    while before >= 0, isAdverb(atoms[before]) { before -= 1 }
    guard before >= 0 else { return true }
    let openers =
      TimeWord.Class.definite.bit | TimeWord.Class.indefinite.bit | TimeWord.Class.possessive.bit
      | TimeWord.Class.preposition.bit
    if atoms[before].classes & openers != 0 { return false }
    guard before > 0, atoms[before - 1].has(.future), !isName(before - 1), !atoms[before].has(.be) else {
      return true
    }
    return !isPlainVerb(atoms[before])
  }

  /// Whether a word that is a verb too has a capital within its sentence, or a verb behind it: "Anna May", "May told".
  private func isName(_ index: Int) -> Bool {
    guard atoms[index].isCapital else { return false }
    guard index == 0, index + 1 < atoms.count else { return true }
    return atoms[index + 1].has(.pastVerb) || tables.ends(atoms[index + 1], as: .pastEnding)
  }

  func isAdverb(_ atom: TimeAtom) -> Bool {
    atom.has(.adverb) || tables.ends(atom, as: .adverbEnding)
  }

  private func isPlainVerb(_ atom: TimeAtom) -> Bool {
    atom.kind == .word && !atom.isCapital && atom.classes & ~Self.verbsToo == 0
      && !tables.ends(atom, as: .pastEnding)
      && !tables.ends(atom, as: .pluralEnding)
  }

  /// Classes of which words are verbs too: "to be", "to end".
  private static let verbsToo = TimeWord.bits([.be, .partNoun])

  /// The value of a word before a time that always lies ahead: "effective".
  private static let alwaysAhead = 2

  /// The value of a word that a base form stands behind: "will".
  private static let beforeBase = 1

  /// "will be held" is future by its auxiliary, "was held" past; alone it is the past tense.
  ///
  /// In "will be asked and heard" the second has the auxiliary of the first.
  private func tense(ofParticiple index: Int) -> TimeExpression.Direction? {
    var before = index - 1
    if before > 0, atoms[before].has(.and), atoms[before - 1].has(.pastVerb) || isPastByEnding(before - 1) {
      return tense(ofParticiple: before - 1)
    }
    // "may have put": what may have been has been.
    let isAuxiliary =
      index + 1 < atoms.count
      && (atoms[index + 1].has(.perfect) || atoms[index + 1].has(.pastVerb)
        || isPastByEnding(index + 1))
    var steps = 0
    while before >= 0, steps < 3 {
      // "will put", "she'll put": the base form looks like the past.
      if !isAuxiliary, !isName(before), tables.value(of: atoms[before], as: .future) == Self.beforeBase {
        return .future
      }
      guard atoms[before].kind == .word else { break }
      if atoms[before].has(.be) { return nil }
      if atoms[before].has(.perfect) { return .past }
      if !isAdverb(atoms[before]) { break }
      before -= 1
      steps += 1
    }
    return .past
  }
}
