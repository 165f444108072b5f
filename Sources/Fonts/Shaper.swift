import Settings

internal import CHarfBuzz

/// HarfBuzz behind one door: opens a font file, reads its metrics, shapes text.
struct Shaper: Sendable {
  private let face: Face
  private let features: [String]

  /// `nil` where the file cannot be read or is not a font.
  init?(file: FontFile, features: [String]) {
    guard let face = Face(file: file) else { return nil }
    self.face = face
    self.features = features
  }

  func shape(_ text: String) -> ShapedText {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
    // The language is set so that HarfBuzz does not take it from the environment.
    hb_buffer_set_language(buffer, hb_language_from_string("und", -1))
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
      }
    }
    hb_buffer_guess_segment_properties(buffer)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    let wanted = features.compactMap(Self.feature)
    hb_shape(face.font, buffer, wanted, UInt32(wanted.count))
    return collect(buffer, text: text)
  }

  private func collect(_ buffer: OpaquePointer?, text: String) -> ShapedText {
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let places = hb_buffer_get_glyph_positions(buffer, &count)
    guard let infos, let places else { return ShapedText(glyphs: []) }
    let em = face.unitsPerEm
    var missing: [Unicode.Scalar] = []
    let glyphs = (0..<Int(count)).map { i in
      let (info, place) = (infos[i], places[i])
      if info.codepoint == 0 { missing.append(Self.scalar(in: text, at: Int(info.cluster))) }
      return ShapedText.Glyph(
        id: info.codepoint, advance: Double(place.x_advance) / em, dx: Double(place.x_offset) / em,
        dy: -Double(place.y_offset) / em, cluster: Int(info.cluster))
    }
    return ShapedText(glyphs: glyphs, missing: missing)
  }

  private static func scalar(in text: String, at byte: Int) -> Unicode.Scalar {
    text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: byte)]
  }

  private static func feature(_ name: String) -> hb_feature_t? {
    var feature = hb_feature_t()
    return hb_feature_from_string(name, -1, &feature) != 0 ? feature : nil
  }

  var bytes: MappedFile { face.bytes }

  static func isFeature(_ name: String) -> Bool { feature(name) != nil }

  var metrics: FontMetrics {
    func height(_ tag: hb_ot_metrics_tag_t, else fallback: Double) -> Double {
      var value: hb_position_t = 0
      let known = hb_ot_metrics_get_position(face.font, tag, &value) != 0
      return known ? Double(value) / face.unitsPerEm : fallback
    }
    return FontMetrics(
      ascent: height(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, else: 0.8),
      descent: -height(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, else: -0.2),
      capHeight: height(HB_OT_METRICS_TAG_CAP_HEIGHT, else: 0.7),
      xHeight: height(HB_OT_METRICS_TAG_X_HEIGHT, else: 0.5))
  }
}

/// An open font; freed with its last user.
private final class Face: Sendable {
  // Safe to share: HarfBuzz fonts that were made immutable may be read by any number of threads
  // ("Object model / thread safety" of the HarfBuzz manual).
  nonisolated(unsafe) let font: OpaquePointer
  let unitsPerEm: Double
  /// What the font reads from to its end.
  let bytes: MappedFile

  init?(file: FontFile) {
    guard let bytes = try? MappedFile(file.path) else { return nil }
    let start = bytes.bytes.bindMemory(to: CChar.self)
    let blob = hb_blob_create(start.baseAddress, UInt32(start.count), HB_MEMORY_MODE_READONLY, nil, nil)
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, UInt32(file.index))
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else { return nil }
    hb_font_make_immutable(font)
    (self.bytes, self.font) = (bytes, font)
    unitsPerEm = Double(hb_face_get_upem(face))
  }

  deinit { hb_font_destroy(font) }
}
