/// The index as files: a head that is always read, and shards that are read by need.
///
/// - `search/head.js`: the facets' ranges, and with which word each shard begins.
/// - `search/words-N.js`: terms in order, each with its first pages.
/// - `search/more-N.js`: the other pages of terms that have many.
/// - `search/starts-N.js`, `search/ends-N.js`: the words of names alone, in their order and in that of their endings. A
///   word with one wrong letter has one half that is right (the pigeonhole of approximate matching, Wu and Manber 1992):
///   the words that share its first half stand together in the one, those that share its second half in the other.
/// - `search/pages-N.js`: what a list of results shows of each page.
extension SearchIndex {
  /// A shard of words is closed when it has this many bytes: a search reads one for each word.
  private static let wordsSize = 14_000
  /// A shard of names' words: a search reads a few where a word is not known.
  private static let namesSize = 8_000
  /// A shard of further pages is: a search shows its first results before it reads one.
  private static let moreSize = 32_000
  /// Pages of a term that stand beside it; most searches need no more.
  private static let firstPages = 48
  /// Pages in one shard, as a power of two.
  private static let pagesShift = 5
  /// In a corpus above this size, words that most articles have do not list them: they tell nothing apart.
  private static let smallCorpus = 1_000

  /// The files of the index; `texts` is the number of shards of texts that stand beside it.
  package func files(texts: Int) -> [SearchFile] {
    let order = terms.sorted()
    var words = WordShards(index: self)
    for term in order { words.add(term) }
    words.close()
    let names = order.filter { isName[$0] }
    var starts = WordList(named: "starts", size: Self.namesSize)
    for term in names {
      starts.begin(terms.bytes(of: term))
      starts.text.endRow()
    }
    starts.close()
    let ends = endings(names)
    let pages = pageFiles()
    let head = head(
      [texts, Self.pagesShift, firstLine ?? firstText ?? self.pages.count, firstText ?? self.pages.count],
      [words.firsts, ends.firsts, starts.firsts])
    return [head] + words.files + starts.files + ends.files + pages
  }

  private func head(_ numbers: [Int], _ firsts: [[String]]) -> SearchFile {
    var text = ShardText(named: "head")
    let outlets = Set(pages.compactMap(\.facets.outlet)).sorted()
    let kinds = Set(pages.map(\.facets.kind)).sorted()
    text.add(row: [String(pages.count)] + numbers.map(String.init))
    text.add(row: kinds)
    text.add(row: outlets)
    text.add(row: groups(outlets, kinds))
    for words in firsts { text.add(row: words) }
    return SearchFile("head", text)
  }

  /// Runs of pages with the same facets: how many, of which kind, outlet and year.
  ///
  /// A kind or outlet that is that of the run before is left out, and a year that is the one before that of the run
  /// before: years go down within an outlet. What a run has none of is `-`.
  private func groups(_ outlets: [String], _ kinds: [String]) -> [String] {
    let outlet = Dictionary(uniqueKeysWithValues: outlets.enumerated().map { ($1, $0) })
    let kind = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    var rows: [String] = []
    var start = 0
    var last = (kind: "", outlet: "-", year: "-")
    for index in pages.indices
    where index + 1 == pages.count || pages[index + 1].facets != pages[start].facets {
      let facets = pages[start].facets
      let own = (
        kind: String(kind[facets.kind] ?? 0),
        outlet: facets.outlet.flatMap { outlet[$0] }.map(String.init) ?? "-",
        year: facets.year.map(String.init) ?? "-"
      )
      let isNext = Int(last.year).map { String($0 - 1) == own.year } ?? (own.year == "-")
      let fields = [
        String(index + 1 - start), own.kind == last.kind ? "" : own.kind,
        own.outlet == last.outlet ? "" : own.outlet, isNext ? "" : own.year,
      ]
      let told = fields.lastIndex { !$0.isEmpty } ?? 0
      rows.append(fields[...told].joined(separator: " "))
      last = own
      start = index + 1
    }
    return rows
  }

  private func pageFiles() -> [SearchFile] {
    stride(from: 0, to: pages.count, by: 1 << Self.pagesShift).enumerated().map { number, start in
      var text = ShardText(named: "pages-\(number)")
      for page in pages[start..<min(start + 1 << Self.pagesShift, pages.count)] {
        text.add(row: [page.path, page.title, page.note])
      }
      return SearchFile("pages-\(number)", text)
    }
  }

  private func endings(_ names: [Int]) -> (files: [SearchFile], firsts: [String]) {
    let reversed = names.map { term in
      Array(
        String(
          String.UnicodeScalarView(
            String(decoding: terms.bytes(of: term), as: UTF8.self)
              .unicodeScalars.reversed())
        ).utf8)
    }
    var shards = WordList(named: "ends", size: Self.namesSize)
    for place in TermTable.sorted(reversed.count, { reversed[$0][...] }) {
      shards.begin(reversed[place][...])
      shards.text.endRow()
    }
    shards.close()
    return (shards.files, shards.firsts)
  }

  /// The shards of terms and of their further pages, as they grow.
  private struct WordShards {
    private let index: SearchIndex
    private let postings: Postings
    private let firstText: Int
    private let firstLine: Int
    private var list = WordList(named: "words", size: wordsSize)
    private var more = ShardText(named: "more-0")
    private var moreFiles: [SearchFile] = []

    var files: [SearchFile] { list.files + moreFiles }
    var firsts: [String] { list.firsts }

    init(index: SearchIndex) {
      self.index = index
      postings = Postings(index)
      firstText = index.firstText ?? index.pages.count
      firstLine = index.firstLine ?? firstText
    }

    mutating func add(_ term: Int) {
      list.begin(index.terms.bytes(of: term))
      let all = Postings.heaviestFirst(postings.entries(of: term, in: firstText..<index.pages.count))
      list.text.add(all.prefix(firstPages), from: firstText)
      list.text.blank()
      if all.count > firstPages {
        list.text.add(all.count)
        list.text.add(addFurther(all[firstPages...], of: term))
      }
      add(postings.entries(of: term, in: 0..<firstLine), from: 0)
      add(postings.entries(of: term, in: firstLine..<firstText), from: firstLine)
      list.text.endRow()
    }

    private mutating func add(_ entries: ArraySlice<UInt32>, from base: Int) {
      list.text.blank()
      list.text.add(Postings.heaviestFirst(entries).prefix(firstPages * 4), from: base)
    }

    /// The number of the shard that got the pages, counted from 1; 0 for a term that tells nothing apart.
    private mutating func addFurther(_ entries: ArraySlice<UInt32>, of term: Int) -> Int {
      let texts = index.pages.count - firstText
      if texts > smallCorpus, entries.count * 2 > texts { return 0 }
      more.add(word: index.terms.bytes(of: term))
      more.endField()
      more.add(entries, from: firstText)
      more.endRow()
      let number = moreFiles.count + 1
      if more.bytes.count > moreSize { closeMore() }
      return number
    }

    private mutating func closeMore() {
      moreFiles.append(SearchFile("more-\(moreFiles.count)", more))
      more = ShardText(named: "more-\(moreFiles.count)")
    }

    mutating func close() {
      list.close()
      if more.bytes.count > 40 { closeMore() }
    }
  }
}

/// Sorted words over several shards, each word without what it has in common with the one before.
struct WordList {
  private let name: String
  private let size: Int
  private(set) var files: [SearchFile] = []
  /// What each shard begins with: as much of its first word as tells it from the last before it.
  private(set) var firsts: [String] = []
  var text: ShardText
  private var last: [UInt8] = []
  /// The last word of the shard before.
  private var before: [UInt8] = []

  init(named name: String, size: Int) {
    self.name = name
    self.size = size
    text = ShardText(named: "\(name)-0")
  }

  /// Begins the row of a word.
  mutating func begin(_ word: ArraySlice<UInt8>) {
    if text.bytes.count > size { close() }
    if firsts.count == files.count { firsts.append(Self.beginning(of: word, after: before)) }
    // Only ASCII is left out, as it is counted alike here and in the browser.
    var shared = 0
    for (one, other) in zip(last, word) {
      guard one == other, one < 0x80, shared < 31 else { break }
      shared += 1
    }
    text.add(shared)
    text.add(word: word.dropFirst(shared))
    text.blank()
    last = Array(word)
  }

  mutating func close() {
    guard firsts.count > files.count else { return }
    files.append(SearchFile("\(name)-\(files.count)", text))
    text = ShardText(named: "\(name)-\(files.count)")
    before = last
    last = []
  }

  private static func beginning(of word: ArraySlice<UInt8>, after before: [UInt8]) -> String {
    var length = 1
    for (one, other) in zip(before, word) {
      guard one == other else { break }
      length += 1
    }
    // Not within a letter.
    while length < word.count, word[word.startIndex + length] & 0xC0 == 0x80 { length += 1 }
    return String(decoding: word.prefix(before.isEmpty ? word.count : length), as: UTF8.self)
  }
}

extension ShardText {
  mutating func add(row: [String]) {
    for (place, field) in row.enumerated() {
      if place > 0 { endField() }
      add(field)
    }
    endRow()
  }
}
