import DossierModel
import DossierPages
import DossierSource
import Yams

/// Reads `dossier.yml`, telling all that is wrong with it at once.
struct ConfigurationReader {
  private let path: String
  private(set) var configuration = SiteConfiguration()
  private(set) var diagnostics: [Diagnostic] = []

  /// Only a text that is no YAML at all is thrown: nothing can be known of what it was to say.
  init(reading bytes: [UInt8], path: String) throws(BuildError) {
    self.path = path
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BuildError(path: path, message: "the configuration is not UTF-8", remedy: "save it as UTF-8")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch YamlError.duplicatedKeysInMapping(let keys, _) {
      let names = keys.sorted()
      throw BuildError(
        path: Self.place(ofSecond: names.first ?? "", in: text, of: path),
        message: "the key '\(names.joined(separator: "', '"))' is there twice", remedy: "keep one of the two")
    } catch {
      throw BuildError(
        path: Self.place(of: error, in: path),
        message: "the configuration is not YAML: \(Self.problem(error))",
        remedy: "write it as lines of 'key: value'")
    }
    guard let root, !root.isNull else { return }
    guard let mapping = root.mapping else {
      report(.badConfiguration("the configuration is no list of keys", at: location(of: root)))
      return
    }
    for (key, value) in mapping { read(key, value) }
  }

  private mutating func read(_ key: Node, _ value: Node) {
    let name = key.string ?? ""
    guard let known = SiteConfiguration.Key(rawValue: name) else {
      let nearest = NearestName.name(to: name, among: SiteConfiguration.Key.allCases.map(\.rawValue))
      report(.unknownKey(name, nearest: nearest, at: location(of: key)))
      return
    }
    guard !value.isNull else { return }
    switch known {
    case .title: configuration.title = text(value, of: known)
    case .description: configuration.description = text(value, of: known)
    case .language: configuration.language = language(value, of: known) ?? configuration.language
    case .content: configuration.content = text(value, of: known)
    case .output: configuration.output = text(value, of: known)
    case .baseURL: configuration.baseURL = address(value, of: known)
    case .search: configuration.search = flag(value, of: known) ?? configuration.search
    case .profile: configuration.profile = profile(value) ?? configuration.profile
    case .excerptWords: configuration.excerptWords = number(value, of: known) ?? configuration.excerptWords
    case .listLimit: configuration.listLimit = number(value, of: known) ?? configuration.listLimit
    }
  }

  private mutating func text(_ value: Node, of key: SiteConfiguration.Key) -> String? {
    if let text = value.scalar?.string, !text.isEmpty { return text }
    report(.badValue(of: key.rawValue, wanted: "a text", at: location(of: value)))
    return nil
  }

  private mutating func language(_ value: Node, of key: SiteConfiguration.Key) -> String? {
    guard let text = text(value, of: key) else { return nil }
    if LanguageTag(text) != nil { return text }
    report(.badValue(of: key.rawValue, wanted: "a tag such as en or de-AT", at: location(of: value)))
    return nil
  }

  private mutating func number(_ value: Node, of key: SiteConfiguration.Key) -> Int? {
    if let number = value.int, (1...1_000_000).contains(number) { return number }
    report(.badValue(of: key.rawValue, wanted: "a whole number from 1", at: location(of: value)))
    return nil
  }

  private mutating func flag(_ value: Node, of key: SiteConfiguration.Key) -> Bool? {
    if let flag = value.bool { return flag }
    report(.badValue(of: key.rawValue, wanted: "true or false", at: location(of: value)))
    return nil
  }

  private mutating func profile(_ value: Node) -> Profile? {
    if let profile = value.scalar.flatMap({ Profile(rawValue: $0.string) }) { return profile }
    let names = Profile.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      .badValue(
        of: SiteConfiguration.Key.profile.rawValue, wanted: "one of \(names)", at: location(of: value)))
    return nil
  }

  private mutating func address(_ value: Node, of key: SiteConfiguration.Key) -> String? {
    guard let text = text(value, of: key) else { return nil }
    if let address = text.asBaseURL { return address }
    report(
      .badValue(of: key.rawValue, wanted: "an address that begins with https://", at: location(of: value)))
    return nil
  }

  private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private func location(of node: Node) -> SourceLocation {
    SourceLocation(path: path, line: node.mark?.line, column: node.mark?.column)
  }

  private static func place(of error: any Error, in path: String) -> String {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      "\(path):\(mark.line):\(mark.column)"
    default: path
    }
  }

  /// The line on which a key stands for the second time.
  private static func place(ofSecond key: String, in text: String, of path: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let places = lines.indices.filter { lines[$0].hasPrefix(key + ":") }
    return places.count > 1 ? "\(path):\(places[1] + 1):1" : path
  }

  private static func problem(_ error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    default: "it cannot be read"
    }
  }
}

extension Node {
  fileprivate var isNull: Bool { null != nil }
}

extension String {
  /// The text as the address of a site, without a slash at its end; nil where it is none.
  package var asBaseURL: String? {
    guard let scheme = ["https://", "http://"].first(where: hasPrefix), utf8.count > scheme.utf8.count else {
      return nil
    }
    guard !utf8.contains(where: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }) else { return nil }
    var address = self
    while address.hasSuffix("/") { address.removeLast() }
    return address
  }
}
