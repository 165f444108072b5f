import Figures
import Geometry
import Pages
import Quantities
import Statistics
import Typesetting

/// How the values spread: one square a territory in the colour of its class, along a vertical axis whose ticks are the
/// breaks; the median is a line in the accent colour and the highest squares are named.
struct DistributionLegend {
  private static let axisX: Length = 27
  private static let top: Length = 13
  private static let named = 4
  /// Kept between the median and other texts.
  private static let gap: Length = 2

  let map: Choropleth
  let kit: Kit
  let palette: ClassPalette
  let text: ValueText

  private var small: TextStyle { kit.theme.text.axis.sized(6.5) }

  func frame(size: Size) throws -> Frame {
    var frame = Frame(size: size)
    let values = map.values.ranked
    guard let high = values.first?.quantity.value, let low = values.last?.quantity.value,
      size.height > 60
    else { return frame }
    let median = map.median ?? low
    let top = DistributionAxis.isLogarithmic(low: low, high: high, median: median) ? Self.top + 8 : Self.top
    let room = Rect(
      x: Self.axisX + 2.5, y: top, width: size.width - Self.axisX - 2.5, height: size.height - top)
    let axis = DistributionAxis(low: low, high: high, median: median, room: room)
    let rows = SquareRows(values.map(\.quantity.value), classes: map.classes, axis: axis, room: room)
    drawSquares(rows, into: &frame)
    try drawCaption(axis: axis, into: &frame)
    try drawTicks(axis, low: low, high: high, into: &frame)
    try drawNames(rows, names: values.map(\.member.shortLabel), into: &frame)
    try drawMedian(axis, rows: rows, into: &frame)
    return frame
  }

  private func drawCaption(axis: DistributionAxis, into frame: inout Frame) throws {
    let words = MapWords(kit.language)
    let lines = [words.oneSquare[map.values.level], axis.isLogarithmic ? words.logarithmic : nil]
    for (index, text) in lines.compactMap({ $0 }).enumerated() {
      let line = try kit.typesetter.line(text, small)
      frame.write(line, x: frame.width, baseline: 6 + 7.5 * Double(index), anchor: .end)
    }
  }

  private func drawSquares(_ rows: SquareRows, into frame: inout Frame) {
    var paths = Array(repeating: Path(), count: map.classes.count)
    for row in rows.rows {
      for index in 0..<row.count { paths[row.classIndex].append(.rectangle(rows.square(index, in: row))) }
    }
    let outline = Stroke(kit.theme.colors.outline, 0.2)
    for (path, paint) in zip(paths, palette.paints) where !path.isEmpty {
      frame.add(Shape(path, fill: paint, stroke: outline))
    }
  }

  /// Both ends of the data first, then the breaks; a number that would touch another is left out.
  private func drawTicks(_ axis: DistributionAxis, low: Double, high: Double, into frame: inout Frame) throws
  {
    let x = Self.axisX
    let stroke = Stroke(kit.theme.colors.outline, 0.35)
    frame.add(
      Shape(.line(from: Point(x: x, y: axis.y(high)), to: Point(x: x, y: axis.y(low))), stroke: stroke))
    var taken: [Length] = []
    let breaks = map.style.isContinuous ? [] : map.classes.breaks
    let words = [text.number(high), text.number(low)] + text.bounds(breaks).reversed()
    for (value, word) in zip([high, low] + breaks.reversed(), words) where value >= low && value <= high {
      let y = axis.y(value)
      frame.add(Shape(.line(from: Point(x: x - 2, y: y), to: Point(x: x, y: y)), stroke: stroke))
      guard !taken.contains(where: { ($0 - y).magnitude < 6.2 }) else { continue }
      taken.append(y)
      let line = try kit.typesetter.line(word, small)
      frame.write(line, x: x - 4, baseline: y + 2.4, anchor: .end)
    }
  }

  /// From the top, as long as a territory is alone on its row and its name has room.
  private func drawNames(_ rows: SquareRows, names: [String], into frame: inout Frame) throws {
    let style = small.colored(kit.theme.colors.ink)
    var next = 0
    var last: Length?
    for row in rows.rows.prefix(Self.named) {
      guard row.count == 1 else { return }
      if let last, row.y - last < 6.4 { return }
      let line = try kit.typesetter.line(names[next], style)
      let x = rows.square(0, in: row).maxX + 3
      guard x + line.width <= frame.width else { return }
      frame.write(line, x: x, baseline: row.y + 2.4)
      (last, next) = (row.y, next + 1)
    }
  }

  /// The label stands at the right end, at the first height above (else below) the line where it meets nothing.
  private func drawMedian(_ axis: DistributionAxis, rows: SquareRows, into frame: inout Frame) throws {
    // That of the whole may lie beyond the values of a part.
    guard let median = map.median, axis.holds(median) else { return }
    let y = axis.y(median)
    let accent = kit.theme.colors.accent
    let words = kit.language.words.median + " " + text.number(median)
    let line = try kit.typesetter.line(words, small.weight(600).colored(accent))
    frame.add(
      Shape(
        .line(from: Point(x: Self.axisX, y: y), to: Point(x: frame.width, y: y)), stroke: Stroke(accent, 0.6))
    )
    let texts = frame.texts().map(\.box)
    func isFree(_ baseline: Length) -> Bool {
      let box = Rect(x: frame.width - line.width, y: baseline - 5.4, width: line.width, height: 7)
      return box.minY >= 0 && box.maxY <= frame.height
        && !rows.boxes.contains { $0.expanded(by: 0.8).intersects(box) }
        && !texts.contains { $0.expanded(by: Self.gap).intersects(box) }
    }
    let above = (0..<60).map { y - 2.5 - Length.pt(Double($0)) }
    let below = (0..<60).map { y + 7.5 + Length.pt(Double($0)) }
    guard let baseline = (above + below).first(where: isFree) else { return }
    frame.write(line, x: frame.width, baseline: baseline, anchor: .end)
  }
}

/// A vertical axis of values, high at the top.
///
/// Linear, or logarithmic where the highest of all-positive values is more than eight times the median: one square far
/// away would press all others into a few rows.
struct DistributionAxis: Hashable, Sendable {
  let isLogarithmic: Bool
  private let low, high: Double
  private let room: Rect

  init(low: Double, high: Double, median: Double, room: Rect) {
    isLogarithmic = Self.isLogarithmic(low: low, high: high, median: median)
    self.room = room.expanded(by: -2.5)
    (self.low, self.high) = isLogarithmic ? (logarithm(low), logarithm(high)) : (low, high)
  }

  static func isLogarithmic(low: Double, high: Double, median: Double) -> Bool {
    low > 0 && high > 8 * median
  }

  func holds(_ value: Double) -> Bool {
    let place = isLogarithmic ? logarithm(value) : value
    return low <= place && place <= high
  }

  func y(_ value: Double) -> Length {
    guard high > low else { return room.midY }
    let place = ((isLogarithmic ? logarithm(value) : value) - low) / (high - low)
    return room.maxY - room.height * min(max(place, 0), 1)
  }
}

/// Squares in rows along an axis: rows divide each class evenly, so that none lies across a break.
struct SquareRows: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    var classIndex: Int
    var y: Length
    var count: Int
  }

  /// From the top.
  let rows: [Row]
  private let pitch: Length
  private let left: Length

  /// - Parameter values: from high to low.
  init(_ values: [Double], classes: ValueClasses, axis: DistributionAxis, room: Rect) {
    var pitch: Length = 4.4
    var rows = Self.rows(values, classes, axis, pitch)
    while pitch > 2, Length.pt(Double(rows.map(\.count).max() ?? 0)) * pitch.points > room.width {
      pitch = pitch - 0.2
      rows = Self.rows(values, classes, axis, pitch)
    }
    (self.rows, self.pitch, left) = (rows, pitch, room.minX)
  }

  private static func rows(
    _ values: [Double], _ classes: ValueClasses, _ axis: DistributionAxis, _ pitch: Length
  ) -> [Row] {
    guard let high = values.first, let low = values.last else { return [] }
    var rows: [Row] = []
    for value in values {
      let index = classes.index(of: value)
      let floor = axis.y(index > 0 ? max(classes.breaks[index - 1], low) : low)
      let ceiling = axis.y(index < classes.breaks.count ? min(classes.breaks[index], high) : high)
      let height = floor - ceiling
      let parts = max(height.ratio(to: pitch).rounded(.down), 1)
      let part = min(((floor - axis.y(value)).ratio(to: max(height, 0.01)) * parts).rounded(.down), parts - 1)
      let y = floor - height / parts * (part + 0.5)
      if let last = rows.last, last.classIndex == index, (last.y - y).magnitude < 0.01 {
        rows[rows.count - 1].count += 1
      } else {
        rows.append(Row(classIndex: index, y: y, count: 1))
      }
    }
    return rows
  }

  func square(_ index: Int, in row: Row) -> Rect {
    let side = pitch - 0.9
    return Rect(x: left + pitch * Double(index), y: row.y - side / 2, width: side, height: side)
  }

  /// What each row takes.
  var boxes: [Rect] {
    rows.map { row in square(0, in: row).union(square(max(row.count - 1, 0), in: row)) }
  }
}
