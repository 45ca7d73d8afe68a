import DossierAnalysis
import DossierSource

/// A window of capitals with the features of its tokens and the labels that are right.
struct TrainingWindow {
  let features: [[UInt64]]
  let labels: [Int]
  /// By bits, the labels that a token may have where the source does not tell.
  let allowed: [UInt16]
  /// Where it is from.
  let source: String

  /// The windows of a document.
  static func windows(
    of document: LabelledDocument, splitter: SentenceSplitter, tables: NameTables
  ) -> [TrainingWindow] {
    let text = splitter.split(document.text, blocks: document.blocks)
    let features = NameFeatures(text: text, tables: tables)
    let names = NameTrimmer(text: text, tables: tables)
    var gold = [Int](repeating: NameLabel.outside, count: text.tokens.count)
    for name in document.names {
      let first = text.tokenIndex(endingAfter: name.range.lowerBound)
      let end = text.tokenIndex(endingAfter: name.range.upperBound - 1) + 1
      guard first < end, end <= text.tokens.count else { continue }
      let tokens = names.trimmed(first..<end, isPerson: name.kind == 0)
      for (token, label) in zip(tokens, NameLabel.labels(of: name.kind, count: tokens.count)) {
        gold[token] = label
      }
    }
    return features.windows.map { window in
      let labels = repaired(window.map { gold[$0] })
      let allowed = zip(window, labels).map { token, label in
        allowedLabels(label, text.tokens[token], source: document.source)
      }
      return TrainingWindow(
        features: window.map { features.features(of: $0, in: window) },
        labels: labels, allowed: allowed, source: document.source)
    }
  }

  /// Labels that a sequence may have: a name cut by the window's edge becomes a shorter one.
  private static func repaired(_ labels: [Int]) -> [Int] {
    var result = labels
    var index = 0
    while index < labels.count {
      guard let kind = NameLabel.kind(of: labels[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < labels.count, NameLabel.continues(labels[end]), NameLabel.kind(of: labels[end]) == kind,
        NameLabel.kind(of: labels[end]) != nil
      {
        end += 1
      }
      let whole = NameLabel.labels(of: kind, count: end - index)
      for place in index..<end { result[place] = whole[place - index] }
      index = end
    }
    return result
  }

  /// What a token may be besides its label: some sources do not mark every name, or no names of other kinds.
  private static func allowedLabels(_ label: Int, _ token: Token, source: String) -> UInt16 {
    let own: UInt16 = 1 << UInt16(label)
    guard label == NameLabel.outside, token.kind == .word, token.isCapitalised else { return own }
    switch source {
    case "gum": return token.flags.contains(.firstWord) ? own | 3 << 13 : .max >> 1
    case "uner-ewt": return own | 3 << 13
    default: return own
    }
  }
}
