import DossierModel

/// The dated articles that are on the matter of an undated one, by whom both name.
struct MatterPartners {
  let articles: [AnnotatedArticle]
  let entities: EntityLinks
  let published: [Claim<EDTF>?]
  /// Which mentions count.
  let counts: @Sendable (Mention) -> Bool
  /// Whom both articles name, at least.
  let fewestShared: Int

  /// Undated articles that name somebody, at most, for it to tell which of them are on a matter: of those whom more
  /// name, comparing would cost the square of them and say little.
  private static let mostHolders = 256

  struct Partner {
    let number: Int
    /// How many of the undated article's names it has.
    let shared: Int
  }

  /// The undated articles that have partners, rising, each with its own, rising.
  func partners(of undated: [Int]) -> [(number: Int, partners: [Partner])] {
    var holders: [Int32: [Int]] = [:]
    for number in undated {
      for entity in named(in: number) { holders[entity, default: []].append(number) }
    }
    var partners: [Int: [Partner]] = [:]
    for number in articles.indices where published[number]?.value.day != nil {
      var shared: [Int: Int] = [:]
      for entity in named(in: number) {
        guard let naming = holders[entity], naming.count <= Self.mostHolders else { continue }
        for holder in naming { shared[holder, default: 0] += 1 }
      }
      for (holder, count) in shared where count >= fewestShared {
        partners[holder, default: []].append(Partner(number: number, shared: count))
      }
    }
    return partners.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Dated articles that an undated one is compared with, at most.
  private static let mostCompared = 24

  /// The undated articles that have partners, rising, each with those that share most names with it, rising.
  func nearest(to undated: [Int]) -> [(number: Int, partners: [Int])] {
    partners(of: undated).map { number, partners in
      let nearest = partners.sorted { ($1.shared, $0.number) < ($0.shared, $1.number) }
      return (number, nearest.prefix(Self.mostCompared).map(\.number).sorted())
    }
  }

  private func named(in number: Int) -> Set<Int32> {
    Set(
      zip(articles[number].mentions, entities.numbers[number]).lazy
        .filter { counts($0) && $1 >= 0 }.map(\.1))
  }
}
