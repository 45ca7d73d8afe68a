/// Quoted words that others say of the subject: "Brandt is “suspected of taking a boat”".
extension ClauseText {
  /// Whether a stretch in quotation marks goes on from a form of "be" with what was done to the subject: then it is not
  /// the subject's words.
  func tellsOfSubject(_ stretch: Range<Int>, from start: Int) -> Bool {
    guard let open = stretch.first, open > start, has(open - 1, .be),
      let first = stretch.first(where: { tokens[$0].kind == .word }), first + 1 < stretch.upperBound
    else { return false }
    return has(first, .reportsAbout) || isPast(first) && has(first + 1, .genitiveMarker)
  }
}
