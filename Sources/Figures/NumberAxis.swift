import Geometry
import Language
import Pages
import Quantities

/// An axis of quantities: linear, logarithmic or by square root, its ticks round numbers in the report's language.
public struct NumberAxis: Axis {
  public enum Form: String, Hashable, Sendable, CaseIterable { case linear, log, sqrt }

  public let form: Form
  public let ticks: [Double]
  public let domain: ClosedRange<Double>
  public let numbers: NumberForm
  public var title: String?
  private let step: Double

  /// - Parameters:
  ///   - values: what must be inside; what is not finite is passed over, and on a logarithm what is not positive.
  ///   - origin: zero is inside too. Bars always need it; a logarithm has none.
  ///   - tight: the domain ends at the values and not at the ticks around them.
  public init(
    _ values: [Double], numbers: NumberForm, form: Form = .linear, origin: Bool = true, tight: Bool = false,
    count: Int = 5, title: String? = nil
  ) {
    (self.form, self.numbers, self.title) = (form, numbers, title)
    let known =
      values.filter { $0.isFinite && (form != .log || $0 > 0) } + (origin && form != .log ? [0] : [])
    let (low, high) = (known.min() ?? (form == .log ? 1 : 0), known.max() ?? 1)
    switch form {
    case .linear:
      let spread = low < high ? low...high : Self.around(low)
      let nice = tight ? Ticks(inside: spread, count: count) : Self.covering(spread, count)
      (ticks, step) = (nice.values, nice.step)
      let least = min(nice.domain.lowerBound, spread.lowerBound)
      domain = tight ? spread : least...max(nice.domain.upperBound, least.nextUp)
    case .sqrt:
      let spread = low < high ? low...high : Self.around(low)
      let nice = Ticks(covering: spread, count: count * 2)
      (ticks, step) = (nice.values, nice.step)
      domain = tight ? spread : nice.domain
    case .log:
      let fine = Self.powers(low, high, [1, 2, 5])
      domain = tight && low < high ? low...high : (fine.first ?? low)...(fine.last ?? high)
      (ticks, step) = (Self.ticks(domain, fine, count: count), 0)
    }
  }

  /// A value a little below zero needs no tick of its own there.
  private static func covering(_ range: ClosedRange<Double>, _ count: Int) -> Ticks {
    if range.lowerBound < 0, range.upperBound > 0 {
      let above = Ticks(covering: 0...range.upperBound, count: count)
      if -range.lowerBound < above.step / 2 { return above }
    }
    return Ticks(covering: range, count: count)
  }

  private static func around(_ value: Double) -> ClosedRange<Double> {
    let half = max(value.magnitude / 2, value == 0 ? 1 : 0)
    return value - half...value + half
  }

  /// The multiples by these digits of the powers of ten, from the last not above `low` to the first not below `high`.
  private static func powers(_ low: Double, _ high: Double, _ digits: [Double]) -> [Double] {
    let first = Int((log10(ofPositive: low) + 1e-9).rounded(.down))
    let last = max(Int((log10(ofPositive: high) - 1e-9).rounded(.up)), first + 1)
    let all = (first...last).flatMap { exponent in digits.map { $0 * power(10, Double(exponent)) } }
    let start = all.lastIndex { $0 <= low * (1 + 1e-9) } ?? 0
    let end = all.firstIndex { $0 >= high * (1 - 1e-9) } ?? all.count - 1
    return Array(all[start...max(end, min(start + 1, all.count - 1))])
  }

  /// Powers of ten, with 2 and 5 times them where they are few; some left out where they are many.
  private static func ticks(_ domain: ClosedRange<Double>, _ fine: [Double], count: Int) -> [Double] {
    let tens = powers(domain.lowerBound, domain.upperBound, [1]).filter {
      domain.contains($0) || $0 == domain.upperBound
    }
    if tens.count <= 2 || fine.count <= count + 3 { return fine }
    let stride = max(1, (tens.count - 1 + count) / (count + 1))
    return tens.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
  }

  public var grid: [Double] { ticks.filter { domain.contains($0) } }

  public func scale(from start: Length, to end: Length) -> any PositionScale {
    switch form {
    case .linear: LinearScale(domain, from: start, to: end)
    case .log: LogScale(domain, from: start, to: end)
    case .sqrt: SquareRootScale(domain, from: start, to: end)
    }
  }

  /// The number of a tick without its unit, with the decimals that its neighbours need.
  public func text(_ value: Double) -> String {
    let language = numbers.language
    let size = form == .log ? value.magnitude : step
    return language.number(value / numbers.factor, decimals: Self.decimals(size / numbers.factor))
  }

  /// How many decimals a round number has.
  static func decimals(_ step: Double) -> Int {
    guard step > 0, step.isFinite else { return 0 }
    var (size, decimals) = (step, 0)
    while (size - size.rounded()).magnitude > 1e-6 * size, decimals < 12 {
      (size, decimals) = (size * 10, decimals + 1)
    }
    return decimals
  }

  public func side(kit: Kit) throws -> [(value: Double, text: Frame)] {
    try grid.map { ($0, try kit.typesetter.line(text($0), kit.theme.text.axis)) }
  }

  public func foot(_ scale: any PositionScale, width: Length, kit: Kit) throws -> Frame {
    let style = kit.theme.text.axis
    let name = try title.map { try kit.wrapped($0, style, measure: width, anchor: .end) }
    let height = 4 + style.leading + (name.map { $0.height + 1 } ?? .zero)
    var foot = Frame(size: Size(width: width, height: height))
    for value in grid { foot.rule(down: .zero...2.5, x: scale(value), kit.theme.colors.ink, 0.4) }
    for (text, place) in thinned(try side(kit: kit), scale, width: width, top: 4) {
      foot.place(text, at: place)
    }
    if let name {
      foot.place(
        name, at: Point(x: scale.range.upperBound - name.width, y: 5 + style.leading).kept(name, in: width))
    }
    return foot
  }
}

extension Point {
  /// Moved right as far as the frame's left edge asks.
  fileprivate func kept(_ frame: Frame, in width: Length) -> Point { Point(x: max(x, .zero), y: y) }
}
