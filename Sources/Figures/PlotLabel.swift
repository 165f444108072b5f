import Geometry
import Pages
import Typesetting

/// A text beside a datum. Labels earlier in a list have the better right to a place.
public struct PlotLabel: Sendable {
  public enum Side: Hashable, Sendable {
    /// On any side, the right one first.
    case around
    /// Over the datum, centred where it can be; raised on an upright line where there is no room.
    case above
    /// Right or left of the datum, no lower than it, inside the plot.
    case beside
  }

  /// One style a run; the lines of the label from top to bottom.
  public var lines: [StyledText]
  public var at: Datum
  /// Of the mark that it names: the label stands clear of it.
  public var radius: Length
  /// May stand away from its datum, at the end of a thin line.
  public var hasLeader: Bool
  public var side = Side.around
  /// What it names, along the horizontal axis; a label above may move as far, one beside stands clear of it.
  public var span: ClosedRange<Double>?
  /// Without room it is left out: it repeats what the axes say.
  public var isOptional = false
  /// Left out too where the label before it has no room: it is less than that one.
  public var followsLast = false

  public init(_ lines: [StyledText], at: Datum, radius: Length = 2, hasLeader: Bool = true) {
    (self.lines, self.at, self.radius, self.hasLeader) = (lines, at, radius, hasLeader)
  }

  public init(_ text: String, _ style: TextStyle, at: Datum, radius: Length = 2, hasLeader: Bool = true) {
    self.init([StyledText(text, style)], at: at, radius: radius, hasLeader: hasLeader)
  }

  /// What a list of labels without place calls it.
  var name: String { lines.map(\.plain).joined(separator: " ") }

  func frame(kit: Kit, anchor: TextAnchor = .start) throws -> Frame {
    let set = lines.map { line in
      line.runs.reduce(StyledText()) { text, run in
        text + kit.typesetter.styled(kit.language.typography(run.text), run.style)
      }
    }
    return try kit.label(set, anchor: anchor)
  }
}

/// The name of a series beside the right end of its marks. A colour too pale for text is shown by a sample.
public struct EndLabel: Sendable {
  public var text: String
  public var color: Color
  /// On the vertical axis.
  public var y: Double
  public var weight: Int
  /// Of what it names, where its text has another colour.
  public var sample: Color?

  public init(_ text: String, color: Color, y: Double, weight: Int = 600, sample: Color? = nil) {
    (self.text, self.color, self.y, self.weight, self.sample) = (text, color, y, weight, sample)
  }
}

extension LabelPlacement {
  /// Finds a place near a point: beside it first, then further away in eight directions, up to 40 pt.
  ///
  /// The line to a label further away must not cross a label that stands already.
  mutating func place(_ size: Size, near point: Point, radius: Length, hasLeader: Bool) -> Point? {
    let near = Self.corners(size, around: point, distance: radius + 1.5)
    if let corner = place(size, at: near) { return corner }
    guard hasLeader else { return nil }
    let far = stride(from: 8.0, through: 40, by: 4).flatMap {
      Self.corners(size, around: point, distance: radius + .pt($0))
    }
    return place(size, at: far)
  }

  /// Right, left, above, below, then the diagonals.
  private static func corners(_ size: Size, around p: Point, distance d: Length) -> [Point] {
    let (w, h) = (size.width, size.height)
    let s = d * 0.7
    return [
      Point(x: p.x + d, y: p.y - h / 2), Point(x: p.x - d - w, y: p.y - h / 2),
      Point(x: p.x - w / 2, y: p.y - d - h + 1), Point(x: p.x - w / 2, y: p.y + d - 1),
      Point(x: p.x + s, y: p.y - s - h), Point(x: p.x - s - w, y: p.y - s - h),
      Point(x: p.x + s, y: p.y + s), Point(x: p.x - s - w, y: p.y + s),
    ]
  }
}
