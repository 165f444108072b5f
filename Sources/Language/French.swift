extension Language {
  /// French by the usage of the Imprimerie nationale: a thin space before ; ! ?
  public static let french = french(tag: "fr", highMarks: Space.narrow)

  /// French by the EU's interinstitutional style guide: no space before ; ! ?
  public static let frenchUE = french(tag: "fr-x-ue", highMarks: "")

  private static func french(tag: String, highMarks: String) -> Language {
    let tables = Tables(
      tag: tag, words: .french, marks: NumberMarks(group: Space.narrow, decimal: ","), units: .french,
      calendar: .french, articles: .french, spelling: .french, orthography: .french(highMarks: highMarks),
      approximations: .french, quality: .french, sheets: .french)
    return Language(tables: tables)
  }
}

extension Words {
  static let french = Words(
    figure: "Figure", map: "Carte", table: "Tableau", reading: "Lecture", scope: "Champ", source: "Source",
    note: "Note", outlinesBy: "contours : {source}", colon: "\(Space.noBreak): ",
    semicolon: "\(Space.narrow); ", contents: "Sommaire", figures: "Figures, cartes et tableaux",
    signs: "Signes conventionnels", keyPoints: "Ce qu’il faut retenir", page: "page", continued: "(suite)",
    continuedOverleaf: "Suite page suivante", dataOf: "Données au {date}", secret: "s",
    secretMeaning: "secret statistique", unavailable: "nd", unavailableMeaning: "non disponible",
    revised: "(r)", revisedMeaning: "révisé",
    rounded: "Les parts étant arrondies, leur somme peut différer du total.", median: "médiane",
    mean: "moyenne", weightedMean: "moyenne pondérée", movingMean: "moyenne sur {days}", total: "Ensemble",
    other: "Autres", share: "part", change: "Variation", rank: "rang", dataColumn: "Données au",
    amountColumn: "Montant", code: "Code", low: "minimum",
    high: "maximum", notLocated: "sans département connu", during: "en {interval}",
    fromTo: "de {low} à moins de {high}", fromToClosed: "de {low} à {high}", under: "moins de {high}",
    over: "{low} et plus", up: "en hausse de {amount}", down: "en baisse de {amount}", stable: "stable",
    and: "et")
}

extension UnitWords {
  static let french = UnitWords(
    euro: [.one: "€", .thousand: "k€", .million: "M€", .billion: "Md€"],
    euros: [
      .one: "euros", .thousand: "milliers d’euros", .million: "millions d’euros",
      .billion: "milliards d’euros",
    ],
    counts: [.thousand: "milliers", .million: "millions", .billion: "milliards"],
    number: "nombre", percent: "%", hour: ["heure", "heures"], day: ["jour", "jours"],
    point: ["point", "points"], space: Space.noBreak, percentSpace: Space.narrow,
    money: "{number}{space}{unit}", per: " par ", pluralFrom: 2, joinsWithOf: true)
}

extension CalendarWords {
  static let french = CalendarWords(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
      "novembre", "décembre",
    ],
    abbreviations: [
      "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ],
    firstDay: "1er", long: "{day}\(Space.noBreak){month} {year}", short: "{day}/{month}/{year}",
    dayMonth: "{day}\(Space.noBreak){month}", monthYear: "{month} {year}", period: "du {from} au {to}",
    since: "depuis le {date}",
    week: "semaine\(Space.noBreak){week}")
}

extension Articles {
  static let french = Articles(
    before: [
      .none: ["", "", "le ", "la ", "les ", "l’"],
      .of: ["de ", "d’", "du ", "de la ", "des ", "de l’"],
      .to: ["à ", "à ", "au ", "à la ", "aux ", "à l’"],
      .in: ["en ", "en ", "dans le ", "dans la ", "dans les ", "dans l’"],
    ],
    places: [
      "Paris": "à ", "Mayotte": "à ", "La Réunion": "à ", "Saint-Barthélemy": "à ", "Saint-Martin": "à ",
      "Saint-Pierre-et-Miquelon": "à ", "Wallis-et-Futuna": "à ", "Guadeloupe": "en ", "Martinique": "en ",
      "Guyane": "en ", "France": "en ",
    ],
    alone: [
      "Bourgogne-Franche-Comté": "la ", "Bretagne": "la ", "Corse": "la ", "Île-de-France": "l’",
      "Normandie": "la ", "Occitanie": "l’",
    ],
    compound: "en ")
}

extension Spelling {
  static let french = Spelling(
    numbers: (0...99).map(frenchNumber) + ["cent"],
    firstOrdinal: ["er", "re"], ordinals: ["e"],
    raised: ["er", "re", "e", "ers", "res", "es", "nd", "nde", "o"], raisedAfterRoman: ["er", "re", "e"],
    numberWords: ["no": 1, "No": 1, "nos": 1, "Nos": 1])

  /// Spelling before 1990: hyphens below a hundred, except around "et".
  private static func frenchNumber(_ number: Int) -> String {
    let small = [
      "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
      "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ]
    if number < 20 { return small[number] }
    let ten = [
      "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt",
    ]
    let base = ten[number / 10 - 2]
    let rest = number >= 60 ? number % 20 : number % 10
    if number == 80 { return base + "s" }
    if rest == 0 { return base }
    let and = (rest == 1 || rest == 11) && number < 80
    return base + (and ? " et " : "-") + small[rest]
  }
}

extension Orthography {
  static func french(highMarks: String) -> Orthography {
    Orthography(
      before: [";": highMarks, "!": highMarks, "?": highMarks, ":": Space.noBreak],
      openQuote: "«", closeQuote: "»", insideQuotes: Space.noBreak,
      beforeUnit: [
        "%": Space.narrow, "€": Space.noBreak, "k€": Space.noBreak, "M€": Space.noBreak, "Md€": Space.noBreak,
        "euros": Space.noBreak, "millions": Space.noBreak, "milliards": Space.noBreak,
        "jours": Space.noBreak, "ans": Space.noBreak, "mois": Space.noBreak, "h": Space.noBreak,
      ],
      beforeNumber: ["n°", "no", "p."],
      group: Space.narrow, months: Set(CalendarWords.french.months), firstDay: CalendarWords.french.firstDay)
  }
}
