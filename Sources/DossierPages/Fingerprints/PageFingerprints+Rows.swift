import DossierModel
import DossierSource

/// Fingerprints of what files beside the pages have of single articles, names and events.
extension PageFingerprints {
  /// Of an article with all that the corpus told of it, for what shows nothing of any other.
  package func fingerprint(ofArticle index: Int) -> Fingerprint { whole(rows.articles[index]) }

  /// Of an event as a list shows it.
  package func fingerprint(ofEvent index: Int) -> Fingerprint { whole(rows.events[index]) }

  /// Of a name as a list shows it, with its other forms and how often it is printed.
  package func fingerprint(ofName index: Int) -> Fingerprint {
    let entity = plan.dossier.entities[index]
    var builder = FingerprintBuilder()
    builder.add(rows.entities[index])
    builder.add(entity.mentionCount)
    builder.add(entity.aliases) { builder, alias in
      builder.add(alias.text)
      builder.add(alias.kind.rawValue)
    }
    return whole(builder.fingerprint)
  }

  /// With all that is shown or made use of beside a row: the theme's words, the options, the tool.
  private func whole(_ row: Fingerprint) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(site)
    builder.add(row)
    return builder.fingerprint
  }
}
