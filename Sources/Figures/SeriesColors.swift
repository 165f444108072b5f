/// The places in the categorical palette of the series of one figure, by their names.
public struct SeriesColors: Hashable, Sendable {
  private let places: [String: Int]

  public init() { places = [:] }

  fileprivate init(_ places: [String: Int]) { self.places = places }

  /// `nil` for a series that nobody registered.
  public func place(of name: String) -> Int? { places[Self.key(name)] }

  /// "Commerce" and "commerce" are the same to a reader.
  fileprivate static func key(_ name: String) -> String { name.lowercased() }
}

/// Gives each series of a report a colour and keeps it, so that a colour means the same scheme or class in all figures.
///
/// A palette has few colours: series that never stand in one figure share one, the least used before the others, in the
/// order of the palette. Those beyond the fifth are for the last series of a figure of many. A series whose colour another
/// one of the same figure has already takes a free one there.
public struct ColorRegister: Sendable {
  private var places: [String: Int] = [:]

  public init() {}

  /// - Parameters:
  ///   - names: of the series of one figure, those that matter most first.
  ///   - count: colours of the palette; names beyond them have none.
  public mutating func colors(for names: [String], among count: Int) -> SeriesColors {
    let keys = names.prefix(count).map(SeriesColors.key)
    var chosen: [String: Int] = [:]
    for key in keys {
      guard let place = places[key], place < count, !chosen.values.contains(place) else { continue }
      chosen[key] = place
    }
    for (index, key) in keys.enumerated() where chosen[key] == nil {
      let free = (0..<count).filter { !chosen.values.contains($0) }
      guard let place = free.min(by: { rank($0, at: index) < rank($1, at: index) }) else { continue }
      chosen[key] = place
      if places[key] == nil { places[key] = place }
    }
    return SeriesColors(chosen)
  }

  /// The places of a palette that any series may have.
  private static let common = 5

  /// That of the fewest series comes first. The last places are for the last series of a figure of many; elsewhere they
  /// come after all others.
  private func rank(_ place: Int, at index: Int) -> (extra: Int, uses: Int) {
    let isExtra = place >= Self.common && index < Self.common - 1
    return (isExtra ? 1 : 0, places.values.count { $0 == place })
  }
}
