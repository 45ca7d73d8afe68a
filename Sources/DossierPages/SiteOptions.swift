import DossierModel

/// What the editor says of the whole site, and how large a list on one page may grow.
package struct SiteOptions: Sendable, Hashable {
  /// Nil where the editor gave none: then the theme's own words stand for it.
  package var title: String?
  package var description: String?
  /// BCP 47, of the pages' own words.
  package var language: String
  /// Rows of a list on one page, above which it is split over pages.
  package var listLimit: Int
  /// Where the site will stand, without a slash at its end; nil where that is not known.
  package var baseURL: String?
  /// Whether a search and previews are written.
  package var search: Bool

  /// For whom the site is made.
  package var profile: Profile

  package init(
    title: String? = nil, description: String? = nil, language: String = "en", listLimit: Int = 250,
    baseURL: String? = nil, search: Bool = true, profile: Profile = .private
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.listLimit = max(1, listLimit)
    self.baseURL = baseURL
    self.search = search
    self.profile = profile
  }
}
