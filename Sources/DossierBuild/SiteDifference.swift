import DossierSource
import Foundation

/// How two built sites differ in what they claim, read from their data files.
package struct SiteDifference: Sendable {
  /// A claim that is not the same in both.
  package struct Change: Sendable, Hashable {
    package let claim: String
    /// Nil where the site does not make the claim.
    package let old: String?
    package let new: String?
    /// The line of the editor that stands behind the change, where there is one.
    package let because: String?

    package var text: String {
      "\(claim) \(old ?? "—") → \(new ?? "—")" + (because.map { ", because of \($0)" } ?? "")
    }
  }

  /// By claim.
  package let changes: [Change]

  /// Compares the sites in two folders.
  package init(from old: String, to new: String, files: any FileSystem) throws(BuildError) {
    let before = try SiteClaims(of: old, files: files)
    let after = try SiteClaims(of: new, files: files)
    let claims = Set(before.values.keys).union(after.values.keys).sorted()
    let told = before.lines.union(after.lines)
    let newer = after.lines.subtracting(before.lines).union(before.lines.subtracting(after.lines))
    changes = claims.compactMap { claim in
      let (left, right) = (before.values[claim], after.values[claim])
      guard left?.value != right?.value else { return nil }
      // A line behind the value itself, or else one that only one of the sites has and that acts on the same thing.
      let subjects = (right?.subjects ?? []).union(left?.subjects ?? [])
      let because =
        right?.line ?? left?.line
        ?? subjects.sorted().lazy.compactMap { subject in
          (after.linesOf[subject] ?? []).first(where: newer.contains)
            ?? (before.linesOf[subject] ?? []).first(where: newer.contains)
        }.first
      return Change(
        claim: claim, old: left?.value, new: right?.value,
        because: because.flatMap { told.contains($0) ? $0 : nil })
    }
  }
}

/// The claims of a site by what they are about.
private struct SiteClaims {
  struct Value {
    let value: String
    var line: String?
    /// Ids that an editor's line may act on.
    var subjects: Set<String> = []
  }

  private(set) var values: [String: Value] = [:]
  private(set) var lines: Set<String> = []
  /// The editor's lines by the ids of what they act on.
  private(set) var linesOf: [String: [String]] = [:]
  private let decisions: [Row]

  private typealias Row = [String: Any]

  init(of folder: String, files: any FileSystem) throws(BuildError) {
    let path = folder.appending(path: "data/dossier.json")
    let bytes = try files.contents(of: path)
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? Row else {
      throw BuildError(path: path, message: "the data file cannot be read", remedy: "build the site again")
    }
    func rows(_ key: String) -> [Row] { root[key] as? [Row] ?? [] }
    decisions = rows("decisions")
    for decision in decisions {
      guard let line = decision["line"] as? String, let place = decision["place"] as? String else { continue }
      let told = "\(place): \(line)"
      lines.insert(told)
      for list in ["articles", "entities", "events", "quotes", "figures"] {
        for subject in decision[list] as? [String] ?? [] { linesOf[subject, default: []].append(told) }
      }
    }
    for article in rows("articles") { read(article: article) }
    for entity in rows("entities") { read(entity: entity) }
    for event in rows("events") { read(event: event) }
    for quote in rows("quotes") { read(quote: quote) }
    for group in rows("figures") {
      guard let id = group["id"] as? String else { continue }
      let articles = (group["values"] as? [Row] ?? []).map { "\($0["article"] ?? "") \($0["text"] ?? "")" }
      values["figure \(id)"] = Value(value: articles.joined(separator: "; "), subjects: [id])
    }
  }

  private mutating func read(article: Row) {
    guard let id = article["id"] as? String else { return }
    for date in ["published", "updated", "retrieved"] { read(article[date], as: "a:\(id) \(date)", [id]) }
    for name in ["title", "outlet"] {
      if let text = article[name] as? String {
        values["a:\(id) \(name)"] = Value(value: text, subjects: [id])
      }
    }
    if let relays = article["relays"] as? [String], !relays.isEmpty {
      values["a:\(id) relays"] = Value(value: relays.joined(separator: ", "), subjects: [id])
    }
    var counts: [String: Int] = [:]
    func claim(_ sort: String, _ row: Row) -> String {
      let base = "a:\(id) \(sort) \"\(row["text"] as? String ?? "")\""
      counts[base, default: 0] += 1
      return counts[base] == 1 ? base : "\(base) (\(counts[base] ?? 0))"
    }
    for time in article["times"] as? [Row] ?? [] {
      let name = claim("time", time)
      if let value = time["edtf"] as? String { values[name] = Value(value: value, subjects: [id]) }
    }
    for mention in article["mentions"] as? [Row] ?? [] {
      let name = claim("name", mention)
      if let entity = mention["entity"] as? String {
        values[name] = Value(value: entity, subjects: [id, entity])
      }
    }
  }

  private mutating func read(entity: Row) {
    guard let id = entity["id"] as? String else { return }
    if let page = entity["page"] as? String { values["\(id) page"] = Value(value: page, subjects: [id]) }
    for alias in entity["aliases"] as? [Row] ?? [] {
      guard let text = alias["text"] as? String, let kind = alias["kind"] as? String else { continue }
      values["\(id) name \"\(text)\""] = Value(value: kind, subjects: [id])
    }
  }

  private mutating func read(event: Row) {
    guard let id = event["id"] as? String else { return }
    let articles = (event["coverage"] as? [Row] ?? []).compactMap { $0["article"] as? String }
    let subjects = Set(articles + [id])
    read(event["when"], as: "ev:\(id) when", subjects)
    values["ev:\(id) title"] = Value(value: event["title"] as? String ?? "", subjects: subjects)
    values["ev:\(id) told by"] = Value(value: articles.joined(separator: ", "), subjects: subjects)
    if let place = event["place"] as? String {
      values["ev:\(id) place"] = Value(value: place, subjects: subjects)
    }
    let names = event["entities"] as? [String] ?? []
    if !names.isEmpty {
      values["ev:\(id) who"] = Value(
        value: names.joined(separator: ", "), subjects: subjects.union(names))
    }
  }

  private mutating func read(quote: Row) {
    guard let id = quote["id"] as? String else { return }
    let variants = quote["variants"] as? [Row] ?? []
    let articles = variants.compactMap { $0["article"] as? String }
    let speaker = quote["speaker"] as? String ?? quote["speaker_text"] as? String ?? ""
    values["\(id) speaker"] = Value(value: speaker, subjects: [id])
    values["\(id) printed by"] = Value(value: articles.joined(separator: ", "), subjects: [id])
  }

  private mutating func read(_ claim: Any?, as name: String, _ subjects: Set<String>) {
    guard let claim = claim as? Row, let value = claim["value"] as? String else { return }
    var line: String?
    if let number = claim["decision"] as? Int, decisions.indices.contains(number),
      let place = decisions[number]["place"] as? String, let words = decisions[number]["line"] as? String
    {
      line = "\(place): \(words)"
    }
    values[name] = Value(value: value, line: line, subjects: subjects)
  }
}
