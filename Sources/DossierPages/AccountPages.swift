import DossierModel
import DossierSource

/// What an editor corrected and wants readers to know.
package struct CorrectionsPage: Sendable {
  package struct Row: Sendable {
    package let verb: Decision.Verb
    /// The day, as the editor wrote it.
    package let day: String?
    package let reason: String?
    package let articles: [ArticleReference]
    package let names: [Reference]
    package let events: [Reference]
  }

  package let path: PagePath
  /// The newest first, those without a day last.
  package let rows: [Row]
}

/// From what a site was made, so that others can check it.
package struct BuildPage: Sendable {
  package let path: PagePath
  package let account: BuildAccount
  package let articleCount: Int
  package let entityCount: Int
  package let eventCount: Int
  package let quoteCount: Int
  package let decisionCount: Int
  /// The list of hashes that is written beside the page.
  package let sums: PagePath
  package let lines: [String]
  /// Whether the list tells which file each hash is of.
  package let isNamed: Bool
}

/// What a build was made from, apart from the articles' content.
package struct BuildAccount: Sendable, Hashable {
  /// A file that was read: its path below the content folder, and its SHA-256.
  package struct Input: Sendable, Hashable {
    package let path: String
    package let hash: String

    package init(path: String, hash: String) {
      self.path = path
      self.hash = hash
    }
  }

  package let version: String
  package let inputs: [Input]

  package init(version: String, inputs: [Input]) {
    self.version = version
    self.inputs = inputs
  }
}

extension SitePlan {
  /// The pages on the work itself; what is open is nobody's business outside of the house.
  func accountPages() -> [PlannedPage] {
    let review = PlannedPage(path: .review, subject: .review)
    return (options.profile == .private ? [review] : []) + [
      PlannedPage(path: .corrections, subject: .corrections), PlannedPage(path: .build, subject: .build),
    ]
  }

  func correctionsPage(at path: PagePath) -> CorrectionsPage {
    let record = dossier.record
    func subjects<ID: Hashable>(_ lists: [ID: [DecisionID]], _ decision: DecisionID) -> Set<ID> {
      Set(lists.filter { $0.value.contains(decision) }.keys)
    }
    let stale = Set(record.stale.map(\.decision))
    let told = record.decisions.filter { $0.signature.isPublic && !stale.contains($0.id) }.sorted {
      let (left, right) = ($0.signature.on ?? "", $1.signature.on ?? "")
      return left != right ? left > right : $0.id < $1.id
    }
    let rows = told.map { decision in
      CorrectionsPage.Row(
        verb: decision.verb, day: decision.signature.on, reason: decision.signature.why,
        articles: (subjects(record.ofArticles, decision.id).union(quoting(decision.id))).sorted().compactMap {
          concordance.articleIndex[$0].map { references[$0] }
        },
        names: subjects(record.ofEntities, decision.id).sorted().compactMap {
          concordance.entityIndex[$0].map { entityReferences[$0] }
        },
        events: subjects(record.ofEvents, decision.id).sorted().compactMap { reference(to: $0) })
    }
    return CorrectionsPage(path: path, rows: rows)
  }

  /// The articles that print a quotation or a figure that a line acts on.
  private func quoting(_ decision: DecisionID) -> Set<ArticleID> {
    let record = dossier.record
    let quotes = dossier.quoteFamilies.filter { record.ofQuotes[$0.id]?.contains(decision) == true }
    let figures = dossier.figureGroups.filter { record.ofFigures[$0.id]?.contains(decision) == true }
    return Set(quotes.flatMap { $0.variants.map(\.citation.article) })
      .union(figures.flatMap { $0.values.map(\.article) })
  }

  /// Outside of the house a hash stands for its article's page, since paths of sources are nobody's business.
  func buildPage(at path: PagePath) -> BuildPage {
    let isNamed = options.profile == .private && !account.inputs.contains(where: \.path.isEmpty)
    var lines: [String] = []
    if isNamed {
      lines = account.inputs.map { "\($0.hash)  \($0.path)" }
    } else {
      lines = Set(account.inputs.map(\.hash)).sorted()
    }
    return BuildPage(
      path: path, account: account, articleCount: dossier.articles.count,
      entityCount: dossier.entities.count, eventCount: dossier.events.count,
      quoteCount: dossier.quoteFamilies.count, decisionCount: dossier.record.decisions.count,
      sums: PagePath("data/SHA256SUMS"), lines: lines, isNamed: isNamed)
  }
}

extension PagePath {
  package static let review = PagePath("review.html")
  package static let corrections = PagePath("corrections.html")
  package static let build = PagePath("build.html")
}
