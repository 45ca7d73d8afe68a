import DossierModel

/// The last paragraphs in which a page asks its readers to go on with it: to subscribe, to comment, to follow it elsewhere.
extension FootReader {
  /// Whether a paragraph without quotation marks speaks to readers, and asks for money twice over, begins a sentence as
  /// the page's buttons do, or leads to a site that pages have buttons for.
  ///
  /// "You have two articles left. Subscribe for a dollar a week.", "Join us on Facebook".
  func invites(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= Self.longestInvitation, speaksToReaders(line), !tellsWhoSpeaks(line),
      !line.text.contains(where: { "\"“”‘«„".contains($0) })
    else { return false }
    let folded = FoldedWords(line.text, limit: 200)
    if let asked = words.appealPhrases.match(in: folded), words.readerWords.match(in: folded) != nil,
      asked.count > 1
    {
      return true
    }
    if folded.words.indices.count(where: { words.appealPhrases.match(in: folded, at: $0) != nil }) > 1 {
      return true
    }
    return leadsToSite(folded, in: line.text)
      || line.text.split(whereSeparator: { ".!?".contains($0) }).contains { sentence in
        let folded = FoldedWords(String(sentence), limit: 200)
        return beginsAsButton(folded, with: words.furnitureLines.match(in: folded), of: line)
          || beginsAsButton(folded, with: words.furniturePrefixes.match(in: folded), of: line)
      }
  }

  /// Whether the last sentence of a few is nothing but what a button says: "Each morning we send out the harbour's news.
  /// Sign up here."
  func endsInButton(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= Self.longestInvitation, line.shape.interiorSentenceEnds > 0,
      !tellsWhoSpeaks(line), !line.text.contains(where: { "\"“”«„".contains($0) }),
      let stop = line.text.dropLast().lastIndex(where: { ".!?".contains($0) })
    else { return false }
    let last = FoldedWords(String(line.text[line.text.index(after: stop)...]))
    guard last.words.count > 1 else { return false }
    return words.appealPhrases.match(whole: last) != nil
      || words.furnitureLines.match(whole: last) == .pageFurniture
      || words.furniturePrefixes.match(whole: last) == .pageFurniture
  }

  /// Words of a button for money, at most.
  private static let moneyButton = 2

  /// Whether a paragraph speaks to readers in one block with what asks them for money below it: "We need your help to go
  /// on", "Donate".
  func isPlea(_ line: PastedLine, before next: PastedLine?) -> Bool {
    guard let next, next.gap == 0, next.isRemoved, line.shape.wordCount <= Self.longestInvitation,
      speaksToReaders(line), !tellsWhoSpeaks(line), !line.text.contains(where: { "\"“”«„".contains($0) })
    else { return false }
    if next.labels == [.removed(.pageFurniture)], next.shape.isLongProse, asksForMoney(next) { return true }
    return next.shape.wordCount <= Self.moneyButton
      && next.words.words.first.map { words.appealPhrases.begins(with: $0.folded) } ?? false
      && words.readerWords.firstMatch(in: next.words) == nil
  }

  /// Whether the words that a sentence begins with are a button's: one word that leads elsewhere, "Read", "Watch", begins
  /// many a sentence.
  ///
  /// Where nobody but the button speaks to readers, and a whole sentence goes on without another, it tells of the button's
  /// words: "Have your say was on all posters".
  private func beginsAsButton(
    _ sentence: FoldedWords, with match: (value: RemovalReason, count: Int)?, of line: PastedLine
  ) -> Bool {
    guard let match, match.count > 1 || match.value != .relatedLink else { return false }
    let button = FoldedWords(words: Array(sentence.words.prefix(match.count)))
    guard line.shape.endsSentence, match.count < sentence.words.count,
      words.readerWords.firstMatch(in: button) != nil
    else { return true }
    let rest = FoldedWords(words: Array(sentence.words.dropFirst(match.count)))
    let speaking = FoldedWords(line.text, limit: 200)
    return speaking.words.indices.count { words.readerWords.match(in: speaking, at: $0) != nil } > 1
      || words.furnitureLines.firstMatch(in: rest) != nil
  }

  /// Words of a request that leads elsewhere, at least.
  private static let requestWords = 3

  /// Whether a paragraph that speaks to readers leads to a site that pages have buttons for.
  func leadsToSite(_ line: PastedLine) -> Bool {
    invites(line) && leadsToSite(FoldedWords(line.text, limit: 200), in: line.text)
  }

  /// Whether a sentence begins as requests of pages do and names a site that they have buttons for, "Join the Herald's
  /// Telegram channel", or has such a site right behind a whole request: "For more, join us on Facebook".
  private func leadsToSite(_ folded: FoldedWords, in text: String) -> Bool {
    func isSite(_ index: Int) -> Bool {
      folded.words.indices.contains(index) && folded.words[index].isCapitalized(in: text)
        && words.furnitureLines.match(whole: FoldedWords(words: [folded.words[index]])) == .navigation
    }
    if let first = folded.words.first, words.furniturePrefixes.begins(with: first.folded),
      folded.words.indices.dropFirst().contains(where: isSite)
    {
      return true
    }
    return folded.words.indices.contains { index in
      guard let request = words.furniturePrefixes.match(in: folded, at: index), request.value == .navigation
      else { return false }
      return request.count >= Self.requestWords && isSite(index + request.count)
    }
  }
}
