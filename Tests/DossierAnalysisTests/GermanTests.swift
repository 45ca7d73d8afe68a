import DossierAnalysis
import DossierLanguages
import DossierModel
import DossierSource
import DossierTestSupport
import Testing

/// A language is its tables: what holds for English holds for German with no line of code more.
@Suite struct GermanTests {
  private static let pack = LanguagePack.german
  private static let splitter = SentenceSplitter(tables: pack.sentences)

  private func split(_ text: String) -> TokenizedText {
    Self.splitter.split(text, blocks: [.init(kind: .paragraph, range: TextRange(0, text.utf8.count))])
  }

  // MARK: Times

  /// The stretches are the expressions, their labels the types.
  private func checkTimes(_ marked: String, _ location: Testing.SourceLocation = #_sourceLocation) {
    let marked = MarkedText(marked)
    let text = split(marked.text)
    let found = TemporalTagger(tables: Self.pack.times).times(in: text)
    #expect(
      found.map { "\(text.string($0.range)) \($0.kind.rawValue)" }
        == marked.stretches.map { "\(marked.text[$0.range]) \($0.label)" }, sourceLocation: location)
  }

  /// The meaning of the one expression of a text.
  private func meaning(_ text: String) -> TimeMeaning? {
    TemporalTagger(tables: Self.pack.times).times(in: split(text)).first?.meaning
  }

  @Test func everyRowOfTheTimeTablesIsRead() {
    let files = ["words", "tense"].map { PackFolder("german").file("times-\($0)") }
    #expect(TimeTables.reading(files).rejected == [])
  }

  @Test func findsDatesInAllUsualForms() {
    checkTimes("Sie trafen sich am [3. März 2019|DATE] und am [27.08.2019|DATE].")
    checkTimes("Er kam am [Montag, dem 4. Mai 2015|DATE], und ging im [September|DATE].")
    checkTimes("Es begann [Ende 2018|DATE], nicht [Anfang März|DATE] und nicht in [den 1990er Jahren|DATE].")
    checkTimes("Vom [3.|DATE] bis [5. März|DATE] tagte der Rat; im [19. Jahrhundert|DATE] gab es ihn nicht.")
  }

  @Test func findsTimesSeenFromTheArticle() {
    checkTimes("[Heute|DATE] sprach er, [gestern|DATE] schwieg er, [übermorgen|DATE] reist er.")
    checkTimes("Sie kam [vergangene Woche|DATE] und ging [vor zwei Jahren|DATE].")
    checkTimes("Der Vertrag gilt seit [zwei Jahren|DURATION] und wird [jeden Dienstag|SET] verlesen.")
    checkTimes("Das Treffen endete [kürzlich|DATE]; [zwei Tage später|DATE] fiel der Beschluss.")
  }

  @Test func tellsTheDistanceAndItsSide() {
    #expect(meaning("Das war vor drei Monaten.") == .distance(.month, 3, later: false, from: .publication))
    #expect(meaning("Das kommt in fünf Tagen.") == .distance(.day, 5, later: true, from: .publication))
    #expect(meaning("Das war vergangenen Freitag.") == .slot(.weekday(5), .pointed(-1, from: .publication)))
    #expect(meaning("Das war gestern.") == .relative(.day, -1, from: .publication))
  }

  @Test func aMorningIsNoTomorrow() {
    #expect(meaning("Das kommt morgen.") == .relative(.day, 1, from: .publication))
    #expect(meaning("Am Morgen regnete es.") == nil)
  }

  // MARK: Sentences

  @Test func anOrdinalEndsNoSentence() {
    func sentences(_ text: String) -> Int { split(text).sentences.count }
    #expect(sentences("Am 3. März kam er. Danach ging sie.") == 2)
    #expect(sentences("Es waren 3. Danach ging sie.") == 2)
    #expect(sentences("Dr. Berg und z. B. Ost blieben. „Wir gehen.“ Das war alles.") == 3)
  }

  // MARK: Names

  /// Marked stretches are the mentions wanted, by kind, or `demonym` and `description` for those forms.
  private func checkNames(_ marked: String, _ location: Testing.SourceLocation = #_sourceLocation) {
    let expected = MarkedText(marked)
    let text = split(expected.text)
    let found = EntityRecognizer(tables: Self.pack.names).mentions(in: text).map { mention in
      let label = mention.form == .name ? mention.kind.rawValue : mention.form.rawValue
      return "\(text.string(mention.range)) – \(label)"
    }
    let wanted = expected.stretches.sorted { $0.range < $1.range }.map {
      "\(text.string($0.range)) – \($0.label)"
    }
    #expect(found == wanted, sourceLocation: location)
  }

  @Test func takesNoCommonNounForAName() {
    checkNames("Die Gespräche der Minister über den Vertrag endeten ohne Ergebnis, und der Hafen blieb leer.")
    checkNames("Der Präsident nannte Vorschläge, die Sprecherin gab Auskunft.")
  }

  @Test func findsPersonsByTitleGivenNameAndDocument() {
    checkNames("Präsident [Wladimir Ostrow|person] traf Frau [Berg|person]. Später ging [Ostrow|person].")
    checkNames("Die Außenministerin [Ilse Brandt|person] sprach. [Brandt|person]s Rede war kurz.")
    checkNames("[Klaus Fink|person] kam. [Fink|person]s Vorgänger blieb.")
    checkNames("In der Stadt kritisierte [Karl Ost|person] den Beschluss.")
  }

  @Test func findsPlacesCountriesAndOrganizations() {
    checkNames(
      "In [Moskau|place] und in der [Türkei|country] warteten die [Vereinten Nationen|organization].")
    checkNames(
      "Die Regierung [Russland|country]s und der [Kreml|organization] schwiegen zur [Nato|organization].")
    checkNames("Die Welt schaut auf die [EU|organization], die Zeit drängt.")
  }

  @Test func aTreatyIsNoMentionOfThePlaceThatNamesIt() {
    checkNames("Der Vertrag von Lissabon gilt, und [Anna Berg|person] fuhr nach [Lissabon|place].")
  }

  @Test func findsWhatAnAdjectiveInSmallLettersNames() {
    checkNames("Der [türkische Präsident|description] sprach mit den [Russen|demonym].")
    checkNames(
      "Die [syrische Armee|organization] und [kurdische Kämpfer|demonym] blieben; syrischer Wein fehlte.")
  }

  // MARK: Quotations

  /// As in `QuotationExtractorTests`.
  private func checkQuotations(_ marked: String, _ location: Testing.SourceLocation = #_sourceLocation) {
    let text = AnalysedText(marked, pack: Self.pack)
    let speakers = text.expected.filter { !$0.label.hasPrefix("speech") && !$0.label.hasPrefix("other") }
    let expected = text.expected.compactMap { range, label -> String? in
      let words = label.split(separator: " ")
      guard words.first == "speech" || words.first == "other" else { return nil }
      let speaker = words.count > 1 ? speakers.first { $0.label.split(separator: " ").last == words[1] } : nil
      return "\(text.text[range]) by \(speaker.map { String(text.text[$0.range]) } ?? "nobody")"
    }
    let extractor = QuotationExtractor(tables: Self.pack.quotations)
    let found = extractor.quotations(in: text.clause, mentions: text.mentions).map { quotation in
      let mention = quotation.speaker?.mention.map { text.mentions[$0] }
      return "\(text.text[quotation.range]) by \(mention.map { String(text.text[$0.range]) } ?? "nobody")"
    }
    #expect(found == expected, sourceLocation: location)
  }

  @Test func pairsGermanMarks() {
    checkQuotations("„[Wir gehen|speech 1]“, sagte [Anna Berg|person 1].")
    checkQuotations("»[Wir gehen|speech 1]«, sagte [Anna Berg|person 1].")
    checkQuotations("„[Wir gehen|speech 1]”, sagte [Anna Berg|person 1].")
  }

  @Test func findsTheSpeakerBeforeAndBehindTheVerb() {
    checkQuotations("[Anna Berg|person 1] erklärte: „[Die Straße bleibt zu.|speech 1]“")
    checkQuotations("„[Die Straße bleibt zu|speech 1]“, sagte [Berg|person 1] dem Sender am Montag.")
    checkQuotations("„[Die Straße bleibt zu|speech 1]“, so die Sprecherin [Anna Berg|person 1].")
    checkQuotations("Laut [Anna Berg|person 1] ist die Straße „[seit Jahren nicht mehr sicher|speech 1]“.")
  }

  @Test func aTimeThatOpensTheSentenceIsNoSpeaker() {
    checkQuotations("Am Montag sagte [Anna Berg|person 1]: „[Die Straße bleibt zu.|speech 1]“")
    checkQuotations(
      "Der Sprecher der [Nato|organization], [Karl Ost|person 1], sagte: „[Die Straße bleibt zu.|speech 1]“")
    checkQuotations("Danach erklärte [Anna Berg|person 1] dem Rat: „[Die Straße bleibt zu.|speech 1]“")
  }

  // MARK: Figures

  private func figures(_ marked: String) -> [String] {
    let text = AnalysedText(marked, pack: Self.pack)
    let extractor = FigureExtractor(tables: Self.pack.figures)
    return extractor.figures(in: text.clause, mentions: text.mentions, times: text.times).map { figure in
      [
        String(text.text[figure.range]), "\(figure.number)", figure.qualifier?.rawValue ?? "-",
        figure.unit ?? "-", figure.counted.map { String(text.text[$0]) } ?? "-",
      ].joined(separator: " | ")
    }
  }

  @Test func readsNumbersAsTheyArePrintedInGerman() {
    #expect(figures("Die Zahl ist auf 3.500 gestiegen.") == ["3.500 | 3500.0 | - | - | -"])
    #expect(figures("Es kamen 3.500 Gänse.") == ["3.500 | 3500.0 | - | - | Gänse"])
    #expect(
      figures("Es kamen mehr als 1,5 Millionen Gänse.") == [
        "mehr als 1,5 Millionen | 1500000.0 | more-than | - | Gänse"
      ])
    #expect(
      figures("Knapp fünfundzwanzig Gänse kamen.") == ["Knapp fünfundzwanzig | 25.0 | nearly | - | Gänse"])
    #expect(
      figures("Der Preis stieg um rund 2,5 Prozent.") == ["rund 2,5 Prozent | 2.5 | about | percent | -"])
  }

  @Test func aTimeThatOnlyLimitsPlacesNothingInGerman() {
    func times(_ marked: String) -> [Int?] {
      let text = AnalysedText(marked, pack: Self.pack)
      return EventExtractor(tables: Self.pack.events).events(
        in: text.clause, mentions: text.mentions, times: text.times, quotations: []
      ).map(\.time)
    }
    #expect(times("[Anna Berg|person] traf [Carl Dahl|person] am [Mittwoch|time].") == [0])
    #expect(times("[Anna Berg|person] traf [Carl Dahl|person] bis zum [Mittwoch|time].") == [nil])
  }

  // MARK: Detection

  @Test func isToldFromEnglishAndFromLanguagesWithoutAPack() {
    let detector = LanguageDetector(languages: Languages.all)
    let german = """
      Der Minister sagte am Dienstag, dass die Brücke über den Fluss nicht vor dem Ende des Jahres eröffnet wird, \
      weil das meiste Geld für andere Straßen ausgegeben worden ist.
      """
    let dutch = """
      De minister zei dinsdag dat de brug over de rivier niet voor het einde van het jaar zal worden geopend, omdat \
      het meeste geld dat daarvoor opzij was gezet aan andere wegen is uitgegeven.
      """
    #expect(detector.language(of: german, declared: nil) == "de")
    #expect(detector.language(of: german, declared: "en") == "de")
    #expect(detector.language(of: dutch, declared: "de") == nil)
  }
}
