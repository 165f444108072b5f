import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// The classes of a choropleth in words, from high to low, with how many territories each holds.
struct ClassList {
  private static let pitch: Length = 12.5
  private static let swatch = Size(width: 14, height: 8.5)

  let map: Choropleth
  let kit: Kit
  let palette: ClassPalette
  let text: ValueText

  private struct Entry {
    var paint: Paint
    var words: String
    var count: Int
    /// Kept above it, where a new group starts.
    var space: Length = 0
  }

  var height: Length { Self.pitch * Double(map.classes.count + 3) + 4 }

  func frame(width: Length) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    let style = kit.theme.text.axis
    var y: Length = 8
    frame.write(try kit.typesetter.line(text.unitLabel, style), x: 0, baseline: y)
    let counted = try kit.typesetter.line(MapWords(kit.language).count, style)
    frame.write(counted, x: width, baseline: y, anchor: .end)
    for entry in entries() {
      y = y + Self.pitch + entry.space
      try draw(entry, baseline: y, width: width, into: &frame)
    }
    return frame
  }

  private func draw(_ entry: Entry, baseline y: Length, width: Length, into frame: inout Frame) throws {
    let style = kit.theme.text.axis.colored(kit.theme.colors.ink)
    let box = Rect(origin: Point(x: 0.2, y: y - 6.8), size: Self.swatch)
    frame.add(
      Shape(.rectangle(box), fill: entry.paint, stroke: Stroke(kit.theme.colors.outline, 0.35)))
    let count = try kit.typesetter.line(
      entry.count == 0 ? "–" : kit.language.number(Double(entry.count), decimals: 0), style)
    frame.write(count, x: width, baseline: y, anchor: .end)
    let left = box.maxX + 4
    let room = width - left - count.width - 4
    frame.write(try fitted(entry.words, style, room: room), x: left, baseline: y)
  }

  /// Smaller where it is too long, down to 6 pt.
  private func fitted(_ words: String, _ style: TextStyle, room: Length) throws -> Frame {
    let line = try kit.typesetter.line(words, style)
    guard line.width > room else { return line }
    return try kit.typesetter.line(words, style.sized(max(style.size * room.ratio(to: line.width), 6)))
  }

  /// "s : secret statistique"
  private func meaning(_ sign: String, _ words: String) -> String { sign + kit.language.words.colon + words }

  private func entries() -> [Entry] {
    let counts = map.classCounts
    let classes = map.classes.words(text)
    let rows = classes.indices.reversed().map { index in
      Entry(paint: .color(palette.classes[index]), words: classes[index], count: counts[index])
    }
    let values = map.values
    return rows + [
      Entry(
        paint: palette.secret, words: meaning(kit.language.words.secret, kit.language.words.secretMeaning),
        count: values.secretCount, space: 4),
      Entry(
        paint: palette.unavailable,
        words: meaning(kit.language.words.unavailable, kit.language.words.unavailableMeaning),
        count: values.unavailableCount),
    ]
  }
}

extension ValueClasses {
  /// "moins de 200", "de 200 à moins de 250", …, "480 ou plus", lowest first.
  func words(_ text: ValueText) -> [String] {
    let bounds = [nil] + breaks.map { Optional(text.bound($0)) } + [nil]
    return zip(bounds, bounds.dropFirst()).map { text.language.interval(from: $0, to: $1) }
  }
}
