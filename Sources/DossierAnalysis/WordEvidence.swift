/// What a text says elsewhere of a word: one decision for a document is where accuracy lies.
///
/// After the features that look at a token's other occurrences in Chieu and Ng, "Named Entity Recognition: A Maximum
/// Entropy Approach Using Global Information" (2002).
struct WordEvidence {
  struct Traits: OptionSet {
    let rawValue: UInt32

    static let capitalInside = Traits(rawValue: 1)
    static let small = Traits(rawValue: 2)
    static let afterTitle = Traits(rawValue: 4)
    static let afterGivenName = Traits(rawValue: 8)
    static let afterPlaceCue = Traits(rawValue: 16)
    static let besideSpeech = Traits(rawValue: 32)
    static let beforeOrganizationLast = Traits(rawValue: 64)
    static let beforePlaceLast = Traits(rawValue: 128)
    static let afterArticle = Traits(rawValue: 256)
    static let inBrackets = Traits(rawValue: 512)
    static let beforePossessive = Traits(rawValue: 1024)
    static let alone = Traits(rawValue: 2048)
    static let last = Traits(rawValue: 4096)
    static let first = Traits(rawValue: 8192)
    static let besideRole = Traits(rawValue: 16384)
    static let often = Traits(rawValue: 32768)
    static let beforeListedPlace = Traits(rawValue: 65536)
  }

  private var keys: [UInt64]
  private var traits: [UInt32]
  private let mask: Int

  init(of text: TokenizedText, classes: WordClasses, windows: [Range<Int>]) {
    let cores = windows.reduce(0) { $0 + $1.count }
    var capacity = 64
    while capacity < cores * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    traits = [UInt32](repeating: 0, count: capacity)
    mask = capacity - 1
    for window in windows { add(window, text, classes) }
    for token in text.tokens where token.kind == .word && !token.isCapitalised {
      guard let slot = slot(of: token.hash) else { continue }
      traits[slot] |= Traits.small.rawValue
    }
  }

  func of(_ token: Token) -> Traits {
    slot(of: token.hash).map { Traits(rawValue: traits[$0]) } ?? []
  }

  private mutating func add(_ window: Range<Int>, _ text: TokenizedText, _ classes: WordClasses) {
    for index in window where text.tokens[index].kind == .word && text.tokens[index].isCapitalised {
      var found: Traits = []
      if !text.tokens[index].flags.contains(.firstWord) { found.insert(.capitalInside) }
      let isFirst = index == window.lowerBound || !text.tokens[index - 1].isCapitalised
      let isLast = index + 1 >= window.upperBound || !text.tokens[index + 1].isCapitalised
      if isFirst { found.insert(.first) }
      if isLast { found.insert(.last) }
      if isFirst, isLast { found.insert(.alone) }
      if index > 0 { found.formUnion(before(classes.alone[index - 1], isFirst, text, index)) }
      if index + 1 < text.tokens.count { found.formUnion(after(index + 1, text, classes)) }
      insert(text.tokens[index].hash, found)
    }
  }

  private func before(_ known: NameClass, _ isFirst: Bool, _ text: TokenizedText, _ index: Int) -> Traits {
    var found: Traits = []
    let previous = text.tokens[index - 1]
    if !known.isDisjoint(with: [.honorific, .office, .rank, .smallOffice]) { found.insert(.afterTitle) }
    if known.contains(.givenName), previous.isCapitalised { found.insert(.afterGivenName) }
    if isFirst, known.contains(.placeCue) { found.insert(.afterPlaceCue) }
    if isFirst, known.contains(.speechCue) { found.insert(.besideSpeech) }
    if known.contains(.determiner), !previous.isCapitalised { found.insert(.afterArticle) }
    if text.byte(index - 1) == UInt8(ascii: "(") { found.insert(.inBrackets) }
    return found
  }

  private func after(_ next: Int, _ text: TokenizedText, _ classes: WordClasses) -> Traits {
    var found: Traits = []
    let token = text.tokens[next]
    let known = classes.alone[next]
    if token.flags.contains(.clitic) { found.insert(.beforePossessive) }
    if token.isCapitalised {
      if known.contains(.organizationLast) { found.insert(.beforeOrganizationLast) }
      if known.contains(.placeLast) { found.insert(.beforePlaceLast) }
    } else {
      if known.contains(.speechCue) { found.insert(.besideSpeech) }
      if known.contains(.roleCue) { found.insert(.besideRole) }
    }
    if text.byte(next) == UInt8(ascii: ","), next + 1 < text.tokens.count,
      !classes.phrase[next + 1].isDisjoint(with: [.country, .place])
    {
      found.insert(.beforeListedPlace)
    }
    return found
  }

  private func slot(of hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 {
      if keys[slot] == hash { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ hash: UInt64, _ found: Traits) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    if keys[slot] == hash { traits[slot] |= Traits.often.rawValue }
    keys[slot] = hash
    traits[slot] |= found.rawValue
  }
}
