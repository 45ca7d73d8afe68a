import DossierModel
import DossierSource

/// What stands in one sentence of an article: found by bisection, since annotations are in the order of the text.
extension AnnotatedArticle {
  func sentenceMentions(_ sentence: Int) -> ArraySlice<Mention> {
    Self.stretch(of: mentions, sentence, \.sentence)
  }

  func sentenceTimes(_ sentence: Int) -> ArraySlice<TimeExpression> {
    Self.stretch(of: times, sentence, \.sentence)
  }

  func sentenceFigures(_ sentence: Int) -> ArraySlice<Figure> {
    Self.stretch(of: figures, sentence, \.sentence)
  }

  func sentenceEvents(_ sentence: Int) -> ArraySlice<EventMention> {
    Self.stretch(of: events, sentence, \.sentence)
  }

  /// Where a sentence tells names.
  func names(ofSentence sentence: Int) -> [TextRange] { sentenceMentions(sentence).map(\.range) }

  /// Where a sentence tells names and times.
  func namesAndTimes(ofSentence sentence: Int) -> [TextRange] {
    names(ofSentence: sentence) + sentenceTimes(sentence).map(\.range)
  }

  /// A sentence as what proves something; nil where there is none of that number.
  func citation(ofSentence sentence: Int) -> Citation? {
    guard sentences.indices.contains(sentence) else { return nil }
    return Citation(article: article.id, range: sentences[sentence].range)
  }

  private static func stretch<Annotation>(
    of annotations: [Annotation], _ sentence: Int, _ place: (Annotation) -> Int
  ) -> ArraySlice<Annotation> {
    let start = annotations.partitioningIndex { place($0) >= sentence }
    return annotations[start...].prefix { place($0) == sentence }
  }
}
