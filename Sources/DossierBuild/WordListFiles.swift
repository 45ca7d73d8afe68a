import DossierAnalysis
import DossierModel
import DossierSource

/// The languages' tables with what lists add to them, and what is wrong with lists; the caller brings both.
package struct LanguageExtension: Sendable {
  package typealias Tables = (
    vocabulary: PageVocabulary, languages: [KnownLanguage], knowledge: KnowledgeBase
  )

  let tables: @Sendable ([WordList]) -> Tables
  let troubles: @Sendable ([WordList]) -> [WordList.Trouble]

  package init(
    tables: @escaping @Sendable ([WordList]) -> Tables,
    troubles: @escaping @Sendable ([WordList]) -> [WordList.Trouble]
  ) {
    (self.tables, self.troubles) = (tables, troubles)
  }
}

/// Reads the user's word lists: `lists/places.txt` for all languages, `lists/english/places.txt` for one.
struct WordListFiles {
  static let folder = "lists"

  private(set) var lists: [WordList] = []
  private var unreadable: [Diagnostic] = []
  private var paths: [String] = []

  /// Of a content folder; where it has none, nothing is done.
  ///
  /// The list of terms has a reader of its own.
  init(of content: String, files: any FileSystem) {
    let folder = content.appending(path: Self.folder)
    guard files.status(of: folder)?.kind == .folder else { return }
    do {
      for name in try files.names(in: folder) where !name.hasPrefix(".") {
        let place = folder.appending(path: name)
        if files.status(of: place)?.kind == .folder {
          for inner in try files.names(in: place) { read(inner, of: name, in: place, files) }
        } else if folder.appending(path: name) != content.appending(path: TermListFile.path) {
          read(name, of: nil, in: folder, files)
        }
      }
    } catch {
      unreadable.append(.unreadable(error))
    }
  }

  private mutating func read(
    _ name: String, of language: String?, in folder: String, _ files: any FileSystem
  ) {
    guard name.hasSuffix(".txt"), !name.hasPrefix(".") else { return }
    let path = folder.appending(path: name)
    do {
      let text = String(decoding: try files.contents(of: path), as: UTF8.self)
      lists.append(WordList(language: language, table: String(name.dropLast(4)), text: text))
      paths.append(path)
    } catch {
      unreadable.append(.unreadable(error))
    }
  }

  /// Whether there is nothing to add, and nothing to say.
  var isEmpty: Bool { lists.isEmpty && unreadable.isEmpty }

  /// Of all that the lists say: what is remembered of an article depends on it.
  var fingerprint: Fingerprint? {
    guard !lists.isEmpty else { return nil }
    var builder = FingerprintBuilder()
    for list in lists {
      builder.add(list.language)
      builder.add(list.table)
      builder.add(list.text)
    }
    return builder.fingerprint
  }

  func diagnostics(of troubles: [WordList.Trouble]) -> [Diagnostic] {
    unreadable
      + troubles.compactMap { trouble in
        guard paths.indices.contains(trouble.list) else { return nil }
        return Diagnostic(
          .warning, "bad-list", trouble.message, remedy: trouble.remedy,
          at: SourceLocation(path: paths[trouble.list], line: trouble.line))
      }
  }
}
