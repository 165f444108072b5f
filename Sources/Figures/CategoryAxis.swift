import Geometry
import Pages

/// An axis of named categories, each as wide as the others; a name that is too long is set on several lines.
///
/// No word is broken: below a plot, names that would meet the one before them are left out, and told of.
public struct CategoryAxis: Axis {
  public let names: [String]
  public var title: String?
  /// The first and the last stand at the ends of the plot: moments that lines join.
  public let isMoments: Bool
  public var grid: [Double] { isMoments ? names.indices.map(Double.init) : [] }

  /// Between the names of neighbours.
  public static let gap: Length = 3
  /// The room that names at the side may take.
  public var side: Length = 110

  public init(_ names: [String], isMoments: Bool = false, title: String? = nil) {
    (self.names, self.isMoments, self.title) = (names, isMoments && names.count > 1, title)
  }

  public func scale(from start: Length, to end: Length) -> any PositionScale {
    isMoments
      ? LinearScale(0...Double(names.count - 1), from: start, to: end)
      : BandScale(count: names.count, from: start, to: end, padding: 0.22)
  }

  public func side(kit: Kit) throws -> [(value: Double, text: Frame)] {
    try names.enumerated().map { index, name in
      let text = kit.language.typography(name)
      return (
        Double(index), try kit.wrapped(text, kit.theme.text.axis, measure: side, anchor: .end)
      )
    }
  }

  /// The widest part of the names that no line may divide.
  public func widestWord(_ kit: Kit) throws -> Length {
    try names.map { try kit.widestPiece(kit.language.typography($0), kit.theme.text.axis) }.max() ?? .zero
  }

  public func foot(_ scale: any PositionScale, width: Length, kit: Kit) throws -> Frame {
    let step = names.count > 1 ? (scale(1) - scale(0)).magnitude : width
    let texts = try names.enumerated().map { index, name in
      let (text, style) = (kit.language.typography(name), kit.theme.text.axis)
      let measure = max(step - Self.gap, try kit.widestPiece(text, style))
      return (
        value: Double(index), text: try kit.wrapped(text, style, measure: measure, anchor: .middle)
      )
    }
    // Below names at the sides of the plot, where there are some.
    let top: Length = isMoments ? 6 : 4
    let height = top + (texts.map(\.text.height).max() ?? .zero)
    var foot = Frame(size: Size(width: width, height: height))
    if isMoments { return try moments(texts, scale, width: width, top: top, kit) }
    var end = -Self.gap
    for (value, text) in texts {
      let left = min(max(scale(value) - text.width / 2, .zero), max(width - text.width, .zero))
      guard left - end > Self.gap - 0.1, text.width <= width else {
        foot.unplaced.append(names[Int(value)])
        continue
      }
      foot.place(text, at: Point(x: left, y: top))
      end = left + text.width
    }
    return foot
  }

  /// On one line each, else on several; what has no room even so is told of.
  private func moments(
    _ texts: [(value: Double, text: Frame)], _ scale: any PositionScale, width: Length, top: Length,
    _ kit: Kit
  ) throws -> Frame {
    var placed = thinned(texts, scale, width: width, top: top)
    if placed.count < texts.count {
      let style = kit.theme.text.axis
      let narrow = try names.enumerated().map { index, name in
        // Days and years may part.
        let text = kit.language.typography(name).replacing("\u{A0}", with: " ")
        let measure = max((scale(1) - scale(0)).magnitude - 5, try kit.widestPiece(text, style))
        return (value: Double(index), text: try kit.wrapped(text, style, measure: measure, anchor: .middle))
      }
      placed = thinned(narrow, scale, width: width, top: top)
    }
    var foot = Frame(
      size: Size(width: width, height: top + (placed.map(\.text.height).max() ?? .zero)))
    for (text, place) in placed { foot.place(text, at: place) }
    if placed.count < names.count {
      // Thinning keeps every second, third …
      let stride = (names.count + placed.count - 1) / max(placed.count, 1)
      foot.unplaced = names.enumerated().filter { $0.offset % stride != 0 }.map(\.element)
    }
    return foot
  }
}
