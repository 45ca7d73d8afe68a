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
    let line = starts.partitioningIndex { $0 > offset }
    let scalarStarts = bytes[starts[line - 1]..<offset].count { $0 & 0xC0 != 0x80 }
    return (line, scalarStarts + 1)
  }
}
