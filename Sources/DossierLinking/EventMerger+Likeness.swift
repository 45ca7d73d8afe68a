import DossierModel

extension EventMerger {
  /// What two tellings have in common, and whether that is enough.
  struct Likeness: Sendable {
    var isSameDay = false
    var sharedParticipants = 0
    /// Of those parties, the ones that the corpus names all the time.
    var sharedCommonParties = 0
    /// Of those parties, the persons.
    var sharedPersons = 0
    var isSameKind = false
    /// Whether both are of kinds, and of no common one.
    var isOfOtherKind = false
    /// Of what is told again: whether one only says that something was said, and of the other nobody says anything.
    var isOnlySaid = false
    /// Of what is told again: whether neither is of a kind, as what was said, or told by verbs of no kind.
    var isOfNoKind = false
    var isSamePlace = false
    var sharedWords = 0
    /// Whether some telling is in the very same content words, as where several print one report.
    var isInSameWords = false
    var bothMain = false
    /// Whether both name who takes part.
    var bothNameParties = false
    /// Whether both are of one kind that befalls a party hardly twice on a day.
    var isOfSingleKind = false
    /// Whether they tell of harm, one of what was done and the other of what came of it perhaps.
    var isOfHarm = false
    /// Whether one tells of harm, and the other by a verb that is of no kind: "smashed into a field, killing all 157".
    var isHarmOfNoKind = false
    /// Whether both are of the day on which most of the corpus tells of harm.
    var isOnDayOfHarm = false
    /// Whether one word tells both: "warned", or "marched" and "march".
    var sharesTrigger = false
    /// Whether a number that hardly two happenings have is told of both, with a word of what it counts or did.
    var sharesNumber = false
    /// Whether one of the days is told by no telling: that of the report's publication.
    var isSupposedDay = false
    /// Whether the day is one that a telling only counts from another event.
    var isCountedDay = false
    /// Whether one of the times is no nearer known than to some months, or not at all.
    var isVague = false
    /// Whether all tell the same day as one well behind them.
    var isLongPastDay = false
    /// Whether they name other places.
    var isElsewhere = false
    /// Whether their articles name the same persons or bodies, and each tells of one thing of that kind on that day, of
    /// nobody in particular or of nobody else.
    var isOneOfItsKind = false
    /// Whether articles on one matter tell of a vote of all on the day that both name.
    var isOfOnePoll = false
    /// Whether both are what two articles report of one day that print the same words of one speaker.
    var isOfReportsWithOneQuotation = false
    /// Whether one names the weekday only, and the other a date that it may be.
    var isDatedByOther = false
    /// Whether one is a report without a day, printed on the day after the other's.
    var isPrintedNextDay = false
    /// Whether they are told in words and names that the articles tell of hardly any other day.
    var sharesTelltales = false
    /// Whether one is told again by who wrote later, and nothing else of that time agrees as much.
    var isRetelling = false

    var score: Int {
      (isSameDay ? 1 : 0) + 2 * min(sharedParticipants, 3) + (isSameKind ? 2 : 0) + (isSamePlace ? 1 : 0)
        + min(sharedWords, 4) + (bothMain ? 2 : 0)
    }

    /// Whether the two may be one.
    ///
    /// What is told of one day with the same number of dead is one, whoever is named, and so is a crash of one party.
    /// What is remembered of one day long afterwards is mostly one thing, as is harm on the day that the corpus is about,
    /// and what befell two persons at one place.
    /// One party in common is not enough, even of two reports of one day: in a corpus on one matter all have it, and
    /// on one day they tell of several things that one person did; and who names others than the other tells of
    /// something else. The less exact the time, and the more often the corpus names the parties, the more has to agree
    /// beside them.
    var isEnough: Bool {
      if isInSameWords { return true }
      if isCountedOfNobody { return false }
      if isDatedByOther { return tellsTheSameInDetail }
      if isPrintedNextDay { return bothMain && isSamePlace && tellsTheSameInDetail }
      if isSameDay, sharesNumber, isHarmOfNoKind || (isSameKind || isOfHarm) && sharedWords > 1 {
        return true
      }
      if isOneHarmOfTheMatter || isOneOfLongPastDay { return true }
      if isOfPersonsAtOnePlace || isToldOfOnePersonInOneWord { return true }
      if isOfReportsWithOneQuotation || isOfOnePoll && !isSupposedDay, !isElsewhere { return true }
      if isOneOfItsKind, !isSupposedDay, !isElsewhere,
        sharedWords > 0, sharedParticipants > 0 || !bothNameParties
      {
        return true
      }
      if isSameDay, isOfSingleKind, sharedParticipants > sharedCommonParties, !isSupposedDay {
        return sharedWords > 0
      }
      if sharedParticipants == 0 {
        return isSameDay && isSameKind && sharedWords >= (bothNameParties ? 4 : 3)
      }
      if isVague { return isSameKind && sharedWords >= (sharedParticipants > 1 ? 2 : 3) }
      let tellingParties = sharedParticipants - sharedCommonParties
      let isOfCommonParties = tellingParties == 0
      guard isSameDay else {
        return score >= 6 && isSameKind && (sharedWords > 2 || tellingParties > 1)
      }
      if bothMain {
        return score >= 7
          && (sharedWords > (isOfCommonParties ? 2 : 1) || tellingParties + (isSamePlace ? 1 : 0) > 1)
      }
      if tellingParties > 1, isSameKind { return score >= 6 }
      // Of those whom all articles name, nothing tells which of their doings is meant, on a day that no telling names.
      let missing = isOfCommonParties && isSupposedDay ? 1 : 0
      return score >= 6 && sharedWords >= (isSameKind ? 1 : 2) + missing
    }

    /// Whether a day is only counted, and nobody in particular agrees: much is done two days after a disaster, and only
    /// who did it tells which of it is meant.
    var isCountedOfNobody: Bool { isCountedDay && sharedParticipants == sharedCommonParties }

    /// Whether they tell the same of two persons at one place on one day, who may do several things there.
    private var isOfPersonsAtOnePlace: Bool {
      isSameDay && !isSupposedDay && isSamePlace && sharedPersons > 1 && sharedWords > 0 && !isOfOtherKind
    }

    /// Whether two tellings of harm on the day of the matter are of one: the more they differ in, the more has to agree.
    ///
    /// So is what that day's harm is told by with a verb of no kind, "the dam gave way", of those whom it befell.
    private var isOneHarmOfTheMatter: Bool {
      guard isOnDayOfHarm, isOfHarm || isHarmOfNoKind else { return false }
      // The one thing of its kind that each article on the matter tells of that day is one in whatever words.
      if isOneOfItsKind, !isElsewhere { return true }
      let nameOthers = bothNameParties && sharedParticipants == 0
      if isHarmOfNoKind { return sharedWords > 1 && (isSamePlace || sharedParticipants > 0) }
      return sharedWords + (isSamePlace ? 1 : 0) > 2 * ((nameOthers ? 1 : 0) + (isElsewhere ? 1 : 0))
    }

    /// Whether both are of what a day has once: a vote of all, or the harm that most articles tell of.
    var isOneOfTheDay: Bool { isOfOnePoll && !isElsewhere || isOneHarmOfTheMatter }

    /// Whether one word tells what one person did on a day that both name, and another word of it is the same too.
    private var isToldOfOnePersonInOneWord: Bool {
      isSameDay && !isSupposedDay && sharedPersons > 0 && sharesTrigger && sharedWords > 1
    }

    /// Whether two that tell the same day long afterwards are of one happening: what is remembered of a day is mostly one.
    private var isOneOfLongPastDay: Bool {
      guard isLongPastDay, !isElsewhere, !bothNameParties || sharedParticipants > 0 else { return false }
      let shared = sharedWords + sharedParticipants - sharedCommonParties + (isSamePlace ? 1 : 0)
      return shared > (isSameKind || isOfHarm ? 0 : 2)
    }

    /// Whether so much agrees that a weekday is that of the other's day: the kind of event, those who take part beyond
    /// whom all articles name, and where it was or what it is told in.
    private var tellsTheSameInDetail: Bool {
      isSameKind && sharedParticipants > 1 && sharedParticipants > sharedCommonParties
        && (isSamePlace || sharedWords > 1)
    }

    var signals: [Rule] {
      var rules = [Rule(isPrintedNextDay ? "printed-next-day" : isSameDay ? "same-day" : "times-agree")]
      if sharedParticipants > 1 { rules.append(Rule("same-participants")) }
      if sharedParticipants == 1 { rules.append(Rule("same-participant")) }
      if isSameKind { rules.append(Rule("same-kind-of-event")) }
      if isSamePlace { rules.append(Rule("same-place")) }
      if isOneOfLongPastDay { rules.append(Rule("day-long-past")) }
      if isOneHarmOfTheMatter { rules.append(Rule("day-of-harm")) }
      if isRetelling { rules.append(Rule("told-again")) }
      if sharesTelltales { rules.append(Rule("words-of-that-day")) }
      if isOfOnePoll { rules.append(Rule("one-poll-of-the-day")) }
      if isOneOfItsKind { rules.append(Rule("only-one-of-its-kind")) }
      if isOfReportsWithOneQuotation { rules.append(Rule("same-quotation")) }
      if isInSameWords { rules.append(Rule("same-words")) }
      if sharedWords > 1, !isInSameWords { rules.append(Rule("shared-words")) }
      if sharesNumber { rules.append(Rule("same-number")) }
      if bothMain { rules.append(Rule("both-reported")) }
      return rules
    }
  }
}
