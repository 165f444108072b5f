import Figures
import Geometry
import Pages
import Quantities
import Typesetting

/// The legend of a narrow map: the classes side by side with their bounds, then secrecy and absence where they occur.
struct ClassStrip {
  private static let bar: Length = 6
  static let height: Length = 17

  let map: Choropleth
  let kit: Kit
  let palette: ClassPalette
  let text: ValueText

  func frame(width: Length) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: Self.height))
    let stripWidth = try drawSigns(width: width, into: &frame)
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
    try drawBounds(step: step, width: stripWidth, into: &frame)
    return frame
  }

  /// The breaks under their joints, the ends of the data under the ends of the strip; a number without room is left out.
  private func drawBounds(step: Length, width: Length, into frame: inout Frame) throws {
    let style = kit.theme.text.axis.sized(6.5)
    let y: Length = Self.bar + 8
    let breaks = map.style.isContinuous ? [] : map.classes.breaks
    var labels = breaks.enumerated().map { index, bound in
      (text.bound(bound), TextAnchor.middle, step * Double(index + 1))
    }
    let ranked = map.values.ranked
    // An end of the strip is the end of the data only where its class holds any.
    let (first, last) = (map.classes.breaks.first ?? .infinity, map.classes.breaks.last ?? -.infinity)
    if let low = ranked.last, low.quantity.value < first {
      labels.append((text.number(low.quantity.value), .start, 0))
    }
    if let high = ranked.first, high.quantity.value >= last {
      labels.append((text.number(high.quantity.value), .end, width))
    }
    var boxes = frame.texts().map(\.box)
    for (number, anchor, x) in labels {
      var line = Frame(size: frame.size)
      line.write(try kit.typesetter.line(number, style), x: x, baseline: y, anchor: anchor)
      let box = line.texts().map(\.box).first ?? Rect(origin: .zero, size: .zero)
      guard !boxes.contains(where: { $0.expanded(by: 1.5).intersects(box) }) else { continue }
      boxes.append(box)
      frame.place(line, at: .zero)
    }
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
