import DossierPages
import DossierTemplates

/// What the search page shows where no script runs.
extension PageValues {
  func searchPage(_ page: SearchPage) -> TemplateObject {
    [
      "names": list(page.names) { .object(nameIndex($0)) }, "hasNames": .flag(!page.names.isEmpty),
      "shelving": shelving(page.shelving),
      "letters": list(page.headlines) { letter in
        .object([
          "letter": .text(letter.letter?.uppercased() ?? words["shelf.other-letters"]),
          "articles": list(letter.articles) { article($0) },
        ])
      },
    ]
  }
}
