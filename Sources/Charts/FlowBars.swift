import Figures
import Geometry
import Pages

/// Bars of flow per day, each as wide as its interval, the last in its own colour; zero is always on their scale.
struct FlowBars {
  let bars: [FlowHistory.Interval]
  let color: Color
  let last: Color
  /// White between neighbours.
  let joint: Length
  /// How many days the last bar is wide at least.
  var least = 0.0

  var marks: [Mark] {
    bars.enumerated().map { index, bar in
      let ends = index == bars.count - 1
      let (from, to) = (Double(bar.from.dayNumber), Double(bar.to.dayNumber))
      return .rect(
        Datum(ends ? min(from, to - least) : from, 0), Datum(to, bar.pace), ends ? last : color,
        joint: index == 0 ? 0 : joint)
    }
  }

  /// Without axes.
  func draw(in frame: inout Frame, area: Rect, time: TimeScale) {
    let paces = bars.map(\.pace)
    let range = min(0, paces.min() ?? 0)...max(0, paces.max() ?? 0, .leastNormalMagnitude)
    let y = LinearScale(range, from: area.maxY, to: area.minY)
    for mark in marks { mark.draw(in: &frame, x: time, y: y) }
  }
}
