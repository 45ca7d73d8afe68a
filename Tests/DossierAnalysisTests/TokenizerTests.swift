import DossierAnalysis
import DossierLanguages
import Testing

@Suite struct TokenizerTests {
  /// Compares the tokens of a text, written with a bar between them.
  private func check(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer(tables: LanguagePack.english.sentences).tokens(of: bytes)
    let words = tokens.map { String(decoding: bytes[$0.lower..<$0.upper], as: UTF8.self) }
    #expect(words.joined(separator: "|") == expected)
  }

  private func token(_ text: String) -> Token? {
    Tokenizer(tables: LanguagePack.english.sentences).tokens(of: Array(text.utf8)).first
  }

  @Test func splitsHyphensAndPossessivesButNotInnerApostrophes() {
    check("Al-Hamad's aides in Deir'a don't agree", "Al|-|Hamad|'s|aides|in|Deir'a|don't|agree")
    check("Lebanon’s O’Neill", "Lebanon|’s|O’Neill")
    check("the drivers' strike", "the|drivers|'|strike")
    check("EXPO-2017's hall", "EXPO|-|2017|'s|hall")
  }

  @Test func keepsTheFullStopsOfAbbreviationsAndInitials() {
    check("Mr. J. B. Cole left the U.S. on Monday.", "Mr.|J.|B.|Cole|left|the|U.S.|on|Monday|.")
    check("at 5 p.m. near St. Ives", "at|5|p.m.|near|St.|Ives")
    check("He saw a cat.", "He|saw|a|cat|.")
    check("Ask for plan b.", "Ask|for|plan|b|.")
  }

  @Test func keepsPointsAndCommasWithinNumbers() {
    check("3.6 million, 12,500 or 1,000.", "3.6|million|,|12,500|or|1,000|.")
    check("40km 1990s 21st G20 5pm", "40|km|1990|s|21|st|G20|5|pm")
  }

  @Test func keepsRunsOfStopsTogether() {
    check("Well... yes -- or “no”…", "Well|...|yes|--|or|“|no|”|…")
  }

  @Test func hashesAlikeWithoutRegardToCaseMarksAndStops() {
    #expect(token("U.N.")?.hash == token("un")?.hash)
    #expect(token("São")?.hash == token("SAO")?.hash)
    #expect(token("Hay’et")?.hash == token("hay'et")?.hash)
    #expect(token("Москва")?.hash == token("МОСКВА")?.hash)
    #expect(token("cat")?.hash != token("act")?.hash)
  }

  @Test func tellsTheShapeOfAWord() {
    #expect(token("U.S.")?.flags == [.capitalised, .allCaps, .dotted])
    #expect(token("McCain")?.flags == [.capitalised, .hasLowercase, .innerCapital])
    #expect(token("iPhone")?.flags == [.hasLowercase, .innerCapital])
    #expect(token("B")?.flags == [.capitalised, .allCaps, .singleLetter])
    #expect(token("MP's")?.isAllCaps == true)
  }

  @Test func takesAnyBytesWithoutTrouble() {
    let odd: [UInt8] = [0xE2, 0x80, 0x41, 0xF0, 0x9F, 0xC3]
    for length in 0...odd.count {
      let tokens = Tokenizer().tokens(of: Array(odd.prefix(length)))
      #expect(tokens.allSatisfy { $0.upper <= length && $0.lower < $0.upper })
    }
  }
}
