import Geometry
import Pages
import Typesetting

/// A dot of this radius with the value that its area stands for.
public struct SizeExample: Hashable, Sendable {
  public var radius: Length
  public var name: String

  public init(radius: Length, name: String) { (self.radius, self.name) = (radius, name) }
}

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
  /// What the areas of dots stand for: examples, printed at the right above the plot.
  public var sizes: [SizeExample] = []
  /// Whether the axes' texts are printed: facets share them.
  public var showsX = true, showsY = true
  /// The room left of the plot, and right of it; by default what the numbers and the names there need.
  public var left, right: Length?
  public var zeroLine = true

  public init(x: any Axis, y: any Axis, marks: [Mark]) { (self.x, self.y, self.marks) = (x, y, marks) }

  /// The height for a plot of this height, with all that stands around it.
  public func height(plot: Length, width: Length, kit: Kit) throws -> Length {
    let size = Size(width: width, height: plot + (try around(width: width, kit: kit)))
    let unplaced = try PlotDrawing(self, size: size, kit: kit).unplaced
    let list = try kit.list(unplaced, width: width)
    return (size.height + (list?.height ?? .zero)).roundedUp(to: 7)
  }

  /// The height of all that stands above and below the plot itself.
  func around(width: Length, kit: Kit) throws -> Length {
    var bare = self
    (bare.marks, bare.labels) = ([], [])
    return try 400 - PlotDrawing(bare, size: Size(width: width, height: 400), kit: kit).plot.height
  }

  /// Between the numbers of the vertical axis and the plot.
  static let numberGap: Length = 4

  /// The room that the numbers of the vertical axis need.
  public func numberRoom(_ kit: Kit) throws -> Length {
    try y.side(kit: kit).map(\.text.width).max().map { $0 + Self.numberGap } ?? .zero
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try kit.listing(size) { size in
      let drawing = try PlotDrawing(self, size: size, kit: kit)
      return (drawing.frame, drawing.unplaced)
    }
  }

  /// The names that find no place at this size.
  public func unplaced(size: Size, kit: Kit) throws -> [String] {
    try PlotDrawing(self, size: size, kit: kit).unplaced
  }
}
