extension Sentences {
  /// The sentences there are.
  public enum Phrase: Hashable, Sendable, CaseIterable {
    // Ranked bars.
    case ranked, rankedHead, rankedHeadShare, rankedLast, rankedHidden
    case stockSubtitle, stockChangeSubtitle
    case rankedReading, rankedShare, rankedRise, rankedFall, rankedChange
    // What is taken of a measure.
    case changeCaption, changesCaption, differenceCaption, shareCaption, fallIsRevision
    // Flows.
    case flow, flowPeak, flowLast, flowMean, flowTotal
    case flowReading, flowReadingFall, flowRevised, flowSubtitle, flowSubtitleTwo
    case flowMeanLabel, flowLastLabel, totalLabel, peakLabel, peakAmount, momentLabel
    // Sparklines and tiles.
    case sparkBars, sparkLine, tile, tileChange
    // Histograms.
    case histogram, histogramPeak, histogramMedian, histogramMean, histogramReading, histogramSubtitle
    case medianLabel, meanLabel
    // Stacks and lines.
    case stack, stackPeak, stackPart, stackReading
    case lines, linesEnd, linesReading
    case other
    // What many charts say.
    case chartSubject, chartExtremes, chartExtremesOf, linesEndNow
    case nothingPublished, hiddenCount, gap, gapPoints, inUnit
    case weekShort, quarterShort, unplaced, unplacedOnMap
    case dataOfFigure, dataOfTitle, annexTitle, dateHead
    case stripChart, stripSubtitle, stripSubtitleOwn, stripRow, stripRowOwn, stripSpread
    case dumbbellChart, dumbbellLabel, dumbbellRow, unlikeRest
    case barChart, lollipopChart, dotChart, otherRows, notAttributed, notPublished, otherLines, marked
    case bulletChart, bulletReached, bulletReading
    case boxChart, boxRow, boxReading
    case waterfallChart, waterfallReading
    case slopeChart, bumpChart, bumpSubtitle, slopeMost, slopeReading
    case scatterChart, scatterSubtitle, scatterArea, scatterCorrelation, axisTitle
    case areas, steps, lineTrend, linePeak, monthsReading, monthsTrend, monthsPeak
    case multiples, multiplesSubtitle, sparkSubtitle
    case barMultiples, barMultiplesSubtitle, histogramMultiples, histogramMultiplesSubtitle
    case excerpt, excerptOne, excerptRest
    case panelsMost, panelsLeast, panelReading, stripTrimmed
    case logSuffix, rootSuffix, histogramClosure, histogramDensity, histogramOutside
    case shareChart, shareSubtitle, shareSubtitleKnown, shareReading
  }

  static let french: [Phrase: String] = [
    .ranked: "Barres : {label}, {count} {count:ligne:lignes}, au {date}.",
    .rankedHead: "En tête, {name} : {amount}.",
    .rankedHeadShare: "En tête, {name} : {amount}, soit {share} du total.",
    .rankedLast: "En dernier, {name} : {amount}.",
    .rankedHidden: "Valeurs non publiées : {names}.",
    .stockSubtitle: "Cumul au {date}",
    .stockChangeSubtitle: "Cumul au {date} et variation depuis le {previous} ({days})",
    .rankedReading: "{name} : {amount} au {date}",
    .rankedChange: "{name} : {amount} {period}",
    .changeCaption: "variation {period}", .changesCaption: "variation entre deux relevés",
    .differenceCaption: "écart", .shareCaption: "part de l’ensemble",
    .fallIsRevision: " Un recul est une révision de la source (r).",
    .rankedShare: ", soit {share} du total",
    .rankedRise: ", dont {amount} de plus {during}",
    .rankedFall: ", et {amount} de moins {during}",
    .flow:
      "Barres : {label}, par jour entre deux relevés, du {from} au {to} ({count} {count:relevé:relevés}).",
    .flowPeak: "Le maximum est de {amount} par jour, {period}.",
    .flowLast: "Dernier intervalle, {period} : {amount} par jour.",
    .flowMean: "La moyenne sur {days} est de {amount} par jour.",
    .flowTotal: "Le cumul atteint {amount} au {date}.",
    .flowReading: "{period} ({days}), l’augmentation est de {pace} par jour en moyenne, soit {amount}."
      + " La largeur d’une barre est la durée entre deux relevés, sa surface le montant.",
    .flowReadingFall: "{period} ({days}), le cumul recule de {amount} : c’est une révision de la source.",
    .flowRevised: " {mark} : cumul révisé à la baisse.",
    .flowSubtitle: "{unit} par jour, en moyenne entre deux relevés",
    .flowSubtitleTwo:
      "En haut : {unit} par jour, en moyenne entre deux relevés. En bas : {cumulative}, cumul.",
    .flowMeanLabel: "{pace} moyenne sur\u{A0}{days}",
    .flowLastLabel: "{pace} {period}",
    .totalLabel: "{amount} cumulés",
    .peakLabel: " le {date}",
    .peakAmount: "{amount} en {days}",
    .momentLabel: "{amount} le {date}",
    .sparkBars: "Barres : flux par jour du {from} au {to}.",
    .sparkLine: "Courbe : de {first} au {from} à {last} au {to}.",
    .tile: "{label} : {amount}.",
    .tileChange: "Variation : {change} {during}.",
    .histogram: "Histogramme : {label}, {members}, de {low} à {high}.",
    .histogramPeak: "La classe la plus nombreuse va {class} : {count}.",
    .histogramMedian: "La médiane est de {amount}.",
    .histogramMean: "La moyenne pondérée est de {amount}.",
    .histogramReading: "{count} des {total} {members} {count:va:vont} {class} ; la moitié est sous {median}.",
    .histogramSubtitle: "Nombre par tranche de {width}",
    .medianLabel: "médiane {amount}",
    .meanLabel: "{name} {amount} (moyenne pondérée)",
    .stack: "Barres empilées : {label}, {count} barres, de {first} à {last}.",
    .stackPeak: "La plus haute est {name} : {amount}.",
    .stackPart: "La plus grande part est {name} : {amount}.",
    .stackReading: "{bar} : {amount}, dont {part} pour {name}.",
    .lines: "Courbes : {names}, du {from} au {to}.",
    .linesEnd: "{name} : {amount} au {date}.",
    .linesReading: "{name} : {amount} au {date}.",
    .other: "autres",
  ]

  static let english: [Phrase: String] = [
    .ranked: "Bars: {label}, {count} {count:row:rows}, at {date}.",
    .rankedHead: "First, {name}: {amount}.",
    .rankedHeadShare: "First, {name}: {amount}, {share} of the total.",
    .rankedLast: "Last, {name}: {amount}.",
    .rankedHidden: "Not published: {names}.",
    .stockSubtitle: "Total at {date}",
    .stockChangeSubtitle: "Total at {date} and change since {previous} ({days})",
    .rankedReading: "{name}: {amount} at {date}",
    .rankedChange: "{name}: {amount} {period}",
    .changeCaption: "change {period}", .changesCaption: "change between two snapshots",
    .differenceCaption: "difference", .shareCaption: "share of the whole",
    .fallIsRevision: " A fall is a revision of the source (r).",
    .rankedShare: ", {share} of the total",
    .rankedRise: ", {amount} of which {during}",
    .rankedFall: ", and {amount} less {during}",
    .flow:
      "Bars: {label} a day between two snapshots, from {from} to {to} ({count} {count:snapshot:snapshots}).",
    .flowPeak: "The highest is {amount} a day, {period}.",
    .flowLast: "Last interval, {period}: {amount} a day.",
    .flowMean: "The mean over {days} is {amount} a day.",
    .flowTotal: "The total reaches {amount} at {date}.",
    .flowReading: "{period} ({days}), the rise is {pace} a day on average, {amount} in all."
      + " The width of a bar is the time between two snapshots, its area the amount.",
    .flowReadingFall: "{period} ({days}), the total falls by {amount}: a revision of the source.",
    .flowRevised: " {mark}: total revised downwards.",
    .flowSubtitle: "{unit} a day, mean between two snapshots",
    .flowSubtitleTwo: "Above: {unit} a day, mean between two snapshots. Below: {cumulative}, total.",
    .flowMeanLabel: "{pace} mean over\u{A0}{days}",
    .flowLastLabel: "{pace} {period}",
    .totalLabel: "{amount} in all",
    .peakLabel: " on {date}",
    .peakAmount: "{amount} in {days}",
    .momentLabel: "{amount} on {date}",
    .sparkBars: "Bars: flow a day from {from} to {to}.",
    .sparkLine: "Line: from {first} on {from} to {last} on {to}.",
    .tile: "{label}: {amount}.",
    .tileChange: "Change: {change} {during}.",
    .histogram: "Histogram: {label}, {members}, from {low} to {high}.",
    .histogramPeak: "The fullest class is {class}: {count}.",
    .histogramMedian: "The median is {amount}.",
    .histogramMean: "The weighted mean is {amount}.",
    .histogramReading: "{count} of {total} {members} {count:is:are} {class}; half are under {median}.",
    .histogramSubtitle: "Number by bins of {width}",
    .medianLabel: "median {amount}",
    .meanLabel: "{name} {amount} (weighted mean)",
    .stack: "Stacked bars: {label}, {count} bars, from {first} to {last}.",
    .stackPeak: "The highest is {name}: {amount}.",
    .stackPart: "The largest part is {name}: {amount}.",
    .stackReading: "{bar}: {amount}, {part} of which for {name}.",
    .lines: "Lines: {names}, from {from} to {to}.",
    .linesEnd: "{name}: {amount} at {date}.",
    .linesReading: "{name}: {amount} at {date}.",
    .other: "other",
  ]
}
