import DossierModel

extension PageVocabulary {
  /// What the files `page-*.txt` of all languages hold.
  ///
  /// One vocabulary for all: a page may carry the furniture of one language round an article of another.
  package static let embedded: PageVocabulary = {
    var vocabulary = PageVocabulary()
    for file in EmbeddedFiles.all {
      let name = file.path.split(separator: "/").last ?? ""
      if name.hasPrefix("page-") { vocabulary.add(contentsOf: file.text) }
      if name == "given-names.txt" { vocabulary.givenNames.append(file.text) }
      if name == "stop-words.txt" { vocabulary.add(contentsOf: "[stop-words]\n" + file.text) }
    }
    return vocabulary
  }()

  /// Adds the rows of a vocabulary file: a heading in brackets, then a row a line; `#` begins a comment line.
  package mutating func add(contentsOf text: String) {
    let tables = (lists: Self.lists, furniture: Self.furniture)
    var section = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let line = Self.trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
      } else {
        add(
          row: line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed), to: section,
          of: tables)
      }
    }
  }

  private mutating func add(row: [String], to section: String, of tables: Tables) {
    if let list = tables.lists[section] {
      self[keyPath: list].append(row[0])
    } else if let list = tables.furniture[section] {
      guard row.count > 1, let reason = RemovalReason(rawValue: row[0]) else { return }
      self[keyPath: list].append((phrase: row[1], reason: reason))
    } else if section == "months" || section == "weekdays" {
      guard row.count > 1, let number = Int(row[1]) else { return }
      if section == "months" { months.append((row[0], number)) } else { weekdays.append((row[0], number)) }
    } else if section == "outlets" || section == "agencies" {
      addOutlet(row, isAgency: section == "agencies")
    }
  }

  private mutating func addOutlet(_ row: [String], isAgency: Bool) {
    let items = row.dropFirst().map { $0.split(separator: ";").map(Self.trimmed).filter { !$0.isEmpty } }
    outlets.append(
      KnowledgeBase.Organization(name: row[0], names: items.first ?? [], kind: .organization))
    if isAgency { agencies.insert(row[0]) }
    for domain in items.count > 1 ? items[1] : [] { outletDomains.append((domain, row[0])) }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? start
    return String(text[start..<end])
  }

  typealias Lists = [String: WritableKeyPath<PageVocabulary, [String]>]
  typealias Furniture =
    [String: WritableKeyPath<PageVocabulary, [(phrase: String, reason: RemovalReason)]>]
  /// The lists that a section's rows go to.
  private typealias Tables = (lists: Lists, furniture: Furniture)

  static var lists: Lists {
    [
      "clock-words": \.clockWords, "month-first-zones": \.monthFirstZones, "age-phrases": \.agePhrases,
      "reading-times": \.readingTimes, "comment-counts": \.commentCounts,
      "sections": \.sections, "title-labels": \.titleLabels,
      "deck-labels": \.deckLabels, "byline-prefixes": \.bylinePrefixes, "byline-roles": \.bylineRoles,
      "desk-words": \.deskWords, "conjunctions": \.nameConjunctions, "published-labels": \.publishedLabels,
      "first-published-labels": \.firstPublishedLabels, "month-first-languages": \.monthFirstLanguages,
      "day-first-languages": \.dayFirstLanguages,
      "updated-labels": \.updatedLabels, "retrieved-labels": \.retrievedLabels,
      "credit-prefixes": \.creditPrefixes, "relay-prefixes": \.relayPrefixes,
      "credit-suffixes": \.creditSuffixes, "caption-labels": \.captionLabels,
      "photo-credit-labels": \.photoCreditLabels,
      "photo-credit-words": \.photoCreditWords, "address-labels": \.addressLabels,
      "notice-phrases": \.noticePhrases, "appeal-phrases": \.appealPhrases,
      "consent-phrases": \.consentPhrases, "reader-words": \.readerWords,
      "open-words": \.openWords, "stop-words": \.stopWords, "compound-parts": \.compoundParts,
      "reporting-verbs": \.reportingVerbs, "telling-verbs": \.tellingVerbs, "contact-words": \.contactWords,
      "picture-places": \.picturePlaces, "articles": \.articles,
      "outlet-words": \.outletWords, "letterhead-words": \.letterheadWords,
      "letterhead-links": \.letterheadLinks,
      "issue-words": \.issueWords, "company-words": \.companyWords,
    ]
  }

  static var furniture: Furniture {
    ["lines": \.furnitureLines, "prefixes": \.furniturePrefixes, "ends": \.endMarkers]
  }
}
