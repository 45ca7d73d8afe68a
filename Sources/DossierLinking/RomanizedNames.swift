import DossierModel

/// Finds persons whose names two houses bring into Latin letters each in its own way, further apart than tables of
/// single letters tell: "Khalifa Haftar" and "Khalifa Hifter".
///
/// What is compared is what the consonants have in common, in as many syllables. That is little, so only two persons of
/// a corpus may be alike, no article may name both in full, and a given name that is at home in Latin letters is compared
/// with none; one that no table knows is the same but for a letter.
struct RomanizedNames: Sendable {
  private let spellings: TransliterationTable
  private let genders: NameGenders
  /// Letters that a family name's skeleton has at least, beside a given name of the tables.
  private static let fewestLetters = 3
  /// The same where the corpus knows others of that given name, or the tables do not know it.
  private static let enoughLetters = 4

  init(words: LinkingWords) {
    spellings = TransliterationTable(
      words.nameTransliterations + words.abjadNames, letters: words.romanizedLetters)
    genders = NameGenders(words: words)
  }

  /// A full name as its consonants have it.
  private struct Skeleton: Hashable {
    let given: String
    let family: String
  }

  /// Pairs of forms of names that are one person's; `root` tells what is one already, by the node of a person's form.
  func pairs(in names: CorpusNames, root: (Int) -> Int) -> [(Int, Int)] {
    var bearers: [Skeleton: [Int: [Int]]] = [:]
    var persons: [String: Set<Int>] = [:]
    // All forms of a person, so that none of them may stand beside the other's.
    var forms: [Int: [Int]] = [:]
    for (number, form) in names.table.forms.enumerated() where form.personMentions > 0 {
      let person = root(MentionClusterer.node(number, asPerson: true))
      forms[person, default: []].append(number)
      guard let skeleton = skeleton(of: form.name) else { continue }
      persons[skeleton.given, default: []].insert(person)
      bearers[skeleton, default: [:]][person, default: []].append(number)
    }
    let pairs = bearers.compactMap { skeleton, groups -> PersonPair? in
      let isRare = persons[skeleton.given].map { $0.count == 2 } ?? false
      guard groups.count == 2, isRare || skeleton.family.utf8.count >= Self.enoughLetters,
        let left = groups.keys.min(), let right = groups.keys.max(),
        mayBeOne(groups[left] ?? [], groups[right] ?? [], in: names.table)
      else { return nil }
      return PersonPair(left: forms[left] ?? [], right: forms[right] ?? [])
    }
    return names.neverTogether(Self.withoutShared(pairs))
  }

  /// Pairs of which no person is of another pair too: of three who are alike nothing tells which two are one.
  private static func withoutShared(_ pairs: [PersonPair]) -> [PersonPair] {
    var counts: [Int: Int] = [:]
    for pair in pairs { for side in [pair.left, pair.right] { counts[side[0], default: 0] += 1 } }
    return pairs.filter { counts[$0.left[0]] == 1 && counts[$0.right[0]] == 1 }
  }

  /// Whether no name of the one speaks against any of the other.
  private func mayBeOne(_ left: [Int], _ right: [Int], in table: NameTable) -> Bool {
    left.allSatisfy { first in
      right.allSatisfy { second in mayBeOne(table.forms[first].name.words, table.forms[second].name.words) }
    }
  }

  private func mayBeOne(_ left: [String], _ right: [String]) -> Bool {
    let (first, second) = (left[0], right[0])
    if NameGenders.endForTwoSexes(first, second) { return false }
    let isSameGivenName =
      spellings.givenNames[first] != nil || first == second || EditDistance.isOne(first, second)
    let lengths = [left, right].map { $0.dropFirst().reduce(0) { $0 + Self.syllables(of: $1) } }
    return isSameGivenName && lengths[0] == lengths[1]
  }

  /// Whether two full names have their consonants in common.
  func areAlike(_ left: NormalName, _ right: NormalName) -> Bool {
    skeleton(of: left).map { $0 == skeleton(of: right) } ?? false
  }

  private func skeleton(of name: NormalName) -> Skeleton? {
    guard name.words.count > 1, let first = name.words.first else { return nil }
    let family = name.words.dropFirst().map { spellings.givenNames[$0] ?? skeleton(of: $0) }.joined(
      separator: " ")
    if let given = spellings.givenNames[first] {
      return family.utf8.count < Self.fewestLetters ? nil : Skeleton(given: given, family: family)
    }
    // A syllable, as many peoples have for a name, is like many others.
    guard !genders.isGivenName(first), Self.syllables(of: first) > 1, family.utf8.count >= Self.enoughLetters
    else { return nil }
    return Skeleton(given: skeleton(of: first), family: family)
  }

  /// A word's consonants, without doubles and what is mute, and a vowel's place at its beginning.
  private func skeleton(of word: String) -> String {
    var bytes = Array(spellings.folded(word).utf8)
    if bytes.last == UInt8(ascii: "h") { bytes.removeLast() }
    var result: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if Self.isVowel(byte) {
        if place == 0 { result.append(UInt8(ascii: "a")) }
      } else if result.last != byte || place > 0 && Self.isVowel(bytes[place - 1]) {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func syllables(of word: String) -> Int {
    let bytes = Array(word.utf8)
    return bytes.indices.count { isVowel(bytes[$0]) && ($0 == 0 || !isVowel(bytes[$0 - 1])) }
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
}
