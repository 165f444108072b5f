import Geometry
import Pages
import Typesetting

extension Kit {
  /// A text in lines of at most this measure, however long its words: a word that no line holds is cut.
  ///
  /// `lines`: at most so many; what does not fit ends in "…".
  public func wrapped(
    _ text: String, _ style: TextStyle, measure: Length, lines most: Int = 100, anchor: TextAnchor = .start
  ) throws -> Frame {
    let whole = try typesetter.line(text, style)
    if whole.width <= measure + Self.hair { return whole }
    var lines = try brokenLines(text, style, measure)
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1] = try shortened(lines[most - 1], style, measure)
    }
    return try label(lines.map { typesetter.styled($0, style) }, anchor: anchor)
  }

  /// Words filled into lines from the first to the last.
  private func brokenLines(_ text: String, _ style: TextStyle, _ measure: Length) throws -> [String] {
    var lines: [String] = []
    // A space at the end of a line has no width: it is measured between two letters.
    let space = try width("x x", style) - width("xx", style)
    func advance(_ word: String) throws -> Length {
      try width(word.withoutLastSpace, style) + (word.last?.isWhitespace == true ? space : .zero)
    }
    var (line, taken) = ("", Length.zero)
    for word in try words(of: text, style, measure) {
      if try taken + width(word.withoutLastSpace, style) <= measure + Self.hair {
        (line, taken) = (line + word, taken + (try advance(word)))
        continue
      }
      if !line.isEmpty { lines.append(line.withoutLastSpace) }
      line = word
      while try width(line.withoutLastSpace, style) > measure + Self.hair, line.count > 1 {
        let head = try head(of: line, style, measure)
        lines.append(head)
        line = String(line.dropFirst(head.count))
      }
      taken = try advance(line)
    }
    return line.isEmpty ? lines : lines + [line.withoutLastSpace]
  }

  /// What two widths may differ by and still count as equal.
  private static let hair: Length = 0.01

  /// The pieces between which a line may end: after spaces and hyphens, and in a piece that no line holds after
  /// its fixed spaces too.
  private func words(of text: String, _ style: TextStyle, _ measure: Length) throws -> [String] {
    try text.pieces { $0 == " " || $0 == "-" }.flatMap { piece in
      try width(piece.withoutLastSpace, style) <= measure
        ? [piece] : piece.pieces { $0 == "\u{A0}" || $0 == "\u{202F}" }
    }
  }

  /// The most characters that the measure holds, and one at least.
  private func head(of word: String, _ style: TextStyle, _ measure: Length) throws -> String {
    var (low, high) = (1, word.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if try width(String(word.prefix(middle)), style) <= measure { low = middle } else { high = middle - 1 }
    }
    return String(word.prefix(low))
  }

  private func shortened(_ line: String, _ style: TextStyle, _ measure: Length) throws -> String {
    var kept = line
    while kept.count > 1, try width(kept + "…", style) > measure { kept = String(kept.dropLast()) }
    return kept + "…"
  }

  /// The width of the widest part that no line break may divide: lines may end after spaces and hyphens.
  public func widestPiece(_ text: String, _ style: TextStyle) throws -> Length {
    try text.pieces { $0 == " " || $0 == "-" }.map { try width($0.withoutLastSpace, style) }.max() ?? .zero
  }

  private func width(_ text: String, _ style: TextStyle) throws -> Length {
    try typesetter.width(of: typesetter.styled(text, style))
  }
}

extension String {
  /// Cut after each character that ends a piece.
  fileprivate func pieces(endingWith ends: (Character) -> Bool) -> [String] {
    var pieces = [""]
    for character in self {
      pieces[pieces.count - 1].append(character)
      if ends(character) { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }

  fileprivate var withoutLastSpace: String {
    guard let last, last.isWhitespace else { return self }
    return String(dropLast())
  }
}
