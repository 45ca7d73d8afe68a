import DossierModel
import DossierSource

/// Who holds which office of which country, by the titles printed before names.
struct OfficeTable: Sendable {
  private struct Office: Hashable {
    let country: KnowledgeIndex.Entry
    let office: String
  }

  private let knowledge: KnowledgeIndex
  private var holders: [Office: [Int: Int]] = [:]
  private var persons: [KnowledgeIndex.Entry: [Int: Int]] = [:]
  private(set) var countryOfPerson: [Int: KnowledgeIndex.Entry] = [:]

  init(knowledge: KnowledgeIndex) { self.knowledge = knowledge }

  /// Learns from "Ruritanian President Rassendyll" that Rassendyll is president of Ruritania.
  mutating func learn(title: String, of person: Int) {
    guard let office = office(title) else { return }
    holders[office, default: [:]][person, default: 0] += 1
    persons[office.country, default: [:]][person, default: 0] += 1
    if countryOfPerson[person] == nil { countryOfPerson[person] = office.country }
  }

  /// The one person whom "the Ruritanian president" can mean; nil where there is none, or several.
  func person(described words: String) -> Int? {
    guard let described = office(words) else { return nil }
    let isGeneral = described.office.split(separator: " ").allSatisfy {
      knowledge.isGeneralOffice(String($0))
    }
    let candidates = (isGeneral ? persons[described.country] : holders[described]) ?? [:]
    guard candidates.count == 1 else { return nil }
    return candidates.keys.first
  }

  private func office(_ words: String) -> Office? {
    let name = knowledge.normalizer.name(of: words[...])
    let content = name.words.filter {
      !knowledge.isFunctionWord($0) || knowledge.countryPrefix(of: [$0]) != nil
    }
    guard let prefix = knowledge.countryPrefix(of: content), prefix.length < content.count else { return nil }
    return Office(
      country: prefix.country, office: content.dropFirst(prefix.length).joined(separator: " "))
  }
}
