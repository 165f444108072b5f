internal import CCairo

/// How glyphs are fitted to pixels.
public struct FontOptions: Hashable, Sendable {
  public enum HintStyle: Hashable, Sendable { case none, slight, full }

  public var hintStyle: HintStyle
  /// Whether advances are rounded to pixels.
  public var hintsMetrics: Bool

  public init(hintStyle: HintStyle, hintsMetrics: Bool) {
    self.hintStyle = hintStyle
    self.hintsMetrics = hintsMetrics
  }

  /// The outlines as designed: the same on paper and on screen.
  public static let unhinted = FontOptions(hintStyle: .none, hintsMetrics: false)

  func apply(to context: OpaquePointer) throws {
    let options = try made(cairo_font_options_create())
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, hintStyle.native)
    cairo_font_options_set_hint_metrics(
      options, hintsMetrics ? CAIRO_HINT_METRICS_ON : CAIRO_HINT_METRICS_OFF)
    // Grey levels only: coloured fringes are for one kind of screen.
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    try check(cairo_font_options_status(options))
    cairo_set_font_options(context, options)
  }
}

extension FontOptions.HintStyle {
  fileprivate var native: cairo_hint_style_t {
    switch self {
    case .none: CAIRO_HINT_STYLE_NONE
    case .slight: CAIRO_HINT_STYLE_SLIGHT
    case .full: CAIRO_HINT_STYLE_FULL
    }
  }
}
