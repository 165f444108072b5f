import Figures
import Geometry
import Pages
import Typesetting

/// Periods behind a time plot, named above it.
struct PeriodBands {
  let periods: [FlowChart.Period]
  let kit: Kit

  init(_ periods: [FlowChart.Period], kit: Kit) { (self.periods, self.kit) = (periods, kit) }

  private var style: TextStyle { kit.theme.text.mapLabel.colored(kit.theme.colors.ink) }

  /// What the names need above the plot.
  var height: Length {
    get throws { style.leading * Double(periods.map(\.name.count).max() ?? 0) + (periods.isEmpty ? 4 : 1) }
  }

  func draw(in frame: inout Frame, plot: Rect, time: TimeScale) {
    for period in periods {
      guard let span = span(period, time) else { continue }
      frame.fill(
        Rect(x: span.lowerBound, y: plot.minY, width: span.upperBound - span.lowerBound, height: plot.height),
        kit.theme.colors.band)
    }
  }

  /// Each name starts over its band, or ends at the frame's edge; what would meet another loses its later lines.
  func drawNames(in frame: inout Frame, above plot: Rect, time: TimeScale) throws {
    let area = Rect(from: .zero, to: Point(x: frame.width, y: plot.minY))
    var placement = LabelPlacement(bounds: area)
    for count in 0..<(periods.map(\.name.count).max() ?? 0) {
      for period in periods where period.name.count > count {
        guard let span = span(period, time) else { continue }
        let line = try kit.typesetter.line(period.name[count], style)
        let x = min(span.lowerBound, frame.width - line.width)
        let place = Point(x: x, y: style.leading * Double(count))
        guard placement.isFree(Rect(origin: place, size: line.size).expandedRight(by: 4, in: area)),
          let place = placement.place(line.size, at: [place])
        else { continue }
        frame.place(line, at: place)
      }
    }
  }

  /// The part of a period that the scale shows.
  private func span(_ period: FlowChart.Period, _ time: TimeScale) -> ClosedRange<Length>? {
    let from = max(period.from, time.from)
    let to = min(period.to ?? time.to, time.to)
    return from < to ? time(from)...time(to) : nil
  }
}

extension Rect {
  /// Wider at the right, but not beyond `area`.
  fileprivate func expandedRight(by margin: Length, in area: Rect) -> Rect {
    Rect(x: minX, y: minY, width: min(width + margin, area.maxX - minX), height: height)
  }
}
