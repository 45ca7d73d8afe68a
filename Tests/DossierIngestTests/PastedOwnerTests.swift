import DossierIngest
import DossierModel
import Testing

/// Whose a page is, where its copyright line names a company, an institute or a picture's owner.
@Suite struct PastedOwnerTests {
  private func page(_ top: String, _ foot: String, text: String = harbourText) throws -> Article {
    try article(
      "\(top)\nShare  Tweet  Email\n\nBarge closes the harbour of Aldmouth for days\n\n\(text)\n\n\(foot)")
  }

  @Test func aCompanyThatOwnsAnOutletIsNotIt() throws {
    #expect(
      try page("The Anvil | Friday, March 26, 2021", "© 2018 Anvil Publishing Group. All rights reserved")
        .metadata
        .outlet == "The Anvil")
    let text = harbourText + "\n\nWharfDay could not find out who steered the barge on that night in March."
    #expect(
      try page("WharfDay\nNews for those who sail", "© 2018 Delta Coast Holdings", text: text).metadata.outlet
        == "WharfDay")
    #expect(
      try page("The Guardian", "© 2021 Guardian News & Media Limited or its companies").metadata.outlet
        == "The Guardian")
  }

  @Test func aCompanyIsToldWhereNoNameAtTheTopIsItsOutlets() throws {
    for top in ["Politics", "Olaf Brandt", "Aldmouth", "Lantern Days"] {
      #expect(try page(top, "© 2018 Delta Coast Holdings").metadata.outlet == "Delta Coast Holdings")
    }
  }

  @Test func anOutletMayBeginAsItsCompanyDoes() throws {
    let foot = "Copyright © 1998-2018 Wharf Publications (L) Ltd"
    #expect(try page("The Wharf Online", foot).metadata.outlet == "The Wharf Online")
    #expect(try page("Wharf accidents", foot).metadata.outlet != "Wharf accidents")
  }

  @Test func aPageMayCallItselfByTheBeginningOfItsName() throws {
    #expect(try page("LBC News", "© LBC").metadata.outlet == "LBC News")
    #expect(try page("LBC Harbour Walk", "© LBC").metadata.outlet == "LBC")
  }

  @Test func aNameGoesOnBehindASmallWord() throws {
    let page = try page("Institute for Harbour Studies", "© 2018 Institute for Harbour Studies")
    #expect(page.metadata.outlet == "Institute for Harbour Studies")
    #expect(page.marked.count == 2)
  }

  @Test func aSectionBelowTheTextIsNotTheOutlet() throws {
    let page = try page("euobserver", "Site Section\nForeign Affairs\nRelated stories")
    #expect(page.metadata.outlet == "EUobserver")
    #expect(try self.page("Harbours", "Foreign Affairs").metadata.outlet == "Foreign Affairs")
  }

  @Test func theDayOfAnIssueIsNoPartOfTheName() throws {
    let page = try article(
      "THE ALDMOUTH HERALD    Monday, March 5, 2018    Page 3\n\nBarge closes the harbour of Aldmouth\n\n"
        + harbourText)
    #expect(page.metadata.outlet == "THE ALDMOUTH HERALD" || page.metadata.outlet == "ALDMOUTH HERALD")
  }

  @Test func theSignWithoutAYearAboveTheTextIsAPictures() throws {
    let page = try article(
      "Barge closes the harbour of Aldmouth\n\n5 March 2018\n\n© Per Lund\n\n" + harbourText)
    #expect(page.metadata.outlet == nil)
  }

  @Test func anOutletStandsBeforeAButtonAtTheTop() throws {
    #expect(try page("BBC Homepage", "").metadata.outlet == "BBC News")
    #expect(try page("Time Homepage Lantern", "").metadata.outlet == nil)
  }

  @Test(arguments: [
    ("© Telegraph Media Group Limited 2017", "The Telegraph"), ("© 2015 npr", "NPR"),
    ("© Times Newspapers Limited 2019", "The Times"), ("© 2018 Cable News Network", "CNN"),
  ]) func companiesOfKnownOutletsStandForThem(foot: String, outlet: String) throws {
    #expect(try page("Home", foot).metadata.outlet == outlet)
  }
}
