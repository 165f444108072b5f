import Geometry
import Pages
import Typesetting

/// A line under a figure or table: "Lecture : …", "Source : …".
public struct Note: Hashable, Sendable {
  /// "Lecture", "Champ", "Source"; none for a plain remark.
  public var lead: String?
  public var text: String

  public init(_ lead: String? = nil, _ text: String) { (self.lead, self.text) = (lead, text) }
}

/// The notes under a figure, table or set of tiles.
public struct NotesBlock: Block {
  public var placement: Placement
  public var notes: [Note]
  public var node: NodeID

  public init(_ notes: [Note], node: NodeID) {
    (self.notes, self.node) = (notes, node)
    placement = Placement(above: 7, below: 14)
  }

  public func next(in region: Region, kit: LayoutKit) throws -> Portion {
    let frame = try frame(width: region.width, kit: kit)
    return frame.height <= region.height + .hair ? .laid(frame, rest: nil) : .waits
  }

  func frame(width: Length, kit: LayoutKit) throws -> Frame {
    var frame = Frame(size: Size(width: width, height: .zero))
    for note in notes {
      for line in try kit.typesetter.lines(text(note, kit: kit), measure: width, style: ParagraphStyle(.left))
      {
        frame.size.height = frame.height + line.height
        frame.set(line, baseline: frame.height, owner: .node(node))
      }
    }
    frame.baseline = kit.theme.text.notes.leading
    return frame
  }

  private func text(_ note: Note, kit: LayoutKit) -> StyledText {
    let style = kit.theme.text.notes
    guard let lead = note.lead else { return kit.typesetter.styled(note.text, style) }
    let colon = kit.typesetter.language.words.colon
    return StyledText(lead, style.weight(600).colored(kit.theme.colors.ink))
      + kit.typesetter.styled(colon + note.text, style)
  }
}
