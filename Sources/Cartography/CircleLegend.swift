import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// Nested circles with round values, then what has no place on the map.
struct CircleLegend {
  let values: TerritoryValues
  let kit: Kit
  let scale: CircleScale
  let text: ValueText
  /// Said over the circles, where the figure shows something else too: "Taille : population".
  var title: String?
  /// Whether circles are rings on colours.
  var isOutlined = false

  private var fill: Paint { .color(isOutlined ? .white : kit.theme.colors.blue.opacity(0.8)) }
  private var rim: Stroke? { isOutlined ? Stroke(kit.theme.colors.ink, 0.9) : nil }

  /// The largest circle that it has room for.
  var largest: Length = 19

  /// Between two numbers beside the circles.
  private static let pitch: Length = 7

  private var rounds: [Double] { scale.legendValues(within: largest) }

  /// As wide as its numbers need.
  func frame() throws -> Frame {
    let numbers = try rounds.map { try number($0).width }.max() ?? 0
    var frame = Frame(size: Size(width: max(numberX + numbers, 60), height: 0))
    let nested = try drawNested(from: try drawTitle(into: &frame), into: &frame)
    let hollow = try drawHollow(from: nested + 5, into: &frame)
    let none = try counts.reduce(hollow) { try draw($1, from: $0, into: &frame) }
    let bottom = try drawUnlocated(from: none + 9, into: &frame)
    frame.size.height = bottom
    return frame
  }

  private var reach: Length { min(scale.largestRadius, largest) }
  private var centre: Length { reach + 0.5 }
  private var numberX: Length { centre + reach + 6 }

  private func number(_ value: Double) throws -> Frame {
    try kit.typesetter.line(text.bound(value), kit.theme.text.axis.sized(6.5))
  }

  /// Returns its lower end.
  private func drawTitle(into frame: inout Frame) throws -> Length {
    guard let title else { return 0 }
    let words = try kit.wrapped(
      kit.language.typography(title), kit.theme.text.axis.sized(6.5), measure: frame.width)
    frame.place(words, at: .zero)
    return words.height
  }

  /// Returns the lower end of the circles.
  private func drawNested(from top: Length, into frame: inout Frame) throws -> Length {
    let ink = Stroke(kit.theme.colors.ink, 0.4)
    let largest = scale.radius(rounds.first ?? 0)
    let bottom = top + largest * 2 + 5
    var next = top
    for value in rounds {
      let radius = scale.radius(value)
      let top = bottom - radius * 2
      frame.add(Shape(.circle(centre: Point(x: centre, y: bottom - radius), radius: radius), stroke: ink))
      // Tops of small circles lie closer than numbers go.
      let middle = max(top, next)
      let way = [
        Point(x: centre, y: top), Point(x: centre + reach, y: top), Point(x: numberX - 2, y: middle),
      ]
      frame.add(Shape(.polyline(way), stroke: ink))
      frame.write(try number(value), x: numberX, baseline: middle + 2.35)
      next = middle + Self.pitch
    }
    return max(bottom, next - Self.pitch + 3)
  }

  /// What a hollow circle means, where there are any. Returns the lower end of what was drawn.
  private func drawHollow(from top: Length, into frame: inout Frame) throws -> Length {
    guard values.rows.contains(where: { ($0.value.value?.value ?? 0) < 0 }) else { return top }
    let radius: Length = 3
    let circle = Path.circle(centre: Point(x: radius + 0.5, y: top + 4), radius: radius)
    let stroke =
      isOutlined
      ? Stroke(kit.theme.colors.ink, 0.9, dash: [2, 1.5]) : Stroke(kit.theme.colors.blue.opacity(0.8), 1)
    frame.add(Shape(circle, fill: .color(.white), stroke: stroke))
    let words = try kit.typesetter.line(MapWords(kit.language).belowZero, kit.theme.text.axis.sized(6.5))
    frame.write(words, x: radius * 2 + 4, baseline: top + 6.3)
    return top + 9
  }

  /// What circles do not show, and of how many territories.
  private var counts: [(words: String, count: Int, paint: Paint?)] {
    let (language, none) = (kit.language, MapWords(kit.language).noCircle)
    let numbers = values.rows.compactMap(\.value.value?.value)
    let small = numbers.filter { $0 != 0 && !scale.draws($0) }
    let bound = text.number(scale.least)
    let low = small.contains { $0 < 0 } ? text.number(-scale.least) : nil
    let colon = language.words.colon
    return [
      ("\(text.number(0))\(colon)\(none)", numbers.count { $0 == 0 }, nil),
      ("\(language.interval(from: low, to: bound))\(colon)\(none)", small.count, nil),
      (language.words.secretMeaning, values.secretCount, kit.theme.colors.secret),
      ("\(language.words.unavailable)\(colon)\(none)", values.unavailableCount, nil),
    ].filter { $0.count > 0 }
  }

  /// Returns the lower end of what was drawn.
  private func draw(
    _ entry: (words: String, count: Int, paint: Paint?), from top: Length, into frame: inout Frame
  ) throws -> Length {
    let words = kit.language.typography("\(entry.words) (\(entry.count))")
    var left: Length = 0
    if let paint = entry.paint {
      let radius = CircleSymbol.secretRadius
      let centre = Point(x: radius + 0.5, y: top + 4 + radius)
      frame.add(Shape(.circle(centre: centre, radius: radius), fill: paint, stroke: rim))
      left = radius * 2 + 4
    }
    let block = try kit.wrapped(words, kit.theme.text.axis.sized(6.5), measure: frame.width - left)
    frame.place(block, at: Point(x: left, y: top + 4))
    return top + 4 + block.height
  }

  /// Returns the lower end of what was drawn.
  private func drawUnlocated(from top: Length, into frame: inout Frame) throws -> Length {
    var y = top
    var bottom = top
    let style = kit.theme.text.axis.sized(6.5)
    for row in values.unlocated {
      let radius = row.value.value.map { scale.radius($0.value) } ?? CircleSymbol.secretRadius
      let centre = Point(x: radius + 0.5, y: y + max(radius, 4))
      let paint: Paint =
        switch row.value {
        case .value: fill
        case .secret: kit.theme.colors.secret
        case .unavailable: kit.theme.colors.noData
        }
      frame.add(Shape(.circle(centre: centre, radius: radius), fill: paint, stroke: rim))
      let left = centre.x + radius + 4
      let words =
        StyledText(text.published(row.value) + " ", style.weight(600).colored(kit.theme.colors.ink))
        + StyledText(row.member.shortLabel, style)
      let block = try kit.typesetter.block(
        words, measure: max(frame.width - left, 20), style: ParagraphStyle(.left))
      frame.place(block, at: Point(x: left, y: centre.y - 5))
      bottom = max(centre.y - 5 + block.height, centre.y + radius)
      y = bottom + 7
    }
    return bottom
  }
}
