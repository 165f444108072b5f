import Geometry
import Pages

/// What a picture refers to: clips, patterns, drawings; each once.
struct SVGDefinitions {
  private(set) var elements: [String] = []
  private(set) var drawings: [Drawing.ID: String] = [:]
  private var clips: [Path: String] = [:]
  private var patterns: [Paint: String] = [:]

  mutating func clip(_ path: Path) -> String {
    if let known = clips[path] { return known }
    let name = "clip\(clips.count + 1)"
    clips[path] = name
    elements.append("<clipPath id=\"\(name)\"><path d=\"\(SVG.path(path))\"/></clipPath>")
    return name
  }

  mutating func add(_ id: Drawing.ID, _ element: String) -> String {
    let name = "drawing\(drawings.count + 1)"
    drawings[id] = name
    elements.append("<g id=\"\(name)\">\n\(element)\n</g>")
    return name
  }

  /// The attributes of a fill.
  mutating func fill(_ paint: Paint) -> String {
    if case .color(let color) = paint { return Self.fill(color) }
    if let known = patterns[paint] { return "fill=\"url(#\(known))\"" }
    let name = "pattern\(patterns.count + 1)"
    patterns[paint] = name
    elements.append(Self.pattern(paint, name))
    return "fill=\"url(#\(name))\""
  }

  private static func fill(_ color: Color) -> String {
    guard color.alpha > 0 else { return "fill=\"none\"" }
    let opacity = color.alpha < 1 ? " fill-opacity=\"\(SVG.number(color.alpha))\"" : ""
    return "fill=\"\(SVG.color(color))\"\(opacity)"
  }

  /// One step of the pattern, from the origin of the item's own coordinates: as Cairo draws it.
  private static func pattern(_ paint: Paint, _ name: String) -> String {
    switch paint {
    case .color: return ""
    case .hatch(let line, let width, let pitch, let ground):
      // Lines x + y = k · step; those of the neighbouring steps reach into the corners.
      let step = pitch.points * 2.0.squareRoot()
      let lines = [-1.0, 0, 1, 2, 3].map { k in
        "M\(SVG.number((k + 1) * step)) \(SVG.number(-step))L\(SVG.number((k - 2) * step)) \(SVG.number(2 * step))"
      }
      let stroke = SVG.stroke(Stroke(line, width))
      return pattern(
        name, side: step, origin: 0, ground, "<path d=\"\(lines.joined())\" fill=\"none\" \(stroke)/>")
    case .dots(let dot, let radius, let pitch, let ground):
      let middle = SVG.number(pitch / 2)
      let circle = "<circle cx=\"\(middle)\" cy=\"\(middle)\" r=\"\(SVG.number(radius))\" \(fill(dot))/>"
      return pattern(name, side: pitch.points, origin: -pitch.points / 2, ground, circle)
    }
  }

  private static func pattern(
    _ name: String, side: Double, origin: Double, _ ground: Color, _ content: String
  ) -> String {
    let (side, origin) = (SVG.number(side), SVG.number(origin))
    let box = "x=\"\(origin)\" y=\"\(origin)\" width=\"\(side)\" height=\"\(side)\""
    return "<pattern id=\"\(name)\" patternUnits=\"userSpaceOnUse\" \(box)>"
      + "<rect width=\"\(side)\" height=\"\(side)\" \(fill(ground))/>\(content)</pattern>"
  }
}
