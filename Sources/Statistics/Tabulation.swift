import Quantities

/// What a query returns: rows of published cells. Prose, charts, maps and tables see nothing else.
public struct Tabulation: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// The expression as written: `fds.amount / population`.
    public var expression: String
    /// From the dictionary, in the report's language: "Montant versé".
    public var label: String
    /// Where there is little room, as in the head of a table; the label itself where the dictionary has none.
    public var shortLabel: String
    /// What a figure calls it, where that is not its measure's name: a member, a day, a name that the author gave.
    public var name: String?
    public var unit: Unit
    public var kind: Kind
    /// A difference, between two snapshots or two expressions: printed with its sign.
    public var isChange: Bool
    /// A difference between two snapshots, which is said with its interval.
    public var spansInterval: Bool
    /// Money that those it is counted for were given.
    public var isReceived: Bool
    /// Of cumulative figures: where the difference is below nothing, the source has revised what it published.
    public var fallIsRevision: Bool

    public init(
      expression: String, label: String, shortLabel: String? = nil, unit: Unit, kind: Kind,
      isChange: Bool = false, spansInterval: Bool = false, fallIsRevision: Bool = false,
      isReceived: Bool = false
    ) {
      self.spansInterval = spansInterval
      self.fallIsRevision = fallIsRevision
      self.isReceived = isReceived
      (self.expression, self.label, self.unit) = (expression, label, unit)
      (self.shortLabel, self.kind, self.isChange) = (shortLabel ?? label, kind, isChange)
    }
  }

  public struct Row: Hashable, Sendable {
    public enum Role: Hashable, Sendable {
      case member
      /// A row that carries the values of its members, which follow it.
      case group
      /// "Autres": what the source sums up after the rows it names.
      case remainder
      /// What has no place on the map: "sans département connu".
      case unlocated
      case total
    }

    public var member: Member
    public var role: Role
    /// 0 for the outermost.
    public var depth: Int
    public var values: [Published<Quantity>]

    public init(member: Member, role: Role = .member, depth: Int = 0, values: [Published<Quantity>]) {
      (self.member, self.role, self.depth, self.values) = (member, role, depth, values)
    }
  }

  public var columns: [Column]
  public var rows: [Row]
  /// The snapshot read, the one before it, and who published it.
  public var snapshot: Snapshot

  /// What its outermost rows are of all members, where a query asked for the first of them alone.
  public var excerpt: Excerpt?

  public init(columns: [Column], rows: [Row], snapshot: Snapshot, excerpt: Excerpt? = nil) {
    (self.columns, self.rows, self.snapshot, self.excerpt) = (columns, rows, snapshot, excerpt)
  }
}

/// The first members of a level: so many of so many.
public struct Excerpt: Hashable, Sendable {
  public var level: String
  public var shown: Int
  public var whole: Int
  /// The others stand together in a row.
  public var hasRest = false

  /// `nil` where nothing is left out.
  public init?(of level: String, shown: Int, whole: Int) {
    guard shown < whole else { return nil }
    (self.level, self.shown, self.whole) = (level, shown, whole)
  }
}

extension Tabulation {
  /// Whether the rows are territories: their sum is the country, that of other parts is just all of them.
  public var isTerritorial: Bool { rows.contains { $0.role != .total && $0.member.article != nil } }
}

/// A member of a dimension: a department, a section of the nomenclature, a month.
public struct Member: Hashable, Sendable {
  /// `departement`, `region`, `section` …
  public var level: String
  public var code: String
  public var label: String
  /// Where there is little room; the label itself where the nomenclature has none.
  public var shortLabel: String
  /// The INSEE code of the article (0 none, 1 vowel, 2 le, 3 la, 4 les, 5 l'), for territories.
  public var article: Int?

  public init(level: String, code: String, label: String, shortLabel: String? = nil, article: Int? = nil) {
    (self.level, self.code, self.label) = (level, code, label)
    (self.shortLabel, self.article) = (shortLabel ?? label, article)
  }
}

/// The published state of a source that an edition reads.
public struct Snapshot: Hashable, Sendable {
  public var date: CalendarDate
  public var previous: CalendarDate?
  /// "DGFiP, fonds de solidarité"
  public var source: String

  public init(date: CalendarDate, previous: CalendarDate?, source: String) {
    (self.date, self.previous, self.source) = (date, previous, source)
  }

  /// Days since the previous snapshot.
  public var days: Int? { previous.map { date - $0 } }
}

/// A measure over its snapshots, oldest first, up to the edition's date.
public struct Series: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var date: CalendarDate
    public var value: Published<Quantity>

    public init(date: CalendarDate, value: Published<Quantity>) {
      (self.date, self.value) = (date, value)
    }
  }

  /// What was added between two snapshots.
  public struct Flow: Hashable, Sendable {
    public var from: CalendarDate
    public var to: CalendarDate
    public var value: Published<Quantity>

    public var days: Int { to - from }
  }

  public var column: Tabulation.Column
  public var points: [Point]
  public var snapshot: Snapshot

  public init(column: Tabulation.Column, points: [Point], snapshot: Snapshot) {
    (self.column, self.points, self.snapshot) = (column, points, snapshot)
  }

  /// The differences between neighbours; a negative one of a stock is a revision. That of two rates is a rate.
  public var flows: [Flow] {
    zip(points, points.dropFirst()).map { before, after in
      let value = after.value.combined(with: before.value) { a, b in
        Quantity(a.value - b.value, a.unit, a.kind == .rate ? .rate : .flow)
      }
      return Flow(from: before.date, to: after.date, value: value)
    }
  }
}
