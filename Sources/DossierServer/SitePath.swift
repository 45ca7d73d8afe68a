/// A place in the site that a request names: names of folders and of a file, none of which leads out of it.
struct SitePath: Sendable, Equatable {
  let names: [String]
  /// Whether it is written with a slash at its end, as of a folder.
  let isFolder: Bool

  /// The path of a request; nil where it names nothing that may be served.
  ///
  /// Each part is decoded once, after the path was cut at its slashes, so that no code can hide a slash or a dot.
  /// Hidden names are none of the site's: what builds remember lies there.
  init?(decoding path: some StringProtocol) {
    guard path.hasPrefix("/") else { return nil }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    isFolder = parts.last?.isEmpty ?? true
    if isFolder { parts.removeLast() }
    var names: [String] = []
    for part in parts {
      guard let name = Self.decoded(part), Self.isName(name) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  /// The name with its percent codes replaced; nil where one is broken or the bytes are no UTF-8.
  private static func decoded(_ part: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.first != UInt8(ascii: ".") && name.utf8.count <= 255
      && name.utf8.allSatisfy { $0 >= 32 && $0 != 127 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
  }
}

/// The part of a path below which a site is served: `/` or `/sub/path/`.
package struct BasePath: Sendable, Equatable {
  package let text: String

  package static let root = BasePath(text: "/")

  private init(text: String) { self.text = text }

  /// With or without slashes at its ends; nil where it holds anything but letters, digits, `-`, `_`, `.` and `~`.
  package init?(_ written: String) {
    let parts = written.split(separator: "/")
    let isPlain = parts.allSatisfy { part in
      !part.hasPrefix(".")
        && part.utf8.allSatisfy {
          (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
            || "-_.~".utf8.contains($0)
        }
    }
    guard isPlain else { return nil }
    text = parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }

  /// What of a path stands behind it, with the slash; nil where the path is another one's.
  func rest(of path: String) -> Substring? {
    path.hasPrefix(text) ? path.dropFirst(text.utf8.count - 1) : nil
  }
}

/// Which part of a file a request asks for.
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// Reads a `Range` line, by RFC 9110, 14.2; what is not one range of bytes asks for the whole.
  init(_ written: String?, of size: Int) {
    guard let written, written.lowercased().hasPrefix("bytes="), !written.contains(",") else {
      self = .whole
      return
    }
    let bounds = written.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = bounds.map(Self.number)
    guard bounds.count == 2, (0..<2).allSatisfy({ bounds[$0].isEmpty || numbers[$0] != nil }) else {
      self = .whole
      return
    }
    switch (numbers[0], numbers[1]) {
    case (let first?, let last?) where first > last: self = .whole
    case (let first?, let last?): self = first < size ? .part(first..<min(last + 1, size)) : .unsatisfiable
    case (let first?, nil): self = first < size ? .part(first..<size) : .unsatisfiable
    case (nil, let count?): self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
    case (nil, nil): self = .whole
    }
  }

  /// So few digits that no sum with it overflows.
  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.utf8.count <= 18 ? Int(digits) : 1_000_000_000_000_000_000
  }
}
