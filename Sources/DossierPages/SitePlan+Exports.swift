import DossierModel

/// What exporters ask of a plan, so that they look nothing up by themselves.
extension SitePlan {
  /// In the order of the timeline.
  package var eventsByDate: [Event] { concordance.eventsByDate.map { dossier.events[$0] } }

  package func name(of entity: EntityID) -> String? {
    concordance.entityIndex[entity].map { dossier.entities[$0].name }
  }

  /// The page and anchor of the sentence that a citation stands in: `articles/x.html#s12`.
  package func address(of citation: Citation) -> String? {
    guard let article = concordance.articleIndex[citation.article],
      let index = sentenceIndex(at: citation.range.lowerBound, of: article)
    else { return nil }
    let reference = references[article]
    return "\(reference.path)#\(reference.sentences[index].id.string)"
  }
}
