/// The stretches of a sentence that may hold names: capitals with the small words, numbers and hyphens among them.
///
/// Four of five words of running text lie outside of them and cost the tagger nothing.
struct NameWindows {
  let text: TokenizedText
  let classes: WordClasses

  /// Tokens between two capitals that may still belong to one name.
  private static let longestBridge = 3
  /// Tokens of a window; a longer stretch of capitals is cut.
  private static let longest = 64

  func windows(in sentence: Range<Int>) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard isCore(index) else {
        index += 1
        continue
      }
      let start = start(of: index, from: windows.last?.upperBound ?? sentence.lowerBound)
      var end = min(index + max(1, Int(classes.length[index])), sentence.upperBound)
      var next = end
      while next < sentence.upperBound, next - end <= Self.longestBridge, next - start < Self.longest {
        if isCore(next) {
          // A listed name may hold a comma: "Washington, D.C.".
          next = min(next + max(1, Int(classes.length[next])), sentence.upperBound)
          end = next
        } else if isBridge(next) {
          next += 1
        } else {
          break
        }
      }
      end = self.end(of: end, before: sentence.upperBound)
      windows.append(start..<end)
      index = end
    }
    return windows
  }

  /// A word that is written as a name is.
  @inline(__always) func isCore(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, !token.flags.contains(.clitic) else { return false }
    return !token.flags.isDisjoint(with: [.capitalised, .innerCapital])
  }

  private func isBridge(_ index: Int) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return true
    case .symbol: return false
    case .word:
      return token.flags.contains(.clitic) || !classes.alone[index].isDisjoint(with: [.particle, .connector])
    case .punctuation:
      switch text.byte(index) {
      case UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "."): return true
      case UInt8(ascii: "/"), UInt8(ascii: "!"): return token.isJoined
      case 0xE2: return token.upper - token.lower == 3 && text.bytes[token.lower + 1] == 0x80
      default: return false
      }
    }
  }

  /// The start of a window, with the number or small words before its first capital.
  private func start(of core: Int, from lower: Int) -> Int {
    var start = core
    if start - 2 >= lower, text.tokens[start].isJoined, text.byte(start - 1) == UInt8(ascii: "-"),
      classes.alone[start - 2].contains(.particle)
    {
      start -= 2
    } else if start - 1 >= lower {
      if text.tokens[start - 1].kind == .number { return start - 1 }
      // "von der Leyen": particles stand in a row.
      while start - 1 >= lower, core - start < 2, classes.alone[start - 1].contains(.particle) { start -= 1 }
    }
    return start
  }

  /// The end of a window, with the number behind its last capital.
  private func end(of end: Int, before upper: Int) -> Int {
    guard end < upper else { return end }
    if text.tokens[end].kind == .number { return end + 1 }
    if end + 1 < upper, text.byte(end) == UInt8(ascii: "-"), text.tokens[end].isJoined,
      text.tokens[end + 1].kind == .number
    {
      return end + 2
    }
    return end
  }
}
