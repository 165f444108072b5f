import Geometry
import Pages

/// What an author adds to the data of a plot: stretches, lines, remarks.
public enum Annotation: Hashable, Sendable {
  /// A stretch of the horizontal axis behind the marks, named above the plot.
  case period(ClosedRange<Double>, name: String)
  /// A moment: an upright line, named above the plot.
  case event(Double, name: String)
  /// A value of the horizontal axis: an upright line, named beside its top. A line without dashes has a strong name.
  case upright(Double, name: String, Pen)
  /// A level across the plot, named at its right end: a target, a median, a mean.
  case level(Double, name: String, color: Color)
  /// A stretch of the vertical axis.
  case range(ClosedRange<Double>, name: String)
  /// A remark with an arrow to a place among the data.
  case remark(Datum, text: String)
}

extension Annotation {
  /// What it is called, on one line.
  public var name: String {
    let name =
      switch self {
      case .period(_, let name), .event(_, let name), .upright(_, let name, _), .level(_, let name, _),
        .range(_, let name), .remark(_, let name):
        name
      }
    return name.replacing("\n", with: " ")
  }
}
