import Fonts
import Language
import Pages
import Typesetting

extension StyledText {
  /// Sets inline Markdown in a style: strong in 700, emphasis sloped, French spaces put right, ordinals raised.
  ///
  /// `fill` gives the text of a placeholder; it stays on one line. `calls`: the notes that are referred to.
  static func composed(
    _ inlines: [Inline], style: TextStyle, typesetter: Typesetter, calls: [Int: NoteCall] = [:],
    fill: (Int) throws -> String
  ) rethrows -> StyledText {
    var text = StyledText()
    var followsCall = false
    for inline in inlines {
      if followsCall, inline.isNote { text = text + StyledText(",\u{202F}", style.raised) }
      text = text + (try composed(inline, style: style, typesetter: typesetter, calls: calls, fill: fill))
      followsCall = inline.isNote
    }
    return text
  }

  private static func composed(
    _ inline: Inline, style: TextStyle, typesetter: Typesetter, calls: [Int: NoteCall],
    fill: (Int) throws -> String
  ) rethrows -> StyledText {
    func inner(_ inlines: [Inline], _ style: TextStyle) throws -> StyledText {
      try composed(inlines, style: style, typesetter: typesetter, calls: calls, fill: fill)
    }
    switch inline {
    case .text(let text), .code(let text):
      return typesetter.styled(typesetter.language.typography(text), style)
    case .placeholder(let index):
      return typesetter.styled(try fill(index), style)
    case .strong(let inlines): return try inner(inlines, style.weight(700))
    case .emphasis(let inlines): return try inner(inlines, style.italic())
    case .link(let address, let inlines):
      var text = try inner(inlines, style)
      for index in text.runs.indices { text.runs[index].link = .address(address) }
      return text
    case .note(let index):
      guard let call = calls[index] else { return StyledText() }
      return StyledText([Run("\(call.number)", style.raised, link: .node(call.node), unbreakable: true)])
    }
  }
}

extension [Inline] {
  /// The text without its styles: what bookmarks and contents show.
  func plain(_ fill: (Int) throws -> String) rethrows -> String {
    try map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .placeholder(let index): try fill(index)
      case .strong(let inner), .emphasis(let inner), .link(_, let inner): try inner.plain(fill)
      case .note: ""
      }
    }.joined()
  }
}

extension [Inline] {
  /// The placeholders, in order.
  var placeholders: [Int] {
    flatMap { inline -> [Int] in
      switch inline {
      case .placeholder(let index): [index]
      case .strong(let inner), .emphasis(let inner), .link(_, let inner): inner.placeholders
      case .text, .note, .code: []
      }
    }
  }

  /// The notes that are called, in order.
  var notes: [Int] {
    flatMap { inline -> [Int] in
      switch inline {
      case .note(let index): [index]
      case .strong(let inner), .emphasis(let inner), .link(_, let inner): inner.notes
      case .text, .placeholder, .code: []
      }
    }
  }
}

extension Inline {
  fileprivate var isNote: Bool { if case .note = self { true } else { false } }
}

extension TextStyle {
  /// Above the line, as the calls of notes are.
  var raised: TextStyle {
    var copy = self
    copy.superscript = true
    return copy
  }
}
