import Figures
import Geometry
import Pages
import Quantities
import Typesetting

/// The legend of a narrow map: the classes side by side with their bounds, then secrecy and absence where they occur.
struct ClassStrip {
  private static let bar: Length = 6
  /// From one line of numbers to the next.
  private static let pitch: Length = 7.5
  /// Kept between two numbers.
  private static let gap: Length = 3

  let map: Choropleth
  let kit: Kit
  let palette: ClassPalette
  let text: ValueText

  /// A number, as near under its place as the strip allows, on the first line where it meets none.
  private struct Number {
    var text: Frame
    var joint: Length
    var left: Length
    var line = 0
  }

  /// Numbers that meet stand on several lines: none is left out.
  func height(width: Length) throws -> Length {
    var signs = Frame(size: Size(width: width, height: .zero))
    let strip = try drawSigns(width: width, into: &signs)
    let lines = (try numbers(width: strip).map(\.line).max() ?? 0) + (spread == nil ? 0 : 1)
    return 17 + Self.pitch * Double(lines)
  }

  func frame(width: Length) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: try height(width: width)))
    let stripWidth = try drawSigns(width: width, into: &frame)
    // Where nothing is published, no colour means anything.
    guard !map.values.ranked.isEmpty else { return frame }
    let outline = Stroke(kit.theme.colors.outline, 0.35)
    let step = stripWidth / Double(palette.paints.count)
    for (index, paint) in palette.paints.enumerated() {
      let box = Rect(x: step * Double(index), y: 0.2, width: step, height: Self.bar)
      frame.add(Shape(.rectangle(box), fill: paint, stroke: map.style.isContinuous ? nil : outline))
    }
    if map.style.isContinuous {
      let all = Rect(x: 0, y: 0.2, width: stripWidth, height: Self.bar)
      frame.add(Shape(.rectangle(all), stroke: outline))
    }
    for number in try numbers(width: stripWidth) {
      let baseline = Self.bar + 8 + Self.pitch * Double(number.line)
      frame.write(number.text, x: number.left, baseline: baseline)
      if map.style.isContinuous {
        let (top, bottom) = (Self.bar + 0.2, Self.bar + 2)
        let tick = Path.line(from: Point(x: number.joint, y: top), to: Point(x: number.joint, y: bottom))
        frame.add(Shape(tick, stroke: outline))
      }
    }
    if let spread {
      let line = try kit.typesetter.line(spread, kit.theme.text.axis.sized(6.5))
      frame.write(line, x: 0, baseline: frame.height - 3)
    }
    return frame
  }

  /// From the lowest value to the highest, on a map of a part, whose scale is that of the whole, and where an end of the
  /// strip is a bound that none reaches.
  private var spread: String? {
    let values = map.values.ranked.map(\.quantity.value)
    guard let high = values.first, let low = values.last, let first = map.classes.breaks.first,
      let last = map.classes.breaks.last, map.whole != nil || low >= first || high < last
    else { return nil }
    let words = MapWords(kit.language)
    let (from, to) = (text.number(low), text.number(high))
    return kit.language.typography(
      from == to
        ? words.oneValue.replacing("{value}", with: from)
        : words.spread.replacing("{low}", with: from).replacing("{high}", with: to))
  }

  /// The breaks under their joints, the ends of the data under the ends of the strip, from low to high.
  private func numbers(width: Length) throws -> [Number] {
    let style = kit.theme.text.axis.sized(6.5)
    var ends: [Length] = []
    return try words(width: width).map { word, joint in
      let text = try kit.typesetter.line(word, style)
      let left = min(max(joint - text.width / 2, 0), max(width - text.width, 0))
      let line = ends.firstIndex { $0 + Self.gap <= left } ?? ends.count
      if line < ends.count { ends[line] = left + text.width } else { ends.append(left + text.width) }
      return Number(text: text, joint: joint, left: left, line: line)
    }
  }

  private func words(width: Length) -> [(word: String, joint: Length)] {
    let inner = map.style.isContinuous ? ticks(width: width) : joints(width: width)
    // An end of the strip is the end of the data only where its class holds any.
    let (first, last) = (map.classes.breaks.first ?? .infinity, map.classes.breaks.last ?? -.infinity)
    guard let ends = map.ends else { return inner }
    let low = ends.lowerBound < first ? [(text.number(ends.lowerBound), Length.zero)] : []
    let high = ends.upperBound >= last ? [(text.number(ends.upperBound), width)] : []
    return low + inner + high
  }

  /// The bounds of classes, each where two colours meet.
  private func joints(width: Length) -> [(word: String, joint: Length)] {
    let step = width / Double(palette.paints.count)
    return zip(text.bounds(map.classes.breaks), 1...).map { ($0, step * Double($1)) }
  }

  /// Round values along a strip of shades, apart from its ends.
  private func ticks(width: Length) -> [(word: String, joint: Length)] {
    guard let (low, high) = map.ends.map({ ($0.lowerBound, $0.upperBound) }), low < high else { return [] }
    let room: Length = 24
    func place(_ value: Double) -> Length { width * ((value - low) / (high - low)) }
    // Where two colours meet comes before what is round.
    let centre = map.style.around.map { [$0.value] }?.filter { low < $0 && $0 < high } ?? []
    let round = Ticks(inside: low...high, count: max(Int(width.points / 48), 1)).values
    let ticks = round.filter { tick in
      room < place(tick) && place(tick) < width - room
        && centre.allSatisfy { (place($0) - place(tick)).magnitude > room }
    }
    let words = text.bounds(centre) + text.bounds(ticks)
    return zip(words, (centre + ticks).map(place)).sorted { $0.1 < $1.1 }.map { (word: $0, joint: $1) }
  }

  /// Swatches of "s" and "nd" at right, where the map has any. Returns the width left for the classes.
  private func drawSigns(width: Length, into frame: inout Frame) throws -> Length {
    let words = kit.language.words
    let style = kit.theme.text.axis.colored(kit.theme.colors.ink)
    var right = width
    for (count, paint, word) in [
      (map.values.unavailableCount, palette.unavailable, words.unavailable),
      (map.values.secretCount, palette.secret, words.secret),
    ] where count > 0 {
      let line = try kit.typesetter.line(word, style)
      frame.write(line, x: right, baseline: Self.bar - 0.2, anchor: .end)
      let box = Rect(x: right - line.width - 17, y: 0.2, width: 14, height: Self.bar)
      frame.add(Shape(.rectangle(box), fill: paint, stroke: Stroke(kit.theme.colors.outline, 0.35)))
      right = box.minX - 9
    }
    return right
  }
}
