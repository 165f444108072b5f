import Cairo
import Diagnostics
import Geometry
import Pages

/// Writes a page as SVG with its text as text: an exhaustive switch over the items of frames, like drawing.
struct SVGPage {
  private let document: PagedDocument
  private let faces: FaceStore
  private var body = ""
  private var definitions = SVGDefinitions()

  init(_ document: PagedDocument, faces: FaceStore) {
    (self.document, self.faces) = (document, faces)
  }

  consuming func svg(of frame: Frame, _ head: SVGHead) throws -> String {
    try add(frame, owner: .artifact(.layout))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(head.opening)
      <defs>
      \(definitions.elements.joined(separator: "\n"))
      </defs>
      \(body)</svg>

      """
  }

  private mutating func add(_ frame: Frame, owner: Owner) throws {
    for placed in frame.items {
      let role = placed.owner.flatMap { $0 == owner ? nil : self.role(of: $0) }
      if let role { body += "<g \(role)>\n" }
      try add(placed, owner: placed.owner ?? owner)
      if role != nil { body += "</g>\n" }
    }
  }

  /// What an owner is to assistive technology, where it is not text.
  private func role(of owner: Owner) -> String? {
    switch owner {
    case .artifact: return "aria-hidden=\"true\""
    case .node(let node):
      guard document.structure.nodes.indices.contains(node.index), document.structure[node].role == .figure
      else { return nil }
      return "role=\"img\" aria-label=\"\(SVG.escaped(document.structure[node].alternative ?? ""))\""
    }
  }

  private mutating func add(_ placed: Frame.Placed, owner: Owner) throws {
    let place = placed.origin == .zero ? "" : "translate(\(SVG.point(placed.origin)))"
    switch placed.item {
    case .group(let frame, let transform, let clip):
      var attributes = SVG.transform(place, transform)
      if let clip { attributes += " clip-path=\"url(#\(definitions.clip(clip)))\"" }
      body += "<g\(attributes)>\n"
      try add(frame, owner: owner)
      body += "</g>\n"
    case .glyphs(let run): body += try SVGRun(run, at: placed.origin, faces: faces).element
    case .shape(let shape): add(shape, SVG.transform(place, .identity))
    case .link(let size, .address(let address)):
      let box = "x=\"0\" y=\"0\" width=\"\(SVG.number(size.width))\" height=\"\(SVG.number(size.height))\""
      body +=
        "<a xlink:href=\"\(SVG.escaped(address.asURI))\"><rect\(SVG.transform(place, .identity)) \(box)"
        + " fill=\"none\" pointer-events=\"all\"/></a>\n"
    case .link(_, .node): break
    case .use(let id, let transform):
      let name = try define(id)
      body += "<use xlink:href=\"#\(name)\"\(SVG.transform(place, transform))/>\n"
    }
  }

  private mutating func add(_ shape: Shape, _ transform: String) {
    let path = "d=\"\(SVG.path(shape.path))\"" + (shape.evenOdd ? " fill-rule=\"evenodd\"" : "")
    let fill = shape.fill.map { definitions.fill($0) } ?? "fill=\"none\""
    let stroke = shape.stroke.map { " " + SVG.stroke($0) } ?? ""
    body += "<path\(transform) \(path) \(fill)\(stroke)/>\n"
  }

  /// A drawing is written once, and cut at its frame.
  private mutating func define(_ id: Drawing.ID) throws -> String {
    if let known = definitions.drawings[id] { return known }
    guard let drawing = document.drawings.first(where: { $0.id == id }) else {
      throw Failure(ExportMessage.unknownDrawing(id))
    }
    let clip = definitions.clip(.rectangle(Rect(origin: .zero, size: drawing.frame.size)))
    let outer = body
    body = ""
    try add(drawing.frame, owner: .artifact(.layout))
    let inner = body
    body = outer
    return definitions.add(id, "<g clip-path=\"url(#\(clip))\">\n\(inner)</g>")
  }
}

extension SVG {
  static func transform(_ place: String, _ t: Transform) -> String {
    let matrix =
      t == .identity
      ? "" : "matrix(\([t.a, t.b, t.c, t.d, t.tx.points, t.ty.points].map(precise).joined(separator: " ")))"
    let all = [place, matrix].filter { !$0.isEmpty }.joined(separator: " ")
    return all.isEmpty ? "" : " transform=\"\(all)\""
  }

  /// Factors need more digits than lengths.
  private static func precise(_ value: Double) -> String {
    guard let millionths = Int(exactly: (value * 1_000_000).rounded()) else { return "0" }
    let (whole, part) = abs(millionths).quotientAndRemainder(dividingBy: 1_000_000)
    let digits = part == 0 ? "" : "." + String(String(1_000_000 + part).dropFirst())
    return (millionths < 0 ? "-" : "") + "\(whole)" + digits
  }

  static func path(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let p): "M" + point(p)
      case .line(let p): "L" + point(p)
      case .curve(let a, let b, let p): "C" + [a, b, p].map(point).joined(separator: " ")
      case .close: "Z"
      }
    }.joined()
  }

  static func stroke(_ stroke: Stroke) -> String {
    var attributes = "stroke=\"\(color(stroke.color))\" stroke-width=\"\(number(stroke.width))\""
    if stroke.color.alpha < 1 { attributes += " stroke-opacity=\"\(number(stroke.color.alpha))\"" }
    if !stroke.dash.isEmpty {
      attributes += " stroke-dasharray=\"\(stroke.dash.map { number($0) }.joined(separator: " "))\""
    }
    switch stroke.cap {
    case .butt: break
    case .round: attributes += " stroke-linecap=\"round\""
    case .square: attributes += " stroke-linecap=\"square\""
    }
    switch stroke.join {
    case .miter: attributes += " stroke-miterlimit=\"10\""
    case .round: attributes += " stroke-linejoin=\"round\""
    case .bevel: attributes += " stroke-linejoin=\"bevel\""
    }
    return attributes
  }
}
