import DossierModel

/// Countries' names that other places have too, and what an article shows of which of the two it means.
///
/// "Georgia" beside Atlanta and Texas is no country; beside Tbilisi or the Georgians it is. Where an article shows
/// nothing it is the country, as the name alone says.
struct CountryHomonyms: Sendable {
  private struct Homonym: Sendable {
    /// The node of the place that is not the country.
    let node: Int
    let country: KnowledgeIndex.Entry
    let beside: Set<String>
    let besideCountry: Set<String>
  }

  private let homonyms: [String: Homonym]

  /// The homonyms that a corpus prints; their places get nodes from a number on.
  init(of table: NameTable, knowledge: KnowledgeIndex, from first: Int) {
    var homonyms: [String: Homonym] = [:]
    for row in knowledge.homonyms {
      let name = knowledge.normalizer.name(of: row.name[...])
      guard homonyms[name.compact] == nil, let country = knowledge.entry(named: name),
        table.forms.contains(where: { $0.otherMentions > 0 && $0.name.compact == name.compact })
      else { continue }
      func compact(_ names: [String]) -> Set<String> {
        Set(names.map { knowledge.normalizer.name(of: $0[...]).compact }).subtracting([name.compact])
      }
      let (beside, besideCountry) = (compact(row.beside), compact(row.besideCountry))
      homonyms[name.compact] = Homonym(
        node: first + homonyms.count, country: country, beside: beside.subtracting(besideCountry),
        besideCountry: besideCountry.subtracting(beside))
    }
    self.homonyms = homonyms
  }

  /// The nodes of the places that are no countries, in order.
  var nodes: [Int] { homonyms.values.map(\.node).sorted() }

  /// The places that an article means by countries' names, by those names.
  func places(in forms: [Int32], corpus: ArticleNames.Corpus) -> [String: Int] {
    guard !homonyms.isEmpty else { return [:] }
    let names = Set(forms).map { corpus.table.forms[Int($0)].name }
    var places: [String: Int] = [:]
    for (word, homonym) in homonyms where names.contains(where: { $0.compact == word }) {
      var (other, country) = (0, 0)
      for name in names where name.compact != word {
        if homonym.beside.contains(name.compact) { other += 1 }
        if homonym.besideCountry.contains(name.compact)
          || corpus.knowledge.countryPrefix(of: name.words)?.country == homonym.country
        {
          country += 1
        }
      }
      if other > 2 * country { places[word] = homonym.node }
    }
    return places
  }
}
