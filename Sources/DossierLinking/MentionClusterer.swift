import DossierModel

/// Joins the forms of a corpus that are full names of one thing.
///
/// Forms are joined by what they have in common as names alone; what a surname or another short form means depends
/// on the article it stands in and is found there. Candidates come out of indexes, so the cost grows with the number
/// of distinct forms.
struct MentionClusterer: Sendable {
  /// A form read as a person, and read as anything else, are two: a person and a town may share a name.
  static func node(_ form: Int, asPerson: Bool) -> Int { form * 2 + (asPerson ? 0 : 1) }

  /// Whether a form's node stands for its reading as a person.
  static func isOfPerson(_ node: Int) -> Bool { node % 2 == 0 }

  private let table: NameTable
  private let knowledge: KnowledgeIndex
  /// What is joined so far, and what the editor keeps apart.
  var sets: UnionFind

  init(table: NameTable, knowledge: KnowledgeIndex) {
    self.table = table
    self.knowledge = knowledge
    sets = UnionFind(count: table.forms.count * 2 + knowledge.entryCount)
  }

  /// The node that stands for a row of the knowledge base.
  static func node(ofEntry entry: KnowledgeIndex.Entry, formCount: Int) -> Int { formCount * 2 + entry }

  mutating func clusters() -> UnionFind {
    joinEqualNames()
    joinKnownNames()
    joinNearlyEqualNames()
    joinTransliterations()
    joinNamesInEitherOrder()
    joinNamesWithAndWithoutMiddle()
    joinNamesWithAndWithoutDropped()
    joinInitials()
    joinNamesWithAndWithoutDesignator()
    joinPeoplesWithAndWithoutCountry()
    joinPeoplesInThePlural()
    return sets
  }

  private func isFullPerson(_ form: Int) -> Bool {
    table.forms[form].personMentions > 0 && table.forms[form].name.words.count > 1
  }

  private func isOther(_ form: Int) -> Bool { table.forms[form].otherMentions > 0 }

  private mutating func joinEqualNames() {
    var persons: [String: Int] = [:]
    var others: [String: Int] = [:]
    for form in table.forms.indices {
      let name = table.forms[form].name
      guard !name.words.isEmpty else { continue }
      if table.forms[form].personMentions > 0 {
        let node = Self.node(form, asPerson: true)
        sets.join(node, persons[name.compact, default: node])
        if persons[name.compact] == nil { persons[name.compact] = node }
      }
      if isOther(form) {
        let node = Self.node(form, asPerson: false)
        let key = knowledge.key(of: name)
        sets.join(node, others[key, default: node])
        if others[key] == nil { others[key] = node }
      }
    }
  }

  private mutating func joinKnownNames() {
    for form in table.forms.indices where isOther(form) {
      let name = table.forms[form].name
      guard let entry = knowledge.entry(named: name) ?? knowledge.countryOfDemonym(name) else { continue }
      sets.join(
        Self.node(form, asPerson: false), Self.node(ofEntry: entry, formCount: table.forms.count))
    }
  }

  /// Joins names that are equal but for one letter in one long word: two spellings, or a slip.
  ///
  /// Names that have all other words in common lie in one block; blocks too large to compare all with all hold the
  /// most common given names, where one letter more or less is another person.
  private mutating func joinNearlyEqualNames() {
    var blocks: [String: [(form: Int, word: String)]] = [:]
    for form in table.forms.indices {
      let words = table.forms[form].name.words
      guard words.count > 1, words.count < 8 else { continue }
      for (place, word) in words.enumerated() where word.utf8.count >= 4 {
        var rest = words
        rest[place] = "*"
        blocks[rest.joined(separator: " "), default: []].append((form, word))
      }
    }
    for (_, block) in blocks where block.count > 1 && block.count <= 64 {
      for (index, left) in block.enumerated() {
        for right in block[(index + 1)...]
        where max(left.word.utf8.count, right.word.utf8.count) >= 5
          && EditDistance.isOne(left.word, right.word)
        {
          joinReadings(of: left.form, right.form, mayBePersons: mayBeOnePerson(left, right))
        }
      }
    }
  }

  /// Joins the full names of persons that are one name in several transliterations.
  private mutating func joinTransliterations() {
    var first: [String: Int] = [:]
    for form in table.forms.indices where isFullPerson(form) {
      guard let key = knowledge.transliterations.key(of: table.forms[form].name) else { continue }
      let node = Self.node(form, asPerson: true)
      sets.join(node, first[key, default: node])
      if first[key] == nil { first[key] = node }
    }
  }

  /// Whether two names that are equal but for one word may be two spellings of one person's.
  ///
  /// Of two given names each of its own sex, or that differ in a consonant, each is somebody's: "Erik" and "Erika",
  /// "Ivana" and "Ivanka", and so it is of "Orlano" and "Orlana" though the tables know neither. Else, where they do not
  /// know both, a slip of the pen is likelier.
  private func mayBeOnePerson(_ left: (form: Int, word: String), _ right: (form: Int, word: String)) -> Bool {
    let names = [table.forms[left.form].name, table.forms[right.form].name]
    guard names[0].words.first == left.word, names[1].words.first == right.word else { return true }
    if NameGenders.endForTwoSexes(left.word, right.word) { return false }
    let genders = names.map(knowledge.genders.gender(ofPerson:))
    guard let first = genders[0], let second = genders[1] else { return true }
    return first == second && EditDistance.haveSameConsonants(left.word, right.word)
  }

  private mutating func joinReadings(of left: Int, _ right: Int, mayBePersons: Bool) {
    if mayBePersons, isFullPerson(left), isFullPerson(right) {
      sets.join(Self.node(left, asPerson: true), Self.node(right, asPerson: true))
    }
    if isOther(left), isOther(right) {
      let leftEntry = knowledge.entry(named: table.forms[left].name)
      let rightEntry = knowledge.entry(named: table.forms[right].name)
      guard leftEntry == nil || rightEntry == nil || leftEntry == rightEntry else { return }
      sets.join(Self.node(left, asPerson: false), Self.node(right, asPerson: false))
    }
  }

  /// Joins a person's name of two words with the same in the other order, as some peoples put the family name first:
  /// "Orsolt Ferik" and "Ferik Orsolt".
  ///
  /// Of two given names either may be the family's: "Thomas Martin" is not Martin Thomas.
  private mutating func joinNamesInEitherOrder() {
    var forms: [String: Int] = [:]
    for form in table.forms.indices where isFullPerson(form) {
      let words = table.forms[form].name.words
      guard words.count == 2, !words.allSatisfy(knowledge.genders.isGivenName) else { continue }
      if let other = forms["\(words[1]) \(words[0])"] {
        sets.join(Self.node(form, asPerson: true), Self.node(other, asPerson: true))
      }
      forms["\(words[0]) \(words[1])", default: form] = form
    }
  }

  /// Joins "Given Surname" with "Given Middle Surname", and "of the Surname" too, where only one such name is known.
  ///
  /// What begins with another given name is another's: "Joseph Keller" is not Anna Joseph Keller.
  private mutating func joinNamesWithAndWithoutMiddle() {
    var longer: [String: [Int]] = [:]
    for form in table.forms.indices where isFullPerson(form) {
      let words = table.forms[form].name.words
      guard words.count > 2, let first = words.first, let last = words.last else { continue }
      longer["\(first) \(last)", default: []].append(form)
      // "Ann Lee Marie Keller" is Ann Lee Keller.
      for middle in 1..<max(1, words.count - 1) where (4...5).contains(words.count) {
        longer[(words[..<middle] + words[(middle + 1)...]).joined(separator: " "), default: []].append(form)
      }
      // "Omar bin Zayd Al Nahr" is Omar bin Zayd.
      for end in 3..<words.count where knowledge.normalizer.isPatronymic(words[end - 2]) {
        longer[words[..<end].joined(separator: " "), default: []].append(form)
      }
      // "Poet Ann Keller" is Ann Keller.
      let isGiven = knowledge.genders.isGivenName(first)
      for length in 2..<min(words.count, 6)
      where !isGiven || !knowledge.genders.isGivenName(words[words.count - length]) {
        longer[words.suffix(length).joined(separator: " "), default: []].append(form)
      }
    }
    for form in table.forms.indices where isFullPerson(form) {
      let words = table.forms[form].name.words
      guard let candidates = longer[words.joined(separator: " ")] else { continue }
      joinIfOne(Self.node(form, asPerson: true), candidates.map { Self.node($0, asPerson: true) })
    }
  }

  /// Joins a name with the same without given names that are often left out: "Shafi Omar", of Muhammad Shafi Omar.
  ///
  /// Of two such given names each makes another person.
  private mutating func joinNamesWithAndWithoutDropped() {
    var longer: [[String]: [Int]] = [:]
    for form in table.forms.indices where isFullPerson(form) {
      let words = table.forms[form].name.words
      let kept = words.filter { !knowledge.isDroppedName($0) }
      guard kept.count > 1 else { continue }
      longer[kept, default: []].append(form)
    }
    for (_, forms) in longer.filter({ $0.value.count > 1 }).sorted(by: { $0.value[0] < $1.value[0] }) {
      let words = forms.map { (form: $0, words: table.forms[$0].name.words) }
        .sorted { ($1.words.count, $0.form) < ($0.words.count, $1.form) }
      for (form, name) in words {
        let wholes = words.filter { $0.words.count > name.count && Self.isPart(name, of: $0.words) }
        joinIfOne(Self.node(form, asPerson: true), wholes.map { Self.node($0.form, asPerson: true) })
      }
    }
  }

  /// Whether the words of one name stand among those of another in the same order.
  private static func isPart(_ short: [String], of long: [String]) -> Bool {
    var rest = short[...]
    for word in long where word == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// Joins a name whose given names are initials with the only bearer of its family name, where they fit: "JR Keller",
  /// of Jonas Keller, who may have more given names than are printed where no other initials are.
  private mutating func joinInitials() {
    var bearers: [String: [Int]] = [:]
    var shortened: [(form: Int, family: String, initials: [UInt8])] = []
    for form in table.forms.indices where isFullPerson(form) {
      guard let family = table.forms[form].name.words.last else { continue }
      if let initials = table.forms[form].initials {
        shortened.append((form, family, initials))
      } else {
        bearers[family, default: []].append(form)
      }
    }
    let rivals = Dictionary(grouping: shortened, by: \.family).mapValues { Set($0.map(\.initials)).count }
    for (form, family, initials) in shortened {
      guard let candidates = bearers[family],
        candidates.contains(where: { bearer in
          let given = table.forms[bearer].name.words.dropLast()
          let hasRoom = initials.count <= given.count || rivals[family] == 1 && !given.isEmpty
          return hasRoom && zip(initials, given).allSatisfy { $0 == $1.utf8.first }
        })
      else { continue }
      joinIfOne(Self.node(form, asPerson: true), candidates.map { Self.node($0, asPerson: true) })
    }
  }

  /// Joins a name with the same name and what sort of thing it is for: "Nusra" and "Nusra Front".
  ///
  /// A place is never its university or its police.
  private mutating func joinNamesWithAndWithoutDesignator() {
    var longer: [String: [Int]] = [:]
    for form in table.forms.indices where isOther(form) {
      let words = table.forms[form].name.words
      let bare = words.filter { !knowledge.isDesignator($0) }
      guard !bare.isEmpty, bare.count < words.count, knowledge.entry(named: table.forms[form].name) == nil,
        !table.forms[form].isMostlyPlace || !words.contains(where: knowledge.makesOwnPlace)
      else { continue }
      longer[bare.joined(), default: []].append(form)
    }
    for form in table.forms.indices where isOther(form) {
      let name = table.forms[form].name
      guard let candidates = longer[name.compact], knowledge.entry(named: name) == nil,
        knowledge.country(name) == nil, !table.forms[form].isMostlyDemonym
      else { continue }
      let isPlace = table.forms[form].isMostlyPlace
      let alike = candidates.filter { table.forms[$0].isMostlyPlace == isPlace }
      joinIfOne(Self.node(form, asPerson: false), alike.map { Self.node($0, asPerson: false) })
    }
  }

  /// Joins a people with the part of it that lives in a country, where the corpus knows of one such part.
  private mutating func joinPeoplesWithAndWithoutCountry() {
    var parts: [String: [Int]] = [:]
    for form in table.forms.indices where isOther(form) {
      let words = table.forms[form].name.words
      guard table.forms[form].isMostlyGroup, let prefix = knowledge.countryPrefix(of: words),
        prefix.length < words.count, !words.contains(where: knowledge.isInstitution)
      else { continue }
      parts[words.dropFirst(prefix.length).joined(), default: []].append(form)
    }
    for form in table.forms.indices where isOther(form) {
      let name = table.forms[form].name
      guard table.forms[form].isMostlyGroup, name.words.count == 1, !name.isAcronym,
        !name.words.contains(where: knowledge.isDesignator),
        let candidates = parts[name.compact]
      else { continue }
      joinIfOne(Self.node(form, asPerson: false), candidates.map { Self.node($0, asPerson: false) })
    }
  }

  /// Joins what many of a people are called with what it is called: "Velds", of the Veld.
  private mutating func joinPeoplesInThePlural() {
    var peoples: [String: Int] = [:]
    for form in table.forms.indices where isOther(form) && table.forms[form].isMostlyGroup {
      peoples[table.forms[form].name.compact] = form
    }
    for (name, form) in peoples.sorted(by: { $0.key < $1.key }) {
      guard let one = knowledge.singulars(of: name).lazy.compactMap({ peoples[$0] }).first else { continue }
      sets.join(Self.node(form, asPerson: false), Self.node(one, asPerson: false))
    }
  }

  /// Joins a node with candidates that are one cluster already; leaves it alone where they are several.
  private mutating func joinIfOne(_ node: Int, _ candidates: [Int]) {
    guard let first = candidates.first else { return }
    let root = sets.root(of: first)
    for candidate in candidates.dropFirst() where sets.root(of: candidate) != root { return }
    sets.join(node, first)
  }
}
