import Figures
import Language

/// The words that only maps need, in the language of the report.
struct MapWords: Hashable, Sendable {
  /// The head of a column of counts.
  let count: String
  /// "un carré = un département", by level.
  let oneSquare: [String: String]
  let logarithmic: String
  let highest: String
  let lowest: String
  let noValue: String
  /// "Sur la carte : de {low} à {high}", and where all values are alike.
  let spread: String
  let oneValue: String
  let hidden: String
  /// One and many.
  let missing: [String]
  let notShown: String
  /// Of a total of what is published alone.
  let published: String
  let classes: String
  let circleArea: String
  /// Over the circles of a legend.
  let size: String
  /// Said under a map that colours a total, and under one of circles of a rate.
  let totalColoured: String
  let rateAsArea: String
  /// What a hollow circle means.
  let belowZero: String
  /// Said of values that are rounded to nothing.
  let noCircle: String
  /// Said of radii that are not those of the areas.
  let flannery: String
  /// Before what the circles on a choropleth stand for.
  let circles: String
  /// Of a map of categories: what it shows, its reading, and what remains open.
  let leading: String
  let leads: String
  let others: String
  /// Before a unit without a name of its own, and before a date: "En %, au 11 avril".
  let inUnit: String
  let at: String
  /// Where two colours meet.
  let twoColors: String
  /// Between a territory and an amount of money, and any other quantity; after one name, and after a plural one.
  let received: [String]
  let has: [String]
  /// After an amount: "plus de {times} fois la médiane {of} ({median})", and where it is not twice as high.
  let timesMedian: String
  let besideMedian: String
  /// "des {levels}", and "de tous les {levels}" on a map that shows some of them.
  let of: String
  let ofAll: String
  private let nouns: LevelNouns

  init(_ language: Language) { self = language.tag.hasPrefix("fr") ? .french : .english }

  /// What several members of a level are called: "départements"; "territoires" for a level without a word of its own.
  func territories(_ level: String) -> String { nouns.plural(level) ?? nouns.anyTerritory }
}

extension MapWords {
  private init(
    legend: (count: String, oneSquare: [String: String], logarithmic: String),
    extremes: (highest: String, lowest: String, noValue: String, spread: String, oneValue: String),
    gaps: (hidden: String, missing: [String], notShown: String, published: String),
    classes: (name: String, area: String, size: String, total: String),
    circles: (name: String, rate: String, belowZero: String, noCircle: String, flannery: String),
    leading: (what: String, reading: String, others: String),
    subtitle: (inUnit: String, at: String, twoColors: String),
    verbs: (received: [String], has: [String]),
    medians: (times: String, beside: String, of: String, ofAll: String),
    nouns: LevelNouns
  ) {
    (count, oneSquare, logarithmic) = legend
    (highest, lowest, noValue, spread, oneValue) = extremes
    (hidden, missing, notShown, published) = gaps
    (self.classes, circleArea, size, totalColoured) = classes
    (self.circles, rateAsArea, belowZero, noCircle, flannery) = circles
    (self.leading, leads, others) = leading
    (inUnit, at, twoColors) = subtitle
    (received, has) = verbs
    (timesMedian, besideMedian, of, ofAll) = medians
    self.nouns = nouns
  }

  static let french = MapWords(
    legend: (
      "nombre", ["departement": "un carré = un département", "region": "un carré = une région"],
      "échelle logarithmique"
    ),
    extremes: (
      "Le plus élevé", "le plus faible", "Aucune valeur publiée", "Sur la carte : de {low} à {high}",
      "Sur la carte : {value}"
    ),
    gaps: (
      "sous secret statistique", ["non disponible", "non disponibles"], "hors carte",
      "Somme des valeurs publiées"
    ),
    classes: (
      "Classes", "Surface du cercle", "Taille",
      "la carte colore un total : à valeur égale par habitant, un territoire peuplé y paraît plus foncé"
    ),
    circles: (
      "Cercles", "les surfaces montrent un taux : elles ne s’additionnent pas", "sous zéro", "sans cercle",
      "Rayons selon Flannery : l’œil sous-estime les écarts de surface"
    ),
    leading: (
      "au premier rang",
      "{name} : {category} en tête, avec {amount}, soit {share} du total",
      "Autres"
    ),
    subtitle: ("En", "au", "Deux couleurs, de part et d’autre de {value}"),
    verbs: (["a reçu", "ont reçu"], ["compte", "comptent"]),
    medians: (
      "plus de {times} fois la médiane {of} ({median})", "la médiane {of} est de {median}", "des {levels}",
      "de l’ensemble des {levels}"
    ),
    nouns: LevelNouns(.french))

  static let english = MapWords(
    legend: (
      "number", ["departement": "one square = one department", "region": "one square = one region"],
      "logarithmic scale"
    ),
    extremes: (
      "Highest", "lowest", "No value is published", "On the map: from {low} to {high}",
      "On the map: {value}"
    ),
    gaps: (
      "withheld for secrecy", ["not available"], "not on the map", "Sum of what is published"
    ),
    classes: (
      "Classes", "Area of the circle", "Size",
      "the map colours a total: at equal value per head, a populous territory looks darker"
    ),
    circles: (
      "Circles", "areas show a rate: they do not add up", "below zero", "no circle",
      "Radii after Flannery: the eye underrates how areas differ"
    ),
    leading: (
      "that ranks first", "{name}: {category} leads, with {amount}, {share} of the total",
      "Others"
    ),
    subtitle: ("In", "at", "Two colours, on either side of {value}"),
    verbs: (["received", "received"], ["has", "have"]),
    medians: (
      "over {times} times the median {of} ({median})", "the median {of} is {median}", "of {levels}",
      "of all {levels}"
    ),
    nouns: LevelNouns(.english))
}
