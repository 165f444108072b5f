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
  /// What it costs to end a line here: 50 is a little, 200 is avoided where it can be.
  var penalty = 0.0
  /// How far the last character may stand out of the right edge, in points.
  var hang = 0.0

  var endsInHyphen: Bool { kind == .division || kind == .hyphen }
}

/// Lists the places where the lines of a paragraph may end.
struct BreakpointFinder {
  private let list: TokenList
  /// `nil`: words are divided nowhere.
  private let hyphenator: Hyphenator?
  private let justified: Bool
  private var sum = Extent()
  private var found: [Breakpoint] = []

  static func breakpoints(
    in list: TokenList, hyphenator: Hyphenator?, justified: Bool
  ) throws -> [Breakpoint] {
    var finder = BreakpointFinder(list: list, hyphenator: hyphenator, justified: justified)
    for index in list.tokens.indices { try finder.add(index) }
    let end = Position(token: list.tokens.count)
    finder.addForced(end: end, next: end)
    return finder.found
  }

  private init(list: TokenList, hyphenator: Hyphenator?, justified: Bool) {
    (self.list, self.hyphenator, self.justified) = (list, hyphenator, justified)
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
      found.append(
        Breakpoint(
          kind: .space, end: Position(token: index), next: Position(token: index + 1), atEnd: before,
          atNext: sum, penalty: endsInShortWord(index) ? 60 : 0, hang: hang(after: index)))
    case .lineFeed: addForced(end: Position(token: index), next: Position(token: index + 1))
    }
  }

  /// A space grows by half of its width and shrinks by a quarter: the spaces of text fonts are narrow already.
  private mutating func addSpace(_ width: Double) {
    sum.natural += width
    sum.stretch += width / 2
    sum.shrink += width / 4
  }

  private mutating func addForced(end: Position, next: Position) {
    found.append(Breakpoint(kind: .forced, end: end, next: next, atEnd: sum, atNext: sum))
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
      found.append(
        Breakpoint(
          kind: point.mark == .added ? .division : .hyphen, end: place, next: place, atEnd: atEnd,
          atNext: atNext, penalty: point.penalty,
          hang: justified && point.mark != .slash ? Hang.points(of: hyphen) : 0))
    }
  }

  /// Whether ragged text would leave a word such as "à" or "de" at the end of its line.
  private func endsInShortWord(_ space: Int) -> Bool {
    !justified && space > 0 && list.tokens[space - 1].shaped.glyphs.count <= 2
  }

  private func hang(after index: Int) -> Double {
    guard justified, index > 0, list.tokens[index - 1].kind == .word else { return 0 }
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
