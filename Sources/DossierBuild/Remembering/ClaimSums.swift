import DossierModel
import DossierPages
import DossierSource

/// What a site claims, as numbers: enough to count what the next build claims otherwise.
///
/// The claims are those that `SiteDifference` tells one by one from two data files. Here each is two hashes of 32 bits,
/// of what it is about and of its value, so that comparing costs a build next to nothing.
struct ClaimSums: Sendable, Equatable {
  /// An article, an entity, an event …, with its claims in their order.
  private struct Subject: Sendable, Equatable {
    let id: UInt64
    let claims: Range<Int>
  }

  private var subjects: [Subject] = []
  /// What a claim is about in the high half, its value in the low one, which is 0 for none.
  private var claims: [UInt64] = []

  /// Of a site that is planned.
  init(of plan: SitePlan) {
    let dossier = plan.dossier
    for article in dossier.articles { add(article) }
    for entity in dossier.entities { add(entity, page: plan.links.path(of: entity.id)?.string) }
    for event in dossier.events { add(event) }
    for family in dossier.quoteFamilies { add(family) }
    guard !dossier.figureGroups.isEmpty else { return }
    let articles = Dictionary(dossier.articles.map { ($0.id, $0) }) { first, _ in first }
    for group in dossier.figureGroups { add(group, in: articles) }
  }

  /// How many claims are not the same in both.
  func changes(from old: ClaimSums) -> Int {
    let known = Dictionary(old.subjects.map { ($0.id, $0.claims) }) { first, _ in first }
    var seen = 0
    var changes = 0
    for subject in subjects {
      let before = known[subject.id]
      seen += before.map { old.valued($0) } ?? 0
      changes += Self.changes(from: old.claims[before ?? 0..<0], to: claims[subject.claims])
    }
    // What only the old site spoke of is gone with all its claims.
    return changes + old.valued(old.claims.indices) - seen
  }

  private func valued(_ range: Range<Int>) -> Int {
    claims[range].count { UInt32(truncatingIfNeeded: $0) != 0 }
  }

  /// Of one subject; claims about the same are compared in their order, such as the places of a name in an article.
  private static func changes(from old: ArraySlice<UInt64>, to new: ArraySlice<UInt64>) -> Int {
    guard old != new else { return 0 }
    var values: [UInt64: [UInt64]] = [:]
    for claim in old.reversed() { values[claim >> 32, default: []].append(claim) }
    var changes = 0
    for claim in new {
      let before = values[claim >> 32]?.popLast()
      if before ?? (claim & ~0xFFFF_FFFF) != claim { changes += 1 }
    }
    return changes + values.values.reduce(0) { $0 + $1.count { UInt32(truncatingIfNeeded: $0) != 0 } }
  }

  // MARK: Claims

  /// Adds what is said of one thing.
  private mutating func add(_ sort: StaticString, _ id: String, _ say: (inout ClaimSums) -> Void) {
    var sum = HashSum(sort)
    sum.add(id)
    let start = claims.count
    say(&self)
    subjects.append(Subject(id: sum.value, claims: start..<claims.count))
  }

  private mutating func add(_ about: HashSum, is value: HashSum?) {
    let low = value.map { max(1, $0.value & 0xFFFF_FFFF) } ?? 0
    claims.append(about.value & ~0xFFFF_FFFF | low)
  }

  private mutating func add(_ about: StaticString, is value: String?) {
    add(HashSum(about), is: value.map { HashSum(of: $0) })
  }

  private mutating func add(_ about: StaticString, is claim: Claim<EDTF>?) {
    add(HashSum(about), is: (claim?.value).map { HashSum(of: $0.description) })
  }

  private mutating func add(_ article: LinkedArticle) {
    add("article", article.id.string) { sums in
      sums.add("published", is: article.published)
      sums.add("updated", is: article.updated)
      sums.add("retrieved", is: article.retrieved)
      sums.add("title", is: article.article.metadata.title)
      sums.add("outlet", is: article.article.metadata.outlet)
      let relays = article.article.metadata.relays
      sums.add("relays", is: relays.isEmpty ? nil : relays.joined(separator: ", "))
      var text = article.article.text
      text.withUTF8 { bytes in
        func about(_ sort: StaticString, _ range: TextRange) -> HashSum {
          var sum = HashSum(sort)
          let range = (range.lowerBound..<range.upperBound).clamped(to: 0..<bytes.count)
          sum.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range]))
          return sum
        }
        for (expression, time) in zip(article.annotated.times, article.times) {
          sums.add(about("time", expression.range), is: time.edtf.map { HashSum(of: $0.description) })
        }
        for (mention, link) in zip(article.annotated.mentions, article.mentionLinks) {
          sums.add(about("name", mention.range), is: (link.entity?.string).map { HashSum(of: $0) })
        }
      }
    }
  }

  private mutating func add(_ entity: Entity, page: String?) {
    add("entity", entity.id.string) { sums in
      sums.add("page", is: page)
      for alias in entity.aliases {
        var about = HashSum("name")
        about.add(alias.text)
        sums.add(about, is: HashSum(of: alias.kind.rawValue))
      }
    }
  }

  private mutating func add(_ event: Event) {
    add("event", event.id.string) { sums in
      sums.add("when", is: event.when)
      sums.add("title", is: event.title)
      sums.add("told by", is: event.coverage.map(\.article.string).joined(separator: ", "))
      sums.add("place", is: event.place?.value.string)
      let names = event.participants.map(\.string)
      sums.add("who", is: names.isEmpty ? nil : names.joined(separator: ", "))
    }
  }

  private mutating func add(_ family: QuoteFamily) {
    add("quote", family.id) { sums in
      sums.add("speaker", is: family.speaker?.string ?? family.speakerText)
      sums.add(
        "printed by", is: family.variants.map(\.citation.article.string).joined(separator: ", "))
    }
  }

  private mutating func add(_ group: FigureGroup, in articles: [ArticleID: LinkedArticle]) {
    add("figure", group.id) { sums in
      let values = group.values.compactMap { value -> String? in
        guard let linked = articles[value.article],
          linked.annotated.figures.indices.contains(value.figure)
        else { return nil }
        return "\(value.article) \(linked.article.text[linked.annotated.figures[value.figure].range])"
      }
      sums.add("values", is: values.joined(separator: "; "))
    }
  }
}

// MARK: - On disk

extension ClaimSums {
  /// Another number for each change of what is claimed, or of how it is hashed.
  private static let version: UInt64 = 1

  /// Reads what was kept; nil where the bytes are not exactly what a build of this version wrote.
  init?(parsing bytes: [UInt8]) {
    do {
      var reader = try PackedReader(unsealing: bytes, Self.version)
      for _ in 0..<(try reader.count()) {
        let id = try reader.fixed()
        let start = claims.count
        for _ in 0..<(try reader.count()) { claims.append(try reader.fixed()) }
        subjects.append(Subject(id: id, claims: start..<claims.count))
      }
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }

  var bytes: [UInt8] {
    var writer = PackedWriter()
    writer.write(count: subjects.count)
    for subject in subjects {
      writer.write(fixed: subject.id)
      writer.write(count: subject.claims.count)
      for claim in claims[subject.claims] { writer.write(fixed: claim) }
    }
    return writer.sealed(Self.version)
  }
}

/// A hash of 64 bits that is the same on every run, made of pieces; quicker for names than a fingerprint.
private struct HashSum {
  private var state: UInt64

  init(_ sort: StaticString) {
    state = UInt64(sort.utf8CodeUnitCount)
    sort.withUTF8Buffer { add(UnsafeRawBufferPointer($0)) }
  }

  init(of text: String) {
    state = 0
    add(text)
  }

  /// The halves of it are as good as the whole.
  var value: UInt64 {
    let mixed = (state ^ state >> 32) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    var rest = UInt64(bytes.count)
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    add(rest)
  }

  private mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
    state ^= state >> 33
  }
}
