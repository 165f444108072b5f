import Figures
import Language
import Pages
import Quantities
import Statistics
import Typesetting

/// A whole divided into named parts, for each of several bars: what stacked bars draw.
///
/// At most five parts have a colour of their own; the rest are summed as "other". Withheld parts are never drawn:
/// where the whole is published they are inside "other", else they are missing and the bar is marked.
struct Stack: Hashable {
  struct Bar: Hashable {
    var member: Member
    /// In the order of the parts; `nil` where withheld or absent.
    var values: [Double?]
    /// The sign of what is missing from the bar.
    var missing: Published<Quantity>?

    var sum: Double { values.reduce(0) { $0 + max(0, $1 ?? 0) } }
  }

  let column: Tabulation.Column
  let bars: [Bar]
  /// The names of the parts, the largest first (or in their own order).
  let parts: [Member]
  /// The last part is what was summed up.
  let hasOther: Bool

  static let mostParts = 5

  /// - Parameter ordered: the parts are classes in their own order, none of which may be summed up.
  init(_ table: Tabulation, ordered: Bool, other: String) {
    column =
      table.columns.first ?? Tabulation.Column(expression: "", label: "", unit: Unit(.one), kind: .count)
    let groups = Self.groups(table)
    let named = Self.parts(of: groups, ordered: ordered)
    parts = named.kept + (named.rest.isEmpty ? [] : [Member(level: "", code: "", label: other)])
    hasOther = !named.rest.isEmpty
    bars = groups.map { Self.bar($0, kept: named.kept, rest: named.rest) }
  }

  private typealias Group = (row: Tabulation.Row, members: [Tabulation.Row])

  /// The groups of the table; a table without groups is one bar.
  private static func groups(_ table: Tabulation) -> [Group] {
    var groups: [Group] = []
    for row in table.rows {
      if row.role == .group {
        groups.append((row, []))
      } else if row.role != .total, row.depth > 0, !groups.isEmpty {
        groups[groups.count - 1].members.append(row)
      }
    }
    guard groups.isEmpty else { return groups }
    let all = Tabulation.Row(
      member: Member(level: "", code: "", label: ""), role: .group,
      values: table.rows.first { $0.role == .total }?.values ?? [])
    return [(all, table.rows.filter { $0.role != .total })]
  }

  private static func parts(of groups: [Group], ordered: Bool) -> (kept: [Member], rest: [Member]) {
    var members: [Member] = []
    var sums: [Member: Double] = [:]
    var remainders: [Member] = []
    for row in groups.flatMap(\.members) {
      if row.isRemainder, !remainders.contains(row.member) { remainders.append(row.member) }
      if !row.isRemainder, !members.contains(row.member) { members.append(row.member) }
      sums[row.member, default: 0] += row.number
    }
    if ordered { return (members, remainders) }
    let ranked = members.enumerated().sorted { a, b in
      let (x, y) = (sums[a.element] ?? 0, sums[b.element] ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
    return (Array(ranked.prefix(mostParts)), Array(ranked.dropFirst(mostParts)) + remainders)
  }

  private static func bar(_ group: Group, kept: [Member], rest: [Member]) -> Bar {
    func published(_ member: Member) -> Published<Quantity>? {
      group.members.first { $0.member == member }?.first
    }
    var values: [Double?] = kept.map { published($0)?.value?.value }
    let known = values.reduce(0) { $0 + ($1 ?? 0) }
    let withheld = (kept + rest).compactMap(published).first { $0.value == nil }
    guard !rest.isEmpty else { return Bar(member: group.row.member, values: values, missing: withheld) }
    if let whole = group.row.first.value {
      values.append(max(0, whole.value - known))
      return Bar(member: group.row.member, values: values, missing: nil)
    }
    values.append(rest.compactMap { published($0)?.value?.value }.reduce(0, +))
    return Bar(member: group.row.member, values: values, missing: withheld)
  }

  /// The parts that are not summed up.
  var named: Range<Int> { 0..<(parts.count - (hasOther ? 1 : 0)) }

  /// A row for each bar and a column for each part. What is withheld from a bar with a published whole is in "other".
  func table(_ snapshot: Snapshot) -> Tabulation {
    let columns = parts.map { part in
      var column = column
      column.label = part.shortLabel
      return column
    }
    let rows = bars.map { bar in
      Tabulation.Row(
        member: bar.member,
        values: bar.values.map { value in
          guard value == nil, let missing = bar.missing else {
            return .value(Quantity(value ?? 0, column.unit, column.kind))
          }
          return missing
        })
    }
    return Tabulation(columns: columns, rows: rows, snapshot: snapshot)
  }

  func color(_ part: Int, ordered: Bool, _ kit: Kit) -> Color {
    let colors = kit.theme.colors
    if hasOther, part == parts.count - 1 { return colors.other }
    guard ordered else { return kit.color(of: parts[part].shortLabel, at: part) }
    // The classes take the sequential palette from end to end.
    let steps = max(parts.count - (hasOther ? 1 : 0) - 1, 1)
    let place = Double(part) / Double(steps) * Double(colors.sequential.count - 1)
    let low = min(Int(place), colors.sequential.count - 1)
    let high = min(low + 1, colors.sequential.count - 1)
    return colors.sequential[low].mixed(with: colors.sequential[high], share: place - Double(low))
  }
}

extension Color {
  /// Between two neighbours of a palette.
  func mixed(with other: Color, share: Double) -> Color {
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  /// The ink that reads best on this ground.
  func text(_ colors: ThemeColors) -> Color { luminance > 0.22 ? colors.ink : .white }
}
