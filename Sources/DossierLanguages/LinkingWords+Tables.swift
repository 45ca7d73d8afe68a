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

  /// The words of several languages, as one: a corpus may be in all of them.
  init(ofLanguages folders: [PackFolder]) {
    self.init(tables: folders.map { $0.text("linking-words") }.joined(separator: "\n"))
    for folder in folders {
      reportingVerbs += folder.file("quotes-verbs").words.flatMap { row in
        row.split { $0 == " " || $0 == "/" }.map(String.init)
      }
      sourceCues += folder.file("quotes-cues").words
      quotationMarks += folder.file("quotes-marks").words.map { $0.filter { $0 != " " } }
    }
    quotationMarks.removeAll { $0.hasSuffix(":") }
  }

  static var tables: [String: WritableKeyPath<LinkingWords, [String]>] {
    [
      "nameParticles": \.nameParticles, "patronymics": \.patronymics,
      "nameAbbreviations": \.nameAbbreviations,
      "givenNameForms": \.givenNameForms, "otherNamePhrases": \.otherNamePhrases, "kinWords": \.kinWords,
      "rangeWords": \.rangeWords, "rangeOpeners": \.rangeOpeners, "relativeWords": \.relativeWords,
      "relativeAdverbs": \.relativeAdverbs, "droppedNames": \.droppedNames,
      "nameTransliterations": \.nameTransliterations, "letterTransliterations": \.letterTransliterations,
      "abjadNames": \.abjadNames, "abjadLetters": \.abjadLetters, "romanizedLetters": \.romanizedLetters,
      "possessiveEndings": \.possessiveEndings,
      "outletArticles": \.outletArticles, "indefiniteArticles": \.indefiniteArticles,
      "honorifics": \.honorifics, "generalOffices": \.generalOffices, "designators": \.designators,
      "sameCounts": \.sameCounts, "synonyms": \.synonyms, "anybodyWords": \.anybodyWords,
      "fates": \.fates, "countPartings": \.countPartings, "tollWords": \.tollWords,
      "ownPlaceWords": \.ownPlaceWords, "ministryFillers": \.ministryFillers,
      "restrictiveWords": \.restrictiveWords, "titleBreaks": \.titleBreaks,
      "titleComplements": \.titleComplements,
      "menHonorifics": \.menHonorifics, "womenHonorifics": \.womenHonorifics, "menNames": \.menNames,
      "womenNames": \.womenNames, "institutions": \.institutions, "placePrepositions": \.placePrepositions,
      "partyPrepositions": \.partyPrepositions, "motionWords": \.motionWords, "listWords": \.listWords,
      "actingVerbs": \.actingVerbs, "otherWords": \.otherWords,
      "matterNouns": \.matterNouns,
      "functionWords": \.functionWords, "speechClasses": \.speechClasses,
      "attendantClasses": \.attendantClasses, "singleClasses": \.singleClasses,
      "harmClasses": \.harmClasses, "pollClasses": \.pollClasses,
      "legalForms": \.legalForms, "inflections": \.inflections, "familyEndings": \.familyEndings,
      "formerWords": \.formerWords, "placeCodes": \.placeCodes,
      "genitiveMarkers": \.genitiveMarkers,
    ]
  }
}
