import DossierModel
import DossierSource

/// What a profile lets out of a dossier, before any page, search or export is made of it.
///
/// Whatever is made later is made of this alone, so that nothing further down has to know what must not be shown.
/// Ranges still are ranges of the text they come with, and numbers still point where they did.
package struct Edition {
  /// What may be shown.
  package let dossier: Dossier
  /// What the written files are to be tested for; nil where everything is shown.
  package let leaks: LeakTest?

  /// The dossier for a profile; `words` is how much of each article an excerpt may show.
  package init(of dossier: Dossier, for profile: Profile, words: Int) {
    let redaction = Redaction(of: dossier)
    let caps = Self.caps(dossier, profile, words: words)
    guard profile != .private || redaction != nil || !caps.isEmpty else {
      self.dossier = dossier
      leaks = nil
      return
    }
    let proofs = caps.isEmpty ? nil : ProofRanking(of: dossier)
    let editions = dossier.articles.enumerated().map { index, article in
      ArticleEdition(
        article, words: caps[article.id], proofs: proofs?.sentences[index] ?? [], redaction: redaction,
        hidesSource: profile != .private)
    }
    let making = EditionMaking(dossier, editions: editions, redaction: redaction, profile: profile)
    self.dossier = making.dossier
    leaks = LeakTest(of: dossier, editions: editions, caps: caps, redaction: redaction)
  }

  /// How many words of an article are shown, where not all are: the editor's line for it wins over the profile.
  private static func caps(_ dossier: Dossier, _ profile: Profile, words: Int) -> [ArticleID: Int] {
    var caps: [ArticleID: Int] = [:]
    if profile != .private {
      for article in dossier.articles { caps[article.id] = profile == .links ? 0 : words }
    }
    guard profile != .links else { return caps }
    for case (_, .excerpt(let article, let words)) in dossier.record.restrictions { caps[article] = words }
    return caps
  }
}
