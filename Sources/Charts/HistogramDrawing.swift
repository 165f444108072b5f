import Figures
import Geometry
import Language
import Pages
import Quantities
import Statistics
import Typesetting

extension Histogram: Picture {
  public func naturalHeight(width: Length, kit: Kit) throws -> Length { 182 }

  public func frame(size: Size, kit: Kit) throws -> Frame {
    guard !bins.isEmpty else { return Frame(size: size) }
    return try HistogramDrawing(histogram: self, size: size, kit: kit).frame()
  }
}

/// The plot of a histogram and the labels that look for room in it.
private struct HistogramDrawing {
  let histogram: Histogram
  let size: Size
  let kit: Kit
  let axis: ValueAxis
  /// Of the values, along the bottom.
  let edgeAxis: ValueAxis
  let plot: Rect
  let x, y: LinearScale

  private var colors: ThemeColors { kit.theme.colors }
  private var style: TextStyle { kit.theme.text.axis }
  private var ink: TextStyle { style.colored(colors.ink) }

  /// Above the plot, for the name of the median; below it, for edges and the unit.
  private static let head: Length = 10
  private static let edgeRow: Length = 13.5
  private let unit: Frame

  init(histogram: Histogram, size: Size, kit: Kit) throws {
    (self.histogram, self.size, self.kit) = (histogram, size, kit)
    let top = histogram.highest
    let steps = histogram.isUniform ? min(5, max(1, histogram.tallest)) : 5
    let ticks = Ticks(covering: 0...max(top, histogram.isUniform ? 1 : top), count: steps)
    let count = Unit(.count(""))
    axis = ValueAxis(ticks, unit: count, language: kit.language)
    let edges = (histogram.bins.first?.range.lowerBound ?? 0)...(histogram.bins.last?.range.upperBound ?? 1)
    edgeAxis = ValueAxis(
      Ticks(inside: edges, count: 5), unit: histogram.column.unit, language: kit.language)
    unit = try kit.wrapped(
      edgeAxis.unitName(kit.language), kit.theme.text.axis, measure: size.width, lines: 3, anchor: .end)
    plot = Rect(
      from: Point(x: try axis.width(kit: kit) + 2, y: Self.head),
      to: Point(x: size.width - 8, y: size.height - Self.edgeRow - self.unit.height))
    x = LinearScale(edges, from: plot.minX, to: plot.maxX)
    // Room for the count above the tallest bar.
    y = LinearScale(0...max(ticks.domain.upperBound, top * 1.08), from: plot.maxY, to: plot.minY)
  }

  func frame() throws -> Frame {
    var frame = Frame(size: size)
    try axis.drawGrid(in: &frame, plot: plot, y: y, kit: kit)
    for bin in histogram.bins { frame.fill(bar(bin), colors.bar) }
    drawJoints(in: &frame)
    var placement = LabelPlacement(bounds: Rect(origin: .zero, size: size))
    for text in frame.texts() { placement.block(text.box) }
    for bin in histogram.bins { placement.block(bar(bin)) }
    try drawReferences(in: &frame, &placement)
    try drawCounts(in: &frame, &placement)
    try drawNames(in: &frame, &placement)
    axis.drawZeroLine(in: &frame, plot: plot, y: y, kit: kit)
    try drawEdges(in: &frame)
    return frame
  }

  private func bar(_ bin: Histogram.Bin) -> Rect {
    Rect(
      from: Point(x: x(bin.range.lowerBound), y: y(histogram.height(bin))),
      to: Point(x: x(bin.range.upperBound), y: y(0)))
  }

  /// A white line between neighbours, so that contiguous bars stay countable.
  private func drawJoints(in frame: inout Frame) {
    for (left, right) in zip(histogram.bins, histogram.bins.dropFirst()) {
      let lower = min(histogram.height(left), histogram.height(right))
      guard lower > 0 else { continue }
      frame.rule(
        down: y(lower)...plot.maxY, x: x(left.range.upperBound), .white, 0.7)
    }
  }

  // MARK: Median and mean

  private func drawReferences(in frame: inout Frame, _ placement: inout LabelPlacement) throws {
    let say = Sentences(kit.language)
    if let median = histogram.median {
      let text = say.say(.medianLabel, ["amount": number(median)])
      frame.rule(down: .zero...plot.maxY, x: x(median), colors.accent, 1)
      placement.block(Rect(x: x(median) - 0.5, y: .zero, width: 1, height: plot.maxY))
      try name(text, style.weight(600).colored(colors.accent), at: x(median), top: .zero, &frame, &placement)
    }
    if let mean = histogram.mean, x.domain.contains(mean.value) {
      let text = say.say(.meanLabel, ["name": mean.name, "amount": number(mean.value)])
      let top = plot.minY + 6
      frame.rule(
        down: top...plot.maxY, x: x(mean.value), colors.ink, 0.9, dash: [2.2, 1.6])
      placement.block(
        Rect(x: x(mean.value) - 0.5, y: top, width: 1, height: plot.maxY - top))
      try name(text, ink, at: x(mean.value), top: top, &frame, &placement)
    }
  }

  /// Right of the line, or left of it; on one line, or on several.
  private func name(
    _ text: String, _ style: TextStyle, at place: Length, top: Length, _ frame: inout Frame,
    _ placement: inout LabelPlacement
  ) throws {
    let tops = [top, top + 3, top + 10, top + 20]
    for measure: Length in [.pt(1e6), 75, 50] {
      let (right, left) = (
        try kit.label(text, style, measure: measure),
        try kit.label(text, style, measure: measure, anchor: .end)
      )
      let after = tops.map { Point(x: place + 3, y: $0) }
      let before = tops.map { Point(x: place - 3 - left.width, y: $0) }
      if let corner = placement.place(right.size, at: after) { return frame.place(right, at: corner) }
      if let corner = placement.place(left.size, at: before) { return frame.place(left, at: corner) }
    }
  }

  /// All in one scale, and with as many decimals.
  private func number(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let (unit, scale) = (histogram.column.unit, edgeAxis.scale)
    let largest = max(x.domain.lowerBound.magnitude, x.domain.upperBound.magnitude)
    return kit.language.text(
      .value(Quantity(value, unit, histogram.column.kind)), scale: scale,
      decimals: kit.language.decimals(for: largest, unit: unit, scale: scale))
  }

  /// Where the lines of the median and the mean stand.
  private var references: [Length] {
    [histogram.median, histogram.mean?.value].compactMap { $0.map { x($0) } }
  }

  // MARK: Counts and names

  private func drawCounts(in frame: inout Frame, _ placement: inout LabelPlacement) throws {
    for bin in histogram.bins where !bin.members.isEmpty {
      let label = try kit.typesetter.line(String(bin.members.count), ink)
      let bar = bar(bin)
      let above = Point(x: bar.midX - label.width / 2, y: bar.minY - label.height + 0.5)
      // Beside a reference line, as long as the count stays over its own bar.
      let beside = references.flatMap { [$0 + 1.5, $0 - 1.5 - label.width] }
        .filter { (bar.minX...bar.maxX).contains($0 + label.width / 2) }
      let free = Size(width: label.width, height: label.height - 0.5)
      if let place = placement.place(free, at: [above] + beside.map { Point(x: $0, y: above.y) }) {
        frame.place(label, at: place)
      }
    }
  }

  /// The members of isolated bins, above their count, raised on a leader where neighbours need the room. From the right,
  /// and off the columns of those that wait, so that no leader has to cross a name.
  private func drawNames(in frame: inout Frame, _ placement: inout LabelPlacement) throws {
    let bins = histogram.isolated.reversed().map { histogram.bins[$0] }
    for (turn, bin) in bins.enumerated() {
      let waiting = bins[(turn + 1)...].map { bar($0).midX }
      try drawName(of: bin, offColumns: waiting, in: &frame, &placement)
    }
  }

  private func drawName(
    of bin: Histogram.Bin, offColumns columns: [Length], in frame: inout Frame,
    _ placement: inout LabelPlacement
  ) throws {
    let label = try kit.label(names(of: bin), anchor: .middle)
    let (middle, ground) = (bar(bin).midX, bar(bin).minY - style.leading)
    func leader(below name: Rect) -> Rect {
      Rect(x: middle - 0.5, y: name.maxY, width: 1, height: max(.zero, ground - name.maxY))
    }
    let free = places(for: label.size, over: middle, ground: ground).filter { name in
      placement.isFree(apart(name)) && placement.isFree(leader(below: name))
    }
    let clear = free.first { name in !columns.contains { (name.minX - 1...name.maxX + 1).contains($0) } }
    guard let name = clear ?? free.first else { return }
    frame.place(label, at: name.origin)
    placement.block(apart(name))
    guard ground - name.maxY > 3 else { return }
    frame.rule(down: name.maxY...(ground - 1), x: middle, colors.outline, 0.35)
    placement.block(leader(below: name))
  }

  private func names(of bin: Histogram.Bin) -> [StyledText] {
    bin.members.enumerated().map { offset, member in
      kit.typesetter.styled(
        kit.language.typography(member.shortLabel) + (offset < bin.members.count - 1 ? "," : ""),
        kit.theme.text.mapLabel)
    }
  }

  /// Over the middle of a bar, or beside it; low before high.
  private func places(for label: Size, over middle: Length, ground: Length) -> [Rect] {
    let lefts = [middle - label.width / 2, middle - 2, middle + 2 - label.width]
      .map { min(max($0, .zero), size.width - label.width) }
    return stride(from: 0.0, through: 60, by: 6).flatMap { rise in
      lefts.map { Rect(origin: Point(x: $0, y: ground - label.height - .pt(rise)), size: label) }
    }
  }

  /// With three points of air at each side, so that neighbours do not read as one line.
  private func apart(_ name: Rect) -> Rect {
    let left = max(.zero, name.minX - 3)
    return Rect(x: left, y: name.minY, width: min(size.width, name.maxX + 3) - left, height: name.height)
  }

  // MARK: The axis below

  private func drawEdges(in frame: inout Frame) throws {
    var placement = LabelPlacement(bounds: Rect(origin: .zero, size: size))
    for edge in edges {
      frame.rule(down: plot.maxY...(plot.maxY + 2.5), x: x(edge), colors.ink, 0.4)
      let label = try kit.typesetter.line(number(edge), style)
      let left = min(max(x(edge) - label.width / 2, .zero), size.width - label.width)
      let padded = Size(width: label.width + 1.5, height: label.height)
      let place = Point(x: min(left, size.width - padded.width), y: plot.maxY + 3)
      guard placement.place(padded, at: [place]) != nil else { continue }
      frame.write(label, x: left, baseline: plot.maxY + 9.8)
    }
    frame.place(
      unit, at: Point(x: max(plot.maxX - unit.width, .zero), y: plot.maxY + Self.edgeRow - 2.5))
  }

  /// The ends first, then round edges between them.
  private var edges: [Double] {
    let ends = [x.domain.lowerBound, x.domain.upperBound]
    guard histogram.isRound else {
      return ends + histogram.bins.map(\.range.lowerBound).filter { !ends.contains($0) }
    }
    let round = histogram.bins.map(\.range.lowerBound).filter {
      let step = histogram.width * 2
      return ($0 / step - ($0 / step).rounded()).magnitude < 1e-6
    }
    return ends + round.filter { !ends.contains($0) }
  }
}
