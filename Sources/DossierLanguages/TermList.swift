import DossierModel

/// A list of terms: `[heading]` lines, and a term a line with its forms after a bar.
package enum TermList {
  /// The terms of a list's text, in its order; `#` begins a remark.
  package static func terms(of text: String, language: String?) -> [Term] {
    var group = ""
    return DataFile(text: text).rows.compactMap { row in
      let name = row[0]
      if name.hasPrefix("["), name.hasSuffix("]") {
        group = String(name.dropFirst().dropLast())
        return nil
      }
      let forms = row.count > 1 ? DataFile.items(row[1]) : []
      return Term(
        name: name, group: group, forms: (forms.isEmpty ? [name] : forms).map { $0.lowercased() },
        language: language)
    }
  }

  /// The lists of packs, by the folder and the language of each.
  static func terms(ofLanguages folders: [(folder: String, language: String)]) -> [Term] {
    folders.flatMap { folder, language in
      let text = EmbeddedFiles.all.first { $0.path.hasSuffix("\(folder)/terms.txt") }?.text ?? ""
      return terms(of: text, language: language)
    }
  }
}
