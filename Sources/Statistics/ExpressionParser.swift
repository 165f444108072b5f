import Diagnostics
import Quantities

/// Reads `fds.amount.change / population where region = 11 at 2021-03-14`.
struct ExpressionParser {
  private struct Token {
    var text: String
    var offset: Int
  }

  private let text: String
  private let place: Span
  private let catalog: Catalog
  private var tokens: [Token] = []
  private var at = 0

  init(_ text: String, at place: Span, catalog: Catalog) {
    self.text = text
    self.place = place
    self.catalog = catalog
    tokens = Self.tokens(text)
  }

  mutating func parse() throws -> Expression {
    let node = try sum()
    var filters: [Expression.Filter] = []
    var date: CalendarDate?
    var isScoped = false
    while at < tokens.count {
      if take("where") || take("and") {
        filters.append(try filter())
      } else if take("in") {
        filters += try scope()
        isScoped = true
      } else if take("at") {
        date = try day()
      } else {
        throw unexpected("`/`, `-`, `where`, `in` or `at`")
      }
    }
    let levels = catalog.territorialLevels
    if let home = catalog.home, !isScoped, !filters.contains(where: { levels.contains($0.dimension) }) {
      filters.append(Expression.Filter(dimension: home.level, code: home.member.code))
    }
    return Expression(text: text, span: place, node: node, filters: filters, date: date)
  }

  // MARK: Grammar

  private mutating func sum() throws -> Expression.Node {
    var node = try quotient()
    while take("-") { node = .difference(node, try quotient()) }
    return node
  }

  private mutating func quotient() throws -> Expression.Node {
    var node = try term()
    while take("/") { node = .ratio(node, try term()) }
    return node
  }

  private mutating func term() throws -> Expression.Node {
    if take("(") { return try group() }
    guard at < tokens.count else { throw unexpected("a measure") }
    let token = tokens[at]
    at += 1
    if token.text == "share", take("(") { return .share(try group()) }
    if token.text == "population" { return .population }
    return try measure(token)
  }

  /// What stands in brackets, perhaps of another territory than the rest: `(fds.amount in FR)`.
  private mutating func group() throws -> Expression.Node {
    var node = try sum()
    if take("in") { node = .inside(node, try scope().first) }
    guard take(")") else { throw unexpected("`)`") }
    return node
  }

  private func measure(_ token: Token) throws -> Expression.Node {
    let parts = token.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let cube = catalog.cube(parts[0]) else {
      throw catalog.unknown(
        parts[0],
        Messages.unknownCube(parts[0], known: catalog.cubes.map(\.name) + ["population"], at: span(token)))
    }
    guard parts.count >= 2, let measure = cube.measure(parts[1]), parts.count <= 3 else {
      throw Failure(
        Messages.unknownMeasure(
          token.text, cube: cube.name, known: cube.measures.map(\.name), at: span(token)))
    }
    guard parts.count == 3 else { return .measure(cube: cube.name, name: measure.name, .value) }
    guard let facet = Expression.Facet(rawValue: parts[2]) else {
      throw Failure(
        Messages.unknownFacet(parts[2], known: Expression.Facet.allCases.map(\.rawValue), at: span(token)))
    }
    return .measure(cube: cube.name, name: measure.name, facet)
  }

  /// After `in`: the whole country, or what holds the sheet's territory at a level: `in FR`, `in region`.
  private mutating func scope() throws -> [Expression.Filter] {
    let levels = catalog.territorialLevels
    guard at < tokens.count else { throw unexpected("a level such as `FR` or `region`") }
    let token = tokens[at]
    guard levels.contains(token.text) else {
      throw catalog.unknown(
        token.text, Messages.unknownLevel(token.text, known: levels, at: span(token)))
    }
    at += 1
    if token.text == levels.first { return [] }
    let holders = (catalog.home?.ancestors ?? []) + (catalog.home.map { [$0.member] } ?? [])
    guard let holder = holders.first(where: { $0.level == token.text }) else {
      throw Failure(Messages.noHolder(level: token.text, at: span(token)))
    }
    return [Expression.Filter(dimension: holder.level, code: holder.code)]
  }

  private mutating func filter() throws -> Expression.Filter {
    guard at < tokens.count else { throw unexpected("a dimension") }
    let dimension = tokens[at]
    at += 1
    guard let level = catalog.level(dimension.text) else {
      throw catalog.unknown(
        dimension.text, Messages.unknownLevel(dimension.text, known: catalog.levelNames, at: span(dimension)))
    }
    guard take("="), at < tokens.count else { throw unexpected("`=` and a code") }
    let code = tokens[at]
    guard level[code.text] != nil else {
      throw Failure(Messages.unknownCode(code.text, level: level.name, at: .span(span(code))))
    }
    at += 1
    return Expression.Filter(dimension: dimension.text, code: code.text)
  }

  private mutating func day() throws -> CalendarDate {
    guard at < tokens.count, let date = CalendarDate(iso: tokens[at].text) else {
      throw unexpected("a day such as 2021-04-11")
    }
    at += 1
    return date
  }

  // MARK: Tokens

  private mutating func take(_ word: String) -> Bool {
    guard at < tokens.count, tokens[at].text == word else { return false }
    at += 1
    return true
  }

  private func unexpected(_ expected: String) -> Failure {
    let token = at < tokens.count ? tokens[at] : Token(text: "", offset: text.utf8.count)
    let found = token.text.isEmpty ? "the end" : "`\(token.text)`"
    return Failure(Messages.unexpected(found, expected: expected, at: span(token)))
  }

  private func span(_ token: Token) -> Span {
    let start = place.range.lowerBound + token.offset
    return Span(place.file, start..<(start + max(1, token.text.utf8.count)))
  }

  static func words(_ text: String) -> [String] { tokens(text).map(\.text) }

  /// Words hold letters, digits, points, underscores and inner hyphens; `/ - ( ) =` stand alone.
  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var word: [UInt8] = []
    var start = 0
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == 0x2E || byte == 0x5F || (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
    }
    func close() {
      if !word.isEmpty { tokens.append(Token(text: String(decoding: word, as: UTF8.self), offset: start)) }
      word = []
    }
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let inner = byte == 0x2D && !word.isEmpty && index + 1 < bytes.count && isWord(bytes[index + 1])
      if isWord(byte) || inner {
        if word.isEmpty { start = index }
        word.append(byte)
      } else {
        close()
        if byte != 0x20 { tokens.append(Token(text: String(decoding: [byte], as: UTF8.self), offset: index)) }
      }
    }
    close()
    return tokens
  }
}
