/// What previews and lists of results show of each page, in shards that are found by the page's path.
///
/// An article's record has its sentences with their anchors: a result shows those that the words looked for stand in,
/// a preview the one that is linked to.
package struct PreviewShards: Sendable {
  /// A sentence and the anchor that leads to it.
  package typealias Sentence = (anchor: String, range: Range<Int>)

  /// How large a shard is at most, on average; a quarter of what a reader waits for without noticing.
  private static let size = 48_000

  /// A power of two, so that more pages rarely move the records of those that were there.
  package let count: Int

  /// Shards for records of so many bytes altogether.
  package init(bytes: Int) {
    var count = 1
    while count * Self.size < bytes { count *= 2 }
    self.count = count
  }

  /// The shard of a page: Fowler, Noll and Vo's hash 1a of its path, which the browser computes too.
  package func shard(of path: String) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in path.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash ^ hash >> 15) & (count - 1)
  }

  /// A shard that is being filled.
  package struct Shard: Sendable {
    private let name: String
    private var text: ShardText

    package init(_ number: Int) {
      name = Self.name(number)
      text = ShardText(named: name)
    }

    /// Where the file of a shard lies.
    package static func path(_ number: Int) -> String { SearchFile.path(name(number)) }

    private static func name(_ number: Int) -> String { "texts-\(number)" }

    package var file: SearchFile { SearchFile(name, text) }

    /// Begins the record of a page: its path, what it is, its title, and lines below that.
    package mutating func add(_ path: String, kind: String, title: String, lines: [String]) {
      text.add(row: ["=" + path, kind, title] + lines)
    }

    /// Adds sentences to the record, by their ranges in a text.
    package mutating func add(_ sentences: some Sequence<Sentence>, of body: String) {
      var body = body
      body.withUTF8 { bytes in
        for (anchor, range) in sentences {
          text.add(anchor)
          text.endField()
          text.add(UnsafeBufferPointer(rebasing: bytes[range.clamped(to: bytes.indices)]))
          text.endRow()
        }
      }
    }
  }
}
