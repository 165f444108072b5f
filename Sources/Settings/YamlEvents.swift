import Diagnostics
internal import CLibYAML

/// What libyaml finds in a text, one thing after the other.
final class YamlEvents {
  struct Event {
    enum Kind {
      case document, sequence, mapping
      /// Of a sequence or a mapping.
      case end
      case scalar(String, quoted: Bool)
      case alias(String)
    }

    var kind: Kind
    var anchor: String?
    /// Where it starts.
    var mark: YamlMark

    var isEnd: Bool { if case .end = kind { true } else { false } }
  }

  /// libyaml keeps its own address in it.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  let places: YamlPlaces

  /// `text` must outlive the events.
  init(_ text: UnsafeBufferPointer<UInt8>, places: YamlPlaces) throws {
    self.places = places
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      throw Failure(Messages.brokenYaml("there is no memory to read it", at: places.start))
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next thing; `nil` at the end of the text.
  func next() throws -> Event? {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw Failure(problem) }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
      if let found = Self.event(event) { return found }
    }
  }

  private static func event(_ event: yaml_event_t) -> Event? {
    let data = event.data
    func found(_ kind: Event.Kind, _ anchor: UnsafeMutablePointer<UInt8>? = nil) -> Event {
      Event(kind: kind, anchor: anchor.map { String(cString: $0) }, mark: YamlMark(event.start_mark))
    }
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return found(.document)
    case YAML_SEQUENCE_START_EVENT: return found(.sequence, data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: return found(.mapping, data.mapping_start.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return found(.end)
    case YAML_ALIAS_EVENT: return found(.alias(String(cString: data.alias.anchor)))
    case YAML_SCALAR_EVENT:
      let scalar = data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isQuoted =
        scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      return found(.scalar(String(decoding: text, as: UTF8.self), quoted: isQuoted), scalar.anchor)
    default: return nil
    }
  }

  /// Why the parser cannot go on.
  private var problem: Diagnostic {
    let found = parser.pointee
    let problem = found.problem.map { String(cString: $0) } ?? "it cannot be read"
    guard found.error == YAML_SCANNER_ERROR || found.error == YAML_PARSER_ERROR else {
      return Messages.brokenYaml(problem, at: places.start)
    }
    let context = found.context.map {
      YamlPlaces.Context(text: String(cString: $0), mark: YamlMark(found.context_mark))
    }
    return places.mistake(problem, at: YamlMark(found.problem_mark), context: context)
  }
}

extension YamlMark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}
