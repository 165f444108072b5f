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
    /// `nil` where nothing is counted.
    var count: Int?
    /// Printed in the place of the count.
    var value: String?
    /// Kept above it, where a new group starts.
    var space: Length = 0
  }

  var height: Length {
    let entries = entries()
    return entries.reduce(Self.pitch) { $0 + Self.pitch + $1.space }
  }

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
      entry.value ?? entry.count.map { $0 == 0 ? "–" : kit.language.number(Double($0), decimals: 0) } ?? "",
      style)
    frame.write(count, x: width, baseline: y, anchor: .end)
    let left = box.maxX + 4
    let room = width - left - count.width - 4
    try write(entry.words, style, at: Point(x: left, y: y), room: room, into: &frame)
  }

  /// Smaller where it is too long, down to 6 pt, then on two lines.
  private func write(
    _ words: String, _ style: TextStyle, at place: Point, room: Length, into frame: inout Frame
  ) throws {
    let line = try kit.typesetter.line(words, style)
    let share = min(room.ratio(to: max(line.width, 1)), 1)
    if style.size * share >= 6 {
      let fitted = share < 1 ? try kit.typesetter.line(words, style.sized(style.size * share)) : line
      return frame.write(fitted, x: place.x, baseline: place.y)
    }
    // Two lines of 6 pt fit between two rows.
    var tight = style.sized(6)
    tight.leading = 6
    let small = try kit.typesetter.block(
      StyledText(words, tight), measure: room, style: ParagraphStyle(.left))
    frame.place(small, at: Point(x: place.x, y: place.y - 2.2 - small.height / 2))
  }

  /// "s : secret statistique"
  private func meaning(_ sign: String, _ words: String) -> String { sign + kit.language.words.colon + words }

  /// Five values from the highest to the lowest, for a map without classes.
  private var shades: [Entry] {
    let ranked = map.values.ranked.map(\.quantity.value)
    guard let high = ranked.first, let low = ranked.last else { return [] }
    return [1, 0.75, 0.5, 0.25, 0].map { share in
      let value = low + (high - low) * share
      return Entry(paint: palette.paints[map.classes.index(of: value)], words: text.number(value))
    }
  }

  /// What has a value and no place on the map: one row each, or how many they are where they are many.
  private var elsewhere: [Entry] {
    let words = MapWords(kit.language).notShown
    let rows = map.values.unlocated
    guard rows.count <= 2 else {
      return [Entry(paint: .color(.white), words: words, count: rows.count, space: 4)]
    }
    return rows.enumerated().map { index, row in
      Entry(
        paint: palette.paint(row.value, map.classes), words: words, value: text.published(row.value),
        space: index == 0 ? 4 : 0)
    }
  }

  private func entries() -> [Entry] {
    let counts = map.classCounts
    let classes = map.classes.words(text)
    let rows =
      map.style.isContinuous
      ? shades
      : classes.indices.reversed().map { index in
        Entry(paint: palette.paints[index], words: classes[index], count: counts[index])
      }
    let values = map.values
    return rows + elsewhere + [
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
