extension Array where Element: Sendable {
  /// The results in the order of the elements, made by several tasks at once, each of a chunk of elements.
  ///
  /// A task for each element would cost more than many elements do.
  func concurrentMap<Result: Sendable>(
    width: Int, chunk: Int = 32, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard width > 1, count > 1 else { return map(transform) }
    let starts = stride(from: 0, to: count, by: chunk).map(\.self)
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      var results = [[Result]](repeating: [], count: starts.count)
      func add(_ number: Int) {
        let range = starts[number]..<Swift.min(starts[number] + chunk, count)
        group.addTask { (number, self[range].map(transform)) }
      }
      for number in starts.indices.prefix(width) { add(number) }
      var next = Swift.min(width, starts.count)
      for await (number, result) in group {
        results[number] = result
        if next < starts.count { add(next) }
        next += 1
      }
      return results.flatMap(\.self)
    }
  }
}

/// The results of two works, made at once where there are tasks for both.
func both<First: Sendable, Second: Sendable>(
  width: Int, _ first: @escaping @Sendable () -> First, and second: @escaping @Sendable () -> Second
) async -> (First, Second) {
  guard width > 1 else { return (first(), second()) }
  async let other = second()
  let result = first()
  return (result, await other)
}
