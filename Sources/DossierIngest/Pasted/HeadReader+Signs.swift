import DossierModel

/// The lines of a head that have the article's day or author below them.
extension HeadReader {
  /// How much likelier a line is the headline for the day or author below it, and for a deck between.
  private static let signedBonus = (right: 24, aboveDeck: 36)

  /// Lines above a day or author within which its headline stands, and above a deck.
  private static let signedReach = (sign: 4, deck: 3)
  /// Menus or buttons between a headline and its sign, at most.
  private static let menusBetween = 1
  /// Words of a headline, at least, of one that stands among others, of one with a deck, and of a deck, of the same matter
  /// and of any.
  private static let fewestWords = (alone: 3, among: 4, aboveDeck: 5, ofDeck: 5, ofLongDeck: 10)

  /// The lines right above a day or an author that have a headline's form, and how much likelier that makes them: the
  /// headline, or the headline and its deck.
  func signedBonus(in lines: [PastedLine], before end: Int, toldBelow told: Set<String>) -> [Int: Int] {
    var signed: [Int: Int] = [:]
    func sign(_ nearest: Int) {
      signed[nearest] = max(signed[nearest] ?? 0, Self.signedBonus.right)
      guard let above = headline(aboveDeck: nearest, in: lines, toldBelow: told) else { return }
      // What tells of the text in a deck tells of it for its headline.
      let lent =
        matterBonus(of: lines[nearest], toldBelow: told) - matterBonus(of: lines[above], toldBelow: told)
      signed[above] = Self.signedBonus.aboveDeck + max(0, lent)
    }
    for place in signs(in: lines, before: end) {
      guard let nearest = headline(above: place, in: lines) else { continue }
      sign(nearest)
      // A line without a word of the text may be its authors' names, which no list has.
      if matterBonus(of: lines[nearest], toldBelow: told) == 0, let next = headline(above: nearest, in: lines)
      {
        sign(next)
      }
    }
    return signed
  }

  /// The lines above the text's first, and it itself, that tell a day or an author.
  private func signs(in lines: [PastedLine], before end: Int) -> some Sequence<Int> {
    lines.indices.prefix(end + 1).lazy.filter { lines[$0].tellsDateOrAuthor }
  }

  /// The headline of which a line may be the deck: it is of the same matter, or shorter than a long deck.
  private func headline(aboveDeck deck: Int, in lines: [PastedLine], toldBelow told: Set<String>) -> Int? {
    let count = lines[deck].shape.wordCount
    guard count >= Self.fewestWords.ofDeck, let above = lineAbove(deck, in: lines),
      mayHead(above, in: lines, words: Self.fewestWords.aboveDeck), !isOneOfMany(above, in: lines),
      matterBonus(of: lines[above], toldBelow: told) > 0
        || count >= Self.fewestWords.ofLongDeck && count > lines[above].shape.wordCount
    else { return nil }
    return above
  }

  /// The line above one, with no more than rows, an outlet's name and what the page says of itself between: "This article
  /// is four years old".
  private func lineAbove(_ index: Int, in lines: [PastedLine]) -> Int? {
    lines[max(0, index - Self.signedReach.deck)..<index].lastIndex {
      $0.isOpen && !$0.isRow && words.outlet(named: $0.text) == nil
    }
  }

  /// The nearest line above a sign that has a headline's form; a sentence between them may be its deck.
  private func headline(above sign: Int, in lines: [PastedLine]) -> Int? {
    var menus = 0
    for index in lines[max(0, sign - Self.signedReach.sign)..<sign].indices.reversed() {
      menus += lines[index].labels == [.removed(.navigation)] ? 1 : 0
      if menus > Self.menusBetween { return nil }
      if mayHead(index, in: lines, words: Self.fewestWords.alone), !isQuestionBelowDeck(index, in: lines) {
        return index
      }
    }
    return nil
  }

  /// Whether a line asks something below a headline and its deck, as a link to what explains the matter does.
  private func isQuestionBelowDeck(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard lines[index].shape.endsWithQuestion, let deck = lineAbove(index, in: lines),
      let headline = lineAbove(deck, in: lines)
    else { return false }
    return [deck, headline].allSatisfy { mayHead($0, in: lines, words: Self.fewestWords.aboveDeck) }
  }

  /// Whether a line has the form of a headline, and neither an outlet's or office's name nor a menu's.
  private func mayHead(_ index: Int, in lines: [PastedLine], words: Int) -> Bool {
    let line = lines[index]
    guard line.isOpen, line.shape.wordCount >= words,
      line.shape.isHeadlineLike && !line.shape.isProse || mayEndAsSentence(line)
        || isSignedSentence(index, in: lines)
    else { return false }
    return !isMasthead(line) && !line.isRow && !isRow(line.text) && !isNamesOnly(line)
      && !isOfLetterhead(index, in: lines)
  }

  /// Whether a line has another headline right above it, as those of other articles are listed.
  private func isOneOfMany(_ index: Int, in lines: [PastedLine]) -> Bool {
    index > 0 && mayHead(index - 1, in: lines, words: Self.fewestWords.among)
  }

  /// Whether a line is the names of persons, with where they were or without: "Ann Poe in Lund and agencies".
  private func isNamesOnly(_ line: PastedLine) -> Bool {
    guard line.shape.wordCount <= 12, let names = listedNames(line)
    else { return false }
    let isTitleLike = line.words.words.contains { words.openWords.contains($0.folded) }
    return names.count > 1 || line.shape.isCapitalizedThroughout && !isTitleLike
      || words.beginsWithGivenName(names[0])
  }

  /// Words of a headline that is a sentence, at most.
  private static let mostOfSentence = 20

  /// Whether a line is a headline though it ends in a full stop: the day or author is right below it, and nothing that
  /// may be its headline right above.
  func isSignedSentence(_ index: Int, in lines: [PastedLine]) -> Bool {
    guard lines[index].shape.isProse, lines[index].shape.wordCount <= Self.mostOfSentence,
      index + 1 < lines.count, lines[index + 1].tellsDateOrAuthor,
      !startsWithDateline(lines[index]),
      !lines[..<index].contains(where: { $0.isOpen && $0.shape.isLongProse })
    else { return false }
    guard let above = lineAbove(index, in: lines) else { return true }
    return lines[above].shape.wordCount < Self.fewestWords.among
  }

  /// Lines from the first that looks like the text's within which the headline is looked for, paragraphs that may stand
  /// above it, and how many times longer the text below is at least.
  private static let teasers = (reach: 40, paragraphs: 4, share: 4)

  /// The first line of the text below a headline with its day or author that tells what the text is of, where nothing
  /// above the first paragraph is such a headline: what lies between are other articles' teasers, or the page's words.
  func bodyStart(belowTeasersFrom first: Int, in lines: [PastedLine]) -> Int? {
    guard first < lines.count,
      !signs(in: lines, before: first).contains(where: { headline(above: $0, in: lines) != nil })
    else {
      return nil
    }
    for sign in lines.indices[first...].prefix(Self.teasers.reach)
    where lines[sign].tellsDateOrAuthor {
      guard let headline = headline(above: sign, in: lines), headline > first,
        lines[headline].shape.wordCount >= Self.fewestWords.among,
        let start = lines[sign...].firstIndex(where: { $0.isOpen && $0.shape.isLongProse })
      else { continue }
      let above = lines[first..<headline].filter { $0.isOpen && $0.shape.isProse }
      let below = lines[start...].lazy.filter { $0.isOpen && $0.shape.isProse }
      guard above.count <= Self.teasers.paragraphs,
        above.reduce(0, { $0 + $1.text.utf8.count }) * Self.teasers.share
          <= below.reduce(0, { $0 + $1.text.utf8.count }),
        tellsOf(matterWords(from: start, in: lines), lines[headline], by: Self.shortWord) == true
      else { continue }
      return start
    }
    return nil
  }
}
