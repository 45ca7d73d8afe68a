import DossierModel
import DossierSource
import Yams

/// What the YAML at the head of a Markdown file says.
struct FrontMatter: Sendable, Equatable {
  /// The values of a key: one, or the items of a list.
  private(set) var values: [String: [String]] = [:]
  /// In the order they stand, with their lines from 1.
  private(set) var keys: [(name: String, line: Int)] = []

  static func == (left: FrontMatter, right: FrontMatter) -> Bool { left.values == right.values }

  /// The first value of the first of these keys that has one.
  func value(_ names: String...) -> String? {
    for name in names { if let value = values[name]?.first, !value.isEmpty { return value } }
    return nil
  }

  func list(_ names: String...) -> [String] {
    for name in names { if let list = values[name], !list.isEmpty { return list.filter { !$0.isEmpty } } }
    return []
  }

  /// Front matter, the body behind it, and the line on which the body begins.
  struct Split: Sendable {
    let matter: FrontMatter
    let body: Substring
    let problem: Problem?
  }

  /// What is wrong with front matter, and on which line of the file.
  struct Problem: Error, Sendable, Equatable {
    let message: String
    let line: Int
  }

  static func begins(_ text: String) -> Bool {
    text.hasPrefix("---\n") || text.hasPrefix("--- \n") || isTOML(text)
  }

  /// Other generators fence TOML so; its lines `key = value` say the same as YAML's.
  private static func isTOML(_ text: String) -> Bool { text.hasPrefix("+++\n") }

  private static func yaml(ofTOML lines: Substring) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let equals = line.firstIndex(of: "=") else { return String(line) }
      let key = line[..<equals].filter { $0 != " " }
      return key + ": " + line[line.index(after: equals)...].drop { $0 == " " }
    }.joined(separator: "\n")
  }

  /// Splits a text; nil where it has no front matter.
  static func split(_ text: String) -> Split? {
    guard begins(text) else { return nil }
    let utf8 = text.utf8
    guard let start = utf8.firstIndex(of: 0x0A).map({ utf8.index(after: $0) }) else { return nil }
    var line = start
    while line < utf8.endIndex {
      let end = utf8[line...].firstIndex(of: 0x0A) ?? utf8.endIndex
      if isTOML(text) ? utf8[line..<end].elementsEqual("+++".utf8) : isFence(utf8[line..<end]) {
        let body = end < utf8.endIndex ? text[utf8.index(after: end)...] : text[end...]
        let lines = text[start..<line]
        let read = read(isTOML(text) ? yaml(ofTOML: lines)[...] : lines)
        return Split(matter: read.matter, body: body, problem: read.problem)
      }
      line = end < utf8.endIndex ? utf8.index(after: end) : utf8.endIndex
    }
    return unclosed(text, from: start)
  }

  /// Front matter that nothing closes ends at the first empty line: the rest is the text.
  private static func unclosed(_ text: String, from start: String.Index) -> Split? {
    let lines = text[start...].split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.utf8.contains(0x3A) else { return nil }
    let end = lines.first { $0.utf8.allSatisfy { $0 == 0x20 } }?.startIndex ?? text.endIndex
    let read = read(text[start..<end])
    let problem = Problem(message: "front matter is not closed by a line '---'", line: 1)
    return Split(matter: read.matter, body: text[end...], problem: problem)
  }

  private static func isFence(_ line: Substring.UTF8View) -> Bool {
    let mark = line.prefix(3)
    guard mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == 0x20 }
  }

  private static func read(_ yaml: Substring) -> (matter: FrontMatter, problem: Problem?) {
    if let simple = simple(yaml) { return (simple, nil) }
    do {
      return (try whole(String(yaml)), nil)
    } catch {
      return (readable(yaml), firstUnread(yaml) ?? error)
    }
  }

  // MARK: Simple lines

  /// Lines `key: value` alone, which nearly all front matter is; nil where it is more than that.
  private static func simple(_ yaml: Substring) -> FrontMatter? {
    var matter = FrontMatter()
    var line = 1
    for row in yaml.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if row.allSatisfy({ $0 == 0x20 }) || row.first == 0x23 { continue }
      guard let pair = pair(row), matter.values[pair.key] == nil else { return nil }
      matter.values[pair.key] = pair.values
      matter.keys.append((pair.key, line))
    }
    return matter
  }

  private static func pair(_ row: Substring.UTF8View) -> (key: String, values: [String])? {
    guard let colon = row.firstIndex(of: 0x3A) else { return nil }
    let key = row[..<colon]
    guard !key.isEmpty,
      key.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 == 0x5F })
    else { return nil }
    let rest = row[row.index(after: colon)...]
    guard rest.isEmpty || rest.first == 0x20 else { return nil }
    guard let values = plainValues(trimmed(rest)) else { return nil }
    return (String(Substring(key)).lowercased(), values)
  }

  private static func trimmed(_ value: Substring.UTF8View) -> Substring.UTF8View {
    var value = value
    while value.first == 0x20 { value.removeFirst() }
    while value.last == 0x20 { value.removeLast() }
    return value
  }

  /// A plain or quoted scalar without anything that YAML reads as more.
  private static func plainValues(_ value: Substring.UTF8View) -> [String]? {
    guard let first = value.first else { return nil }
    switch first {
    case 0x22:
      guard value.count >= 2, value.last == 0x22 else { return nil }
      let inner = value.dropFirst().dropLast()
      return inner.contains(0x22) || inner.contains(0x5C) ? nil : [String(Substring(inner))]
    case 0x27:
      guard value.count >= 2, value.last == 0x27 else { return nil }
      let inner = value.dropFirst().dropLast()
      return inner.contains(0x27) ? nil : [String(Substring(inner))]
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF:
      let text = String(Substring(value))
      guard !text.contains(": "), !text.contains(" #"), text.last != ":" else { return nil }
      return [text]
    default: return nil
    }
  }

  // MARK: YAML

  private static func whole(_ yaml: String) throws(Problem) -> FrontMatter {
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch let YamlError.scanner(_, problem, mark, _) {
      throw Problem(message: problem, line: mark.line + 1)
    } catch let YamlError.parser(_, problem, mark, _) {
      throw Problem(message: problem, line: mark.line + 1)
    } catch let YamlError.composer(_, problem, mark, _) {
      throw Problem(message: problem, line: mark.line + 1)
    } catch {
      throw Problem(message: "this is no YAML", line: 2)
    }
    guard let node else { return FrontMatter() }
    guard let mapping = node.mapping else {
      throw Problem(message: "front matter is no list of keys and values", line: 2)
    }
    var matter = FrontMatter()
    for (key, value) in mapping {
      guard let name = key.scalar?.string.lowercased() else { continue }
      matter.values[name] = strings(of: value)
      matter.keys.append((name, (key.mark?.line ?? 1) + 1))
    }
    return matter
  }

  private static func strings(of node: Node) -> [String] {
    switch node {
    case .scalar(let scalar): return scalar.string == "null" || scalar.string == "~" ? [] : [scalar.string]
    case .sequence(let sequence): return sequence.flatMap { $0.scalar.map { [$0.string] } ?? named($0) }
    case .mapping: return named(node)
    case .alias: return []
    }
  }

  /// The name of a person or outlet that is written as a mapping: `{name: Jane Doe, url: …}`.
  private static func named(_ node: Node) -> [String] {
    node.mapping?["name"]?.scalar.map { [$0.string] } ?? []
  }

  /// The first line that is not a key and its value: where a fault shows itself, YAML's reader is often past it.
  private static func firstUnread(_ yaml: Substring) -> Problem? {
    var line = 1
    for row in yaml.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if row.allSatisfy({ $0 == 0x20 }) || row.first == 0x23 || row.first == 0x20 || row.first == 0x2D {
        continue
      }
      if pair(row) == nil { return Problem(message: "'\(Substring(row))' is no key and value", line: line) }
    }
    return nil
  }

  /// The lines of bad front matter that can be read all the same.
  private static func readable(_ yaml: Substring) -> FrontMatter {
    var matter = FrontMatter()
    var line = 1
    for row in yaml.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      guard let pair = pair(row) ?? unquotedPair(row), matter.values[pair.key] == nil else { continue }
      matter.values[pair.key] = pair.values
      matter.keys.append((pair.key, line))
    }
    return matter
  }

  /// A value whose quotation mark is not closed, or that holds a colon.
  private static func unquotedPair(_ row: Substring.UTF8View) -> (key: String, values: [String])? {
    guard let colon = row.firstIndex(of: 0x3A) else { return nil }
    var value = trimmed(row[row.index(after: colon)...])
    while let first = value.first, first == 0x22 || first == 0x27 || first == 0x5B { value.removeFirst() }
    while let last = value.last, last == 0x22 || last == 0x27 || last == 0x5D { value.removeLast() }
    let key = row[..<colon]
    guard !value.isEmpty, key.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else { return nil }
    return (String(Substring(key)).lowercased(), [String(Substring(value))])
  }
}
