import Fonts

/// Part of a line: glyphs of one run, set solid.
struct Piece {
  var run: Int
  var text: String
  var shaped: ShapedText
  var stretches: Bool
}

extension Piece {
  init(_ token: Token) {
    self.init(
      run: token.run, text: token.text, shaped: token.shaped,
      stretches: token.kind == .space || token.kind == .fixedSpace)
  }
}
