/// A JSON value to be written (RFC 8259). Keys keep the order in which they were given.
public enum JSON: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case array([JSON])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSON

    public init(_ key: String, _ value: JSON) { (self.key, self.value) = (key, value) }
  }

  /// Members without a value are left out.
  public static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  public static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.text)) }

  /// On one line.
  public var line: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ":" + $0.value.line }.joined(separator: ",") + "}"
    }
  }

  /// Indented, one value a line, with a line end at the end.
  public var document: String { indented("") + "\n" }

  private func indented(_ margin: String) -> String {
    func block(_ open: String, _ lines: [String], _ close: String) -> String {
      guard !lines.isEmpty else { return open + close }
      return open + "\n" + lines.map { margin + "  " + $0 }.joined(separator: ",\n") + "\n" + margin + close
    }
    switch self {
    case .text, .integer, .boolean: return line
    case .array(let values): return block("[", values.map { $0.indented(margin + "  ") }, "]")
    case .object(let members):
      return block(
        "{", members.map { Self.quoted($0.key) + ": " + $0.value.indented(margin + "  ") }, "}")
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}":
        quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
