import Diagnostics
import Fonts

/// A styled text cut into shaped words and spaces.
struct TokenList {
  let runs: [StyledText.Run]
  let faces: [Face]
  private(set) var tokens: [Token] = []

  init(_ text: StyledText, fonts: FontLibrary) throws {
    runs = text.runs
    faces = try text.runs.map { try Face($0.style, fonts: fonts) }
    for index in runs.indices { add(run: index) }
    if tokens.last?.kind == .space { tokens.removeLast() }
    try checkGlyphs()
  }

  /// Refuses characters that the fonts lack: one finding for each font, with all of them.
  private func checkGlyphs() throws {
    let lacking = tokens.filter { !$0.shaped.missing.isEmpty }
    guard !lacking.isEmpty else { return }
    var collector = Collector()
    for token in lacking {
      let font = faces[token.run].font
      let missing = lacking.filter { faces[$0.run].font.id == font.id }.flatMap(\.shaped.missing)
      let first = lacking.first { faces[$0.run].font.id == font.id } ?? token
      collector.add(TextMessage.missingGlyphs(missing, font: font, word: first.text, context: plain))
    }
    try collector.check()
  }

  private mutating func add(run: Int) {
    let text = runs[run].text
    var wordStart = text.startIndex
    var at = text.startIndex
    let scalars = text.unicodeScalars
    while at < scalars.endIndex {
      let next = scalars.index(after: at)
      if let kind = Self.space(scalars[at]) {
        addWord(text[wordStart..<at], run: run)
        addSpace(kind, run: run)
        wordStart = next
      }
      at = next
    }
    addWord(text[wordStart...], run: run)
  }

  private static func space(_ scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case " ", "\t": .space
    case "\u{A0}": .fixedSpace
    case "\n": .lineFeed
    default: nil
    }
  }

  private mutating func addWord(_ word: Substring, run: Int) {
    if !word.isEmpty { tokens.append(token(.word, String(word), run: run)) }
  }

  /// Spaces at the start and after another space vanish.
  private mutating func addSpace(_ kind: Token.Kind, run: Int) {
    let before = tokens.last?.kind
    switch kind {
    case .lineFeed: tokens.append(Token(kind: kind, run: run, text: "", shaped: .empty, width: 0))
    case .space:
      if before == nil || before == .space || before == .lineFeed { return }
      tokens.append(token(runs[run].unbreakable ? .fixedSpace : .space, " ", run: run))
    case .fixedSpace, .word: tokens.append(token(kind, "\u{A0}", run: run))
    }
  }

  private func token(_ kind: Token.Kind, _ text: String, run: Int) -> Token {
    let shaped = faces[run].font.shape(text)
    return Token(kind: kind, run: run, text: text, shaped: shaped, width: shaped.width * faces[run].size)
  }

  /// Shapes in the face of a run; a character that the font lacks is an error.
  func shape(_ text: String, run: Int) throws -> ShapedText {
    let shaped = faces[run].font.shape(text)
    if !shaped.missing.isEmpty {
      let font = faces[run].font
      throw Failure(TextMessage.missingGlyphs(shaped.missing, font: font, word: text, context: plain))
    }
    return shaped
  }

  /// The widths, in points, of a word's parts before and after a byte.
  func widths(of token: Token, dividedAt byte: Int) throws -> (head: Double, tail: Double) {
    let size = faces[token.run].size
    if let head = token.shaped.width(upTo: byte) { return (head * size, token.width - head * size) }
    // The division is inside a ligature.
    let (head, tail) = token.text.divided(at: byte)
    return (try shape(head, run: token.run).width * size, try shape(tail, run: token.run).width * size)
  }

  func hyphenWidth(run: Int) throws -> Double {
    try shape(addedHyphen(run: run), run: run).width * faces[run].size
  }

  /// U+2010, which the words of a text do not hold, so that its glyph stands for added hyphens alone; a font
  /// without it has one glyph for both.
  private func addedHyphen(run: Int) -> String {
    faces[run].font.shape("\u{2010}").missing.isEmpty ? "\u{2010}" : "-"
  }

  /// What stands on a line, with words divided at its ends shaped anew.
  func pieces(from start: Position, to end: Breakpoint) throws -> [Piece] {
    let last = end.end.byte > 0 ? end.end.token : end.end.token - 1
    guard start.token <= last else { return [] }
    return try (start.token...last).map { index in
      let token = tokens[index]
      let from = index == start.token ? start.byte : 0
      let to = index == end.end.token ? end.end.byte : token.text.utf8.count
      if from == 0, to == token.text.utf8.count { return Piece(token) }
      let text = token.text.divided(at: to).head.divided(at: from).tail
      guard index == end.end.token, end.kind == .division else {
        return Piece(run: token.run, text: text, shaped: try shape(text, run: token.run), stretches: false)
      }
      // It looks like a hyphen, and readers of the file know that it is none of the word's own.
      let shaped = try shape(text + addedHyphen(run: token.run), run: token.run)
      return Piece(run: token.run, text: text + "\u{AD}", shaped: shaped, stretches: false)
    }
  }

  var plain: String { runs.map(\.text).joined() }
}

extension ShapedText {
  static let empty = ShapedText(glyphs: [])
}

extension String {
  /// The parts before and after a byte that starts a character.
  func divided(at byte: Int) -> (head: String, tail: String) {
    let index = utf8.index(startIndex, offsetBy: byte)
    return (String(self[..<index]), String(self[index...]))
  }
}
