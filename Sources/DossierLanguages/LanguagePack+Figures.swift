import DossierAnalysis
import DossierModel

extension LanguagePack {
  static func figureTables(_ folder: PackFolder) -> FigureTables {
    var tables = FigureTables()
    var units: [(phrase: String, value: UInt32)] = []
    for row in folder.file("figures-units").rows where row.count > 1 {
      units += DataFile.items(row[1]).map { ($0, UInt32(tables.unitNames.count)) }
      tables.unitNames.append(row[0])
    }
    tables.units = Lexicon(units)
    let qualifiers = sections(folder.file("figures-qualifiers"))
    tables.qualifiersBefore = Lexicon(qualifierPhrases(qualifiers, sectionPrefix: ""))
    tables.qualifiersBehind = Lexicon(qualifierPhrases(qualifiers, sectionPrefix: "behind-"))
    var states: [String] = []
    for (section, line) in sections(folder.file("figures-numbers")) {
      let words = { line.split(separator: " ").compactMap { Lexicon.hash(of: String($0)) } }
      switch section {
      case "decimal-mark": if let mark = line.utf8.first { tables.decimalMark = mark }
      case "by-letter": tables.countedByLetter.formUnion(words())
      case "state": states += line.split(separator: " ").map(String.init)
      case "state-phrase": states.append(line)
      case "toll": tables.tolls.formUnion(words())
      case "between": tables.between.formUnion(words())
      default: break
      }
    }
    tables.states = Lexicon(states.map { ($0, 0) })
    for (section, line) in sections(folder.file("figures-exclusions")) {
      let words = line.split(separator: " ").compactMap { Lexicon.hash(of: String($0)) }
      if section == "before" { tables.excludingBefore.formUnion(words) }
      if section == "after" { tables.excludingBehind.formUnion(words) }
    }
    return tables
  }

  private static func qualifierPhrases(
    _ lines: [(section: String, line: String)], sectionPrefix: String
  ) -> [(phrase: String, value: UInt32)] {
    let cases = Figure.Qualifier.allCases
    return lines.compactMap { section, line in
      guard let index = cases.firstIndex(where: { sectionPrefix + $0.rawValue == section }) else {
        return nil
      }
      return (line, UInt32(index))
    }
  }
}
