import DossierModel
import DossierSource

/// A page vocabulary, made ready for looking up.
struct PageWords: Sendable {
  let months: PhraseTable<Int>
  let weekdays: PhraseTable<Int>
  let clockWords: Set<String>
  let monthFirstZones: Set<String>
  let agePhrases: PhraseTable<Bool>
  let readingTimes: PhraseTable<Bool>
  let furnitureLines: PhraseTable<RemovalReason>
  let sections: PhraseTable<Bool>
  let furniturePrefixes: PhraseTable<RemovalReason>
  let endMarkers: PhraseTable<RemovalReason>
  /// The words that phrases which end an article end in: "stories" of "More stories".
  private let endNouns: Set<String>
  let commentCounts: PhraseTable<Bool>
  let labels: PhraseTable<LineLabel>
  let dateLabels: PhraseTable<DateLabel>
  let firstPublications: PhraseTable<Bool>
  private let numericOrders: [String: PrintedDate.NumericOrder]
  let bylineRoles: PhraseTable<Bool>
  let deskWords: PhraseTable<Bool>
  let conjunctions: Set<String>
  let creditSuffixes: PhraseTable<Bool>
  let captionLabels: PhraseTable<Bool>
  let photoCreditLabels: PhraseTable<Bool>
  let photoCreditWords: Set<String>
  let noticePhrases: PhraseTable<Bool>
  let appealPhrases: PhraseTable<Bool>
  let consentPhrases: PhraseTable<Bool>
  let readerWords: PhraseTable<Bool>
  let openWords: Set<String>
  let compoundParts: Set<String>
  let reportingVerbs: Set<String>
  let tellingVerbs: Set<String>
  let contactWords: Set<String>
  let picturePlaces: Set<String>
  let articles: Set<String>
  let outletWords: Set<String>
  let letterheadWords: Set<String>
  let letterheadLinks: Set<String>
  let issueWords: Set<String>
  let companyWords: Set<String>
  /// Made where a name is first asked for.
  private let givenNames: Deferred<Set<String>>
  let stopWords: Set<String>
  let outlets: PhraseTable<KnownOutlet>
  let outletsByDomain: [String: String]

  /// What a label at the front of a line says that the rest of it is.
  enum LineLabel: Sendable { case title, deck, byline, credits, relay, address }

  /// What a label before a date says that the date is of.
  enum DateLabel: Sendable { case published, updated, retrieved }

  struct KnownOutlet: Sendable {
    let name: String
    let isAgency: Bool
  }

  init(_ vocabulary: PageVocabulary) {
    func folded(_ words: [String]) -> Set<String> { Set(words.map { FoldedWords($0).joined }) }
    months = PhraseTable(vocabulary.months.map { ($0.name, $0.month) })
    weekdays = PhraseTable(vocabulary.weekdays.map { ($0.name, $0.weekday) })
    clockWords = folded(vocabulary.clockWords)
    monthFirstZones = folded(vocabulary.monthFirstZones)
    agePhrases = PhraseTable(of: vocabulary.agePhrases)
    readingTimes = PhraseTable(of: vocabulary.readingTimes)
    furnitureLines = PhraseTable(vocabulary.furnitureLines.map { ($0.phrase, $0.reason) })
    sections = PhraseTable(of: vocabulary.sections)
    furniturePrefixes = PhraseTable(vocabulary.furniturePrefixes.map { ($0.phrase, $0.reason) })
    endMarkers = PhraseTable(vocabulary.endMarkers.map { ($0.phrase, $0.reason) })
    endNouns = Set(
      vocabulary.endMarkers.lazy.filter { $0.reason == .relatedLink }.map { FoldedWords($0.phrase).words }
        .filter { $0.count > 1 }.compactMap { $0.last?.folded })
    commentCounts = PhraseTable(of: vocabulary.commentCounts)
    labels = PhraseTable(Self.labels(of: vocabulary))
    dateLabels = PhraseTable(
      (vocabulary.publishedLabels + vocabulary.firstPublishedLabels).map { ($0, DateLabel.published) }
        + vocabulary.updatedLabels.map { ($0, .updated) }
        + vocabulary.retrievedLabels.map { ($0, .retrieved) })
    firstPublications = PhraseTable(of: vocabulary.firstPublishedLabels)
    numericOrders = Dictionary(
      vocabulary.monthFirstLanguages.map { ($0.lowercased(), .monthFirst) }
        + vocabulary.dayFirstLanguages.map { ($0.lowercased(), .dayFirst) },
      uniquingKeysWith: { first, _ in first })
    bylineRoles = PhraseTable(of: vocabulary.bylineRoles)
    deskWords = PhraseTable(of: vocabulary.deskWords)
    conjunctions = folded(vocabulary.nameConjunctions)
    creditSuffixes = PhraseTable(of: vocabulary.creditSuffixes)
    captionLabels = PhraseTable(of: vocabulary.captionLabels)
    photoCreditLabels = PhraseTable(of: vocabulary.photoCreditLabels)
    photoCreditWords = folded(vocabulary.photoCreditWords)
    noticePhrases = PhraseTable(of: vocabulary.noticePhrases)
    appealPhrases = PhraseTable(of: vocabulary.appealPhrases)
    consentPhrases = PhraseTable(of: vocabulary.consentPhrases)
    readerWords = PhraseTable(of: vocabulary.readerWords)
    openWords = folded(vocabulary.openWords)
    compoundParts = folded(vocabulary.compoundParts)
    reportingVerbs = folded(vocabulary.reportingVerbs)
    tellingVerbs = folded(vocabulary.tellingVerbs)
    contactWords = folded(vocabulary.contactWords)
    picturePlaces = folded(vocabulary.picturePlaces)
    articles = folded(vocabulary.articles)
    outletWords = folded(vocabulary.outletWords)
    letterheadWords = folded(vocabulary.letterheadWords)
    letterheadLinks = folded(vocabulary.letterheadLinks)
    issueWords = folded(vocabulary.issueWords)
    companyWords = folded(vocabulary.companyWords)
    let lists = vocabulary.givenNames
    givenNames = Deferred { Self.names(of: lists) }
    stopWords = folded(vocabulary.stopWords)
    outlets = PhraseTable(Self.outlets(of: vocabulary))
    outletsByDomain = Dictionary(
      vocabulary.outletDomains.map { ($0.domain, $0.outlet) }, uniquingKeysWith: { first, _ in first })
  }

  private static func labels(of vocabulary: PageVocabulary) -> [(String, LineLabel)] {
    vocabulary.titleLabels.map { ($0, .title) } + vocabulary.deckLabels.map { ($0, .deck) }
      + vocabulary.bylinePrefixes.map { ($0, .byline) } + vocabulary.creditPrefixes.map { ($0, .credits) }
      + vocabulary.relayPrefixes.map { ($0, .relay) } + vocabulary.addressLabels.map { ($0, .address) }
  }

  private static func outlets(of vocabulary: PageVocabulary) -> [(String, KnownOutlet)] {
    vocabulary.outlets.flatMap { outlet in
      let known = KnownOutlet(name: outlet.name, isAgency: vocabulary.agencies.contains(outlet.name))
      return ([outlet.name] + outlet.names).map { ($0, known) }
    }
  }

  /// The month that stands at a word or the next, with the number beside it: "March 5", "5 March"; no day where the other
  /// word is no number.
  func monthAndDay(in folded: FoldedWords, at index: Int) -> (month: Int, day: Int?)? {
    for (month, day) in [(index, index + 1), (index + 1, index)] where day < folded.words.count {
      if let told = months.match(in: folded, at: month) { return (told.value, Int(folded.words[day].folded)) }
    }
    return nil
  }

  /// Whether dates in numbers begin with the day or the month in a language, `en-GB`; nil where both are usual.
  func numericOrder(ofLanguage tag: String) -> PrintedDate.NumericOrder? {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let language = parts.first, let place = parts.last else { return nil }
    return numericOrders[language + "-" + place] ?? numericOrders[String(language)]
  }

  /// The outlet that a text names from end to end; a leading article does not count.
  func outlet(named text: String) -> KnownOutlet? {
    outlets.match(whole: FoldedWords(text))
  }

  /// Whether a name that no list knows is an outlet's by its words: "Harbour Chronicle", "The Sun of Rivertown".
  func looksLikeOutlet(_ name: FoldedWords) -> Bool {
    guard name.words.count >= 2, let first = name.words.first, let last = name.words.last else {
      return false
    }
    guard !isSections(name) else { return false }
    if outletWords.contains(last.folded) { return true }
    return openWords.contains(first.folded) && name.words.contains { outletWords.contains($0.folded) }
  }

  /// Words of an office's name that heads its papers, at least, and capitalized ones that follow one another, at most.
  private static let officeName = (fewest: 4, run: 2)

  /// Whether a line is the name of an office or ministry and nothing else: "Office of the Governor of the Coast".
  ///
  /// A headline of capitals that begins so has a verb, and with it more words with capitals in a row: "Court of Aldmouth
  /// Acquits Former Mayor".
  func isOfficeName(_ line: PastedLine) -> Bool {
    let folded = line.words.words
    guard folded.count >= Self.officeName.fewest, line.shape.digitCount == 0, !line.shape.endsSentence
    else { return false }
    let isNamed = folded.indices.contains { index in
      letterheadWords.contains(folded[index].folded)
        && (index + 1 == folded.count || letterheadLinks.contains(folded[index + 1].folded))
    }
    guard isNamed else { return false }
    var run = 0
    for (index, word) in folded.enumerated() {
      let above = index > 0 ? folded[index - 1].folded : nil
      let isSmall =
        letterheadLinks.contains(word.folded) || conjunctions.contains(word.folded)
        || articles.contains(word.folded) && above.map(letterheadLinks.contains) ?? true
      guard isSmall || word.isCapitalized(in: line.text) else { return false }
      run = isSmall ? 0 : run + 1
      if run > Self.officeName.run { return false }
    }
    return true
  }

  /// Whether words are names of parts of a newspaper and nothing else: "World News", "Business Sport".
  func isSections(_ name: FoldedWords) -> Bool {
    var index = 0
    while index < name.words.count {
      guard let section = sections.match(in: name, at: index) else { return false }
      index += section.count
    }
    return index > 0
  }

  /// Whether words are names of sections and buttons and nothing else: "Home News Analysis", "Press release".
  func isMenu(_ words: FoldedWords) -> Bool {
    var index = 0
    while index < words.words.count {
      guard let count = menuItem(in: words, at: index) else { return false }
      index += count
    }
    return index > 0
  }

  /// How many words the section or button has that begins at a word: "World News", "Watch live".
  func menuItem(in words: FoldedWords, at index: Int) -> Int? {
    let counts = [
      sections.match(in: words, at: index)?.count, furnitureLines.match(in: words, at: index)?.count,
    ]
    return counts.compactMap(\.self).max()
  }

  /// How many sections and buttons a line has, and of how many words they are, with what belongs to no language read.
  func menuItems(of folded: FoldedWords) -> (count: Int, words: Int) {
    var (index, count, known) = (0, 0, 0)
    while index < folded.words.count {
      let length = menuItem(in: folded, at: index) ?? 0
      if length > 0 { count += 1 }
      known += length == 0 && count > 0 && isOfNoLanguageRead(folded.words[index]) ? 1 : length
      index += max(length, 1)
    }
    return (count, known)
  }

  /// Whether a word is a count, or of a script that no letter of it shares with ours: "Print Mail 分享 0".
  private func isOfNoLanguageRead(_ word: FoldedWords.Word) -> Bool {
    word.folded.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0.value >= 0x370 }
  }

  /// What a line is that ends an article: alone, with a count, or with the section that it is of, "Comments (14)", "MOST
  /// READ IN WORLD NEWS", "Most read world"; and whether it is of a section, which a heading of the text may be too.
  func endMarker(in line: FoldedWords, endsSentence: Bool) -> (reason: RemovalReason, isOfSection: Bool)? {
    if let whole = endMarkers.match(whole: line) ?? countedEnd(in: line) { return (whole, false) }
    guard let found = endMarkers.match(in: line), !endsSentence else { return nil }
    if isOfOutlet(line.words[found.count...]) { return (found.value, false) }
    guard found.count > 1 else { return nil }
    var rest = Array(line.words[found.count...])
    // "Most read business stories".
    if rest.count > 1, let last = rest.last, endNouns.contains(last.folded) { rest.removeLast() }
    let section = rest.first.map { openWords.contains($0.folded) } ?? false ? Array(rest.dropFirst()) : rest
    return isSections(FoldedWords(words: section)) ? (found.value, true) : nil
  }

  /// Whether words are a small one and an outlet's name: "Trending on AP News".
  private func isOfOutlet(_ rest: ArraySlice<FoldedWords.Word>) -> Bool {
    guard rest.count > 1, let first = rest.first, openWords.contains(first.folded) else { return false }
    return outlets.match(whole: FoldedWords(words: Array(rest.dropFirst()))) != nil
  }

  /// What readers wrote is counted; other articles are not, and a year counts nothing: "Also in 2016", "Comments 2017".
  private func countedEnd(in line: FoldedWords) -> RemovalReason? {
    let isYear = { (word: FoldedWords.Word) in Int(word.folded).map { (1900...2100).contains($0) } ?? false }
    guard let reason = endMarkers.match(whole: LabelReader.withoutCount(line)), reason == .pageFurniture,
      !line.words.contains(where: isYear)
    else { return nil }
    return reason
  }

  /// Whether a line speaks to who reads the page, and quotes nobody who may: "To comment you must now be a subscriber".
  func speaksToReaders(_ text: String) -> Bool {
    readerWords.firstMatch(in: FoldedWords(text, limit: 200)) != nil && !text.contains("“")
  }

  /// Whether a word is a given name, in capitals or not.
  func isGivenName(_ word: String) -> Bool {
    givenNames.value.contains(word.prefix(1).uppercased() + word.dropFirst().lowercased())
  }

  /// Whether the first word of a text is a given name.
  func beginsWithGivenName(_ text: String) -> Bool { isGivenName(String(text.prefix { $0 != " " })) }

  /// The names of lists that have semicolons or line ends between them; of names of several words, the last.
  private static func names(of lists: [String]) -> Set<String> {
    var names: Set<String> = []
    for list in lists {
      for name in list.utf8.split(whereSeparator: { $0 == 0x3B || $0 == 0x0A || $0 == 0x0D }) {
        if let last = name.split(separator: 0x20).last { names.insert(String(decoding: last, as: UTF8.self)) }
      }
    }
    return names
  }

  /// The outlet whose pages stand at an address, by the longest domain that is known.
  func outlet(at host: String) -> String? {
    var rest = host[...]
    while !rest.isEmpty {
      if let name = outletsByDomain[String(rest)] { return name }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }
}
