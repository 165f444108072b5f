/// The words of a summary of data quality.
public struct QualityWords: Hashable, Sendable {
  // Labels of its rows.
  public let snapshots: String
  public let missingWeeks: String
  public let levels: String
  public let unlocated: String
  public let falls: String
  public let secrecy: String

  /// "{count}", "{from}", "{to}": how many snapshots, and over which period.
  public let snapshotsText: String
  /// "{date}", "{interval}": the snapshot before the last.
  public let previous: String
  public let none: String
  /// "{weeks}" of "{year}".
  public let weeksOfYear: String
  /// Every level adds up to the whole.
  public let agree: String
  /// "{level}" and the signed "{amount}" that its parts add up to beyond the whole.
  public let gap: String
  /// "{amount}" and "{share}".
  public let unlocatedText: String
  /// "{amount}" at "{date}".
  public let fall: String
  /// "{count}" further ones.
  public let further: String
  /// "{count}" and "{contributors}": cells under it are withheld.
  public let threshold: String
  /// The names of territorial levels, in the plural.
  public let levelNames: [String: String]

  static let french = QualityWords(
    snapshots: "Relevés", missingWeeks: "Semaines sans relevé", levels: "Niveaux",
    unlocated: "Non localisé", falls: "Baisses du cumul", secrecy: "Secret",
    snapshotsText: "{count} {period}", previous: "précédent le {date}, {interval} plus tôt", none: "aucune",
    weeksOfYear: "{weeks} en {year}", agree: "leurs sommes égalent le total national",
    gap: "somme des {level} : {amount}", unlocatedText: "{amount}, soit {share}", fall: "{amount} au {date}",
    further: "et {count} autres", threshold: "cases de moins de {count} {contributors} masquées",
    levelNames: ["region": "régions", "departement": "départements"])

  static let english = QualityWords(
    snapshots: "Snapshots", missingWeeks: "Weeks without one", levels: "Levels", unlocated: "Not located",
    falls: "Falls of the total", secrecy: "Secrecy", snapshotsText: "{count}, {period}",
    previous: "the one before on {date}, {interval} earlier", none: "none", weeksOfYear: "{weeks} of {year}",
    agree: "each adds up to the national total", gap: "sum of {level}: {amount}",
    unlocatedText: "{amount}, {share}", fall: "{amount} on {date}", further: "and {count} more",
    threshold: "cells under {count} {contributors} are withheld",
    levelNames: ["region": "regions", "departement": "departments"])
}

extension Language {
  public var quality: QualityWords { tables.quality }

  /// A pattern of words with its `{name}`s filled.
  public func say(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
    typography(fill(pattern, values))
  }
}
