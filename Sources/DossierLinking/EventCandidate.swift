import DossierModel
import DossierSource

/// What one article tells of one happening: its event mentions of one time, before articles are compared.
struct EventCandidate: Sendable {
  let article: Int
  /// Indexes into the article's event mentions.
  var mentions: [Int]
  /// Indexes into its sentences, rising.
  var sentences: [Int]
  var triggerClasses: EventKinds
  /// The words that tell it, as content words: "marched" and "march" are one.
  var triggers: Set<UInt32> = []
  let status: EventMention.Status
  /// Nil where the article tells no time.
  var when: When?
  /// The day that it tells where the article has no date to place it by.
  var told: ToldDay?
  /// The days, since 1970, on which a report without a time may have happened, by when the article was published.
  var window: ClosedRange<Int>?
  /// The first day, since 1970, that its article can tell by a weekday, where no more is known of the article's date.
  var notBefore: Int?
  /// Entity numbers, rising.
  var participants: [Int32]
  /// Those whom what was said is about, which is not who said it: entity numbers, rising.
  var concerned: [Int32] = []
  /// Whoever and whatever its sentences name, in whatever part: entity numbers, rising.
  var named: [Int32] = []
  /// Those who take part and are persons.
  var persons: Set<Int32> = []
  var place: Int32?
  /// Content words of its sentences, rising.
  var words: [UInt32]
  /// The numbers of its sentences that hardly two happenings have: no round ones, and none of a few.
  var numbers: Set<Double>
  /// Whether it tells a day that lay well behind its article.
  var isLongPast = false
  /// Whether it tells a day, a month or a year behind its article, which others may have reported on then.
  var isRetold = false
  /// Whether it is what the article reports, by its own lead.
  var isMain: Bool
  var isBackground: Bool

  /// A time with what it was taken from.
  struct When: Sendable, Hashable {
    let value: EDTF
    let basis: Basis
    let rule: Rule
    let evidence: Citation?
    /// Where the day is told that it was counted from, if that is another sentence.
    let anchor: Citation?
    /// Days since 1970; nil where an end is open.
    let first: Int?
    let last: Int?

    init(value: EDTF, basis: Basis, rule: Rule, evidence: Citation?, anchor: Citation? = nil) {
      self.anchor = anchor
      self.value = value
      self.basis = basis
      self.rule = rule
      self.evidence = evidence
      first = value.firstDay?.serial
      last = value.lastDay?.serial
    }

    /// How many days it may be; the largest number where it is open.
    var span: Int {
      guard let first, let last else { return .max }
      return last - first + 1
    }
    var isDay: Bool { value.day != nil }
    var isMonth: Bool { (28...31).contains(span) }
    var isYear: Bool { (365...366).contains(span) }
    /// Whether no telling names it: a report without a time is of the day of its publication.
    var isSupposed: Bool { rule == Self.publicationDay || rule == Self.datelineDay }

    /// So many days later, or earlier; nil where it is not known to the day.
    func moved(by days: Int) -> When? {
      guard days != 0 else { return self }
      return value.day.map {
        When(
          value: EDTF(CalendarDay(serial: $0.serial + days)), basis: .inferred, rule: Self.daysFromDay,
          evidence: evidence)
      }
    }

    static let daysFromDay = Rule("days-from-day-in-sentence")
    static let publicationDay = Rule("lead-without-date→publication-day")
    static let datelineDay = Rule("lead-without-date→dateline-day")

    /// Whether it says more of when a thing was: a more exact time, or the very same one on better proof.
    ///
    /// Of two tellings, the one that prints the year proves it; the other's is only inferred.
    func tellsMore(than other: When?) -> Bool {
      guard let other else { return true }
      if span != other.span { return span < other.span }
      return value == other.value && proof > other.proof
    }

    /// How well it is known: better where it is printed than where a rule fills it up, and worst where none names it.
    private var proof: Int { isSupposed ? 0 : basis == .inferred ? 1 : 2 }
  }
}

extension EventCandidate {
  /// How exactly the time is known.
  enum Exactness: CaseIterable { case day, shortSpan, longSpan, none }

  var exactness: Exactness {
    guard let when else { return .none }
    if when.isDay { return .day }
    return when.span <= 31 ? .shortSpan : .longSpan
  }

  /// Whether two mentions of one article are one happening: one sentence and time, or one time, kind and party.
  ///
  /// Two speeches are two where different persons speak.
  func isOneHappening(with other: EventCandidate, speech: EventKinds) -> Bool {
    guard status == other.status, when?.value == other.when?.value, weekday == other.weekday else {
      return false
    }
    if sentences.contains(where: other.sentences.contains) { return true }
    let kinds = triggerClasses.intersection(other.triggerClasses)
    guard when != nil || weekday != nil, !kinds.isEmpty else { return false }
    if kinds.isSubset(of: speech), !persons.isEmpty, !other.persons.isEmpty,
      persons.isDisjoint(with: other.persons)
    {
      return false
    }
    if ContentWords.shared(participants, other.participants) > 0 { return true }
    return !kinds.isSubset(of: speech) && isToldInOneWord(with: other)
  }

  /// Whether both are told by one word, and at most one of them names who takes part, or where: "Saturday's march" and
  /// "thousands marched through the town on Saturday".
  private func isToldInOneWord(with other: EventCandidate) -> Bool {
    !triggers.isDisjoint(with: other.triggers) && (participants.isEmpty || other.participants.isEmpty)
      && (place == nil || other.place == nil || place == other.place)
  }

  mutating func add(_ other: EventCandidate) {
    if let told = other.when, told.tellsMore(than: when) { when = told }
    mentions += other.mentions
    sentences = Set(sentences).union(other.sentences).sorted()
    triggerClasses.formUnion(other.triggerClasses)
    triggers.formUnion(other.triggers)
    participants = Set(participants).union(other.participants).sorted()
    persons.formUnion(other.persons)
    concerned = Set(concerned).union(other.concerned).sorted()
    named = Set(named).union(other.named).sorted()
    place = place ?? other.place
    told = told ?? other.told
    words = Set(words).union(other.words).sorted()
    numbers.formUnion(other.numbers)
    window = window ?? other.window
    notBefore = notBefore ?? other.notBefore
    isLongPast = isLongPast || other.isLongPast
    isMain = isMain || other.isMain
    isBackground = isBackground && other.isBackground
  }
}
