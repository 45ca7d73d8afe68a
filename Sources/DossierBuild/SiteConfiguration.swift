import DossierModel

/// What `dossier.yml` says; every key may be left out.
package struct SiteConfiguration: Sendable, Hashable {
  /// The keys as they are written; docs/CONFIGURATION.md explains each.
  enum Key: String, CaseIterable {
    case title, description, language
    case baseURL = "base-url"
    case content, output
    case listLimit = "list-limit"
    case search
    case profile
    case excerptWords = "excerpt-words"
  }

  package var title: String?
  package var description: String?
  /// BCP 47, of the pages' own words.
  package var language = "en"
  /// Where the site will stand, without a slash at its end.
  package var baseURL: String?
  /// The folder of sources, beside the configuration.
  package var content: String?
  /// The folder that the site is written to, beside the configuration.
  package var output: String?
  /// Rows of a list on one page, above which it is split.
  package var listLimit = 250
  /// Whether a search and previews are written.
  package var search = true

  /// For whom the site is made.
  package var profile: Profile = .private
  /// How many words of each article an excerpt may show.
  package var excerptWords = 120

  package init() {}

  /// The same as a file, each key with its default and what it does.
  package static let template = """
    # What this site is, for the tool that builds it. Every key may be left out.

    # title: The talks, article by article      # of the home page
    # description: Who collected this, and why  # a line or two below the title
    # language: en                # of the pages' own words
    # base-url: https://example.org/dossier     # where the site will stand, for links that must be whole
    # content: content            # the folder of articles, beside this file
    # output: public              # the folder that the site is written to
    # list-limit: 250             # rows of a list on one page; longer lists are split
    # profile: private          # private (full text), excerpt or links: what of the articles is shown
    # excerpt-words: 120        # how many words of each article an excerpt may show, in all
    # search: true                # whether a search and previews are written, which double a site's size

    """
}
