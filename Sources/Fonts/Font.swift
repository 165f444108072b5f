import Memos
import Settings
import Synchronization

/// One open font. It shapes a word once and remembers those that come again; threads may share it.
public final class Font: Sendable {
  public let id: FontID
  public let file: FontFile?
  public let metrics: FontMetrics
  /// The OpenType features that its text is shaped with: `tnum`, `-calt`.
  public let features: [String]
  /// The bytes of its file.
  var bytes: MappedFile? { shaper?.bytes }
  private let shaper: Shaper?
  private let shaped = Mutex(RecentAnswers<String, ShapedText>(most: 4096))

  init(id: FontID, file: FontFile, shaper: Shaper, features: [String]) {
    (self.id, self.file, self.shaper, self.features) = (id, file, shaper, features)
    metrics = shaper.metrics
  }

  /// A font without a file: each character is one glyph of half an em, with its scalar value as index.
  init(synthetic id: FontID) {
    (self.id, file, shaper, features) = (id, nil, nil, [])
    metrics = FontMetrics(ascent: 0.8, descent: 0.2, capHeight: 0.7, xHeight: 0.5)
  }

  public func shape(_ text: String) -> ShapedText {
    if let known = shaped.withLock({ $0.find(text) }) { return known }
    let result = shaper?.shape(text) ?? Self.synthetic(text)
    shaped.withLock { $0.keep(result, for: text) }
    return result
  }

  private static func synthetic(_ text: String) -> ShapedText {
    var glyphs: [ShapedText.Glyph] = []
    var byte = 0
    for scalar in text.unicodeScalars {
      glyphs.append(ShapedText.Glyph(id: scalar.value, advance: 0.5, cluster: byte))
      byte += UTF8.width(scalar)
    }
    return ShapedText(glyphs: glyphs)
  }
}
