import Fonts
import Geometry
import Pages

/// Draws pieces side by side into the frame of one line.
///
/// Neighbours of the same look and owner become one glyph run, spaces included, so that a reader of the file finds
/// whole words and sentences.
struct LineBuilder {
  private let list: TokenList
  private var frame: Frame
  private var pen: Double
  private var open: OpenRun?
  private var links: [(link: Link, owner: Owner?, from: Double, to: Double)] = []

  /// A glyph run that may still grow; it starts at `x`.
  private struct OpenRun {
    var run: Int
    var glyphs: [GlyphRun.Glyph] = []
    var text = ""
    var x: Double
  }

  /// `indent` and all widths in points; the frame is as wide as `width`.
  static func frame(
    _ pieces: [Piece], of list: TokenList, width: Length, indent: Double, extraPerSpace: Double
  ) -> Frame {
    var builder = LineBuilder(list: list, pieces: pieces, width: width, indent: indent)
    for piece in pieces { builder.add(piece, extra: piece.stretches ? extraPerSpace : 0) }
    builder.close()
    builder.addLinks()
    return builder.frame
  }

  private init(list: TokenList, pieces: [Piece], width: Length, indent: Double) {
    self.list = list
    pen = indent
    let styles = pieces.map { list.runs[$0.run].style }
    let lead = styles.max { ($0.leading, $0.size) < ($1.leading, $1.size) } ?? list.runs.first?.style
    let (height, size) = (lead?.leading ?? .zero, lead?.size ?? .zero)
    frame = Frame(
      size: Size(width: width, height: height), baseline: (height - size) / 2 + size * 0.76)
  }

  private mutating func add(_ piece: Piece, extra: Double) {
    if let run = open?.run, !sameLook(run, piece.run) { close() }
    // Taken out while it changes, so that its arrays are not copied.
    var run = open.take() ?? OpenRun(run: piece.run, x: pen)
    let size = list.faces[piece.run].size
    let start = run.text.utf8.count
    for glyph in piece.shaped.glyphs {
      let advance = glyph.advance * size + extra
      pen += advance
      run.glyphs.append(
        GlyphRun.Glyph(
          id: glyph.id, offset: Point(x: .pt(glyph.dx * size), y: .pt(glyph.dy * size)),
          advance: .pt(advance), cluster: start + glyph.cluster))
    }
    run.text += piece.text
    open = run
  }

  private func sameLook(_ a: Int, _ b: Int) -> Bool {
    a == b
      || list.runs[a].style == list.runs[b].style && list.runs[a].owner == list.runs[b].owner
        && list.runs[a].link == list.runs[b].link
  }

  private mutating func close() {
    guard let done = open.take() else { return }
    let (run, face) = (list.runs[done.run], list.faces[done.run])
    let owner = run.owner.map(Owner.node)
    frame.add(
      GlyphRun(
        font: run.style.font, size: .pt(face.size), color: run.style.color, glyphs: done.glyphs,
        text: done.text),
      at: Point(x: .pt(done.x), y: frame.baseline - .pt(face.rise)), owner: owner)
    if let link = run.link { links.append((link, owner, done.x, pen)) }
  }

  private mutating func addLinks() {
    for area in links {
      let size = Size(width: .pt(area.to - area.from), height: frame.height)
      frame.add(.link(size, area.link), at: Point(x: .pt(area.from), y: .zero), owner: area.owner)
    }
  }
}
