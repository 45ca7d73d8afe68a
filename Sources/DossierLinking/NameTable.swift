import DossierModel
import DossierSource

/// The distinct forms in which a corpus prints names, each once.
///
/// A corpus repeats its names: whatever is costly to find out of a name is found out once for each form.
struct NameTable: Sendable {
  struct Form: Sendable {
    let text: String
    let name: NormalName
    /// Mentions that a person was read in, and all others.
    var personMentions = 0
    var otherMentions = 0
    /// Of those others, those that a people, a place, or a country's adjective was read in.
    var groupMentions = 0
    var demonymMentions = 0
    var placeMentions = 0

    /// The name in quotation marks between others: "Red" of 'Hans "Red" Keller'.
    let nickname: String?
    /// Whether a person was read in it with a title.
    var hasTitle = false
    /// Whether it is read as a person and as a place, and nothing else speaks for either: a drug.
    var isUnclear = false

    /// The small letters that all words but the last come to, where those are initials, as in "JR Keller".
    var initials: [UInt8]? {
      let printed = text.split(separator: " ")
      guard printed.count > 1, let last = printed.last,
        last.utf8.contains(where: { (0x61...0x7A).contains($0) || $0 >= 0x80 })
      else { return nil }
      let given = printed.dropLast().flatMap { $0.utf8.filter { $0 != 0x2E } }
      guard (1...Self.mostInitials).contains(given.count), given.allSatisfy({ (0x41...0x5A).contains($0) })
      else { return nil }
      return given.map { $0 | 0x20 }
    }

    private static let mostInitials = 3

    var isMostlyGroup: Bool { groupMentions * 2 > otherMentions }
    var isMostlyPlace: Bool { placeMentions * 2 > otherMentions }
    var isMostlyDemonym: Bool { demonymMentions * 2 > otherMentions }
  }

  private(set) var forms: [Form] = []
  private var numbers: [Fingerprint: Int32] = [:]
  private let normalizer: NameNormalizer

  init(normalizer: NameNormalizer) { self.normalizer = normalizer }

  /// The number of a form; forms are numbered as they are first met.
  mutating func number(of bytes: ArraySlice<UInt8>) -> Int {
    let print = Fingerprint(of: bytes)
    if let number = numbers[print] { return Int(number) }
    let text = String(decoding: bytes, as: UTF8.self)
    let nickname = NameNormalizer.quotedName(within: text).map { normalizer.name(of: $0).compact }
    forms.append(Form(text: text, name: normalizer.name(of: text[...]), nickname: nickname))
    numbers[print] = Int32(forms.count - 1)
    return forms.count - 1
  }

  /// The number of a form, where it has been met before.
  func number(ofKnown bytes: ArraySlice<UInt8>) -> Int? { numbers[Fingerprint(of: bytes)].map(Int.init) }

  mutating func count(_ form: Int, in mention: Mention) {
    guard mention.kind != .person else {
      forms[form].personMentions += 1
      if mention.title != nil { forms[form].hasTitle = true }
      return
    }
    forms[form].otherMentions += 1
    if mention.kind == .group { forms[form].groupMentions += 1 }
    if mention.kind == .place { forms[form].placeMentions += 1 }
    if mention.form == .demonym { forms[form].demonymMentions += 1 }
  }

  /// Takes names of several words that are read as persons in one place, and as other things in another, for other
  /// things, where nothing but that reading speaks for a person.
  ///
  /// Two bearers of one name are likely where it is one word; persons of two words or more are also given a title, or
  /// called by their surname alone, or have a given name that is known.
  mutating func settleReadings(genders: NameGenders) {
    var surnames: Set<String> = []
    var formsOfName: [String: [Int]] = [:]
    for (number, form) in forms.enumerated() {
      if form.name.words.count > 1 {
        if form.personMentions + form.otherMentions > 0 {
          formsOfName[form.name.compact, default: []].append(number)
        }
      } else if form.personMentions > 0, let word = form.name.words.first {
        surnames.insert(word)
      }
    }
    for (_, numbers) in formsOfName {
      let person = numbers.reduce(0) { $0 + forms[$1].personMentions }
      let other = numbers.reduce(0) { $0 + forms[$1].otherMentions }
      guard person > 0, other * 4 > person else { continue }
      let speaksForPerson = numbers.contains { number in
        let form = forms[number]
        return form.hasTitle || genders.gender(ofPerson: form.name) != nil
          || form.name.words.last.map(surnames.contains) ?? false
      }
      guard !speaksForPerson else { continue }
      for number in numbers where forms[number].personMentions > 0 {
        forms[number].otherMentions += forms[number].personMentions
        forms[number].personMentions = 0
      }
    }
  }

  /// Marks names of one word that are read as persons in one place, and as places in another, where nothing else
  /// speaks for a person: what they name is not known.
  ///
  /// A drug or a ship is read so, sentence by sentence. Nobody bears the name in full or with a title, it is no given
  /// name, and `isKnown` knows no such place.
  mutating func markUnclear(genders: NameGenders, isKnown: (NormalName) -> Bool) {
    var parts: Set<String> = []
    var formsOfName: [String: [Int]] = [:]
    for (number, form) in forms.enumerated() where form.personMentions + form.otherMentions > 0 {
      if form.name.words.count > 1 {
        if form.personMentions > 0 { parts.formUnion(form.name.words) }
      } else if let word = form.name.words.first {
        formsOfName[word, default: []].append(number)
      }
    }
    for (word, numbers) in formsOfName where !parts.contains(word) {
      let person = numbers.reduce(0) { $0 + forms[$1].personMentions }
      let other = numbers.reduce(0) { $0 + forms[$1].otherMentions }
      let place = numbers.reduce(0) { $0 + forms[$1].placeMentions }
      guard person > 0, place * 2 > other, person * 4 > other, other * 4 > person,
        !numbers.contains(where: { forms[$0].hasTitle }), let name = numbers.first.map({ forms[$0].name }),
        !genders.isGivenName(name), !isKnown(name)
      else { continue }
      for number in numbers {
        forms[number].isUnclear = true
        forms[number].otherMentions += forms[number].personMentions
        forms[number].personMentions = 0
      }
    }
  }

  /// Whether a mention of a form is to be read as a person, whose recogniser said so or did not.
  ///
  /// One odd reading among many is taken for a slip; where both are common there are two bearers of the name.
  func readsAsPerson(_ form: Int, recognizedAsPerson: Bool) -> Bool {
    let person = forms[form].personMentions
    let other = forms[form].otherMentions
    if person * 4 <= person + other, person < other { return false }
    if other * 4 <= person + other, other < person { return true }
    // Of several words, a name is hardly a person's and a body's too.
    if forms[form].name.words.count > 1, person != other { return person > other }
    return recognizedAsPerson
  }
}
