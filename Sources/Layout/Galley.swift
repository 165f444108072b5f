import Geometry
import Pages

/// Lines that wait to be broken into columns and pages.
struct Galley: Sendable {
  struct Line: Sendable {
    var frame: Frame
    /// The height of its box; the baseline of the frame stands at the bottom of it.
    var height: Length
    /// Distance from the line before; none at the top of a column.
    var above: Length = .zero
    /// Whether a column may start with it.
    var breaks = true
    /// Whether the line before ends within a word: then no page starts here, though a column may.
    var dividesWord = false
    var x = Length.zero
    var owner: Owner?
  }

  var lines: [Line]

  func height(_ range: Range<Int>) -> Length {
    range.reduce(.zero) { sum, index in
      sum + lines[index].height + (index == range.lowerBound ? .zero : lines[index].above)
    }
  }

  /// Where a column of this height that begins at `start` ends; `start` itself where not even its first lines fit.
  ///
  /// `endsPage`: what follows would stand on another page.
  func end(from start: Int, height: Length, endsPage: Bool) -> Int {
    var end = start
    var used = Length.zero
    for index in start..<lines.count {
      let line = lines[index]
      if index > start, line.breaks, !(endsPage && line.dividesWord) { end = index }
      used = used + line.height + (index == start ? .zero : line.above)
      if used > height + .hair { return end }
    }
    return lines.count
  }

  /// The last line that fits, with no care for widows: for a page that would stay empty otherwise.
  func forcedEnd(from start: Int, height: Length) -> Int {
    (start..<lines.count).last { self.height(start..<($0 + 1)) <= height + .hair }.map { $0 + 1 } ?? start
  }

  func frame(_ range: Range<Int>, width: Length) -> Frame {
    var column = Frame(size: Size(width: width, height: height(range)))
    var y = Length.zero
    for index in range {
      let line = lines[index]
      y = y + line.height + (index == range.lowerBound ? .zero : line.above)
      column.set(line.frame, x: line.x, baseline: y, owner: line.owner)
    }
    if let first = range.first { column.baseline = lines[first].height }
    return column
  }
}

/// A galley laid in one column over as many pages as it takes.
struct GalleyBlock: Block {
  var placement: Placement
  var galley: Galley
  /// Whether its lines print page numbers.
  var readsPages = false

  func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let lines = galley.lines
    var end = galley.end(from: 0, height: region.height, endsPage: true)
    if end == 0, region.isFresh { end = galley.forcedEnd(from: 0, height: region.height) }
    guard end > 0 || lines.isEmpty else { return .waits }
    let frame = galley.frame(0..<end, width: region.width)
    guard end < lines.count else { return .laid(frame, rest: nil) }
    var rest = self
    rest.galley = Galley(lines: Array(lines[end...]))
    return .laid(frame, rest: rest)
  }
}
