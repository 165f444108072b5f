import Diagnostics
import Layout
import Pages
import Typesetting

/// The notes of one text, and those of them that are called already.
struct NoteCalls {
  var notes: [Markdown.Note]
  /// By their place among the notes of the text.
  var made: [Int: NoteCall] = [:]

  init(_ notes: [Markdown.Note] = []) { self.notes = notes }

  /// Refuses calls where no note can stand: in titles, in notes.
  func refuse(in inlines: [Inline]) throws {
    guard let first = inlines.notes.first else { return }
    throw Failure(Messages.noteOutOfPlace(at: notes[first].span))
  }
}

/// What is printed where a note is called, and where it leads.
struct NoteCall: Hashable, Sendable {
  /// Counted through the report.
  var number: Int
  var node: NodeID
}

extension Composer {
  func refuseNotes(in inlines: [Inline]) throws { try calls.refuse(in: inlines) }

  /// The text of a paragraph, under its node. The notes that it calls first follow it in the section.
  mutating func prose(_ inlines: [Inline], _ style: TextStyle, under node: NodeID) throws -> StyledText {
    for index in inlines.notes where calls.made[index] == nil { try addNote(index) }
    return try styled(inlines, style).withLinkNodes(in: &structure, under: node)
  }

  private mutating func addNote(_ index: Int) throws {
    let note = calls.notes[index]
    let number = footnotes.count + 1
    let node = structure.add(.note, in: section, title: "\(language.words.note) \(number)")
    calls.made[index] = NoteCall(number: number, node: node)
    let label = structure.add(.label, in: node)
    let style = roles.footnote
    var text = StyledText()
    for paragraph in note.paragraphs {
      try refuseNotes(in: paragraph)
      if !text.runs.isEmpty { text = text + StyledText("\n", style) }
      text = text + (try styled(paragraph, style))
    }
    footnotes.append(
      Footnote(
        text.withLinkNodes(in: &structure, under: node),
        mark: StyledText([.init("\(number).", style, owner: label)]), node: node, source: note.span))
  }
}
