import Cairo
import Fonts
import Geometry
import Pages

/// Writes a document as PDF. The same document gives the same bytes.
public enum PDFExporter {
  public static func pdf(_ document: PagedDocument, fonts: FontLibrary) throws -> [UInt8] {
    let size = document.pages.first?.frame.size ?? .a4
    let surface = try PDFSurface(width: size.width.points, height: size.height.points)
    try describe(surface, document.properties)
    let context = try Context(surface)
    let drawing = FrameDrawing(
      on: context, faces: try FaceCache(fonts: fonts), drawings: document.drawings, tagsLinks: true)
    for page in document.pages {
      try surface.setSize(width: page.frame.width.points, height: page.frame.height.points)
      try surface.setPageLabel(page.label)
      try drawing.draw(page.frame)
      try context.showPage()
    }
    try addBookmarks(document.bookmarks, to: surface)
    return try surface.bytes()
  }

  private static func describe(_ surface: PDFSurface, _ properties: PagedDocument.Properties) throws {
    try surface.set(.title, properties.title)
    try surface.set(.author, properties.author)
    if !properties.subject.isEmpty { try surface.set(.subject, properties.subject) }
    if !properties.keywords.isEmpty {
      try surface.set(.keywords, properties.keywords.joined(separator: ", "))
    }
    try surface.set(.creator, "Vélin")
    // Cairo would write the time of the run.
    try surface.set(.created, properties.created)
    try surface.set(.modified, properties.created)
  }

  private static func addBookmarks(_ bookmarks: [PagedDocument.Bookmark], to surface: PDFSurface) throws {
    var open: [PDFSurface.Bookmark] = []
    for bookmark in bookmarks {
      open = Array(open.prefix(max(0, bookmark.level - 1)))
      let made = try surface.addBookmark(
        bookmark.title, under: open.last ?? .root, page: bookmark.page + 1, y: bookmark.y.points)
      open.append(made)
    }
  }
}
