import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// The classes of a choropleth in words, from high to low, with how many territories each holds.
struct ClassList {
  let map: Choropleth
  let kit: Kit
  let palette: ClassPalette
  let text: ValueText

  private typealias Entry = SwatchList.Entry

  private var swatches: SwatchList {
    let isHeaded = !map.values.ranked.isEmpty && shades == nil
    return SwatchList(entries: entries(), heading: isHeaded ? text.unitLabel : "", kit: kit)
  }

  /// For a map without classes.
  private var shades: ShadeBar? {
    guard map.style.isContinuous, let ends = map.ends else { return nil }
    return ShadeBar(ends: ends, centre: map.style.around?.value, paints: palette.paints, kit: kit, text: text)
  }

  func height(width: Length) throws -> Length {
    try swatches.height(width: width) + (shades == nil ? 0 : ShadeBar.height)
  }

  func frame(width: Length) throws -> Frame {
    let list = try swatches.frame(width: width)
    guard let bar = try shades?.frame(width: width) else { return list }
    var frame = Frame(size: Size(width: width, height: bar.height + list.height))
    frame.place(bar, at: .zero)
    frame.place(list, at: Point(x: 0, y: bar.height))
    return frame
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
        paint: palette.paint(row.value, map.classes), words: words,
        value: row.value.value.map { text.amount($0.value) } ?? text.published(row.value),
        space: index == 0 ? 4 : 0)
    }
  }

  private func entries() -> [Entry] {
    let counts = map.classCounts
    let classes = map.classes.words(text)
    let rows =
      map.style.isContinuous
      ? []
      : classes.indices.reversed().map { index in
        Entry(paint: palette.paints[index], words: classes[index], count: counts[index])
      }
    let values = map.values
    // Where nothing is published, no colour means anything.
    return (values.ranked.isEmpty ? [] : rows) + elsewhere
      + SwatchList.gaps(
        secret: (palette.secret, values.secretCount),
        unavailable: (palette.unavailable, values.unavailableCount), kit: kit)
  }
}

extension ValueClasses {
  /// "moins de 200", "de 200 à moins de 250", …, "480 ou plus", lowest first.
  func words(_ text: ValueText) -> [String] {
    let bounds = [nil] + text.bounds(breaks).map(Optional.init) + [nil]
    return zip(bounds, bounds.dropFirst()).map { text.language.interval(from: $0, to: $1) }
  }
}
