import Testing

@testable import DossierSearch

@Suite struct FoldedWordsTests {
  private func check(_ text: String, _ expected: [String], _ location: SourceLocation = #_sourceLocation) {
    var words = FoldedWords()
    words.add(text)
    var found: [String] = []
    var start = 0
    for end in words.ends {
      found.append(String(decoding: words.bytes[start..<end], as: UTF8.self))
      start = end
    }
    #expect(found == expected, sourceLocation: location)
  }

  @Test func dropsCaseAndDiacritics() {
    check("Recep Tayyip Erdoğan in İZMİR", ["recep", "tayyip", "erdogan", "in", "izmir"])
    check("Łódź, Ærø and the Straße", ["lodz", "aero", "and", "the", "strasse"])
  }

  @Test func takesComposedAndDecomposedLettersForTheSame() {
    check("Gül Gu\u{308}l", ["gul", "gul"])
  }

  @Test func findsAWordWithAnApostropheJoinedAndInItsPieces() {
    check("Syria’s", ["syria", "syrias"])
    check("Hay'et", ["hay", "et", "hayet"])
    check("l’Humanité", ["humanite", "lhumanite"])
  }

  @Test func takesQuotationMarksForNoPartOfAWord() {
    check("‘safe zone’ 'so' “it”", ["safe", "zone", "so", "it"])
  }

  @Test func partsAtHyphensAndPointsButNotAtSoftHyphens() {
    check("al-Sham, 3.6 mil\u{AD}lion", ["al", "sham", "3", "6", "million"])
  }

  @Test func keepsOtherScripts() {
    check("Μουσικός Владимир 北京", ["μουσικοσ", "владимир", "北", "京"])
  }

  @Test func leavesOutWordsThatNobodyTypes() {
    check("a " + String(repeating: "x", count: 65) + " b", ["a", "b"])
  }

  @Test func endsAWordAtTheEndOfItsText() {
    var words = FoldedWords()
    words.add("news")
    words.add("paper")
    #expect(words.ends.count == 2)
  }
}
