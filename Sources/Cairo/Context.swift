internal import CCairo

/// Draws on a surface. Paths are built in user space; state is saved and restored in scopes only.
public final class Context {
  public enum LineCap: Sendable { case butt, round, square }
  public enum LineJoin: Sendable { case miter, round, bevel }
  public enum FillRule: Sendable { case winding, evenOdd }

  private let raw: OpaquePointer
  /// Cairo keeps its own reference; this one keeps the Swift object and its sink.
  private let surface: Surface

  public init(_ surface: Surface) throws {
    guard let raw = cairo_create(surface.raw) else { throw CairoError("no context was made") }
    self.raw = raw
    self.surface = surface
    try checkStatus()
  }

  deinit { cairo_destroy(raw) }

  /// Throws what has gone wrong since the last call; cairo ignores drawing after an error.
  public func checkStatus() throws {
    try check(cairo_status(raw))
    try check(cairo_surface_status(surface.raw))
  }

  // MARK: State

  /// Runs `body`; whatever it changes of the state is undone after it.
  public func saved<T>(_ body: () throws -> T) throws -> T {
    cairo_save(raw)
    defer { cairo_restore(raw) }
    let result = try body()
    try checkStatus()
    return result
  }

  public func transform(_ matrix: Matrix) {
    var m = matrix.raw
    cairo_transform(raw, &m)
  }

  public func translate(_ x: Double, _ y: Double) { cairo_translate(raw, x, y) }

  public func setColor(_ color: RGBA) {
    cairo_set_source_rgba(raw, color.red, color.green, color.blue, color.alpha)
  }

  public func setPattern(_ pattern: Pattern) { cairo_set_source(raw, pattern.raw) }

  public func setLine(width: Double, cap: LineCap = .butt, join: LineJoin = .miter, dash: [Double] = []) {
    cairo_set_line_width(raw, width)
    cairo_set_line_cap(raw, cap.raw)
    cairo_set_line_join(raw, join.raw)
    cairo_set_dash(raw, dash, Int32(dash.count), 0)
  }

  // MARK: Paths

  public func newPath() { cairo_new_path(raw) }
  public func move(to p: Point) { cairo_move_to(raw, p.x, p.y) }
  public func line(to p: Point) { cairo_line_to(raw, p.x, p.y) }
  public func curve(_ a: Point, _ b: Point, to p: Point) { cairo_curve_to(raw, a.x, a.y, b.x, b.y, p.x, p.y) }
  public func closePath() { cairo_close_path(raw) }

  public func rectangle(_ r: Rectangle) { cairo_rectangle(raw, r.origin.x, r.origin.y, r.width, r.height) }

  // MARK: Painting

  public func fill(_ rule: FillRule = .winding, keepingPath: Bool = false) throws {
    cairo_set_fill_rule(raw, rule.raw)
    if keepingPath { cairo_fill_preserve(raw) } else { cairo_fill(raw) }
    try checkStatus()
  }

  public func stroke() throws {
    cairo_stroke(raw)
    try checkStatus()
  }

  public func clip(_ rule: FillRule = .winding) throws {
    cairo_set_fill_rule(raw, rule.raw)
    cairo_clip(raw)
    try checkStatus()
  }

  public func paint() throws {
    cairo_paint(raw)
    try checkStatus()
  }

  /// Paints another surface with its origin at `p`.
  public func paint(_ other: Surface, at p: Point) throws {
    cairo_set_source_surface(raw, other.raw, p.x, p.y)
    cairo_paint(raw)
    try checkStatus()
  }

  // MARK: Text

  /// Shows glyphs that stand for `text`; clusters say which bytes each glyph stands for.
  public func show(
    _ glyphs: [Glyph], of text: String, clusters: [TextCluster], face: FontFace, size: Double
  ) throws {
    cairo_set_font_face(raw, face.raw)
    cairo_set_font_size(raw, size)
    let list = glyphs.map { cairo_glyph_t(index: UInt($0.index), x: $0.origin.x, y: $0.origin.y) }
    let groups = clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    cairo_show_text_glyphs(
      raw, text, Int32(text.utf8.count), list, Int32(list.count), groups, Int32(groups.count),
      cairo_text_cluster_flags_t(0))
    try checkStatus()
  }

  // MARK: Pages and tags

  public func showPage() throws {
    cairo_show_page(raw)
    try checkStatus()
  }

  /// Marks what `body` draws with a tag of the PDF; links take `uri='…'`.
  public func tagged<T>(_ name: String, attributes: String = "", _ body: () throws -> T) throws -> T {
    cairo_tag_begin(raw, name, attributes)
    defer { cairo_tag_end(raw, name) }
    let result = try body()
    try checkStatus()
    return result
  }
}

extension Context.LineCap {
  fileprivate var raw: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Context.LineJoin {
  fileprivate var raw: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}

extension Context.FillRule {
  fileprivate var raw: cairo_fill_rule_t {
    switch self {
    case .winding: CAIRO_FILL_RULE_WINDING
    case .evenOdd: CAIRO_FILL_RULE_EVEN_ODD
    }
  }
}
