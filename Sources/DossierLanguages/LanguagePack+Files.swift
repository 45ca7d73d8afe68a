import DossierAnalysis
import DossierModel

extension LanguagePack {
  /// A pack from the files of its folder; every language has the same file names, and may lack some.
  ///
  /// Given names and places are printed alike in many languages: those of other folders can be taken in.
  init(_ folder: PackFolder, namesOf others: [PackFolder] = []) {
    self.init(language: folder.code)
    sentences = Self.sentenceTables(folder)
    let linking = LinkingWords(tables: folder.text("linking-words"))
    names = Self.nameTables(folder, namesOf: others, linking)
    clauses = Self.clauseTables(folder)
    quotations = Self.quotationTables(folder, linking)
    figures = Self.figureTables(folder)
    events.classes = Self.eventClasses(folder)
    events.joiningClasses = Self.joiningClasses(folder)
    events.places = Self.placeWords(folder.file("event-places"))
    times = TimeTables.reading(Self.timeFiles(folder)).tables
  }

  /// The files that `TimeTables` are read from.
  static func timeFiles(_ folder: PackFolder) -> [DataFile] {
    ["words", "tense"].map { folder.file("times-\($0)") }
  }

  private static func sentenceTables(_ folder: PackFolder) -> SentenceTables {
    var tables = SentenceTables()
    for row in folder.file("abbreviations").rows where row.count > 1 {
      guard let hash = Lexicon.hash(of: row[0]) else { continue }
      switch row[1] {
      case "name": tables.abbreviations[hash] = .beforeName
      case "number": tables.abbreviations[hash] = .beforeNumber
      default: tables.abbreviations[hash] = .anywhere
      }
    }
    tables.openers = hashes(folder.file("sentence-openers"))
    tables.ordinalNouns = hashes(folder.file("ordinal-nouns"))
    tables.clitics = Set(folder.file("clitics").words.map(SentenceTables.cliticHash))
    return tables
  }

  /// The hashes of the words of a list.
  static func hashes(_ file: DataFile) -> Set<UInt64> {
    Set(file.words.compactMap(Lexicon.hash(of:)))
  }
}
