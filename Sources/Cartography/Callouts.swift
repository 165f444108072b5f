import Figures
import Geometry
import Pages
import Typesetting

/// Labels beside the land, each joined to its dot by a leader.
struct Callouts {
  struct Label {
    var anchor: Point
    var text: StyledText
    var color: Color
  }

  /// In order of importance: the last ones are the first to find no room.
  let labels: [Label]
  let kit: Kit
  var longest: Length = 70
  /// Where labels may stand; that of the map where it is `nil`.
  var area: Rect?

  /// Returns the texts of the labels without room.
  ///
  /// - Parameter taken: where no label may stand besides the land and texts.
  func draw(on base: BaseMap, besides taken: [Rect] = [], into frame: inout Frame) throws -> [String] {
    guard !labels.isEmpty else { return [] }
    let area = area ?? base.plan.area
    let land = base.land(in: area)
    var mask = land
    for box in frame.texts().map(\.box) + taken { mask.block(box) }
    if let square = base.zoomSquare { mask.block(square) }
    let widths = try labels.map { try measures(of: $0.text) }
    let requests = try zip(labels, widths).map { label, widths in
      CalloutPlacement.Request(
        anchor: label.anchor, sizes: try widths.map { try block(label.text, $0, isLeft: false).size })
    }
    let placement = CalloutPlacement(
      area: area, mask: mask.joined(), land: land,
      obstacles: frame.texts().map(\.box) + base.plan.insets.map(\.frame),
      longest: longest)
    let places = placement.places(for: requests)
    var left: [String] = []
    for (index, place) in places.enumerated() {
      guard let place else {
        left.append(labels[index].text.plain)
        continue
      }
      frame.drawLeader(from: place.anchor, to: place.end, labels[index].color)
      let block = try block(labels[index].text, widths[index][place.variant], isLeft: place.isLeft)
      frame.place(block, at: place.box.origin)
    }
    return left
  }

  /// The width of the text on one line, then of a long one on two.
  private func measures(of text: StyledText) throws -> [Length] {
    let width = try kit.typesetter.width(of: text)
    let half = max(width * 0.6, try kit.widestWord(text))
    return [width] + (width > 32 && half < width * 0.9 ? [half] : [])
  }

  /// Text at the left of its dot ends at the leader.
  private func block(_ text: StyledText, _ measure: Length, isLeft: Bool) throws -> Frame {
    if measure >= (try kit.typesetter.width(of: text)) { return try kit.typesetter.line(text) }
    return try kit.typesetter.block(text, measure: measure, style: ParagraphStyle(isLeft ? .right : .left))
  }
}

extension Frame {
  /// From a dot on the land to a label. A white edge keeps both in sight on a dark fill.
  mutating func drawLeader(from anchor: Point, to end: Point, _ color: Color) {
    let leader = Path.line(from: anchor, to: end)
    add(Shape(leader, stroke: Stroke(.white, 0.9)))
    dot(anchor, radius: 1.2, .white)
    add(Shape(leader, stroke: Stroke(color, 0.35)))
    dot(anchor, radius: 0.9, color)
  }
}
