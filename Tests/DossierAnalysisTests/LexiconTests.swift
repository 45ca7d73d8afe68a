import DossierAnalysis
import Testing

@Suite struct LexiconTests {
  private let lexicon = Lexicon([
    ("United Nations", 1), ("United Nations Security Council", 2), ("al-Hamad", 3), ("Peru", 4), ("PERU", 5),
  ])

  private func match(_ text: String, at start: Int = 0) -> Lexicon.Match? {
    let tokens = Tokenizer().tokens(of: Array(text.utf8))
    return lexicon.longestMatch(at: start, before: tokens.count, in: tokens)
  }

  @Test func findsTheLongestPhrase() {
    #expect(match("united nations security council vote") == .init(length: 4, value: 2))
    #expect(match("United Nations security forces") == .init(length: 2, value: 1))
    #expect(match("the Al-Hamad family", at: 1) == .init(length: 3, value: 3))
    #expect(match("United Airlines") == nil)
  }

  @Test func keepsTheFirstValueOfAPhraseUnlessToldToMerge() {
    #expect(match("Peru")?.value == 4)
    let merged = Lexicon([("Peru", 1), ("peru", 2)], merging: |)
    #expect(merged.value(of: Lexicon.hash(of: "PERU") ?? 0) == 3)
  }

  @Test func staysWithinItsBounds() {
    let tokens = Tokenizer().tokens(of: Array("United Nations".utf8))
    #expect(lexicon.longestMatch(at: 0, before: 1, in: tokens) == nil)
    #expect(lexicon.longestMatch(at: 2, before: 2, in: tokens) == nil)
    #expect(Lexicon([]).longestMatch(at: 0, before: 2, in: tokens) == nil)
  }
}
