import Diagnostics
import Fonts
import Geometry
import Pages

/// A text to be set in lines of one measure.
struct Paragraph {
  let list: TokenList
  let measure: Length
  let style: ParagraphStyle

  init(_ list: TokenList, measure: Length, style: ParagraphStyle) {
    (self.list, self.measure, self.style) = (list, measure, style)
  }

  func lines() throws -> [Frame] {
    let ranges = try breaks()
    return ranges.enumerated().map { number, range in
      line(range, first: number == 0, last: number == ranges.count - 1)
    }
  }

  /// First fit: as many words on each line as it holds.
  private func breaks() throws -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, width, lastSpace) = (0, style.indent.points, nil as Int?)
    var at = 0
    while at < list.tokens.count {
      let token = list.tokens[at]
      if token.kind == .space { lastSpace = at }
      width += token.width
      let full = token.kind == .word && width > measure.points + 0.01
      if full, lastSpace == nil { throw Failure(TextMessage.lineTooWide(token.text, measure: measure)) }
      if full || token.kind == .lineFeed {
        let end = full ? lastSpace ?? at : at
        lines.append(start..<end)
        (start, width, lastSpace) = (end + 1, 0, nil)
        at = end
      }
      at += 1
    }
    if start < list.tokens.count { lines.append(start..<list.tokens.count) }
    return lines
  }

  private func line(_ range: Range<Int>, first: Bool, last: Bool) -> Frame {
    let tokens = list.tokens[range]
    let natural = tokens.reduce(0) { $0 + $1.width }
    let indent = first ? style.indent.points : 0
    let room = measure.points - indent - natural
    let spaces = tokens.count { $0.kind == .space || $0.kind == .fixedSpace }
    let (shift, extra): (Double, Double) =
      switch style.alignment {
      case .left: (0, 0)
      case .right: (room, 0)
      case .centred: (room / 2, 0)
      case .justified: (0, last || spaces == 0 ? 0 : room / Double(spaces))
      }
    return LineBuilder.frame(
      tokens.map(Piece.init), of: list, width: measure, indent: indent + shift, extraPerSpace: extra)
  }
}

extension Piece {
  init(_ token: Token) {
    self.init(
      run: token.run, text: token.text, shaped: token.shaped,
      stretches: token.kind == .space || token.kind == .fixedSpace)
  }
}
