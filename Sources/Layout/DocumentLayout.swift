import Diagnostics
import Geometry
import Pages
import Typesetting

/// A report ready to be paged.
public struct DocumentLayout: Sendable {
  public var cover: Cover?
  public var blocks: [any Block]
  /// At the foot of the pages that call them.
  public var notes: [Footnote]
  public var furniture: Furniture
  /// Where the document is part of a volume.
  public var numbering: PageNumbering

  public init(
    cover: Cover? = nil, blocks: [any Block], notes: [Footnote] = [], furniture: Furniture,
    numbering: PageNumbering = .own
  ) {
    (self.cover, self.blocks, self.notes) = (cover, blocks, notes)
    (self.furniture, self.numbering) = (furniture, numbering)
  }

  /// How often pages are laid again for their own numbers before a warning is given instead.
  static let passes = 4

  /// Lays the blocks into pages, again and again until the page numbers they print are true.
  public func pages(
    structure: Structure, properties: PagedDocument.Properties, drawings: [Drawing] = [], kit: LayoutKit
  ) throws -> (document: PagedDocument, warnings: [Diagnostic]) {
    var (kit, memo) = (kit, [Flow.Step: Portion]())
    let blocks = blocks.map { BegunBlock($0, kit: kit) ?? $0 }
    var frames: [Frame] = []
    var settled = false
    for _ in 0..<Self.passes where !settled {
      frames = try pass(blocks, kit: kit, memo: &memo)
      let facts = PageFacts(pages: frames, structure: structure)
      settled = facts == kit.facts || !blocks.contains { $0.readsPages }
      kit.facts = facts
    }
    try addFurniture(to: &frames, kit: kit)
    let pages = frames.enumerated().map { PagedDocument.Page(frame: $1, label: "\($0 + numbering.first)") }
    let document = PagedDocument(
      pages: pages, drawings: drawings, structure: structure,
      bookmarks: Self.bookmarks(of: structure, at: kit.facts), properties: properties)
    return (document, settled ? [] : [LayoutMessage.restlessPages(Self.passes)])
  }

  /// One pass: whole pages, without what stands in their margins.
  private func pass(
    _ blocks: [any Block], kit: LayoutKit, memo: inout [Flow.Step: Portion]
  ) throws -> [Frame] {
    let size = Size(width: kit.grid.measure, height: kit.grid.height)
    let flow = try Flow.lay(blocks, size: size, kit: kit, memo: memo, notes: notes)
    memo = flow.memo
    let pages = flow.frames.map { content in
      var page = Frame(size: kit.grid.size)
      page.place(content, at: Point(x: kit.grid.left, y: kit.grid.top))
      return page
    }
    return try (cover.map { [try $0.page(kit: kit)] } ?? []) + pages
  }

  private func addFurniture(to frames: inout [Frame], kit: LayoutKit) throws {
    for index in frames.indices where cover == nil || index > 0 {
      try furniture.add(
        to: &frames[index], number: index + numbering.first, of: numbering.count ?? frames.count, kit: kit)
    }
  }

  /// The headings, in the order of the report.
  private static func bookmarks(of structure: Structure, at facts: PageFacts) -> [PagedDocument.Bookmark] {
    var bookmarks: [PagedDocument.Bookmark] = []
    func visit(_ id: NodeID) {
      let node = structure[id]
      if case .heading(let level) = node.role, let title = node.title, let place = facts.places[id] {
        bookmarks.append(PagedDocument.Bookmark(title: title, level: level, page: place.page, y: place.y))
      }
      for child in node.children { visit(child) }
    }
    visit(Structure.root)
    return bookmarks
  }
}
