import DossierModel
import DossierSource

/// Settles which words belong to a name and which to a time, where both were found in them.
///
/// "21st Century Rivers", "Daily Harbour": a time that a body's name begins with, or runs over from, is no time.
struct TimedNames {
  private(set) var mentions: [Mention]
  private(set) var times: [TimeExpression]

  init(mentions: [Mention], times: [TimeExpression], in text: TokenizedText) {
    self.mentions = mentions
    var kept: [TimeExpression] = []
    kept.reserveCapacity(times.count)
    var next = 0
    for time in times {
      while next < mentions.count, mentions[next].range.upperBound <= time.range.lowerBound { next += 1 }
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
