import Diagnostics
import Quantities
import Statistics

/// Reads the keys of a fence, gathers every mistake, and names the keys that the block does not know.
struct FenceFields {
  let fence: Fence
  private(set) var collector = Collector()
  private var asked: [String] = []

  init(_ fence: Fence) {
    self.fence = fence
    // A title on the opening line is the key `title` too.
    var lines: [String: Int] = fence.title.map { ["title": $0.span.position.line] } ?? [:]
    for key in fence.fields.map(\.key) {
      if let first = lines[key.text] {
        collector.add(Messages.keyTwice(key, first: first))
      } else {
        lines[key.text] = key.span.position.line
      }
    }
  }

  /// The value of a key; `nil` where it is not written.
  mutating func word(_ key: String) -> Fence.Word? {
    asked.append(key)
    let written = fence.fields.last { $0.key.text == key && !$0.value.text.isEmpty }?.value
    return written ?? (key == "title" ? fence.title : nil)
  }

  mutating func required(_ key: String) -> Fence.Word? {
    let word = word(key)
    if word == nil { collector.add(Messages.missingKey(key, of: fence.kind)) }
    return word
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let word = word(key) else { return nil }
    guard let number = Int(word.text), range.contains(number) else {
      collector.add(
        Messages.badValue(word, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
      return nil
    }
    return number
  }

  mutating func numbers(_ key: String) -> [Double]? {
    word(key).map { word in
      word.split(",").compactMap { piece in
        if let number = Double(piece.text) { return number }
        collector.add(Messages.badValue(piece, expected: "a number such as 200 or 0.5"))
        return nil
      }
    }
  }

  /// One of the cases of an enumeration, by its raw value.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let word = word(key) else { return nil }
    if let choice = Choice(rawValue: word.text) { return choice }
    collector.add(Messages.notAChoice(word, known: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// The names of levels, the outer before the inner: `region > departement`. `nil` where one is no level.
  mutating func levels(_ word: Fence.Word?, of catalog: Catalog) throws -> [String]? {
    let words = word?.split(">") ?? []
    let names = try words.compactMap { word in
      try attempt {
        guard catalog.hasLevel(word.text) else {
          throw catalog.unknown(word.text, Messages.notAChoice(word, known: catalog.levels))
        }
        return word.text
      }
    }
    return names.count == words.count ? names : nil
  }

  /// Runs `body`; keeps what it reports.
  mutating func attempt<T>(_ body: () throws -> T) throws -> T? { try collector.attempt(body) }

  mutating func report(_ diagnostic: Diagnostic) { collector.add(diagnostic) }

  /// Reports unknown keys, then throws all that was found.
  mutating func finish() throws {
    if let title = fence.title, !asked.contains("title") {
      collector.add(Messages.badValue(title, expected: "nothing after `\(fence.kind.text)`: it has no title"))
    }
    for field in fence.fields where !asked.contains(field.key.text) {
      collector.add(Messages.unknownKey(field.key, of: fence.kind.text, known: asked))
    }
    try collector.check()
  }
}
