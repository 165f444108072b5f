import Geometry
import Pages
import Typesetting

/// Labels beside the land, each joined to its dot by a leader.
struct Callouts {
  struct Label {
    var anchor: Point
    var line: Frame
    var color: Color
  }

  /// In order of importance: labels without room are left out, the last ones first.
  let labels: [Label]

  func draw(on base: BaseMap, into frame: inout Frame) {
    var mask = base.land(in: base.plan.area)
    for text in frame.texts() { mask.block(text.box) }
    let requests = labels.map { CalloutPlacement.Request(anchor: $0.anchor, size: $0.line.size) }
    let places = CalloutPlacement(area: base.plan.area, mask: mask).places(for: requests)
    for (place, label) in zip(places, labels) {
      if let place { Self.draw(label, at: place, into: &frame) }
    }
  }

  /// A white edge keeps dot and leader in sight on a dark fill.
  private static func draw(_ label: Label, at place: CalloutPlacement.Place, into frame: inout Frame) {
    let leader = Path.line(from: place.anchor, to: place.end)
    frame.add(Shape(leader, stroke: Stroke(.white, 0.9)))
    frame.add(Shape(.circle(centre: place.anchor, radius: 1.2), fill: .color(.white)))
    frame.add(Shape(leader, stroke: Stroke(label.color, 0.35)))
    frame.add(Shape(.circle(centre: place.anchor, radius: 0.9), fill: .color(label.color)))
    frame.place(label.line, at: place.box.origin)
  }
}
