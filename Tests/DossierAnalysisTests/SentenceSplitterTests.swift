import DossierAnalysis
import DossierLanguages
import DossierSource
import Testing

@Suite struct SentenceSplitterTests {
  private func split(_ paragraphs: [String]) -> TokenizedText {
    var text = ""
    var blocks: [TokenizedText.Block] = []
    for paragraph in paragraphs {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += paragraph
      blocks.append(.init(kind: .paragraph, range: TextRange(start, text.utf8.count)))
    }
    return SentenceSplitter(tables: LanguagePack.english.sentences).split(text, blocks: blocks)
  }

  /// The sentences are what stands between bars.
  private func check(_ marked: String) {
    let expected = marked.split(separator: "|").map { String($0) }
    let text = split([expected.joined(separator: " ")])
    #expect(text.sentences.map { text.string($0.range) } == expected)
  }

  @Test func endsASentenceAtAFullStopAndItsClosingMarks() {
    check("She came.|He left.|Nobody knew why.")
    check("“We stay.”|He said it twice.|(Nobody asked.)|Then they left!")
    check("“Do you know?” he asked.|\"No.\"|They left.")
  }

  @Test func doesNotEndAtTitlesInitialsAndNumbers() {
    check("Mr. Brown met Gen. J. B. Cole at 5.30 on Jan. 4 for 3.5 hours.|They ate.")
    check("The firm Acme Inc. Ltd. paid Dr. No. 5 a call.")
  }

  @Test func asksTheNextWordWhetherAnAcronymEndsTheSentence() {
    check("He met the U.S. President there.|They left the U.S.|The talks went on.")
    check("It began at 5 p.m.|He was late.")
  }

  @Test func goesOnBehindABracketThatHoldsNoSentence() {
    check("It began at 9:30 p.m. (2030 GMT) on Monday.|They left.")
    check("They moved to the U.S.|(Nobody asked.)|It rained.")
    check("The town was founded (ca. 466 BC) by settlers.")
  }

  @Test func goesOnAfterAnEllipsisBeforeASmallLetter() {
    check("He waited... and left…|Then it rained.")
  }

  @Test func neverCrossesBlocks() {
    let text = split(["Talks end without result", "They met again.", "1. The first point."])
    #expect(text.sentences.map(\.block) == [0, 1, 2])
  }

  @Test func keepsItsIdentityWhenAnotherSentenceIsAddedBefore() {
    let before = split(["They met. They left."]).sentences.map(\.id.string)
    let after = split(["It rained.", "They  met.", "“They left.”"]).sentences.map(\.id.string)
    #expect(Array(after.dropFirst()) == before)
  }

  @Test func numbersSentencesThatAreRepeated() {
    let ids = split(["They met. They met. They left."]).sentences.map(\.id.string)
    #expect(ids[1] == ids[0] + "-2")
    #expect(Set(ids).count == 3)
  }

  @Test func marksTheFirstWordOfASentenceBehindItsQuotationMark() {
    let text = split(["He left. “They stayed,” she said."])
    let first = text.tokens.filter { $0.flags.contains(.firstWord) }.map { text.string($0) }
    #expect(first == ["He", "They"])
  }

  @Test func findsTokensAndSentencesByOffset() {
    let text = split(["He left. They stayed."])
    let token = text.tokenIndex(endingAfter: 9)
    #expect(text.string(text.tokens[token]) == "They")
    #expect(text.sentenceIndex(ofToken: token) == 1)
    #expect(text.sentenceIndex(ofToken: 0) == 0)
    #expect(text.tokenIndex(endingAfter: 999) == text.tokens.count)
  }

  @Test func aFullStopBehindAnOrdinalEndsASentence() {
    #expect(split(["She signed on October 3rd. FC Lund was pleased."]).sentences.count == 2)
    #expect(split(["She lives at Mill Rd. 3 in Lund."]).sentences.count == 1)
  }
}
