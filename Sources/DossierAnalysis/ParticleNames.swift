/// Finds the family names of those whom a text names in full that begin with a particle: who "Anna Van der Berg" is,
/// "Van der Berg" is.
struct ParticleNames {
  let text: TokenizedText
  let classes: WordClasses

  /// The spans, with each such family name as one of a person, however it was read where it stands alone.
  func joined(_ spans: [NameSpan]) -> [NameSpan] {
    var lengths: [UInt64: Int] = [:]
    for span in spans where span.kind == .person {
      guard let family = familyName(of: span.tokens) else { continue }
      lengths[text.hash(of: family)] = family.count
    }
    guard !lengths.isEmpty else { return spans }
    var joined: [NameSpan] = []
    for span in spans {
      if let last = joined.last, span.tokens.lowerBound < last.tokens.upperBound { continue }
      joined.append(family(at: span, lengths) ?? span)
    }
    return joined
  }

  /// The part of a full name that begins with a particle and has more than that.
  private func familyName(of name: Range<Int>) -> Range<Int>? {
    guard let first = name.dropFirst().first(where: isParticle), !isParticle(name.lowerBound),
      first + 1 < name.upperBound, text.isCapitalWord(name.upperBound - 1)
    else { return nil }
    return first..<name.upperBound
  }

  private func family(at span: NameSpan, _ lengths: [UInt64: Int]) -> NameSpan? {
    let start = span.tokens.lowerBound
    guard isParticle(start), text.isCapitalWord(start) else { return nil }
    for length in Set(lengths.values).sorted(by: >) where start + length <= text.tokens.count {
      let tokens = start..<start + length
      guard lengths[text.hash(of: tokens)] == length, span.tokens.upperBound <= tokens.upperBound else {
        continue
      }
      return NameSpan(tokens, .person, "family-name")
    }
    return nil
  }

  private func isParticle(_ token: Int) -> Bool {
    classes.alone[token].contains(.particle) && text.tokens[token].kind == .word
  }
}
