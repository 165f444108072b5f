/// A place in a token list: a token, and a byte inside it where it is divided.
struct Position: Hashable {
  var token: Int
  var byte = 0
}

/// Natural width, and how much it can grow and shrink, summed from the start of a paragraph; in points.
struct Extent {
  var natural = 0.0
  var stretch = 0.0
  var shrink = 0.0
}

/// Where a line may end.
struct Breakpoint {
  enum Kind {
    case space
    /// Inside a word, with a hyphen added.
    case division
    /// After a hyphen or a slash that stands in the word.
    case hyphen
    /// A line feed or the end: the line must end here.
    case forced
  }

  var kind: Kind
  /// The line ends before this place …
  var end: Position
  /// … and the next begins at this one.
  var next: Position
  /// Up to the end of the line, its hyphen included.
  var atEnd: Extent
  /// Up to the start of the next line.
  var atNext: Extent
  /// How far the last character may stand out of the right edge, in points.
  var hang = 0.0

  var endsInHyphen: Bool { kind == .division || kind == .hyphen }
}

/// Lists the places where the lines of a paragraph may end.
struct BreakpointFinder {
  private let list: TokenList
  /// `nil`: words are divided nowhere.
  private let hyphenator: Hyphenator?
  private let hangs: Bool
  private var sum = Extent()
  private var found: [Breakpoint] = []

  static func breakpoints(
    in list: TokenList, hyphenator: Hyphenator?, hangs: Bool
  ) throws -> [Breakpoint] {
    var finder = BreakpointFinder(list: list, hyphenator: hyphenator, hangs: hangs)
    for index in list.tokens.indices { try finder.add(index) }
    let end = Position(token: list.tokens.count)
    finder.add(.forced, end: end, next: end, atEnd: finder.sum, atNext: finder.sum)
    return finder.found
  }

  private init(list: TokenList, hyphenator: Hyphenator?, hangs: Bool) {
    (self.list, self.hyphenator, self.hangs) = (list, hyphenator, hangs)
    found.reserveCapacity(list.tokens.count)
  }

  private mutating func add(_ index: Int) throws {
    let token = list.tokens[index]
    let before = sum
    switch token.kind {
    case .word:
      try addDivisions(of: index)
      sum.natural += token.width
    case .fixedSpace: addSpace(token.width)
    case .space:
      addSpace(token.width)
      add(
        .space, end: Position(token: index), next: Position(token: index + 1), atEnd: before, atNext: sum,
        hang: hang(after: index))
    case .lineFeed:
      add(
        .forced, end: Position(token: index), next: Position(token: index + 1), atEnd: before, atNext: sum)
    }
  }

  /// A space grows by half of its width and shrinks by a third, as in TeX's text fonts.
  private mutating func addSpace(_ width: Double) {
    sum.natural += width
    sum.stretch += width / 2
    sum.shrink += width / 3
  }

  private mutating func add(
    _ kind: Breakpoint.Kind, end: Position, next: Position, atEnd: Extent, atNext: Extent, hang: Double = 0
  ) {
    found.append(
      Breakpoint(kind: kind, end: end, next: next, atEnd: atEnd, atNext: atNext, hang: hangs ? hang : 0))
  }

  private mutating func addDivisions(of index: Int) throws {
    let token = list.tokens[index]
    guard !list.runs[token.run].unbreakable else { return }
    for point in try WordDivision.points(in: token.text, hyphenator: hyphenator) {
      let (head, tail) = try list.widths(of: token, dividedAt: point.byte)
      let hyphen = try list.hyphenWidth(run: token.run)
      let place = Position(token: index, byte: point.byte)
      var (atEnd, atNext) = (sum, sum)
      atEnd.natural += head + (point.mark == .added ? hyphen : 0)
      atNext.natural += token.width - tail
      add(
        point.mark == .added ? .division : .hyphen, end: place, next: place, atEnd: atEnd, atNext: atNext,
        hang: point.mark == .slash ? 0 : Hang.points(of: hyphen))
    }
  }

  private func hang(after index: Int) -> Double {
    guard index > 0, list.tokens[index - 1].kind == .word else { return 0 }
    return Hang.points(after: list.tokens[index - 1], size: list.faces[list.tokens[index - 1].run].size)
  }
}

/// How far small marks may stand out past the right edge, so that the edge looks straight.
enum Hang {
  /// A millimetre, in points.
  private static let most = 72 / 25.4

  /// Of a mark of this width.
  static func points(of width: Double) -> Double { min(width * 0.7, most) }

  /// Of the last character of a word: only hyphens, points and commas hang.
  static func points(after token: Token, size: Double) -> Double {
    guard let last = token.text.utf8.last, last == 0x2D || last == 0x2E || last == 0x2C,
      let glyph = token.shaped.glyphs.last
    else { return 0 }
    return points(of: glyph.advance * size)
  }
}
