/// The theme that comes with the executable: its templates, style sheets and scripts by path below `templates/`.
package enum Theme {
  /// Path below the theme's folder, and the file's text; sorted by path.
  package static let files: [(path: String, text: String)] = EmbeddedFiles.all
}
