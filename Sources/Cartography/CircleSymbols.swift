import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// A circle on a map.
struct CircleSymbol {
  /// Of what is withheld, whose circle tells nothing but that.
  static let secretRadius: Length = 3.5

  let row: TerritoryValues.Row
  var centre: Point
  /// Its own place, where it was moved off its territory: joined by a leader.
  var home: Point?
  let radius: Length
  /// In a framed inset, whose name and value stand beside the frame.
  let inset: MapPlan.Inset?
}

/// The circles of the territories of a map: none hides another.
struct CircleSymbols {
  let values: TerritoryValues
  let scale: CircleScale
  let base: BaseMap

  /// The scale at which each circle has room in the frame of its territory, under its name.
  var fittedScale: CircleScale {
    let shares = values.rows.compactMap { row -> Double? in
      guard let value = row.value.value, let inset = inset(of: row.member.code) else { return nil }
      let room = inset.room.expanded(by: -1)
      let radius = max(scale.radius(value.value), 1)
      return min(room.width, room.height).ratio(to: radius * 2)
    }
    return scale.shrunk(by: min(max(shares.min() ?? 1, 0.1), 1))
  }

  private func inset(of code: String) -> MapPlan.Inset? {
    base.anchor(of: code).flatMap { centre in base.plan.insets.first { $0.frame.contains(centre) } }
  }

  /// Larger circles first, so that smaller ones stay in sight. What is nothing or not available has none: the legend
  /// counts it.
  func placed() -> [CircleSymbol] {
    let symbols = values.rows.compactMap { row -> CircleSymbol? in
      guard isDrawn(row.value), let centre = base.anchor(of: row.member.code) else { return nil }
      let radius = row.value.value.map { scale.radius($0.value) } ?? CircleSymbol.secretRadius
      return CircleSymbol(row: row, centre: centre, radius: radius, inset: inset(of: row.member.code))
    }
    .sorted { $0.radius != $1.radius ? $0.radius > $1.radius : $0.row.member.code < $1.row.member.code }
    return separated(symbols)
  }

  private func isDrawn(_ value: Published<Quantity>) -> Bool {
    switch value {
    case .value(let quantity): scale.draws(quantity.value)
    case .secret: true
    case .unavailable: false
    }
  }

  private func separated(_ symbols: [CircleSymbol]) -> [CircleSymbol] {
    let circles = symbols.map { symbol in
      CircleSeparation.Circle(
        centre: symbol.centre, radius: symbol.radius,
        land: base.outline(of: symbol.row.member.code, in: symbol.inset?.lens ?? base.plan.main))
    }
    return zip(zip(symbols, circles), CircleSeparation.separated(circles, in: bounds)).map { pair, centre in
      var moved = pair.0
      if let inset = pair.0.inset {
        moved.centre = pair.1.clamped(to: inset.room.expanded(by: -1)).centre
      } else {
        moved.home = pair.1.land.covers(centre) ? nil : pair.0.centre
        moved.centre = centre
      }
      return moved
    }
  }

  /// Where circles of the main land may stand: beside the frames.
  private var bounds: Rect {
    let area = base.plan.area.expanded(by: -4)
    let left = base.plan.insets.map(\.frame.maxX).max().map { max($0 + 1, area.minX) } ?? area.minX
    return Rect(x: left, y: area.minY, width: area.maxX - left, height: area.height)
  }
}

extension CircleSymbol {
  /// A ring over colours, in dashes for a value below zero.
  func drawRing(colors: ThemeColors, into frame: inout Frame) {
    guard radius > 0 else { return }
    if let home {
      frame.add(Shape(.line(from: home, to: centre), stroke: Stroke(.white, 1.2)))
      frame.add(Shape(.line(from: home, to: centre), stroke: Stroke(colors.ink, 0.35)))
      frame.dot(home, radius: 0.9, colors.ink)
    }
    let circle = Path.circle(centre: centre, radius: radius)
    let fill: Paint =
      switch row.value {
      case .value: .color(Color.white.opacity(0.45))
      case .secret: colors.secret
      case .unavailable: colors.noData
      }
    frame.add(Shape(circle, fill: fill, stroke: Stroke(.white, 2)))
    let isNegative = (row.value.value?.value ?? 0) < 0
    frame.add(Shape(circle, stroke: Stroke(colors.ink, 0.9, dash: isNegative ? [2, 1.5] : [])))
  }

  /// The circle, hollow for a value below zero, with a leader to its own place.
  func draw(_ paint: Paint, ink: Color, rim: Length = 0.5, into frame: inout Frame) {
    guard radius > 0 else { return }
    if let home {
      frame.add(Shape(.line(from: home, to: centre), stroke: Stroke(ink, 0.35)))
      frame.dot(home, radius: 0.9, ink)
    }
    let circle = Path.circle(centre: centre, radius: radius)
    guard row.value.value.map({ $0.value < 0 }) == true, case .color(let color) = paint else {
      return frame.add(Shape(circle, fill: paint, stroke: Stroke(.white, rim)))
    }
    frame.add(Shape(circle, fill: .color(.white), stroke: Stroke(color, 1)))
  }
}
