import DossierModel
import DossierSource

/// Finds quoted speech and whose it is.
///
/// A speaker is read from the sentence round the marks; where it tells none, from the sentence or paragraph before.
/// Where nobody fits, a quotation keeps `speaker == nil`: a wrong attribution harms more than a missing one.
package struct QuotationExtractor: Sendable {
  private let pairing: QuotationMarkPairing
  private let tables: QuotationTables

  package init(tables: QuotationTables) {
    pairing = QuotationMarkPairing(tables: tables)
    self.tables = tables
  }

  package func quotations(in clause: ClauseText, mentions: [Mention]) -> [Quotation] {
    let marked = pairing.stretches(in: clause.bytes, blocks: clause.text.blocks)
    let interview = InterviewReader(clause: clause, tables: tables)
    if marked.isEmpty, !interview.mayBeInterview { return [] }
    let index = MentionIndex(mentions, in: clause.tokens)
    let speeches = interview.speeches(among: index)
    let stretches = marked.with(speeches)
    if stretches.isEmpty { return [] }
    var attribution = SpeechAttribution(
      clause: clause, mentions: index, stretches: stretches, tables: tables)
    return attribution.quotations(under: speeches)
  }
}
