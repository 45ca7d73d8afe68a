import DossierModel

/// The tables of one language: those of its folder, with what a user's lists add to them.
package struct PackFolder: Sendable {
  /// The folders below the data folder, with the codes of their languages.
  static let languages = [(folder: "english", code: "en"), (folder: "german", code: "de")]

  let name: String
  /// What lists add, by table.
  private let added: [String: String]
  /// Outlets and agencies of all languages: their names are names in each.
  let outlets: [KnowledgeBase.Organization]

  /// A language as it is embedded.
  package init(_ name: String) {
    self.init(name, adding: [], outlets: PageVocabulary.embedded.outlets)
  }

  /// A language with those of some lists that are for it, or for all.
  init(_ name: String, adding lists: [WordList], outlets: [KnowledgeBase.Organization]) {
    self.name = name
    self.outlets = outlets
    let own = lists.filter { $0.language.map { Self.names(of: name).contains($0) } ?? true }
    added = Dictionary(own.map { ($0.table, $0.text) }) { $0 + "\n" + $1 }
  }

  /// What a list's folder may be called for a language.
  static func names(of folder: String) -> [String] {
    [folder] + languages.filter { $0.folder == folder }.map(\.code)
  }

  /// The code of the language; a folder that has none is called by it.
  var code: String { Self.languages.first { $0.folder == name }?.code ?? name }

  /// The table of a name, with its additions behind it.
  package func file(_ table: String) -> DataFile { DataFile(text: text(table)) }

  package func text(_ table: String) -> String {
    let path = "\(name)/\(table).txt"
    let embedded = EmbeddedFiles.all.first { $0.path == path }?.text ?? ""
    return added[table].map { embedded + "\n" + $0 } ?? embedded
  }

  /// The rows that lists add to a table, and those of the table itself: what lists say may be of the same things.
  func parts(_ table: String) -> (embedded: [[String]], added: [[String]]) {
    (PackFolder(name).file(table).rows, DataFile(text: added[table] ?? "").rows)
  }
}
