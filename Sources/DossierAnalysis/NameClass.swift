/// What a language's lists know of a word or phrase that is, or stands beside, a name.
///
/// One word may be several: "Jordan" is a country, a given name and a surname.
package struct NameClass: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let country = NameClass(rawValue: 1 << 0)
  package static let place = NameClass(rawValue: 1 << 1)
  package static let givenName = NameClass(rawValue: 1 << 2)
  package static let surname = NameClass(rawValue: 1 << 3)
  package static let organization = NameClass(rawValue: 1 << 4)
  package static let group = NameClass(rawValue: 1 << 5)
  /// An adjective or noun of a people, faith or school of thought: "Syrian", "Kurd".
  package static let demonym = NameClass(rawValue: 1 << 6)
  /// A noun for many of a people: "Syrians", "Kurds".
  package static let people = NameClass(rawValue: 1 << 7)
  package static let honorific = NameClass(rawValue: 1 << 8)
  package static let office = NameClass(rawValue: 1 << 9)
  package static let rank = NameClass(rawValue: 1 << 10)
  /// An office in small letters that may stand before a name: "foreign minister".
  package static let smallOffice = NameClass(rawValue: 1 << 11)
  /// An office that one person of a country holds: what "the Turkish president" describes.
  package static let descriptionHead = NameClass(rawValue: 1 << 12)
  /// A word that ends an organization's name: "Council", "Inc".
  package static let organizationLast = NameClass(rawValue: 1 << 13)
  /// A word that an organization's name begins with, before "of" or "for": "Ministry".
  package static let organizationFirst = NameClass(rawValue: 1 << 14)
  /// A state's body that its adjective names: "army", "foreign ministry".
  package static let institution = NameClass(rawValue: 1 << 15)
  package static let placeFirst = NameClass(rawValue: 1 << 16)
  package static let placeLast = NameClass(rawValue: 1 << 17)
  /// Names that are no person, place or organization: events, works, products.
  package static let otherName = NameClass(rawValue: 1 << 18)
  /// Printed with a capital, but never a name by itself: weekdays, months.
  package static let never = NameClass(rawValue: 1 << 19)
  /// A small word within persons' names: "al", "bin", "von".
  package static let particle = NameClass(rawValue: 1 << 20)
  /// A small word within any names: "of", "the", "and".
  package static let connector = NameClass(rawValue: 1 << 21)
  package static let speechCue = NameClass(rawValue: 1 << 22)
  package static let placeCue = NameClass(rawValue: 1 << 23)
  package static let roleCue = NameClass(rawValue: 1 << 24)
  package static let organizationCue = NameClass(rawValue: 1 << 25)
  /// What stands for a government: "Kremlin".
  package static let seat = NameClass(rawValue: 1 << 26)
  /// One of the commonest words of the language.
  package static let commonWord = NameClass(rawValue: 1 << 27)
  /// Those who fight or act for a people: "troops", "militants".
  package static let force = NameClass(rawValue: 1 << 28)
  /// "the", "his", "their": what may stand before a description.
  package static let determiner = NameClass(rawValue: 1 << 29)
  /// A common word that is seldom part of a name.
  package static let vocabulary = NameClass(rawValue: 1 << 30)

  /// What makes a phrase a name of its own.
  package static let names: NameClass = [.country, .place, .organization, .group, .otherName, .seat, .people]
  package static let titles: NameClass = [.honorific, .office, .rank]
  static let places: NameClass = [.place, .country]
  static let bodiesAndPlaces: NameClass = [.organization, .group, .seat, .place, .country]
  /// What the names of persons are made of.
  static let personParts: NameClass = [.givenName, .surname, .particle, .connector]
}
