import DossierModel

extension KnowledgeBase {
  /// What a language's folder says of countries, organizations, outlets and spellings.
  init(folder: String) {
    self.init(
      countries: DataFile("\(folder)/countries.txt").rows.map(Self.country),
      organizations: DataFile("\(folder)/organizations.txt").rows.map(Self.organization),
      outlets: PageVocabulary.embedded.outlets,
      spellings: DataFile("\(folder)/spellings.txt").rows.map { DataFile.items($0[0]) })
  }

  private static func country(_ row: [String]) -> Country {
    let fields = row + Array(repeating: "", count: max(0, 6 - row.count))
    let peoples = DataFile.items(fields[3])
    let capitals = DataFile.items(fields[4])
    return Country(
      name: fields[0], names: DataFile.items(fields[1]), demonyms: DataFile.items(fields[2]) + peoples,
      peoples: peoples, capital: capitals.first, capitals: capitals, seats: DataFile.items(fields[5]))
  }

  private static func organization(_ row: [String]) -> Organization {
    let kind = row.count > 2 ? EntityKind(rawValue: row[2]) : nil
    let names = row.count > 1 ? DataFile.items(row[1]) : []
    return Organization(name: row[0], names: names, kind: kind ?? .organization)
  }
}
