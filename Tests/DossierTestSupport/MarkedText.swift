import DossierSource

/// A text with marked stretches, such as `[Ursula von der Leyen|1] spoke first.`.
///
/// What stands between `[` and `|` is text; what stands between `|` and `]` is the stretch's label.
package struct MarkedText: Sendable {
  package let text: String
  /// In the order of their ends.
  package let stretches: [(range: TextRange, label: String)]

  package init(_ marked: String) {
    var text = ""
    var opened: [Int] = []
    var found: [(range: TextRange, label: String)] = []
    var label: String?
    for character in marked {
      switch (character, label) {
      case ("]", .some(let finished)):
        if let start = opened.popLast() { found.append((TextRange(start, text.utf8.count), finished)) }
        label = nil
      case (_, .some(let open)): label = open + String(character)
      case ("[", nil): opened.append(text.utf8.count)
      case ("|", nil) where !opened.isEmpty: label = ""
      default: text.append(character)
      }
    }
    self.text = text
    stretches = found
  }
}
