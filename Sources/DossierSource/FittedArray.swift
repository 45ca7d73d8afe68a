extension Array {
  /// The same with room for no more: an array that grew may have room for twice as many.
  ///
  /// For what stays as long as the corpus does.
  package var fitted: [Element] { capacity - count > count / 8 ? map { $0 } : self }
}
