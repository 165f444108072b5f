import Geometry
import Pages
import Typesetting

/// Which point of a text stands at the given place.
public enum TextAnchor: Hashable, Sendable { case start, middle, end }

/// The few strokes that charts are drawn with.
extension Frame {
  /// Fills a rectangle; one without area leaves nothing.
  public mutating func fill(_ rect: Rect, _ color: Color) {
    guard rect.width > .zero, rect.height > .zero else { return }
    add(Shape(.rectangle(rect), fill: .color(color)))
  }

  public mutating func rule(from a: Point, to b: Point, _ color: Color, _ width: Length, dash: [Length] = [])
  {
    add(Shape(.line(from: a, to: b), stroke: Stroke(color, width, dash: dash)))
  }

  /// A rule across `xs` at height `y`.
  public mutating func rule(across xs: ClosedRange<Length>, y: Length, _ color: Color, _ width: Length) {
    rule(from: Point(x: xs.lowerBound, y: y), to: Point(x: xs.upperBound, y: y), color, width)
  }

  /// A rule down `ys` at `x`.
  public mutating func rule(
    down ys: ClosedRange<Length>, x: Length, _ color: Color, _ width: Length, dash: [Length] = []
  ) {
    rule(from: Point(x: x, y: ys.lowerBound), to: Point(x: x, y: ys.upperBound), color, width, dash: dash)
  }

  public mutating func dot(_ centre: Point, radius: Length, _ color: Color) {
    add(Shape(.circle(centre: centre, radius: radius), fill: .color(color)))
  }

  /// Sets a line with its baseline at this height.
  public mutating func write(_ line: Frame, x: Length, baseline: Length, anchor: TextAnchor = .start) {
    place(line, at: Point(x: x - line.width * anchor.share, y: baseline - line.baseline))
  }
}

extension TextAnchor {
  /// How much of the text stands before its anchor.
  var share: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }
}

extension Kit {
  /// A name from the data on one line, with the apostrophes and spaces of the language.
  public func name(_ text: String, _ style: TextStyle) throws -> Frame {
    try typesetter.line(language.typography(text), style)
  }

  /// Lines stacked into one label.
  public func label(_ lines: [StyledText], anchor: TextAnchor = .start) throws -> Frame {
    try Self.stacked(lines.map { try typesetter.line($0) }, anchor: anchor)
  }

  /// A label in one style, broken into lines of at most this measure where it is too long for one.
  public func label(
    _ text: String, _ style: TextStyle, measure: Length, anchor: TextAnchor = .start
  ) throws -> Frame {
    let styled = typesetter.styled(text, style)
    let natural = try typesetter.line(styled)
    if natural.width <= measure { return natural }
    let alignment: ParagraphStyle.Alignment =
      switch anchor {
      case .start: .left
      case .middle: .centred
      case .end: .right
      }
    let room = max(measure, try widestWord(styled))
    return try typesetter.block(styled, measure: room, style: ParagraphStyle(alignment))
  }

  /// The width of the widest part that no line break may divide.
  public func widestWord(_ text: StyledText) throws -> Length {
    try text.runs.flatMap { run in
      try run.text.split(separator: " ").map {
        try typesetter.width(of: typesetter.styled(String($0), run.style))
      }
    }.max() ?? .zero
  }

  static func stacked(_ lines: [Frame], anchor: TextAnchor) -> Frame {
    let width = lines.map(\.width).max() ?? .zero
    let height = lines.reduce(Length.zero) { $0 + $1.height }
    var block = Frame(size: Size(width: width, height: height), baseline: lines.first?.baseline)
    var y = Length.zero
    for line in lines {
      block.place(line, at: Point(x: (width - line.width) * anchor.share, y: y))
      y = y + line.height
    }
    return block
  }
}
