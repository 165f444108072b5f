import Diagnostics

extension Setting {
  /// Reads one YAML document.
  public static func parse(_ file: SourceFile) throws -> Setting {
    try parse(file, in: 0..<file.text.utf8.count)
  }

  /// Reads the YAML in a part of a file: the front matter of a report. Spans point into the whole file.
  public static func parse(_ file: SourceFile, in range: Range<Int>) throws -> Setting {
    let bytes = Array(file.text.utf8)
    let places = YamlPlaces(file, bytes, in: range)
    return try bytes[range].withUnsafeBufferPointer { text in
      var reader = YamlReader(try YamlEvents(text, places: places))
      return try reader.document() ?? Setting(.mapping([]), at: places.start)
    }
  }
}

/// Makes settings of what the parser finds.
private struct YamlReader {
  private let events: YamlEvents
  /// What an alias stands for.
  private var anchored: [String: Setting] = [:]

  init(_ events: YamlEvents) { self.events = events }

  /// `nil` where the text holds nothing.
  mutating func document() throws -> Setting? {
    guard let start = try events.next(), case .document = start.kind else { return nil }
    guard let first = try events.next() else { return nil }
    let setting = try setting(first)
    if let other = try events.next() {
      throw Failure(Messages.brokenYaml("but found another document", at: events.places.span(other.mark)))
    }
    return setting
  }

  private mutating func setting(_ event: YamlEvents.Event) throws -> Setting {
    let setting: Setting
    switch event.kind {
    case .scalar(let text, let quoted):
      let length = text.prefix { !$0.isNewline }.utf8.count + (quoted ? 2 : 0)
      setting = Setting(.scalar(text, quoted: quoted), at: events.places.span(event.mark, length: length))
    case .sequence: setting = Setting(.sequence(try items()), at: events.places.span(event.mark))
    case .mapping: setting = Setting(.mapping(try pairs()), at: events.places.span(event.mark))
    case .alias(let name):
      guard let known = anchored[name] else {
        throw Failure(Messages.brokenYaml("found undefined alias", at: events.places.span(event.mark)))
      }
      return known
    case .document, .end: return Setting(.scalar("", quoted: false), at: events.places.span(event.mark))
    }
    if let anchor = event.anchor { anchored[anchor] = setting }
    return setting
  }

  private mutating func items() throws -> [Setting] {
    var items: [Setting] = []
    while let event = try events.next(), !event.isEnd { items.append(try setting(event)) }
    return items
  }

  private mutating func pairs() throws -> [Setting.Pair] {
    var pairs: [Setting.Pair] = []
    while let event = try events.next(), !event.isEnd {
      let key = try setting(event)
      guard let value = try events.next() else { break }
      var name = ""
      if case .scalar(let text, _) = key.value { name = text }
      let span = events.places.span(event.mark, length: name.utf8.count)
      pairs.append(Setting.Pair(key: name, keySpan: span, value: try setting(value)))
    }
    var known: Set<String> = []
    if let again = pairs.first(where: { !known.insert($0.key).inserted }) {
      throw Failure(Messages.keyTwice(again.key, at: again.keySpan))
    }
    return pairs
  }
}
