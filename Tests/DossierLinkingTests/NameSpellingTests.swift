import DossierLinking
import DossierModel
import Testing

/// Names of one person in several spellings.
@Suite struct NameSpellingTests {
  @Test func aNameInTwoTransliterationsIsOne() {
    check("[Dmitry Halavenka|person 1] left.", "[Dzmitry Golovenko|person 1] rose.")
    check("[Dmitry Halavenka|person 1] left.", "[Dzmitry Golovkin|person 2] rose.")
    check("[Anna Morrison|person 1] left.", "[Ann Marrison|person 2] rose.")
  }

  @Test func wordsOfOneNameAreNoSlipsOfEachOther() {
    let dossier = check(
      "[Davel Daven|person 1] spoke. [Daven|person 1] sat. [Daven|person 1] rose. [Daven|person 1] left.")
    #expect(dossier.entities.map(\.name) == ["Davel Daven"])
  }
}
