import DossierModel

/// Words that label pictures, where a text uses them for what it tells of.
extension CaptionRecognizer {
  /// Whether a word before a colon, that labels pictures too, begins what somebody says at length: "Picture: a night in
  /// January and a pier that is too low, Mr Brandt told the council".
  func tellsOfMatter(_ line: PastedLine) -> Bool {
    guard line.shape.isLongProse, line.shape.endsSentence, line.shape.interiorSentenceEnds == 0,
      words.photoCreditLabels.match(in: line.words)?.count == 1
        || words.captionLabels.match(in: line.words)?.count == 1,
      let last = line.words.words.last, wordBeforeColon(of: line) != nil
    else { return false }
    return line.words.words.contains { word in
      word.end != last.end
        && (words.reportingVerbs.contains(word.folded) || words.tellingVerbs.contains(word.folded))
    }
  }

  /// Whether the word before a line's colon is one of several matters that a text tells of in turn, as the paragraph
  /// beside it tells: "Image: …", "Money: …".
  func isOneOfSeveralMatters(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard behindPictureLabel(lines[index]) != nil else { return false }
    return [index - 1, index + 1].contains { beside in
      guard lines.indices.contains(beside), lines[beside].isOpen, lines[beside].shape.isProse,
        let first = wordBeforeColon(of: lines[beside]), first.start == 0
      else { return false }
      return first.isCapitalized(in: lines[beside].text)
        && words.photoCreditLabels.match(whole: FoldedWords(words: [first])) == nil
        && words.captionLabels.match(whole: FoldedWords(words: [first])) == nil
    }
  }

  /// The first word of a line, where a colon stands right behind it.
  private func wordBeforeColon(of line: PastedLine) -> FoldedWords.Word? {
    line.words.words.first.flatMap { first in
      line.text.utf8.dropFirst(first.end).first == UInt8(ascii: ":") ? first : nil
    }
  }
}
