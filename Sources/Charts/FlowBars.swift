import Figures
import Geometry
import Pages

/// Plain bars of flow per day over a time scale, the last in its own colour; zero is always on their scale.
struct FlowBars {
  let bars: [FlowHistory.Interval]
  let color: Color
  let last: Color
  /// White between neighbours.
  let joint: Length

  func draw(in frame: inout Frame, area: Rect, time: TimeScale) {
    let paces = bars.map(\.pace)
    let range = min(0, paces.min() ?? 0)...max(0, paces.max() ?? 0, .leastNormalMagnitude)
    let y = LinearScale(range, from: area.maxY, to: area.minY)
    for (index, bar) in bars.enumerated() {
      let ends = index == bars.count - 1
      let left = ends ? min(time(bar.from), time(bar.to) - joint - 1.2) : time(bar.from)
      let rect = Rect(
        from: Point(x: left + (index == 0 ? .zero : joint), y: y(0)),
        to: Point(x: time(bar.to), y: y(bar.pace)))
      frame.fill(rect, ends ? last : color)
    }
  }
}
