import DossierTestSupport
import Foundation

/// Edits as people make them, by chance: to articles, the editor's lines, notes and lists, templates, configuration.
struct RandomEdits {
  private let root: String
  private var random: SeededGenerator
  private var number = 0
  /// What stands in `content/decisions/lines.txt`.
  private var lines: [String] = []

  init(of root: String, seed: UInt64) {
    self.root = root
    random = SeededGenerator(seed: seed)
  }

  private static let names = ["Anna Berg", "Omar Haddad", "the Harbour Council", "Ilse Brandt", "Norland"]
  private static let persons = [
    "person:anna-berg", "person:omar-haddad", "person:ilse-brandt", "person:nobody",
  ]
  private static let deeds = ["met", "said the port would close in", "signed an agreement with", "left for"]
  private static let days = ["on Monday", "on 3 May 2019", "last year", "in April"]

  /// Makes one edit and says which.
  mutating func make() throws -> String {
    number += 1
    let articles = try Self.articles(in: root)
    let kind = articles.isEmpty ? 0 : Int.random(in: 0..<14, using: &random)
    switch kind {
    case 0..<4 where articles.count < 12:
      let path = "content/\(pick(["", "2019/", "2020/"]))new-\(number % 9).md"
      try write(article(), to: path)
      return "wrote \(path)"
    case 0..<6: return try change(pick(articles))
    case 6:
      let path = pick(articles)
      try remove(path)
      return "removed \(path)"
    case 7:
      let path = pick(articles)
      let other = "content/moved/\(number).\(path.split(separator: ".").last ?? "md")"
      try write(try String(contentsOfFile: root + "/" + path, encoding: .utf8), to: other)
      try remove(path)
      return "moved \(path) to \(other)"
    case 8..<11: return try decide(on: articles)
    case 11:
      let profile = pick(["private", "private", "excerpt", "links"])
      let limit = Int.random(in: 1...9, using: &random)
      try write(
        "title: Ports \(number)\nlist-limit: \(limit)\nprofile: \(profile)\n\(pick(["", "search: false\n"]))",
        to: "dossier.yml")
      return "configured (\(profile))"
    case 12:
      let file = pick([
        ("templates/mine.css", "p { order: \(number) }\n"),
        ("templates/not-found.mustache", "<p>\(number)</p>\n"),
      ])
      return try toggle(file)
    default:
      let file = pick([
        ("content/lists/terms.txt", "port | port; ports\n"),
        ("content/lists/surnames.txt", "Haddad; Norland\n"), ("content/notes/home.md", "Note \(number).\n"),
        ("content/notes/anna-berg.md", "Of the harbour.\n"), ("content/decisions/odd.yml", "\(number)\n"),
      ])
      return try toggle(file)
    }
  }

  /// Adds to an article or, keeping its size and date, changes a word of it.
  private mutating func change(_ path: String) throws -> String {
    let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    guard text.contains("Monday"), Bool.random(using: &random) else {
      try write(text + "\n\n" + sentence() + "\n", to: path)
      return "added to \(path)"
    }
    let date = try FileManager.default.attributesOfItem(atPath: root + "/" + path)[.modificationDate]
    try write(text.replacing("Monday", with: "Sunday"), to: path)
    try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: root + "/" + path)
    return "changed \(path) under its old date"
  }

  /// Adds a line of the editor's, or takes one away.
  private mutating func decide(on articles: [String]) throws -> String {
    let what: String
    if let line = lines.randomElement(using: &random), lines.count > 6 || Bool.random(using: &random) {
      lines.removeAll { $0 == line }
      what = "took away '\(line)'"
    } else {
      let article = "a:" + URL(filePath: pick(articles)).deletingPathExtension().lastPathComponent
      let (person, other) = (pick(Self.persons), pick(Self.persons))
      let line = pick([
        "page \(person)", "hide \(person) why=asked", "same \(person) \(other)",
        "not-same \(person) \(other) why=two", "published \(article) 2019-05-1\(number % 10)",
        "outlet \(article) \"The Post\"", "title \(article) \"Another headline\" public",
        "withhold \(article) why=request", "redact \(person) as=\"[name withheld]\" why=request",
        "excerpt \(article) 9w", "not-date \(article) \"last year\"",
      ])
      lines.append(line)
      what = "decided '\(line)'"
    }
    try write(lines.joined(separator: "\n"), to: "content/decisions/lines.txt")
    return what
  }

  /// Writes a file, or takes it away where it is.
  private mutating func toggle(_ file: (path: String, text: String)) throws -> String {
    if FileManager.default.fileExists(atPath: root + "/" + file.path), Bool.random(using: &random) {
      try remove(file.path)
      return "took away \(file.path)"
    }
    try write(file.text, to: file.path)
    return "wrote \(file.path)"
  }

  private mutating func article() -> String {
    let day = Int.random(in: 10...28, using: &random)
    let paragraphs = (0..<4).map { _ in sentence() + " " + sentence() }.joined(separator: "\n\n")
    return "---\ntitle: Talks \(number)\ndate: 2019-05-\(day)\noutlet: The Gazette\n---\n\n\(paragraphs)\n"
  }

  private mutating func sentence() -> String {
    let words = [Self.names, Self.deeds, Self.names, Self.days].map { pick($0) }.joined(separator: " ")
    return Bool.random(using: &random)
      ? words + "." : "\"We will keep the port of \(pick(Self.names)),\" \(pick(Self.names)) said."
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private func write(_ text: String, to path: String) throws {
    let url = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  private static func articles(in root: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root + "/content").sorted()
      .filter { ["md", "txt", "html"].contains(URL(filePath: $0).pathExtension) }
      .filter { path in !["decisions/", "notes/", "lists/"].contains(where: path.hasPrefix) }
      .map { "content/" + $0 }
  }
}
