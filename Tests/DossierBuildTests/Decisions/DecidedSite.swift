import DossierLanguages
import DossierSource
import DossierTheme
import Foundation
import Testing

@testable import DossierBuild

/// A small site in memory, built with and without lines of an editor.
struct DecidedSite {
  let files: MemoryFileSystem
  private static let builder = SiteBuilder(
    vocabulary: Languages.pageVocabulary, languages: Languages.all, knowledge: Languages.knowledge,
    theme: Theme.files,
    lists: LanguageExtension(
      tables: { Languages.extended(by: $0) }, troubles: { Languages.troubles(in: $0) }))

  init(_ articles: [String: String] = Self.articles) {
    files = MemoryFileSystem(
      Dictionary(uniqueKeysWithValues: articles.map { ("/c/" + $0.key, $0.value) }))
  }

  /// What a build made.
  struct Built {
    let report: BuildReport
    let files: [String: [UInt8]]
    let data: Data

    func text(_ path: String) -> String {
      files["/o/" + path].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    var says: [String] { report.diagnostics.filter { $0.severity != .note }.map(\.description) }
  }

  /// What a program reads in the data file.
  struct Data: Decodable {
    struct Claim: Decodable {
      let value: String
      let basis: String
      let rule: String
    }
    struct Words: Decodable { let text: String }
    struct Removed: Decodable {
      let text: String
      let reason: String
    }
    struct Mention: Decodable {
      let text: String
      let entity: String?
      let basis: String
    }
    struct Time: Decodable {
      let text: String
      let edtf: String?
    }
    struct Article: Decodable {
      let id: String
      let title: String
      let outlet: String?
      let relays: [String]
      let published: Claim?
      let updated: Claim?
      let retrieved: Claim?
      let text: String
      let notices: [String]
      let removed: [Removed]
      let mentions: [Mention]
      let times: [Time]
    }
    struct Alias: Decodable {
      let text: String
      let kind: String
      let count: Int
    }
    struct Entity: Decodable {
      let id: String
      let name: String
      let kind: String
      let aliases: [Alias]
      let page: String?
      let articles: [String]
    }
    struct Coverage: Decodable {
      let article: String
      let role: String
    }
    struct Event: Decodable {
      let id: String
      let title: String
      let when: Claim?
      let place: String?
      let entities: [String]
      let coverage: [Coverage]
      let page: String?
    }
    struct Variant: Decodable {
      let article: String
      let text: String
      let attribution: String?
    }
    struct Quote: Decodable {
      let id: String
      let speaker: String?
      let speaker_text: String
      let variants: [Variant]
    }
    struct Figures: Decodable {
      let what: String
      let values: [Variant]
    }
    let articles: [Article]
    let entities: [Entity]
    let events: [Event]
    let quotes: [Quote]
    let figures: [Figures]

    func article(_ id: String) -> Article? { articles.first { $0.id == id } }
    func entity(_ id: String) -> Entity? { entities.first { $0.id == id } }
    func event(_ id: String) -> Event? { events.first { $0.id == id } }
    func quote(_ words: String) -> Quote? {
      quotes.first { $0.variants.contains { $0.text.contains(words) } }
    }
    /// Whom each mention of some words means, in an article.
    func meaning(of words: String, in article: String) -> [String] {
      self.article(article)?.mentions.filter { $0.text == words }.map { $0.entity ?? "-" } ?? []
    }
  }

  /// Builds with these lines in place of all others.
  func build(
    _ lines: String? = nil, memory: String? = nil, change: (inout SiteConfiguration) -> Void = { _ in }
  ) async throws -> Built {
    if let lines {
      files.put(Array(lines.utf8), at: "/c/decisions/lines.txt")
    } else {
      files.takeAway("/c/decisions/lines.txt")
    }
    var workspace = try Workspace(at: "/c", files: files)
    change(&workspace.configuration)
    let memory = memory.map { BuildMemory(folder: $0, tool: Fingerprint(of: "1")) }
    let report = try await Self.builder.build(
      workspace, into: BuildOutput(folder: "/o", memory: memory), on: BuildMachine(files: files, jobs: 2))
    let written = files.files(below: "/o")
    let data = try JSONDecoder().decode(
      Data.self, from: Foundation.Data(written["/o/data/dossier.json"] ?? Array("{}".utf8)))
    return Built(report: report, files: written, data: data)
  }

  /// The document for paper, with these lines in place of all others.
  func printed(
    _ lines: String? = nil, change: (inout SiteConfiguration) -> Void = { _ in }
  ) async throws -> String {
    if let lines { files.put(Array(lines.utf8), at: "/c/decisions/lines.txt") }
    var workspace = try Workspace(at: "/c", files: files)
    change(&workspace.configuration)
    _ = try await Self.builder.print(
      workspace, to: "/p/dossier.html", on: BuildMachine(files: files, jobs: 2))
    return String(decoding: try files.contents(of: "/p/dossier.html"), as: UTF8.self)
  }

  func explanation(of name: String) async throws -> Explanation? {
    let workspace = try Workspace(at: "/c", files: files)
    return await Self.builder.explanation(
      of: name, in: workspace, without: ["/o"], on: BuildMachine(files: files, jobs: 2)
    ).explanation
  }

  /// What the machine suggests for the folder as it is.
  func listing() async throws -> ProposalListing? {
    let workspace = try Workspace(at: "/c", files: files)
    return await Self.builder.proposals(
      for: workspace, without: ["/o"], on: BuildMachine(files: files, jobs: 2)
    ).listing
  }

  func proposals() async throws -> [ProposalListing.File] { try await listing()?.files ?? [] }

  static let articles = [
    "harbour-talks.md": """
    ---
    title: Ports of the bay agree to share pilots
    outlet: The Northern Gazette
    date: 2021-03-13
    ---

    Marta Lindqvist and Tomas Brandl met in Oslo on Friday and agreed to share harbour pilots, the two mayors said.

    "We will bring the pilots of both towns under one roof before the winter," Lindqvist said after the meeting.

    Mayor Lindqvist said 1,200 dock workers would keep their jobs. "My dear friend has waited long," Brandl told reporters.

    The Free Dockers Front rejected the deal on Saturday. Oslo has said it will pay for the new boats.

    The two mayors are to meet again in September. Last September the ports had closed the old channel.

    The council voted

    against closing the old channel in 2020.

    Reading this page may be an offence in some countries of the bay.
    """,
    "pilots-shared.md": """
    ---
    title: Lindqvist and Brandl shake hands over pilots
    outlet: Coast Courier
    date: 2021-03-14
    ---

    Marta Lindqvist and Tomas Brandl agreed on Friday to share harbour pilots after they met in Oslo.

    "We will bring the pilots of both towns under one roof before the winter," Lindqvist said.

    About 1,100 dock workers are employed in the two ports. Marta Lindqvvist did not name a date for the merger.

    The Dockers Union Assembly rejected the deal on Saturday. "A dear friend is always welcome," Brandl said of the minister.
    """,
    "strike-planned.md": """
    ---
    title: Dock workers plan a strike
    outlet: Coast Courier
    date: 2021-03-20
    ---

    Dock workers will strike in April, Tomas Brandl said on Friday.

    Brandl said he would meet Anna Keller in Bergen on Monday. "Nobody wants this strike," Keller told the Courier.

    Karl Brandl, a historian, said the port of 1950 had employed 9,000 dock workers. He called the so-called strike a "pilot question".
    """,
  ]
}
