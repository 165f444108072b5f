import Geometry
import Pages
import Typesetting

/// A plot as drawn, step by step, from the ground up; each text blocks the place of those after it.
struct PlotDrawing {
  let spec: Plot
  let kit: Kit
  let x, y: any PositionScale
  let plot: Rect
  var frame: Frame
  /// The names that found no place.
  var unplaced: [String] = []
  var placement: LabelPlacement

  var colors: ThemeColors { kit.theme.colors }
  var style: TextStyle { kit.theme.text.axis }

  init(_ spec: Plot, size: Size, kit: Kit) throws {
    (self.spec, self.kit) = (spec, kit)
    let numbers = spec.showsY ? try spec.y.side(kit: kit) : []
    let names = try Self.startRoom(spec, size.width, kit)
    let left = try spec.left ?? names ?? (spec.showsY ? spec.numberRoom(kit) : .zero)
    let right = size.width - (try spec.right ?? Self.endRoom(spec, size.width, kit))
    let head = try Self.headroom(spec, size.width, kit)
    let across = spec.x.scale(from: left, to: max(right, left + 10))
    let foot = spec.showsX ? try spec.x.foot(across, width: size.width, kit: kit) : nil
    let bottom = size.height - (foot?.height ?? Facets.bareFoot)
    plot = Rect(
      from: Point(x: left, y: head), to: Point(x: max(right, left + 10), y: max(bottom, head + 10)))
    x = across
    y = spec.y.scale(from: plot.maxY, to: plot.minY)
    frame = Frame(size: size)
    placement = LabelPlacement(bounds: Rect(origin: .zero, size: size))
    try drawTitles()
    drawGround()
    try drawGrid(numbers)
    if let foot {
      place(foot, at: Point(x: .zero, y: plot.maxY))
      unplaced += foot.unplaced
    }
    drawMarks()
    try drawAnnotations()
    try drawEnds()
    try drawNames(spec.starts.filter { $0.y.isFinite }, atRight: false)
    try drawLabels()
  }

  // MARK: Room

  /// A sample of a colour beside its name, with the gap between them.
  private static let sample: Length = 8

  /// What the names at the right need: no more than a third of the width, or half of it for their widest word.
  private static func endRoom(_ spec: Plot, _ width: Length, _ kit: Kit) throws -> Length {
    var texts = spec.ends.map(\.text)
    for case .level(_, let name, _) in spec.annotations { texts.append(name) }
    for case .range(_, let name) in spec.annotations { texts.append(name) }
    guard !texts.isEmpty else { return 6 }
    let style = kit.theme.text.axis.weight(600)
    let most: Length = spec.starts.isEmpty ? 82 : 150
    let margin = 9 + (spec.ends.needSamples ? Self.sample : .zero)
    let share = spec.starts.isEmpty ? 0.3 : 0.38
    return try nameRoom(texts, style, most: most, in: width, share: share, margin: margin, kit)
  }

  /// What names at the left need; `nil` where there are none.
  private static func startRoom(_ spec: Plot, _ width: Length, _ kit: Kit) throws -> Length? {
    guard !spec.starts.isEmpty else { return nil }
    let style = kit.theme.text.axis.weight(600)
    let texts = spec.starts.map(\.text)
    return try nameRoom(texts, style, most: 150, in: width, share: 0.38, margin: 9, kit)
  }

  /// Names in lines of `most` take at most this share of the width, their widest word at most half of it.
  private static func nameRoom(
    _ names: [String], _ style: TextStyle, most: Length, in width: Length, share: Double, margin: Length,
    _ kit: Kit
  ) throws -> Length {
    let texts = names.map { kit.language.typography($0) }
    let word = try texts.map { try kit.widestPiece($0, style) }.max() ?? .zero
    let widest = try texts.map { try kit.wrapped($0, style, measure: max(most, word)).width }.max() ?? .zero
    return min(widest + margin, max(width * share, min(word + margin, width * 0.5)))
  }

  private static func headroom(_ spec: Plot, _ width: Length, _ kit: Kit) throws -> Length {
    let line = kit.theme.text.axis.leading
    let names = spec.annotations.contains { $0.isNamedAbove }
    let title = spec.title == nil ? Length.zero : line * Double(spec.titleLines) + 2
    let sizes = spec.sizes.map { $0.radius * 2 + 2 }.max() ?? .zero
    let unit = max(try axisName(spec, width, kit).map { $0.height + 3 } ?? .zero, sizes)
    return title + unit + (try legend(spec, width, kit).map { $0.height + 4 } ?? .zero)
      + (names ? kit.theme.text.mapLabel.leading * 2 + 1 : .zero)
      + (spec.annotations.contains { $0.isNamedUpright } ? uprightHead : 5)
  }

  /// The name of the vertical axis, beside what areas stand for.
  private static func axisName(_ spec: Plot, _ width: Length, _ kit: Kit) throws -> Frame? {
    guard spec.showsY, let title = spec.y.title else { return nil }
    let room = spec.sizes.isEmpty ? width - 8 : width * sizesStart - 8
    return try kit.wrapped(kit.language.typography(title), kit.theme.text.axis, measure: max(room, 20))
  }

  /// Where examples of areas start, as a share of the width.
  private static let sizesStart = 0.45

  /// Above the plot, for the names of upright lines.
  static let uprightHead: Length = 10

  private static func legend(_ spec: Plot, _ width: Length, _ kit: Kit) throws -> Frame? {
    spec.legend.isEmpty ? nil : try Legend(spec.legend).frame(width: width, kit: kit)
  }

  // MARK: Ground

  private mutating func drawTitles() throws {
    var y = Length.zero
    if let title = spec.title {
      let text = try kit.wrapped(
        kit.language.typography(title), style.weight(600).colored(colors.ink),
        measure: frame.width - plot.minX)
      place(text, at: Point(x: plot.minX, y: .zero))
      y = style.leading * Double(spec.titleLines) + 2
    }
    if let legend = try Self.legend(spec, frame.width, kit) {
      place(legend, at: Point(x: .zero, y: y))
      y = y + legend.height + 4
    }
    try drawSizes(top: y)
    if let name = try Self.axisName(spec, frame.width, kit) { place(name, at: Point(x: .zero, y: y)) }
  }

  /// Examples of areas from the right edge to the left. Those without room are left out.
  private mutating func drawSizes(top: Length) throws {
    let middle = top + (spec.sizes.map(\.radius).max() ?? .zero) + 0.5
    var right = frame.width
    for example in spec.sizes {
      let text = try kit.typesetter.line(example.name, style)
      let left = right - text.width - 3 - example.radius * 2
      guard left > frame.width * Self.sizesStart else { break }
      place(text, at: Point(x: right - text.width, y: middle - text.height / 2))
      let centre = Point(x: left + example.radius, y: middle)
      frame.add(Shape(.circle(centre: centre, radius: example.radius), stroke: Stroke(colors.outline, 0.5)))
      right = left - 8
    }
  }

  private mutating func drawGround() {
    for annotation in spec.annotations {
      switch annotation {
      case .period(let span, _):
        guard let span = span.clipped(to: x.domain) else { continue }
        frame.fill(
          Rect(
            from: Point(x: x(span.lowerBound), y: plot.minY), to: Point(x: x(span.upperBound), y: plot.maxY)),
          colors.band)
      case .range(let span, _):
        guard let span = span.clipped(to: y.domain) else { continue }
        frame.fill(
          Rect(
            from: Point(x: plot.minX, y: y(span.lowerBound)), to: Point(x: plot.maxX, y: y(span.upperBound))),
          colors.band)
        for end in [span.lowerBound, span.upperBound] {
          frame.rule(across: plot.minX...plot.maxX, y: y(end), colors.rule, 0.4)
        }
      case .event, .upright, .level, .remark: continue
      }
    }
  }

  private mutating func drawGrid(_ numbers: [(value: Double, text: Frame)]) throws {
    for value in spec.x.grid where value != 0 || !spec.zeroLine {
      frame.rule(down: plot.minY...plot.maxY, x: x(value), colors.hair, 0.4)
    }
    for value in spec.y.grid { frame.rule(across: plot.minX...plot.maxX, y: y(value), colors.hair, 0.4) }
    // Where the plot is low, every second number, third …
    for stride in 1...max(numbers.count, 1) {
      let kept = numbers.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
      let tops = kept.map { (y($0.value) - $0.text.height / 2, $0.text) }
      let meets = zip(tops, tops.dropFirst()).contains { a, b in
        (a.0 + a.1.height / 2 - b.0 - b.1.height / 2).magnitude < (a.1.height + b.1.height) / 2 - 0.01
      }
      guard !meets else { continue }
      for (top, text) in tops {
        let limit = frame.height - text.height
        place(text, at: Point(x: plot.minX - Plot.numberGap - text.width, y: min(max(top, .zero), limit)))
      }
      return
    }
  }

  private mutating func drawMarks() {
    for mark in spec.marks {
      mark.draw(in: &frame, x: x, y: y)
      mark.block(in: &placement, x: x, y: y)
    }
    if spec.zeroLine, y.domain.contains(0) {
      frame.rule(across: plot.minX...plot.maxX, y: y(0), colors.ink, 0.6)
    }
  }

  // MARK: Texts

  mutating func place(_ text: Frame, at corner: Point) {
    frame.place(text, at: corner)
    for piece in text.texts(in: .translation(corner)) { placement.block(piece.box) }
  }

  /// Names at the right, each near its height; a thin line leads to one that had to move, unless it has a sample.
  private mutating func drawEnds() throws {
    var wishes = spec.ends.filter { $0.y.isFinite }
    for case .level(let value, let name, let color) in spec.annotations where y.domain.contains(value) {
      wishes.append(EndLabel(name, color: color, y: value))
    }
    for case .range(let span, let name) in spec.annotations where span.clipped(to: y.domain) != nil {
      wishes.append(
        EndLabel(name, color: colors.grey, y: (span.lowerBound + span.upperBound) / 2, sample: colors.band))
    }
    try drawNames(wishes, atRight: true)
  }

  /// Names of several lines are told apart by a gap, where there is room for it.
  private func gap(between names: [Frame]) -> Length {
    let gap: Length = 3
    let isTold = names.contains { $0.height > style.leading * 1.5 }
    let height = names.reduce(.zero) { $0 + $1.height + gap }
    return isTold && height <= plot.maxY + 2 - nameTop ? gap : .zero
  }

  /// Names at the sides keep below those of periods and events.
  private var nameTop: Length {
    spec.annotations.contains { $0.isNamedAbove } ? plot.minY : max(.zero, plot.minY - 8)
  }

  private mutating func drawNames(_ names: [EndLabel], atRight: Bool) throws {
    let sample = atRight && names.needSamples ? Self.sample : .zero
    let room = atRight ? frame.width - plot.maxX - 9 - sample : plot.minX - 9
    // No word is broken: a name with one too wide for the side is told of.
    let wishes = try names.filter {
      let text = kit.language.typography($0.text)
      return try kit.widestPiece(text, style.weight($0.weight)) <= room + 0.1
    }
    unplaced += names.filter { name in !wishes.contains { $0.text == name.text } }.map(\.text)
    let labels = try wishes.map {
      try kit.wrapped(
        kit.language.typography($0.text), style.weight($0.weight).colored($0.readable(colors)),
        measure: max(room, 1), anchor: atRight ? .start : .end)
    }
    let gap = gap(between: labels)
    let places = zip(wishes, labels).map {
      LabelSpreading.Label(wanted: y.clamped($0.y), extent: $1.height + gap)
    }
    let starts = LabelSpreading.starts(of: places, within: nameTop - gap / 2...plot.maxY + 2 + gap / 2)
      .map { $0.map { $0 + gap / 2 } }
    for (index, start) in starts.enumerated() {
      guard let start else {
        unplaced.append(wishes[index].text)
        continue
      }
      let middle = start + labels[index].height / 2
      let edge =
        atRight ? (near: plot.maxX + 3, far: plot.maxX + 8) : (near: plot.minX - 3, far: plot.minX - 8)
      if sample == .zero, (middle - places[index].wanted).magnitude > 4 {
        frame.stroke(
          [Point(x: edge.near, y: places[index].wanted), Point(x: edge.far, y: middle)],
          Pen(colors.outline, 0.35))
      }
      let left = atRight ? plot.maxX + 9 + sample : plot.minX - 9 - labels[index].width
      place(labels[index], at: Point(x: left, y: start))
      if sample > .zero {
        frame.fill(
          Rect(x: left - sample, y: start + style.leading / 2 - 2.5, width: 5, height: 5),
          wishes[index].sample ?? wishes[index].color
        )
      }
    }
  }
}

extension EndLabel {
  /// The colour of its text: its own where that reads on white.
  func readable(_ colors: ThemeColors) -> Color { isPale ? colors.ink : color }

  var isPale: Bool { color.contrast(with: .white) < 4.5 }
}

extension Array where Element == EndLabel {
  /// All names have a sample of their colour where one of them needs it.
  var needSamples: Bool { contains(where: \.isPale) }
}

extension Annotation {
  var isNamedUpright: Bool { if case .upright(_, let name, _) = self { !name.isEmpty } else { false } }

  var isNamedAbove: Bool {
    switch self {
    case .period(_, let name), .event(_, let name): !name.isEmpty
    case .upright, .level, .range, .remark: false
    }
  }
}

extension ClosedRange where Bound == Double {
  /// The part inside another range; `nil` where there is none.
  func clipped(to other: ClosedRange<Double>) -> ClosedRange<Double>? {
    let (low, high) = (Swift.max(lowerBound, other.lowerBound), Swift.min(upperBound, other.upperBound))
    return low < high ? low...high : nil
  }
}
