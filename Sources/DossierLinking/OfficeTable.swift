import DossierModel
import DossierSource

/// Who holds which office of which country, by the titles printed before names.
struct OfficeTable: Sendable {
  /// A title as it is printed, and the person whose name follows.
  typealias Titled = (title: String, person: Int)

  private struct Office: Hashable, Sendable {
    let country: KnowledgeIndex.Entry
    let office: String
  }

  private struct Holders: Sendable {
    var byOffice: [Office: Set<Int>] = [:]
    var byCountry: [KnowledgeIndex.Entry: Set<Int>] = [:]
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
      ofCorpus.byOffice[office, default: []].insert(person)
      ofCorpus.byCountry[office.country, default: []].insert(person)
      if countryOfPerson[person] == nil { countryOfPerson[person] = office.country }
    }
  }

  /// Turns to an article, whose own titles come before those of the corpus.
  mutating func enter(_ titles: [Titled]) {
    ofArticle = Holders()
    for (title, person) in titles {
      guard let office = office(title) else { continue }
      ofArticle.byOffice[office, default: []].insert(person)
      ofArticle.byCountry[office.country, default: []].insert(person)
    }
  }

  /// The one person whom "the Ruritanian president" can mean in the article; nil where there is none, or several.
  mutating func person(described words: String) -> Int? {
    guard let described = office(words) else { return nil }
    let isGeneral = described.office.split(separator: " ").allSatisfy {
      knowledge.isGeneralOffice(String($0))
    }
    for holders in [ofArticle, ofCorpus] {
      let candidates = (isGeneral ? holders.byCountry[described.country] : holders.byOffice[described]) ?? []
      if let person = candidates.first, candidates.count == 1 { return person }
    }
    return nil
  }

  private mutating func office(_ words: String) -> Office? {
    if let known = read[words] { return known }
    let name = knowledge.normalizer.name(of: words[...])
    let content = name.words.filter {
      !knowledge.isFunctionWord($0) || knowledge.countryPrefix(of: [$0]) != nil
    }
    var office: Office?
    if let prefix = knowledge.countryPrefix(of: content), prefix.length < content.count {
      office = Office(
        country: prefix.country, office: content.dropFirst(prefix.length).joined(separator: " "))
    }
    read[words] = .some(office)
    return office
  }
}
