import DossierModel
import DossierSource

/// Says which entity each mention of a corpus means.
///
/// Full names are joined over the corpus first; short forms are then read in the article they stand in; what an
/// article leaves open, the corpus decides where it knows one bearer of the name only. A mention that could mean
/// several stays unresolved: a wrong link misleads.
struct EntityLinker: Sendable {
  private let knowledge: KnowledgeIndex
  private let metonyms: MetonymReader
  private let appositions: AppositionReader
  private let base: KnowledgeBase
  private let givenNames: GivenNameForms
  private let otherNames: OtherNameReader
  private let kin: KinReader

  init(knowledge: KnowledgeBase) {
    base = knowledge
    givenNames = GivenNameForms(words: knowledge.words)
    kin = KinReader(words: knowledge.words)
    otherNames = OtherNameReader(words: knowledge.words)
    self.knowledge = KnowledgeIndex(knowledge)
    metonyms = MetonymReader(words: knowledge.words)
    appositions = AppositionReader(words: knowledge.words)
  }

  /// The links of articles that are sorted by id, as the editor's lines have them.
  func links(of articles: [AnnotatedArticle], rulings annotations: AnnotationRulings? = nil) -> EntityLinks {
    let names = CorpusNames(articles, knowledge: knowledge, otherNames: otherNames)
    guard let annotations else { return links(of: articles, names: names, rulings: nil) }
    var rulings = NameRulings(annotations, names: names, knowledge: knowledge)
    if rulings.numbered.isWaiting {
      // Which of several things of one name has which id is known when all are linked.
      rulings.numbered.find(in: links(of: articles, names: names, rulings: rulings))
    }
    return links(of: articles, names: names, rulings: rulings)
  }

  private func links(
    of articles: [AnnotatedArticle], names: CorpusNames, rulings given: NameRulings?
  ) -> EntityLinks {
    var rulings = given
    let (corpus, definitions) = corpus(of: names, articles: articles, rulings: &rulings)
    var links: [[ArticleNames.Link]] = []
    var rivals: [[Int: ArticleNames.Rivals]] = []
    var doubts: [[Int: ArticleNames.Doubt]] = []
    var paired: [[Int: Int]] = []
    links.reserveCapacity(articles.count)
    var bearers = NameBearers(corpus: corpus, articleCount: articles.count)
    for (number, article) in articles.enumerated() {
      let read = ArticleNames(
        article, forms: names.forms[number], definitions: definitions[number] ?? [], corpus: corpus)
      bearers.add(read)
      links.append(read.links)
      rivals.append(read.rivals)
      doubts.append(read.doubts)
      paired.append(read.paired)
    }
    var kinNodes: [String: Int] = [:]
    for number in articles.indices {
      linkRivals(&links[number], rivals: rivals[number], bearers: bearers)
      linkDoubtful(&links[number], doubts: doubts[number], forms: names.forms[number], bearers: bearers)
      linkPaired(&links[number], paired: paired[number], forms: names.forms[number], bearers: bearers)
      let told = kin.kin(in: articles[number], forms: names.forms[number], bearers: bearers)
      linkKin(told, &links[number], of: articles[number], forms: names.forms[number], bearers: bearers)
      partKin(
        told, &links[number], of: articles[number], forms: names.forms[number], bearers: &bearers,
        nodes: &kinNodes)
      linkOpenNames(
        &links[number], of: articles[number], number: number, forms: names.forms[number], bearers: &bearers)
    }
    let countries = linkDescriptions(&links, of: articles)
    linkMetonyms(&links, of: articles, names: names, corpus: corpus)
    rulings?.rule(&links, forms: names.forms, corpus: corpus, bearers: &bearers)
    var collector = EntityCollector(
      table: names.table, knowledge: knowledge, nodeCount: bearers.nodeCount,
      calling: rulings?.calling ?? NameRulings.Calling())
    collector.places = Set(corpus.homonyms.nodes)
    for (number, article) in articles.enumerated() {
      collector.add(article, links: links[number], forms: names.forms[number])
    }
    let (drafts, numberOfNode) = collector.drafts()
    func number(_ node: Int) -> Int32? { numberOfNode[node].map(Int32.init) }
    var countryOfPerson: [Int32: Int32] = [:]
    for (person, entry) in countries {
      let node = MentionClusterer.node(ofEntry: entry, formCount: corpus.table.forms.count)
      guard let person = number(person), let country = number(Int(corpus.roots[node])) else { continue }
      countryOfPerson[person] = country
    }
    return EntityLinks(
      drafts: drafts, numbers: links.map { $0.map { $0.node.flatMap(number) ?? -1 } },
      grounds: links.map { $0.map(\.ground) }, countryOfPerson: countryOfPerson,
      settled: rulings.map { SettledNames($0.outcome, drafts: drafts, numberOfNode: numberOfNode) }
        ?? SettledNames())
  }

  /// Joins the names of the corpus, and those that some article defines as an abbreviation of another.
  private func corpus(
    of names: CorpusNames, articles: [AnnotatedArticle], rulings: inout NameRulings?
  ) -> (ArticleNames.Corpus, [Int: [CorpusNames.Definition]]) {
    var clusterer = MentionClusterer(table: names.table, knowledge: knowledge)
    rulings?.separate(&clusterer.sets)
    var sets = clusterer.clusters()
    var meanings: [Int: Set<Int>] = [:]
    var definers: [Int: Set<Int>] = [:]
    for definition in names.definitions where !definition.isOfPerson {
      let short = sets.root(of: MentionClusterer.node(definition.short, asPerson: false))
      meanings[short, default: []].insert(
        sets.root(of: MentionClusterer.node(definition.full, asPerson: false)))
      definers[short, default: []].insert(definition.article)
    }
    joinTails(of: names, in: &sets, meanings: &meanings)
    for (short, fulls) in meanings.sorted(by: { $0.key < $1.key }) where fulls.count == 1 {
      let isCommon =
        articles.count <= NameCompany.fewArticles || definers[short].map { $0.count > 1 } ?? false
      if isCommon, let full = fulls.first { sets.join(short, full) }
    }
    for (left, right) in givenNames.pairs(in: names, root: { sets.root(of: $0) })
      + knowledge.romanized.pairs(in: names, root: { sets.root(of: $0) })
    {
      sets.join(MentionClusterer.node(left, asPerson: true), MentionClusterer.node(right, asPerson: true))
    }
    joinOtherNames(&sets, of: names)
    rulings?.join(&sets, formCount: names.table.forms.count)
    var roots = (0..<sets.count).map { Int32(sets.root(of: $0)) }
    let homonyms = CountryHomonyms(of: names.table, knowledge: knowledge, from: roots.count)
    roots += homonyms.nodes.map(Int32.init)
    let outlets = OutletNames(articles, knowledge: base, normalizer: knowledge.normalizer)
    let corpus = ArticleNames.Corpus(
      table: names.table, knowledge: knowledge, roots: roots, outlets: outlets,
      homonyms: homonyms, fullNames: HeadlineNames(of: names.table))
    return (corpus, Dictionary(grouping: names.definitions, by: \.article))
  }

  /// Joins names of one abbreviation of which one ends as the other does: a body whose first word an article leaves out,
  /// or breaks.
  private func joinTails(
    of names: CorpusNames, in sets: inout UnionFind, meanings: inout [Int: Set<Int>]
  ) {
    var fulls: [Int: Set<Int>] = [:]
    for definition in names.definitions where !definition.isOfPerson {
      let short = sets.root(of: MentionClusterer.node(definition.short, asPerson: false))
      guard (meanings[short]?.count ?? 0) > 1 else { continue }
      fulls[short, default: []].insert(definition.full)
    }
    for (short, forms) in fulls.sorted(by: { $0.key < $1.key }) {
      let ordered = forms.sorted()
      for tail in ordered {
        let words = names.table.forms[tail].name.words
        let whole = ordered.first { form in
          let all = names.table.forms[form].name.words
          return words.count > 1 && all.count > words.count && all.suffix(words.count) == words[...]
        }
        guard let whole else { continue }
        sets.join(
          MentionClusterer.node(tail, asPerson: false), MentionClusterer.node(whole, asPerson: false))
      }
      meanings[short] = Set(forms.map { sets.root(of: MentionClusterer.node($0, asPerson: false)) })
    }
  }

  /// Joins the full names that some article says are one person's.
  ///
  /// A name that articles give to two persons tells neither; one of a single word is read in its article, as any is.
  private func joinOtherNames(_ sets: inout UnionFind, of names: CorpusNames) {
    func isFull(_ form: Int) -> Bool { names.table.forms[form].name.words.count > 1 }
    let pairs = names.definitions.filter { $0.isOfPerson && isFull($0.full) && isFull($0.short) }
      .map { [$0.full, $0.short].map { sets.root(of: MentionClusterer.node($0, asPerson: true)) } }
    var partners: [Int: Set<Int>] = [:]
    for pair in pairs {
      partners[pair[0], default: []].insert(pair[1])
      partners[pair[1], default: []].insert(pair[0])
    }
    for pair in pairs where pair.allSatisfy({ partners[$0]?.count == 1 }) { sets.join(pair[0], pair[1]) }
  }

  /// Links what several bearers of a name in one article left open, where the corpus speaks of one of them by far the
  /// most, and the article names nobody else in full more often.
  private func linkRivals(
    _ links: inout [ArticleNames.Link], rivals: [Int: ArticleNames.Rivals], bearers: NameBearers
  ) {
    for (index, rivals) in rivals {
      guard let node = bearers.foremost(of: rivals.nodes), rivals.leading.contains(node) else { continue }
      links[index] = ArticleNames.Link(node: node, ground: .alias)
    }
  }

  /// Links surnames that an article's titles give to another than the only one whom it names in full: to whom the corpus
  /// speaks of by far the most.
  private func linkDoubtful(
    _ links: inout [ArticleNames.Link], doubts: [Int: ArticleNames.Doubt], forms: [Int32],
    bearers: NameBearers
  ) {
    for (index, doubt) in doubts {
      if let beginning = doubt.beginning {
        let others = bearers.bearers(of: Int(forms[index])).union([doubt.node])
        let foremost = bearers.foremost(of: others)
        guard others.count > 1, foremost != nil || beginning == .behind else { continue }
        links[index] =
          foremost.map { ArticleNames.Link(node: $0, ground: .alias) }
          ?? ArticleNames.Link(isAmbiguousHere: true)
        continue
      }
      let foremost = bearers.foremostBearer(ofSurname: Int(forms[index]))
      if let foremost, foremost != doubt.node {
        links[index] = ArticleNames.Link(node: foremost, ground: .alias)
      } else if foremost == nil, doubt.isOtherHere {
        links[index] = ArticleNames.Link(isAmbiguousHere: true)
      }
    }
  }

  /// Links given names that share a family name with the person behind them, where the corpus names one of both names.
  ///
  /// Nobody else whom the given name fits is meant.
  private func linkPaired(
    _ links: inout [ArticleNames.Link], paired: [Int: Int], forms: [Int32], bearers: NameBearers
  ) {
    func words(_ index: Int) -> [String] { bearers.corpus.table.forms[Int(forms[index])].name.words }
    for (index, partner) in paired.sorted(by: { $0.key < $1.key }) {
      let node = words(index).first.flatMap { given in
        words(partner).last.flatMap { bearers.bearer(ofGivenName: given, familyName: $0) }
      }
      links[index] = ArticleNames.Link(node: node, ground: .alias, isAmbiguousHere: node == nil)
    }
  }

  /// Links given names that a word of kinship tells the family name of.
  private func linkKin(
    _ told: [KinReader.Kin], _ links: inout [ArticleNames.Link], of article: AnnotatedArticle, forms: [Int32],
    bearers: NameBearers
  ) {
    let nodes = kin.nodes(of: told, links: links, forms: forms, bearers: bearers)
    guard !nodes.isEmpty else { return }
    for index in links.indices where links[index].node == nil && article.mentions[index].kind == .person {
      guard let node = nodes[forms[index]] else { continue }
      links[index] = ArticleNames.Link(node: node, ground: .alias)
    }
  }

  /// Makes persons of their own of given names whose family the article tells, where they mean nobody of that family and
  /// nobody whom the article has named in full before.
  ///
  /// Whether "Keller's wife Anna" is the Anna Berg whom it names further down is not told: she stays unresolved.
  private func partKin(
    _ told: [KinReader.Kin], _ links: inout [ArticleNames.Link], of article: AnnotatedArticle, forms: [Int32],
    bearers: inout NameBearers, nodes: inout [String: Int]
  ) {
    let families = kin.families(of: told, in: article, forms: forms, bearers: bearers)
    guard !families.isEmpty else { return }
    for index in links.indices where article.mentions[index].kind == .person {
      guard let told = families[forms[index]],
        links[index].node.map({ !bearers.mayBe($0, ofFamily: told.family) }) ?? true
      else { continue }
      if kin.isNamedInFull(behind: told, in: article, forms: forms, bearers: bearers) {
        links[index] = ArticleNames.Link(isAmbiguousHere: true)
        continue
      }
      let key = "\(bearers.corpus.table.forms[Int(forms[index])].name.compact) \(told.family)"
      let node = nodes[key] ?? bearers.addNode()
      nodes[key] = node
      links[index] = ArticleNames.Link(node: node, ground: .name)
    }
  }

  /// Links what the articles left open: to the one bearer in the corpus, or to the name as a thing of its own.
  private func linkOpenNames(
    _ links: inout [ArticleNames.Link], of article: AnnotatedArticle, number: Int, forms: [Int32],
    bearers: inout NameBearers
  ) {
    var own: [String: Int] = [:]
    let corpus = bearers.corpus
    let particled = namesWithParticle(of: article, forms: forms, in: corpus.table)
    for index in links.indices where links[index].node == nil && !links[index].isAmbiguousHere {
      let mention = article.mentions[index]
      let printed = Int(forms[index])
      let name = corpus.table.forms[printed].name
      // "Carter" is who the article calls "Ash Carter", though "ash" is a particle too.
      let form = mention.kind == .person ? particled[name.compact] ?? printed : printed
      guard mention.form != .description, !name.words.isEmpty,
        !corpus.outlets.isOwn(name, of: article.article.metadata.outlet)
      else { continue }
      let isPerson =
        corpus.table.readsAsPerson(form, recognizedAsPerson: mention.kind == .person)
        && !isBody(mention, named: name)
      let gender = isPerson ? corpus.gender(ofTitleOf: mention, in: article.article.text) : nil
      switch bearers.bearer(of: form, in: number, isPerson: isPerson, gender: gender) {
      case .none:
        links[index].node = bearers.isFamily(form) ? nil : corpus.root(form, asPerson: isPerson)
      case .one(let node):
        links[index].node = node
        links[index].ground = .alias
      case .several:
        let key = gender.map { "\(name.compact) \($0)" } ?? name.compact
        if own[key] == nil { own[key] = bearers.addNode() }
        links[index].node = own[key]
      }
    }
  }

  /// The forms of an article that are a particle, or what looks like one, and one word, by that word.
  private func namesWithParticle(
    of article: AnnotatedArticle, forms: [Int32], in table: NameTable
  ) -> [String: Int] {
    var found: [String: Int] = [:]
    for (mention, form) in zip(article.mentions, forms) where mention.kind == .person {
      let name = table.forms[Int(form)].name
      if name.hasParticle, name.words.count == 1, found[name.compact] == nil {
        found[name.compact] = Int(form)
      }
    }
    return found
  }

  /// Whether a name that an article gives nobody in full is a known body's rather than some person's surname.
  private func isBody(_ mention: Mention, named name: NormalName) -> Bool {
    mention.title == nil && knowledge.entry(named: name).map { !knowledge.isCountry($0) } ?? false
  }

  /// Links "the Ruritanian president" to the name beside it, or by what is said of names: in the article, else anywhere.
  ///
  /// Returns the country in whose name each titled person acts.
  private func linkDescriptions(
    _ links: inout [[ArticleNames.Link]], of articles: [AnnotatedArticle]
  ) -> [Int: KnowledgeIndex.Entry] {
    var offices = OfficeTable(knowledge: knowledge)
    var besides: [Int: [Int: AppositionReader.Finding]] = [:]
    var titles: [[OfficeTable.Titled]] = []
    for (number, article) in articles.enumerated() {
      let beside = namesBesideDescriptions(in: article)
      besides[number] = beside
      titles.append(self.titles(in: article, links: links[number], beside: beside ?? [:]))
    }
    for printed in titles { offices.learn(printed) }
    for (number, beside) in besides.sorted(by: { $0.key < $1.key }) {
      let article = articles[number]
      let persons = article.mentions.indices.compactMap { index in
        article.mentions[index].kind == .person ? links[number][index].node : nil
      }
      offices.enter(titles[number], naming: persons)
      for (index, mention) in article.mentions.enumerated() where mention.form == .description {
        switch beside[index] ?? .alone {
        case .names(let name): links[number][index].node = links[number][name].node
        case .open: links[number][index].node = nil
        case .alone:
          links[number][index].node = offices.person(described: String(article.article.text[mention.range]))
        }
        links[number][index].ground = .description
      }
    }
    return offices.countryOfPerson
  }

  /// What stands beside each description of an article; nil where it has none.
  private func namesBesideDescriptions(in article: AnnotatedArticle) -> [Int: AppositionReader.Finding]? {
    guard article.mentions.contains(where: { $0.form == .description }) else { return nil }
    let context = TextContext(article.article.text)
    var beside: [Int: AppositionReader.Finding] = [:]
    for (index, mention) in article.mentions.enumerated() where mention.form == .description {
      beside[index] = appositions.finding(index, of: article.mentions, in: context)
    }
    return beside
  }

  /// The offices that an article gives to persons: printed before a name, or beside it.
  private func titles(
    in article: AnnotatedArticle, links: [ArticleNames.Link], beside: [Int: AppositionReader.Finding]
  ) -> [OfficeTable.Titled] {
    let text = article.article.text
    return article.mentions.indices.compactMap { index in
      let mention = article.mentions[index]
      if case .names(let name) = beside[index], let node = links[name].node {
        return (String(text[mention.range]), node)
      }
      guard let title = mention.title, mention.kind == .person, let node = links[index].node else {
        return nil
      }
      // "Ruritania President Rassendyll": whose office it is stands right before it, as a name of its own.
      guard index > 0, title.lowerBound - article.mentions[index - 1].range.upperBound == 1,
        article.mentions[index - 1].kind != .person, article.mentions[index - 1].form == .name
      else { return (String(text[title]), node) }
      let words = TextRange(article.mentions[index - 1].range.lowerBound, title.upperBound)
      return (String(text[words]), node)
    }
  }

  private func linkMetonyms(
    _ links: inout [[ArticleNames.Link]], of articles: [AnnotatedArticle], names: CorpusNames,
    corpus: ArticleNames.Corpus
  ) {
    for (number, article) in articles.enumerated() {
      var context: TextContext?
      for (index, mention) in article.mentions.enumerated() where mention.form == .name {
        guard links[number][index].node != nil, mention.kind != .person,
          let country = knowledge.countryOfCapital(names.table.forms[Int(names.forms[number][index])].name)
        else { continue }
        let read = context ?? TextContext(article.article.text)
        context = read
        // A city says nothing: "“It is pointless,” Bergen answered".
        let speaks = article.quotations.contains { $0.use == .speech && $0.speaker?.mention == index }
        guard speaks || metonyms.meansGovernment(index, of: article.mentions, in: read) else { continue }
        let node = MentionClusterer.node(ofEntry: country, formCount: names.table.forms.count)
        links[number][index] = ArticleNames.Link(node: Int(corpus.roots[node]), ground: .metonym)
      }
    }
  }
}
