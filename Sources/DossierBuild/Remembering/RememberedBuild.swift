import DossierPages
import DossierSource

/// A build beside the one before it: what that one left, and what is to be kept of this one.
struct RememberedBuild {
  private let memory: BuildMemory
  private let output: BuildOutput
  private let files: any FileSystem
  private let lock: FileLock
  private let setting: Fingerprint
  /// When it began, by the clock of the file system.
  private let time: Int64
  /// The last build, whatever it was told.
  let previous: BuildRecord?
  /// Whether no build has written to the output folder: what is remembered is then of another of its name.
  private let isFirst: Bool

  /// Waits until nobody else builds into this output, then looks up what the last build left.
  init(
    of workspace: Workspace, into output: BuildOutput, memory: BuildMemory, on machine: BuildMachine
  ) async throws(BuildError) {
    self.memory = memory
    self.output = output
    files = machine.files
    lock = try await Self.lock(memory, output, machine)
    setting = workspace.setting(for: output, tool: memory.tool)
    time = lock.now() ?? 0
    previous = memory.record(in: files)
    isFirst = files.status(of: output.folder.appending(path: BuildManifest.fileName)) == nil
  }

  /// What the last build reported, if doing it again would change nothing; nil where there is something to do.
  func unchanged(_ timings: StageTimings) -> BuildReport? {
    guard let previous, previous.setting == setting,
      // Where something was edited this ends the comparison before it has looked at each page.
      let inputs = previous.inputs.confirmed(at: time, in: files),
      previous.hasItsOutputs(in: output.folder, files)
    else { return nil }
    if inputs.isRefreshed {
      var record = previous
      record.inputs = inputs
      // What is lost by trouble here is time, in the next build.
      try? memory.keep(record, in: files)
    }
    var timings = timings
    timings.end("compare")
    return BuildReport(
      diagnostics: previous.diagnostics, sources: previous.counts.sources, articles: previous.counts.articles,
      pages: previous.counts.pages, written: 0, removed: 0, made: 0, timings: timings, changed: 0)
  }

  /// What a site claims, to be compared with the one before it; nil where nothing is remembered.
  func claims(in plan: SitePlan) -> ClaimSums? { memory.isOff ? nil : ClaimSums(of: plan) }

  /// How many claims a site makes otherwise than the one before it; nil where none was remembered.
  ///
  /// To be asked for once the site stands: from then on it is the one that the next is compared with.
  func changedClaims(to claims: ClaimSums) -> Int? {
    let before = memory.claims(in: files)
    // Without them the next build counts nothing.
    if claims != before { try? memory.keep(claims, in: files) }
    return isFirst ? nil : before.map { claims.changes(from: $0) }
  }

  /// What the build may read, as it lies there now; to be taken before anything is read.
  func inputs(of workspace: Workspace) -> InputSnapshot {
    let outputs = Set([files.status(of: output.folder)?.identity].compactMap(\.self))
    let roots = [workspace.content, workspace.templates].compactMap(\.self)
    return InputSnapshot(of: roots, excluding: outputs, time: time, in: files)
  }

  /// What earlier builds made of the sources that lie there now.
  func sources(_ inputs: InputSnapshot, lists: Fingerprint?) -> SourceMemory? {
    guard !memory.isOff else { return nil }
    return SourceMemory(
      memory.articles(in: files), texts: TextMemory(memory, files: files),
      fingerprints: previous?.inputs.fingerprints(stillTrueIn: inputs) ?? [:],
      tool: memory.tool, lists: lists)
  }

  /// Which parts of the files that lie there need not be made again where they are made from the same.
  var parts: KnownParts { previous == nil ? KnownParts() : memory.parts(in: files) }

  /// What the pages of a site are made of; nil where that cannot be told.
  ///
  /// A site that hides words is tested for them as a whole, so that all of it is made each time.
  func fingerprints(of site: PlannedSite, lists: Fingerprint?) -> PageFingerprints? {
    guard !memory.isOff, site.leaks == nil else { return nil }
    var builder = FingerprintBuilder()
    builder.add(setting)
    builder.add(site.dressing)
    if let lists { builder.add(lists) }
    return PageFingerprints(of: site.plan, site: builder.fingerprint)
  }

  /// Keeps what a build saw and made, unless it left out what another one might not.
  func keep(_ run: BuildRun, pages: Int, inputs: InputSnapshot) {
    let report = run.report(pages: pages)
    let manifestPath = output.folder.appending(path: BuildManifest.fileName)
    let manifest = files.status(of: manifestPath).map {
      BuildRecord.Output(path: BuildManifest.fileName, stamp: $0.stamp)
    }
    guard let manifest, run.isComplete, !report.diagnostics.contains(where: \.isOfTheMachine) else { return }
    var inputs = inputs
    inputs.note(run.fingerprints, in: files)
    let counts = BuildRecord.Counts(sources: report.sources, articles: report.articles, pages: report.pages)
    let record = BuildRecord(
      setting: setting, inputs: inputs, outputs: [manifest] + run.outputs(in: output.folder, files),
      counts: counts,
      diagnostics: report.diagnostics)
    // Without a record the next build does everything anew, and says why it cannot remember.
    try? memory.keep(record, in: files)
    try? memory.keep(run.parts, in: files)
    guard report.written + report.removed > 0 else { return }
    try? memory.keep(BuildChanges(from: previous, to: record, written: run.written), in: files)
  }

  private static func lock(
    _ memory: BuildMemory, _ output: BuildOutput, _ machine: BuildMachine
  ) async throws(BuildError) -> FileLock {
    var isTold = false
    while true {
      if let lock = try memory.lock(in: machine.files) { return lock }
      if !isTold { machine.tell(.waitsForAnotherBuild(output.folder)) }
      isTold = true
      try? await Task.sleep(for: .milliseconds(50))
    }
  }
}

extension Diagnostic {
  /// Whether it tells of what can change with no file changing: permissions, say.
  fileprivate var isOfTheMachine: Bool { id == "unreadable-source" }
}
