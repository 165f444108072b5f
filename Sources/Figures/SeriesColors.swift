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
/// A palette has few colours: series that never stand in one figure share one. A series whose colour another one of the
/// same figure has already takes a free one there.
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
    for key in keys where chosen[key] == nil {
      let free = (0..<count).filter { !chosen.values.contains($0) }
      guard let place = free.min(by: { uses($0) < uses($1) }) else { continue }
      chosen[key] = place
      if places[key] == nil { places[key] = place }
    }
    return SeriesColors(chosen)
  }

  /// How many series have this colour already.
  private func uses(_ place: Int) -> Int { places.values.count { $0 == place } }
}
