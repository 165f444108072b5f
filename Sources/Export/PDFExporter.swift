import Cairo
import Fonts
import Pages

/// The document as PDF: drawn by Cairo, then finished.
public enum PDFExporter {
  /// A drawn PDF, with what a finisher needs to write its structure.
  public struct Drawn: Hashable, Sendable {
    public var bytes: [UInt8]
    /// Empty where nothing was marked.
    public var marks: MarkRecord
    /// The letters of each ligature, by the character that stands for it in the file.
    var ligatures: [Unicode.Scalar: String]
  }

  public static func pdf(
    _ document: PagedDocument, fonts: FontLibrary, profile: PDFProfile = .accessibleWithData
  ) throws -> [UInt8] {
    let drawn = try draw(document, fonts: fonts, marked: profile.isTagged)
    return try PDFFinisher.finish(drawn, of: document, profile: profile)
  }

  /// Pages alone: no links, bookmarks or properties, which the finisher writes.
  public static func draw(
    _ document: PagedDocument, fonts: FontLibrary, marked: Bool = true
  ) throws -> Drawn {
    try drawing {
      let size = document.pages.first?.frame.size ?? .a4
      let surface = try PDFSurface(width: size.width.points, height: size.height.points)
      // Without a date Cairo would ask the clock, and no two runs would be the same.
      try surface.setMetadata(.created, document.properties.created)
      let readable = ReadableText(document.structure)
      let marks = try draw(document, on: surface, fonts: fonts, readable, marked: marked)
      return Drawn(bytes: try surface.finishWithoutStructure(), marks: marks, ligatures: readable.ligatures)
    }
  }

  private static func draw(
    _ document: PagedDocument, on surface: PDFSurface, fonts: FontLibrary, _ readable: ReadableText,
    marked: Bool
  ) throws -> MarkRecord {
    var marks = MarkRecord()
    let faces = try FaceStore(fonts: fonts, embeds: true)
    let drawings = DrawingStore(document.drawings)
    let pictures = document.structure.pictures
    for page in document.pages {
      let size = page.frame.size
      try surface.setPageSize(width: size.width.points, height: size.height.points)
      let context = try Context(surface)
      let marker = PageMarker(context, pictures: pictures)
      var painter = FramePainter(context: context, faces: faces, drawings: drawings)
      if marked { painter.onDraw = { try marker.begin($0, isText: $1) } }
      painter.readable = readable
      readable.beginPage()
      try painter.draw(page.frame)
      marker.end()
      marks.add(page: marker.owners)
      try surface.showPage()
    }
    return marks
  }
}
