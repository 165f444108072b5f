import Cairo
import Fonts
import Pages

/// The document as PDF.
public enum PDFExporter {
  /// A drawn PDF, with what a finisher needs to write its structure.
  public struct Drawn: Hashable, Sendable {
    public var bytes: [UInt8]
    public var marks: MarkRecord
  }

  public static func pdf(_ document: PagedDocument, fonts: FontLibrary) throws -> [UInt8] {
    try draw(document, fonts: fonts).bytes
  }

  public static func draw(_ document: PagedDocument, fonts: FontLibrary) throws -> Drawn {
    try drawing {
      let size = document.pages.first?.frame.size ?? .a4
      let surface = try PDFSurface(width: size.width.points, height: size.height.points)
      try surface.describe(document.properties)
      let marks = try draw(document, on: surface, fonts: fonts)
      try surface.addBookmarks(document.bookmarks, pageCount: document.pages.count)
      return Drawn(bytes: try surface.finish(), marks: marks)
    }
  }

  private static func draw(
    _ document: PagedDocument, on surface: PDFSurface, fonts: FontLibrary
  ) throws -> MarkRecord {
    var marks = MarkRecord()
    let faces = try FaceStore(fonts: fonts)
    let drawings = DrawingStore(document.drawings)
    let destinations = Destinations(of: document)
    for (number, page) in document.pages.enumerated() {
      marks.beginPage()
      let size = page.frame.size
      try surface.setPageSize(width: size.width.points, height: size.height.points)
      try surface.setPageLabel(page.label)
      let context = try Context(surface)
      try FramePainter(
        context: context, faces: faces, drawings: drawings, links: .drawn(destinations),
        onDraw: { marks.note($0) }
      ).draw(page.frame)
      try context.name(destinations, onPage: number)
      try surface.showPage()
    }
    return marks
  }
}

extension Context {
  fileprivate func name(_ destinations: Destinations, onPage page: Int) throws {
    for node in destinations.onPage(page) {
      guard let place = destinations.places[node] else { continue }
      try destination(named: node.destination, at: Position(x: 0, y: place.y.points))
    }
  }
}

extension PDFSurface {
  fileprivate func describe(_ properties: PagedDocument.Properties) throws {
    try setMetadata(.title, properties.title)
    try setMetadata(.author, properties.author)
    try setMetadata(.subject, properties.subject)
    try setMetadata(.keywords, properties.keywords.joined(separator: ", "))
    try setMetadata(.creator, "Vélin")
    // Without a date Cairo would ask the clock, and no two runs would be the same.
    try setMetadata(.created, properties.created)
    try setMetadata(.modified, properties.created)
  }

  /// All bookmarks, once every page is drawn; each goes under the last one of a lower level.
  fileprivate func addBookmarks(_ bookmarks: [PagedDocument.Bookmark], pageCount: Int) throws {
    var open: [(level: Int, id: OutlineID)] = []
    for bookmark in bookmarks where (0..<pageCount).contains(bookmark.page) {
      open.removeAll { $0.level >= bookmark.level }
      let id = try addOutline(
        bookmark.title, page: bookmark.page + 1, position: Position(x: 0, y: bookmark.y.points),
        in: open.last?.id ?? .root)
      open.append((bookmark.level, id))
    }
  }
}
