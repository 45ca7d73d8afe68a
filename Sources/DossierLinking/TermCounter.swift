import DossierModel
import DossierSource

/// Finds the terms of lists wherever articles print them, and tells which stand in quotation marks.
///
/// One pass over the bytes of each text; words are looked up by a hash that grows with each of their letters.
struct TermCounter: Sendable {
  /// The words behind a form's first, and whose form it is.
  private struct Form: Sendable {
    let rest: [UInt32]
    let term: Int32
  }

  /// A form found: where it ends, and which terms have it.
  private struct Match {
    var end = 0
    var wordCount = 0
    var terms: [Int32] = []
  }

  private let terms: [Term]
  private var forms: [UInt32: [Form]] = [:]
  private var stems: [UInt32: [Form]] = [:]
  /// Whether some form begins with a word of this hash, so far as its lowest bits tell.
  private var filter = [Bool](repeating: false, count: 4096)
  private var openings = StemOpenings()
  private let quotationMarks: QuotedWords

  init(terms: [Term], quotationMarks: [String]) {
    self.terms = terms
    self.quotationMarks = QuotedWords(pairs: quotationMarks)
    for (number, term) in terms.enumerated() {
      for form in term.forms { add(form, term: Int32(number)) }
    }
  }

  private mutating func add(_ form: String, term: Int32) {
    let isStem = form.hasSuffix("*")
    let words = Self.words(of: Array(form.utf8))
    guard let first = words.first, let hash = words.first?.hash else { return }
    let entry = Form(rest: words.dropFirst().map(\.hash), term: term)
    if isStem, words.count == 1 {
      stems[hash, default: []].append(entry)
      openings.add(hash, length: first.range.count)
    } else {
      forms[hash, default: []].append(entry)
      filter[Int(hash & 4095)] = true
    }
  }

  /// The uses in all articles, by term, then by article.
  func uses(in articles: [LinkedArticle]) -> [TermUse] {
    guard !terms.isEmpty else { return [] }
    var found: [TermUse] = []
    for (number, linked) in articles.enumerated() where linked.annotated.language != nil {
      addHead(linked.article.metadata.title, of: linked.annotated, number, to: &found) { .headline($0) }
      if let deck = linked.article.metadata.deck {
        addHead(deck, of: linked.annotated, number, to: &found) { .deck($0) }
      }
      addBody(of: linked.annotated, number, to: &found)
    }
    // Sorting is stable in effect: the order in which they were found breaks ties.
    return found.enumerated().sorted {
      ($0.element.term, $0.element.article, $0.offset) < ($1.element.term, $1.element.article, $1.offset)
    }.map(\.element)
  }

  private func addBody(of article: AnnotatedArticle, _ number: Int, to found: inout [TermUse]) {
    let quoted = article.quotations.map(\.range).sorted()
    var quote = 0
    var end = 0
    var sentence = 0
    let sentences = article.sentences
    scan(article.article.text, language: article.language) { term, range in
      while quote < quoted.count, max(end, quoted[quote].upperBound) <= range.lowerBound {
        end = max(end, quoted[quote].upperBound)
        quote += 1
      }
      while sentence + 1 < sentences.count, sentences[sentence + 1].range.lowerBound <= range.lowerBound {
        sentence += 1
      }
      let isQuoted = end > range.lowerBound || quote < quoted.count && quoted[quote].contains(range)
      found.append(
        TermUse(
          term: Int(term), article: number, place: .body(range, sentence: sentence), isQuoted: isQuoted))
    }
  }

  private func addHead(
    _ text: String, of article: AnnotatedArticle, _ number: Int, to found: inout [TermUse],
    place: (TextRange) -> TermUse.Place
  ) {
    var quoted: [TextRange]?
    scan(text, language: article.language) { term, range in
      let known = quoted ?? quotationMarks.ranges(in: text)
      quoted = known
      found.append(
        TermUse(
          term: Int(term), article: number, place: place(range),
          isQuoted: known.contains { $0.contains(range) }))
    }
  }

  /// Calls back with each term of a text in its order; of several that begin at one word, with the longest.
  private func scan(_ text: String, language: String?, _ body: (Int32, TextRange) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var next = 0
      while let word = Self.word(in: bytes, from: next, stems: openings) {
        next = word.range.upperBound
        guard filter[Int(word.hash & 4095)] || !word.stemHashes.isEmpty else { continue }
        let match = match(at: word, in: bytes)
        for term in match.terms where isCounted(term, in: language) {
          body(term, TextRange(word.range.lowerBound, match.end))
        }
        next = max(next, match.end)
      }
    }
  }

  private func isCounted(_ term: Int32, in language: String?) -> Bool {
    let own = terms[Int(term)].language
    return own == nil || own == language
  }

  private func match(at word: Word, in bytes: UnsafeBufferPointer<UInt8>) -> Match {
    var match = Match()
    for hash in word.stemHashes {
      for form in stems[hash] ?? [] { take(form, endingAt: word.range.upperBound, into: &match) }
    }
    for form in forms[word.hash] ?? [] {
      if let end = end(of: form, after: word.range.upperBound, in: bytes) {
        take(form, endingAt: end, into: &match)
      }
    }
    return match
  }

  private func take(_ form: Form, endingAt end: Int, into match: inout Match) {
    let count = form.rest.count + 1
    if count > match.wordCount { match = Match(end: end, wordCount: count) }
    if count == match.wordCount, !match.terms.contains(form.term) { match.terms.append(form.term) }
  }

  /// Where a form's other words end; nil where others stand there.
  private func end(of form: Form, after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = start
    for hash in form.rest {
      guard end + 1 < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x2D,
        let word = Self.word(in: bytes, from: end, stems: nil), word.range.lowerBound == end + 1,
        word.hash == hash
      else { return nil }
      end = word.range.upperBound
    }
    return end
  }

  /// A word with the hash of its small letters, and those of as many letters as stems have.
  private struct Word {
    let range: TextRange
    let hash: UInt32
    let stemHashes: [UInt32]
  }

  private static func words(of form: [UInt8]) -> [Word] {
    form.withUnsafeBufferPointer { bytes in
      var found: [Word] = []
      var next = 0
      while let word = word(in: bytes, from: next, stems: nil) {
        found.append(word)
        next = word.range.upperBound
      }
      return found
    }
  }

  private static func word(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, stems openings: StemOpenings?
  ) -> Word? {
    var start = start
    while start < bytes.count, !isLetter(bytes[start]) { start += length(of: bytes[start]) }
    guard start < bytes.count else { return nil }
    var end = start
    var hash: UInt32 = 0x811C_9DC5
    var stems: [UInt32] = []
    while end < bytes.count, isLetter(bytes[end]) {
      let byte = bytes[end]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt32(small)) &* 0x0100_0193
      end += 1
      if let openings, openings.mayBeStem(hash, length: end - start) { stems.append(hash) }
    }
    return Word(range: TextRange(start, end), hash: hash, stemHashes: stems)
  }

  /// Letters and digits; of several bytes, all but punctuation, whose first byte is 0xC2 or 0xE2.
  @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x80 && byte != 0xE2 && byte != 0xC2) || (0x61...0x7A).contains(byte | 0x20)
      || (0x30...0x39).contains(byte)
  }

  /// How many bytes what is no letter takes.
  private static func length(of first: UInt8) -> Int { first == 0xE2 ? 3 : first == 0xC2 ? 2 : 1 }
}

/// Which letters a word can begin with for a stem to be in it: asked at each letter of a corpus, and nearly always no.
struct StemOpenings: Sendable {
  /// A bit for each length in bytes that some stem has, the last one for all that are longer.
  private var lengths: UInt64 = 0
  /// Whether some stem has a hash with these lowest bits.
  private var filter = [Bool](repeating: false, count: 4096)

  mutating func add(_ hash: UInt32, length: Int) {
    lengths |= Self.bit(of: length)
    filter[Int(hash & 4095)] = true
  }

  @inline(__always) func mayBeStem(_ hash: UInt32, length: Int) -> Bool {
    lengths & Self.bit(of: length) != 0 && filter[Int(hash & 4095)]
  }

  @inline(__always) private static func bit(of length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }
}

/// Finds the words that a headline has in quotation marks: a short text in which no rule of sentences helps.
struct QuotedWords: Sendable {
  private let pairs: [(open: [UInt8], close: [UInt8])]

  /// Of pairs of marks, each pair one text: "“”".
  init(pairs: [String]) {
    self.pairs = pairs.compactMap { pair in
      let marks = pair.map { Array(String($0).utf8) }
      guard marks.count >= 2, let open = marks.first, let close = marks.last else { return nil }
      return (open, close)
    }
  }

  /// What stands between marks: one opens before a word and closes behind one.
  func ranges(in text: String) -> [TextRange] {
    let bytes = Array(text.utf8)
    var found: [TextRange] = []
    var place = 0
    while place < bytes.count {
      let opens = place == 0 || !Self.isInWord(bytes[place - 1])
      if opens, let pair = pairs.first(where: { Self.stands($0.open, in: bytes, at: place) }),
        let end = end(of: pair, from: place + pair.open.count, in: bytes)
      {
        found.append(TextRange(place + pair.open.count, end))
        place = end + pair.close.count
      } else {
        place += 1
      }
    }
    return found
  }

  private func end(of pair: (open: [UInt8], close: [UInt8]), from start: Int, in bytes: [UInt8]) -> Int? {
    guard start < bytes.count, bytes[start] != 0x20 else { return nil }
    var place = start
    while place < bytes.count {
      let next = place + pair.close.count
      if Self.stands(pair.close, in: bytes, at: place), place > start,
        next >= bytes.count || !Self.isInWord(bytes[next])
      {
        return place
      }
      place += 1
    }
    return nil
  }

  private static func stands(_ mark: [UInt8], in bytes: [UInt8], at place: Int) -> Bool {
    place + mark.count <= bytes.count && bytes[place..<place + mark.count].elementsEqual(mark)
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    (byte >= 0xC3 && byte != 0xE2) || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
