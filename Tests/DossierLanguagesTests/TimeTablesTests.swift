import DossierAnalysis
import DossierLanguages
import Testing

@Suite struct TimeTablesTests {
  @Test func everyRowOfTheEnglishFilesIsRead() {
    let files = ["words", "tense"].map { PackFolder("english").file("times-\($0)") }
    #expect(files.allSatisfy { !$0.rows.isEmpty })
    #expect(TimeTables.reading(files).rejected == [])
  }

  @Test func aRowOfAnUnknownClassOrValueIsRejected() {
    let file = DataFile(text: "mouth 1 | January\nunit daze | day\nmonth 2 | February\nholiday | X\n")
    #expect(TimeTables.reading([file]).rejected == ["mouth 1", "unit daze", "holiday"])
  }
}
