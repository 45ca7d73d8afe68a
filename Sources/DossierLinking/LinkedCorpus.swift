import DossierModel

/// Articles with their names and dates linked, before what they tell is compared.
package struct LinkedCorpus: Sendable {
  let articles: [LinkedArticle]
  let entities: EntityLinks
  /// What the editor's lines change in annotations; nil without lines.
  let rulings: AnnotationRulings?
}

/// What the articles of a corpus tell of, and the words that they quote.
package struct CorpusTellings: Sendable {
  let happened: EventRulings.Outcome
  let families: [QuoteFamily]
}

/// What the articles of a corpus have in common.
package struct CorpusParallels: Sendable {
  let groups: [FigureGroup]
  let copies: [SharedCopy]
  let origins: [Origin]
  let terms: [Term]
  let termUses: [TermUse]
}
