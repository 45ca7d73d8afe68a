import DossierModel

extension KnowledgeBase {
  /// What a language's folder says of countries, organizations, outlets and spellings.
  init(folder: PackFolder) {
    let endings = WordEndings(folder: folder)
    let countries = folder.parts("countries")
    let organizations = folder.parts("organizations")
    self.init(
      countries: Self.joined(
        countries.embedded.map { Self.country($0, endings) },
        countries.added.map { Self.country($0, endings) }
      ) { $0.merging($1) },
      organizations: Self.joined(
        organizations.embedded.map(Self.organization), organizations.added.map(Self.organization)
      ) { $0.merging($1) },
      outlets: folder.outlets,
      spellings: folder.file("spellings").rows.map { DataFile.items($0[0]) })
    homonyms = Self.homonyms(of: folder)
  }

  private static func homonyms(of folder: PackFolder) -> [Homonym] {
    let rows = folder.file("homonyms").rows.filter { $0.count > 2 }
    guard !rows.isEmpty else { return [] }
    let places = folder.file("places").rows.filter { $0.count > 1 }
    func names(_ labels: String) -> [String] {
      let wanted = DataFile.items(labels)
      return places.filter { wanted.contains($0[0]) }.flatMap { DataFile.items($0[1]) }
    }
    return rows.map { Homonym(name: $0[0], beside: names($0[1]), besideCountry: names($0[2])) }
  }

  /// What several languages' folders say, each country and organization once.
  ///
  /// A row is another language's word for what stands before where one of its names is a name there.
  init(folders: [PackFolder]) {
    self.init()
    for base in folders.map(KnowledgeBase.init(folder:)) {
      outlets = base.outlets
      spellings += base.spellings
      homonyms += base.homonyms
      countries = Self.joined(countries, base.countries) { $0.merging($1) }
      organizations = Self.joined(organizations, base.organizations) { $0.merging($1) }
    }
  }

  /// Rows of two languages, those that share a name made one.
  private static func joined<Row: NamedRow>(
    _ known: [Row], _ added: [Row], merging: (Row, Row) -> Row
  ) -> [Row] {
    guard !added.isEmpty else { return known }
    var rows = known
    var numbers: [String: Int] = [:]
    for (number, row) in known.enumerated() {
      for name in row.allNames where numbers[name] == nil { numbers[name] = number }
    }
    for row in added {
      if let number = row.allNames.lazy.compactMap({ numbers[$0] }).first {
        rows[number] = merging(rows[number], row)
      } else {
        rows.append(row)
      }
    }
    return rows
  }

  private static func country(_ row: [String], _ endings: WordEndings) -> Country {
    let fields = row + Array(repeating: "", count: max(0, 6 - row.count))
    let peoples = DataFile.items(fields[3])
    let capitals = DataFile.items(fields[4])
    return Country(
      name: fields[0], names: DataFile.items(fields[1]),
      demonyms: DataFile.items(fields[2]).flatMap(endings.adjectives) + peoples,
      peoples: peoples, capital: capitals.first, capitals: capitals,
      seats: DataFile.items(fields[5]))
  }

  private static func organization(_ row: [String]) -> Organization {
    let kind = row.count > 2 ? EntityKind(rawValue: row[2]) : nil
    let names = row.count > 1 ? DataFile.items(row[1]) : []
    return Organization(name: row[0], names: names, kind: kind ?? .organization)
  }
}

/// A row of the knowledge base that names tell from others.
private protocol NamedRow {
  var name: String { get }
  var names: [String] { get }
}

extension NamedRow {
  fileprivate var allNames: [String] { [name] + names }
}

extension KnowledgeBase.Country: NamedRow {
  /// The same country with what another language calls it.
  fileprivate func merging(_ other: Self) -> Self {
    Self(
      name: name, names: names + other.allNames, demonyms: demonyms + other.demonyms,
      peoples: peoples + other.peoples, capital: capital, capitals: capitals + other.capitals,
      seats: seats + other.seats)
  }
}

extension KnowledgeBase.Organization: NamedRow {
  /// The same organization with what another language calls it.
  fileprivate func merging(_ other: Self) -> Self {
    Self(name: name, names: names + other.allNames, kind: kind)
  }
}
