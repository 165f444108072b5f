import Cairo
import Diagnostics
import Fonts
import Pages

/// The document as PDF: drawn by Cairo, then finished.
public enum PDFExporter {
  /// Drawn pages, with what a finisher needs to write their structure.
  public struct Drawn: Hashable, Sendable {
    /// One PDF for each part of the document. Where there are several, each begins with a page of its alphabet.
    public internal(set) var parts: [[UInt8]]
    /// Empty where nothing was marked.
    public var marks: MarkRecord
    /// The letters of each ligature, by the character that stands for it in the file.
    var ligatures: [Unicode.Scalar: String]
  }

  /// `faces`: shared by documents of the same fonts.
  public static func pdf(
    _ document: PagedDocument, fonts: FontLibrary, profile: PDFProfile = .accessibleWithData,
    faces: FacePool = FacePool()
  ) throws -> [UInt8] {
    let facts = FinishingFacts(document, profile: profile)
    let drawn = try draw(document, fonts: fonts, marked: profile.isTagged, inParts: true, faces: faces)
    return try PDFFinisher.finish(drawn, of: document, profile: profile, facts)
  }

  /// Pages alone: no links, bookmarks or properties, which the finisher writes. Parts are drawn on all processors.
  ///
  /// `longPathsApart`: on marked pages, paths of many points are left to the finisher, which writes them shorter.
  public static func draw(
    _ document: PagedDocument, fonts: FontLibrary, marked: Bool = true, longPathsApart: Bool = true,
    inParts: Bool = false, faces: FacePool = FacePool()
  ) throws -> Drawn {
    let parts = inParts ? document.parts : [0..<document.pages.count]
    let alphabet = parts.count > 1 ? try Alphabet(of: document, in: parts) : nil
    let drawn = try parts.concurrentMap { pages in
      try drawing {
        try faces.lend { open in
          let faces = try FaceStore(fonts: fonts, embeds: true, open: open)
          return try PartDrawing(document, faces: faces, marked: marked, longPathsApart: longPathsApart)
            .draw(pages, after: alphabet)
        }
      }
    }
    var marks = MarkRecord()
    for part in drawn {
      for (owners, insertions) in zip(part.marks.pages, part.marks.insertions) {
        marks.add(page: owners, insertions: insertions)
      }
    }
    return Drawn(parts: drawn.flatMap(\.parts), marks: marks, ligatures: drawn.last?.ligatures ?? [:])
  }
}

/// Draws a stretch of a document's pages on a surface of its own.
private struct PartDrawing {
  let document: PagedDocument
  let surface: PDFSurface
  let faces: FaceStore
  let drawings: DrawingStore
  let shapes = WrittenShapes()
  let readable: ReadableText
  let marked, longPathsApart: Bool

  init(_ document: PagedDocument, faces: FaceStore, marked: Bool, longPathsApart: Bool) throws {
    (self.document, self.faces, self.marked, self.longPathsApart) = (document, faces, marked, longPathsApart)
    let size = document.pages.first?.frame.size ?? .a4
    surface = try PDFSurface(width: size.width.points, height: size.height.points)
    // Without a date Cairo would ask the clock, and no two runs would be the same.
    try surface.setMetadata(.created, document.properties.created)
    drawings = DrawingStore(document.drawings)
    readable = ReadableText(document.structure)
  }

  func draw(_ pages: Range<Int>, after alphabet: Alphabet?) throws -> PDFExporter.Drawn {
    if let alphabet {
      try alphabet.draw(on: Context(surface), faces: faces)
      try surface.showPage()
    }
    for page in document.pages[..<pages.lowerBound] { readable.pass(page.frame) }
    var marks = MarkRecord()
    let pictures = document.structure.pictures
    for page in document.pages[pages] {
      let marker = try draw(page.frame, pictures)
      marks.add(page: marker.owners, insertions: marker.insertions)
    }
    return PDFExporter.Drawn(
      parts: [try surface.finishWithoutStructure()], marks: marks, ligatures: readable.ligatures)
  }

  private func draw(_ frame: Frame, _ pictures: Set<NodeID>) throws -> PageMarker {
    try surface.setPageSize(width: frame.size.width.points, height: frame.size.height.points)
    let context = try Context(surface)
    let marker = PageMarker(context, pictures: pictures, shapes: shapes)
    var painter = FramePainter(context: context, faces: faces, drawings: drawings)
    if marked { painter.onDraw = { try marker.begin($0, isText: $1) } }
    if marked, longPathsApart {
      painter.onPlainShape = { try marker.insert($0, of: $1, pageSize: frame.size) }
    }
    painter.readable = readable
    readable.beginPage()
    try painter.draw(frame)
    marker.end()
    try surface.showPage()
    return marker
  }
}
