import DossierSearch
import Testing

@Suite struct SearchIndexTests {
  private func article(_ number: Int, outlet: String? = nil, year: Int? = nil) -> FindablePage {
    FindablePage(
      path: "articles/\(number).html", title: "Article \(number)", note: "",
      facets: .init(kind: "article", outlet: outlet, year: year))
  }

  private func index(_ texts: [String]) -> SearchIndex {
    var index = SearchIndex()
    for (number, text) in texts.enumerated() {
      index.add(article(number), text: [(text, weight: 1)], relativeLength: 1)
    }
    return index
  }

  private func pages(of word: String, in index: SearchIndex) -> [Int] {
    let reader = IndexReader(index.files(texts: 1))
    guard let row = reader.words("words").first(where: { $0.word == word }) else { return [] }
    var pages = IndexReader.pages(row.fields[0], from: 0).map(\.page)
    var more = Array(row.fields[1].utf8)[...]
    guard !more.isEmpty else { return pages }
    _ = IndexReader.number(&more)
    let shard = IndexReader.number(&more)
    for line in reader.rows(of: "more-\(shard - 1)") where line.hasPrefix(word + "\t") {
      pages += IndexReader.pages(line.dropFirst(word.count + 1), from: 0).map(\.page)
    }
    return pages
  }

  @Test func leadsFromEachWordToItsPages() {
    let index = index(["Talks in the town", "Rain in the hills", "More talks"])
    #expect(pages(of: "talks", in: index) == [0, 2])
    #expect(pages(of: "hills", in: index) == [1])
    #expect(pages(of: "snow", in: index) == [])
  }

  @Test func putsPagesFirstThatSayAWordMoreOften() {
    #expect(pages(of: "rain", in: index(["sun and rain", "rain, rain, rain and rain"])) == [1, 0])
  }

  @Test func listsEveryPageOfAWordThatManyHave() {
    let texts = (0..<300).map { $0.isMultiple(of: 2) ? "rain \($0)" : "sun" }
    #expect(pages(of: "rain", in: index(texts)).sorted() == (0..<300).filter { $0.isMultiple(of: 2) })
  }

  @Test func leavesOutTheFurtherPagesOfWordsThatTellNothingApart() {
    let texts = (0..<1_200).map { "the \($0 % 7)" }
    #expect(pages(of: "the", in: index(texts)).count == 48)
    #expect(pages(of: "3", in: index(texts)).count > 150)
  }

  @Test func keepsNamesApartFromTexts() throws {
    var index = SearchIndex()
    index.add(
      FindablePage(path: "actors/ada.html", title: "Ada Byron", note: "", facets: .init(kind: "person")),
      names: ["Ada Byron", "Ada Lovelace"], prominence: 5)
    index.add(
      FindablePage(path: "events/e1.html", title: "Ada visits", note: "", facets: .init(kind: "event")),
      line: "Ada visits", prominence: 1)
    index.add(article(2), text: [("Ada spoke", weight: 1)], relativeLength: 1)
    let reader = IndexReader(index.files(texts: 1))
    let row = try #require(reader.words("words").first { $0.word == "ada" })
    #expect(IndexReader.pages(row.fields[2], from: 0).map(\.page) == [0])
    #expect(IndexReader.pages(row.fields[2], from: 0).map(\.weight) == [5])
    #expect(IndexReader.pages(row.fields[3], from: 1).map(\.page) == [1])
    #expect(IndexReader.pages(row.fields[0], from: 2).map(\.page) == [2])
    #expect(reader.words("ends").map(\.word) == ["ada", "ecalevol", "noryb"])
  }

  @Test func splitsManyWordsOverShardsThatTheHeadNames() {
    let texts = (0..<400).map { page in (0..<40).map { "word\(page * 40 + $0)" }.joined(separator: " ") }
    let reader = IndexReader(index(texts).files(texts: 1))
    let words = reader.words("words").map(\.word)
    #expect(words.count == 16_000)
    #expect(words == words.sorted())
    let firsts = reader.rows(of: "head")[4].split(separator: "\t").map(String.init)
    #expect(firsts.count > 2)
    let begun = firsts.indices.map { reader.words("words", from: $0)[0].word }
    for (first, word) in zip(firsts, begun) { #expect(word.hasPrefix(first)) }
    for (first, word) in zip(firsts, begun).dropFirst() {
      #expect(words.last { $0 < word }.map { $0 < first } == true)
    }
    #expect(reader.files.values.allSatisfy { $0.utf8.count < 40_000 })
  }

  @Test func tellsFacetsAsRunsOfPages() {
    var index = SearchIndex()
    for (number, year) in [2019, 2019, 2018].enumerated() {
      index.add(article(number, outlet: "Daily", year: year), text: [], relativeLength: 1)
    }
    #expect(IndexReader(index.files(texts: 1)).rows(of: "head")[3] == "2 0 0 2019\t1")
  }

  @Test func tellsOnlyWhatChangesFromOneRunToTheNext() {
    var index = SearchIndex()
    let runs: [(outlet: String?, year: Int?)] = [
      ("Daily", 2019), ("Daily", 2018), ("Daily", 2015), ("Daily", nil), ("Weekly", nil), (nil, nil),
      (nil, 2020),
    ]
    for (number, run) in runs.enumerated() {
      index.add(article(number, outlet: run.outlet, year: run.year), text: [], relativeLength: 1)
    }
    #expect(
      IndexReader(index.files(texts: 1)).rows(of: "head")[3]
        == "1 0 0 2019\t1\t1   2015\t1   -\t1  1\t1  -\t1   2020")
  }

  @Test func listsTheWordsOfNamesFromTheirBeginningsAndTheirEnds() {
    var index = SearchIndex()
    let page = FindablePage(
      path: "actors/a.html", title: "Anna Berg", note: "", facets: .init(kind: "person"))
    index.add(page, names: ["Anna Berg"], prominence: 1)
    index.add(article(1), text: [("Snow in the hills", weight: 1)], relativeLength: 1)
    let reader = IndexReader(index.files(texts: 1))
    #expect(reader.words("starts").map(\.word) == ["anna", "berg"])
    #expect(reader.words("ends").map(\.word) == ["anna", "greb"])
  }

  @Test func escapesWhatWouldEndTheScript() {
    var index = SearchIndex()
    let page = FindablePage(
      path: "articles/0.html", title: "A `tick`, a \\ and ${this}\n", note: "\tx",
      facets: .init(kind: "article"))
    index.add(page, text: [], relativeLength: 1)
    let text = IndexReader(index.files(texts: 1)).files["search/pages-0.js"]
    #expect(
      text == "dossier.shard(\"pages-0\",`articles/0.html\tA \\`tick\\`, a \\\\ and \\${this} \t x\n`);\n")
  }

  @Test func hasTheSameBytesForTheSamePages() {
    let texts = (0..<50).map { "some words of page \($0), and öthers \($0 * 7)" }
    #expect(index(texts).files(texts: 2).map(\.bytes) == index(texts).files(texts: 2).map(\.bytes))
  }
}

@Suite struct PreviewShardsTests {
  @Test func spreadsPagesOverShardsByTheirPathsAlone() {
    let shards = PreviewShards(bytes: 4_000_000)
    let counts = (0..<1_000).reduce(into: [Int: Int]()) {
      $0[shards.shard(of: "articles/report-\($1).html"), default: 0] += 1
    }
    #expect(shards.count == 128)
    #expect(counts.count == 128)
    #expect(counts.values.allSatisfy { $0 < 24 })
  }

  @Test func writesSentencesWithTheirAnchors() {
    var shard = PreviewShards.Shard(3)
    shard.add("articles/a.html", kind: "article", title: "A", lines: ["Daily", ""])
    let sentences: [PreviewShards.Sentence] = [("s1", 0..<4), ("s2", 5..<9)]
    shard.add(sentences, of: "One.\nTwo. Three.")
    #expect(
      String(decoding: shard.file.bytes, as: UTF8.self)
        == "dossier.shard(\"texts-3\",`=articles/a.html\tarticle\tA\tDaily\t\ns1\tOne.\ns2\tTwo.\n`);\n")
  }
}
