import DossierIngest
import DossierModel
import DossierPages
import DossierSource

/// Reads the editor's notes from `content/notes/`, in the order of their names.
struct NoteFiles {
  static let folder = "notes"

  private(set) var notes: [Note] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Of all that the files say.
  private(set) var fingerprint = Fingerprint(of: "")

  init(of content: String, files: any FileSystem) {
    guard files.status(of: content.appending(path: Self.folder))?.kind == .folder else { return }
    do {
      var all = FingerprintBuilder()
      defer { fingerprint = all.fingerprint }
      let names = try files.names(in: content.appending(path: Self.folder))
      for name in names.sorted() where name.hasSuffix(".md") && !name.hasPrefix(".") {
        let path = SourcePath(Self.folder + "/" + name)
        let bytes = try files.contents(of: content.appending(path: path.string))
        all.add(name)
        all.add(Fingerprint(of: bytes))
        notes.append(NoteReader.note(reading: SourceFile(path: path, bytes: bytes)))
      }
    } catch {
      diagnostics.append(.unreadable(error))
    }
  }
}

extension NoteTable {
  /// What there is to tell of notes that stand on no page.
  func diagnostics(below content: String) -> [Diagnostic] {
    astray.map { note in
      Diagnostic(
        .warning, "note-for-nothing", "no page is called '\(note.subject)'",
        remedy:
          "name the file, or 'about' in its front matter, after the id on a page: home, person-jane-doe",
        at: note.location
      ).placed(below: content)
    }
  }
}
