import Geometry
import Typesetting

/// Which parts a choropleth has at a given size, and where.
struct ChoroplethLayout: Hashable, Sendable {
  /// From this width on, the legend stands at right.
  static let sideLegendWidth: Length = 440
  /// From this width on, extremes and insets are named.
  private static let labelWidth: Length = 300
  private static let legendWidth: Length = 112
  private static let gutter: Length = 11
  /// Height of the strip of classes under a narrow map, with the space above it.
  static let stripHeight: Length = 29

  let map: Rect
  let legend: Rect
  let hasSideLegend: Bool
  let isLabelled: Bool

  init(size: Size) {
    hasSideLegend = size.width >= Self.sideLegendWidth
    isLabelled = size.width >= Self.labelWidth
    if hasSideLegend {
      let mapWidth = size.width - Self.legendWidth - Self.gutter
      map = Rect(x: 0, y: 0, width: mapWidth, height: size.height)
      legend = Rect(x: mapWidth + Self.gutter, y: 0, width: Self.legendWidth, height: size.height)
    } else {
      map = Rect(x: 0, y: 0, width: size.width, height: max(size.height - Self.stripHeight, 1))
      legend = Rect(
        x: 0, y: size.height - ClassStrip.height, width: size.width, height: ClassStrip.height)
    }
  }

  static func naturalHeight(width: Length, grid: PageGrid) -> Length {
    if width >= sideLegendWidth { return (width - legendWidth - gutter) * 0.785 }
    return width * 0.8 + stripHeight
  }

  var insets: MapPlan.Insets {
    isLabelled
      ? MapPlan.Insets(zoomTitle: 9, name: 7.5, gap: 4, largest: 40)
      : MapPlan.Insets(gap: 3, largest: 34)
  }
}
