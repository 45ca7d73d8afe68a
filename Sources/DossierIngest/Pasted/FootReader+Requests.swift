import DossierModel

/// The boxes amid a text in which its site speaks: what it asks of its readers, and who sent what it shows.
extension FootReader {
  /// The lines without the boxes in which a site speaks for itself: those that ask readers for money, and those that
  /// ask them for leave to remember them; and without who sent a message that is shown amid the text.
  func withoutRequests(_ lines: [PastedLine]) -> [PastedLine] {
    withoutSenders(withoutConsent(withoutTeasers(withoutOffers(withoutNewsletters(withoutAppeals(lines))))))
  }

  /// Words of the heading of a box that offers a newsletter, of its lines and of its button, and lines, at most.
  private static let newsletter = (heading: 4, line: 20, button: 3, lines: 4)

  /// The lines without the boxes that offer a newsletter: a few lines in one block, of which the first ends in the word for
  /// it, or asks to sign up, and the last is a button.
  private func withoutNewsletters(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    for button in lines.indices.dropFirst() where isButton(lines[button]) && lines[button].gap == 0 {
      guard let heading = lines[..<button].lastIndex(where: { $0.gap > 0 }),
        button - heading < Self.newsletter.lines,
        offersNewsletter(lines[heading]) || lines[heading].labels == [.removed(.pageFurniture)],
        lines[heading..<button].allSatisfy({
          $0.isRemoved || $0.isOpen && $0.shape.wordCount <= Self.newsletter.line && !startsWithQuote($0)
        })
      else { continue }
      for index in heading..<button { lines[index].labels = [.removed(.pageFurniture)] }
    }
    return lines
  }

  private func isButton(_ line: PastedLine) -> Bool {
    line.labels == [.removed(.navigation)] && line.shape.wordCount <= Self.newsletter.button
  }

  /// Whether a few words end in one that stands alone as furniture: "Daily newsletter".
  private func offersNewsletter(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= Self.newsletter.heading, line.shape.isHeadlineLike,
      let last = line.words.words.last
    else { return false }
    return words.furnitureLines.match(whole: FoldedWords(words: [last])) == .pageFurniture
  }

  /// Paragraphs above a line that tells who posted a message, at least.
  private static let paragraphsAboveSender = 3

  /// The lines without the name and day of who posted what a page shows amid its text: "Posted by Ann Poe / on 5 March";
  /// and without the name of who wrote a box in it, as far from the text's end as from its beginning.
  private func withoutSenders(_ lines: [PastedLine]) -> [PastedLine] {
    guard let last = lines.lastIndex(where: { $0.isOpen && $0.shape.isLongProse }) else { return lines }
    var lines = lines
    var above = 0
    for index in lines[..<last].indices {
      if lines[index].isOpen, lines[index].shape.isLongProse { above += 1 }
      guard above >= Self.paragraphsAboveSender, lines[index].tellsAuthor else { continue }
      if lines[..<index].contains(where: \.tellsDate), lines[index].tellsDate || headsBox(index, in: lines) {
        lines[index].labels = [.removed(.pageFurniture)]
      } else if headsInset(index, in: lines) {
        lines[index].labels = [.credits(FootReader.authors(in: [lines[index]]))]
      }
    }
    return lines
  }

  /// Whether an author stands right below a word or two, and above as many paragraphs as are above a sender: "Analysis",
  /// "By Ann Poe".
  private func headsBox(_ index: Int, in lines: [PastedLine]) -> Bool {
    let heading = lines[index - 1]
    return lines[index].gap == 0 && heading.gap > 0 && heading.shape.wordCount <= 2
      && heading.shape.isHeadlineLike
      && lines[index...].count { $0.isOpen && $0.shape.isLongProse } >= Self.paragraphsAboveSender
  }

  /// Whether an author stands right between a heading and a paragraph, amid the text: who wrote what is set into it,
  /// "Analysis: a quiet harbour", "By Ann Poe, harbour correspondent".
  ///
  /// The text's own author stands above it, or below.
  private func headsInset(_ index: Int, in lines: [PastedLine]) -> Bool {
    let (heading, text) = (lines[index - 1], lines[index + 1])
    return lines[index].gap == 0 && heading.gap > 0 && heading.isOpen && heading.shape.isHeadlineLike
      && heading.mark == .none && text.gap == 0 && text.isOpen && text.shape.isLongProse
      && lines[(index + 2)...].contains { $0.isOpen && $0.shape.isLongProse }
  }

  /// What asks for leave stands above all of the text, or below all of it.
  private func withoutConsent(_ lines: [PastedLine]) -> [PastedLine] {
    let open = lines.indices.filter { lines[$0].isOpen && lines[$0].shape.wordCount >= 5 }
    let asking = Set(open.filter { asksForLeave(lines[$0]) })
    let first = open.prefix { asking.contains($0) || !lines[$0].shape.isProse }.last(where: asking.contains)
    let last = open.reversed().prefix(while: asking.contains).last
    var lines = lines
    for index in asking where index <= first ?? -1 || index >= last ?? lines.count {
      lines[index].labels = [.removed(.pageFurniture)]
    }
    return lines
  }

  private func asksForLeave(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= 150, !startsWithQuote(line) else { return false }
    let folded = FoldedWords(line.text, limit: 200)
    guard words.consentPhrases.firstMatch(in: folded) != nil else { return false }
    return speaksToReaders(line)
  }

  /// What stands between the first words that ask for money and the last, a few lines below, is one box.
  ///
  /// Where somebody says something in it, it is a text that tells who asked whom for support.
  private func withoutAppeals(_ lines: [PastedLine]) -> [PastedLine] {
    var lines = lines
    let asking = lines.indices.filter { asksForMoney(lines[$0]) }
    for (first, last) in zip(asking, asking.dropFirst())
    where last - first <= Self.appealSpan
      && !lines[first...last].contains(where: { startsWithQuote($0) || tellsWhoSpeaks($0) })
    {
      for index in first...last where lines[index].isOpen || lines[index].isRemoved {
        lines[index].labels = [.removed(.pageFurniture)]
      }
    }
    return lines
  }

  /// Whether a verb in a line tells that somebody says something.
  func tellsWhoSpeaks(_ line: PastedLine) -> Bool {
    FoldedWords(line.text, limit: 200).words.contains {
      words.reportingVerbs.contains($0.folded) || words.tellingVerbs.contains($0.folded)
    }
  }

  /// Lines from one request for money to the next of the same box, at most.
  private static let appealSpan = 5

  func asksForMoney(_ line: PastedLine) -> Bool {
    guard line.isOpen || line.isRemoved, line.shape.wordCount <= 120 else { return false }
    let folded = FoldedWords(line.text, limit: 200)
    return words.appealPhrases.firstMatch(in: folded) != nil && speaksToReaders(line)
  }
}
