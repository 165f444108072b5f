import Geometry
import Pages
import Typesetting

/// What is left of a table from one of its rows on.
struct TablePart: Block {
  var placement: Placement
  var setting: TableSetting
  var start: Int

  /// "Suite page suivante"
  private static let overleafHeight: Length = 14

  func next(in region: Region, kit: LayoutKit) throws -> Portion {
    guard let end = end(in: region.height, forced: region.isFresh) else { return .waits }
    let frame = try frame(to: end, width: region.width, kit: kit)
    guard end < setting.lines.count else { return .laid(frame, rest: nil) }
    var rest = self
    rest.start = end
    return .laid(frame, rest: rest)
  }

  private var head: Frame { start == 0 ? setting.head : setting.laterHead }

  /// The line of the group that the part begins within.
  private var repeated: Frame? {
    guard start > 0, setting.lines[start].role == .member else { return nil }
    return setting.lines[start].group.flatMap { setting.repeats[$0] }
  }

  /// The end of the rows that fit; all rows if the notes fit too.
  private func end(in height: Length, forced: Bool) -> Int? {
    let count = setting.lines.count
    var used = head.height + (repeated?.height ?? .zero)
    var allowed: Int?
    var possible: Int?
    for index in start..<count {
      used = used + space(above: index) + setting.lines[index].height
      let end = index + 1
      let closing = end == count ? closingHeight : Self.overleafHeight
      // What stands after the last row counts only there, so a higher part may still fit.
      guard used + closing <= height + .hair else { continue }
      possible = end
      if mayBreak(before: end) { allowed = end }
    }
    if count == start { return used + closingHeight <= height + .hair ? count : nil }
    return allowed ?? (forced ? possible : nil)
  }

  private var closingHeight: Length { setting.notes.isEmpty ? 1 : setting.notes.height + 7 }

  private func space(above index: Int) -> Length { index == start ? .zero : setting.lines[index].above }

  /// Two rows stand before a break and after it; a group's line keeps two members, a total two rows.
  private func mayBreak(before index: Int) -> Bool {
    let lines = setting.lines
    guard index < lines.count else { return true }
    guard index >= start + 2, index <= lines.count - 2 else { return false }
    if let total = lines.firstIndex(where: { $0.role == .total }), (total - 1...total).contains(index) {
      return false
    }
    let next = lines[index]
    guard next.role == .member else { return true }
    return next.position >= 3 && (index + 1 < lines.count && lines[index + 1].group == next.group)
  }

  private func frame(to end: Int, width: Length, kit: LayoutKit) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: .zero), baseline: head.baseline)
    frame.place(head, at: .zero)
    var y = head.height
    if let repeated {
      frame.place(repeated, at: Point(x: .zero, y: y))
      y = y + repeated.height
    }
    for index in start..<end {
      let line = setting.lines[index]
      y = y + space(above: index)
      rule(above: index, at: y, in: &frame)
      frame.place(line.frame, at: Point(x: .zero, y: y))
      y = y + line.height
    }
    addAxes(from: head.height, to: y, in: &frame)
    frame.rule(y: y, setting.theme.colors.strongRule)
    frame.size.height = y + 1
    if end == setting.lines.count {
      addNotes(below: y, in: &frame)
    } else {
      try addOverleaf(below: y, in: &frame, kit: kit)
    }
    return frame
  }

  /// Groups are parted by a light rule, every third row by a hairline, the total by a dark one.
  private func rule(above index: Int, at y: Length, in frame: inout Frame) {
    guard index > start else { return }
    let colors = setting.theme.colors
    let line = setting.lines[index]
    switch line.role {
    case .group, .remainder: frame.rule(y: y - line.above / 2, colors.lightRule)
    case .total: frame.rule(y: y - line.above / 2, colors.headRule)
    case .plain:
      if !setting.isGrouped, setting.isTall || index % 3 == 0 {
        frame.rule(y: y - line.above / 2, colors.hairRule)
      }
    case .member: break
    }
  }

  private func addAxes(from top: Length, to bottom: Length, in frame: inout Frame) {
    func line(_ x: Length, _ stroke: Stroke) {
      let path = Path.line(from: Point(x: x, y: top), to: Point(x: x, y: bottom))
      frame.add(Shape(path, stroke: stroke), owner: .artifact(.layout))
    }
    for (x, mean) in setting.means {
      line(x, Stroke(setting.theme.colors.ink, 0.5))
      if let mean { line(x + mean, Stroke(setting.theme.colors.accent, 0.5, dash: [1.5, 1.5])) }
    }
  }

  private func addNotes(below y: Length, in frame: inout Frame) {
    guard !setting.notes.isEmpty else { return }
    frame.place(setting.notes, at: Point(x: .zero, y: y + 7))
    frame.size.height = y + 7 + setting.notes.height
  }

  private func addOverleaf(below y: Length, in frame: inout Frame, kit: LayoutKit) throws {
    let words = kit.typesetter.language.words.continuedOverleaf
    let line = try kit.typesetter.line(words, kit.theme.text.notes.italic())
    frame.set(line, right: frame.width, baseline: y + 10, owner: .artifact(.pagination))
    frame.size.height = y + Self.overleafHeight
  }
}
