import DossierModel
import DossierSource

/// The numbers of a sentence that hardly two happenings of a day have: "the 157 on board", "$71.95".
///
/// Small and round numbers are of many, and a model's is none: "Northstar 235 jets", "the 235 Max".
struct TellingNumbers {
  private static let least = 30.0
  /// Digits of a number that counts something without a noun, "killed all 157": more may be a year, or a code.
  private static let digits = 2...3

  private(set) var values: Set<Double> = []

  init(of sentence: Int, in article: AnnotatedArticle, _ text: TextContext) {
    let names = article.sentenceMentions(sentence)
    let makers = Set(names.filter { $0.kind == .organization }.map(\.range.upperBound))
    for figure in article.sentenceFigures(sentence) {
      let counted = figure.counted.map { text.bytes[$0.lowerBound] }
      let isNamed = counted.map { (0x41...0x5A).contains($0) } ?? false
      if !isNamed, !makers.contains(figure.range.lowerBound - 1) { add(figure.number) }
    }
    let taken =
      article.namesAndTimes(ofSentence: sentence) + article.sentenceFigures(sentence).map(\.range)
    readBare(article.sentences[sentence].range, in: text.bytes, leavingOut: taken)
  }

  private mutating func add(_ number: Double) {
    if number >= Self.least, number.truncatingRemainder(dividingBy: 10) != 0 { values.insert(number) }
  }

  /// Digits between spaces, with a small letter or a mark behind them: "killing all 157 on board".
  private mutating func readBare(_ range: TextRange, in bytes: [UInt8], leavingOut taken: [TextRange]) {
    var index = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while index < end {
      guard isDigit(bytes[index]), index > range.lowerBound, bytes[index - 1] == 0x20 else {
        index += 1
        continue
      }
      let start = index
      while index < end, isDigit(bytes[index]) { index += 1 }
      guard Self.digits.contains(index - start), endsCount(at: index, before: end, in: bytes),
        !taken.contains(where: { $0.lowerBound < index && start <= $0.upperBound })
      else { continue }
      add(bytes[start..<index].reduce(0) { $0 * 10 + Double($1 - 0x30) })
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether what counts ends at a byte: at the end of a clause, or before a word in small letters.
  private func endsCount(at index: Int, before end: Int, in bytes: [UInt8]) -> Bool {
    guard index < end else { return true }
    if bytes[index] == 0x20 { return index + 1 < end && (0x61...0x7A).contains(bytes[index + 1]) }
    let isMark = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
    return isMark && (index + 1 >= end || !isDigit(bytes[index + 1]))
  }
}
