import DossierModel

/// How far two figures are likely to count one thing: by the numbers, what is counted, what befell them, and what their
/// sentences are about.
struct FigureLikeness: Sendable {
  private static let enough = 4.0
  /// How many times the other a figure of the same may be, and one of the same people whom the same befell.
  private static let most = 1.5
  private static let close = 1.25
  static let mostOfSame = 2.0
  /// Names that articles on one matter share, at least, and where they hardly are on two of one kind.
  private static let namesOfMatter = 3.0
  private static let manyNamesOfMatter = 5.0
  /// How much of an earlier number a later one has at least, where it counts the same.
  private static let leastOfLater = 0.9

  let synonyms: CountSynonyms
  private let words: TellingWeights<UInt32>
  private let names: TellingWeights<Int32>
  private let matters: SharedMatter

  init(of keys: [FigureKey], synonyms: CountSynonyms, matters: SharedMatter) {
    self.synonyms = synonyms
    self.matters = matters
    words = TellingWeights(of: keys.lazy.map { ($0.article, $0.counted + $0.context) })
    names = TellingWeights(of: keys.lazy.map { ($0.article, $0.entities) })
  }

  /// How far two figures are the best match of each other; nil where they count two things.
  ///
  /// Of those that may be of one count, the same number comes before all others.
  func match(_ left: FigureKey, _ right: FigureKey) -> Double? {
    let score = score(left, right)
    guard score >= Self.enough else { return nil }
    return score + (left.value.number == right.value.number ? isExact(left, right) ? 6 : 3 : 0)
  }

  /// Nothing where the keys cannot be of one count: other units, other times, or other numbers of other things.
  private func score(_ left: FigureKey, _ right: FigureKey) -> Double {
    guard left.value.unit == right.value.unit, left.value.number > 0, right.value.number > 0,
      !isOfOtherTime(left, right), !isOfOtherFate(left, right)
    else { return 0 }
    let ratio = left.value.number / right.value.number
    guard Self.isWithin(Self.mostOfSame, ratio) else { return 0 }
    let counted = words.shared(left.counted, right.counted)
    let isSameFate = left.fate != nil && left.fate == right.fate
    // Of the same people whom the same befell, one may know far more than the other.
    guard Self.isWithin(Self.most, ratio) || counted > 0 && isSameFate else { return 0 }
    let areBothTold = counted == 0 && !left.counted.isEmpty && !right.counted.isEmpty
    let isOfAnybody =
      areBothTold && (synonyms.areAnybody(left.counted) || synonyms.areAnybody(right.counted))
    if ratio != 1, areBothTold, !isOfAnybody { return 0 }
    let context = words.shared(left.context, right.context)
    let named = names.shared(left.entities, right.entities)
    let told = (isOfAnybody ? 1 : 0) + 3 * min(counted, 2) + agreement(left, right)
    if isSameFate {
      let shared = evidenceOfOneEvent(
        left, right, sharing: context + named + (counted > 0 && !synonyms.areAnybody(left.counted) ? 1 : 0))
      return shared >= leastOfOneEvent(left, right) ? 2 + told + shared : 0
    }
    guard counted + context > 0 || isExact(left, right) && named > 0 else { return 0 }
    // Of whom one tells what befell them, the other may tell another thing.
    if left.fate != right.fate, counted == 0, !isExact(left, right) { return 0 }
    let isOfMatter =
      ratio == 1 && !areOfOtherNames(left, right)
      && matters.sharedNames(left.article, right.article) >= Self.manyNamesOfMatter
    return told + min(context, 4) + min(named, 3) + (isOfMatter ? 1 : 0)
  }

  /// What tells that two sentences with one fate tell it of the same people: what they have in common besides, and
  /// that their articles are on one matter.
  private func evidenceOfOneEvent(_ left: FigureKey, _ right: FigureKey, sharing words: Double) -> Double {
    if areOfOtherPlaces(left, right) { return 0 }
    let areOfOtherNames = areOfOtherNames(left, right)
    if areOfOtherDays(left, right), left.value.number != right.value.number || areOfOtherNames { return 0 }
    let areSameDays = ContentWords.shared(left.days, right.days) > 0
    let shared = words + (areSameDays ? 1 : 0) + (haveSameCompanion(left, right) ? 2 : 0)
    let matter = matters.sharedNames(left.article, right.article)
    // The flood of one town and that of another are told in the same words.
    if areOfOtherNames { return matter >= Self.manyNamesOfMatter ? shared : 0 }
    guard matter >= Self.namesOfMatter else { return shared }
    return shared + (matter >= Self.manyNamesOfMatter && areTollOfMatter(left, right) ? 3 : 1)
  }

  /// What two sentences with one fate have in common, at least, to tell it of the same people: the less, the better
  /// their numbers agree, for many die in many places.
  private func leastOfOneEvent(_ left: FigureKey, _ right: FigureKey) -> Double {
    if left.value.number == right.value.number { return 1 }
    return agree(left.value, right.value) ? 2 : 3
  }

  /// Whether each number may be the one that its article tells of its matter, the later one no smaller: it tells no
  /// other number of the same fate, nor says who they were.
  private func areTollOfMatter(_ left: FigureKey, _ right: FigureKey) -> Bool {
    left.isOnlyOfFate && right.isOnlyOfFate && left.counted == right.counted && mayHaveGrown(left, right)
      && Self.isWithin(Self.most, left.value.number / right.value.number)
  }

  /// Whether the later of two articles tells the greater number, or nearly: the dead of one event do not grow fewer.
  private func mayHaveGrown(_ left: FigureKey, _ right: FigureKey) -> Bool {
    if left.value.number == right.value.number { return true }
    guard let day = left.published, let other = right.published else { return false }
    let (earlier, later) = day <= other ? (left, right) : (right, left)
    return later.value.number >= Self.leastOfLater * earlier.value.number
  }

  /// Whether each sentence names a place of which the other's article knows nothing: two towns of one country.
  private func areOfOtherPlaces(_ left: FigureKey, _ right: FigureKey) -> Bool {
    !matters.names(right.article, all: left.places) && !matters.names(left.article, all: right.places)
  }

  /// Whether both sentences tell a day on which harm was done, and not one of them the same.
  private func areOfOtherDays(_ left: FigureKey, _ right: FigureKey) -> Bool {
    !left.harmDays.isEmpty && !right.harmDays.isEmpty
      && ContentWords.shared(left.harmDays, right.harmDays) == 0
  }

  /// Whether both sentences name somebody or some place, and not one of them the same.
  private func areOfOtherNames(_ left: FigureKey, _ right: FigureKey) -> Bool {
    !left.entities.isEmpty && !right.entities.isEmpty
      && ContentWords.shared(left.entities, right.entities) == 0
  }

  /// Whether both sentences count others too, whom the same befell, and as many of them.
  private func haveSameCompanion(_ left: FigureKey, _ right: FigureKey) -> Bool {
    left.companions.contains { companion in
      companion.fate != left.fate
        && right.companions.contains { other in
          companion.fate == other.fate
            && agree(companion.figure, other.figure)
        }
    }
  }

  private func agreement(_ left: FigureKey, _ right: FigureKey) -> Double {
    if left.value.number == right.value.number { return isExact(left, right) ? 3 : 2 }
    return agree(left.value, right.value) ? 1 : 0
  }

  /// Whether two numbers may be one as they are printed, and lie close: "10,000" may stand for 6,000, but hardly does.
  private func agree(_ left: Figure, _ right: Figure) -> Bool {
    Self.isWithin(Self.close, left.number / right.number)
      && PrintedNumber(left).overlaps(PrintedNumber(right))
  }

  /// Whether two numbers are the same, and not round.
  private func isExact(_ left: FigureKey, _ right: FigureKey) -> Bool {
    left.value.number == right.value.number
      && Self.digits(of: left.value.number)
        >= (left.value.unit == nil || abs(left.value.number) < 1000 ? 3 : 2)
  }

  private func isOfOtherTime(_ left: FigureKey, _ right: FigureKey) -> Bool {
    guard let years = left.years, let others = right.years else { return false }
    return !years.overlaps(others)
  }

  private func isOfOtherFate(_ left: FigureKey, _ right: FigureKey) -> Bool {
    guard let fate = left.fate, let other = right.fate else { return false }
    return fate != other
  }

  private static func isWithin(_ most: Double, _ ratio: Double) -> Bool { ratio * most > 1 && ratio < most }

  /// The digits of a number but for the noughts at its end: what is not round is hardly counted twice by chance.
  private static func digits(of number: Double) -> Int {
    var rest = abs(number)
    guard rest > 0, rest < 1e15 else { return 0 }
    while rest != rest.rounded(), rest < 1e15 { rest *= 10 }
    var whole = Int(rest)
    while whole > 0, whole % 10 == 0 { whole /= 10 }
    var count = 0
    while whole > 0 {
      count += 1
      whole /= 10
    }
    return count
  }
}
