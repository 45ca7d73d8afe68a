import DossierModel

/// What the names and letters of one kind of script come to in another.
struct TransliterationTable: Sendable {
  /// Each spelling of a given name with the one that stands for all.
  let givenNames: [String: String]
  private let letters: [(from: [UInt8], to: [UInt8])]

  init(_ names: [String], letters: [String]) {
    var spellings: [String: String] = [:]
    for (form, name) in LinkingWords.pairs(names) {
      spellings[form] = name
      spellings[name] = name
    }
    givenNames = spellings
    self.letters = LinkingWords.pairs(letters).map { (Array($0.word.utf8), Array($0.meaning.utf8)) }
  }

  /// A word with those letters that differ in no transliteration; the table's rows are gone through in order.
  func folded(_ word: String) -> String {
    var bytes = Array(word.utf8)
    for (from, to) in letters { bytes = bytes.replacingRows(of: from, with: to) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// With each row of some bytes, from the front, made another.
  func replacingRows(of from: [UInt8], with to: [UInt8]) -> [UInt8] {
    guard let first = from.first, contains(first) else { return self }
    var result: [UInt8] = []
    var index = 0
    while index < count {
      if self[index...].starts(with: from) {
        result += to
        index += from.count
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}
