import Testing

@testable import Language

@Suite struct TypographyTests {
  static let corrected = [
    ("Bien ; vraiment ! oui ?", "Bien\u{202F}; vraiment\u{202F}! oui\u{202F}?"),
    ("Bien; vraiment! oui?", "Bien\u{202F}; vraiment\u{202F}! oui\u{202F}?"),
    ("Lecture : 163 €", "Lecture\u{A0}: 163\u{A0}€"),
    ("Lecture: un", "Lecture\u{A0}: un"),
    ("l'aide d'Eure-et-Loir aujourd'hui", "l’aide d’Eure-et-Loir aujourd’hui"),
    ("dit \"sans département connu\" ici", "dit «\u{A0}sans département connu\u{A0}» ici"),
    ("« Autres » reste", "«\u{A0}Autres\u{A0}» reste"),
    ("«Autres»", "«\u{A0}Autres\u{A0}»"),
    ("et la suite...", "et la suite…"),
    ("un doute (?) ou (!)", "un doute (?) ou (!)"),
    ("Vraiment ?!", "Vraiment\u{202F}?!"),
    ("édition n° 52", "édition n°\u{A0}52"),
    ("65 % et 21 Md€", "65\u{202F}% et 21\u{A0}Md€"),
    ("le 11 avril 2021, le 1er mai", "le 11\u{A0}avril 2021, le 1er\u{A0}mai"),
    (
      "8 119 179 aides, 1 068 € et 668 049.",
      "8\u{202F}119\u{202F}179 aides, 1\u{202F}068\u{A0}€ et 668\u{202F}049."
    ),
    ("(n° 52, 11 avril, 33 %)", "(n°\u{A0}52, 11\u{A0}avril, 33\u{202F}%)"),
    ("« 11 avril »", "«\u{A0}11\u{A0}avril\u{A0}»"),
    (" : 163 euros", "\u{A0}: 163\u{A0}euros"),
    ("https://a.fr ; fin", "https://a.fr\u{202F}; fin"),
    ("neuf jours ; « ouf » !", "neuf jours\u{202F}; «\u{A0}ouf\u{A0}»\u{202F}!"),
  ]

  @Test(arguments: corrected)
  func proseTakesFrenchMarksAndSpaces(typed: String, printed: String) {
    #expect(Language.french.typography(typed) == printed)
  }

  @Test(arguments: corrected)
  func asecondTimeChangesNothing(typed: String, printed: String) {
    #expect(Language.french.typography(printed) == printed)
  }

  @Test(arguments: [
    "https://www.data.gouv.fr/fr/datasets/?page=2", "voir https://a.fr/b?c; fin", "à 12:30 précises",
    "fds.amount / fds.aids", "2A, 974, A-U", "1\u{202F}997\u{202F}006", "?", ": début", "", "5\" et", "[!]",
    "en 2020 340 communes", "2.5.1", "01 200", "75 92 93 94", "12 3456", "  deux  espaces ", "à 9 9 9",
    "3 250e",
  ])
  func numbersCodesAndAddressesStay(text: String) {
    #expect(Language.french.typography(text) == text)
  }

  @Test func theEuropeanProfilePutsNoSpaceBeforeHighMarks() {
    let text = Language.frenchUE.typography("Bien ; vraiment ! Lecture : oui ?")
    #expect(text == "Bien; vraiment! Lecture\u{A0}: oui?")
  }

  @Test func englishCurlsItsQuotationMarks() {
    let text = Language.english.typography("It's \"so\": see 3 May...")
    #expect(text == "It’s “so”: see 3\u{A0}May…")
  }
}
