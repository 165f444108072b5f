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
