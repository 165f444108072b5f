import Geometry
import Typesetting

/// Which parts a choropleth has at a given size, and where.
struct ChoroplethLayout: Hashable, Sendable {
  /// From this width on, the legend stands at right.
  static let sideLegendWidth: Length = 440
  /// From this width on, extremes and insets are named.
  private static let labelWidth: Length = 300
  static let legendWidth: Length = 112
  private static let gutter: Length = 11
  /// Above the legend under a narrow map.
  private static let stripGap: Length = 12

  /// Of a narrow map, its height over its width at most.
  private static let tallest = 0.86

  let map: Rect
  let legend: Rect
  let hasSideLegend: Bool
  let isLabelled: Bool

  /// - Parameter strip: the height of the legend under a narrow map.
  init(size: Size, strip: Length) {
    hasSideLegend = size.width >= Self.sideLegendWidth
    isLabelled = size.width >= Self.labelWidth
    if hasSideLegend {
      let mapWidth = size.width - Self.legendWidth - Self.gutter
      map = Rect(x: 0, y: 0, width: mapWidth, height: size.height)
      legend = Rect(x: mapWidth + Self.gutter, y: 0, width: Self.legendWidth, height: size.height)
    } else {
      // What a taller figure gives is shared above and below the map; it would not make the land larger.
      let room = max(size.height - strip - Self.stripGap, 1)
      let height = min(room, size.width * Self.tallest)
      map = Rect(x: 0, y: (room - height) / 2, width: size.width, height: height)
      legend = Rect(x: 0, y: size.height - strip, width: size.width, height: strip)
    }
  }

  static func naturalHeight(width: Length, strip: Length) -> Length {
    if width >= sideLegendWidth { return (width - legendWidth - gutter) * 0.785 }
    return width * 0.8 + strip + stripGap
  }

  /// Where names may stand: the map and the gutter beside it, but for a margin.
  var names: Rect {
    hasSideLegend
      ? Rect(x: map.minX, y: map.minY, width: map.width + Self.gutter - 3, height: map.height) : map
  }

  var insets: MapPlan.Insets {
    isLabelled
      ? MapPlan.Insets(zoomTitle: 9, name: 7.5, gap: 4, largest: 40)
      : MapPlan.Insets(gap: 3, largest: min(max(map.width * 0.117, 16), 34), zoomScale: 1.3)
  }
}
