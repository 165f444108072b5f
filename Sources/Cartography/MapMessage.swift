import Diagnostics
import Statistics

/// What a user can be told about maps.
enum MapMessage {
  static func choroplethOfTotal(_ column: Tabulation.Column, isShare: Bool) -> Diagnostic {
    let kind = isShare ? "share of one whole" : column.kind.rawValue
    return Diagnostic(
      .error, .badData, code: "choropleth-of-total",
      "`\(column.expression)` is a \(kind), and coloured areas need a rate",
      hint:
        "show it with `circles`, or divide it: `\(isShare ? "…" : column.expression) / population`; `totals: yes` colours it anyway, and the page says so"
    )
  }

  static func emptyAtlas() -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "empty-atlas", "the atlas has no panel to draw",
      hint: "compile it again with `velin-atlas build`")
  }
}
