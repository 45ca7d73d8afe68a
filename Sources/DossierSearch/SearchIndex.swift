/// An index of a site's pages, made of them one after another.
///
/// Pages are numbered in the order in which they are added. Whoever adds them in the order of their facets, the best
/// known of a facet first, makes each facet a range of numbers, which costs nothing to store. A page's words have
/// weights from 0 to 7, found here, so that a reader's browser only adds and compares.
package struct SearchIndex: Sendable {
  var terms = TermTable()
  /// One entry for each word of each page, as `term << 3 | weight`, in the order of the pages.
  private(set) var log: [UInt32] = []
  /// Where each page's entries end in the log.
  private(set) var logEnds: [Int] = []
  private(set) var pages: [FindablePage] = []
  /// Per term, whether it is part of a name: only those are guessed at when nothing matches.
  private(set) var isName: [Bool] = []
  /// The number of the first page that is found by a line; those found by names come before it.
  private(set) var firstLine: Int?
  /// The number of the first page that is found by its text; all others come before it.
  private(set) var firstText: Int?

  private var words = FoldedWords()
  private var lastPage: [UInt32] = []
  private var counts: [Int] = []
  private var found: [Int] = []

  package init() {}

  /// Adds a page that is found by names, each of which leads to it.
  ///
  /// The prominence, from 0 to 7, is the weight of all its words.
  package mutating func add(_ page: FindablePage, names: [String], prominence: Int) {
    words.removeAll()
    for name in names { words.add(name) }
    count(weight: 1)
    for term in found { isName[term] = true }
    log(page) { _ in min(max(prominence, 0), 7) }
  }

  /// Adds a page that is found by a line or two of text.
  package mutating func add(_ page: FindablePage, line: String, prominence: Int) {
    if firstLine == nil { firstLine = pages.count }
    words.removeAll()
    words.add(line)
    count(weight: 1)
    log(page) { _ in min(max(prominence, 0), 7) }
  }

  /// Adds a page that is found by its text, of which some stretches count more than others.
  ///
  /// A word's weight grows with its count, ever more slowly, and less in long texts: the saturation of Okapi BM25
  /// (Robertson and Walker 1994), k1 = 1.2, b = 0.75, without the rareness of the word, which the browser adds.
  package mutating func add(_ page: FindablePage, text: [(String, weight: Int)], relativeLength: Double) {
    if firstText == nil { firstText = pages.count }
    for (stretch, weight) in text {
      words.removeAll()
      words.add(stretch)
      count(weight: weight)
    }
    let bound = 1.2 * (0.25 + 0.75 * relativeLength)
    log(page) { count in min(Int(8 * Double(count) / (Double(count) + bound)), 7) }
  }

  /// Counts the words at hand for the page that is being added.
  private mutating func count(weight: Int) {
    let page = UInt32(pages.count + 1)
    var start = 0
    words.bytes.withUnsafeBytes { bytes in
      for end in words.ends {
        let term = terms.number(of: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
        if term == lastPage.count {
          lastPage.append(0)
          counts.append(0)
          isName.append(false)
        }
        if lastPage[term] != page {
          lastPage[term] = page
          counts[term] = 0
          found.append(term)
        }
        counts[term] += weight
      }
    }
  }

  private mutating func log(_ page: FindablePage, weight: (Int) -> Int) {
    for term in found { log.append(UInt32(term) << 3 | UInt32(weight(counts[term]))) }
    logEnds.append(log.count)
    found.removeAll(keepingCapacity: true)
    pages.append(page)
  }
}
