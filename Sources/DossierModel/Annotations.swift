import DossierSource

/// A sentence of an article.
package struct Sentence: Sendable, Hashable {
  package let id: SentenceID
  package let range: TextRange
  /// Index into the article's blocks.
  package let block: Int
  /// Bytes at its beginning that are a dateline, "ALDMOUTH, March 3 (Wire) — ", which tell of the report and not of
  /// what it reports; 0 of most.
  package let dateline: Int

  package init(id: SentenceID, range: TextRange, block: Int, dateline: Int = 0) {
    self.id = id
    self.range = range
    self.block = block
    self.dateline = dateline
  }

  /// What it says behind its dateline; empty where it is nothing else.
  package var telling: TextRange { TextRange(range.lowerBound + dateline, range.upperBound) }
}

/// What sort of thing an entity is.
package enum EntityKind: String, Sendable, Hashable, CaseIterable {
  case person, organization, group, country, place, other
}

/// A stretch of text that names an entity, as one article shows it; Linking says which entity it is.
package struct Mention: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable {
    /// A proper name, whole or in part: "Ursula von der Leyen", "Erdogan", "UN".
    case name
    /// A people's or country's adjective that stands for those who act: "the Russians", "Syrian troops".
    case demonym
    /// Words that describe without naming: "the Turkish president".
    case description
  }

  /// Without a leading article or title; with a possessive cut off.
  package let range: TextRange
  package let kind: EntityKind
  package let form: Form
  /// The honorific or office printed before the name: "Mr", "Turkish President".
  package let title: TextRange?
  /// Index of the sentence it stands in.
  package let sentence: Int
  /// What decided: a feature or rule, for `analyze` and for those who debug a result.
  package let rule: Rule

  package init(range: TextRange, kind: EntityKind, form: Form, title: TextRange?, sentence: Int, rule: Rule) {
    self.range = range
    self.kind = kind
    self.form = form
    self.title = title
    self.sentence = sentence
    self.rule = rule
  }
}

/// Words in quotation marks, or a block quote.
package struct Quotation: Sendable, Hashable {
  package enum Use: String, Sendable, Hashable {
    case speech
    /// Words in quotation marks that are not speech: scare quotes, titles, terms.
    case notSpeech
  }

  /// Who is said to have said it.
  package struct Speaker: Sendable, Hashable {
    /// The words that name or describe the speaker: "Putin", "the official", "he".
    package let range: TextRange
    private let mentionIndex: OptionalIndex
    /// How the speaker was found; the methods page says each in words.
    package let attribution: Attribution

    /// Index into the article's mentions; nil where the source is described but not named.
    package var mention: Int? { mentionIndex.value }

    package init(range: TextRange, mention: Int?, attribution: Attribution) {
      self.range = range
      mentionIndex = OptionalIndex(mention)
      self.attribution = attribution
    }
  }

  package enum Attribution: String, Sendable, Hashable, CaseIterable {
    case namedInSentence = "named-in-sentence"
    case pronoun = "pronoun-to-earlier-sentence"
    case carriedOver = "carried-over-from-paragraph"
    /// Meant by an office that one person of the article holds: "the minister".
    case office = "office-of-one-named-before"
    /// Meant by a description that fits whom the sentence before is about: "the company", "the prime minister".
    case description = "description-of-one-named-before"
    /// Voiced by the speaker of the quotation it stands in.
    case nested = "nested-voiced-by"
    /// Described, not named: "a senior official".
    case unnamedSource = "unnamed-source"
    /// Set by a line of the editor.
    case decided
  }

  /// The words between the marks; a quotation continued over paragraphs is one per paragraph, linked by `continues`.
  package let range: TextRange
  package let use: Use
  package let speaker: Speaker?
  /// The reporting verb or other cue: "said", "according to".
  package let cue: TextRange?
  private let sentenceIndex: Int32
  private let outerIndex: OptionalIndex
  private let earlierIndex: OptionalIndex

  package var sentence: Int { Int(sentenceIndex) }
  /// Index of the quotation this one stands within.
  package var within: Int? { outerIndex.value }
  /// Index of the quotation this one goes on with: a split or a new paragraph of the same speech.
  package var continues: Int? { earlierIndex.value }

  package init(
    range: TextRange, use: Use, speaker: Speaker?, cue: TextRange?, sentence: Int, within: Int? = nil,
    continues: Int? = nil
  ) {
    self.range = range
    self.use = use
    self.speaker = speaker
    self.cue = cue
    sentenceIndex = Int32(sentence)
    outerIndex = OptionalIndex(within)
    earlierIndex = OptionalIndex(continues)
  }
}

/// A number with what it counts.
package struct Figure: Sendable, Hashable {
  package enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case moreThan = "more-than"
    case lessThan = "less-than"
    case about
    case atLeast = "at-least"
    case atMost = "at-most"
    case nearly
  }

  /// With its qualifier: "more than 500,000".
  package let range: TextRange
  package let number: Double
  package let qualifier: Qualifier?
  /// What is measured in, where printed: "km", "percent", "dollars".
  package let unit: String?
  /// The words of the noun phrase that is counted: "Syrian refugees"; nil where none was found.
  package let counted: TextRange?
  package let sentence: Int

  package init(
    range: TextRange, number: Double, qualifier: Qualifier?, unit: String?, counted: TextRange?, sentence: Int
  ) {
    self.range = range
    self.number = number
    self.qualifier = qualifier
    self.unit = unit
    self.counted = counted
    self.sentence = sentence
  }
}

/// What an article tells of something that happened or is planned: one predicate of one sentence.
package struct EventMention: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable { case happened, planned }

  /// The class of what only tells how things were at a time: no event, but it places the time in the past.
  package static let stateClass = "state"
  /// The class of verbs that tell no kind of event.
  package static let noClass = "other"

  private let sentenceIndex: Int32
  /// The word that tells it: "met", "agreement".
  package let trigger: TextRange
  /// The words for who does it: "the harbour master"; nil where they neither name nor describe anybody.
  package let subject: TextRange?
  package let status: Status
  /// Whether a verb in a past tense tells that it happened at its time: "resigned on 3 May", not "the talks of 3 May".
  package let isPastTense: Bool
  /// Whether the article reports it as its own subject, or mentions it as background.
  package let isBackground: Bool
  private let timeIndex: OptionalIndex
  private let placeIndex: OptionalIndex
  private let distance: Int16
  /// The trigger's class in the pack, such as `meeting`, `agreement`, `attack`; what merging compares.
  package let triggerClass: String
  /// Indexes into the article's mentions: who takes part.
  package let participants: [Int]

  package var sentence: Int { Int(sentenceIndex) }
  /// Index into the article's times; nil where the sentence tells none.
  package var time: Int? { timeIndex.value }
  /// Days from its time to the event: -2 in "on Monday, two days after the port fell", 0 where it was then.
  package var daysFromTime: Int { Int(distance) }
  /// Its time, unless it lies some days from it.
  package var ownTime: Int? { distance == 0 ? time : nil }
  /// Index into the article's mentions: where.
  package var place: Int? { placeIndex.value }

  package init(
    sentence: Int, trigger: TextRange, subject: TextRange? = nil, triggerClass: String, status: Status,
    isPastTense: Bool = false, time: Int?, daysFromTime: Int = 0, participants: [Int], place: Int?,
    isBackground: Bool
  ) {
    sentenceIndex = Int32(sentence)
    self.trigger = trigger
    self.subject = subject
    self.triggerClass = triggerClass
    self.status = status
    self.isPastTense = isPastTense
    timeIndex = OptionalIndex(time)
    distance = Int16(clamping: daysFromTime)
    self.participants = participants
    placeIndex = OptionalIndex(place)
    self.isBackground = isBackground
  }
}

/// An article with all that was found in it: ranges and labels that stand off from the text.
package final class AnnotatedArticle: Sendable {
  package let article: Article
  /// The pack's language; nil where there is no pack for the article's language.
  package let language: String?
  package let sentences: [Sentence]
  /// In order of their ranges, without overlap.
  package let mentions: [Mention]
  package let times: [TimeExpression]
  package let quotations: [Quotation]
  package let figures: [Figure]
  package let events: [EventMention]

  package init(
    article: Article, language: String?, sentences: [Sentence], mentions: [Mention], times: [TimeExpression],
    quotations: [Quotation], figures: [Figure], events: [EventMention]
  ) {
    self.article = article
    self.language = language
    self.sentences = sentences.fitted
    self.mentions = mentions.fitted
    self.times = times.fitted
    self.quotations = quotations.fitted
    self.figures = figures.fitted
    self.events = events.fitted
  }
}
