import DossierModel
import DossierPages
import DossierSource

/// `data/claims.csv`: what the pages assert of articles and events, one claim a row, with the sentences that prove it.
struct ClaimsExport {
  let plan: SitePlan

  var file: OutputFile {
    var table = CSVWriter(header: ["subject", "property", "value", "basis", "rule", "sentences"])
    for article in plan.dossier.articles {
      let subject = "article:\(article.id)"
      add(article.published, "published", of: subject, to: &table)
      add(article.updated, "updated", of: subject, to: &table)
      add(article.retrieved, "retrieved", of: subject, to: &table)
    }
    for event in plan.dossier.events {
      add(event.when, "when", of: "event:\(event.id)", to: &table)
      add(event.place, "where", of: "event:\(event.id)", to: &table)
    }
    for family in plan.dossier.quoteFamilies {
      guard let speaker = family.speaker else { continue }
      let citations = family.variants.map(\.citation)
      table.row([family.id, "speaker", speaker.string, "", "", sentences(of: citations)])
    }
    return OutputFile(path: "data/claims.csv", bytes: table.bytes)
  }

  private func add<Value: CustomStringConvertible>(
    _ claim: Claim<Value>?, _ property: String, of subject: String, to table: inout CSVWriter
  ) {
    guard let claim else { return }
    table.row([
      subject, property, claim.value.description, claim.basis.rawValue, claim.rule.name,
      sentences(of: claim.evidence),
    ])
  }

  /// The addresses of the sentences below the site, each once.
  private func sentences(of citations: [Citation]) -> String {
    var found: [String] = []
    for citation in citations {
      guard let address = plan.address(of: citation), found.last != address else { continue }
      found.append(address)
    }
    return found.joined(separator: "; ")
  }
}
