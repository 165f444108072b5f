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

  var swatches: SwatchList {
    SwatchList(entries: entries(), heading: map.values.ranked.isEmpty ? "" : text.unitLabel, kit: kit)
  }

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
      ? shades
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
