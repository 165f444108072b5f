import Statistics

/// The sentences of the charts over the grammar of marks.
extension Sentences {
  static let allFrench = french.merging(frenchCharts) { $1 }
  static let allEnglish = english.merging(englishCharts) { $1 }

  static let frenchLevels = [
    "departement": ["département", "départements", "premiers"], "region": ["région", "régions", "premières"],
    "section": ["section", "sections", "premières"], "nace17": ["branche", "branches", "premières"],
    "month": ["mois", "mois", "premiers"], "type": ["type", "types", "premiers"],
    "effectif": ["tranche d’effectif", "tranches d’effectif", "premières"],
    "categorie": ["catégorie", "catégories", "premières"],
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
    .chartExtremesOf: "{name} : maximum {most} ({high}), minimum {least} ({low}).",
    .linesEndNow: "{name} : {amount}.",
    .nothingPublished: "Aucune valeur n’est publiée.",
    .hiddenCount: "{count} {count:valeur n’est pas publiée:valeurs ne sont pas publiées}.",
    .dataOfFigure: "Données de la {figure} : {title}",
    .dataOfTitle: "Données : {title}",
    .annexTitle: "Données des figures",
    .dateHead: "Date",
    .inUnit: "En {unit}",
    .weekShort: "s. {week}",
    .quarterShort: "T{quarter}",
    .unplaced: "Sans place dans le graphique : {names}.",
    .unplacedOnMap: "Sans place sur la carte : {names}.",
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
    .unlikeRest:
      "« {rest} » n’a pas le même contenu dans les deux colonnes (publié dans une seule : {names}), et pas d’écart",
    .dumbbellRow: "{row} : {amount} ({own}) et {reference} ({other}), soit un écart de {gap}.",
    .barChart: "Barres",
    .lollipopChart: "Points sur tige",
    .dotChart: "Points",
    .otherRows: "autres",
    .notAttributed: "non réparti",
    .notPublished: "non publié",
    .otherLines: "{count} {count:autre:autres}",
    .marked: "Repères : {names}.",
    .bulletChart: "Barres et cibles",
    .bulletReached: "{count} {count:ligne:lignes} sur {total} {count:atteint:atteignent} {target}.",
    .bulletReading: "{row} : {amount} ({name}), pour {target} ({other}).",
    .boxChart: "Boîtes à moustaches",
    .boxRow: "{name} : médiane {median}, de {low} à {high}.",
    .boxReading: "{name} : la moitié des valeurs vont de {low} à {high}, leur médiane est {median}."
      + " Les moustaches vont aux dernières valeurs à moins d’une fois et demie la boîte.",
    .waterfallChart: "Barres en cascade",
    .waterfallReading: "{name} contribue pour {amount} à la variation totale de {total}.",
    .slopeChart: "Pentes",
    .bumpChart: "Rangs",
    .bumpSubtitle: "Rang, du plus élevé au plus faible",
    .slopeMost: "Le plus grand mouvement : {name}, de {from} ({first}) à {to} ({last}).",
    .slopeReading: "{name} : {from} ({first}), {to} ({last}).",
    .scatterChart: "Nuage de points",
    .scatterSubtitle: "Un point par {level}",
    .scatterArea: " ; surface : {name}",
    .scatterCorrelation: "Corrélation linéaire : {r}.",
    .axisTitle: "{name}, en {unit}",
    .areas: "Aires empilées : {names}, du {from} au {to}.",
    .steps: "Courbes en escalier : {names}, du {from} au {to}.",
    .lineTrend: "{name} : de {first} au {from} à {last} au {to}.",
    .linePeak: "Maximum : {amount} au {date}.",
    .monthsReading: "{name} : {amount} en {date}.",
    .monthsTrend: "{name} : de {first} en {from} à {last} en {to}.",
    .monthsPeak: "Maximum : {amount} en {date}.",
    .multiples:
      "{count} {count:petite courbe:petites courbes} sur les mêmes axes : {label}, jusqu’au {date}.",
    .multiplesSubtitle: "{unit} ; mêmes axes, dernière valeur après le nom",
    .barMultiples:
      "{count} {count:petit graphique:petits graphiques} en barres sur les mêmes axes : {label}, au {date}.",
    .barMultiplesSubtitle: "{unit} ; mêmes axes",
    .histogramMultiples:
      "{count} {count:petit histogramme:petits histogrammes} sur les mêmes axes : {label}, au {date}.",
    .histogramMultiplesSubtitle:
      "Nombre par tranche de {width} ; mêmes axes, médiane en rouge et après le nom",
    .panelsMost: "Le plus élevé : {name} ({panel}), {amount}.",
    .panelsLeast: "Le plus faible : {name} ({panel}), {amount}.",
    .panelReading: "{panel} : la moitié des {count} {members} est sous {amount}.",
    .excerpt: "{count}\u{A0}{first} {members} sur\u{A0}{whole}",
    .excerptOne: "{count}\u{A0}{member} sur\u{A0}{whole}",
    .excerptRest: ", le reste en une ligne",
    .stripTrimmed: " ; une flèche là où des valeurs dépassent l’échelle",
    .sparkSubtitle:
      "Flux par jour (d’un taux : niveau), chacun à son échelle ; dernière valeur et variation à droite",
    .logSuffix: ", échelle logarithmique",
    .rootSuffix: ", échelle en racine carrée",
    .histogramClosure: "Nombre dans {count} {count:tranche:tranches égales}, borne inférieure comprise",
    .histogramOutside: "{count} {count:valeur est:valeurs sont} hors des tranches.",
    .histogramDensity: "Nombre par {width} (tranches inégales : la surface est le nombre)",
    .shareChart: "Barre de 100 %",
    .shareSubtitle: "part de l’ensemble, en %",
    .shareSubtitleKnown: "part de l’ensemble connu ({share} du total), en %",
    .shareReading: "{name} : {amount}, soit {share} de l’ensemble connu.",
  ]

  static let englishCharts: [Phrase: String] = [
    .chartSubject: "{chart}: {label}, {count}, at {date}.",
    .chartExtremes: "Highest: {high}, {most}; lowest: {low}, {least}.",
    .chartExtremesOf: "{name}: highest {most} ({high}), lowest {least} ({low}).",
    .linesEndNow: "{name}: {amount}.",
    .nothingPublished: "No value is published.",
    .hiddenCount: "{count} {count:value is:values are} not published.",
    .dataOfFigure: "Data of {figure}: {title}",
    .dataOfTitle: "Data: {title}",
    .annexTitle: "Data of the figures",
    .dateHead: "Date",
    .inUnit: "In {unit}",
    .weekShort: "wk {week}",
    .quarterShort: "Q{quarter}",
    .unplaced: "No room in the chart for: {names}.",
    .unplacedOnMap: "No room on the map for: {names}.",
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
    .unlikeRest:
      "“{rest}” does not hold the same in both columns (published in one alone: {names}), and has no gap",
    .dumbbellRow: "{row}: {amount} ({own}) and {reference} ({other}), a gap of {gap}.",
    .barChart: "Bars",
    .lollipopChart: "Dots on stems",
    .dotChart: "Dots",
    .otherRows: "other",
    .notAttributed: "not attributed",
    .notPublished: "not published",
    .otherLines: "{count} {count:other:others}",
    .marked: "Marked: {names}.",
    .bulletChart: "Bars and targets",
    .bulletReached: "{count} {count:row:rows} of {total} {count:reaches:reach} {target}.",
    .bulletReading: "{row}: {amount} ({name}), for {target} ({other}).",
    .boxChart: "Box plots",
    .boxRow: "{name}: median {median}, from {low} to {high}.",
    .boxReading: "{name}: half of the values are from {low} to {high}, their median is {median}."
      + " Whiskers reach the last values within one and a half times the box.",
    .waterfallChart: "Waterfall of bars",
    .waterfallReading: "{name} makes {amount} of the total change of {total}.",
    .slopeChart: "Slopes",
    .bumpChart: "Ranks",
    .bumpSubtitle: "Rank, from the highest to the lowest",
    .slopeMost: "The largest move: {name}, from {from} ({first}) to {to} ({last}).",
    .slopeReading: "{name}: {from} ({first}), {to} ({last}).",
    .scatterChart: "Scatter plot",
    .scatterSubtitle: "One dot a {level}",
    .scatterArea: "; area: {name}",
    .scatterCorrelation: "Linear correlation: {r}.",
    .axisTitle: "{name}, in {unit}",
    .areas: "Stacked areas: {names}, from {from} to {to}.",
    .steps: "Stepped lines: {names}, from {from} to {to}.",
    .lineTrend: "{name}: from {first} on {from} to {last} on {to}.",
    .linePeak: "Highest: {amount} on {date}.",
    .monthsReading: "{name}: {amount} in {date}.",
    .monthsTrend: "{name}: from {first} in {from} to {last} in {to}.",
    .monthsPeak: "Highest: {amount} in {date}.",
    .multiples: "{count} small {count:line:lines} on the same axes: {label}, until {date}.",
    .multiplesSubtitle: "{unit}; same axes, latest value after the name",
    .barMultiples: "{count} small bar {count:chart:charts} on the same axes: {label}, at {date}.",
    .barMultiplesSubtitle: "{unit}; same axes",
    .histogramMultiples: "{count} small {count:histogram:histograms} on the same axes: {label}, at {date}.",
    .histogramMultiplesSubtitle: "Count by class of {width}; same axes, median in red and after the name",
    .panelsMost: "Highest: {name} ({panel}), {amount}.",
    .panelsLeast: "Lowest: {name} ({panel}), {amount}.",
    .panelReading: "{panel}: half of the {count} {members} are below {amount}.",
    .excerpt: "first {count} of {whole}\u{A0}{members}",
    .excerptOne: "{count} of {whole}\u{A0}{members}",
    .excerptRest: ", the others in one row",
    .stripTrimmed: "; an arrow where values lie off the scale",
    .sparkSubtitle:
      "Flow per day (of a rate: level), each on its own scale; latest value and change at the right",
    .logSuffix: ", logarithmic scale",
    .rootSuffix: ", square root scale",
    .histogramClosure: "Number in {count} {count:bin:equal bins}, the lower bound inside",
    .histogramOutside: "{count} {count:value is:values are} outside the bins.",
    .histogramDensity: "Number per {width} (bins differ: the area is the number)",
    .shareChart: "Bar of 100 %",
    .shareSubtitle: "share of the whole, in %",
    .shareSubtitleKnown: "share of what is known ({share} of the total), in %",
    .shareReading: "{name}: {amount}, {share} of what is known.",
  ]

  /// "18 régions", "1 région".
  public func count(_ count: Int, of level: String) -> String {
    let words = levels[level] ?? anyRow
    return "\(language.number(Double(count), decimals: 0))\u{A0}\(words[isPlural(count) ? 1 : 0])"
  }

  /// "8 premières régions sur 18": what a figure shows where it leaves members out.
  public func excerpt(_ excerpt: Excerpt) -> String {
    let words = levels[excerpt.level] ?? anyRow
    let head = say(
      excerpt.shown > 1 ? .excerpt : .excerptOne,
      [
        "count": language.number(Double(excerpt.shown), decimals: 0), "first": words[words.count - 1],
        "members": words[1], "member": words[0],
        "whole": language.number(Double(excerpt.whole), decimals: 0),
      ])
    return head + (excerpt.hasRest ? say(.excerptRest) : "")
  }

  private var anyRow: [String] {
    language.tag.hasPrefix("fr") ? ["ligne", "lignes", "premières"] : ["row", "rows"]
  }

  /// "région".
  public func one(_ level: String) -> String {
    (levels[level] ?? anyRow)[0]
  }

  /// ", échelle logarithmique": after the unit of an axis that is not linear.
  public func suffix(_ form: NumberAxis.Form) -> String {
    switch form {
    case .linear: ""
    case .log: say(.logSuffix)
    case .sqrt: say(.rootSuffix)
    }
  }
}
