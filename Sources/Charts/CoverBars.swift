import Figures
import Geometry
import Language
import Pages
import Statistics

/// The flow of a series as the picture of a cover: plain bars, the last one standing out, two dates under them.
public struct CoverBars: Sendable {
  let series: Series
  let history: FlowHistory

  public init(_ series: Series) {
    self.series = series
    history = FlowHistory(series)
  }
}

extension CoverBars: Picture {
  public func naturalHeight(width: Length, kit: Kit) throws -> Length { 140 }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    guard let first = history.levels.first, let last = history.levels.last, last.date > first.date else {
      return frame
    }
    let colors = kit.theme.colors
    let style = kit.theme.text.figureSubtitle
    let plot = Rect(x: .zero, y: .zero, width: size.width, height: size.height - 14)
    let time = TimeScale(first.date, last.date, from: .zero, to: size.width)
    let least = 1.9 / max(time.day.points, 1e-9)
    let bars = history.intervals(atLeast: least)
    FlowBars(bars: bars, color: colors.blue, last: colors.accent, joint: 0.7, least: least)
      .draw(in: &frame, area: plot, time: time)
    frame.rule(across: .zero...size.width, y: plot.maxY, colors.ink, 0.6)
    let from = try kit.typesetter.line(kit.language.date(first.date), style)
    let to = try kit.typesetter.line(kit.language.date(last.date), style)
    let baseline = size.height - 2
    frame.write(to, x: size.width, baseline: baseline, anchor: .end)
    if from.width + to.width + 8 <= size.width { frame.write(from, x: .zero, baseline: baseline) }
    return frame
  }

  public func alternative(language: Language) -> String { FlowChart(series).alternative(language: language) }
  public func reading(language: Language) -> String? { FlowChart(series).reading(language: language) }

  public func subtitle(language: Language) -> String? {
    FlowChart(series, panels: .flow).subtitle(language: language)
  }
}
