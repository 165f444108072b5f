import Quantities

extension Tabulation {
  /// With what the rows leave of the total as a row of its own, where only the first members were asked for: the parts
  /// then add up to the whole. Rates have no remainder, and neither has a sum of which a part is withheld.
  public func withRest(named label: String) -> Tabulation {
    guard let total = rows.firstIndex(where: { $0.role == .total }) else { return self }
    let shown = rows[..<total].filter { $0.depth == 0 }
    let values = columns.indices.map { column -> Published<Quantity> in
      guard columns[column].kind != .rate else { return .unavailable }
      return shown.reduce(rows[total].values[column]) { rest, row in
        rest.combined(with: row.values[column]) { Quantity($0.value - $1.value, $0.unit, $0.kind) }
      }
    }
    guard let first = values.first?.value, first.value != 0 else { return self }
    var whole = self
    let member = Member(level: shown.first?.member.level ?? "", code: "", label: label)
    whole.excerpt?.hasRest = true
    whole.rows.insert(Row(member: member, role: .remainder, values: values), at: total)
    return whole
  }
}
