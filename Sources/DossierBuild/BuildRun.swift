import DossierPages
import DossierRendering
import DossierSource

/// Where a build runs: its file system, and how much of the machine it may use.
package struct BuildMachine: Sendable {
  package let files: any FileSystem
  /// Tasks at once.
  package let jobs: Int
  /// Hears how a build goes on.
  let tell: @Sendable (BuildEvent) -> Void

  package init(
    files: any FileSystem, jobs: Int, tell: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) {
    self.files = files
    self.jobs = max(1, jobs)
    self.tell = tell
  }
}

/// What is worth telling while a build goes on.
package enum BuildEvent: Sendable, Hashable {
  /// Another build writes to the same output folder; this one goes on when that one ends.
  case waitsForAnotherBuild(String)
  case progress(BuildProgress)
}

/// Where a site is written to.
package struct BuildOutput: Sendable {
  package let folder: String
  /// Whether it may be written between and over files that no build wrote.
  package let force: Bool
  /// Where builds into it remember; nil for one that neither looks back nor keeps anything.
  package let memory: BuildMemory?
  /// Whether a new site takes the old one's place as a whole.
  package let isAtomic: Bool

  package init(folder: String, force: Bool = false, memory: BuildMemory? = nil, isAtomic: Bool = false) {
    self.folder = folder
    self.force = force
    self.memory = memory
    self.isAtomic = isAtomic
  }

  func requireApart(from content: String, _ files: any FileSystem) throws(BuildError) {
    guard files.isWithin(content, folder: folder) else { return }
    throw BuildError(
      path: folder, message: "the output folder holds the sources in '\(content)'",
      remedy: "choose a folder beside or within it with --output")
  }
}

/// Files that are made and written together: a chunk of pages, an export, the theme's files.
enum OutputGroup: Sendable {
  case pages([PlannedPage])
  case export(Exporter)
  case theme
  case search(SearchFiles)
  case texts(SearchFiles, shards: Range<Int>)
  case web(WebFiles)

  var pageCount: Int { if case .pages(let pages) = self { pages.count } else { 0 } }

  func rendered(_ plan: SitePlan, _ renderer: SiteRenderer) -> (
    files: [OutputFile], diagnostics: [Diagnostic]
  ) {
    switch self {
    case .theme: return (renderer.staticFiles, [])
    case .export(let exporter): return (exporter.files(plan).map(\.whole), [])
    case .search(let search): return (search.index(), [])
    case .texts(let search, let shards): return (shards.map(search.texts), [])
    case .web(let web): return (web.files, [])
    case .pages(let pages):
      var files: [OutputFile] = []
      var diagnostics: [Diagnostic] = []
      for page in pages {
        let made = renderer.files(for: plan.page(page))
        files += made.files
        diagnostics += made.diagnostics
      }
      return (files, diagnostics)
    }
  }
}

/// All that a site is made of, in groups; exports first, since each of them takes long and keeps one core.
struct OutputGroups {
  let all: [OutputGroup]

  init(of plan: SitePlan, renderer: SiteRenderer) {
    let pages = Self.spread(plan.pages).map { OutputGroup.pages(Array($0)) }
    let search = renderer.search(of: plan)
    let texts = search.map { search in
      stride(from: 0, to: search.shardCount, by: 16).map {
        OutputGroup.texts(search, shards: $0..<min($0 + 16, search.shardCount))
      }
    }
    let whole = [search.map(OutputGroup.search), renderer.web(of: plan).map(OutputGroup.web), .theme]
    all = whole.compactMap(\.self) + Exporter.all.map(OutputGroup.export) + (texts ?? []) + pages
  }

  /// Pages in groups of one folder, those of each folder spread evenly among the others.
  ///
  /// A file system makes one file of a folder at a time: two tasks in the same one wait for each other, and spin.
  static func spread(_ pages: [PlannedPage]) -> [ArraySlice<PlannedPage>] {
    var groups: [(place: Double, pages: ArraySlice<PlannedPage>)] = []
    var rest = pages[...]
    while let first = rest.first {
      let parent = first.path.string.parentPath
      let folder = rest.prefix { $0.path.string.parentPath == parent }
      let starts = Array(stride(from: folder.startIndex, to: folder.endIndex, by: size))
      for (number, start) in starts.enumerated() {
        let place = (Double(number) + 0.5) / Double(starts.count)
        groups.append((place, folder[start..<min(start + size, folder.endIndex)]))
      }
      rest = rest.dropFirst(folder.count)
    }
    return groups.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element.pages)
  }

  private static let size = 32
}

/// What became of a group's files.
struct WrittenGroup: Sendable {
  let diagnostics: [Diagnostic]
  let files: [OutputWriter.WrittenFile]
  /// How many pages were made; the others lay there as they are.
  var made = 0
}

/// What a running build has gathered so far.
struct BuildRun {
  var diagnostics: [Diagnostic] = []
  var sources = 0
  /// The sources that were found, in order, with the hashes of those that were read.
  var walked: [(path: SourcePath, sum: SHA256?)] = []
  var articles = 0
  var removed = 0
  private var made = 0
  var changed: Int?
  var timings = StageTimings()
  private(set) var written: [String] = []
  private var present: [OutputWriter.WrittenFile] = []
  /// Whether all files could be written that were made.
  private(set) var isComplete = true
  /// Of the sources that were read, by path.
  var fingerprints: [String: Fingerprint] = [:]

  mutating func take(_ group: WrittenGroup) {
    diagnostics += group.diagnostics
    made += group.made
    for file in group.files {
      switch file.outcome {
      case .written: written.append(file.path)
      case .unchanged: break
      case .refused(let diagnostic):
        diagnostics.append(diagnostic)
        isComplete = false
        continue
      }
      present.append(file)
    }
  }

  /// The files that are there now; two that one file system could take for the same are told.
  mutating func files() -> [String: Fingerprint] {
    var folded: Set<String> = []
    for file in present where !folded.insert(file.path.lowercased()).inserted {
      diagnostics.append(.samePath(file.path))
      isComplete = false
    }
    return Dictionary(present.map { ($0.path, $0.fingerprint) }) { _, later in later }
  }

  /// Of the files that are there now, the parts that a later build may take from them.
  var parts: KnownParts {
    var known = KnownParts()
    for file in present where !file.parts.isEmpty {
      known.files[file.path] = KnownParts.File(whole: file.fingerprint, parts: file.parts)
    }
    return known
  }

  /// The files that are there now, as a later build finds them.
  func outputs(in folder: String, _ files: any FileSystem) -> [BuildRecord.Output] {
    present.compactMap { file in
      let stamp = file.stamp ?? files.status(of: folder.appending(path: file.path))?.stamp
      return stamp.map { BuildRecord.Output(path: file.path, stamp: $0, made: file.made) }
    }.sorted { $0.path < $1.path }
  }

  func report(pages: Int) -> BuildReport {
    BuildReport(
      diagnostics: diagnostics.sorted(), sources: sources, articles: articles, pages: pages,
      written: written.count,
      removed: removed, made: made, timings: timings, changed: changed)
  }
}
