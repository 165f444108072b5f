import Diagnostics
import Quantities

/// What the figures of a cube show of their own quality, from its first snapshot to the one that an edition reads.
///
/// Everything here follows from published cells of the first measure; nothing is known from elsewhere.
public struct DataQuality: Hashable, Sendable {
  /// A cumulative value that is lower than at the snapshot before.
  public struct Fall: Hashable, Sendable {
    public var date: CalendarDate
    /// Above zero.
    public var amount: Quantity
  }

  /// What a level's territories, those without place included, add up to beyond the whole.
  public struct Gap: Hashable, Sendable {
    /// `region`, `departement`.
    public var level: String
    public var difference: Published<Quantity>
  }

  public var snapshot: Snapshot
  public var first: CalendarDate
  public var count: Int
  /// The Thursdays of the ISO weeks without a snapshot.
  public var missingWeeks: [CalendarDate]
  public var falls: [Fall]
  public var gaps: [Gap]
  /// What has no place at the finest level, and its part of the whole.
  public var unlocated: Published<Quantity>
  public var unlocatedShare: Published<Quantity>
}

extension Catalog {
  /// Examines the national series and the levels of a cube.
  public func quality(of cube: Cube, edition: CalendarDate) throws -> DataQuality {
    let evaluation = Evaluation(self, edition: edition)
    let snapshot = try evaluation.snapshot(of: cube)
    guard let schema = cube.tables.first, let measure = cube.measures.first else {
      throw Failure(Messages.noTable(cube.name, dimensions: [], at: nil))
    }
    let dates = try table(schema, of: cube).snapshots.filter { $0 <= snapshot.date }
    let examiner = QualityExaminer(evaluation: evaluation, cube: cube, measure: measure, schema: schema)
    let unlocated = try examiner.unlocated(at: snapshot.date)
    return DataQuality(
      snapshot: snapshot, first: dates.first ?? snapshot.date, count: dates.count,
      missingWeeks: Self.missingWeeks(dates), falls: try examiner.falls(over: dates),
      gaps: try examiner.gaps(at: snapshot.date), unlocated: unlocated,
      unlocatedShare: try unlocated.combined(with: examiner.whole(at: snapshot.date)) {
        Quantity($0.value / $1.value, .share, .rate)
      }.finite)
  }

  /// The weeks between the first and the last date that hold none of them, by their Thursday.
  static func missingWeeks(_ dates: [CalendarDate]) -> [CalendarDate] {
    let thursdays = dates.map { $0 + (4 - $0.weekday) }
    guard let first = thursdays.first, let last = thursdays.last, first < last else { return [] }
    let present = Set(thursdays)
    return stride(from: first.dayNumber, through: last.dayNumber, by: 7).map(CalendarDate.init(dayNumber:))
      .filter { !present.contains($0) }
  }
}

/// Asks a cube's first table for what it says of itself.
private struct QualityExaminer {
  let evaluation: Evaluation
  let cube: Cube
  let measure: Measure
  let schema: TableSchema

  private var territories: [Level] { evaluation.catalog.contents.territories }

  func whole(at date: CalendarDate) throws -> Published<Quantity> { try value(.whole, at: date) }

  /// Falls of a stock; a flow may fall as it likes.
  func falls(over dates: [CalendarDate]) throws -> [DataQuality.Fall] {
    guard measure.kind == .stock, schema.dimensions.isEmpty else { return [] }
    let known = try dates.compactMap { date in try whole(at: date).value.map { (date, $0) } }
    return zip(known, known.dropFirst()).compactMap { before, after in
      guard after.1.value < before.1.value else { return nil }
      let amount = Quantity(before.1.value - after.1.value, measure.unit, .flow)
      return DataQuality.Fall(date: after.0, amount: amount)
    }
  }

  /// The levels below the whole, where the table publishes both and the measure can be added up.
  func gaps(at date: CalendarDate) throws -> [DataQuality.Gap] {
    let levels = schema.levels(territories)
    guard measure.isAdditive, levels.contains(0) else { return [] }
    return try levels.filter { $0 > 0 }.map { level in
      let gap = try sum(of: level, at: date).combined(with: whole(at: date)) {
        Quantity($0.value - $1.value, $1.unit, .flow)
      }
      return DataQuality.Gap(level: territories[level].name, difference: gap)
    }
  }

  /// A sum with a withheld cell is withheld; what is not published counts for nothing.
  private func sum(of level: Int, at date: CalendarDate) throws -> Published<Quantity> {
    let nothing = Published.value(Quantity(0, measure.unit, measure.kind))
    return try cells(of: level, at: date).map { try value($0, at: date) }.filter { $0 != .unavailable }
      .reduce(nothing) { $0.combined(with: $1) { Quantity($0.value + $1.value, $0.unit, $0.kind) } }
  }

  func unlocated(at date: CalendarDate) throws -> Published<Quantity> {
    guard let level = schema.levels(territories).max(), level > 0 else { return .unavailable }
    let places = try cells(of: level, at: date).filter {
      territories[level].entries[Int($0.place.entry)].population == nil
    }
    let values = try places.compactMap { try value($0, at: date).value?.value }
    return .value(Quantity(values.reduce(0, +), measure.unit, measure.kind))
  }

  /// The territories of a level that the table has rows of.
  private func cells(of level: Int, at date: CalendarDate) throws -> [Cell] {
    let catalog = evaluation.catalog
    let moment = catalog.store.moment(of: try catalog.table(schema, of: cube), at: date)
    return Set(moment.runs.filter { Int($0.place.level) == level }.map(\.place.entry)).sorted().map {
      Cell(place: Table.Place(level: Int8(level), entry: $0))
    }
  }

  private func value(_ cell: Cell, at date: CalendarDate) throws -> Published<Quantity> {
    try evaluation.number(cube, measure, cell, at: date, nil).map {
      Quantity($0, measure.unit, measure.kind)
    }
  }
}
