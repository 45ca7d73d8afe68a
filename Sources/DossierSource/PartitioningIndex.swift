extension RandomAccessCollection {
  /// The first index from which on a condition holds; the end where it holds nowhere.
  ///
  /// By bisection, so it must hold for an ending of the collection and for nothing before: what is sorted is looked up in
  /// as many steps as its count has binary digits. The name is that of Swift Algorithms.
  @inlinable
  package func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
