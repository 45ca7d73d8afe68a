import DossierLinking
import DossierModel
import Testing

/// Persons under several names, and given names that only a family tells the bearer of.
@Suite struct OtherNameTests {
  @Test func whomAnArticleGivesTwoNamesIsOne() {
    check(
      "[Rudolf Elphberg|person 1], also known as [Hans Rotbart|person 1], spoke.",
      "[Hans Rotbart|person 1] left.",
      "[Rudolf Elphberg|person 1] rose. [Elphberg|person 1] sang, and [Rotbart|person 1] wept.")
    check(
      "[Rotbart|person 1], whose real name is [Rudolf Elphberg|person 1], spoke. [Rotbart|person 1] left.")
    check(
      "[Rotbart|person 1] — the pen name of “[Rudolf Elphberg|person 1]” — spoke.",
      "[Rotbart|person 1] left again.")
  }

  @Test func whoOnlyStandsBesideSomebodyIsAnother() {
    check("[Rudolf Elphberg|person 1], known to [Hans Rotbart|person 2], spoke.")
    check("[Rudolf Elphberg|person 1] left.\nAlias [Hans Rotbart|person 2] spoke.")
  }

  @Test func aNameThatIsGivenToTwoPersonsTellsNeither() {
    check(
      "[Rudolf Elphberg|person 1], alias [Hans Rotbart|person 2], spoke.",
      "[Michael Strelsau|person 3], alias [Hans Rotbart|person 2], spoke.")
  }

  @Test func aNameInQuotationMarksBetweenOthersIsTheirBearers() {
    check(
      "[Rudolf “Rotbart” Elphberg|person 1] spoke. [Rotbart|person 1] left.", "[Rotbart|person 1] rose.",
      "[Rudolf Elphberg|person 1] sat.")
    check("[Rudolf Rotbart Elphberg|person 1] spoke.", "[Rotbart|person 2] left.")
  }

  @Test func whomTheHeadlineNamesIsMeantByTheFamilyName() {
    check(
      "[Rudolf Elphberg|person 1] spoke.", "[Flavia Elphberg|person 2] sang.",
      "# Rudolf Elphberg's crown\n[Elphberg|person 1] left.")
    check(
      "[Rudolf Elphberg|person 1] spoke.",
      "# Rudolf Elphberg's crown\n[Flavia Elphberg|person 2] left. [Elphberg|person -] was tired.")
  }

  @Test func aBodyIsOneWhereAnArticleLeavesItsFirstWordOut() {
    check(
      "The [United Lakes Navigation Board|organization 1] ([ULNB|organization 1]) met.",
      "The [Lakes Navigation Board|organization 1] ([ULNB|organization 1]) met. [ULNB|organization 1] left.",
      "[ULNB|organization 1] won.")
    check(
      "The [United Lakes Navigation Board|organization 1] ([ULNB|organization 1]) met.",
      "The [Upper Lagoon News Bureau|organization 2] ([ULNB|organization 2]) met.")
  }

  @Test func aGivenNameBehindAWordOfKinshipHasTheFamilyNameBeforeIt() {
    check(
      "[Flavia Elphberg|person 1] sang.", "[Rudolf Elphberg|person 2] came with his wife, [Flavia|person 1].",
      "[Elphberg|person 3]'s wife [Flavia|person 1] left. [Flavia|person 1] was tired.")
  }

  @Test func somebodysKinIsNobodyOfAnotherFamily() {
    check(
      "[Rudolf Elphberg|person 2]'s wife [Flavia|person 1] left. [Michael Strelsau|person 3] sat.",
      "[Michael Strelsau|person 3] sat by [Flavia Strelsau|person 4].",
      "[Elphberg|person 2]'s wife [Flavia|person 1] sang to [Rudolf Elphberg|person 2].")
    check(
      "[Rudolf Elphberg|person 2]'s wife [Flavia|person 4] left with [Flavia Elphberga|person 4].")
  }

  @Test func somebodysKinWhomTheArticleNamesInFullHasThatName() {
    check(
      "[Elphberg|person 2] came with [Michael Strelsau|person 3]. [Elphberg|person 2]'s husband [Michael|person 3] left.",
      "[Flavia Elphberg|person 2] sang.")
    check(
      "Her sister [Flavia Strelsau|person 4] came. [Rudolf Elphberg|person 2] sat. [Elphberg|person 2]'s sister [Flavia|person 4] left."
    )
    check(
      "[Rudolf Elphberg|person 2]'s wife [Flavia|person -] left. [Michael Strelsau|person 3] sat by [Flavia Strelsau|person 4]."
    )
  }

  @Test func givenNamesThatDifferInALetterOfSexAreTwoPersons() {
    check("[Orlano Strelsau|person 1] left. [Orlana Strelsau|person 2] stayed.")
  }

  @Test func aGivenNameIsNobodysWhereTheFamilyIsAnothersOrNoKinshipIsTold() {
    check(
      "[Flavia Elphberg|person 1] sang. [Rudolf Elphberg|person 2] sat.",
      "[Rudolf Elphberg|person 2] left. [Michael Strelsau|person 3] came with his wife [Flavia|person 4].")
    check(
      "[Flavia Elphberg|person 1] sang. [Flavia Elphberg Braun|person 5] sat.",
      "[Rudolf Elphberg|person 2] met the wife of the king and [Flavia|person 6].")
  }
}
