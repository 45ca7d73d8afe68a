import DossierModel
import DossierSource

/// How often outlets print the words of a list, in quotation marks and outside them.
package struct TermsPage: Sendable {
  package struct Count: Sendable, Hashable {
    package let outside: Int
    package let quoted: Int
    package var total: Int { outside + quoted }
  }

  package struct Row: Sendable {
    package let name: String
    package let path: PagePath
    /// By the columns' outlets; nil where one does not print the term.
    package let counts: [Count?]
    package let total: Count
  }

  package struct Group: Sendable {
    package let name: String
    package let rows: [Row]
  }

  package let path: PagePath
  /// The outlets that print most of the terms; the terms' own pages have all of them.
  package let outlets: [TermOutlet]
  package let moreOutlets: Int
  package let groups: [Group]
}

/// An outlet that prints terms, with the anchor that it has on their pages.
package struct TermOutlet: Sendable, Hashable {
  /// Nil for articles that name no outlet.
  package let name: String?
  package let path: PagePath?
  package let anchor: String
}

/// Where each outlet prints one term.
package struct TermPage: Sendable {
  package struct Use: Sendable {
    package let article: ArticleReference
    /// Nil where the term stands in the headline or the deck.
    package let sentence: CitedSentence?
    /// The headline or deck, where it stands there.
    package let head: String?
  }

  package struct OutletUses: Sendable {
    package let outlet: TermOutlet
    package let count: TermsPage.Count
    package let articles: Int
    /// The first of them.
    package let outside: [Use]
    package let quoted: [Use]
  }

  package let path: PagePath
  package let name: String
  package let forms: [String]
  package let outlets: [OutletUses]
  package let total: TermsPage.Count
}

/// The terms that somebody prints, and where: made once.
struct TermIndex: Sendable {
  /// Indexes of the dossier's terms that are printed, with the range of their uses.
  let used: [(term: Int, uses: Range<Int>)]
  /// The page of each of the dossier's terms; nil where nobody prints it.
  let paths: [PagePath?]
  /// Indexes into the dossier's uses, by article.
  let usesOfArticle: [[Int]]

  init(of dossier: Dossier) {
    var used: [(term: Int, uses: Range<Int>)] = []
    var start = 0
    let uses = dossier.termUses
    while start < uses.count {
      var end = start + 1
      while end < uses.count, uses[end].term == uses[start].term { end += 1 }
      used.append((uses[start].term, start..<end))
      start = end
    }
    self.used = used
    var paths = [PagePath?](repeating: nil, count: dossier.terms.count)
    var taken: Set<String> = []
    for (term, _) in used {
      let slug = Slug(folding: dossier.terms[term].name).string
      var path = "terms/\(slug).html"
      var number = 2
      while !taken.insert(path).inserted {
        path = "terms/\(slug)-\(number).html"
        number += 1
      }
      paths[term] = PagePath(path)
    }
    self.paths = paths
    var ofArticle = [[Int]](repeating: [], count: dossier.articles.count)
    for (index, use) in uses.enumerated() { ofArticle[use.article].append(index) }
    usesOfArticle = ofArticle
  }
}

extension SitePlan {
  /// Outlets that have a column of their own.
  private static let shownOutlets = 6
  /// Sentences of one outlet with a term, on each side.
  private static let shownUses = 15

  func termsPage(at path: PagePath) -> TermsPage {
    var totals: [Int?: Int] = [:]
    for use in dossier.termUses { totals[outletOfArticle[use.article], default: 0] += 1 }
    let sorted = totals.sorted { ($1.value, $0.key ?? .max) < ($0.value, $1.key ?? .max) }.map(\.key)
    let columns = sorted.prefix(Self.shownOutlets).sorted { ($0 ?? .max) < ($1 ?? .max) }
    var groups: [TermsPage.Group] = []
    var open: [TermsPage.Row] = []
    for (place, (term, uses)) in terms.used.enumerated() {
      open.append(row(of: term, uses, columns: columns))
      let group = dossier.terms[term].group
      if place + 1 < terms.used.count, dossier.terms[terms.used[place + 1].term].group == group { continue }
      groups.append(TermsPage.Group(name: group, rows: open))
      open = []
    }
    return TermsPage(
      path: path, outlets: columns.map(termOutlet), moreOutlets: max(0, sorted.count - columns.count),
      groups: groups)
  }

  private func row(of term: Int, _ uses: Range<Int>, columns: [Int?]) -> TermsPage.Row {
    let counts = columns.map { outlet in
      count(uses.filter { outletOfArticle[dossier.termUses[$0].article] == outlet })
    }
    return TermsPage.Row(
      name: dossier.terms[term].name, path: terms.paths[term] ?? PagePath("terms.html"),
      counts: counts.map { $0.total > 0 ? $0 : nil }, total: count(Array(uses)))
  }

  private func count(_ uses: [Int]) -> TermsPage.Count {
    let quoted = uses.count { dossier.termUses[$0].isQuoted }
    return TermsPage.Count(outside: uses.count - quoted, quoted: quoted)
  }

  /// What an outlet prints of the terms.
  func outletTerms(of outlet: Int) -> [OutletTerm] {
    var uses: [Int: [Int]] = [:]
    for article in outlets[outlet].articles {
      for use in terms.usesOfArticle[article] { uses[dossier.termUses[use].term, default: []].append(use) }
    }
    return uses.sorted { $0.key < $1.key }.map { term, uses in
      OutletTerm(
        term: Reference(dossier.terms[term].name, terms.paths[term]), anchor: termOutlet(outlet).anchor,
        count: count(uses))
    }
  }

  private func termOutlet(_ outlet: Int?) -> TermOutlet {
    guard let outlet else { return TermOutlet(name: nil, path: nil, anchor: "no-outlet") }
    return TermOutlet(
      name: outlets[outlet].name, path: outlets[outlet].path, anchor: Outlet.slug(outlets[outlet].name))
  }

  func termPage(at path: PagePath, _ place: Int) -> TermPage {
    let (term, range) = terms.used[place]
    let byOutlet = Dictionary(grouping: range) { outletOfArticle[dossier.termUses[$0].article] }
    let sorted = byOutlet.sorted { ($0.key ?? .max) < ($1.key ?? .max) }
    return TermPage(
      path: path, name: dossier.terms[term].name, forms: dossier.terms[term].forms,
      outlets: sorted.map { outlet, uses in
        let ordered = uses.sorted {
          (concordance.rank[dossier.termUses[$0].article], $0)
            < (concordance.rank[dossier.termUses[$1].article], $1)
        }
        return TermPage.OutletUses(
          outlet: termOutlet(outlet), count: count(uses),
          articles: Set(uses.map { dossier.termUses[$0].article }).count,
          outside: shown(ordered.filter { !dossier.termUses[$0].isQuoted }),
          quoted: shown(ordered.filter { dossier.termUses[$0].isQuoted }))
      }, total: count(Array(range)))
  }

  /// Uses of one sentence stand together.
  private func shown(_ uses: [Int]) -> [TermPage.Use] {
    var found: [TermPage.Use] = []
    var last: (article: Int, sentence: Int, ranges: [TextRange])?
    func close() {
      guard let open = last else { return }
      last = nil
      guard let cited = sentence(open.sentence, of: open.article, marking: open.ranges) else { return }
      found.append(TermPage.Use(article: references[open.article], sentence: cited, head: nil))
    }
    for index in uses {
      guard found.count < Self.shownUses else { break }
      let use = dossier.termUses[index]
      let metadata = dossier.articles[use.article].article.metadata
      switch use.place {
      case .body(let range, let sentence):
        if let open = last, open.article == use.article, open.sentence == sentence {
          last?.ranges.append(range)
        } else {
          close()
          last = (use.article, sentence, [range])
        }
      case .headline:
        close()
        found.append(TermPage.Use(article: references[use.article], sentence: nil, head: metadata.title))
      case .deck:
        close()
        found.append(TermPage.Use(article: references[use.article], sentence: nil, head: metadata.deck))
      }
    }
    close()
    return found
  }
}
