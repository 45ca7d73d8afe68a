import DossierModel
import DossierSource

/// Which sentences of each article prove most: what an excerpt shows after the first words.
struct ProofRanking {
  /// Per article, the indexes of sentences, the most telling first.
  private(set) var sentences: [[Int]]

  init(of dossier: Dossier) {
    let places = Dictionary(
      dossier.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    sentences = Array(repeating: [], count: dossier.articles.count)
    var seen = [Set<Int>](repeating: [], count: dossier.articles.count)
    func add(_ article: Int, _ sentence: Int) {
      guard dossier.articles[article].annotated.sentences.indices.contains(sentence),
        seen[article].insert(sentence).inserted
      else { return }
      sentences[article].append(sentence)
    }
    func add(_ citation: Citation) {
      guard let article = places[citation.article] else { return }
      let own = dossier.articles[article].annotated.sentences
      if let sentence = own.index(at: citation.range.lowerBound) { add(article, sentence) }
    }
    for event in dossier.events where event.hasPage {
      add(event.titleSource)
      for citation in (event.when?.evidence ?? []) + (event.place?.evidence ?? []) { add(citation) }
    }
    for article in dossier.articles { article.published?.evidence.forEach(add) }
    // Words that several articles print come first: they can be compared.
    for family in dossier.quoteFamilies where family.variants.count > 1 {
      for variant in family.variants { add(variant.citation) }
    }
    for group in dossier.figureGroups where group.values.count > 1 {
      for value in group.values {
        guard let article = places[value.article] else { continue }
        let figures = dossier.articles[article].annotated.figures
        if figures.indices.contains(value.figure) { add(article, figures[value.figure].sentence) }
      }
    }
    for event in dossier.events {
      for coverage in event.coverage {
        if let article = places[coverage.article], let first = coverage.sentences.first {
          add(article, first)
        }
      }
    }
    for family in dossier.quoteFamilies { for variant in family.variants { add(variant.citation) } }
    for entity in dossier.entities where entity.promotion.hasPage {
      for alias in entity.aliases { add(alias.first) }
    }
  }
}

/// What of an article's text is shown within so many words: its beginning, then sentences that prove something.
struct ExcerptChoice {
  /// What stays of each sentence, in bytes from its start.
  private(set) var kept: [Int]
  /// Whether there is room for the lines below the headline.
  let keepsDeck: Bool

  /// One half of the words is for the beginning, so that no article is without it; what proofs do not need goes to
  /// the beginning too.
  init(of article: AnnotatedArticle, words: Int, proofs: [Int]) {
    let text = article.article.text
    kept = Array(repeating: 0, count: article.sentences.count)
    let counts = article.sentences.map { WordCount.words(in: text[$0.range]) }
    var left = max(0, words)
    let deck = article.article.metadata.deck.map { WordCount.words(in: $0) } ?? 0
    keepsDeck = deck * 4 <= left
    if keepsDeck { left -= deck }
    func take(_ index: Int) {
      guard kept[index] == 0, counts[index] <= left else { return }
      kept[index] = article.sentences[index].range.count
      left -= counts[index]
    }
    var next = 0
    let reserved = left - left / 2
    while next < counts.count, left - counts[next] >= reserved {
      take(next)
      next += 1
    }
    if next == 0, let first = article.sentences.first, left > reserved {
      kept[0] = WordCount.length(of: left - reserved, wordsOf: text[first.range])
      left = reserved
      next = 1
    }
    for sentence in proofs { take(sentence) }
    while next < counts.count, kept[next] > 0 || counts[next] <= left {
      take(next)
      next += 1
    }
  }

  /// The edits that hide the rest: each sentence that is not shown leaves a mark, so that its number and its
  /// address stay, and text outside of sentences leaves nothing.
  func edits(of article: AnnotatedArticle) -> [TextRevision.Edit] {
    let text = article.article.text
    var edits: [TextRevision.Edit] = []
    var end = 0
    func hideGap(to next: Int) {
      guard end < next, text[TextRange(end, next)].utf8.contains(where: \.isOfWord) else { return }
      edits.append(TextRevision.Edit(range: TextRange(end, next), text: "\n\n", change: .hidden))
    }
    for (sentence, length) in zip(article.sentences, kept) {
      hideGap(to: sentence.range.lowerBound)
      let hidden = TextRange(
        min(sentence.range.lowerBound + length, sentence.range.upperBound), sentence.range.upperBound)
      if !hidden.isEmpty { edits.append(TextRevision.Edit(range: hidden, text: "…", change: .hidden)) }
      end = max(end, sentence.range.upperBound)
    }
    hideGap(to: text.utf8.count)
    return edits
  }
}

extension [Sentence] {
  /// The sentence that holds an offset, or the last one before it.
  func index(at offset: Int) -> Int? {
    let behind = partitioningIndex { $0.range.lowerBound > offset }
    return behind > 0 ? behind - 1 : nil
  }
}
