import DossierModel

/// What the recognisers know of one language: tables, no code.
package struct LanguagePack: Sendable {
  /// BCP 47: `en`.
  package let language: String

  package init(language: String) { self.language = language }
}
