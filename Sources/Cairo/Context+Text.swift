internal import CCairo

extension Context {
  /// `size` of the em, in user space.
  public func setFont(_ face: FontFace, size: Double, options: FontOptions = .unhinted) throws {
    cairo_set_font_face(pointer, face.pointer)
    cairo_set_font_size(pointer, size)
    try options.apply(to: pointer)
    try checkStatus()
  }

  /// Draws glyphs; where the surface holds text (PDF), it is `text` that is found and copied.
  ///
  /// The clusters must cover the text and the glyphs, in order.
  public func show(_ glyphs: [Glyph], clusters: [TextCluster], text: String) throws {
    let bytes = clusters.reduce(0) { $0 + $1.byteCount }
    let covered = clusters.reduce(0) { $0 + $1.glyphCount }
    guard bytes == text.utf8.count, covered == glyphs.count else { throw CairoError.clusterMismatch }
    let native = glyphs.map { cairo_glyph_t(index: UInt($0.index), x: $0.origin.x, y: $0.origin.y) }
    let groups = clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.byteCount), num_glyphs: Int32($0.glyphCount))
    }
    cairo_show_text_glyphs(
      pointer, text, Int32(bytes), native, Int32(native.count), groups, Int32(groups.count),
      cairo_text_cluster_flags_t(rawValue: 0))
    try checkStatus()
  }
}
