import DossierModel
import DossierSource

/// Which quotations of a corpus are of one speaker on one occasion.
///
/// An occasion is an event that both articles tell of, a few days on which both appeared, or other words of the speaker
/// that both are known to print.
struct QuoteOccasions: Sendable {
  /// Days between two articles that quote from one occasion.
  private static let mostDays = 7
  /// Quotations of one speaker on one occasion that are compared.
  private static let blockLimit = 40

  /// Where a quotation stands, by whom and when it was printed; the days are nil where the article has none.
  private struct Place {
    let article: Int
    let speaker: Int32
    let days: ClosedRange<Int>?

    func isSpokenAlike(_ other: Place) -> Bool { speaker == other.speaker && article != other.article }

    func isNear(_ other: Place) -> Bool {
      guard let days, let others = other.days else { return false }
      return days.lowerBound - others.upperBound <= mostDays
        && others.lowerBound - days.upperBound <= mostDays
    }
  }

  private let places: [Place]
  private var blocks = BlockIndex(window: Self.blockLimit)
  private var daysOfSpeakers = BlockIndex(window: Self.blockLimit)
  /// The quotations of speakers of whom some article without a day has words: it may be of any occasion.
  private var undated = BlockIndex(window: Self.blockLimit)

  /// The occasions of quotations, those that `sets` has together being known as the same words.
  init(
    of quotes: [QuoteText], joined sets: inout UnionFind, articles: [LinkedArticle], events: [Set<Int>]
  ) {
    places = quotes.map {
      Place(
        article: $0.article, speaker: $0.speaker, days: Self.days(of: articles[$0.article].published?.value))
    }
    addKnownWords(joined: &sets)
    addUndated()
    for (number, place) in places.enumerated() where place.speaker >= 0 {
      for event in events[place.article].sorted() {
        blocks.add(Self.key(place.speaker, event, isWords: false), of: number)
      }
      guard let days = place.days else { continue }
      // Two days that are no further apart lie in one stretch, or in two that touch.
      let length = Self.mostDays + 1
      for stretch in days.lowerBound / length...days.upperBound / length + 1 {
        daysOfSpeakers.add(Self.key(place.speaker, stretch, isWords: false), of: number)
      }
    }
  }

  /// The days on which an article can have appeared, where they are few.
  private static func days(of published: EDTF?) -> ClosedRange<Int>? {
    guard let first = published?.firstDay?.serial else { return nil }
    let last = published?.lastDay?.serial ?? first
    return first <= last && last - first <= 2 * mostDays ? first...last : nil
  }

  private static func key(_ speaker: Int32, _ sign: Int, isWords: Bool) -> UInt64 {
    let what = UInt64(truncatingIfNeeded: sign) << 1 | (isWords ? 1 : 0)
    return (UInt64(UInt32(bitPattern: speaker)) << 32 ^ what) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Adds the quotations of each speaker in articles that print other words of the speaker alike.
  private mutating func addKnownWords(joined sets: inout UnionFind) {
    struct Voice: Hashable {
      let article: Int
      let speaker: Int32
    }
    var quotations: [Voice: [Int]] = [:]
    var families: [Int: Set<Voice>] = [:]
    for (number, place) in places.enumerated() where place.speaker >= 0 {
      let voice = Voice(article: place.article, speaker: place.speaker)
      quotations[voice, default: []].append(number)
      families[sets.root(of: number), default: []].insert(voice)
    }
    for (root, voices) in families where voices.count > 1 {
      for voice in voices {
        for number in quotations[voice] ?? [] {
          blocks.add(Self.key(voice.speaker, root, isWords: true), of: number)
        }
      }
    }
  }

  private mutating func addUndated() {
    let speakers = Set(places.lazy.filter { $0.speaker >= 0 && $0.days == nil }.map(\.speaker))
    for (number, place) in places.enumerated() where speakers.contains(place.speaker) {
      undated.add(Self.key(place.speaker, 0, isWords: false), of: number)
    }
  }

  /// Calls back with each two quotations of different articles that are of one occasion, and with those that may be, since
  /// one of their articles has no day; there are none behind it.
  mutating func forEachPair(_ body: (_ left: Int, _ right: Int, _ isCertain: Bool) -> Void) {
    let places = places
    blocks.forEachPair { left, right, _ in
      if places[left].isSpokenAlike(places[right]) { body(left, right, true) }
    }
    daysOfSpeakers.forEachPair { left, right, _ in
      if places[left].isSpokenAlike(places[right]), places[left].isNear(places[right]) {
        body(left, right, true)
      }
    }
    undated.forEachPair { left, right, _ in
      let isUndated = places[left].days == nil || places[right].days == nil
      if isUndated, places[left].isSpokenAlike(places[right]) { body(left, right, false) }
    }
  }
}
