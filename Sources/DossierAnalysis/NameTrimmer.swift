/// Cuts from a name what is no part of it: the article and titles before it, the possessive and marks behind it.
package struct NameTrimmer {
  private let text: TokenizedText
  private let classes: WordClasses
  private let titles: TitleFinder
  private let questionWords: Lexicon
  private let postnominals: Lexicon

  package init(text: TokenizedText, tables: NameTables) {
    self.init(text: text, classes: WordClasses(of: text, tables: tables), tables: tables)
  }

  init(text: TokenizedText, classes: WordClasses, tables: NameTables) {
    self.text = text
    self.classes = classes
    titles = TitleFinder(text: text, classes: classes, tables: tables)
    questionWords = tables.questionWords
    postnominals = tables.postnominals
  }

  package func trimmed(_ tokens: Range<Int>, isPerson: Bool) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, isOuterMark(start) || isArticle(start, before: end) || asks(start, before: end) {
      start += 1
    }
    while start < end, text.tokens[end - 1].flags.contains(.clitic) || isOuterMark(end - 1) { end -= 1 }
    guard isPerson, start < end else { return start..<end }
    let name = titles.withoutTitle(titles.withoutEndOfTitle(start..<end))
    return name.lowerBound..<endWithoutLetters(of: name)
  }

  /// The end of a person's name without the letters behind it, as long as they leave a word of it: "Anna Berg QC".
  private func endWithoutLetters(of name: Range<Int>) -> Int {
    var end = name.upperBound
    while end - name.lowerBound > 1, postnominals.contains(text.tokens[end - 1]),
      text.tokens[end - 1].isCapitalised
    {
      end -= 1
      while end - name.lowerBound > 1, isOuterMark(end - 1) { end -= 1 }
    }
    return end
  }

  private func isOuterMark(_ index: Int) -> Bool { text.tokens[index].kind == .punctuation }

  /// "How" before a name, as headlines in capitals have it; the body of that name in capitals alone is none.
  private func asks(_ index: Int, before end: Int) -> Bool {
    questionWords.contains(text.tokens[index]) && index + 1 < end
      && !text.tokens[index].flags.contains(.allCaps)
  }

  /// "the" before a name; not where a list has it as part of the name.
  private func isArticle(_ index: Int, before end: Int) -> Bool {
    classes.alone[index].contains(.determiner) && index + 1 < end && classes.place[index] != .first
  }
}
