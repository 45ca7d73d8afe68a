/// Labels the tokens of names by the trained weights: the best sequence of labels for each window of capitals.
///
/// A linear model over hashed features, decoded after Viterbi.
struct NameTagger {
  let model: NameModel

  func spans(of features: NameFeatures) -> [NameSpan] {
    var spans: [NameSpan] = []
    for window in features.windows {
      let labels = labels(of: window, features)
      var index = 0
      while index < labels.count {
        guard let kind = NameLabel.kind(of: labels[index]).flatMap(NameSpan.Kind.init) else {
          index += 1
          continue
        }
        var end = index + 1
        while end < labels.count, NameLabel.continues(labels[end]) { end += 1 }
        let tokens = window.lowerBound + index..<window.lowerBound + end
        spans.append(NameSpan(tokens, kind, "tagger"))
        index = end
      }
    }
    return spans
  }

  private func labels(of window: Range<Int>, _ features: NameFeatures) -> [Int] {
    let scores = model.withRows { rows in
      window.map { index in
        var score = SIMD16<Int32>.zero
        for feature in features.features(of: index, in: window) {
          score &+= SIMD16<Int32>(truncatingIfNeeded: rows.row(of: feature))
        }
        return score
      }
    }
    return NameDecoder.best(scores, transitions: model.wideTransitions)
  }
}

/// The best sequence of labels for scores of tokens and of label pairs.
package enum NameDecoder {
  /// What a sequence that is not allowed is charged with.
  package static let forbidden: Int32 = -1_000_000

  /// Viterbi's algorithm; `allowed` narrows the labels of each token by bits.
  package static func best(
    _ scores: [SIMD16<Int32>], transitions: [SIMD16<Int32>], allowed: [UInt16]? = nil
  ) -> [Int] {
    guard !scores.isEmpty else { return [] }
    var back = [SIMD16<Int32>](repeating: .zero, count: scores.count)
    var total = starts
    for index in scores.indices {
      if index > 0 {
        var best = SIMD16<Int32>(repeating: Int32.min / 2)
        var from = SIMD16<Int32>.zero
        for label in 0..<NameLabel.count {
          let candidate = transitions[label] &+ rules[label] &+ SIMD16(repeating: total[label])
          let isBetter = candidate .> best
          best.replace(with: candidate, where: isBetter)
          from.replace(with: SIMD16(repeating: Int32(label)), where: isBetter)
        }
        total = best
        back[index] = from
      }
      total = total &+ scores[index]
      if let allowed { total = total &+ penalties(allowed[index]) }
    }
    total = total &+ ends
    var label = 0
    for other in 1..<NameLabel.count where total[other] > total[label] { label = other }
    var labels = [Int](repeating: 0, count: scores.count)
    for index in scores.indices.reversed() {
      labels[index] = label
      label = Int(back[index][label])
    }
    return labels
  }

  private static func penalties(_ allowed: UInt16) -> SIMD16<Int32> {
    var penalty = SIMD16<Int32>.zero
    for label in 0..<NameLabel.count where allowed & (1 << UInt16(label)) == 0 { penalty[label] = forbidden }
    return penalty
  }

  private static let starts = lanes { NameLabel.continues($0) }
  private static let ends = lanes { NameLabel.isOpen($0) }
  private static let rules: [SIMD16<Int32>] = (0..<NameLabel.count).map { label in
    lanes { !NameLabel.allows($0, after: label) }
  }

  private static func lanes(forbid: (Int) -> Bool) -> SIMD16<Int32> {
    var lanes = SIMD16<Int32>(repeating: forbidden)
    for label in 0..<NameLabel.count where !forbid(label) { lanes[label] = 0 }
    return lanes
  }
}
