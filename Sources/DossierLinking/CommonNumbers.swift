import DossierSource

/// Which articles two corpora have in common, by the sums of what is read of them.
struct CommonNumbers {
  /// A share of the articles so small that comparing what is new costs less than comparing all: one in so many.
  private static let share = 16
  private static let fewest = 4

  /// By the number of an article in the old corpus, its number in the new one; nil where it is not there.
  let new: [Int?]
  /// And the other way round.
  let old: [Int?]

  /// Nil where much is not in common, or stands in another order.
  init?(of before: [Fingerprint], and now: [Fingerprint]) {
    let places = Dictionary(zip(before, before.indices)) { first, _ in first }
    var new = [Int?](repeating: nil, count: before.count)
    var last = -1
    let old = now.enumerated().map { number, sum -> Int? in
      guard let place = places[sum], place > last else { return nil }
      last = place
      new[place] = number
      return place
    }
    let missing = old.count { $0 == nil } + new.count { $0 == nil }
    guard missing <= max(Self.fewest, now.count / Self.share) else { return nil }
    (self.old, self.new) = (old, new)
  }
}
