/// A page that a reader can look for, as a list of results shows it.
package struct FindablePage: Sendable {
  /// What readers narrow a search by.
  package struct Facets: Sendable, Hashable {
    /// As the data names it: `person`, `place`, `event`, `article`.
    package let kind: String
    package let outlet: String?
    package let year: Int?

    package init(kind: String, outlet: String? = nil, year: Int? = nil) {
      self.kind = kind
      self.outlet = outlet
      self.year = year
    }
  }

  package let path: String
  package let title: String
  /// What stands below the title.
  package let note: String
  package let facets: Facets

  package init(path: String, title: String, note: String, facets: Facets) {
    self.path = path
    self.title = title
    self.note = note
    self.facets = facets
  }
}
