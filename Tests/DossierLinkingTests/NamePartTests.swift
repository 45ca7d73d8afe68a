import DossierLinking
import Testing

/// Who is meant by parts of a name that are neither the surname nor the first given name.
@Suite struct NamePartTests {
  @Test func somePeoplesCallEachOtherByTheSecondOfTheirNames() {
    check("[Bakir Zalid Hamdun|person 1] spoke. [Zalid|person 1] left.")
    check("[Bakir Zalid Hamdun|person 1] spoke. [Ann Zalid|person 2] slept. [Zalid|person 2] left.")
  }

  @Test func givenNamesAloneAreOfWhomTheArticleNamesInFull() {
    check("[Ann Ivana Strelsa|person 1] spoke. [Ann Ivana|person 1] left.")
    check("[Ann Strelsa|person 1] spoke. [Ann Strelsa Returns|person 2] left.")
  }

  @Test func aNameIsOneWithAndWithoutTheGivenNameThatIsOftenLeftOut() {
    check("[Muhammad Selvan Ratu|person 1] spoke.", "[Selvan Ratu|person 1] left.")
    check("[Muhammad Selvan Ratu|person 1] spoke.", "[Ahmad Selvan Ratu|person 2] left.")
  }

  @Test func aPersonGoesByTheLettersThatAllNamesBeginWith() {
    check("[Omar bin Strelsa|person 1] spoke. [OBS|organization 1] left.")
    check("[Omar bin Strelsa|person 1] spoke. [OXS|organization 2] left.")
  }
}
