import DossierModel
import DossierSource

/// The index of quotations, by speaker.
package struct QuoteIndexPage: Sendable {
  package struct Speaker: Sendable {
    /// Nil where no article names the speaker: each row then says how the speaker is described.
    package let reference: Reference?
    package let quotes: [QuoteRow]
  }

  package let path: PagePath
  package let shelving: Shelving
  package let speakers: [Speaker]
  package let total: Int
  package let fragments: Int
}

/// Words in quotation marks that are not speech.
package struct FragmentIndexPage: Sendable {
  package struct Group: Sendable {
    package let article: ArticleReference
    package let sentences: [CitedSentence]
  }

  package let path: PagePath
  package let shelving: Shelving
  package let groups: [Group]
  package let total: Int
}

/// The index of figures, by what is counted.
package struct FigureIndexPage: Sendable {
  package let path: PagePath
  package let shelving: Shelving
  package let figures: [FigureRow]
  package let total: Int
}

extension SitePlan {
  func quoteIndexPage(at path: PagePath, _ shelf: Shelf?) -> QuoteIndexPage {
    let shown = shelf.map { Array(lists.quotes[$0.rows.clamped(to: lists.quotes.indices)]) } ?? []
    var speakers: [QuoteIndexPage.Speaker] = []
    var open: [QuoteRow] = []
    for (index, family) in shown.enumerated() {
      let speaker = dossier.quoteFamilies[family].speaker
      open.append(row(ofQuote: family, isWhole: true))
      if index + 1 < shown.count, dossier.quoteFamilies[shown[index + 1]].speaker == speaker { continue }
      speakers.append(QuoteIndexPage.Speaker(reference: speaker.map { reference(to: $0) }, quotes: open))
      open = []
    }
    return QuoteIndexPage(
      path: path, shelving: shelving(of: .quotes, shelf), speakers: speakers, total: lists.quotes.count,
      fragments: lists.fragments.count)
  }

  func fragmentIndexPage(at path: PagePath, _ shelf: Shelf?) -> FragmentIndexPage {
    let shown = shelf.map { Array(lists.fragments[$0.rows.clamped(to: lists.fragments.indices)]) } ?? []
    var groups: [FragmentIndexPage.Group] = []
    var open: [CitedSentence] = []
    for (index, fragment) in shown.enumerated() {
      let quotation = references[fragment.article].quotations[fragment.quotation]
      if let cited = sentence(quotation.sentence, of: fragment.article, marking: [quotation.range]) {
        open.append(cited)
      }
      if index + 1 < shown.count, shown[index + 1].article == fragment.article { continue }
      groups.append(
        FragmentIndexPage.Group(article: reference(toArticle: fragment.article), sentences: open))
      open = []
    }
    return FragmentIndexPage(
      path: path, shelving: shelving(of: .fragments, shelf), groups: groups, total: lists.fragments.count)
  }

  func figureIndexPage(at path: PagePath, _ shelf: Shelf?) -> FigureIndexPage {
    let shown = shelf.map { Array(lists.figures[$0.rows.clamped(to: lists.figures.indices)]) } ?? []
    return FigureIndexPage(
      path: path, shelving: shelving(of: .figures, shelf),
      figures: shown.map { row(ofFigure: $0.group, isWhole: true) }, total: lists.figures.count)
  }
}
