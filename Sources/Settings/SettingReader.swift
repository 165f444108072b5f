import Diagnostics

/// Reads the keys of one mapping, gathers every mistake, and names the keys it does not know.
///
/// A key is declared by asking for it; `finish` reports the others.
public struct SettingReader: Sendable {
  public let span: Span
  public private(set) var collector = Collector()
  private let pairs: [Setting.Pair]
  private let subject: String
  private var asked: [String] = []

  /// `subject` completes the sentence "… is not a key of": "a font", "the front matter".
  public init(_ setting: Setting, of subject: String) {
    self.subject = subject
    span = setting.span
    do {
      pairs = try setting.mapping()
    } catch let failure as Failure {
      pairs = []
      collector.add(failure.diagnostics)
    } catch {
      pairs = []
    }
  }

  /// The value of a key as `read` takes it; `nil` where the key is absent or its value is wrong (and reported).
  public mutating func optional<Value>(_ key: String, _ read: (Setting) throws -> Value) -> Value? {
    asked.append(key)
    guard let pair = pairs.first(where: { $0.key == key }), !pair.value.isEmpty else { return nil }
    do {
      return try read(pair.value)
    } catch let failure as Failure {
      collector.add(failure.diagnostics)
    } catch {
      collector.add(
        Messages.wrongType(found: "`\(error)`", expected: "a value of \(key)", at: pair.value.span))
    }
    return nil
  }

  /// As `optional`; an absent key is reported.
  public mutating func required<Value>(_ key: String, _ read: (Setting) throws -> Value) -> Value? {
    if !pairs.contains(where: { $0.key == key && !$0.value.isEmpty }) {
      asked.append(key)
      collector.add(Messages.missingKey(key, of: subject, at: span))
      return nil
    }
    return optional(key, read)
  }

  public mutating func string(_ key: String) -> String? { optional(key) { try $0.string() } }
  public mutating func integer(_ key: String) -> Int? { optional(key) { try $0.integer() } }
  public mutating func double(_ key: String) -> Double? { optional(key) { try $0.double() } }
  public mutating func bool(_ key: String) -> Bool? { optional(key) { try $0.bool() } }
  public mutating func strings(_ key: String) -> [String]? {
    optional(key) { try $0.oneOrMore().map { try $0.string() } }
  }

  public mutating func report(_ diagnostics: [Diagnostic]) { collector.add(diagnostics) }

  /// Reports unknown keys, then throws all that was found.
  public mutating func finish() throws {
    for pair in pairs where !asked.contains(pair.key) {
      collector.add(Messages.unknownKey(pair.key, of: subject, known: asked, at: pair.keySpan))
    }
    try collector.check()
  }
}
