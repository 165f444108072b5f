import Quantities
import Statistics

/// Which member leads in each territory, by the published cells alone.
struct Leaders: Hashable, Sendable {
  enum Leader: Hashable, Sendable {
    case member(Member, amount: Quantity, total: Quantity?)
    /// What is withheld may be more than every value that is published.
    case open
    case unavailable
  }

  /// In the order of the table.
  let territories: [(territory: Member, leader: Leader)]
  /// Who leads anywhere, in most territories first, with how many; equal ones by name.
  let ranked: [(member: Member, count: Int)]

  /// - Parameters:
  ///   - table: territories, each with its members; only its first column is read.
  ///   - drawn: the territories of a map: those that the table does not hold are not available, and others of the table
  ///     have no place. `nil` for all of the table.
  init(_ table: Tabulation, on drawn: [Member]? = nil) {
    var groups: [(row: Tabulation.Row, parts: [Tabulation.Row])] = []
    for row in table.rows {
      if row.role == .group { groups.append((row, [])) }
      if row.depth > 0, let last = groups.indices.last { groups[last].parts.append(row) }
    }
    let told = groups.map { ($0.row.member, Self.leader(of: $0.row, among: $0.parts)) }
    let (known, places) = (Set(told.map(\.0.code)), drawn.map { Set($0.map(\.code)) })
    territories =
      told.filter { places?.contains($0.0.code) != false }
      + (drawn ?? []).filter { !known.contains($0.code) }.map { ($0, .unavailable) }
    var counts: [(member: Member, count: Int)] = []
    for case (_, .member(let member, _, _)) in territories {
      if let known = counts.firstIndex(where: { $0.member.code == member.code }) {
        counts[known].count += 1
      } else {
        counts.append((member, 1))
      }
    }
    ranked = counts.sorted { $0.count != $1.count ? $0.count > $1.count : $0.member.label < $1.member.label }
  }

  /// The largest of the named members, where all that is withheld is less.
  private static func leader(of group: Tabulation.Row, among parts: [Tabulation.Row]) -> Leader {
    func finite(_ row: Tabulation.Row) -> Quantity? {
      row.values.first?.value.flatMap { $0.value.isFinite ? $0 : nil }
    }
    let known = parts.filter { $0.role == .member }.compactMap { row in finite(row).map { (row.member, $0) } }
    let total = finite(group)
    let hidesSome = parts.contains { $0.values.first == .secret }
    guard let best = known.max(by: { ($0.1.value, $1.0.code) < ($1.1.value, $0.0.code) }), best.1.value > 0
    else {
      return hidesSome ? .open : .unavailable
    }
    if parts.contains(where: { finite($0) == nil }) {
      guard let total else { return .open }
      let withheld = total.value - parts.compactMap(finite).reduce(0) { $0 + $1.value }
      if withheld >= best.1.value { return .open }
    }
    return .member(best.0, amount: best.1, total: total)
  }

  static func == (a: Leaders, b: Leaders) -> Bool {
    a.territories.map(\.territory) == b.territories.map(\.territory)
      && a.territories.map(\.leader) == b.territories.map(\.leader)
  }

  func hash(into hasher: inout Hasher) { for (_, leader) in territories { hasher.combine(leader) } }
}
