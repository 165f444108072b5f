import Geometry
import Pages
import Typesetting

/// Two axes with marks, names and annotations between them: what charts with two dimensions are made of.
///
/// Nothing is printed over another text. A name that finds no place is listed below the plot.
public struct Plot: Sendable {
  public var x, y: any Axis
  public var marks: [Mark]
  public var labels: [PlotLabel] = []
  public var ends: [EndLabel] = []
  /// Names at the left, in the place of the vertical axis.
  public var starts: [EndLabel] = []
  public var annotations: [Annotation] = []
  /// Above the plot, at the left: the name of a facet.
  public var title: String?
  public var titleLines = 1
  public var legend: [LegendEntry] = []
  /// Whether the axes' texts are printed: facets share them.
  public var showsX = true, showsY = true
  /// The room left of the plot; by default what the numbers need.
  public var left: Length?
  public var zeroLine = true

  public init(x: any Axis, y: any Axis, marks: [Mark]) { (self.x, self.y, self.marks) = (x, y, marks) }

  /// The height for a plot of this height, with all that stands around it.
  public func height(plot: Length, width: Length, kit: Kit) throws -> Length {
    var tall = plot
    for _ in 0..<3 {
      let drawing = try PlotDrawing(self, size: Size(width: width, height: tall + 60), kit: kit)
      let around = tall + 60 - drawing.plot.height
      let needed =
        plot + around + (try PlotDrawing.list(drawing.unplaced, width: width, kit: kit)?.height ?? .zero)
      if needed <= tall + 60 { return needed.roundedUp(to: 7) }
      tall = needed - 60
    }
    return (tall + 60).roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var listed: [String] = []
    for _ in 0..<3 {
      let list = try PlotDrawing.list(listed, width: size.width, kit: kit)
      let drawing = try PlotDrawing(self, size: size, below: list, kit: kit)
      if drawing.unplaced.allSatisfy(listed.contains) { return drawing.frame }
      listed = drawing.unplaced
    }
    let list = try PlotDrawing.list(listed, width: size.width, kit: kit)
    return try PlotDrawing(self, size: size, below: list, kit: kit).frame
  }

  /// The names that find no place at this size.
  public func unplaced(size: Size, kit: Kit) throws -> [String] {
    try PlotDrawing(self, size: size, kit: kit).unplaced
  }
}
