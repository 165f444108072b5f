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
  func draw(on base: BaseMap, into frame: inout Frame) throws -> [String] {
    guard !labels.isEmpty else { return [] }
    let area = area ?? base.plan.area
    var mask = base.land(in: area)
    for text in frame.texts() { mask.block(text.box) }
    let widths = try labels.map { try measures(of: $0.text) }
    let requests = try zip(labels, widths).map { label, widths in
      CalloutPlacement.Request(
        anchor: label.anchor, sizes: try widths.map { try block(label.text, $0, isLeft: false).size })
    }
    let placement = CalloutPlacement(
      area: area, mask: mask, obstacles: frame.texts().map(\.box) + base.plan.insets.map(\.frame),
      longest: longest)
    let places = placement.places(for: requests)
    var left: [String] = []
    for (index, place) in places.enumerated() {
      guard let place else {
        left.append(labels[index].text.plain)
        continue
      }
      draw(leaderOf: labels[index], place, into: &frame)
      let block = try block(labels[index].text, widths[index][place.variant], isLeft: place.isLeft)
      frame.place(block, at: place.box.origin)
    }
    return left
  }

  /// The width of the text on one line, then of a long one on two.
  private func measures(of text: StyledText) throws -> [Length] {
    let width = try kit.typesetter.width(of: text)
    let half = max(width * 0.6, try kit.widestWord(text))
    return [width] + (width > 44 && half < width * 0.9 ? [half] : [])
  }

  /// Text at the left of its dot ends at the leader.
  private func block(_ text: StyledText, _ measure: Length, isLeft: Bool) throws -> Frame {
    if measure >= (try kit.typesetter.width(of: text)) { return try kit.typesetter.line(text) }
    return try kit.typesetter.block(text, measure: measure, style: ParagraphStyle(isLeft ? .right : .left))
  }

  /// A white edge keeps dot and leader in sight on a dark fill.
  private func draw(leaderOf label: Label, _ place: CalloutPlacement.Place, into frame: inout Frame) {
    let leader = Path.line(from: place.anchor, to: place.end)
    frame.add(Shape(leader, stroke: Stroke(.white, 0.9)))
    frame.dot(place.anchor, radius: 1.2, .white)
    frame.add(Shape(leader, stroke: Stroke(label.color, 0.35)))
    frame.dot(place.anchor, radius: 0.9, label.color)
  }
}
