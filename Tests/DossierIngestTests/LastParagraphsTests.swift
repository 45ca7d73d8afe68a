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
    try check(
      "“Write to me at olaf@post.example,” he told the crew, and nobody did so for a week.", isText: true)
  }

  @Test func whatASiteAsksOfItsReadersIsNoText() throws {
    try check(
      "We believe that everyone needs news. Support us from as little as £1 – it only takes a minute.")
    try check("You have read two articles. Subscribe for a dollar a week.")
    try check(
      "Our town has been poor for years, and we were cold, the oldest of the women said.", isText: true)
  }

  @Test func severalParagraphsOfAFootGoTogether() throws {
    try check("Writing by Ida Thornquist. Editing by Tom Roe.", "Follow our reporter: ida@post.example")
  }

  @Test func agenciesAloneInALineAreCredited() throws {
    try check("AFP/Reuters")
  }

  @Test func aLineThatLeadsToNothingBelowIsNoText() throws {
    try check("The website can also be reached at the following addresses:")
  }
}
