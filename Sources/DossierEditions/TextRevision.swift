import DossierSource

/// A text with stretches of it hidden or reworded, and where everything else of it went.
struct TextRevision {
  enum Change { case hidden, reworded }

  struct Edit {
    let range: TextRange
    let text: String
    let change: Change
  }

  let text: String
  private let edits: [(old: TextRange, new: TextRange, change: Change)]

  /// Edits that overlap one before them, or are of nothing, are left out.
  init(of original: String, by edits: [Edit]) {
    let bytes = Array(original.utf8)
    var revised: [UInt8] = []
    var made: [(old: TextRange, new: TextRange, change: Change)] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range < $1.range })
    where edit.range.lowerBound >= position && edit.range.upperBound <= bytes.count && !edit.range.isEmpty {
      revised += bytes[position..<edit.range.lowerBound]
      let start = revised.count
      revised += edit.text.utf8
      made.append((edit.range, TextRange(start, revised.count), edit.change))
      position = edit.range.upperBound
    }
    revised += bytes[position...]
    text = made.isEmpty ? original : String(decoding: revised, as: UTF8.self)
    self.edits = made
  }

  /// The stretches of the original that are hidden.
  var hidden: [TextRange] { edits.filter { $0.change == .hidden }.map(\.old) }
  var isEmpty: Bool { edits.isEmpty }

  /// Where a stretch of the original stands now; what was replaced is covered as a whole.
  func range(_ old: TextRange) -> TextRange {
    guard !edits.isEmpty else { return old }
    let start = lower(old.lowerBound)
    return TextRange(start, max(start, old.isEmpty ? start : upper(old.upperBound)))
  }

  /// Whether no part of a stretch is hidden.
  func shows(_ old: TextRange) -> Bool {
    var index = firstEdit(endingAfter: old.lowerBound)
    while index < edits.count, edits[index].old.lowerBound < old.upperBound {
      if edits[index].change == .hidden { return false }
      index += 1
    }
    return true
  }

  private func lower(_ offset: Int) -> Int {
    let index = firstEdit(endingAfter: offset)
    if index < edits.count, edits[index].old.lowerBound <= offset { return edits[index].new.lowerBound }
    return moved(offset, after: index)
  }

  private func upper(_ offset: Int) -> Int {
    let index = firstEdit(endingAfter: offset - 1)
    if index < edits.count, edits[index].old.lowerBound < offset { return edits[index].new.upperBound }
    return moved(offset, after: index)
  }

  private func moved(_ offset: Int, after index: Int) -> Int {
    guard index > 0 else { return offset }
    return offset + edits[index - 1].new.upperBound - edits[index - 1].old.upperBound
  }

  private func firstEdit(endingAfter offset: Int) -> Int {
    edits.partitioningIndex { $0.old.upperBound > offset }
  }
}
