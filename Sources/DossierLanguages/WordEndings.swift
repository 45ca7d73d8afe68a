/// The endings that words of a language's tables take, so that a table needs each word once.
struct WordEndings {
  private let ofAdjectives: [String]
  /// Those of names, such as that of the genitive.
  let ofNames: [String]

  init(folder: PackFolder) {
    ofAdjectives = folder.file("adjective-endings").words
    ofNames = folder.file("name-endings").words
  }

  /// A word that is written in small letters with each ending; others are no adjectives and stay as they are.
  func adjectives(_ word: String) -> [String] {
    guard !ofAdjectives.isEmpty, word.unicodeScalars.first?.properties.isLowercase == true else {
      return [word]
    }
    return [word] + ofAdjectives.map { word + $0 }
  }

  /// A name with each ending; one that ends in the same letter, or in a capital, takes none.
  func names(_ name: String) -> [String] {
    guard !ofNames.isEmpty, let last = name.last, last.isLowercase else { return [name] }
    return [name] + ofNames.filter { !$0.hasPrefix(String(last)) }.map { name + $0 }
  }
}
