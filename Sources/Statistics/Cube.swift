import Diagnostics
import Quantities

/// What the dictionary says of a measure.
public struct Measure: Hashable, Sendable {
  public var name: String
  public var label: String
  public var shortLabel: String?
  public var unit: Unit
  public var kind: Kind
  /// Whether the parts of a whole add up to it; distinct counts do not.
  public var isAdditive: Bool
  /// Money that those it is counted for were given: "Rhône a reçu".
  public var isReceived = false
}

/// A scheme: its measures, the files that break them down, and the rules of their publication.
public struct Cube: Sendable {
  public let name: String
  public let label: String
  public let producer: String
  /// "DGFiP, fonds de solidarité"
  public let source: String
  /// "hebdomadaire"
  public let frequency: String
  /// What the figures cover: "France, ensemble des volets".
  public let scope: String
  /// Days after which a snapshot is too old to print; `nil` where the scheme has ended.
  public let fresh: Int?
  public let measures: [Measure]
  /// The measure that counts contributors, and how many a cell needs to be shown.
  public let contributors: String
  public let minimum: Double
  /// Codes that stand for the sum of a dimension in the source: `type: TOTAL`.
  let totals: [String: String]
  var tables: [TableSchema]

  public func measure(_ name: String) -> Measure? { measures.first { $0.name == name } }

  /// The levels that its tables are broken down by.
  var levelNames: [String] {
    tables.flatMap { table in
      switch table.geography {
      case .national: table.dimensions
      case .column(let level): [level] + table.dimensions
      case .mixed(let levels): levels + table.dimensions
      }
    }
  }
}
