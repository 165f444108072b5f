/// The sentences of the charts over the grammar of marks.
extension Sentences {
  static let allFrench = french.merging(frenchCharts) { $1 }
  static let allEnglish = english.merging(englishCharts) { $1 }

  static let frenchLevels = [
    "departement": ["département", "départements"], "region": ["région", "régions"],
    "section": ["section", "sections"], "nace17": ["branche", "branches"], "month": ["mois", "mois"],
    "effectif": ["tranche d’effectif", "tranches d’effectif"], "categorie": ["catégorie", "catégories"],
    "type": ["type", "types"],
  ]

  static let englishLevels = [
    "departement": ["department", "departments"], "region": ["region", "regions"],
    "section": ["section", "sections"], "nace17": ["industry", "industries"], "month": ["month", "months"],
    "effectif": ["size class", "size classes"], "categorie": ["category", "categories"],
    "type": ["type", "types"],
  ]

  static let frenchCharts: [Phrase: String] = [
    .chartSubject: "{chart} : {label}, {count}, au {date}.",
    .chartExtremes: "Le plus élevé : {high}, {most} ; le plus faible : {low}, {least}.",
    .linesEndNow: "{name} : {amount}.",
    .nothingPublished: "Aucune valeur n’est publiée.",
    .hiddenCount: "{count} valeurs ne sont pas publiées.",
    .dataOfFigure: "Données de la {figure} : {title}",
    .dataOfTitle: "Données : {title}",
    .annexTitle: "Données des figures",
    .inUnit: "En {unit}",
    .gap: "écart",
    .gapPoints: "écart, pts",
    .stripChart: "Bandes de traits",
    .stripSubtitle: "Un trait par {level} ; en noir la médiane",
    .stripSubtitleOwn: "Un trait par {level} ; en rouge {name}, en noir la médiane",
    .stripRow: "{name} : {spread}.",
    .stripRowOwn: "{name} : {own}, {amount}, {rank} sur {count} ; {spread}.",
    .stripSpread: "de {least} ({low}) à {most} ({high}), médiane {median}",
    .dumbbellChart: "Points reliés",
    .dumbbellLabel: "{own} comparé à {other}",
    .dumbbellRow: "{row} : {amount} ({own}) et {reference} ({other}), soit un écart de {gap}.",
    .shareChart: "Barre de 100 %",
    .shareSubtitle: "part de l’ensemble, en %",
    .shareSubtitleKnown: "part du montant connu ({share} de l’ensemble), en %",
    .shareReading: "{name} : {amount}, soit {share} du montant connu.",
  ]

  static let englishCharts: [Phrase: String] = [
    .chartSubject: "{chart}: {label}, {count}, at {date}.",
    .chartExtremes: "Highest: {high}, {most}; lowest: {low}, {least}.",
    .linesEndNow: "{name}: {amount}.",
    .nothingPublished: "No value is published.",
    .hiddenCount: "{count} values are not published.",
    .dataOfFigure: "Data of {figure}: {title}",
    .dataOfTitle: "Data: {title}",
    .annexTitle: "Data of the figures",
    .inUnit: "In {unit}",
    .gap: "gap",
    .gapPoints: "gap, pts",
    .stripChart: "Strips of ticks",
    .stripSubtitle: "One tick a {level}; the median in black",
    .stripSubtitleOwn: "One tick a {level}; {name} in red, the median in black",
    .stripRow: "{name}: {spread}.",
    .stripRowOwn: "{name}: {own}, {amount}, {rank} of {count}; {spread}.",
    .stripSpread: "from {least} ({low}) to {most} ({high}), median {median}",
    .dumbbellChart: "Joined dots",
    .dumbbellLabel: "{own} beside {other}",
    .dumbbellRow: "{row}: {amount} ({own}) and {reference} ({other}), a gap of {gap}.",
    .shareChart: "Bar of 100 %",
    .shareSubtitle: "share of the whole, in %",
    .shareSubtitleKnown: "share of the known amount ({share} of the whole), in %",
    .shareReading: "{name}: {amount}, {share} of the known amount.",
  ]

  /// "18 régions", "1 région".
  public func count(_ count: Int, of level: String) -> String {
    let words = levels[level] ?? (language.tag.hasPrefix("fr") ? ["ligne", "lignes"] : ["row", "rows"])
    let plural = language.tag.hasPrefix("fr") ? count > 1 : count != 1
    return "\(language.number(Double(count), decimals: 0))\u{A0}\(words[plural ? 1 : 0])"
  }

  /// "région".
  public func one(_ level: String) -> String {
    levels[level]?.first ?? (language.tag.hasPrefix("fr") ? "ligne" : "row")
  }
}
