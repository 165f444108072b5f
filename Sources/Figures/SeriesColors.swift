import Pages

/// The places in the categorical palette of the series of one figure, by their names.
public struct SeriesColors: Hashable, Sendable {
  /// Two series that have one colour in a report.
  public struct Shared: Hashable, Sendable {
    /// The series of this figure, and the one that had the colour before it.
    public let series, other: String
  }

  /// The series of this figure that got a colour which means another one elsewhere.
  public fileprivate(set) var shared: [Shared] = []
  fileprivate var places: [String: Int] = [:]

  public init() {}

  /// `nil` for a series that nobody registered.
  public func place(of name: String) -> Int? { places[Self.key(name)] }

  /// "Commerce" and "commerce" are the same to a reader.
  fileprivate static func key(_ name: String) -> String { name.lowercased() }
}

/// Gives each series of a report a colour and keeps it, so that a colour means the same scheme or class in all figures.
///
/// A series gets the first colour that none has yet, and of these one that no reader confuses with another of its
/// figure, where there is such a one. When the palette is used up, series that never stood in one figure share a colour,
/// and `SeriesColors.shared` tells it.
public struct ColorRegister: Sendable {
  private let palette: [Color]
  private var owners: [(name: String, place: Int)]
  private var shown: Set<String> = []

  /// - Parameter reserved: series that have the first colours, whatever figure shows them first.
  public init(_ palette: [Color], reserved: [String] = []) {
    self.palette = palette
    owners = zip(reserved, palette.indices).map { ($0, $1) }
  }

  /// Whether a figure showed a series in colour.
  public func hasShown(_ name: String) -> Bool { shown.contains(SeriesColors.key(name)) }

  /// - Parameter names: of the series of one figure, those that matter most first; names beyond the palette have no
  ///   colour.
  public mutating func colors(for names: [String]) -> SeriesColors {
    let names = names.prefix(palette.count)
    shown.formUnion(names.map(SeriesColors.key))
    var colors = SeriesColors()
    for name in names {
      guard let place = owned(by: name), !colors.places.values.contains(place) else { continue }
      colors.places[SeriesColors.key(name)] = place
    }
    for name in names where colors.place(of: name) == nil {
      guard let place = free(beside: colors.places.values) else { continue }
      colors.places[SeriesColors.key(name)] = place
      if let other = owners.last(where: { $0.place == place }) {
        colors.shared.append(SeriesColors.Shared(series: name, other: other.name))
      }
      if owned(by: name) == nil { owners.append((name, place)) }
    }
    return colors
  }

  private func owned(by name: String) -> Int? {
    owners.first { SeriesColors.key($0.name) == SeriesColors.key(name) }?.place
  }

  /// A place of the fewest series, and the first of these that is told apart from all others of the figure.
  private func free(beside taken: some Collection<Int>) -> Int? {
    let free = palette.indices.filter { !taken.contains($0) }
    let uses = Dictionary(owners.map { ($0.place, 1) }, uniquingKeysWith: +)
    guard let least = free.map({ uses[$0, default: 0] }).min() else { return nil }
    let rarest = free.filter { uses[$0, default: 0] == least }
    return rarest.first { place in
      taken.allSatisfy { ColorVision.areDistinct(palette[place], palette[$0]) }
    } ?? rarest.first
  }
}
