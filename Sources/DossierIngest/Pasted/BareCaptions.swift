import DossierModel

/// Tells the words under pictures that stand among the paragraphs of a text without any mark.
///
/// A page whose captions end in no full stop, as its paragraphs do, leaves them so when it is copied. That one of them
/// says where somebody is to be seen, "(left)", "(pictured)", tells that the page has such; where none does, what lacks
/// its full stop may be a teaser as well, or a sentence that was cut.
struct BareCaptions: Sendable {
  /// Words of a caption that says itself what it is, and of one that others tell of, at least.
  private static let fewestWords = (marked: 7, other: 12)

  let words: PageWords

  /// The paragraphs that are captions, of the paragraphs of a text in their order.
  func indices(in paragraphs: [String]) -> Set<Int> {
    let open = paragraphs.indices.filter { mayBeCaption(paragraphs[$0]) }
    let marked = Set(open.filter { tellsOfPicture(paragraphs[$0]) })
    guard !marked.isEmpty, open.count * 2 < paragraphs.count else { return [] }
    let others = open.filter { index in
      index + 1 < paragraphs.count && LineShape(paragraphs[index]).wordCount >= Self.fewestWords.other
        && !LineShape(paragraphs[index + 1]).startsLowercase
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
      && shape.capitalizedWords * 2 < shape.wordCount && !"\"“„«'‘".contains(text.first ?? " ")
  }

  /// Whether words in brackets, or behind a comma or a dash, say what a picture shows: "(left)", ", pictured with …".
  private func tellsOfPicture(_ text: String) -> Bool {
    let folded = FoldedWords(text, limit: 120)
    let bytes = Array(text.utf8)
    return folded.words.indices.contains { index in
      let word = folded.words[index]
      guard let mark = bytes[..<word.start].last(where: { $0 != 0x20 }) else {
        return isPictured(word) && word.end < bytes.count && bytes[word.end] == UInt8(ascii: ":")
      }
      if mark == UInt8(ascii: "(") { return isPictured(word) || words.picturePlaces.contains(word.folded) }
      return (mark == UInt8(ascii: ",") || mark == UInt8(ascii: "-")) && bytes[word.start - 1] == 0x20
        && isPictured(word)
    }
  }

  private func isPictured(_ word: FoldedWords.Word) -> Bool {
    words.captionLabels.match(whole: FoldedWords(words: [word])) != nil
  }
}
