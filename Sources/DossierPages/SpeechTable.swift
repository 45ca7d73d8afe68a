import DossierModel
import DossierSource

/// Who names whom between quotation marks, over the whole corpus.
///
/// Only what is quoted counts: a name beside a quotation is the article's word, not the speaker's.
struct SpeechTable: Sendable {
  /// A name in words that are quoted: indexes of the other entity, of the quote family, and of the variant, article
  /// and mention that name it first.
  struct Naming: Sendable {
    let other: Int
    let family: Int
    let article: Int
    let mention: Int
  }

  /// Per entity: whom it names in what it is quoted with, each once for each quotation.
  private(set) var named: [[Naming]]
  /// Per entity: who names it so.
  private(set) var naming: [[Naming]]

  init(of dossier: Dossier, _ concordance: Concordance) {
    named = [[Naming]](repeating: [], count: dossier.entities.count)
    naming = named
    for (index, family) in dossier.quoteFamilies.enumerated() {
      guard let speaker = family.speaker.flatMap({ concordance.entityIndex[$0] }) else { continue }
      var seen: [Int] = []
      for variant in family.variants {
        guard let article = concordance.articleIndex[variant.citation.article] else { continue }
        let mentions = dossier.articles[article].annotated.mentions
        for mention in Self.mentions(mentions, within: variant.citation.range) {
          guard let other = concordance.entitiesOfMentions[article][mention], other != speaker,
            !seen.contains(other)
          else { continue }
          seen.append(other)
          named[speaker].append(Naming(other: other, family: index, article: article, mention: mention))
          naming[other].append(Naming(other: speaker, family: index, article: article, mention: mention))
        }
      }
    }
  }

  /// The indexes of the mentions, which are in the order of the text, that lie in a range.
  private static func mentions(_ mentions: [Mention], within range: TextRange) -> Range<Int> {
    let start = mentions.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    return mentions[start...].prefix { $0.range.upperBound <= range.upperBound }.indices
  }
}

/// Somebody who names another, or is named by another, in words that are quoted.
package struct SpeechRow: Sendable {
  package let other: Reference
  package let kind: EntityKind
  /// In how many quotations.
  package let count: Int
  /// The first of them, the name marked.
  package let sentences: [CitedSentence]
  /// Where the index of quotations shows the first.
  package let path: PagePath
  package let anchor: String
}

extension SitePlan {
  private static let shownSpeech = 12
  private static let shownQuotes = 3

  /// Whom an entity names in what it is quoted with, those it names most often first.
  func speaksOf(_ index: Int) -> [SpeechRow] { speechRows(speech.named[index]) }

  /// Who names an entity in what they are quoted with.
  func spokenOfBy(_ index: Int) -> [SpeechRow] { speechRows(speech.naming[index]) }

  private func speechRows(_ namings: [SpeechTable.Naming]) -> [SpeechRow] {
    guard !namings.isEmpty else { return [] }
    var places: [Int: Int] = [:]
    var groups: [[SpeechTable.Naming]] = []
    for naming in namings where dossier.entities[naming.other].kind.isActor {
      let place = places[naming.other] ?? groups.count
      if place == groups.count {
        places[naming.other] = place
        groups.append([])
      }
      groups[place].append(naming)
    }
    let sorted = groups.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
    return sorted.prefix(Self.shownSpeech).map { _, group in
      let first = group[0]
      return SpeechRow(
        other: entityReferences[first.other], kind: dossier.entities[first.other].kind, count: group.count,
        sentences: group.prefix(Self.shownQuotes).compactMap { naming in
          let mention = references[naming.article].mentions[naming.mention]
          return sentence(mention.sentence, of: naming.article, marking: [mention.range])
        }, path: quotePaths[first.family], anchor: dossier.quoteFamilies[first.family].id)
    }
  }
}
