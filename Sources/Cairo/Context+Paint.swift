internal import CCairo

public enum LineCap: Hashable, Sendable {
  case butt, round, square

  var native: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

public enum LineJoin: Hashable, Sendable {
  case miter, round, bevel

  var native: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}

extension Context {
  public func setSource(_ color: RGBA) {
    cairo_set_source_rgba(pointer, color.red, color.green, color.blue, color.alpha)
  }

  public func setSource(_ pattern: Pattern) throws {
    cairo_set_source(pointer, pattern.pointer)
    try checkStatus()
  }

  public func setFillRule(_ rule: FillRule) { cairo_set_fill_rule(pointer, rule.native) }

  public func setLine(width: Double, cap: LineCap = .butt, join: LineJoin = .miter) {
    cairo_set_line_width(pointer, width)
    cairo_set_line_cap(pointer, cap.native)
    cairo_set_line_join(pointer, join.native)
  }

  /// Lengths on and off, in turn; none for a solid line. All zero, or one below zero, is an error.
  public func setDash(_ lengths: [Double], offset: Double = 0) throws {
    cairo_set_dash(pointer, lengths, Int32(lengths.count), offset)
    try checkStatus()
  }

  /// Fills the path with the source; `keepingPath` leaves it for a stroke or clip.
  public func fill(keepingPath: Bool = false) throws {
    if keepingPath { cairo_fill_preserve(pointer) } else { cairo_fill(pointer) }
    try checkStatus()
  }

  /// Draws the path's outline with the source.
  public func stroke(keepingPath: Bool = false) throws {
    if keepingPath { cairo_stroke_preserve(pointer) } else { cairo_stroke(pointer) }
    try checkStatus()
  }

  /// Paints the source on all that the clip leaves.
  public func paint(alpha: Double = 1) throws {
    if alpha < 1 { cairo_paint_with_alpha(pointer, alpha) } else { cairo_paint(pointer) }
    try checkStatus()
  }

  /// Narrows what can be drawn on to the inside of the path, up to the end of the enclosing `saved`.
  public func clip(keepingPath: Bool = false) throws {
    if keepingPath { cairo_clip_preserve(pointer) } else { cairo_clip(pointer) }
    try checkStatus()
  }
}
