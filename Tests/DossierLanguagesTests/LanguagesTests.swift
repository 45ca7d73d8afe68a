import DossierAnalysis
import DossierLanguages
import DossierModel
import Testing

@Suite struct LanguagesTests {
  @Test func aLanguageIsAFolderWithTheSameFiles() {
    var names: [String: Set<String>] = [:]
    for path in DataFile.paths {
      let parts = path.split(separator: "/").map(String.init)
      if parts.count == 2 { names[parts[0], default: []].insert(parts[1]) }
    }
    #expect(names.count == Languages.all.count)
    #expect(Set(names.values).count == 1, "the folders have different files")
  }

  @Test func aCountryIsOneInAllLanguages() {
    let countries = Languages.knowledge.countries.filter { ([$0.name] + $0.names).contains("Deutschland") }
    #expect(countries.count == 1)
    #expect(countries.first?.name == "Germany")
    #expect(countries.first?.demonyms.contains("deutsche") == true)
    #expect(countries.first?.peoples.contains("Germans") == true)
    #expect(Languages.knowledge.countries.filter { $0.name == "Germany" }.count == 1)
  }

  @Test func anOrganizationIsOneInAllLanguages() {
    let found = Languages.knowledge.organizations.filter { $0.names.contains("Vereinte Nationen") }
    #expect(found.map(\.name) == ["United Nations"])
  }
}
