import Geometry
import Pages

/// An axis of numbers with its ticks at the edges of bins: the two ends are written, the others where they fit.
public struct EdgeAxis: Axis {
  public let domain: ClosedRange<Double>
  public let numbers: NumberForm
  public var title: String?
  private let inner: [Double]
  public var grid: [Double] { [] }

  /// - Parameters:
  ///   - edges: ascending; the first and the last are the ends of the axis.
  ///   - ticks: those of the inner edges that have a tick.
  public init(_ edges: [Double], ticks: [Double], numbers: NumberForm, title: String? = nil) {
    domain = (edges.first ?? 0)...max(edges.last ?? 1, edges.first ?? 0)
    inner = ticks.filter { [domain] in $0 > domain.lowerBound && $0 < domain.upperBound }
    (self.numbers, self.title) = (numbers, title)
  }

  static let leastPitch: Length = 3

  public func scale(from start: Length, to end: Length) -> any PositionScale {
    LinearScale(domain, from: start, to: end)
  }

  public func side(kit: Kit) throws -> [(value: Double, text: Frame)] {
    try ([domain.lowerBound, domain.upperBound] + inner).map { value in
      (value, try kit.typesetter.line(value == 0 ? "0" : numbers.text(value), kit.theme.text.axis))
    }
  }

  public func foot(_ scale: any PositionScale, width: Length, kit: Kit) throws -> Frame {
    let style = kit.theme.text.axis
    let name = try title.map { try kit.wrapped($0, style, measure: width, anchor: .end) }
    var foot = Frame(
      size: Size(width: width, height: 4 + style.leading + (name.map { $0.height + 1 } ?? .zero)))
    var placement = LabelPlacement(bounds: Rect(origin: .zero, size: foot.size))
    // So many ticks would be a bar: those with a number are enough.
    let isDense = width / Double(inner.count + 2) < Self.leastPitch
    for (value, text) in try side(kit: kit) {
      if !isDense { foot.rule(down: .zero...2.5, x: scale(value), kit.theme.colors.ink, 0.4) }
      let padded = Size(width: min(text.width + 3, width), height: text.height)
      let left = min(max(scale(value) - text.width / 2, .zero), width - padded.width)
      guard let corner = placement.place(padded, at: [Point(x: left, y: 4)]) else { continue }
      foot.place(text, at: corner)
      if isDense { foot.rule(down: .zero...2.5, x: scale(value), kit.theme.colors.ink, 0.4) }
    }
    if let name {
      let left = max(scale.range.upperBound - name.width, .zero)
      foot.place(name, at: Point(x: left, y: 5 + style.leading))
    }
    return foot
  }
}
