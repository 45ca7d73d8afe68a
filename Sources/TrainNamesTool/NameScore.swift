import DossierAnalysis
import DossierModel
import DossierSource

/// How many names of labelled documents are found with the right extent and kind.
struct NameScore: CustomStringConvertible {
  private var right: [String: Int] = [:]
  private var found: [String: Int] = [:]
  private var wanted: [String: Int] = [:]

  init(documents: [LabelledDocument], splitter: SentenceSplitter, tables: NameTables) {
    let recognizer = EntityRecognizer(tables: tables)
    for document in documents {
      let text = splitter.split(document.text, blocks: document.blocks)
      let trimmer = NameTrimmer(text: text, tables: tables)
      var gold: Set<String> = []
      for name in document.names where name.kind < 3 {
        let tokens = text.tokens(in: name.range)
        guard !tokens.isEmpty else { continue }
        gold.insert("\(text.range(trimmer.trimmed(tokens, isPerson: name.kind == 0))) \(name.kind)")
      }
      let others = document.names.filter { $0.kind == 3 }
      var answers: Set<String> = []
      for mention in recognizer.mentions(in: text) where mention.form != .description {
        guard let kind = Self.kind(of: mention.kind) else { continue }
        if mention.kind == .group, others.contains(where: { $0.range.overlaps(mention.range) }) { continue }
        answers.insert("\(mention.range) \(kind)")
      }
      for source in [document.source, "all"] {
        right[source, default: 0] += answers.intersection(gold).count
        found[source, default: 0] += answers.count
        wanted[source, default: 0] += gold.count
      }
    }
  }

  var description: String {
    wanted.keys.sorted().map { source in
      let right = Double(self.right[source] ?? 0)
      let precision = right / Double(max(1, found[source] ?? 0))
      let recall = right / Double(max(1, wanted[source] ?? 0))
      let harmonic = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
      return "\(source): precision \(Self.percent(precision)), recall \(Self.percent(recall)), "
        + "F1 \(Self.percent(harmonic)) of \(wanted[source] ?? 0)"
    }.joined(separator: "\n")
  }

  private static func percent(_ share: Double) -> String { String(Int((share * 1000).rounded())) }

  private static func kind(of kind: EntityKind) -> Int? {
    switch kind {
    case .person: 0
    case .country, .place: 1
    case .organization, .group: 2
    case .other: nil
    }
  }
}
