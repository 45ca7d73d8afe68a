import DossierModel
import DossierSource

/// Suggests what names may be misprints, may be one, or may follow one another.
struct NameProposals: Sendable {
  /// Bodies named by the articles of one event that are compared with each other.
  private static let mostBodies = 24
  /// Names under one surname that are compared.
  private static let mostBearers = 32
  private static let sharedWords = 4

  private let reader: CorpusReading
  private let normalizer: NameNormalizer
  private let contentWords: ContentWords
  private let formerWords: Set<String>

  init(reader: CorpusReading, words: LinkingWords) {
    self.reader = reader
    normalizer = NameNormalizer(words: words)
    contentWords = ContentWords(words: words)
    formerWords = Set(words.formerWords)
  }

  private var entities: [Entity] { reader.dossier.entities }

  func misprints() -> [Proposal] {
    entities.flatMap { entity in
      let answered = formsGiven(to: entity)
      return entity.aliases.filter { $0.kind == .typo && !answered.contains($0.text) }.map { alias in
        Proposal(
          .misprint, [.same(EntitySelector(entity), .printed(alias.text), kind: .typo, in: [])],
          evidence: [alias.first])
      }
    }
  }

  /// The forms that a line of the editor gives an entity, however the line names it.
  private func formsGiven(to entity: Entity) -> Set<String> {
    let record = reader.dossier.record
    let lines = (record.ofEntities[entity.id] ?? []).compactMap { record.decision($0)?.action }
    return Set(
      lines.compactMap { action in
        guard case .same(_, .printed(let text), _, _) = action else { return nil }
        return text
      })
  }

  // MARK: Near names

  /// Persons of one surname, one of whom has the other's given name cut short, as "Alex" for "Alexander".
  func nearNames() -> [Proposal] {
    var bearers: [String: [(entity: Int, given: String)]] = [:]
    for (index, entity) in entities.enumerated() where entity.kind == .person {
      let words = normalizer.name(of: entity.name[...]).words
      guard words.count == 2 else { continue }
      bearers[words[1], default: []].append((index, words[0]))
    }
    var found: [Proposal] = []
    for (_, names) in bearers.sorted(by: { $0.key < $1.key })
    where names.count > 1 && names.count <= Self.mostBearers {
      for short in names {
        let longer = names.filter { $0.given != short.given && $0.given.hasPrefix(short.given) }
        guard let only = longer.first, longer.count == 1 else { continue }
        let (left, right) = (entities[only.entity], entities[short.entity])
        guard !reader.dossier.record.apart.contains(.init(left.id, right.id)) else { continue }
        found.append(
          Proposal(
            .nearName,
            [.same(EntitySelector(left), .entity(EntitySelector(right)), kind: nil, in: [])],
            evidence: [left.aliases.first?.first, right.aliases.first?.first].compactMap(\.self)))
      }
    }
    return found
  }

  // MARK: Successors

  /// A sentence that names a body, by what it says.
  private struct Telling {
    let citation: Citation
    let words: [UInt32]
    /// What the mentions of the sentence mean.
    let links: [MentionLink]
    let sentence: TextRange

    var names: Set<EntityID> { Set(links.compactMap(\.entity)) }
  }

  private struct Match {
    let left: Int
    let right: Int
    let score: Int
    let evidence: [Citation]
  }

  /// Two bodies that no article names together, of which articles of one event say the same.
  func successors() -> [Proposal] {
    let candidates = apartAtOneEvent()
    let bodies = tellings(of: Set(candidates.flatMap { [$0.left, $0.right] }))
    let byArticle = bodies.mapValues { Dictionary(grouping: $0, by: \.citation.article) }
    var matches: [Match] = []
    for candidate in candidates {
      let told = [candidate.left, candidate.right].map { body in
        reader.dossier.events[candidate.event].coverage
          .flatMap { byArticle[body]?[$0.article] ?? [] }.prefix(Self.mostTellings)
      }
      if let match = match((candidate.left, told[0]), (candidate.right, told[1])) { matches.append(match) }
    }
    return mutualBest(matches).map { match in
      let (from, to) = ordered(match, bodies)
      return Proposal(
        .successor, [.successor(EntitySelector(entities[from]), EntitySelector(entities[to]))],
        evidence: match.evidence)
    }
  }

  /// Bodies of which articles of one event tell, but none of both, and that no line of the editor keeps apart.
  private func apartAtOneEvent() -> [(event: Int, left: Int, right: Int)] {
    var bodiesOfArticle: [ArticleID: [Int]] = [:]
    for (index, entity) in entities.enumerated()
    where entity.promotion.hasPage && (entity.kind == .group || entity.kind == .organization) {
      for article in entity.articles { bodiesOfArticle[article, default: []].append(index) }
    }
    var together: Set<UInt64> = []
    for (_, bodies) in bodiesOfArticle {
      for (place, left) in bodies.enumerated() {
        for right in bodies[(place + 1)...] { together.insert(Self.pair(left, right)) }
      }
    }
    var found: [(event: Int, left: Int, right: Int)] = []
    for (number, event) in reader.dossier.events.enumerated() where event.coverage.count > 1 {
      let named = Set(event.coverage.flatMap { bodiesOfArticle[$0.article] ?? [] }).sorted()
      guard named.count <= Self.mostBodies else { continue }
      for (place, left) in named.enumerated() {
        for right in named[(place + 1)...] where !together.contains(Self.pair(left, right)) {
          let names = DecisionRecord.NamePair(entities[left].id, entities[right].id)
          if !reader.dossier.record.apart.contains(names) { found.append((number, left, right)) }
        }
      }
    }
    return found
  }

  private static func pair(_ left: Int, _ right: Int) -> UInt64 {
    UInt64(min(left, right)) << 32 | UInt64(max(left, right))
  }

  /// Sentences on one body, in the articles of one event, that are compared.
  private static let mostTellings = 12

  /// The sentences that name each of some bodies, by entity.
  private func tellings(of bodies: Set<Int>) -> [Int: [Telling]] {
    guard !bodies.isEmpty else { return [:] }
    let numbers = Dictionary(uniqueKeysWithValues: bodies.map { (entities[$0].id, $0) })
    var found: [Int: [Telling]] = [:]
    for linked in reader.dossier.articles {
      let meant = linked.mentionLinks.map { $0.entity.flatMap { numbers[$0] } }
      guard meant.contains(where: { $0 != nil }) else { continue }
      let mentions = linked.annotated.mentions
      let context = TextContext(linked.article.text)
      let bySentence = Dictionary(grouping: mentions.indices) { mentions[$0].sentence }
      for (sentence, here) in bySentence.sorted(by: { $0.key < $1.key })
      where here.contains(where: { meant[$0] != nil })
        && linked.annotated.sentences.indices.contains(sentence)
      {
        let range = linked.annotated.sentences[sentence].range
        let words = contentWords.words(of: range, in: context, leavingOut: here.map { mentions[$0].range })
        let links = here.map { linked.mentionLinks[$0] }
        for mention in here {
          guard let number = meant[mention] else { continue }
          found[number, default: []].append(
            Telling(
              citation: Citation(article: linked.id, range: mentions[mention].range), words: words,
              links: links, sentence: range))
        }
      }
    }
    return found
  }

  /// Whether a word beside a name says that it is no longer used.
  private func isFormer(_ range: TextRange, in context: TextContext, sentence: TextRange) -> Bool {
    if formerWords.contains(context.word(before: range.lowerBound)) { return true }
    var offset = range.upperBound
    for _ in 0..<8 {
      var start = offset
      while start < sentence.upperBound, !Self.isLetter(context.bytes[start]) { start += 1 }
      guard start < sentence.upperBound else { return false }
      let word = context.word(after: start)
      if formerWords.contains(word) { return true }
      while start < sentence.upperBound, Self.isLetter(context.bytes[start]) { start += 1 }
      offset = start
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 && byte != 0xE2 || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The two sentences that say most alike of two bodies; nil where none do.
  private func match(_ left: Body, _ right: Body) -> Match? {
    var best: Match?
    for one in left.tellings {
      for other in right.tellings {
        let words = ContentWords.shared(one.words, other.words)
        guard words >= Self.sharedWords else { continue }
        let names = one.names.intersection(other.names).count
        let score = words + names
        guard names > 0, score > best?.score ?? 0 else { continue }
        best = Match(
          left: left.entity, right: right.entity, score: score,
          evidence: [one.citation, other.citation].sorted())
      }
    }
    return best
  }

  /// A body with what the articles of one event say of it.
  private typealias Body = (entity: Int, tellings: ArraySlice<Telling>)

  /// Those matches that are the best of both their sides.
  private func mutualBest(_ matches: [Match]) -> [Match] {
    var best: [Int: Int] = [:]
    for (number, match) in matches.enumerated() {
      for side in [match.left, match.right] where best[side].map({ matches[$0].score < match.score }) ?? true
      {
        best[side] = number
      }
    }
    return matches.enumerated().filter { best[$1.left] == $0 && best[$1.right] == $0 }.map(\.element)
  }

  /// The body that goes first: the one that is more often told as something of the past.
  private func ordered(_ match: Match, _ bodies: [Int: [Telling]]) -> (from: Int, to: Int) {
    func former(_ body: Int) -> Int {
      // Those of one article follow each other.
      var read: (article: ArticleID, context: TextContext)?
      return (bodies[body] ?? []).count { telling in
        let id = telling.citation.article
        guard let article = reader.article(id) else { return false }
        let known = read.flatMap { $0.article == id ? $0.context : nil } ?? TextContext(article.article.text)
        read = (id, known)
        return isFormer(telling.citation.range, in: known, sentence: telling.sentence)
      }
    }
    return former(match.right) > former(match.left) ? (match.right, match.left) : (match.left, match.right)
  }
}
