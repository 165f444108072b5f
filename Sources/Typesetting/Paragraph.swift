import Diagnostics
import Fonts
import Geometry
import Pages

/// A text to be set in lines of one measure.
struct Paragraph {
  let list: TokenList
  let measure: Length
  let style: ParagraphStyle
  let hyphenator: Hyphenator?

  func lines() throws -> [Frame] {
    guard !list.tokens.isEmpty else { return [] }
    var start = Position(token: 0)
    var indent = style.indent
    return try ends().map { end in
      let frame = try line(from: start, to: end, indent: indent.points)
      (start, indent) = (end.next, .zero)
      return frame
    }
  }

  /// Tries without dividing words, then with it; spaces grow without limit only where nothing else helps.
  private func ends() throws -> [Breakpoint] {
    let justified = style.alignment == .justified
    let gentle = style.hyphenated && justified
    let whole = try points(divided: false)
    if case .lines(let ends) = broken(whole, tolerance: gentle ? 1 : .infinity) {
      return ends.map { whole[$0] }
    }
    let divided = try points(divided: true)
    if gentle, case .lines(let ends) = broken(divided, tolerance: 2) { return ends.map { divided[$0] } }
    switch broken(divided, tolerance: .infinity) {
    case .lines(let ends): return ends.map { divided[$0] }
    case .overfull(let point): throw Failure(tooWide(before: divided[point]))
    }
  }

  private func points(divided: Bool) throws -> [Breakpoint] {
    try BreakpointFinder.breakpoints(
      in: list, hyphenator: divided ? hyphenator : nil, justified: style.alignment == .justified)
  }

  private func broken(_ points: [Breakpoint], tolerance: Double) -> LineBreaker.Outcome {
    LineBreaker.lines(
      points,
      rules: LineBreaker.Rules(
        measure: measure.points, indent: style.indent.points, justified: style.alignment == .justified,
        tolerance: tolerance))
  }

  private func tooWide(before point: Breakpoint) -> Diagnostic {
    let tokens = list.tokens[..<min(point.end.token + (point.end.byte > 0 ? 1 : 0), list.tokens.count)]
    let word = tokens.suffix(while: { $0.kind == .word || $0.kind == .fixedSpace }).map(\.text).joined()
    return TextMessage.lineTooWide(word, measure: measure)
  }

  private func line(from start: Position, to end: Breakpoint, indent: Double) throws -> Frame {
    let pieces = try list.pieces(from: start, to: end)
    let natural = pieces.reduce(0) { $0 + $1.shaped.width * list.faces[$1.run].size }
    let room = measure.points + end.hang - indent - natural
    let spaces = pieces.count { $0.stretches }
    let (shift, extra): (Double, Double) =
      switch style.alignment {
      case .left: (0, 0)
      case .right: (room, 0)
      case .centred: (room / 2, 0)
      case .justified: (0, spaces == 0 || end.kind == .forced && room > 0 ? 0 : room / Double(spaces))
      }
    return LineBuilder.frame(
      pieces, of: list, width: measure, indent: indent + shift, extraPerSpace: extra)
  }
}

extension BidirectionalCollection {
  /// The longest run of elements at the end that all fulfil the condition.
  fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
    let start = lastIndex { !holds($0) }.map { index(after: $0) } ?? startIndex
    return self[start...]
  }
}
