import DossierModel
import DossierSource

/// A suggestion that waits for an editor's answer, with the words of the sources that it rests on.
package struct OpenProposal: Sendable, Hashable {
  /// A sentence of an article.
  package struct Sentence: Sendable, Hashable {
    /// Its article and its id, as lines name them.
    package let place: String
    package let outlet: String?
    package let text: String
  }

  /// Sentences that are shown of a suggestion.
  private static let shownSentences = 6

  package let kind: Proposal.Kind
  /// The line of a source that is no part of its text, where it rests on one.
  package let printed: String?
  package let sentences: [Sentence]
  /// One line each; they belong together.
  package let lines: [String]

  /// What suggestions of this kind are about.
  package var heading: String { kind.heading }

  init(_ proposal: Proposal, in articles: [ArticleID: LinkedArticle]) {
    kind = proposal.kind
    printed = proposal.printed.map(Self.oneLine)
    var told: Set<Sentence> = []
    sentences = proposal.evidence.prefix(Self.shownSentences).compactMap { citation in
      Self.sentence(of: citation, articles).flatMap { told.insert($0).inserted ? $0 : nil }
    }
    lines = proposal.lines
  }

  /// The sentence that a citation stands in, with its article.
  private static func sentence(
    of citation: Citation, _ articles: [ArticleID: LinkedArticle]
  ) -> Sentence? {
    guard let linked = articles[citation.article] else { return nil }
    let sentence = linked.annotated.sentences.last { $0.range.lowerBound <= citation.range.lowerBound }
    guard let sentence else { return nil }
    return Sentence(
      place: "a:\(linked.id) \(sentence.id)", outlet: linked.article.metadata.outlet,
      text: oneLine(String(linked.article.text[sentence.range])))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension Proposal.Kind {
  fileprivate var heading: String {
    switch self {
    case .misprint: "Misprints of a name"
    case .nearName: "Names that may be one"
    case .successor: "A group that may have gone on under another name"
    case .visitDate: "Days on which a page was visited, not published"
    case .publicationBounds: "When articles without a date were published"
    case .event: "Events that several articles report, with the same quotation"
    case .backgroundEvent: "Events that several articles mention"
    case .quotation: "The same words in several articles"
    case .speaker: "Speakers carried over from another sentence"
    case .paragraph: "Paragraphs that the source broke"
    case .figure: "Figures that count the same thing"
    case .notice: "Warnings that an outlet prints"
    }
  }
}
