import Diagnostics
import Statistics

/// What a sheet is about, and its place among the report's.
struct Territory: Hashable {
  var order: Int
  var home: Home

  var code: String { home.member.code }
  var name: String { home.member.label }
}

extension [Diagnostic] {
  /// The same finding in many sheets is told once, with the sheets that it is in.
  static func gathered(_ found: [(territory: Territory, finding: Diagnostic)], of count: Int) -> [Diagnostic]
  {
    var order: [Diagnostic] = []
    var territories: [Diagnostic: [Territory]] = [:]
    for (territory, finding) in found {
      if territories[finding] == nil { order.append(finding) }
      territories[finding, default: []].append(territory)
    }
    return order.map { finding in
      var finding = finding
      finding.message += " (" + words(territories[finding] ?? [], of: count) + ")"
      return finding
    }
  }

  private static func words(_ territories: [Territory], of count: Int) -> String {
    if territories.count == 1 { return "sheet \(territories[0].code), \(territories[0].name)" }
    if territories.count == count { return "every sheet" }
    let codes = territories.prefix(5).map(\.code).joined(separator: ", ")
    let rest = territories.count - 5
    return "sheets \(codes)" + (rest > 0 ? " and \(rest) more" : "")
  }
}
