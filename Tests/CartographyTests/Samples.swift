import Figures
import Fonts
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

@testable import Cartography

/// A country of 4 × 8 square departments of 100 km, four to a region, with an island at left and a zoom on the four
/// squares in the middle.
enum Country {
  static let columns = 4
  static let rows = 8
  static let cell = 100_000.0

  /// "A0" … "D7": column letter, row from the south.
  static func code(_ column: Int, _ row: Int) -> String {
    "\(Character(Unicode.Scalar(UInt8(65 + column))))\(row)"
  }

  static let squares = (0..<columns).flatMap { column in (0..<rows).map { (column, $0) } }
  static let codes = squares.map(code) + ["I0"]
  static let ring = [code(1, 3), code(2, 3), code(1, 4), code(2, 4)]

  static var atlas: Atlas {
    let corner = MapPoint(x: Double(columns) * cell, y: Double(rows) * cell)
    return Atlas(
      levels: ["departement", "region"],
      panels: [
        Atlas.Panel(
          id: "main", title: "", epsg: 2154, low: MapPoint(x: 0, y: 0), high: corner,
          zoomOf: nil, codes: squares.map(code)),
        Atlas.Panel(
          id: "zoom", title: "Centre", epsg: 2154, low: MapPoint(x: cell, y: 3 * cell),
          high: MapPoint(x: 3 * cell, y: 5 * cell), zoomOf: "main", codes: ring),
        Atlas.Panel(
          id: "island", title: "Île", epsg: 5490, low: MapPoint(x: 0, y: 0), high: MapPoint(x: cell, y: cell),
          zoomOf: nil, codes: ["I0"]),
      ],
      territories: territories, arcs: mainArcs + islandArcs, tolerances: [100, 1000])
  }

  private static var territories: [Atlas.Territory] {
    let departements = squares.map { column, row in
      Atlas.Territory(
        level: "departement", code: code(column, row), name: code(column, row),
        parent: "R\(column / 2)\(row / 2)", panel: "main", label: centre(column, row))
    }
    let regions = squares.filter { $0.0 % 2 == 0 && $0.1 % 2 == 0 }.map { column, row in
      Atlas.Territory(
        level: "region", code: "R\(column / 2)\(row / 2)", name: "Région \(column / 2)\(row / 2)",
        parent: nil,
        panel: "main", label: MapPoint(x: Double(column + 1) * cell, y: Double(row + 1) * cell))
    }
    let island = MapPoint(x: cell / 2, y: cell / 2)
    return departements + regions + [
      Atlas.Territory(
        level: "departement", code: "I0", name: "Île", parent: "RI", panel: "island", label: island),
      Atlas.Territory(level: "region", code: "RI", name: "Île", parent: nil, panel: "island", label: island),
    ]
  }

  static func centre(_ column: Int, _ row: Int) -> MapPoint {
    MapPoint(x: (Double(column) + 0.5) * cell, y: (Double(row) + 0.5) * cell)
  }

  private static var islandArcs: [Atlas.Arc] {
    let shore = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { MapPoint(x: $0.0 * cell, y: $0.1 * cell) }
    return [Atlas.Arc(panel: "island", left: "I0", right: nil, details: [shore, shore])]
  }

  /// One arc for each side of each square.
  private static var mainArcs: [Atlas.Arc] {
    let upright = (0...columns).flatMap { x in
      (0..<rows).compactMap { y in arc((x, y), (x, y + 1), left: (x - 1, y), right: (x, y)) }
    }
    let level = (0..<columns).flatMap { x in
      (0...rows).compactMap { y in arc((x, y), (x + 1, y), left: (x, y), right: (x, y - 1)) }
    }
    return upright + level
  }

  private static func arc(
    _ from: (Int, Int), _ to: (Int, Int), left: (Int, Int), right: (Int, Int)
  ) -> Atlas.Arc? {
    func square(_ place: (Int, Int)) -> String? {
      squares.contains { $0 == place } ? code(place.0, place.1) : nil
    }
    let line = [from, to].map { MapPoint(x: Double($0.0) * cell, y: Double($0.1) * cell) }
    if let owner = square(left) {
      return Atlas.Arc(panel: "main", left: owner, right: square(right), details: [line, line])
    }
    let back = Array(line.reversed())
    return square(right).map { Atlas.Arc(panel: "main", left: $0, right: nil, details: [back, back]) }
  }
}

/// Tabulations of the country.
enum Sample {
  static let euros = Tabulation.Column(
    expression: "amount / population", label: "Montant par habitant",
    unit: Unit(.euro, per: .count("habitants")), kind: .rate, isReceived: true)
  static let amount = Tabulation.Column(
    expression: "amount", label: "Montant", unit: .euro, kind: .stock, isReceived: true)

  static let snapshot = Snapshot(
    date: CalendarDate(dayNumber: 18_728), previous: nil, source: "Source")

  /// Departments with these values; `nil` is secret.
  static func rates(_ value: (Int) -> Published<Double>) -> Tabulation {
    let rows = Country.codes.enumerated().map { index, code in
      Tabulation.Row(
        member: Member(level: "departement", code: code, label: "Département \(code)", article: 2),
        values: [value(index).map { Quantity($0, euros.unit, .rate) }])
    }
    return Tabulation(columns: [euros], rows: rows, snapshot: snapshot)
  }

  /// With a second measure: how many of something each territory has.
  static func sized(_ table: Tabulation, by label: String, _ size: (Int) -> Double) -> Tabulation {
    var copy = table
    copy.columns.append(
      Tabulation.Column(expression: "size", label: label, unit: Unit(.count("habitants")), kind: .stock))
    for index in copy.rows.indices {
      copy.rows[index].values.append(.value(Quantity(size(index), Unit(.count("habitants")))))
    }
    return copy
  }

  /// 100, 110, 120 …; the first is secret, the second not available.
  static var gaps: Tabulation {
    rates { $0 == 0 ? .secret : $0 == 1 ? .unavailable : .value(100 + 10 * Double($0)) }
  }

  static var regions: Tabulation {
    let territories = Country.atlas.territories.filter { $0.level == "region" }
    var rows = territories.enumerated().map { index, region in
      Tabulation.Row(
        member: Member(level: "region", code: region.code, label: region.name, article: 3),
        values: [.value(Quantity(Double((index + 1) * (index + 1)) * 10e6, .euro))])
    }
    let nowhere = Member(level: "region", code: "ND", label: "sans région connue", shortLabel: "sans région")
    rows.append(Tabulation.Row(member: nowhere, role: .unlocated, values: [.value(Quantity(40e6, .euro))]))
    let sum = rows.reduce(0) { $0 + ($1.values[0].value?.value ?? 0) }
    let all = Member(level: "FR", code: "FR", label: "France")
    rows.append(Tabulation.Row(member: all, role: .total, values: [.value(Quantity(sum, .euro))]))
    return Tabulation(columns: [amount], rows: rows, snapshot: snapshot)
  }

  static let kit = Kit(
    typesetter: Typesetter(fonts: .synthetic, language: .french), theme: Theme())

  /// A picture at its natural height.
  static func frame(_ picture: some Picture, columns: Int) throws -> Frame {
    let width = kit.theme.page.width(columns: columns)
    let height = try picture.naturalHeight(width: width, kit: kit)
    return try picture.frame(size: Size(width: width, height: height), kit: kit)
  }
}
