import Figures
import Geometry
import Pages
import Quantities
import Typesetting

/// The legend of a map without classes: an upright bar of all its colours, read at its ends, at the value where two
/// colours meet, and at round values.
struct ShadeBar {
  private static let bar = Size(width: 14, height: 84)
  private static let top: Length = 14
  /// Between two numbers.
  private static let pitch: Length = 7
  static let height = top + bar.height + 10

  let ends: ClosedRange<Double>
  let centre: Double?
  /// From the lowest value to the highest, evenly.
  let paints: [Paint]
  let kit: Kit
  let text: ValueText

  func frame(width: Length) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: Self.height))
    let style = kit.theme.text.axis
    frame.write(try kit.typesetter.line(text.unitLabel, style), x: 0, baseline: 8)
    let step = Self.bar.height / Double(paints.count)
    for (index, paint) in paints.reversed().enumerated() {
      let box = Rect(x: 0.2, y: Self.top + step * Double(index), width: Self.bar.width, height: step)
      frame.add(Shape(.rectangle(box), fill: paint))
    }
    let outline = Stroke(kit.theme.colors.outline, 0.35)
    let whole = Rect(origin: Point(x: 0.2, y: Self.top), size: Self.bar)
    frame.add(Shape(.rectangle(whole), stroke: outline))
    for (value, word) in readings {
      let place = y(value)
      let tick = Path.line(from: Point(x: whole.maxX, y: place), to: Point(x: whole.maxX + 2, y: place))
      frame.add(Shape(tick, stroke: outline))
      let line = try kit.typesetter.line(word, style.colored(kit.theme.colors.ink))
      frame.write(line, x: whole.maxX + 4, baseline: place + 2.4)
    }
    return frame
  }

  /// The foremost first; a number that would touch another is left out.
  private var readings: [(value: Double, word: String)] {
    let inner = centre.map { [$0] }?.filter(ends.contains) ?? []
    let ticks = ends.lowerBound < ends.upperBound ? Ticks(inside: ends, count: 5).values : []
    let words =
      [ends.upperBound, ends.lowerBound].map(text.number) + text.bounds(inner) + text.bounds(ticks)
    let all = zip([ends.upperBound, ends.lowerBound] + inner + ticks, words)
    return all.reduce(into: []) { read, next in
      if read.allSatisfy({ (y($0.value) - y(next.0)).magnitude >= Self.pitch }) { read.append(next) }
    }
  }

  private func y(_ value: Double) -> Length {
    let span = ends.upperBound - ends.lowerBound
    return Self.top + Self.bar.height * (span > 0 ? (ends.upperBound - value) / span : 0.5)
  }
}
