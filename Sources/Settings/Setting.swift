import Diagnostics

/// A value that a user wrote in YAML, with its place.
public struct Setting: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    /// As written: `01` stays `01`. `quoted` tells `"true"` from `true`.
    case scalar(String, quoted: Bool)
    case sequence([Setting])
    /// In the order of the file; no key stands twice.
    case mapping([Pair])
  }

  public struct Pair: Hashable, Sendable {
    public var key: String
    public var keySpan: Span
    public var value: Setting
  }

  public var value: Value
  public var span: Span

  public init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }
}

extension Setting {
  /// Whether nothing was written: `key:` with no value, or `~`.
  public var isEmpty: Bool {
    if case .scalar(let text, quoted: false) = value {
      text.isEmpty || text == "~" || text == "null"
    } else {
      false
    }
  }

  public func string() throws -> String {
    guard case .scalar(let text, _) = value, !isEmpty else { throw expected("a text") }
    return text
  }

  public func integer() throws -> Int {
    guard case .scalar(let text, quoted: false) = value, let number = Int(text) else {
      throw expected("a whole number")
    }
    return number
  }

  public func double() throws -> Double {
    guard case .scalar(let text, quoted: false) = value, let number = Double(text), number.isFinite else {
      throw expected("a number")
    }
    return number
  }

  public func bool() throws -> Bool {
    switch value {
    case .scalar("true", quoted: false): return true
    case .scalar("false", quoted: false): return false
    case .scalar, .sequence, .mapping: throw expected("`true` or `false`")
    }
  }

  public func list() throws -> [Setting] {
    guard case .sequence(let items) = value else { throw expected("a list") }
    return items
  }

  /// A list, or one value that stands for a list of one.
  public func oneOrMore() throws -> [Setting] {
    if case .scalar = value, !isEmpty { [self] } else { try list() }
  }

  public func mapping() throws -> [Pair] {
    guard case .mapping(let pairs) = value else { throw expected("`key: value` lines") }
    return pairs
  }

  /// One of the cases of an enumeration, by its raw value.
  public func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws -> Choice
  where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    guard case .scalar(let text, _) = value, let choice = Choice(rawValue: text) else {
      throw Failure(Messages.notAChoice(found: summary, known: known, at: span))
    }
    return choice
  }

  func expected(_ what: String) -> Failure {
    Failure(Messages.wrongType(found: summary, expected: what, at: span))
  }

  /// What was found, in words.
  var summary: String {
    switch value {
    case .scalar: isEmpty ? "nothing" : "`\(text)`"
    case .sequence: "a list"
    case .mapping: "`key: value` lines"
    }
  }

  private var text: String {
    if case .scalar(let text, _) = value { text } else { "" }
  }
}
