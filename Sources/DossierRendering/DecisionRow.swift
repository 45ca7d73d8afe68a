import DossierModel
import DossierSource

/// A line of the editor as the data file tells it: where it stands, and what it acted on.
struct DecisionRow {
  let decision: Decision
  private var articles: [String] = []
  private var entities: [String] = []
  private var events: [String] = []
  private var quotes: [String] = []
  private var figures: [String] = []

  private init(_ decision: Decision) { self.decision = decision }

  static func rows(of record: DecisionRecord) -> [DecisionRow] {
    var rows = record.decisions.map(DecisionRow.init)
    func add(_ subjects: [(String, [DecisionID])], to list: WritableKeyPath<DecisionRow, [String]>) {
      for (subject, decisions) in subjects.sorted(by: { $0.0 < $1.0 }) {
        for decision in decisions where rows.indices.contains(decision.number) {
          rows[decision.number][keyPath: list].append(subject)
        }
      }
    }
    add(record.ofArticles.map { ($0.key.string, $0.value) }, to: \.articles)
    add(record.ofEntities.map { ($0.key.string, $0.value) }, to: \.entities)
    add(record.ofEvents.map { ($0.key.string, $0.value) }, to: \.events)
    add(record.ofQuotes.map { ($0.key, $0.value) }, to: \.quotes)
    add(record.ofFigures.map { ($0.key, $0.value) }, to: \.figures)
    return rows
  }

  func write(to writer: inout JSONWriter) {
    writer.field("verb", decision.verb.rawValue)
    writer.field("line", decision.line)
    writer.field("place", decision.location.description)
    writer.strings("articles", articles)
    writer.strings("entities", entities)
    writer.strings("events", events)
    writer.strings("quotes", quotes)
    writer.strings("figures", figures)
  }
}
