import DossierSource
import Synchronization

/// What earlier builds made of single sources, in one file: records one behind the other, each segment of them with
/// its index behind it.
///
/// A small build adds a segment; one that changes much, or leaves more dead than alive, writes a new file and
/// puts it in place by rename. Bytes that do not add up are no error but as if they were not there.
final class ArticleCache: Sendable {
  /// A finished file of this form begins and each of its segments ends with these.
  private static let magic: UInt64 = 0x3154_5241_534f_4444
  /// Another number for each change of the form.
  private static let version: UInt64 = 1
  private static let headSize = 16
  private static let footSize = 40
  private static let segmentLimit = 64
  /// So much is kept in memory before a new file is begun beside the old one, which is then copied.
  private static let pendingLimit = 8 << 20
  /// So much is written at once where the file is a new one.
  private static let pieceSize = 1 << 20
  /// So much may lie dead in a file in any case.
  private static let slack = 1 << 20

  fileprivate struct Entry: Sendable {
    let offset: Int
    let length: Int
    let sum: UInt64
  }

  /// What the running build has added.
  fileprivate struct Additions: Sendable {
    var entries: [(key: Fingerprint, entry: Entry)] = []
    /// Records that are not written yet, and where the first of them goes.
    var bytes: [UInt8] = []
    var start: Int
    /// Whether they go to a new file.
    var isRewrite = false
    var trouble: BuildError?
  }

  private let path: String
  private let files: any FileSystem
  private let stored: StoredFile?
  private let entries: [Fingerprint: Entry]
  private let segments: Int
  private let additions: Mutex<Additions>

  /// Opens the cache at a path; it is empty where there is none that can be read.
  init(at path: String, in files: any FileSystem) {
    self.path = path
    self.files = files
    let file = files.open(path)
    let found = file.flatMap(Self.index)
    stored = found == nil ? nil : file
    entries = found?.entries ?? [:]
    segments = found?.segments ?? 0
    additions = Mutex(Additions(start: stored?.count ?? 0))
  }

  /// The record of a key, if there is one and its bytes are those that were written.
  func record(_ key: Fingerprint) -> [UInt8]? {
    guard let entry = entries[key], let stored else { return nil }
    guard let bytes = stored.bytes(in: entry.offset..<entry.offset + entry.length) else { return nil }
    return Fingerprint(of: bytes).low == entry.sum ? bytes : nil
  }

  /// Adds a record; trouble in writing is kept until the end.
  func add(_ record: [UInt8], for key: Fingerprint) {
    let sum = Fingerprint(of: record).low
    additions.withLock { additions in
      guard additions.trouble == nil else { return }
      additions.add(record, key, sum)
      let isNew = stored == nil || additions.isRewrite
      guard additions.bytes.count > (isNew ? Self.pieceSize : Self.pendingLimit) else { return }
      flush(&additions)
    }
  }

  /// Writes what was added and drops what is dead where there is too much of it.
  func finish(keeping live: Set<Fingerprint>) throws(BuildError) {
    try additions.withLock { (additions) throws(BuildError) in
      if let trouble = additions.trouble { throw trouble }
      // The room is not needed again.
      defer { (additions.bytes, additions.entries) = ([], []) }
      let old = entries.filter { live.contains($0.key) }
      let alive = old.values.reduce(0) { $0 + $1.length } + additions.size
      let whole = (stored?.count ?? 0) + additions.bytes.count
      if stored == nil || additions.isRewrite || segments >= Self.segmentLimit
        || whole > 2 * alive + Self.slack
      {
        guard stored != nil || !additions.entries.isEmpty else { return }
        try rewrite(&additions, keeping: old)
      } else if !additions.entries.isEmpty {
        let end = additions.start + additions.bytes.count
        let trailer = Self.trailer(additions.entries, at: end, behind: stored?.count ?? 0)
        try files.append(additions.bytes + trailer, to: path)
      }
    }
  }

  // MARK: - A new file

  private func flush(_ additions: inout Additions) {
    do {
      if !additions.isRewrite { try begin(&additions) }
      try files.append(additions.bytes, to: path + ".new")
      additions.start += additions.bytes.count
      additions.bytes.removeAll(keepingCapacity: true)
    } catch {
      additions.trouble = error
    }
  }

  private func begin(_ additions: inout Additions) throws(BuildError) {
    try files.write(Self.head, to: path + ".new")
    additions.move(to: Self.headSize)
    additions.isRewrite = true
  }

  private func rewrite(
    _ additions: inout Additions, keeping old: [Fingerprint: Entry]
  ) throws(BuildError) {
    if !additions.isRewrite { try begin(&additions) }
    let added = Set(additions.entries.map(\.key))
    for (key, entry) in old.sorted(by: { $0.value.offset < $1.value.offset }) where !added.contains(key) {
      guard let record = record(key) else { continue }
      additions.add(record, key, entry.sum)
      if additions.bytes.count > Self.pieceSize { flush(&additions) }
    }
    let end = additions.start + additions.bytes.count
    additions.bytes += Self.trailer(additions.entries, at: end, behind: 0)
    flush(&additions)
    if let trouble = additions.trouble { throw trouble }
    try files.move(path + ".new", to: path)
  }

  // MARK: - The form

  private static var head: [UInt8] {
    var writer = PackedWriter()
    writer.write(fixed: magic)
    writer.write(fixed: version)
    return writer.bytes
  }

  /// The index of a segment that begins where the one before it ends, and how to find it from its end.
  private static func trailer(
    _ entries: [(key: Fingerprint, entry: Entry)], at place: Int, behind before: Int
  ) -> [UInt8] {
    var index = PackedWriter()
    index.write(count: before)
    index.write(count: entries.count)
    for (key, entry) in entries {
      index.write(key)
      index.write(count: entry.offset)
      index.write(count: entry.length)
      index.write(fixed: entry.sum)
    }
    var foot = PackedWriter()
    foot.write(fixed: UInt64(place))
    foot.write(Fingerprint(of: index.bytes))
    foot.write(fixed: magic)
    foot.write(fixed: version)
    return index.bytes + foot.bytes
  }

  private static func index(of file: StoredFile) -> (entries: [Fingerprint: Entry], segments: Int)? {
    guard file.bytes(in: 0..<headSize) == head else { return nil }
    var entries: [Fingerprint: Entry] = [:]
    var end = file.count
    var segments = 0
    while end > 0 {
      guard segments <= segmentLimit, let before = try? read(&entries, endingAt: end, of: file), before < end
      else { return nil }
      segments += 1
      end = before
    }
    return (entries, segments)
  }

  /// Reads the segment that ends at a place; gives where the one before it ends.
  private static func read(
    _ entries: inout [Fingerprint: Entry], endingAt end: Int, of file: StoredFile
  ) throws(PackedTrouble) -> Int {
    guard end >= headSize + footSize, let foot = file.bytes(in: end - footSize..<end) else {
      throw PackedTrouble()
    }
    var footer = PackedReader(foot)
    let place = Int(truncatingIfNeeded: try footer.fixed())
    let sum = try footer.fingerprint()
    guard try footer.fixed() == magic, try footer.fixed() == version, place >= headSize,
      place <= end - footSize, let bytes = file.bytes(in: place..<end - footSize),
      Fingerprint(of: bytes) == sum
    else { throw PackedTrouble() }
    var reader = PackedReader(bytes)
    let before = try reader.count()
    let count = try reader.count()
    if entries.isEmpty { entries.reserveCapacity(min(count, bytes.count)) }
    for _ in 0..<count {
      let key = try reader.fingerprint()
      let entry = Entry(offset: try reader.count(), length: try reader.count(), sum: try reader.fixed())
      guard entry.offset <= place, entry.length <= place - entry.offset else { throw PackedTrouble() }
      // Segments are read from the last one: what came later counts.
      if entries[key] == nil { entries[key] = entry }
    }
    return before
  }
}

extension ArticleCache.Additions {
  fileprivate var size: Int { entries.reduce(0) { $0 + $1.entry.length } }

  fileprivate mutating func add(_ record: [UInt8], _ key: Fingerprint, _ sum: UInt64) {
    entries.append((key, .init(offset: start + bytes.count, length: record.count, sum: sum)))
    bytes += record
  }

  /// Lets the records begin at another place.
  fileprivate mutating func move(to place: Int) {
    entries = entries.map { key, entry in
      (key, .init(offset: entry.offset - start + place, length: entry.length, sum: entry.sum))
    }
    start = place
  }
}
