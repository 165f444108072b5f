import Geometry
import Pages

/// A value in two channels: its place along each axis, in the numbers of their scales.
public struct Datum: Hashable, Sendable {
  public var x, y: Double

  public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// How a line is drawn.
public struct Pen: Hashable, Sendable {
  public var color: Color
  public var width: Length
  public var dash: [Length]
  /// White under it, where it crosses other marks.
  public var casing: Bool

  public init(_ color: Color, _ width: Length = 1.25, dash: [Length] = [], casing: Bool = false) {
    (self.color, self.width, self.dash, self.casing) = (color, width, dash, casing)
  }
}

/// What charts are made of: a geometry whose channels are data. Drawn once the scales are known.
///
/// After Leland Wilkinson, The Grammar of Graphics (2005): a histogram is bins and bars, a bump chart ranks and lines.
public enum Mark: Hashable, Sendable {
  /// Through the data in order; a value that is not finite leaves a gap.
  case line([Datum], Pen)
  /// Level from each datum to the next.
  case step([Datum], Pen)
  /// Between the data and a base below each.
  case area([Datum], base: [Double], Color)
  /// A rectangle between two corners. `joint`: white at its left, where it is wide enough, so that contiguous ones
  /// stay countable.
  case rect(Datum, Datum, Color, joint: Length = 0)
  /// A rectangle around the line between two data, so thick across it; `shift` moves it across its line, down or
  /// to the right, so that several stand side by side.
  case bar(Datum, Datum, thickness: Length, Color, shift: Length = 0)
  /// A full dot, or an open one on white.
  case dot(Datum, radius: Length, Color, open: Bool)
  /// An upright stroke centred on the datum.
  case tick(Datum, length: Length, width: Length, Color)
  case link(Datum, Datum, Pen)
  /// A value off the horizontal scale: the head of an arrow at the end where it lies.
  case beyond(Datum, Color)
}

extension Mark {
  /// Draws into a frame. What is not finite is not drawn.
  public func draw(in frame: inout Frame, x: any PositionScale, y: any PositionScale) {
    func place(_ datum: Datum) -> Point { Point(x: x(datum.x), y: y(datum.y)) }
    switch self {
    case .line(let data, let pen):
      for run in data.runs { frame.stroke(run.map(place), pen) }
    case .step(let data, let pen):
      for run in data.runs { frame.stroke(Self.corners(run.map(place)), pen) }
    case .area(let data, let base, let color):
      for run in zip(data, base).map({ ($0, Datum($0.x, $1)) }).finiteRuns {
        let ring = run.map { place($0.0) } + run.reversed().map { place($0.1) }
        if run.count > 1 { frame.add(Shape(.polygon(ring), fill: .color(color))) }
      }
    case .rect(let a, let b, let color, let joint):
      if a.isFinite, b.isFinite { frame.fill(Rect(from: place(a), to: place(b)).jointed(joint), color) }
    case .bar(let a, let b, let thickness, let color, let shift):
      if a.isFinite, b.isFinite { frame.fill(Self.bar(place(a), place(b), thickness, shift), color) }
    case .dot(let datum, let radius, let color, let open):
      if datum.isFinite { frame.spot(place(datum), radius: radius, color, open: open) }
    case .tick(let datum, let length, let width, let color):
      guard datum.isFinite else { return }
      let centre = place(datum)
      frame.rule(down: (centre.y - length / 2)...(centre.y + length / 2), x: centre.x, color, width)
    case .link(let a, let b, let pen):
      if a.isFinite, b.isFinite { frame.stroke([place(a), place(b)], pen) }
    case .beyond(let datum, let color):
      guard datum.isFinite else { return }
      let tip = Point(x: x.clamped(datum.x), y: y(datum.y))
      let back: Length = datum.x < x.domain.lowerBound ? 4 : -4
      let base = [-3, 3].map { Point(x: tip.x + back, y: tip.y + $0) }
      frame.add(Shape(.polygon([tip] + base), fill: .color(color)))
    }
  }

  /// Keeps labels away from it. Areas are ground: labels may stand on them.
  public func block(in placement: inout LabelPlacement, x: any PositionScale, y: any PositionScale) {
    func place(_ datum: Datum) -> Point { Point(x: x(datum.x), y: y(datum.y)) }
    switch self {
    case .line(let data, _):
      for run in data.runs { placement.block(along: run.map(place), margin: 0.8) }
    case .step(let data, _):
      for run in data.runs { placement.block(along: Self.corners(run.map(place)), margin: 0.8) }
    case .area: break
    case .rect(let a, let b, _, _):
      if a.isFinite, b.isFinite { placement.block(Rect(from: place(a), to: place(b))) }
    case .bar(let a, let b, let thickness, _, let shift):
      if a.isFinite, b.isFinite { placement.block(Self.bar(place(a), place(b), thickness, shift)) }
    case .dot(let datum, let radius, _, _):
      guard datum.isFinite else { return }
      placement.block(Rect(origin: place(datum), size: .zero).expanded(by: radius))
    case .tick(let datum, let length, let width, _):
      guard datum.isFinite else { return }
      let at = place(datum)
      placement.block(
        Rect(x: at.x - width / 2, y: at.y - length / 2, width: width, height: length))
    case .link(let a, let b, _):
      if a.isFinite, b.isFinite { placement.block(along: [place(a), place(b)], margin: 0.8) }
    case .beyond(let datum, _):
      guard datum.isFinite else { return }
      let tip = Point(x: x.clamped(datum.x), y: y(datum.y))
      placement.block(Rect(x: tip.x - 4, y: tip.y - 3, width: 8, height: 6))
    }
  }

  private static func bar(_ a: Point, _ b: Point, _ thickness: Length, _ shift: Length) -> Rect {
    let (low, high) = (shift - thickness / 2, shift + thickness / 2)
    return a.y == b.y
      ? Rect(from: Point(x: a.x, y: a.y + low), to: Point(x: b.x, y: b.y + high))
      : Rect(from: Point(x: a.x + low, y: a.y), to: Point(x: b.x + high, y: b.y))
  }

  /// Each place, and the corner between it and the next.
  private static func corners(_ places: [Point]) -> [Point] {
    zip(places, places.dropFirst()).flatMap { [$0, Point(x: $1.x, y: $0.y)] } + places.suffix(1)
  }
}

extension Rect {
  /// Without a strip at its left, unless that would take more than a third of it.
  fileprivate func jointed(_ joint: Length) -> Rect {
    width > joint * 3 ? Rect(x: minX + joint, y: minY, width: width - joint, height: height) : self
  }
}

extension Frame {
  public mutating func stroke(_ points: [Point], _ pen: Pen) {
    guard points.count > 1 else { return }
    let path = Path.polyline(points)
    let cap: Stroke.Cap = pen.dash.isEmpty ? .round : .butt
    if pen.casing {
      add(Shape(path, stroke: Stroke(.white, pen.width * 2 + 0.1, cap: .round, join: .round)))
    }
    add(Shape(path, stroke: Stroke(pen.color, pen.width, dash: pen.dash, cap: cap, join: .round)))
  }

  /// A full dot, or a ring with a white ground.
  public mutating func spot(_ centre: Point, radius: Length, _ color: Color, open: Bool) {
    guard open else { return dot(centre, radius: radius, color) }
    let ring = Path.circle(centre: centre, radius: radius - 0.5)
    add(Shape(ring, fill: .color(.white), stroke: Stroke(color, 1.1)))
  }
}

extension Array where Element == Datum {
  /// The stretches without gaps.
  fileprivate var runs: [[Datum]] { map { ($0, $0) }.finiteRuns.map { $0.map(\.0) } }
}

extension Array where Element == (Datum, Datum) {
  fileprivate var finiteRuns: [[(Datum, Datum)]] {
    var runs: [[(Datum, Datum)]] = [[]]
    for pair in self {
      if pair.0.isFinite, pair.1.isFinite {
        runs[runs.count - 1].append(pair)
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }
}
