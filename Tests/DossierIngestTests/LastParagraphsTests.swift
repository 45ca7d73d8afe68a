import DossierModel
import Testing

/// What stands below the text, in all three formats.
@Suite struct LastParagraphsTests {
  private static let body = harbourText.split(separator: "\n\n").map(String.init)

  /// An article with some last paragraphs, by the format of its source.
  private func pages(_ foot: [String]) throws -> [(format: String, article: Article)] {
    let paragraphs = Self.body + foot
    let text = "Barges on the river\n\nThe Post\n5 March 2018\n\n" + paragraphs.joined(separator: "\n\n")
    let markdown =
      "---\ntitle: Barges on the river\n---\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
    let page = "<h1>Barges on the river</h1>" + paragraphs.map { "<p>\($0)</p>" }.joined()
    return [
      ("text", try article(text)), ("markdown", try article(markdown, as: "a.md")),
      ("html", try article("<html><body><main>\(page)</main></body></html>", as: "a.html")),
    ]
  }

  private func check(
    _ foot: String..., isText: Bool = false, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    for (format, article) in try pages(foot) {
      let expected = Self.body + (isText ? foot : [])
      #expect(article.marked == expected, "\(format)", sourceLocation: sourceLocation)
      if !isText {
        let left = article.removed.map(\.text).joined(separator: "\n")
        #expect(foot.allSatisfy { left.contains($0.prefix(20)) }, "\(format)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func whoHelpedIsCreditedAndNoText() throws {
    for foot in [
      "Reporting by Ida Thornquist and Per Lund; additional reporting by Ann Poe in Oxhaven; editing by Tom Roe",
      "--With assistance from Ann Poe and Tom Roe.", "Ann Poe in Oxhaven contributed to this report.",
    ] {
      try check(foot)
      for (format, article) in try pages([foot]) {
        #expect(article.metadata.credits.contains("Ann Poe"), "\(format)")
      }
    }
  }

  @Test func howToReachWhomIsNoText() throws {
    try check("Ida Thornquist covers rivers. Reach her at ida@post.example.")
    try check("Do you have a story for the newsroom? Email us at tips@post.example or call 0207 000 0000.")
    try check("Berg announced her resignation on Twitter (@annaberg).", isText: true)
    try check("The mayor used anna@lund.example to pass the contract to her brother on Monday.", isText: true)
  }

  @Test func whatASiteAsksOfItsReadersIsNoText() throws {
    try check(
      "We believe that everyone needs news. Support us from as little as £1 – it only takes a minute.")
    try check("You have read two articles. Subscribe for a dollar a week.")
    for text in [
      "If we do not back our farmers now, we will have none left when the next war comes.",
      "Our reporter found seats to Oxhaven from as little as 20 crowns on Monday.",
    ] { try check(text, isText: true) }
  }

  @Test func aSentenceOfNoticesIsText() throws {
    let text =
      "Moscow named it a foreign agent last year, and its lawyer told us that it would close on Friday."
    for (format, article) in try pages([text]) where format != "text" {
      #expect(article.marked.last == text, "\(format)")
    }
  }

  @Test func whoWroteTheTextIsItsAuthorAndIsNotCreditedBesides() throws {
    for (format, article) in try pages(["Written by Ida Thornquist"]) {
      #expect(article.metadata.bylines == ["Ida Thornquist"], "\(format)")
      #expect(article.metadata.credits.isEmpty, "\(format)")
    }
  }

  @Test func whereTheTextFirstStoodIsKept() throws {
    for (format, article) in try pages(["This article was originally published by The Aldmouth Herald."]) {
      #expect(
        article.metadata.relays == ["The Aldmouth Herald"] || article.text.contains("originally"), "\(format)"
      )
    }
  }

  @Test func aSentenceThatBeginsAsACreditIsText() throws {
    try check("With assistance from the allies and Ruritania, the army retook Zenda on Friday.", isText: true)
  }

  @Test func severalParagraphsOfAFootGoTogether() throws {
    try check("Writing by Ida Thornquist. Editing by Tom Roe.", "Follow our reporter: ida@post.example")
  }

  @Test func agenciesAloneInALineAreCredited() throws {
    try check("AFP/Reuters")
  }

  @Test func aLineThatLeadsToNothingBelowIsNoText() throws {
    try check("If you liked this story, you may also like:")
    try check("The Post can also be reached at these addresses:", "www.post.example")
    try check("Anna Berg resigned on Tuesday, and posted a farewell on her page:", isText: true)
  }
}
