/// The words of a summary of data quality.
public struct QualityWords: Hashable, Sendable {
  // Heads of its columns.
  public let scheme: String
  public let snapshots: String
  public let missingWeeks: String
  public let levels: String
  public let unlocated: String
  public let falls: String

  /// "{count}" snapshots over "{period}".
  public let snapshotsText: String
  /// No week is missing; no fall was seen.
  public let none: String
  /// No amount lacks a place.
  public let nothing: String
  /// "{weeks}" of "{year}".
  public let weeksOfYear: String
  /// Every level adds up to the whole.
  public let agree: String
  /// The source publishes one level alone.
  public let oneLevel: String
  /// "{level}" and the signed "{amount}" that its parts add up to beyond the whole.
  public let gap: String
  /// "{level}" holds withheld cells, so that its sum is not said.
  public let hiddenLevel: String
  /// "{amount}" and "{share}".
  public let unlocatedText: String
  /// A share that would print as zero.
  public let tiny: String
  /// "{amount}" at "{date}".
  public let fall: String
  /// "{count}" further ones: one, and several.
  let further: [String]
  /// The figures are not cumulative: they may fall.
  public let notCumulative: String
  /// The names of territorial levels, in the plural.
  public let levelNames: [String: String]

  static let french = QualityWords(
    scheme: "Dispositif", snapshots: "Relevés", missingWeeks: "Semaines sans relevé", levels: "Niveaux",
    unlocated: "Non localisé", falls: "Baisses du total", snapshotsText: "{count}, {period}",
    none: "aucune", nothing: "rien",
    weeksOfYear: "{weeks} en {year}", agree: "sommes égales au total national", oneLevel: "un seul publié",
    gap: "{level} : {amount}", hiddenLevel: "{level} : cases sous secret",
    unlocatedText: "{amount} ({share})", tiny: "< 0,1 %", fall: "{amount} au {date}",
    further: ["{count} autre", "{count} autres"], notCumulative: "sans objet",
    levelNames: ["region": "régions", "departement": "départements"])

  static let english = QualityWords(
    scheme: "Scheme", snapshots: "Snapshots", missingWeeks: "Weeks without one", levels: "Levels",
    unlocated: "Not located", falls: "Falls of the total", snapshotsText: "{count}, {period}",
    none: "none", nothing: "nothing", weeksOfYear: "{weeks} of {year}",
    agree: "each adds up to the whole", oneLevel: "one is published", gap: "{level}: {amount}",
    hiddenLevel: "{level}: withheld cells", unlocatedText: "{amount} ({share})", tiny: "< 0.1%",
    fall: "{amount} on {date}", further: ["{count} more", "{count} more"], notCumulative: "not applicable",
    levelNames: ["region": "regions", "departement": "departments"])
}

extension Language {
  public var quality: QualityWords { tables.quality }

  /// A pattern of words with its `{name}`s filled.
  public func say(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
    typography(fill(pattern, values))
  }
}

extension Language {
  /// "3 autres", "1 autre": what a list leaves out.
  public func further(_ count: Int) -> String {
    fill(plural(quality.further, for: Double(count), decimals: 0), ["count": String(count)])
  }
}
