import DossierModel
import DossierSource

/// The mentions of all articles, each with the number of the form that it is linked by.
struct CorpusNames: Sendable {
  /// A name with its abbreviation behind it in brackets, or with another of the same person, as an article prints them.
  struct Definition: Sendable {
    let article: Int
    let full: Int
    let short: Int
    /// Whether both are names of a person.
    var isOfPerson = false
  }

  private(set) var table: NameTable
  /// Form numbers, by article and mention.
  private(set) var forms: [[Int32]] = []
  private(set) var definitions: [Definition] = []

  init(_ articles: [AnnotatedArticle], knowledge: KnowledgeIndex, otherNames: OtherNameReader) {
    table = NameTable(normalizer: knowledge.normalizer)
    forms.reserveCapacity(articles.count)
    for (number, article) in articles.enumerated() {
      let context = TextContext(article.article.text)
      var numbers: [Int32] = []
      numbers.reserveCapacity(article.mentions.count)
      for (index, mention) in article.mentions.enumerated() {
        let previous = index > 0 ? article.mentions[index - 1] : nil
        let form = form(of: mention, after: previous, in: context, knowledge: knowledge)
        if mention.form != .description { table.count(form, in: mention) }
        numbers.append(Int32(form))
        if let previous, otherNames.areOne(previous, mention, in: context) {
          definitions.append(otherName(of: Int(numbers[index - 1]), form, article: number))
        } else if let previous, let shortIsFirst = definesByFirst(previous, mention, in: context) {
          let forms = (Int(numbers[index - 1]), form)
          definitions.append(
            Definition(
              article: number, full: shortIsFirst ? forms.1 : forms.0,
              short: shortIsFirst ? forms.0 : forms.1))
        }
      }
      forms.append(numbers)
    }
    table.settleReadings(genders: knowledge.genders)
    table.markUnclear(genders: knowledge.genders) {
      knowledge.entry(named: $0) != nil || knowledge.country($0) != nil
        || knowledge.countryOfCapital($0) != nil
    }
  }

  /// Two names of one person: the longer is what the shorter is found by.
  private func otherName(of left: Int, _ right: Int, article: Int) -> Definition {
    let isLeftFull = table.forms[left].name.words.count >= table.forms[right].name.words.count
    return Definition(
      article: article, full: isLeftFull ? left : right, short: isLeftFull ? right : left, isOfPerson: true)
  }

  /// The form a mention is linked by: what is printed, and before a body that every country has, its country.
  private mutating func form(
    of mention: Mention, after previous: Mention?, in context: TextContext, knowledge: KnowledgeIndex
  ) -> Int {
    let printed = table.number(of: context[mention.range])
    guard mention.kind == .organization || mention.kind == .group, let previous,
      previous.range.upperBound < mention.range.lowerBound,
      previous.range.upperBound + 6 > mention.range.lowerBound
    else { return printed }
    let name = table.forms[printed].name
    guard let last = name.words.last, knowledge.isInstitution(last),
      knowledge.countryPrefix(of: name.words) == nil,
      knowledge.country(table.forms[table.number(of: context[previous.range])].name) != nil,
      Self.joinsWords(context.bytes[previous.range.upperBound..<mention.range.lowerBound])
    else { return printed }
    return table.number(of: context.bytes[previous.range.lowerBound..<mention.range.upperBound])
  }

  /// Whether what stands between a country and a body makes them one name: a space, behind a possessive perhaps.
  private static func joinsWords(_ gap: ArraySlice<UInt8>) -> Bool {
    guard gap.last == 0x20 else { return false }
    let mark = gap.dropLast()
    return mark.isEmpty || mark.first == 0x27 || mark.starts(with: [0xE2, 0x80, 0x99])
  }

  /// Of a name and its abbreviation, one in brackets behind the other, whether the abbreviation is the first.
  ///
  /// Nil where the two mentions are no such pair.
  private func definesByFirst(
    _ left: Mention, _ right: Mention, in context: TextContext
  ) -> Bool? {
    guard left.kind != .person, right.kind != .person, left.form == .name, right.form == .name,
      context.text(from: left.range.upperBound, to: right.range.lowerBound) == " (",
      right.range.upperBound < context.bytes.count, context.bytes[right.range.upperBound] == 0x29
    else { return nil }
    let first = table.number(ofKnown: context[left.range]).map { table.forms[$0].name }
    let second = table.number(ofKnown: context[right.range]).map { table.forms[$0].name }
    guard let first, let second else { return nil }
    let shortIsFirst = Self.isShort(first, of: second)
    let shortIsSecond =
      Self.isShort(second, of: first)
      || Self.isMixed(context[right.range]) && !shortIsFirst
        && first.words.count > 2
    guard shortIsFirst != shortIsSecond else { return nil }
    let (short, full) = shortIsFirst ? (first, second) : (second, first)
    let bothAreBodies = [left, right].allSatisfy { $0.kind == .organization || $0.kind == .group }
    guard Self.abbreviates(short, full) || (bothAreBodies && full.words.count > 1 && short.compact.count > 2)
    else { return nil }
    return shortIsFirst
  }

  /// One word with capitals within it, as offices call themselves: "FinCen".
  private static func isMixed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isCapital = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    return bytes.count <= 8 && !bytes.contains(0x20) && bytes.first.map(isCapital) ?? false
      && bytes.dropFirst().contains(where: isCapital)
  }

  /// Whether a name is in capitals, or is one word of another's initials, as some papers print them: "Nato", "Unesco".
  private static func isShort(_ name: NormalName, of other: NormalName) -> Bool {
    name.isAcronym
      || name.words.count == 1 && name.compact.utf8.count > 2 && other.words.count > 2
        && abbreviates(name, other)
  }

  /// Whether the letters of an abbreviation begin words of a name, in their order, and leave none of weight out.
  static func abbreviates(_ short: NormalName, _ full: NormalName) -> Bool {
    let letters = Array(short.compact)
    // "Bank of the Northern Isles" is "BNI": small words give no letter.
    let weighty = full.words.count { $0.utf8.count > 3 }
    guard letters.count >= 2, full.words.count >= 2,
      letters.count + 1 >= full.words.count || letters.count >= max(weighty, 3)
    else { return false }
    var next = 0
    for word in full.words where next < letters.count {
      if word.first == letters[next] { next += 1 }
    }
    return next == letters.count || (next >= 2 && next + 1 == letters.count && next == full.words.count)
  }
}
