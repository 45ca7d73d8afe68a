import DossierModel
import DossierSource

/// Puts figures of several articles together that count one thing.
///
/// The key of a figure is typed: its unit, its order of size, what is counted, what befell them, and what its sentence
/// is about. Two are paired when each is the other's best match in its article, so that the same number of another
/// thing stays apart.
struct FigureAligner: Sendable {
  /// Figures under one key that are compared.
  private static let blockLimit = 24

  private struct Match: Sendable {
    let other: Int
    let score: Double
  }

  /// Two figures that are each other's best match.
  private struct Pair: Sendable {
    let left: Int
    let right: Int
    let score: Double
  }

  let keys: FigureKeyReader
  let clauses: FigureClauses

  private var articles: [LinkedArticle] { keys.articles }

  func groups() -> [FigureGroup] {
    let keys = keys.keys()
    var sets = FigureSets(keys)
    for pair in pairs(of: keys) { sets.join(pair.left, pair.right) }
    joinDecided(keys, in: &sets)
    let groups = sets.members.map { group(of: $0.map { keys[$0] }) }
    return groups.sorted { $0.id < $1.id }
  }

  private func joinDecided(_ keys: [FigureKey], in sets: inout FigureSets) {
    guard let rulings = self.keys.rulings, !rulings.figureKeys.isEmpty else { return }
    var first: [String: Int] = [:]
    for (index, key) in keys.enumerated() {
      guard let decided = key.decided else { continue }
      sets.joinDecided(index, first[decided] ?? index)
      first[decided] = first[decided] ?? index
    }
  }

  /// The best first, so that a figure that could be of two groups comes to the one it is likest to.
  private func pairs(of keys: [FigureKey]) -> [Pair] {
    let matches = matches(of: keys)
    var pairs: [Pair] = []
    for (index, byArticle) in matches.enumerated() {
      for match in byArticle.values
      where index < match.other && matches[match.other][keys[index].article]?.other == index {
        pairs.append(Pair(left: index, right: match.other, score: match.score))
      }
    }
    return pairs.sorted { (-$0.score, $0.left, $0.right) < (-$1.score, $1.left, $1.right) }
  }

  /// Each figure's best match in each other article that has one.
  private func matches(of keys: [FigureKey]) -> [[Int: Match]] {
    let likeness = FigureLikeness(
      of: keys, synonyms: self.keys.synonyms,
      matters: SharedMatter(articles: articles, entities: self.keys.entities))
    var blocks = BlockIndex(window: Self.blockLimit)
    for (index, key) in keys.enumerated() where key.decided == nil {
      for block in blockKeys(of: key) { blocks.add(block, of: index) }
    }
    var matches = Array(repeating: [Int: Match](), count: keys.count)
    blocks.forEachPair { left, right, _ in
      guard keys[left].article != keys[right].article else { return }
      guard let score = likeness.match(keys[left], keys[right]) else { return }
      keep(Match(other: right, score: score), of: left, from: keys[right].article, in: &matches)
      keep(Match(other: left, score: score), of: right, from: keys[left].article, in: &matches)
    }
    return matches
  }

  private func keep(_ match: Match, of index: Int, from article: Int, in matches: inout [[Int: Match]]) {
    if let known = matches[index][article], (known.score, -known.other) >= (match.score, -match.other) {
      return
    }
    matches[index][article] = match
  }

  /// Its size with each word of what is counted and of its sentence, with each name, and with what befell them.
  ///
  /// What befell people is told of so many that the very number and the names beside it make blocks of their own.
  private func blockKeys(of key: FigureKey) -> [UInt64] {
    var blocks: [UInt64] = []
    let names = key.entities.map { UInt64(UInt32(bitPattern: $0)) }
    for size in sizeClasses(of: key.value) {
      blocks += (key.counted + key.context).map { UInt64($0) | size << 48 }
      blocks += names.map { $0 | 1 << 40 | size << 48 }
      guard let fate = key.fate else { continue }
      blocks.append(UInt64(fate) | 2 << 40 | size << 48)
      blocks += names.map { $0 ^ UInt64(fate) | 3 << 40 | size << 48 }
    }
    if let fate = key.fate {
      blocks.append(UInt64(fate) ^ key.value.number.bitPattern &* 0x9E37_79B9_7F4A_7C15 | 1 << 63)
    }
    return blocks
  }

  /// The power of ten, and the next for a number that twice as many would bring there: 70 stands with 120.
  private func sizeClasses(of figure: Figure) -> [UInt64] {
    var rest = abs(figure.number)
    var size: UInt64 = 1
    while rest >= 10, size < 30 {
      rest /= 10
      size += 1
    }
    return rest * FigureLikeness.mostOfSame > 10 ? [size, size + 1] : [size]
  }

  private func group(of keys: [FigureKey]) -> FigureGroup {
    let words = keys.first { $0.value.counted != nil } ?? keys[0]
    let text = articles[words.article].article.text
    let what = keys[0].decided ?? String(text[words.value.counted ?? words.value.range])
    let place = "\(articles[keys[0].article].id) \(keys[0].value.range)"
    let printed = keys.map { PrintedNumber($0.value) }
    return FigureGroup(
      id: "figure-\(Fingerprint(of: "\(what) \(place)").description.prefix(12))", what: what,
      agreement: PrintedNumber.agreement(of: printed),
      values: keys.map { clauses.value(of: $0.figure, in: articles[$0.article]) })
  }
}
