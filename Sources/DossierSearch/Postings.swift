import DossierSource

/// The pages of each term, the heaviest first.
struct Postings {
  /// A page's number and weight, as `page << 3 | weight`; by term, then by page.
  private var entries: [UInt32]
  /// Where each term's entries begin; one more for the end.
  private var starts: [Int]

  /// Sorts an index's log by term, in two passes over it.
  init(_ index: SearchIndex) {
    starts = [Int](repeating: 0, count: index.terms.count + 1)
    for entry in index.log { starts[Int(entry >> 3) + 1] += 1 }
    for term in 0..<index.terms.count { starts[term + 1] += starts[term] }
    var next = starts
    entries = [UInt32](repeating: 0, count: index.log.count)
    var place = 0
    for (page, end) in index.logEnds.enumerated() {
      for entry in index.log[place..<end] {
        let term = Int(entry >> 3)
        entries[next[term]] = UInt32(page) << 3 | entry & 7
        next[term] += 1
      }
      place = end
    }
  }

  /// The entries of a term's pages within a range, in the order of the pages.
  func entries(of term: Int, in pages: Range<Int>) -> ArraySlice<UInt32> {
    let all = entries[starts[term]..<starts[term + 1]]
    return all[place(of: pages.lowerBound, in: all)..<place(of: pages.upperBound, in: all)]
  }

  private func place(of page: Int, in all: ArraySlice<UInt32>) -> Int {
    all.partitioningIndex { Int($0 >> 3) >= page }
  }

  /// Entries by weight, the heaviest first, each weight's in the order of its pages.
  static func heaviestFirst(_ entries: ArraySlice<UInt32>) -> [UInt32] {
    guard entries.count > 1 else { return Array(entries) }
    var places = [Int](repeating: 0, count: 9)
    for entry in entries { places[7 - Int(entry & 7) + 1] += 1 }
    for weight in 0..<8 { places[weight + 1] += places[weight] }
    var sorted = [UInt32](repeating: 0, count: entries.count)
    for entry in entries {
      let weight = 7 - Int(entry & 7)
      sorted[places[weight]] = entry
      places[weight] += 1
    }
    return sorted
  }
}

extension ShardText {
  /// Entries that are sorted by weight: for each weight its count and itself, then the pages as the gaps between them.
  mutating func add(_ entries: ArraySlice<UInt32>, from base: Int) {
    var start = entries.startIndex
    while start < entries.endIndex {
      let weight = entries[start] & 7
      let end = entries[start...].firstIndex { $0 & 7 != weight } ?? entries.endIndex
      add((end - start) << 3 | Int(weight))
      var next = base
      for entry in entries[start..<end] {
        let page = Int(entry >> 3)
        add(page - next)
        next = page + 1
      }
      start = end
    }
  }
}
