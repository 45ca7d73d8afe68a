import DossierModel

/// What a program that saved a page wrote in front of it: the address it had, and when it was saved.
///
/// Browsers write `<!-- saved from url=(0027)https://river.example/ice -->`; SingleFile writes its name, and the
/// address and the time on lines of their own.
struct SavingNote {
  /// The address, where the note has one.
  private(set) var address: String?
  /// The time as it is written.
  private(set) var time: String?

  init(of page: [UInt8]) {
    var rest = page.prefix(Self.reach)
    while let start = Self.index(behind: Array("<!--".utf8), in: rest) {
      let end = Self.index(behind: Array("-->".utf8), in: rest[start...]) ?? rest.endIndex
      read(String(decoding: rest[start..<end], as: UTF8.self))
      rest = rest[end...]
    }
  }

  /// Within how many bytes of a page's beginning a note stands.
  private static let reach = 2048

  private mutating func read(_ comment: String) {
    for line in comment.split(whereSeparator: \.isNewline) {
      let line = String(line).folded
      if let found = Self.text(behind: "saved from url=", in: line) {
        // The length of the address stands before it, in brackets.
        let isCounted = found.utf8.first == UInt8(ascii: "(")
        let text = isCounted ? found.utf8.drop { $0 != UInt8(ascii: ")") }.dropFirst() : found.utf8[...]
        address = address ?? Self.address(String(decoding: text, as: UTF8.self))
      } else if let found = Self.text(behind: "url: ", in: line) {
        address = address ?? Self.address(found)
      } else if let found = Self.text(behind: "saved date: ", in: line) {
        time = time ?? found
      }
    }
  }

  private static func address(_ text: String) -> String? {
    text.split(separator: " ").first.flatMap { WebAddress($0)?.string }
  }

  private static func text(behind label: String, in line: String) -> String? {
    line.lowercased().hasPrefix(label) ? String(line.dropFirst(label.count)) : nil
  }

  private static func index(behind mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - mark.count)).first {
      bytes[$0] == mark[0] && bytes[$0...].starts(with: mark)
    }.map { $0 + mark.count }
  }
}
