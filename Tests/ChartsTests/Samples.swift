import Figures
import Fonts
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Testing
import Typesetting

@testable import Charts

/// Numbers that look random and are the same in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

enum Sample {
  static let kit = Kit(
    typesetter: Typesetter(fonts: .synthetic, language: .french), theme: Theme())

  static let snapshot = Snapshot(
    date: CalendarDate(dayNumber: 18_728), previous: CalendarDate(dayNumber: 18_719), source: "Source")

  static func column(
    _ label: String = "Montant versé", _ unit: Unit = .euro, _ kind: Kind = .stock, isChange: Bool = false
  ) -> Tabulation.Column {
    Tabulation.Column(
      expression: label, label: label, unit: unit, kind: kind, isChange: isChange, spansInterval: isChange)
  }

  static let perHead = Unit(.euro, per: .count("habitants"))

  /// One row a member: codes "01", "02" …; `nil` is secret.
  static func table(_ rows: [[Double?]], _ columns: [Tabulation.Column], total: [Double]? = nil) -> Tabulation
  {
    func cells(_ values: [Double?]) -> [Published<Quantity>] {
      zip(values, columns).map { value, column in
        value.map { .value(Quantity($0, column.unit, column.kind)) } ?? .secret
      }
    }
    var made = rows.enumerated().map { index, values in
      let code = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      return Tabulation.Row(
        member: Member(level: "departement", code: code, label: "Département \(code)", article: 2),
        values: cells(values))
    }
    if let total {
      made.append(
        Tabulation.Row(
          member: Member(level: "FR", code: "FR", label: "France"), role: .total, values: cells(total)))
    }
    return Tabulation(columns: columns, rows: made, snapshot: snapshot)
  }

  /// One group a list, one member a value: groups "1", "2" …, members "01", "02" …; `nil` is secret.
  static func groups(
    _ values: [[Double?]], column: Tabulation.Column = column("Montant par habitant", perHead, .rate)
  ) -> Tabulation {
    func cell(_ value: Double?) -> [Published<Quantity>] {
      [value.map { .value(Quantity($0, column.unit, column.kind)) } ?? .secret]
    }
    var count = 0
    let rows = values.enumerated().flatMap { index, members -> [Tabulation.Row] in
      let code = "\(index + 1)"
      let group = Tabulation.Row(
        member: Member(level: "region", code: code, label: "Région \(code)", article: 2), role: .group,
        values: cell(members.compactMap(\.self).reduce(0, +)))
      return [group]
        + members.map { value in
          count += 1
          let member = Member(
            level: "departement", code: "0\(count)", label: "Département 0\(count)", article: 2)
          return Tabulation.Row(member: member, depth: 1, values: cell(value))
        }
    }
    return Tabulation(columns: [column], rows: rows, snapshot: snapshot)
  }

  /// Three months of two sections.
  static func months() -> Tabulation {
    let rows = [4, 5, 6].flatMap { month -> [Tabulation.Row] in
      let code = "2020-0\(month)"
      let group = Tabulation.Row(
        member: Member(level: "month", code: code, label: code), role: .group,
        values: [.value(Quantity(Double(month) * 3e6, .euro))])
      return [group]
        + [1.0, 2].map { part in
          Tabulation.Row(
            member: Member(level: "section", code: "\(part)", label: "Section \(Int(part))"), depth: 1,
            values: [.value(Quantity(Double(month) * part * 1e6, .euro))])
        }
    }
    return Tabulation(columns: [column()], rows: rows, snapshot: snapshot)
  }

  /// Values seven days apart; `nil` is secret.
  static func series(_ values: [Double?], unit: Unit = .euro, kind: Kind = .stock) -> Series {
    Series(
      column: column("Montant versé", unit, kind),
      points: values.enumerated().map { index, value in
        Series.Point(
          date: CalendarDate(dayNumber: 18_728 - 7 * (values.count - 1 - index)),
          value: value.map { .value(Quantity($0, unit, kind)) } ?? .secret)
      }, snapshot: snapshot)
  }

  /// A picture at its natural height.
  static func frame(_ picture: some Picture, width: Length = 482) throws -> Frame {
    let height = try picture.naturalHeight(width: width, kit: kit)
    return try picture.frame(size: Size(width: width, height: height), kit: kit)
  }

  static func texts(_ picture: some Picture, width: Length = 482) throws -> [String] {
    try frame(picture, width: width).texts().map(\.text)
  }
}

/// The first pair of texts that meet; `nil` where none do.
func collision(in frame: Frame) -> String? {
  let texts = frame.texts().map { ($0.text, $0.box.expanded(by: -0.05)) }.sorted { $0.1.minY < $1.1.minY }
  for (index, a) in texts.enumerated() {
    for b in texts[(index + 1)...] {
      if b.1.minY >= a.1.maxY { break }
      if a.1.intersects(b.1) { return "`\(a.0)` over `\(b.0)`" }
    }
  }
  return nil
}

/// The first text that stands outside the frame.
func stray(in frame: Frame) -> String? {
  let bounds = Rect(origin: .zero, size: frame.size).expanded(by: 0.6)
  return frame.texts().first { !bounds.contains($0.box) }.map { "`\($0.text)` at \($0.box) of \(frame.size)" }
}
