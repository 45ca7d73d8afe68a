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

  @Test func aNameFromAScriptWithoutVowelsIsOneInAllItsSpellings() {
    let dossier = check(
      "[Ahmed al-Qouri|person 1] left.", "[Ahmad Korri|person 1] rose.", "[Ahmed Kari|person 2] sat.")
    #expect(
      dossier.entities.flatMap(\.aliases).contains { $0.text == "Ahmed al-Qouri" && $0.kind == .spelling })
    check(
      "[Mohamed Ali Tureini|person 1] left.", "[Mohammed Ali Tourini|person 1] rose.",
      "[Mohammed Ahmed Tourini|person 2] sat.")
    check("[Bob Qouri|person 1] left.", "[Bob Korri|person 2] rose.")
  }

  @Test func aNameWithTheSameConsonantsIsOneWhereTwoHousesBringItIntoLatinLetters() {
    let dossier = check(
      "[Ahmed Giftar|person 1] left.", "[Ahmad Qeftar|person 1] rose. [Qeftar|person 1] sat.")
    #expect(
      dossier.entities.flatMap(\.aliases).contains { $0.text == "Ahmed Giftar" && $0.kind == .spelling })
    check("[Salome Turachvili|person 1] left.", "[Salomee Tirashvili|person 1] rose.")
    // Who stand side by side are two, and so are two of three who are alike.
    check("[Ahmed Giftar|person 1] met [Ahmad Qeftar|person 2].")
    check("[Ahmed Giftar|person 1] left.", "[Ahmad Qeftar|person 2] rose.", "[Ahmed Qofater|person 3] sat.")
    // A common given name, or one that is at home in Latin letters, or a syllable, tells nothing.
    check("[Ahmed Gifar|person 1] left.", "[Ahmad Qofer|person 1] rose.")
    check("[Ahmed Gifar|person 1] left.", "[Ahmad Qofer|person 2] rose.", "[Ahmed Zenda|person 3] sat.")
    // Another given name, or a syllable more, is another's.
    check("[Tomoko Nekemura|person 1] left.", "[Tamaki Nakamura|person 2] rose.")
    check("[Ahmed Katami|person 1] left.", "[Ahmad Qtem|person 2] rose.")
    check("[Rudolf Giftar|person 1] left.", "[Rudolf Qeftar|person 2] rose.")
    check("[Orlano Giftar|person 1] left.", "[Orlana Qeftar|person 2] rose.")
    check("[Wan Giftar|person 1] left.", "[Wan Qeftar|person 2] rose.")
  }

  @Test func initialsStandForTheGivenNamesOfTheOnlyBearer() {
    for (short, given) in [
      ("J. Keller", "Jonas"), ("J.R. Keller", "Jonas Robert"), ("JR Keller", "Jonas Robert"),
      ("J. R. Keller", "Jonas Robert"),
    ] {
      let dossier = check("[\(short)|person 1] left.", "[\(given) Keller|person 1] rose.")
      #expect(dossier.entities.map(\.name) == ["\(given) Keller"])
      #expect(dossier.entities[0].aliases.contains { $0.text == short && $0.kind == .short })
      check("[\(short)|person 1] left.", "[Anna Keller|person 2] rose.")
      check("[\(short)|person 1] left.", "[Jonas Keller|person 2] rose.", "[Julia Keller|person 3] sat.")
    }
    check("[J. M. Keller|person 1] left.", "[Jonas Robert Keller|person 2] rose.")
    check("[JR Keller|person 1] left.", "[Jonas Keller|person 1] rose.")
    check("[J.R. Keller|person 1] left.", "[J.M. Keller|person 2] sat.", "[Jonas Keller|person 3] rose.")
    check(
      "[J.R. Keller|person 1] left.", "[Jonas Robert Keller|person 1] rose.", "[Robert Keller|person 1] sat.")
  }

  @Test func theManyOfAPeopleAreThePeople() {
    check("The [Veld|group 1] left.", "The [Velds|group 1] rose.", "The [Velder|group 2] sat.")
  }

  @Test func wordsOfOneNameAreNoSlipsOfEachOther() {
    let dossier = check(
      "[Davel Daven|person 1] spoke. [Daven|person 1] sat. [Daven|person 1] rose. [Daven|person 1] left.")
    #expect(dossier.entities.map(\.name) == ["Davel Daven"])
  }

  @Test func aFathersNameIsNobodysFamilyName() {
    check("[Omar bin Zayd|person 1] left. [King|title] [Zayd|person 2] rose. [bin Zayd|person 1] slept.")
    check("[Sheikh Omar bin Zayd Al Nahr|person 1] left.", "[Omar bin Zayd|person 1] rose.")
    check("[Sheikh Omar bin Zayd Al Nahr|person 1] left. [Sheikh Omar|person 1] rose.")
  }

  @Test func aNameInTheOtherOrderIsTheSamePersons() {
    check("[Orsolt Ferik|person 1] left Lund.", "[Ferik Orsolt|person 1] came back. [Ferik|person 1] slept.")
    check("[Rudolf Bob|person 1] left Lund.", "[Bob Rudolf|person 2] came back.")
  }

  @Test func aFirmIsOneWithAndWithoutItsLegalForms() {
    check(
      "[Brandel|organization 1] closed.", "[Brandel Technologies Co.|organization 1] owes much.",
      "Lenders met [Brandel Holdings Plc|organization 1].", "The [Brandel Institute|organization 2] slept.")
  }

  @Test func aMinistryIsOneHoweverItsMattersAreTold() {
    check(
      "The [Ruritanian Foreign Ministry|organization 1] met.",
      "[Ruritania's Ministry of Foreign Affairs|organization 1] slept.",
      "[Ruritania's Ministry of Health|organization 2] slept.")
  }

  @Test func aNameOfFourWordsIsOneWithoutOneOfItsMiddle() {
    check("[Ann Lee Marie Keller|person 1] left.", "[Ann Lee Keller|person 1] rose.")
    check("[Ann Lee Marie Keller|person 1] left.", "[Ann Lee Brandt|person 2] rose.")
  }
}
