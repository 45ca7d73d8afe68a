import DossierModel
import DossierSource

/// Settles which words belong to a name and which to a time, where both were found in them.
///
/// "21st Century Rivers", "Daily Harbour": a time that a body's name begins with, or runs over from, is no time. The
/// name of a person that is a month too is a time where a number or a word such as "in" or "last" goes with it, and
/// somebody otherwise.
struct TimedNames {
  private(set) var mentions: [Mention]
  private(set) var times: [TimeExpression]

  init(mentions: [Mention], times: [TimeExpression], in text: TokenizedText, placing tables: TimeTables) {
    self.mentions = mentions
    var noNames: Set<Int> = []
    var kept: [TimeExpression] = []
    kept.reserveCapacity(times.count)
    var next = 0
    for time in times {
      while next < mentions.count, mentions[next].range.upperBound <= time.range.lowerBound { next += 1 }
      if let name = Self.person(in: time.range, from: next, of: mentions) {
        if !Self.isName(mentions[name], in: time, text, tables) {
          noNames.insert(name)
          kept.append(time)
        }
        continue
      }
      if next < mentions.count, Self.opensPerson(time, mentions[next]),
        Self.isPlaced(mentions[next], text, tables)
      {
        // "In May Berg left": the month is no given name.
        self.mentions[next] = Self.mention(
          mentions[next], from: text.tokens[text.tokenIndex(endingAfter: time.range.upperBound)].lower)
        kept.append(time)
        continue
      }
      guard next < mentions.count, Self.isBeginning(time.range, of: mentions[next]) else {
        kept.append(time)
        continue
      }
      if time.range.lowerBound < mentions[next].range.lowerBound,
        (0x30...0x39).contains(text.bytes[time.range.lowerBound])
      {
        self.mentions[next] = Self.mention(mentions[next], from: time.range.lowerBound)
      }
    }
    self.times = kept
    if !noNames.isEmpty {
      self.mentions = self.mentions.indices.filter { !noNames.contains($0) }.map { self.mentions[$0] }
    }
  }

  /// The person whose name closes the words of a time.
  private static func person(in time: TextRange, from next: Int, of mentions: [Mention]) -> Int? {
    guard
      let name = mentions[next...].prefix(while: { $0.range.lowerBound < time.upperBound }).indices.last,
      mentions[name].kind == .person, mentions[name].range.upperBound == time.upperBound,
      time.lowerBound <= mentions[name].range.lowerBound
    else { return nil }
    return name
  }

  /// Whether a month is the first word of what was read as somebody's name.
  private static func opensPerson(_ time: TimeExpression, _ mention: Mention) -> Bool {
    guard case .slot(.month, .nearest) = time.meaning, mention.kind == .person else { return false }
    return mention.range.lowerBound == time.range.lowerBound
      && time.range.upperBound < mention.range.upperBound
  }

  /// Whether a name stands behind a word that a time stands behind: "in".
  private static func isPlaced(_ name: Mention, _ text: TokenizedText, _ tables: TimeTables) -> Bool {
    let first = text.tokenIndex(endingAfter: name.range.lowerBound)
    return first > 0 && tables.places(text.tokens[first - 1].hash)
  }

  /// Whether the words of a time are rather somebody's name: "the plan that Summer had", "said Mrs Summer".
  private static func isName(
    _ name: Mention, in time: TimeExpression, _ text: TokenizedText, _ tables: TimeTables
  ) -> Bool {
    if name.title != nil { return true }
    guard case .slot(.month, let frame) = time.meaning else { return false }
    if name.range.lowerBound > time.range.lowerBound { return frame == .pointed(0, from: .previous) }
    return !isPlaced(name, text, tables)
  }

  private static func isBeginning(_ time: TextRange, of mention: Mention) -> Bool {
    mention.kind == .organization && time.lowerBound <= mention.range.lowerBound
      && mention.range.lowerBound < time.upperBound && time.upperBound < mention.range.upperBound
  }

  private static func mention(_ mention: Mention, from start: Int) -> Mention {
    Mention(
      range: TextRange(start, mention.range.upperBound), kind: mention.kind, form: mention.form,
      title: mention.title, sentence: mention.sentence, rule: mention.rule)
  }
}
