import Geometry
import Pages
import Typesetting

/// Rows on one horizontal axis of numbers: a row grid with marks, reference lines and a legend.
///
/// Marks have the value in `x` and the number of their row in `y`.
public struct RowPlot: Sendable {
  /// An upright line through all rows, named below them.
  public struct Reference: Hashable, Sendable {
    public var value: Double
    public var name: String
    public var color: Color

    public init(_ value: Double, name: String, color: Color) {
      (self.value, self.name, self.color) = (value, name, color)
    }
  }

  /// A stretch of the axis behind all rows, named below them.
  public struct Band: Hashable, Sendable {
    public var span: ClosedRange<Double>
    public var name: String

    public init(_ span: ClosedRange<Double>, name: String) { (self.span, self.name) = (span, name) }
  }

  public var grid: RowGrid
  public var axis: NumberAxis
  public var marks: [Mark]
  public var legend: [LegendEntry] = []
  public var references: [Reference] = []
  public var bands: [Band] = []
  /// Names of marks, in the plot.
  public var labels: [PlotLabel] = []
  /// Behind the marks: grid lines, drawn down through the rows. Without them, a hairline under each row.
  public var showsAxis = true

  public init(_ grid: RowGrid, axis: NumberAxis, marks: [Mark]) {
    (self.grid, self.axis, self.marks) = (grid, axis, marks)
  }

  public func height(width: Length, kit: Kit) throws -> Length {
    let drawing = try RowDrawing(self, width: width, kit: kit)
    return drawing.height.roundedUp(to: 7)
  }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    try drawing(width: size.width, kit: kit).framed(size)
  }

  /// The parts of the plot where they stand, for charts that add to them.
  public func drawing(width: Length, kit: Kit) throws -> RowDrawing {
    try RowDrawing(self, width: width, kit: kit)
  }
}

/// A row plot as drawn. Rows keep their pitch: a taller frame leaves the rest empty.
public struct RowDrawing: Sendable {
  public let layout: RowLayout
  public let x: any PositionScale
  /// Where the rows start.
  public let top: Length
  public private(set) var frame: Frame
  public var height: Length { frame.height }
  private var placement: LabelPlacement
  private let spec: RowPlot
  private let kit: Kit

  init(_ spec: RowPlot, width: Length, kit: Kit) throws {
    (self.spec, self.kit) = (spec, kit)
    var grid = spec.grid
    grid.headroom = max(grid.headroom, spec.showsAxis ? 14 : 0)
    layout = try grid.laid(width: width, kit: kit)
    let plot = layout.plot
    let spare = (plot.upperBound - plot.lowerBound) * 0.02
    // Bars start at the zero line; other marks need room for half of themselves.
    let low = spec.axis.domain.lowerBound == 0 ? Length.zero : spare
    x = spec.axis.scale(from: plot.lowerBound + low, to: plot.upperBound - spare)
    let legend = spec.legend.isEmpty ? nil : try Legend(spec.legend).frame(width: width, kit: kit)
    top = legend.map { $0.height + 4 } ?? .zero
    frame = Frame(size: Size(width: width, height: top + layout.height))
    placement = LabelPlacement(bounds: Rect(origin: .zero, size: frame.size))
    if let legend { frame.place(legend, at: .zero) }
    drawBands()
    if spec.showsAxis { try drawAxis() } else { drawRules() }
    drawMarks()
    var texts = Frame(size: Size(width: width, height: layout.height))
    layout.drawTexts(in: &texts)
    frame.place(texts, at: Point(x: .zero, y: top))
    for text in frame.texts() {
      // A name that stood against a figure would pass for what the figure counts.
      let box = text.box
      placement.block(Rect(x: box.minX - 8, y: box.minY, width: box.width + 8, height: box.height))
    }
    var left = layout.unplaced
    left += try drawLabels()
    drawReferences()
    left += try drawFoot()
    if let list = try kit.list(left, width: width) {
      frame.place(list, at: Point(x: .zero, y: frame.height))
      frame.size.height = frame.height + list.height
      frame.unplaced = left
    }
  }

  func framed(_ size: Size) -> Frame {
    var framed = frame
    framed.size = size
    return framed
  }

  private mutating func drawAxis() throws {
    let colors = kit.theme.colors
    for value in spec.axis.grid {
      let isZero = value == 0
      frame.rule(
        down: (top + layout.top - 1)...(top + layout.height), x: x(value), isZero ? colors.ink : colors.hair,
        isZero ? 0.6 : 0.4)
    }
    try drawNumbers()
  }

  /// Every number of the axis, else every second one, every third …; one that would meet the head of a column is left out.
  private mutating func drawNumbers() throws {
    var heads = LabelPlacement(bounds: Rect(origin: .zero, size: frame.size))
    for (head, place) in layout.heads {
      heads.block(Rect(origin: Point(x: place.x, y: place.y + top), size: head.size).expanded(by: 2))
    }
    let numbers = try spec.axis.side(kit: kit).map { value, text in
      let corner = Point(x: x(value) - text.width / 2, y: top + layout.top - 3 - text.height)
      let box = Rect(
        x: corner.x - 1.5, y: corner.y, width: text.width + 3, height: text.height)
      return (text: text, corner: corner, box: box)
    }
    for stride in 1...max(numbers.count, 1) {
      let kept = numbers.enumerated().filter { $0.offset % stride == 0 && heads.isFree($0.element.box) }
        .map(\.element)
      guard !zip(kept, kept.dropFirst()).contains(where: { $0.box.intersects($1.box) }) else { continue }
      for number in kept { frame.place(number.text, at: number.corner) }
      return
    }
  }

  private mutating func drawRules() {
    for (row, extent) in zip(spec.grid.rows, layout.extents) where !row.isTotal {
      frame.rule(across: .zero...frame.width, y: top + extent.upperBound, kit.theme.colors.hair, 0.4)
    }
  }

  private mutating func drawMarks() {
    let rows = RowScale(middles: layout.rows.middles.map { $0 + top })
    for mark in spec.marks {
      mark.draw(in: &frame, x: x, y: rows)
      mark.block(in: &placement, x: x, y: rows)
    }
    guard spec.axis.grid.contains(0) else { return }
    // Once more, over the bars.
    let last = Array(zip(spec.grid.rows, layout.extents)).last { !$0.0.isTotal }
    frame.rule(
      down: (top + layout.top - 1)...(top + (last?.1.upperBound ?? layout.height)), x: x(0),
      kit.theme.colors.ink, 0.6)
  }

  private mutating func drawLabels() throws -> [String] {
    let rows = RowScale(middles: layout.rows.middles.map { $0 + top })
    var left: [String] = []
    for label in spec.labels where label.at.isFinite {
      let text = try label.frame(kit: kit)
      let at = Point(x: x(label.at.x), y: rows(label.at.y))
      if let corner = placement.place(text.size, near: at, radius: label.radius, hasLeader: false) {
        frame.place(text, at: corner)
      } else {
        left.append(label.name)
      }
    }
    return left
  }

  private var bands: [(span: ClosedRange<Double>, name: String)] {
    spec.bands.compactMap { band in band.span.clipped(to: spec.axis.domain).map { ($0, band.name) } }
  }

  private mutating func drawBands() {
    for (span, _) in bands {
      let (left, right) = (x(span.lowerBound), x(span.upperBound))
      let (start, end) = (top + layout.top, top + layout.height)
      frame.fill(Rect(x: left, y: start, width: right - left, height: end - start), kit.theme.colors.band)
      for edge in [left, right] { frame.rule(down: start...end, x: edge, kit.theme.colors.rule, 0.4) }
    }
  }

  private var references: [RowPlot.Reference] {
    spec.references.filter { spec.axis.domain.contains($0.value) }
  }

  /// Lines through all rows.
  private mutating func drawReferences() {
    guard layout.height > .zero else { return }
    for reference in references {
      frame.rule(
        down: (top + layout.top)...(top + layout.height + 2), x: x(reference.value), reference.color, 0.9,
        dash: [2.2, 1.6])
    }
  }

  /// The names of reference lines and bands below the rows, side by side, else under one another.
  private mutating func drawFoot() throws -> [String] {
    let named = bands.map { band in
      RowPlot.Reference(
        (band.span.lowerBound + band.span.upperBound) / 2, name: band.name, color: kit.theme.colors.grey)
    }
    let shown = references + named
    guard !shown.isEmpty, layout.height > .zero else { return [] }
    let bottom = top + layout.height
    let leading = kit.theme.text.axis.leading
    frame.size.height = bottom + leading + 2
    let most = Size(width: frame.width, height: bottom + leading * Double(shown.count) + 2)
    var foot = LabelPlacement(bounds: Rect(origin: .zero, size: most))
    var left: [String] = []
    for reference in shown {
      let at = x(reference.value)
      let style = kit.theme.text.axis.weight(600).colored(reference.color)
      let label = try kit.typesetter.line(kit.language.typography(reference.name), style)
      guard label.width <= frame.width else {
        left.append(reference.name)
        continue
      }
      let padded = Size(width: min(label.width + 4, frame.width), height: label.height)
      let lefts = [at - label.width / 2, at + 2, at - label.width - 2].map {
        min(max($0, .zero), frame.width - padded.width)
      }
      let tops = shown.indices.map { bottom + 2 + leading * Double($0) }
      if let corner = foot.place(padded, at: tops.flatMap { y in lefts.map { Point(x: $0, y: y) } }) {
        frame.place(label, at: corner)
        frame.size.height = max(frame.height, corner.y + leading)
      } else {
        left.append(reference.name)
      }
    }
    return left
  }
}
