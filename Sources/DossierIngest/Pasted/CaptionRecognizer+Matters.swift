import DossierModel

/// Words that label pictures, where a text uses them for what it tells of.
extension CaptionRecognizer {
  /// Whether a word before a colon, that labels pictures too, begins what somebody says at length: "Picture: a night in
  /// January and a pier that is too low, Mr Brandt told the council".
  func tellsOfMatter(_ line: PastedLine) -> Bool {
    guard line.shape.isLongProse, line.shape.endsSentence, line.shape.interiorSentenceEnds == 0,
      words.photoCreditLabels.match(in: line.words)?.count == 1
        || words.captionLabels.match(in: line.words)?.count == 1,
      let last = line.words.words.last, let first = line.words.words.first,
      line.text.utf8.dropFirst(first.end).first == 0x3A
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
        let first = lines[beside].words.words.first, first.start == 0
      else { return false }
      let isBeforeColon = lines[beside].text.utf8.dropFirst(first.end).first == UInt8(ascii: ":")
      return isBeforeColon && first.isCapitalized(in: lines[beside].text)
        && words.photoCreditLabels.match(whole: FoldedWords(words: [first])) == nil
        && words.captionLabels.match(whole: FoldedWords(words: [first])) == nil
    }
  }
}
