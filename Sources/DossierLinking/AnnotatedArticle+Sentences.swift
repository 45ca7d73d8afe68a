import DossierModel

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

  private static func stretch<Annotation>(
    of annotations: [Annotation], _ sentence: Int, _ place: (Annotation) -> Int
  ) -> ArraySlice<Annotation> {
    func start(_ sentence: Int) -> Int {
      var (low, high) = (0, annotations.count)
      while low < high {
        let middle = (low + high) / 2
        if place(annotations[middle]) < sentence { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return annotations[start(sentence)..<start(sentence + 1)]
  }
}
