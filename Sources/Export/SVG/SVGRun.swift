import Cairo
import Diagnostics
import Geometry
import Pages

/// A glyph run as text: each word where it stands, so that spaces stretch as they were set.
struct SVGRun {
  let element: String

  init(_ run: GlyphRun, at origin: Point, faces: FaceStore) throws {
    guard !run.glyphs.contains(where: { $0.id == 0 }) else { throw Failure(ExportMessage.missingGlyph(run)) }
    guard !run.glyphs.isEmpty else {
      element = ""
      return
    }
    let (family, features) = (try faces.face(for: run.font).family, try faces.features(of: run.font))
    var attributes = [
      "y=\"\(SVG.number(origin.y))\"", "font-family=\"\(SVG.escaped(family))\"",
      "font-size=\"\(SVG.number(run.size))\"", "fill=\"\(SVG.color(run.color))\"",
    ]
    if run.font.weight != 400 { attributes.append("font-weight=\"\(run.font.weight)\"") }
    if run.font.italic { attributes.append("font-style=\"italic\"") }
    if run.color.alpha < 1 { attributes.append("fill-opacity=\"\(SVG.number(run.color.alpha))\"") }
    attributes.append("style=\"\(Self.style(features))\"")
    let words = run.words(from: origin.x, digitsApart: features.contains("tnum"))
    let spans = words.map { "<tspan x=\"\(SVG.number($0.x))\">\(SVG.escaped($0.text))</tspan>" }
    element = "<text \(attributes.joined(separator: " "))>\(spans.joined())</text>\n"
  }

  /// Spaces are kept, positions not rounded to pixels, and features as they were when the text was shaped.
  private static func style(_ features: [String]) -> String {
    let settings = features.map { $0.hasPrefix("-") ? "'\($0.dropFirst())' 0" : "'\($0)' 1" }
    let list = settings.isEmpty ? "" : ";font-feature-settings:\(settings.joined(separator: ","))"
    return "white-space:pre;text-rendering:geometricPrecision" + list
  }
}

extension GlyphRun {
  fileprivate struct Word {
    var x: Length
    var text: String
  }

  /// Its words with the spaces after them. `digitsApart`: each digit by itself, for renderers that do not know
  /// digits of one width.
  fileprivate func words(from x: Length, digitsApart: Bool) -> [Word] {
    var words: [Word] = []
    var pen = x
    var rest = text[...]
    var glyph = 0
    var startsWord = true
    for cluster in clusters {
      let end = rest.utf8.index(rest.startIndex, offsetBy: cluster.byteCount)
      // A soft hyphen is not seen in browsers; here it is.
      let letters = String(rest[..<end].map { $0 == "\u{AD}" ? "\u{2010}" : $0 })
      rest = rest[end...]
      let isDigit = digitsApart && letters.first?.isNumber == true
      if startsWord || isDigit { words.append(Word(x: pen, text: "")) }
      if !words.isEmpty { words[words.count - 1].text += letters }
      for _ in 0..<cluster.glyphCount where glyph < glyphs.count {
        pen = pen + glyphs[glyph].advance
        glyph += 1
      }
      startsWord = letters.last?.isWhitespace == true || isDigit
    }
    return words
  }
}
