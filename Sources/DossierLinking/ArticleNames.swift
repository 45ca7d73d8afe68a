import DossierModel
import DossierSource

/// What the mentions of one article mean, as far as the article itself and the joined names can tell.
struct ArticleNames: Sendable {
  /// A mention's node and the ground it was linked on.
  struct Link: Sendable {
    /// Nil where the article leaves it open.
    var node: Int?
    var ground: MentionLink.Ground = .name
    /// Several bearers of the name are in this very article: nothing outside it may decide.
    var isAmbiguousHere = false
    /// What the editor says the mention's entity is, where a line decides.
    var decidedSort: EntitySelector.Sort?
  }

  private(set) var links: [Link] = []
  /// Short forms with what they were found to mean here: what other articles may go by.
  private(set) var evidence: [(form: Int, node: Int)] = []
  /// Of mentions that several bearers of a name in this article leave open, who they are.
  private(set) var rivals: [Int: Rivals] = [:]

  /// Those who bear one name in one article, and those of them whom it names in full most often.
  struct Rivals: Sendable {
    let nodes: Set<Int>
    let leading: Set<Int>
  }

  /// Where the full name stands that a name only begins.
  enum Beginning { case before, behind }

  /// Of surnames that fit one full name of the article, but stand for somebody else there by a title: whose that full
  /// name is, and whether the article speaks of the other with a title that only another can have.
  private(set) var doubts: [Int: Doubt] = [:]

  /// Why a surname may not be that of the only one whom its article names in full: "President Smith", of Ann Smith.
  struct Doubt: Sendable {
    let node: Int
    let isOtherHere: Bool
    /// Where the article has that full name behind the surname, or this only begins it: which of the two.
    var beginning: Beginning?
  }

  /// Of given names that share the family name of the person behind them, as in "Anna and Karl Berg", and stand for
  /// nobody whom the article names in full: that person's mention.
  private(set) var paired: [Int: Int] = [:]

  /// The persons that it names in full.
  private(set) var fullPersons: Set<Int> = []

  /// Places of this article that have countries' names.
  private var homonyms: [String: Int] = [:]
  /// The persons whom the headline names in full: they stand before all others.
  private var headline: [Full] = []
  /// Whom the article says that a name of one word is another name of, by form.
  private var otherNames: [Int: Int] = [:]
  private let article: AnnotatedArticle
  private let forms: [Int32]
  private let corpus: Corpus

  /// What is known of the names of the whole corpus.
  struct Corpus: Sendable {
    let table: NameTable
    let knowledge: KnowledgeIndex
    /// Each node's cluster.
    let roots: [Int32]
    /// The mentions by which an outlet, by form, names itself are nobody's.
    let outlets: OutletNames
    let homonyms: CountryHomonyms
    let fullNames: HeadlineNames

    /// What the title before a name says of its bearer.
    func gender(ofTitleOf mention: Mention, in text: String) -> NameGender? {
      guard let title = mention.title, title.upperBound <= mention.range.lowerBound else { return nil }
      return knowledge.genders.gender(ofTitle: knowledge.normalizer.name(of: text[title]))
    }

    /// Whether a title may be that of somebody with a full name.
    func mayBe(_ gender: NameGender?, _ name: NormalName) -> Bool {
      guard let gender, let known = knowledge.genders.gender(ofPerson: name) else { return true }
      return known == gender
    }

    func root(_ form: Int, asPerson: Bool) -> Int {
      Int(roots[MentionClusterer.node(form, asPerson: asPerson)])
    }
  }

  /// A full name in the article, where it is first printed.
  private struct Full {
    let mention: Int
    let form: Int
    let node: Int
    let isPerson: Bool
    let name: NormalName
  }

  init(
    _ article: AnnotatedArticle, forms: [Int32], definitions: [CorpusNames.Definition], corpus: Corpus
  ) {
    self.article = article
    self.forms = forms
    self.corpus = corpus
    links = Array(repeating: Link(), count: forms.count)
    let defined = Self.defined(by: definitions.filter { !$0.isOfPerson }, in: corpus)
    otherNames = Self.defined(by: definitions.filter(\.isOfPerson), in: corpus)
    homonyms = corpus.homonyms.places(in: forms, corpus: corpus)
    var fulls: [Full] = []
    for index in forms.indices { linkFullName(index, defined: defined, into: &fulls) }
    linkBeginnings(among: fulls)
    headline = corpus.fullNames.forms(in: article.article.metadata.title).map { form in
      Full(
        mention: -1, form: form, node: corpus.root(form, asPerson: true), isPerson: true,
        name: corpus.table.forms[form].name)
    }.filter { named in !fulls.contains { $0.node == named.node } }
    let others = surnamesOfOthers(than: fulls)
    let offices = officesOfNamed()
    for index in forms.indices where links[index].node == nil {
      linkShortName(index, among: headline + fulls)
      noteDoubt(index, others: others, offices: offices, fulls: fulls)
    }
    fullPersons = Set(fulls.filter(\.isPerson).map(\.node))
  }

  /// What each short form stands for by definitions of the article.
  private static func defined(by definitions: [CorpusNames.Definition], in corpus: Corpus) -> [Int: Int] {
    Dictionary(
      definitions.map { ($0.short, corpus.root($0.full, asPerson: $0.isOfPerson)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func name(_ index: Int) -> NormalName { corpus.table.forms[Int(forms[index])].name }

  /// Links a mention that needs no other: a full name, one the knowledge base has, an abbreviation defined here.
  private mutating func linkFullName(_ index: Int, defined: [Int: Int], into fulls: inout [Full]) {
    let mention = article.mentions[index]
    let form = Int(forms[index])
    let name = name(index)
    guard mention.form != .description, !name.words.isEmpty else { return }
    if corpus.outlets.isOwn(name, of: article.article.metadata.outlet) { return }
    let isPerson = corpus.table.readsAsPerson(form, recognizedAsPerson: mention.kind == .person)
    let isOtherName = isPerson && name.words.count == 1
    if let node = isOtherName ? otherNames[form] : isPerson ? nil : defined[form] {
      links[index] = Link(node: node, ground: .alias)
      evidence.append((form, node))
      return
    }
    if mention.form == .demonym, let country = countryOfPeople(name, index: index) {
      links[index] = Link(node: country, ground: .alias)
      return
    }
    if !isPerson, let place = homonyms[name.compact] {
      links[index] = Link(node: place, ground: .name)
      return
    }
    let node = corpus.root(form, asPerson: isPerson)
    guard name.words.count > 1 || (!isPerson && corpus.knowledge.entry(named: name) != nil) else { return }
    links[index] = Link(node: node, ground: .name)
    if name.words.count > 1, !fulls.contains(where: { $0.node == node && $0.form == form }) {
      fulls.append(Full(mention: index, form: form, node: node, isPerson: isPerson, name: name))
    }
  }

  /// Links given names that begin the one longer name of the article: "Anna Maria", of Anna Maria Berg.
  private mutating func linkBeginnings(among fulls: [Full]) {
    for short in fulls
    where short.isPerson && short.name.words.allSatisfy(corpus.knowledge.genders.isGivenName) {
      let longer = fulls.filter {
        $0.isPerson && $0.mention < short.mention && Self.isGivenName(short.name, $0.name)
      }
      guard let node = longer.first?.node, node != short.node, longer.allSatisfy({ $0.node == node }) else {
        continue
      }
      for index in forms.indices
      where Int(forms[index]) == short.form && links[index].node == short.node && index > longer[0].mention {
        links[index] = Link(node: node, ground: .alias)
      }
    }
  }

  /// The country that an adjective with or without a common noun stands for: "the Russians", "Syrian troops".
  ///
  /// Of a longer name with capitals it may be the part of another: "Syrian Democratic Forces".
  private func countryOfPeople(_ name: NormalName, index: Int) -> Int? {
    guard let prefix = corpus.knowledge.countryPrefix(of: name.words) else { return nil }
    let printed = corpus.table.forms[Int(forms[index])].text.split { $0 == " " || $0 == "-" }
    if name.words.count == prefix.length + 1, let last = name.words.last, corpus.knowledge.isInstitution(last)
    {
      return node(of: prefix.country)
    }
    for word in printed.suffix(name.words.count - prefix.length) {
      guard let initial = word.unicodeScalars.first, initial.properties.isLowercase else { return nil }
    }
    return node(of: prefix.country)
  }

  private func node(of country: KnowledgeIndex.Entry) -> Int {
    Int(corpus.roots[MentionClusterer.node(ofEntry: country, formCount: corpus.table.forms.count)])
  }

  /// Links a surname, a given name or another short form to the one full name before it, or else behind it.
  private mutating func linkShortName(_ index: Int, among fulls: [Full]) {
    let mention = article.mentions[index]
    let name = name(index)
    guard mention.form != .description, !name.words.isEmpty else { return }
    if corpus.outlets.isOwn(name, of: article.article.metadata.outlet) { return }
    let form = Int(forms[index])
    let isPerson = corpus.table.readsAsPerson(form, recognizedAsPerson: mention.kind == .person)
    let mayBePerson = isPerson || mayBeSurname(form)
    if isPerson, let partner = partner(of: index) {
      linkPaired(index, with: partner, among: fulls)
      return
    }
    guard !fulls.isEmpty else { return }
    if mayBePerson, linkShortName(index, ofPersonsAmong: fulls) { return }
    if mayBePerson, name.words.count == 1,
      link(index, toOneOf: fulls.filter { corpus.table.forms[$0.form].nickname == name.compact })
    {
      return
    }
    if !isPerson {
      // A place is short for a place only: "Zenda" is not its university.
      let fitting = fulls.filter { full in
        !full.isPerson && (article.mentions[full.mention].kind == .place) == (mention.kind == .place)
          && isShortOfBody(name, corpus.table.forms[full.form].name, isPlace: mention.kind == .place)
      }
      if link(index, toOneOf: fitting) { return }
      // "MBS" is Mohammed bin Salman.
      _ = link(index, toOneOf: fulls.filter { $0.isPerson && abbreviates(name, $0) })
    }
  }

  /// Whether letters are those that all words of a person's name begin with, small words too.
  private func abbreviates(_ short: NormalName, _ person: Full) -> Bool {
    guard short.isAcronym, short.compact.utf8.count > 2 else { return false }
    let printed = corpus.table.forms[person.form].text.split { $0 == " " || $0 == "-" }
    return printed.map { $0.prefix(1).lowercased() }.joined() == short.compact
  }

  /// Links what may be a person's surname, given name, or surname with a slip to whom it fits; says whether it fits any.
  private mutating func linkShortName(_ index: Int, ofPersonsAmong fulls: [Full]) -> Bool {
    let mention = article.mentions[index]
    let name = name(index)
    let gender = corpus.gender(ofTitleOf: mention, in: article.article.text)
    // "King Zayd" is not his son, Omar bin Zayd; "Zayd" alone may be.
    let surnames = persons(among: fulls, mayBe: gender) {
      Self.isSurname(name, $0) && (mention.title == nil || name.familyName == $0.familyName)
    }
    if link(index, toOneOf: surnames, noting: true) { return true }
    let givenNames = persons(among: fulls, mayBe: gender) { Self.isGivenName(name, $0) }
    if link(index, toOneOf: givenNames, noting: true) { return true }
    guard name.words.count == 1 else { return false }
    let middles = persons(among: fulls, mayBe: gender) { Self.isMiddleName(name, $0) }
    if link(index, toOneOf: middles, noting: true) { return true }
    guard name.compact.utf8.count >= Self.shortestSlip else { return false }
    let form = Int(forms[index])
    let slips = persons(among: fulls, mayBe: gender) {
      isSurnameBarALetter(name, $0) && mayBeSlip(form, for: $0)
    }
    return link(index, toOneOf: slips, noting: true)
  }

  /// The persons whom a name may be short for.
  private func persons(
    among fulls: [Full], mayBe gender: NameGender?, _ fits: (NormalName) -> Bool
  ) -> [Full] {
    fulls.filter { $0.isPerson && fits($0.name) && corpus.mayBe(gender, $0.name) }
  }

  private mutating func link(_ index: Int, toOneOf fitting: [Full], noting: Bool) -> Bool {
    guard !fitting.isEmpty, link(index, toOneOf: fitting) else { return false }
    noteBeginning(index, fulls: fitting)
    return true
  }

  /// The mention of the person behind a given name and "and" whose family name the two may share.
  private func partner(of index: Int) -> Int? {
    guard index + 1 < forms.count else { return nil }
    let next = article.mentions[index + 1]
    let gap = next.range.lowerBound - article.mentions[index].range.upperBound
    guard (3...7).contains(gap), next.kind == .person, next.form == .name, next.title == nil,
      self.name(index + 1).words.count > 1, corpus.knowledge.genders.isGivenName(name(index))
    else { return nil }
    let between = article.article.text[
      TextRange(article.mentions[index].range.upperBound, next.range.lowerBound)]
    return corpus.knowledge.joinsList(between.drop { $0 == " " }.prefix { $0 != " " }) ? index + 1 : nil
  }

  /// Links such a given name to the one of that family whom the article names in full; else the corpus has to tell.
  private mutating func linkPaired(_ index: Int, with partner: Int, among fulls: [Full]) {
    let given = name(index)
    let family = name(partner).words.last
    let fitting = fulls.filter { full in
      let name = corpus.table.forms[full.form].name
      return full.isPerson && Self.isGivenName(given, name) && name.words.last == family
    }
    if !link(index, toOneOf: fitting) { paired[index] = partner }
  }

  /// Notes where a name was linked to a full name that comes only further down, or that it only begins and is nobody's
  /// given name: "Han" beside Han Sol Mi, and "Rassendyll" before his father, may be others whom the reader knows.
  private mutating func noteBeginning(_ index: Int, fulls: [Full]) {
    let name = name(index)
    guard let node = links[index].node, links[index].ground == .alias, name.words.count == 1,
      !corpus.knowledge.genders.isGivenName(name)
    else { return }
    let isBefore = fulls.contains { $0.mention < index }
    if isBefore, fulls.contains(where: { Self.isSurname(name, corpus.table.forms[$0.form].name) }) { return }
    doubts[index] = Doubt(node: node, isOtherHere: false, beginning: isBefore ? .before : .behind)
    if !isBefore { evidence.removeLast() }
  }

  /// Surnames that stand with a title which none of those can have whom the article names in full.
  private func surnamesOfOthers(than fulls: [Full]) -> Set<String> {
    var others: Set<String> = []
    for index in forms.indices where article.mentions[index].title != nil {
      let name = name(index)
      guard let gender = corpus.gender(ofTitleOf: article.mentions[index], in: article.article.text),
        name.words.count == 1
      else { continue }
      let bearers = fulls.map { corpus.table.forms[$0.form].name }.filter { Self.isSurname(name, $0) }
      if !bearers.isEmpty, !bearers.contains(where: { corpus.mayBe(gender, $0) }) {
        others.insert(name.compact)
      }
    }
    return others
  }

  /// Notes where a surname was linked to the only full name that it fits, though a title speaks for another bearer.
  private mutating func noteDoubt(
    _ index: Int, others: Set<String>, offices: Set<String>, fulls: [Full]
  ) {
    let name = name(index)
    let mention = article.mentions[index]
    guard links[index].ground == .alias, let node = links[index].node, name.words.count == 1,
      mention.form == .name, fulls.contains(where: { $0.isPerson && $0.node == node }),
      corpus.gender(ofTitleOf: mention, in: article.article.text) == nil
    else { return }
    if others.contains(name.compact) {
      doubts[index] = Doubt(node: node, isOtherHere: true)
    } else if let title = mention.title, !offices.contains(office(title, of: node)) {
      doubts[index] = Doubt(node: node, isOtherHere: false)
    }
  }

  /// The titles that the article gives to those whom it names in full.
  private func officesOfNamed() -> Set<String> {
    var offices: Set<String> = []
    for (index, mention) in article.mentions.enumerated() {
      if let title = mention.title, let node = links[index].node { offices.insert(office(title, of: node)) }
    }
    return offices
  }

  private func office(_ title: TextRange, of node: Int) -> String { "\(node) \(article.article.text[title])" }

  /// Whether something that was not read as a person may be one's surname: the corpus reads it so, or hardly knows it.
  private func mayBeSurname(_ form: Int) -> Bool {
    let counted = corpus.table.forms[form]
    guard counted.personMentions * 2 >= counted.otherMentions || counted.otherMentions <= 2 else {
      return false
    }
    return corpus.knowledge.entry(named: counted.name) == nil && corpus.knowledge.country(counted.name) == nil
      && corpus.knowledge.countryOfCapital(counted.name) == nil
  }

  /// Links to the only one before the mention, or to the only one behind; several leave it open for good.
  private mutating func link(_ index: Int, toOneOf fitting: [Full]) -> Bool {
    let before = Set(fitting.filter { $0.mention < index }.map(\.node))
    let nodes = before.isEmpty ? Set(fitting.map(\.node)) : before
    guard let node = nodes.first else { return false }
    guard nodes.count == 1 else {
      links[index] = Link(isAmbiguousHere: true)
      rivals[index] = rivals(among: nodes)
      return true
    }
    links[index] = Link(node: node, ground: .alias)
    evidence.append((Int(forms[index]), node))
    return true
  }

  private func rivals(among nodes: Set<Int>) -> Rivals {
    var counts = Dictionary(headline.map { ($0.node, 1) }, uniquingKeysWith: +)
    for link in links where link.ground == .name {
      if let node = link.node, nodes.contains(node) { counts[node, default: 0] += 1 }
    }
    let most = counts.values.max() ?? 0
    return Rivals(nodes: nodes, leading: nodes.filter { (counts[$0] ?? 0) == most })
  }

  /// With a particle before it, a surname is that of a name with one: "al-Hadi", but not "Ash Hadi", is Omar al-Hadi.
  private static func isSurname(_ short: NormalName, _ full: NormalName) -> Bool {
    short.lastHash == full.lastHash && (!short.hasParticle || full.hasParticle)
      && short.words.count < full.words.count && full.words.suffix(short.words.count) == short.words[...]
  }

  private static func isGivenName(_ short: NormalName, _ full: NormalName) -> Bool {
    short.firstHash == full.firstHash && short.words.count < full.words.count
      && full.words.prefix(short.words.count) == short.words[...]
  }

  /// "Zahid", of Ahmad Zahid Hamidi: some peoples call each other by the second of their names.
  private static func isMiddleName(_ short: NormalName, _ full: NormalName) -> Bool {
    full.words.count > 2 && full.words.dropFirst().dropLast().contains(short.compact)
  }

  /// Whether a name is a person's by its title, or an article prints it no more often than the surname that it may be
  /// a slip for.
  private func mayBeSlip(_ form: Int, for full: NormalName) -> Bool {
    if corpus.table.forms[form].hasTitle { return true }
    let slips = forms.count { Int($0) == form }
    return slips <= forms.count { corpus.table.forms[Int($0)].name.words.last == full.words.last }
  }

  /// Letters of a surname in which a slip of the pen is told from another name.
  private static let shortestSlip = 6

  /// A surname spelt with one letter more, less or other.
  ///
  /// Short ones are too alike to tell, and "the Lees" are a family.
  private func isSurnameBarALetter(_ short: NormalName, _ full: NormalName) -> Bool {
    guard short.words.count == 1, let word = short.words.last, let surname = full.words.last,
      word.utf8.count >= Self.shortestSlip
    else { return false }
    return EditDistance.isOne(word, surname) && !corpus.knowledge.isInflection(word, surname)
  }

  /// Whether one name of a body or place is short for another: its head, its beginning, or its initials.
  private func isShortOfBody(_ short: NormalName, _ full: NormalName, isPlace: Bool) -> Bool {
    if short.isAcronym {
      return short.compact.utf8.count > 2 && CorpusNames.abbreviates(short, full)
        && full.words.contains { $0.first == short.compact.last }
    }
    guard short.words.count < full.words.count, let head = short.words.last else { return false }
    let knowledge = corpus.knowledge
    if knowledge.isInstitution(head) || knowledge.isDesignator(head) {
      return full.words.suffix(short.words.count) == short.words[...]
    }
    guard knowledge.country(short) == nil else { return false }
    // "The Observatory" of the "Lakes Observatory for Water and Weather".
    if let end = full.words.firstIndex(where: knowledge.isFunctionWord), end > short.words.count, !isPlace,
      full.words[..<end].suffix(short.words.count) == short.words[...]
    {
      return true
    }
    guard full.words.prefix(short.words.count) == short.words[...] else { return false }
    // "The Academy" of Arts, "the Bank" of a country.
    if knowledge.isFunctionWord(full.words[short.words.count]) { return true }
    return full.words.dropFirst(short.words.count).allSatisfy {
      (knowledge.isDesignator($0) && (!isPlace || !knowledge.makesOwnPlace($0)))
        || knowledge.isInstitution($0)
    }
  }
}
