import DossierModel
import DossierSource

/// Who holds which office of which country, by the titles printed before names.
struct OfficeTable: Sendable {
  /// A title as it is printed, and the person whose name follows.
  typealias Titled = (title: String, person: Int)

  /// In whose name somebody acts: a country's, or that of whatever the words call: "the Harbour leader".
  private enum Holder: Hashable, Sendable {
    case country(KnowledgeIndex.Entry)
    case body(String)
  }

  private struct Office: Hashable, Sendable {
    let holder: Holder
    let office: String
  }

  private struct Holders: Sendable {
    var byOffice: [Office: Set<Int>] = [:]
    var byHolder: [Holder: Set<Int>] = [:]
    /// How often each is named.
    var counts: [Int: Int] = [:]

    mutating func add(_ person: Int, as office: Office) {
      byOffice[office, default: []].insert(person)
      byHolder[office.holder, default: []].insert(person)
    }
  }

  private let knowledge: KnowledgeIndex
  /// How words were read: titles repeat.
  private var read: [String: Office?] = [:]
  private var ofCorpus = Holders()
  private var ofArticle = Holders()
  private(set) var countryOfPerson: [Int: KnowledgeIndex.Entry] = [:]

  init(knowledge: KnowledgeIndex) { self.knowledge = knowledge }

  /// Learns from "Ruritanian President Rassendyll" that Rassendyll is president of Ruritania.
  mutating func learn(_ titles: [Titled]) {
    for (title, person) in titles {
      guard let office = office(title) else { continue }
      ofCorpus.add(person, as: office)
      if case .country(let country) = office.holder, countryOfPerson[person] == nil {
        countryOfPerson[person] = country
      }
    }
  }

  /// Turns to an article, whose own titles come before those of the corpus.
  ///
  /// Persons come in `naming` as often as it names them.
  mutating func enter(_ titles: [Titled], naming persons: [Int]) {
    ofArticle = Holders()
    for person in persons { ofArticle.counts[person, default: 0] += 1 }
    for (title, person) in titles {
      if let office = office(title) { ofArticle.add(person, as: office) }
    }
  }

  /// The one person whom "the Ruritanian president" can mean in the article; nil where there is none, or several.
  mutating func person(described words: String) -> Int? {
    guard let described = office(words) else { return nil }
    let isGeneral = described.office.split(separator: " ").allSatisfy {
      knowledge.isGeneralOffice(String($0))
    }
    for holders in [ofArticle, ofCorpus] {
      let candidates = (isGeneral ? holders.byHolder[described.holder] : holders.byOffice[described]) ?? []
      if let person = candidates.first, candidates.count == 1 { return person }
      if isGeneral, let person = foremost(of: candidates, in: holders) { return person }
    }
    return nil
  }

  /// Whom an article speaks of by far the most: "the Ruritanian leader" is hardly its minister, named once.
  private func foremost(of candidates: Set<Int>, in holders: Holders) -> Int? {
    let counts = candidates.map { (person: $0, count: holders.counts[$0] ?? 0) }.sorted {
      ($1.count, $0.person) < ($0.count, $1.person)
    }
    guard counts.count > 1, counts[0].count >= Self.fewestNamings, counts[0].count >= 3 * counts[1].count
    else { return nil }
    return counts[0].person
  }

  private static let fewestNamings = 3

  private mutating func office(_ words: String) -> Office? {
    if let known = read[words] { return known }
    let name = knowledge.normalizer.name(of: words[...])
    let content = name.words.filter {
      !knowledge.isFunctionWord($0) || knowledge.countryPrefix(of: [$0]) != nil
    }
    var office: Office?
    if let prefix = knowledge.countryPrefix(of: content), prefix.length < content.count {
      office = Office(
        holder: .country(prefix.country), office: content.dropFirst(prefix.length).joined(separator: " "))
    } else if content.count > 1, let last = content.last, knowledge.isGeneralOffice(last) {
      office = Office(holder: .body(content.dropLast().joined(separator: " ")), office: last)
    }
    read[words] = .some(office)
    return office
  }
}
