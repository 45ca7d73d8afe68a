import DossierIngest
import DossierModel
import Testing

/// Who wrote a text, when and under which headline, where the lines of its head do not say it in the usual words.
@Suite struct PastedSignatureTests {
  @Test func theDayOfAnotherArticleIsNotThePages() throws {
    let foot = "More on this story\nHarbour master defends the closing of the pier\nPublished 2 March 2018"
    #expect(try harbourPage("Published\n5 March 2018", foot).publishedDay == "2018-03-05")
    #expect(try harbourPage("5 March 2018", foot).publishedDay == "2018-03-05")
    #expect(try harbourPage("By Ida Thornquist", foot).publishedDay == "2018-03-02")
  }

  @Test func theDayMayStandBelowTheWordsThatSayWhatItIs() throws {
    let page = try harbourPage("Published\n5 March 2018\nLast updated\n6 March 2018")
    #expect(page.publishedDay == "2018-03-05")
    #expect(page.metadata.updated?.value.description == "2018-03-06")
  }
}
