import DossierModel
import DossierSource

/// Puts figures of several articles together that count one thing.
///
/// The key of a figure is typed: its unit, its order of size, what is counted, and what its sentence is about. Two are
/// paired when each is the other's best match in its article, so that the same number of another thing stays apart.
struct FigureAligner: Sendable {
  /// Figures under one key that are compared.
  private static let blockLimit = 24
  private static let enough = 4
  /// How many times the other a figure of the same may be, and one of the same people whom the same befell.
  private static let most = 1.5
  private static let mostOfSame = 2.0

  /// A figure with what it is compared by.
  private struct Key: Sendable {
    let article: Int
    let figure: Int
    let value: Figure
    let counted: [UInt32]
    let context: [UInt32]
    let entities: [Int32]
    /// The years that the sentence tells; nil where it tells none.
    let years: ClosedRange<Int>?
    /// What the editor says it counts: then it stands with those of the same key, and with no others.
    let decided: String?
  }

  private struct Match: Sendable {
    let other: Int
    let score: Int
  }

  let articles: [LinkedArticle]
  let entities: EntityLinks
  let contentWords: ContentWords
  let synonyms: CountSynonyms
  let clauses: FigureClauses
  /// The editor's lines; nil where there are none.
  let rulings: AnnotationRulings?

  func groups() -> [FigureGroup] {
    let keys = keys()
    let matches = matches(of: keys)
    var sets = UnionFind(count: keys.count)
    for (index, byArticle) in matches.enumerated() {
      for match in byArticle.values where matches[match.other][keys[index].article]?.other == index {
        sets.join(index, match.other)
      }
    }
    joinDecided(keys, in: &sets)
    var members: [Int: [Int]] = [:]
    for index in keys.indices { members[sets.root(of: index), default: []].append(index) }
    let groups = members.values.filter { $0.count > 1 }.map { group(of: $0.sorted().map { keys[$0] }) }
    return groups.sorted { $0.id < $1.id }
  }

  private func joinDecided(_ keys: [Key], in sets: inout UnionFind) {
    guard let rulings, !rulings.figureKeys.isEmpty else { return }
    var first: [String: Int] = [:]
    for (index, key) in keys.enumerated() {
      guard let decided = key.decided else { continue }
      sets.join(index, first[decided] ?? index)
      first[decided] = first[decided] ?? index
    }
  }

  private func keys() -> [Key] {
    var keys: [Key] = []
    for (number, linked) in articles.enumerated() where !linked.annotated.figures.isEmpty {
      let article = linked.annotated
      let context = TextContext(article.article.text)
      for (index, figure) in article.figures.enumerated() {
        let decided = rulings?.figureKeys[.init(article: number, index: index)]?.key
        guard abs(figure.number) >= 10 || figure.unit != nil || decided != nil,
          article.sentences.indices.contains(figure.sentence)
        else { continue }
        let sentence = article.sentences[figure.sentence].range
        let inSentence = article.mentions.indices.filter { sentence.contains(article.mentions[$0].range) }
        let names = inSentence.map { article.mentions[$0].range }
        let counted = figure.counted.map { synonyms.folded(contentWords.words(of: $0, in: context)) } ?? []
        keys.append(
          Key(
            article: number, figure: index, value: figure, counted: counted,
            context: synonyms.folded(
              contentWords.words(of: sentence, in: context, leavingOut: names + [figure.range])),
            entities: Set(inSentence.map { entities.numbers[number][$0] }.filter { $0 >= 0 }).sorted(),
            years: Self.years(of: linked, sentence: figure.sentence), decided: decided))
      }
    }
    return keys
  }

  /// Each figure's best match in each other article that has one.
  private func matches(of keys: [Key]) -> [[Int: Match]] {
    var blocks = BlockIndex(window: Self.blockLimit)
    for (index, key) in keys.enumerated() where key.decided == nil {
      for block in blockKeys(of: key) { blocks.add(block, of: index) }
    }
    var matches = Array(repeating: [Int: Match](), count: keys.count)
    blocks.forEachPair { left, right, _ in
      guard keys[left].article != keys[right].article else { return }
      let score = likeness(keys[left], keys[right])
      guard score >= Self.enough else { return }
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

  /// Its size with each word of what is counted and of its sentence, and with each name.
  private func blockKeys(of key: Key) -> [UInt64] {
    let size = UInt64(sizeClass(of: key.value)) << 48
    let words = (key.counted + key.context).map { UInt64($0) | size }
    return words + key.entities.map { UInt64(UInt32(bitPattern: $0)) | 1 << 40 | size }
  }

  /// The power of ten, so far as it leaves near numbers together: halfway to the next counts as the next.
  private func sizeClass(of figure: Figure) -> Int {
    var rest = abs(figure.number)
    var size = 1
    while rest >= 10, size < 30 {
      rest /= 10
      size += 1
    }
    return size
  }

  /// The years that the times of a sentence lie in.
  private static func years(of linked: LinkedArticle, sentence: Int) -> ClosedRange<Int>? {
    var years: ClosedRange<Int>?
    for (time, resolved) in zip(linked.annotated.times, linked.times) where time.sentence == sentence {
      guard let first = resolved.edtf?.firstDay?.year, let last = resolved.edtf?.lastDay?.year, first <= last
      else { continue }
      years = years.map { min($0.lowerBound, first)...max($0.upperBound, last) } ?? first...last
    }
    return years
  }

  /// Nothing where the keys cannot be of one count: other units, other times, or other numbers of other things.
  private func likeness(_ left: Key, _ right: Key) -> Int {
    guard left.value.unit == right.value.unit, left.value.number > 0, right.value.number > 0 else { return 0 }
    if let years = left.years, let others = right.years, !years.overlaps(others) { return 0 }
    let ratio = left.value.number / right.value.number
    guard Self.isWithin(Self.mostOfSame, ratio) else { return 0 }
    let counted = ContentWords.shared(left.counted, right.counted)
    // "killed", "wounded": what befell those who are counted.
    lazy var told = synonyms.areShared(left.context, right.context) ? 1 : 0
    // Of the same people whom the same befell, one may know far more than the other.
    guard Self.isWithin(Self.most, ratio) || counted > 0 && told > 0 else { return 0 }
    let context = ContentWords.shared(left.context, right.context)
    let named = ContentWords.shared(left.entities, right.entities)
    let isExact = ratio == 1 && Self.digits(of: left.value.number) >= 3
    guard counted + context > 0 || isExact && named > 0 else { return 0 }
    let areBothTold = counted == 0 && !left.counted.isEmpty && !right.counted.isEmpty
    let isOfAnybody = areBothTold && (synonyms.areAnybody(left.counted) || synonyms.areAnybody(right.counted))
    if ratio != 1, areBothTold, !isOfAnybody { return 0 }
    return told + (isOfAnybody ? 1 : 0) + (isExact ? 3 : ratio == 1 ? 2 : 0) + 2 * min(counted, 2)
      + min(context, 4) + min(named, 3)
  }

  private static func isWithin(_ most: Double, _ ratio: Double) -> Bool { ratio * most > 1 && ratio < most }

  /// The digits of a number but for the noughts at its end: what is not round is hardly counted twice by chance.
  private static func digits(of number: Double) -> Int {
    var rest = abs(number)
    guard rest > 0, rest < 1e15 else { return 0 }
    while rest != rest.rounded(), rest < 1e15 { rest *= 10 }
    var whole = Int(rest)
    while whole > 0, whole % 10 == 0 { whole /= 10 }
    var count = 0
    while whole > 0 {
      count += 1
      whole /= 10
    }
    return count
  }

  private func group(of keys: [Key]) -> FigureGroup {
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
