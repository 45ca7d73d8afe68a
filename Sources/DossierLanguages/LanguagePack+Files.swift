import DossierAnalysis
import DossierModel

extension LanguagePack {
  /// A pack from the files of its folder; every language has the same file names, and may lack some.
  ///
  /// Given names and places are printed alike in many languages: those of other folders can be taken in.
  init(language: String, folder: String, namesOf others: [String] = []) {
    self.init(language: language)
    detection.stopWords = Self.hashes("\(folder)/stop-words.txt")
    sentences = Self.sentenceTables(folder)
    names = Self.nameTables(folder, namesOf: others)
    clauses = Self.clauseTables(folder)
    quotations = Self.quotationTables(folder)
    figures = Self.figureTables(folder)
    events.classes = Self.eventClasses(folder)
    times = TimeTables.reading(Self.timeFiles(folder)).tables
  }

  /// The files that `TimeTables` are read from.
  static func timeFiles(_ folder: String) -> [DataFile] {
    ["words", "tense"].map { DataFile("\(folder)/times-\($0).txt") }
  }

  private static func sentenceTables(_ folder: String) -> SentenceTables {
    var tables = SentenceTables()
    for row in DataFile("\(folder)/abbreviations.txt").rows where row.count > 1 {
      guard let hash = Lexicon.hash(of: row[0]) else { continue }
      switch row[1] {
      case "name": tables.abbreviations[hash] = .beforeName
      case "number": tables.abbreviations[hash] = .beforeNumber
      default: tables.abbreviations[hash] = .anywhere
      }
    }
    tables.openers = hashes("\(folder)/sentence-openers.txt")
    tables.ordinalNouns = hashes("\(folder)/ordinal-nouns.txt")
    tables.clitics = Set(DataFile("\(folder)/clitics.txt").words.map(SentenceTables.cliticHash))
    return tables
  }

  /// The hashes of the words of a list.
  static func hashes(_ path: String) -> Set<UInt64> {
    Set(DataFile(path).words.compactMap(Lexicon.hash(of:)))
  }
}
