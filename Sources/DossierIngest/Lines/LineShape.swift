/// What a line looks like before any word of it is looked up: what tells prose from labels.
struct LineShape: Sendable {
  private(set) var byteCount = 0
  private(set) var wordCount = 0
  /// Words that begin with a capital letter.
  private(set) var capitalizedWords = 0
  private(set) var digitCount = 0
  /// Ends of sentences inside the line, not counting its own end.
  private(set) var interiorSentenceEnds = 0
  /// Whether it ends with a full stop, question or exclamation mark or ellipsis, quotation marks and brackets aside.
  private(set) var endsSentence = false
  private(set) var endsWithEllipsis = false
  private(set) var endsWithQuestion = false
  private(set) var endsWithColon = false
  private(set) var startsLowercase = false
  private(set) var hasLowercase = false

  init(_ line: String) {
    var letters = 0
    var lastMark: Unicode.Scalar?
    var pendingEnd = false
    var isFirst = true
    var previousLetters = 0
    for scalar in line.unicodeScalars {
      byteCount += scalar.utf8.count
      if FoldedWords.isPartOfWord(scalar) {
        let lower = Self.isLowercase(scalar)
        if letters == 0 {
          wordCount += 1
          if Self.isUppercase(scalar) { capitalizedWords += 1 }
          if pendingEnd, !lower { interiorSentenceEnds += 1 }
          pendingEnd = false
        }
        if isFirst { startsLowercase = lower }
        isFirst = false
        if lower { hasLowercase = true }
        if scalar.value >= 0x30, scalar.value <= 0x39 { digitCount += 1 }
        letters += 1
        lastMark = nil
        continue
      }
      if letters > 0 { previousLetters = letters }
      letters = 0
      if Self.closers.contains(scalar) || scalar == " " {
        // A full stop after two letters or fewer is an abbreviation's: "U.S. troops", "Mr. Smith".
        if scalar == " ", let mark = lastMark, mark != ".", Self.enders.contains(mark) { pendingEnd = true }
        if scalar == " ", lastMark == ".", previousLetters > 3 { pendingEnd = true }
        continue
      }
      lastMark = scalar
    }
    setEnding(lastMark)
  }

  /// The shape of this line with another behind it.
  func followed(by next: LineShape) -> LineShape {
    var whole = next
    whole.byteCount += byteCount + 1
    whole.wordCount += wordCount
    whole.capitalizedWords += capitalizedWords
    whole.digitCount += digitCount
    whole.interiorSentenceEnds += interiorSentenceEnds + (endsSentence && !next.startsLowercase ? 1 : 0)
    whole.startsLowercase = startsLowercase
    whole.hasLowercase = hasLowercase || next.hasLowercase
    return whole
  }

  /// Whether it reads as prose: at least one sentence of some length.
  var isProse: Bool { wordCount >= 30 || (wordCount >= 4 && endsSentence && !startsLowercase) }

  /// A paragraph that no page furniture looks like.
  var isLongProse: Bool {
    wordCount >= 30 || (isProse && (wordCount >= 18 || (interiorSentenceEnds > 0 && wordCount >= 12)))
  }

  /// Whether each word begins with a capital letter, as those of names and labels do.
  var isCapitalizedThroughout: Bool { capitalizedWords == wordCount }

  /// Whether it looks like a headline or label: words without a sentence's end.
  var isHeadlineLike: Bool { !endsSentence && !endsWithColon && wordCount >= 1 && wordCount <= 30 }

  private mutating func setEnding(_ mark: Unicode.Scalar?) {
    guard let mark else { return }
    endsSentence = Self.enders.contains(mark)
    endsWithEllipsis = mark == "…"
    endsWithQuestion = mark == "?"
    endsWithColon = mark == ":"
  }

  /// Marks that may stand behind the end of a sentence: those that close, and the signs that end a magazine's texts.
  static let closers: Set<Unicode.Scalar> = [
    "\"", "'", "”", "’", "»", ")", "]", "*", "_", "\u{201C}", "›", "■", "◼", "▪", "□", "●", "◆", "♦", "∎",
  ]
  private static let enders: Set<Unicode.Scalar> = [".", "!", "?", "…"]

  static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value >= 0x61 && scalar.value <= 0x7A : scalar.properties.isLowercase
  }

  static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value >= 0x41 && scalar.value <= 0x5A : scalar.properties.isUppercase
  }
}
