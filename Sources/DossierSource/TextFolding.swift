import Foundation

/// Folding of letters to their plain forms, for matching and for URLs; the source text is never changed.
enum TextFolding {
  static func scalarsWithoutMarks(of text: String) -> [Unicode.Scalar] {
    text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }
}
