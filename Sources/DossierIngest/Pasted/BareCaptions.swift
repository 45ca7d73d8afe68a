import DossierModel

/// Tells the words under pictures that stand among the paragraphs of a text without any mark.
///
/// A page whose captions end in no full stop, as its paragraphs do, leaves them so when it is copied. That one of them
/// says where somebody is to be seen, "(left)", "(pictured)", tells that the page has such;
/// where none does, what lacks its full stop may be a teaser as well, or a sentence that was cut.
struct BareCaptions: Sendable {
  /// Words of a caption that says itself what it is, and of one that others tell of, at least.
  private static let fewestWords = (marked: 7, other: 12)

  let words: PageWords

  /// The paragraphs that are captions, of the paragraphs of a text in their order.
  func indices(in paragraphs: [String]) -> Set<Int> {
    let open = paragraphs.indices.filter { index in
      // What begins small goes on with a sentence that was parted.
      mayBeCaption(paragraphs[index])
        && !(index + 1 < paragraphs.count && LineShape(paragraphs[index + 1]).startsLowercase)
    }
    let weights = open.map { marks(in: paragraphs[$0]) }
    let marked = Set(zip(open, weights).filter { $0.1 > 0 }.map(\.0))
    guard !marked.isEmpty, open.count * 2 < paragraphs.count else { return [] }
    // A place that one sentence tells says nothing of those beside it.
    guard weights.reduce(0, +) > 1 else { return marked }
    let others = open.filter { index in
      index + 1 < paragraphs.count && LineShape(paragraphs[index]).wordCount >= Self.fewestWords.other
    }
    return marked.union(others)
  }

  /// Whether a paragraph is words as of a sentence, without its full stop.
  func mayBeCaption(_ text: String) -> Bool {
    guard text.utf8.count <= 600, let last = text.unicodeScalars.last(where: { $0 != " " }),
      !".!?…:;\"”".unicodeScalars.contains(last), !text.utf8.contains(0x0A)
    else { return false }
    let shape = LineShape(text)
    return shape.wordCount >= Self.fewestWords.marked && !shape.endsSentence && !shape.startsLowercase
      && shape.interiorSentenceEnds <= 1
      && shape.capitalizedWords * 2 < shape.wordCount && !"\"“„«'‘".contains(text.first ?? " ")
  }

  /// How much in a paragraph says what a picture shows: two for "pictured", one for each place, "Ann Poe (left)".
  ///
  /// A party may stand to the left too, and a film be seen below; a place is told of a person, "Ann Poe (left)", or of two
  /// things in one sentence, "the quay (left) and the pier (right)".
  private func marks(in text: String) -> Int {
    let folded = FoldedWords(text, limit: 120)
    if folded.words.contains(where: { isPictured($0) && isSetOff($0, in: text) }) { return 2 }
    let fronts = folded.words.indices.filter { isPlace(at: $0, of: folded, in: text) }.map { index in
      let front = folded.words[..<index]
      let start = front.lastIndex { !$0.isCapitalized(in: text) }.map { $0 + 1 } ?? 0
      return front[start...]
    }
    guard !fronts.contains(where: { isOfNobody($0, of: folded) }) else { return 0 }
    return fronts.count > 1 || fronts.contains { $0.count > 1 } ? fronts.count : 0
  }

  /// Whether a word stands behind a bracket, a comma or a hyphen, or in front of a colon at the front: "(pictured)", ",
  /// pictured with …", "Pictured: …".
  private func isSetOff(_ word: FoldedWords.Word, in text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let mark = bytes[..<word.start].last(where: { $0 != 0x20 }) else {
      return word.end < bytes.count && bytes[word.end] == UInt8(ascii: ":")
    }
    return mark == UInt8(ascii: "(")
      || (mark == UInt8(ascii: ",") || mark == UInt8(ascii: "-")) && bytes[word.start - 1] == 0x20
  }

  /// Whether a word is alone in its brackets, in small letters, and tells a place in a picture: "(left)".
  private func isPlace(at index: Int, of folded: FoldedWords, in text: String) -> Bool {
    let word = folded.words[index]
    guard words.picturePlaces.contains(word.folded), !word.isCapitalized(in: text), index > 0 else {
      return false
    }
    let before = folded.words[index - 1]
    return String(decoding: text.utf8.dropFirst(before.end).prefix(word.end + 1 - before.end), as: UTF8.self)
      == " (" + String(decoding: text.utf8.dropFirst(word.start).prefix(word.end - word.start), as: UTF8.self)
      + ")"
  }

  /// Whether words with capitals begin with an article or stand behind one, as no person's name does: "the Social
  /// Democrats".
  private func isOfNobody(_ name: ArraySlice<FoldedWords.Word>, of folded: FoldedWords) -> Bool {
    guard let first = name.first else { return false }
    return words.articles.contains(first.folded)
      || name.startIndex > 0 && words.articles.contains(folded.words[name.startIndex - 1].folded)
  }

  private func isPictured(_ word: FoldedWords.Word) -> Bool {
    words.captionLabels.match(whole: FoldedWords(words: [word])) != nil
      && !words.photoCreditWords.contains(word.folded)
  }
}

extension CaptionRecognizer {
  /// Captions without a mark among the paragraphs of the text (``BareCaptions``).
  func labelBare(_ lines: inout [PastedLine]) {
    let bare = BareCaptions(words: words)
    guard let first = lines.firstIndex(where: { $0.isOpen && $0.shape.isLongProse && $0.shape.endsSentence })
    else { return }
    let open = lines.indices.filter { index in
      index >= first && lines[index].isOpen && lines[index].mark == .none && !lines[index].isLink
        && (lines[index].shape.isProse || bare.mayBeCaption(lines[index].text))
    }
    for place in bare.indices(in: open.map { lines[$0].text }) {
      lines[open[place]].labels = [.caption(lines[open[place]].text, credit: nil)]
    }
  }
}
