import Geometry
import Pages

/// Plots under one another on the same horizontal axis, which stands under the last.
public struct Panels: Sendable {
  public var plots: [Plot]
  /// How the height is divided between the plots themselves, from the first to the last.
  public var shares: [Double]

  public init(_ plots: [Plot], shares: [Double]) { (self.plots, self.shares) = (plots, shares) }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    var frame = Frame(size: size)
    var aligned = plots
    let left = try plots.map { try $0.numberRoom(kit) }.max()
    for index in aligned.indices {
      aligned[index].left = plots[index].left ?? left
      aligned[index].showsX = index == plots.count - 1
    }
    let around = try aligned.map { try $0.around(width: size.width, kit: kit) }
    let room = around.reduce(size.height) { $0 - $1 }
    let whole = shares.reduce(0, +)
    var top = Length.zero
    for (index, plot) in aligned.enumerated() {
      let height = around[index] + room * (shares[index] / whole)
      frame.place(
        try plot.frame(size: Size(width: size.width, height: height), kit: kit), at: Point(x: .zero, y: top))
      top = top + height
    }
    return frame
  }
}
