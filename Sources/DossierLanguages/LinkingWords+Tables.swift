import DossierModel

extension LinkingWords {
  /// Reads tables of the form `[name]` and then the words, over as many lines as it takes; `#` begins a remark.
  ///
  /// A table of a name that is not known is passed over: a pack may be newer than the program.
  init(tables text: String) {
    self.init()
    var table: WritableKeyPath<LinkingWords, [String]>?
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        table = Self.tables[String(line[line.index(after: line.startIndex)..<end])]
      } else if let table {
        self[keyPath: table] += line.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
  }

  /// The words of several languages of those embedded, as one: a corpus may be in all of them.
  init(ofLanguages folders: [String]) {
    let files = folders.compactMap { folder in
      EmbeddedFiles.all.first { $0.path.hasSuffix("\(folder)/linking-words.txt") }
    }
    self.init(tables: files.map(\.text).joined(separator: "\n"))
    for folder in folders {
      reportingVerbs += DataFile("\(folder)/quotes-verbs.txt").words.flatMap { row in
        row.split { $0 == " " || $0 == "/" }.map(String.init)
      }
      sourceCues += DataFile("\(folder)/quotes-cues.txt").words
      quotationMarks += DataFile("\(folder)/quotes-marks.txt").words.map { $0.filter { $0 != " " } }
    }
    quotationMarks.removeAll { $0.hasSuffix(":") }
  }

  private static var tables: [String: WritableKeyPath<LinkingWords, [String]>] {
    [
      "nameParticles": \.nameParticles, "nameAbbreviations": \.nameAbbreviations,
      "possessiveEndings": \.possessiveEndings,
      "honorifics": \.honorifics, "generalOffices": \.generalOffices, "designators": \.designators,
      "institutions": \.institutions, "placePrepositions": \.placePrepositions,
      "partyPrepositions": \.partyPrepositions, "listWords": \.listWords, "actingVerbs": \.actingVerbs,
      "functionWords": \.functionWords, "speechClasses": \.speechClasses,
      "attendantClasses": \.attendantClasses,
      "inflections": \.inflections, "formerWords": \.formerWords,
    ]
  }
}
