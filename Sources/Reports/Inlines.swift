import Fonts
import Language
import Pages
import Typesetting

extension StyledText {
  /// Sets inline Markdown in a style: strong in 700, emphasis sloped, French spaces put right, ordinals raised.
  ///
  /// `fill` gives the text of a placeholder; it stays on one line.
  static func composed(
    _ inlines: [Inline], style: TextStyle, typesetter: Typesetter, fill: (Int) throws -> String
  ) rethrows -> StyledText {
    try inlines.reduce(into: StyledText()) { text, inline in
      text = text + (try composed(inline, style: style, typesetter: typesetter, fill: fill))
    }
  }

  private static func composed(
    _ inline: Inline, style: TextStyle, typesetter: Typesetter, fill: (Int) throws -> String
  ) rethrows -> StyledText {
    func inner(_ inlines: [Inline], _ style: TextStyle) throws -> StyledText {
      try composed(inlines, style: style, typesetter: typesetter, fill: fill)
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
      }
    }.joined()
  }
}
