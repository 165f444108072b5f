/// The words a report prints by itself.
public struct Words: Hashable, Sendable {
  // Titles and notes of figures.
  public let figure: String
  public let map: String
  public let table: String
  public let reading: String
  public let scope: String
  public let source: String
  public let note: String
  /// Who drew the outlines of a map: "contours : {source}".
  public let outlinesBy: String
  /// Between a lead word and its text: " : " in French.
  public let colon: String
  /// Between the clauses of a note.
  public let semicolon: String

  // Pages.
  public let contents: String
  /// The contents' list of figures, maps and tables.
  public let figures: String
  /// The list of signs used.
  public let signs: String
  public let keyPoints: String
  public let page: String
  /// "(suite)".
  public let continued: String
  public let continuedOverleaf: String
  /// "Données au {date}": the right side of a page's head.
  public let dataOf: String

  // Signs.
  /// A value withheld by statistical secrecy.
  public let secret: String
  public let secretMeaning: String
  /// A value the source does not publish.
  public let unavailable: String
  public let unavailableMeaning: String
  /// A cumulative figure that fell.
  public let revised: String
  public let revisedMeaning: String
  /// Parts that do not add up to their total because each is rounded.
  public let rounded: String

  // Statistics.
  public let median: String
  public let mean: String
  /// Of ratios: the ratio of the sums.
  public let weightedMean: String
  /// A mean over the last `{days}` days.
  public let movingMean: String
  public let total: String
  public let other: String
  public let share: String
  public let change: String
  public let rank: String
  /// Heads of an overview: the date of the data; the amount.
  public let dataColumn: String
  public let amountColumn: String
  public let code: String
  public let low: String
  public let high: String
  public let notLocated: String
  /// "{interval}": "en 9 jours".
  public let during: String

  // Classes and trends.
  public let fromTo: String
  public let fromToClosed: String
  public let under: String
  public let over: String
  public let up: String
  public let down: String
  public let stable: String
  public let and: String
}
