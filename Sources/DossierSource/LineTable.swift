/// Where the lines of a text begin, to turn offsets into lines and columns for messages.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  package init(of bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The line and column, both from 1, of a UTF-8 offset; the column counts Unicode scalars.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let scalarStarts = bytes[starts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return (low + 1, scalarStarts + 1)
  }
}
