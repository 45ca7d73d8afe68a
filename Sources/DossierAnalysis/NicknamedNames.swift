/// Names of persons with another one in quotation marks between their parts: 'Hans "Red" Keller'.
///
/// The marks part what is one name, so that the tagger finds two or three persons, or a given name with half a
/// quotation. Both what stands before the marks and what follows them must be read as a person's.
struct NicknamedNames {
  private let text: TokenizedText
  /// How many words may stand between the marks.
  private static let longest = 2

  init(text: TokenizedText) { self.text = text }

  func joined(_ spans: [NameSpan]) -> [NameSpan] {
    guard spans.count > 1 else { return spans }
    var joined: [NameSpan] = []
    var index = 0
    while index < spans.count {
      guard let end = endOfName(from: index, in: spans) else {
        joined.append(spans[index])
        index += 1
        continue
      }
      let tokens = spans[index].tokens.lowerBound..<spans[end].tokens.upperBound
      joined.append(NameSpan(tokens, .person, spans[index].rule))
      index = end + 1
    }
    return joined
  }

  /// The last of the spans that are one name with the span at an index; nil where there is none.
  private func endOfName(from index: Int, in spans: [NameSpan]) -> Int? {
    guard spans[index].kind == .person,
      let closing = closingMark(behindOpening: spans[index].tokens),
      let end = spans[(index + 1)...].firstIndex(where: { $0.tokens.lowerBound > closing }),
      end - index <= Self.longest + 1, spans[end].kind == .person,
      spans[end].tokens.lowerBound == closing + 1, !text.tokens[closing + 1].isJoined
    else { return nil }
    return end
  }

  /// The mark that closes what is quoted behind the first words of a name, or within it where the tagger went on.
  private func closingMark(behindOpening tokens: Range<Int>) -> Int? {
    let limit = min(tokens.upperBound + 1, text.tokens.count)
    guard let opening = (tokens.lowerBound + 1..<max(limit, tokens.lowerBound + 1)).first(where: isOpening)
    else { return nil }
    var token = opening + 1
    while token < text.tokens.count, token - opening <= Self.longest, text.isCapitalWord(token),
      text.tokens[token].isJoined == (token == opening + 1)
    {
      token += 1
    }
    guard token > opening + 1, token < text.tokens.count, text.tokens[token].isJoined, isMark(token),
      token + 1 < text.tokens.count, token >= tokens.upperBound - 1
    else { return nil }
    return token
  }

  private func isOpening(_ index: Int) -> Bool {
    isMark(index) && !text.tokens[index].isJoined && index + 1 < text.tokens.count
      && text.tokens[index + 1].isJoined
  }

  /// Whether a token is a mark that may open or close what is quoted.
  private func isMark(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .punctuation else { return false }
    switch text.byte(index) {
    case 0x22, 0x27: return true
    // “ ” „ ‘ ’, which begin alike.
    case 0xE2:
      return token.upper - token.lower == 3 && text.bytes[token.lower + 1] == 0x80
        && (0x98...0x9F).contains(text.bytes[token.lower + 2])
    default: return false
    }
  }
}
