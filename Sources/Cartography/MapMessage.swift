import Diagnostics
import Statistics

/// What a user can be told about maps.
enum MapMessage {
  static func choroplethOfTotal(_ column: Tabulation.Column) -> Diagnostic {
    Diagnostic(
      .error, .badData, code: "choropleth-of-total",
      "`\(column.expression)` is a \(column.kind.rawValue), and coloured areas need a rate",
      hint:
        "show it with `circles`, or divide it: `\(column.expression) / population`; `totals: yes` colours it anyway, and the page says so"
    )
  }

  static func emptyAtlas() -> Diagnostic {
    Diagnostic(
      .error, .badConfiguration, code: "empty-atlas", "the atlas has no panel to draw",
      hint: "compile it again with `velin-atlas build`")
  }
}
