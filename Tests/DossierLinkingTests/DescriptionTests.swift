import DossierLinking
import DossierModel
import Testing

/// Whom descriptions such as "the Ruritanian king" mean.
@Suite struct DescriptionTests {
  @Test func aDescriptionMeansWhoHasTheTitleBehindACountrysName() {
    check(
      "[Ruritania|country 3] [King|title] [Rudolf Elphberg|person 1] met [Kurvi Tasch|person 2]. [The Ruritanian king|person description 1] left."
    )
  }

  @Test func aGeneralDescriptionMeansWhoIsNamedByFarTheMost() {
    check(
      "[Ruritanian King|title] [Rudolf Elphberg|person 1] spoke. [Elphberg|person 1] sat. [Elphberg|person 1] rose.\n"
        + "[Ruritanian Marshal|title] [Black Michael|person 2] slept. [The Ruritanian leader|person description 1] left."
    )
    check(
      "[Ruritanian King|title] [Rudolf Elphberg|person 1] spoke. [Ruritanian Marshal|title] [Black Michael|person 2] slept.\n"
        + "[The Ruritanian leader|person description -] left.")
  }

  @Test func aBodysLeaderIsWhoIsCalledSoElsewhere() {
    check(
      "[Lakes|organization 2] [leader|title] [Anna Berg|person 1] spoke.",
      "[The Lakes leader|person description 1] left.")
  }

  @Test func aDescriptionMeansTheNameBesideItNotTheHolderElsewhere() {
    check(
      "[Ruritanian King|title] [Rudolf Elphberg|person 1] waved.",
      "She met his [Ruritanian counterpart|person description 2], [Fritz Tarlenheim|person 2], at noon.",
      "The [Ruritanian leader|person description 3] ([General|title] [Black Michael|person 3]) sang.")
  }

  @Test func aDescriptionPutBehindANameMeansItsBearer() {
    check(
      "[Kurvi Tasch|person 1], the [Bordurian marshal|person description 1], left.\n"
        + "The [Bordurian marshal|person description 1] slept.",
      "[Wronz|person 2], the [Bordurian leader|person description -], [Sponsz|person 3], three in all, sat down."
    )
  }
}
