/// Writes comma-separated values as RFC 4180 has them, lines ended by a carriage return and a line feed.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  init(header: [String]) { row(header) }

  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes += [0x0D, 0x0A]
  }

  /// A field that spreadsheets could take for a formula gets an apostrophe before it: sources are not to run there.
  private mutating func append(_ field: String) {
    let isFormula = field.utf8.first.map { Self.formulaSigns.contains($0) } ?? false
    guard isFormula || field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
    else {
      bytes += field.utf8
      return
    }
    bytes.append(0x22)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private static let formulaSigns: [UInt8] = [
    UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09,
  ]
}
