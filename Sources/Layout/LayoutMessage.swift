import Diagnostics
import Geometry

/// Every message of this target.
enum LayoutMessage {
  static func tooTall(_ height: Length) -> Diagnostic {
    Diagnostic(
      .error, .badData, code: "block-too-tall",
      "this block is higher than the \(height) of a page, and cannot be divided",
      hint:
        "give it less `height` or fewer rows (`top`), or divide it; beside others, more `columns` make it lower"
    )
  }

  static func noRoom(for note: Footnote, on height: Length) -> Diagnostic {
    Diagnostic(
      .error, .badData, code: "note-too-long",
      "this note and the line that calls it need more than the \(height) of a page",
      at: note.source.map(Diagnostic.Place.span), hint: "shorten the note, or say it in the text")
  }

  static func tableTooWide(_ width: Length, room: Length) -> Diagnostic {
    Diagnostic(
      .error, .badData, code: "table-too-wide",
      "the columns of this table need \(width), the page has \(room)",
      hint: "show fewer columns, or shorten their names")
  }

  static func restlessPages(_ passes: Int) -> Diagnostic {
    Diagnostic(
      .warning, .findings, code: "restless-pages",
      "page numbers still move after \(passes) passes: those printed may be wrong",
      hint: "start a page before the block that moves")
  }
}
