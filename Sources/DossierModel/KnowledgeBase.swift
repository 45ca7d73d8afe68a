/// What the world calls things, as data: used to link what articles print, never printed itself.
///
/// A pack fills it for its language, and a user's `content/lists/` add to it.
package struct KnowledgeBase: Sendable {
  /// A country with what it is called.
  package struct Country: Sendable, Hashable {
    package let name: String
    /// Other names and abbreviations: "United States", "U.S.", "US".
    package let names: [String]
    /// "Russian", "Russians".
    package let demonyms: [String]
    /// Those of the demonyms that are nouns for many: "Russians".
    package let peoples: [String]
    package let capital: String?
    /// The capital's spellings, and other capitals: "Kyiv", "Kiev".
    package let capitals: [String]
    /// Names that stand for its government: "Kremlin", "White House".
    package let seats: [String]

    package init(
      name: String, names: [String], demonyms: [String], peoples: [String] = [], capital: String?,
      capitals: [String] = [], seats: [String]
    ) {
      self.name = name
      self.names = names
      self.demonyms = demonyms
      self.peoples = peoples
      self.capital = capital
      self.capitals = capitals.isEmpty ? [capital].compactMap(\.self) : capitals
      self.seats = seats
    }
  }

  /// An organization or armed group that is known by several names.
  package struct Organization: Sendable, Hashable {
    package let name: String
    package let names: [String]
    package let kind: EntityKind

    package init(name: String, names: [String], kind: EntityKind) {
      self.name = name
      self.names = names
      self.kind = kind
    }
  }

  /// A country's name that another place has too, with the names that stand beside the one and the other.
  package struct Homonym: Sendable, Hashable {
    package let name: String
    /// Names of what lies near the place that is no country.
    package let beside: [String]
    /// Names of what lies in or near the country.
    package let besideCountry: [String]

    package init(name: String, beside: [String], besideCountry: [String]) {
      self.name = name
      self.beside = beside
      self.besideCountry = besideCountry
    }
  }

  package var countries: [Country]
  package var organizations: [Organization]
  /// News agencies and outlets by name, with the forms they call themselves.
  package var outlets: [Organization]
  /// Countries' names that are other places' too.
  package var homonyms: [Homonym] = []
  /// Spellings that are the same word: "neutralise" and "neutralize"; each row one word's spellings.
  package var spellings: [[String]]
  /// The names of those outlets that are news agencies: others print their texts.
  package var agencies: Set<String> = []
  /// Words whose use by outlet is compared.
  package var terms: [Term] = []
  /// The small words that linking goes by.
  package var words = LinkingWords()

  package init(
    countries: [Country] = [], organizations: [Organization] = [], outlets: [Organization] = [],
    spellings: [[String]] = []
  ) {
    self.countries = countries
    self.organizations = organizations
    self.outlets = outlets
    self.spellings = spellings
  }
}
