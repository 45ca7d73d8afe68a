/// What is wrong with a line of the editor, and where in it.
struct DecisionTrouble: Error, Hashable {
  let id: String
  let message: String
  let remedy: String
  /// In Unicode scalars, from 1.
  let column: Int
}

/// A line of the editor, taken apart: words, words in quotation marks, and options such as `why="…"`.
struct DecisionTokens {
  struct Token: Hashable {
    /// What it says, without the quotation marks.
    var text: String
    var isQuoted = false
    let column: Int
  }

  struct Option: Hashable {
    let key: String
    let value: Token
    let column: Int
  }

  private(set) var operands: [Token] = []
  private(set) var options: [Option] = []
  /// Whether the line says `public`: a word that any line may end in.
  private(set) var isPublic = false
  /// Where the line ends, without its comment.
  private(set) var end = 1
  /// The line without its comment and without blanks at its ends.
  private(set) var bare = ""

  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ line: some StringProtocol) throws(DecisionTrouble) {
    scalars = Array(line.unicodeScalars)
    while true {
      skipBlanks()
      guard position < scalars.count, scalars[position] != "#" else { break }
      try readToken()
      end = position + 1
    }
    let first = scalars.firstIndex { !Self.isBlank($0) } ?? 0
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[min(first, end - 1)..<(end - 1)])
    bare = String(text)
  }

  private mutating func readToken() throws(DecisionTrouble) {
    let start = position
    let isQuoted = Self.closingMarks[scalars[position]] != nil
    var key: String?
    var text = String.UnicodeScalarView()
    while position < scalars.count, !Self.isBlank(scalars[position]) {
      let scalar = scalars[position]
      if let close = Self.closingMarks[scalar] {
        try readQuoted(until: close, into: &text)
        continue
      }
      position += 1
      if scalar == "=", key == nil, !isQuoted, Self.isKey(text) {
        key = String(text)
        text = .init()
      } else {
        text.append(scalar)
      }
    }
    guard let key else {
      if !isQuoted, !operands.isEmpty, text.elementsEqual("public".unicodeScalars) {
        isPublic = true
      } else {
        operands.append(Token(text: String(text), isQuoted: isQuoted, column: start + 1))
      }
      return
    }
    let value = Token(text: String(text), column: start + key.unicodeScalars.count + 2)
    options.append(Option(key: key, value: value, column: start + 1))
  }

  private mutating func readQuoted(
    until close: Unicode.Scalar, into text: inout String.UnicodeScalarView
  ) throws(DecisionTrouble) {
    let start = position
    position += 1
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == close { return }
      if scalar == "\\", position < scalars.count, scalars[position] == close || scalars[position] == "\\" {
        text.append(scalars[position])
        position += 1
      } else {
        text.append(scalar)
      }
    }
    throw DecisionTrouble(
      id: "open-quotation", message: "the quotation mark is not closed",
      remedy: "close it on the same line, and write \\\" for a mark within", column: start + 1)
  }

  private mutating func skipBlanks() {
    while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{A0}" || scalar == "\u{FEFF}"
  }

  private static func isKey(_ text: String.UnicodeScalarView) -> Bool {
    !text.isEmpty && text.allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
  }

  /// Quotation marks that words may stand in, with those that close them: typed, and as an editor's program sets them.
  private static let closingMarks: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”"]
}
