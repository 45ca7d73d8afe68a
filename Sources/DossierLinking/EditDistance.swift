/// How far two spellings are from each other.
enum EditDistance {
  /// Whether one letter put in, left out, changed, or two neighbours changed about, makes one word the other.
  static func isOne(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let shared = min(start + end, min(left.count, right.count))
    let restOfLeft = left.count - shared
    let restOfRight = right.count - shared
    if restOfLeft <= 1, restOfRight <= 1 { return true }
    return restOfLeft == 2 && restOfRight == 2 && left[start] == right[start + 1]
      && left[start + 1] == right[start]
  }

  /// Whether two spellings differ in vowels and doubled letters only, as two transliterations do.
  static func haveSameConsonants(_ left: String, _ right: String) -> Bool {
    consonants(of: left) == consonants(of: right)
  }

  private static func consonants(of word: String) -> [UInt8] {
    var found: [UInt8] = []
    for byte in word.utf8 where !"aeiouyw".utf8.contains(byte) && found.last != byte { found.append(byte) }
    return found
  }
}
