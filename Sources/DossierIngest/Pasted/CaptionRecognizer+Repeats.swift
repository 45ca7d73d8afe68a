import DossierModel

/// What stands twice under a picture.
extension CaptionRecognizer {
  /// A line printed twice in a row under a picture, once for the eye and once for the page.
  func labelRepeated(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropLast() where lines[index].text == lines[index + 1].text {
      if lines[index].isOpen,
        let caption = repeatedCaption(lines[index]) ?? captionBelowHeadline(index, in: lines)
      {
        lines[index].labels = [caption]
      }
      guard case .caption? = lines[index].labels.first else { continue }
      lines[index + 1].labels = [.removed(.repeatedCaption)]
    }
  }

  /// Lines from a picture's words to where they stand once more, at most, and words of its credit, at most.
  private static let pair = (reach: 6, credit: 10)

  /// What a picture shows and whose it is, on two lines that both come again below buttons, where the page shows it large.
  func labelRepeatedPairs(_ lines: inout [PastedLine]) {
    let text = lines.firstIndex { $0.isOpen && $0.shape.isLongProse } ?? lines.count
    for index in lines.indices.dropLast() where lines[index].isOpen && lines[index + 1].isOpen {
      let (shown, credit) = (lines[index], lines[index + 1])
      guard index <= text, shown.mark == .none, credit.mark == .none, shown.shape.wordCount >= 5,
        credit.gap == 0, !credit.shape.endsSentence, credit.shape.wordCount <= Self.pair.credit,
        let copy = lines.indices.clamped(to: index + 3..<index + Self.pair.reach + 1).first(where: {
          lines[$0].text == shown.text
        }), copy + 1 < lines.count, lines[copy + 1].text == credit.text,
        lines[(index + 2)..<copy].allSatisfy({ $0.labels == [.removed(.navigation)] })
      else { continue }
      lines[index].labels = [.caption(shown.text, credit: Self.trimmed(credit.text))]
      lines[index + 1].labels = [.removed(.movedToMetadata)]
      for again in [copy, copy + 1] { lines[again].labels = [.removed(.repeatedCaption)] }
    }
  }

  /// A line printed twice in a row, the second time with whose picture it is behind it: then all that is more is the
  /// credit, whether or not a list knows the name.
  func labelRepeatedWithCredit(_ lines: inout [PastedLine]) {
    for index in lines.indices.dropFirst() where lines[index].gap <= 1 {
      let (first, second) = (lines[index - 1], lines[index])
      guard first.shape.wordCount >= 5, second.text.utf8.count > first.text.utf8.count,
        second.mark == .none, second.text.hasPrefix(first.text)
      else { continue }
      let tail = Self.trimmed(String(second.text.dropFirst(first.text.count)))
      // Behind a comma the words go on: "…, September 2018 [File: WIRE]".
      guard !tail.hasPrefix(","), isLikeCredit(tail) else { continue }
      lines[index - 1].labels = [.removed(.imageDescription)]
      lines[index].labels = [.caption(first.text, credit: credit(tail))]
    }
  }

  /// What is printed twice in a row is a caption, and no headline, where it is a sentence or has words behind one.
  ///
  /// A name behind the sentence is then a credit, though no list knows it.
  private func repeatedCaption(_ line: PastedLine) -> PastedLine.Label? {
    if line.shape.isProse { return .caption(line.text, credit: nil) }
    guard line.shape.interiorSentenceEnds == 1,
      let end = line.text.range(of: ". ", options: .backwards)
    else { return nil }
    let tail = LineShape(String(line.text[end.upperBound...]))
    guard tail.wordCount <= 6, tail.isCapitalizedThroughout, !tail.endsSentence else { return nil }
    return .caption(
      String(line.text[..<end.lowerBound]) + ".", credit: String(line.text[end.upperBound...]))
  }

  /// Words of a headline above a caption, at least.
  private static let headlineWords = 5

  /// A line printed twice in a row is a caption too where a headline and its day or author stand above it.
  private func captionBelowHeadline(_ index: Int, in lines: [PastedLine]) -> PastedLine.Label? {
    let line = lines[index]
    guard line.mark == .none, line.shape.wordCount >= Self.headlineWords, line.shape.isHeadlineLike,
      !line.shape.startsLowercase, lines[index + 1].gap <= 1,
      !lines[..<index].contains(where: { $0.isOpen && $0.shape.isLongProse }),
      let signature = lines[..<index].lastIndex(where: \.tellsDateOrAuthor),
      lines[..<signature].contains(where: {
        $0.isOpen && $0.shape.isHeadlineLike && $0.shape.wordCount >= Self.headlineWords && !$0.isRow
      }), !lines[..<index].contains(where: { $0.words.joined == line.words.joined })
    else { return nil }
    return .caption(line.text, credit: nil)
  }

  /// Whether a line is a number and no more: which picture of its page one is.
  func isNumber(_ line: PastedLine) -> Bool {
    line.isOpen && line.text.utf8.count <= 3 && line.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Lines above and below a caption within which its words stand once more.
  private static let copyReach = 2

  /// The words of a labelled caption close by, for the eye or for those who do not see the picture: no headline, though
  /// they come twice.
  func labelCopies(_ lines: inout [PastedLine]) {
    for index in lines.indices {
      guard case .caption(let text?, _)? = lines[index].labels.first else { continue }
      if index > 0, lines[index].gap == 0, isNumber(lines[index - 1]) {
        lines[index - 1].labels = [.removed(.pageFurniture)]
      }
      let caption = FoldedWords(text)
      guard caption.words.count >= 4 else { continue }
      for near in lines.indices.clamped(to: index - Self.copyReach..<index + Self.copyReach + 1)
      where near != index && isCopy(lines[near], of: caption.joined, creditedBy: lines[index]) {
        lines[near].labels = [.removed(.repeatedCaption)]
      }
      labelCopiesBelow(index, caption: text, in: &lines)
    }
  }

  /// Lines below a caption within which it stands once more under the same picture, shown large.
  private static let largeCopyReach = 12

  /// A page that shows a picture large and small has its caption once more further down, over a credit.
  private func labelCopiesBelow(_ index: Int, caption: String, in lines: inout [PastedLine]) {
    let below = lines.indices.dropLast().clamped(to: index + 1..<index + 1 + Self.largeCopyReach)
    for copy in below where lines[copy].isOpen && lines[copy].text == caption {
      let isBesideCredit = [copy - 1, copy + 1].contains { beside in
        if case .caption(nil, credit: .some)? = lines[beside].labels.first { true } else { false }
      }
      guard isBesideCredit else { continue }
      lines[copy].labels = [.removed(.repeatedCaption)]
    }
  }

  /// Whether a line is a caption's words once more, open or labelled as a caption, and tells no more than it.
  private func isCopy(_ line: PastedLine, of caption: String, creditedBy first: PastedLine) -> Bool {
    if line.isOpen { return line.words.joined == caption }
    guard case .caption(let text?, let credit)? = line.labels.first,
      case .caption(_, let known)? = first.labels.first
    else { return false }
    return FoldedWords(text).joined == caption && (credit == nil || credit == known)
  }
}
