import DossierAnalysis
import DossierEditions
import DossierIngest
import DossierLinking
import DossierModel
import DossierPages
import DossierRendering
import DossierSource

/// Runs the stages over a workspace, in the order in which data goes through them.
///
/// Stages that look at one article or page at a time run on all cores; their results keep the order of sources.
package struct SiteBuilder: Sendable {
  private let stages: Stages
  private let theme: [SiteRenderer.ThemeFile]
  private let lists: LanguageExtension?
  /// The user's lists, where the tables are those that they add to.
  private var listed: WordListFiles?

  var reader: ArticleReader { stages.reader.value }
  var analyzer: Analyzer { stages.analyzer.value }
  var linker: DossierLinker { stages.linker.value }
  var knowledge: KnowledgeBase { stages.knowledge.value }

  /// A builder with the languages and the theme that the caller brings.
  ///
  /// Tables are loaded when they are first needed: a build that has nothing to do needs none.
  package init(
    vocabulary: @escaping @autoclosure @Sendable () -> PageVocabulary,
    languages: @escaping @autoclosure @Sendable () -> [KnownLanguage],
    knowledge: @escaping @autoclosure @Sendable () -> KnowledgeBase, theme: [SiteRenderer.ThemeFile],
    lists: LanguageExtension? = nil
  ) {
    self.lists = lists
    stages = Stages(vocabulary: vocabulary, languages: languages, knowledge: knowledge)
    self.theme = theme
  }

  private init(_ builder: SiteBuilder, listed: WordListFiles, adding lists: LanguageExtension) {
    (theme, self.lists, self.listed) = (builder.theme, lists, listed)
    let tables = Deferred { lists.tables(listed.lists) }
    stages = Stages(
      vocabulary: { tables.value.vocabulary }, languages: { tables.value.languages },
      knowledge: { tables.value.knowledge })
  }

  /// The same with what a workspace's word lists add to the tables.
  func extended(for workspace: Workspace, on machine: BuildMachine) -> SiteBuilder {
    guard let lists else { return self }
    let listed = WordListFiles(of: workspace.content, files: machine.files)
    return listed.isEmpty ? self : SiteBuilder(self, listed: listed, adding: lists)
  }

  /// What is made of the tables of all languages, each when it is first needed: where only a decision changed, no
  /// article is read again.
  private struct Stages: Sendable {
    let reader: Deferred<ArticleReader>
    let analyzer: Deferred<Analyzer>
    let knowledge: Deferred<KnowledgeBase>
    let linker: Deferred<DossierLinker>

    init(
      vocabulary: @escaping @Sendable () -> PageVocabulary,
      languages: @escaping @Sendable () -> [KnownLanguage],
      knowledge: @escaping @Sendable () -> KnowledgeBase
    ) {
      reader = Deferred { ArticleReader(vocabulary: vocabulary()) }
      analyzer = Deferred { Analyzer(languages: languages()) }
      let known = Deferred(knowledge)
      self.knowledge = known
      linker = Deferred { DossierLinker(knowledge: known.value) }
    }
  }

  /// Builds the site of a workspace into a folder.
  package func build(
    _ workspace: Workspace, into output: BuildOutput, on machine: BuildMachine
  ) async throws(BuildError) -> BuildReport {
    try output.requireApart(from: workspace.content, machine.files)
    var run = BuildRun()
    let remembered = await remembered(of: workspace, into: output, on: machine, run: &run)
    if let report = remembered?.unchanged(run.timings) { return report }
    let inputs = remembered?.inputs(of: workspace)
    let builder = extended(for: workspace, on: machine)
    let memory = inputs.flatMap { remembered?.sources($0, lists: builder.listed?.fingerprint) }
    let site = await builder.site(of: workspace, without: [output.folder], memory, on: machine, run: &run)
    guard var site else { return run.report(pages: 0) }
    let plan = site.plan
    if workspace.root != nil, plan.options.baseURL == nil {
      run.diagnostics.append(.noBaseURL(in: workspace.content))
    }
    site.fingerprints = remembered?.fingerprints(of: site, lists: builder.listed?.fingerprint)
    run.timings.end("fingerprint")
    // Beside the writing, which waits for the disk now and then.
    async let claims = machine.jobs > 1 ? remembered?.claims(in: plan) : nil
    let staged = try StagedSite(for: output, in: machine.files)
    do throws(BuildError) {
      let known = remembered?.previous?.outputs ?? []
      let writer = try OutputWriter(
        output, staged: staged, known: known, parts: remembered?.parts ?? KnownParts(), files: machine.files)
      // Where files go right to their places, nothing may be written before all is tested.
      if staged == nil { try await site.requireNoLeak(on: machine) }
      try await write(site, to: writer, on: machine, run: &run)
    } catch {
      staged?.abandon()
      throw error
    }
    let claimed = await claims
    if let remembered, let inputs {
      run.changed = (claimed ?? remembered.claims(in: plan)).flatMap(remembered.changedClaims)
      remembered.keep(run, pages: plan.pages.count, inputs: inputs)
    }
    run.timings.end("finish")
    return run.report(pages: plan.pages.count)
  }

  private func write(
    _ site: PlannedSite, to writer: OutputWriter, on machine: BuildMachine, run: inout BuildRun
  ) async throws(BuildError) {
    let progress = machine.progress(.write, of: site.plan.pages.count)
    let results = await site.groups.concurrentMap(width: machine.jobs, chunk: 1) { group in
      defer { progress.step(by: group.pageCount) }
      return Result { () throws(BuildError) in try site.write(group, with: writer) }
    }
    for result in results { run.take(try result.get()) }
    run.timings.end("render and write")
    let present = run.files()
    run.removed = try writer.finish(with: present, writing: run.written)
  }

  /// The build beside the one before it; nil where nothing is to be remembered or can be.
  private func remembered(
    of workspace: Workspace, into output: BuildOutput, on machine: BuildMachine, run: inout BuildRun
  ) async -> RememberedBuild? {
    guard let memory = output.memory else { return nil }
    do throws(BuildError) {
      return try await RememberedBuild(of: workspace, into: output, memory: memory, on: machine)
    } catch {
      run.diagnostics.append(.noMemory(error))
      return nil
    }
  }

  /// Does all that a build does but for writing.
  package func check(
    _ workspace: Workspace, without outputs: [String], on machine: BuildMachine
  ) async -> BuildReport {
    var run = BuildRun()
    let builder = extended(for: workspace, on: machine)
    let site = await builder.site(of: workspace, without: outputs, nil, on: machine, run: &run)
    guard let site else { return run.report(pages: 0) }
    let plan = site.plan
    let results = await site.groups.concurrentMap(width: machine.jobs, chunk: 1) { site.rendered($0) }
    for result in results {
      run.take(WrittenGroup(diagnostics: result.diagnostics, files: result.files.map(OutputWriter.checked)))
    }
    run.timings.end("render")
    _ = run.files()
    return run.report(pages: plan.pages.count)
  }

  /// The picture of the architecture: sources to articles, annotated, linked to one dossier, planned as pages.
  ///
  /// Nil where there is no article or a template is broken: such a site would only take the place of a good one.
  func site(
    of workspace: Workspace, without outputs: [String], _ memory: SourceMemory?, on machine: BuildMachine,
    run: inout BuildRun
  ) async -> PlannedSite? {
    let linked = await dossier(of: workspace, without: outputs, memory, on: machine, run: &run)
    guard let dossier = linked else { return nil }
    let options = SiteOptions(of: workspace.configuration)
    let edition = Edition(of: dossier, for: options.profile, words: workspace.configuration.excerptWords)
    let account = InputSums.account(
      of: run.walked, in: workspace, on: machine, isNamed: edition.leaks == nil)
    let (bare, proposals) = await both(width: machine.jobs) {
      SitePlan(of: edition.dossier, options: options, account: account)
    } and: { [knowledge] in
      options.profile == .private ? ProposalFinder(knowledge: knowledge).proposals(for: edition.dossier) : []
    }
    let plan = bare.suggesting(proposals)
    run.timings.end("plan")

    let theme = SiteTheme(theme, overriddenFrom: workspace.templates, files: machine.files)
    let noteFiles = NoteFiles(of: workspace.content, files: machine.files)
    let notes = NoteTable(of: noteFiles.notes, in: plan)
    run.diagnostics += noteFiles.diagnostics + notes.diagnostics(below: workspace.content)
    let renderer = SiteRenderer(theme: theme.files, options: options, notes: notes.notes)
    run.diagnostics += theme.diagnostics + theme.placed(renderer.diagnostics)
    run.timings.end("templates")
    guard !renderer.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let excused = theme.files.map(\.text) + [options.title, options.description].compactMap(\.self)
    var dressing = FingerprintBuilder()
    dressing.add(noteFiles.fingerprint)
    dressing.add(theme.files) { builder, file in
      builder.add(file.path)
      builder.add(file.text)
    }
    return PlannedSite(
      plan: plan, renderer: renderer, leaks: edition.leaks?.excusing(excused), dressing: dressing.fingerprint)
  }

  /// The first half of the picture: what the corpus says, linked; nil where there is no article.
  func dossier(
    of workspace: Workspace, without outputs: [String], _ memory: SourceMemory?, on machine: BuildMachine,
    run: inout BuildRun
  ) async -> Dossier? {
    run.diagnostics += workspace.diagnostics
    if let listed, let lists { run.diagnostics += listed.diagnostics(of: lists.troubles(listed.lists)) }
    let walk = SourceWalk(of: workspace.content, excluding: outputs, files: machine.files)
    run.diagnostics += walk.diagnostics
    run.sources = walk.sources.count
    run.timings.end("find")

    let read = await articles(of: walk.sources, in: workspace, memory, on: machine, run: &run)
    let ruled = decided(read, of: workspace, on: machine, run: &run)
    let kept = Withholding(of: ruled.0, by: ruled.1)
    let (articles, decisions) = (kept.articles, kept.decisions)
    run.articles = articles.count
    // What the editor withholds was read, and is missed by nobody.
    run.sources -= ruled.0.count - articles.count
    guard !articles.isEmpty else {
      run.diagnostics.append(.noArticles(in: workspace))
      return nil
    }

    let terms = TermListFile(of: workspace.content, files: machine.files)
    run.diagnostics += terms.diagnostics
    _ = machine.progress(.link, of: articles.count)
    let dossier = await linked(articles, decisions: decisions, terms: terms.list, memory, on: machine)
    run.diagnostics += dossier.record.diagnostics(below: workspace.content)
    run.timings.end("link")
    return dossier
  }

  /// The articles as one dossier, in two lanes: who and what is told of, and beside it what they have in common.
  private func linked(
    _ articles: [AnnotatedArticle], decisions: Decisions, terms: TermList, _ memory: SourceMemory?,
    on machine: BuildMachine
  ) async -> Dossier {
    let linker = linker
    @Sendable func copies() -> [SharedCopy] {
      linker.copies(
        in: memory?.texts.compared(articles, by: linker) ?? linker.compared(articles), of: articles)
    }
    guard machine.jobs > 1 else {
      let copies = copies()
      let corpus = linker.corpus(of: articles, decisions: decisions)
      let parallels = linker.parallels(in: corpus, sharing: copies, terms: terms)
      return linker.dossier(of: corpus, telling: linker.tellings(in: corpus), sharing: parallels)
    }
    async let others = copies()
    let corpus = linker.corpus(of: articles, decisions: decisions)
    async let tellings = linker.tellings(in: corpus)
    let parallels = linker.parallels(in: corpus, sharing: await others, terms: terms)
    return linker.dossier(of: corpus, telling: await tellings, sharing: parallels)
  }

  private func articles(
    of sources: [SourcePath], in workspace: Workspace, _ memory: SourceMemory?, on machine: BuildMachine,
    run: inout BuildRun
  ) async -> [AnnotatedArticle] {
    let reading = SourceReading(content: workspace.content, files: machine.files)
    let stage = ArticleStage(reading, reader: stages.reader, analyzer: stages.analyzer, memory: memory)
    let reads = machine.progress(.read, of: sources.count)
    let read = await sources.concurrentMap(width: machine.jobs) { source in
      defer { reads.step() }
      return stage.read(source)
    }
    run.timings.end("read")
    let analyses = machine.progress(.analyse, of: sources.count)
    let annotated = await read.concurrentMap(width: machine.jobs) { source in
      defer { analyses.step() }
      return stage.annotate(source)
    }
    run.walked = read.map { ($0.path, $0.sum) }
    for source in read {
      run.diagnostics += source.fingerprint == nil ? source.diagnostics : reading.placed(source.diagnostics)
      run.fingerprints[reading.path(of: source.path)] = source.fingerprint
    }
    do throws(BuildError) {
      try memory?.finish(read)
    } catch {
      run.diagnostics.append(.noMemory(error))
    }
    let naming = ArticleNaming(of: annotated.compactMap(\.self), below: workspace.content)
    run.diagnostics += naming.diagnostics
    run.timings.end("analyse")
    return naming.articles
  }

  /// The articles as the editor's lines have them, and the lines for what comes later.
  ///
  /// What is remembered of an article is what its source says; only one whose text a line changes is annotated anew.
  private func decided(
    _ articles: [AnnotatedArticle], of workspace: Workspace, on machine: BuildMachine, run: inout BuildRun
  ) -> ([AnnotatedArticle], Decisions) {
    let lines = DecisionFiles(of: workspace.content, files: machine.files)
    run.diagnostics += lines.diagnostics
    guard !lines.decisions.isEmpty else { return (articles, .none) }
    var decisions = DecisionBinding.bound(
      lines.decisions, to: articles.map { ($0.article.id, $0.article.source) })
    let facts = ArticleFacts(decisions)
    guard !facts.isEmpty else { return (articles, decisions) }
    var articles = articles
    for index in articles.indices where !facts.slice(of: articles[index].article.id).isEmpty {
      let outcome = facts.outcome(for: articles[index].article)
      decisions.stale += outcome.stale
      decisions.applied.formUnion(outcome.applied)
      articles[index] =
        outcome.article.body == articles[index].article.body
        ? articles[index].of(outcome.article) : analyzer.annotate(outcome.article)
    }
    run.timings.end("decide")
    return (articles, decisions)
  }
}

extension SiteOptions {
  init(of configuration: SiteConfiguration) {
    self.init(
      title: configuration.title, description: configuration.description, language: configuration.language,
      listLimit: configuration.listLimit, baseURL: configuration.baseURL, search: configuration.search,
      profile: configuration.profile)
  }
}

extension AnnotatedArticle {
  /// The same annotations, of an article that says other things of itself.
  fileprivate func of(_ article: Article) -> AnnotatedArticle {
    AnnotatedArticle(
      article: article, language: language, sentences: sentences, mentions: mentions, times: times,
      quotations: quotations, figures: figures, events: events)
  }
}
