internal import CCairo

/// A PDF document in memory. Units are points.
public final class PDFSurface: StreamSurface {
  public enum Version: Hashable, Sendable { case v1_4, v1_5 }

  public enum Metadata: Hashable, Sendable, CaseIterable {
    case title, author, subject, keywords, creator
    /// ISO 8601: `2021-04-11T08:00:00Z`. Without `created`, Cairo writes the clock's time.
    case created, modified
  }

  /// Names an entry of the outline; `root` holds the outermost entries.
  public struct OutlineID: Hashable, Sendable {
    let rawValue: Int32
    public static let root = OutlineID(rawValue: Int32(CAIRO_PDF_OUTLINE_ROOT))
  }

  /// `width` and `height` of the first page.
  public init(width: Double, height: Double, version: Version = .v1_5) throws {
    try Surface.checkSize(width, height)
    try super.init { cairo_pdf_surface_create_for_stream($0, $1, width, height) }
    switch version {
    case .v1_4: cairo_pdf_surface_restrict_to_version(pointer, CAIRO_PDF_VERSION_1_4)
    case .v1_5: cairo_pdf_surface_restrict_to_version(pointer, CAIRO_PDF_VERSION_1_5)
    }
  }

  public override func finish() throws -> [UInt8] { PDFRepair.repaired(try super.finish()) }

  /// As `finish`, for who writes a structure of their own: the marks stay on the pages, the tree over them goes.
  public func finishWithoutStructure() throws -> [UInt8] {
    PDFRepair.repaired(try super.finish(), dropsStructure: true)
  }

  /// The size of the current page and those that follow; call it before anything is drawn on the page.
  public func setPageSize(width: Double, height: Double) throws {
    try Surface.checkSize(width, height)
    cairo_pdf_surface_set_size(pointer, width, height)
    try checkStatus()
  }

  /// What a reader's page box shows for the current page.
  public func setPageLabel(_ label: String) throws {
    cairo_pdf_surface_set_page_label(pointer, label)
    try checkStatus()
  }

  public func setMetadata(_ metadata: Metadata, _ value: String) throws {
    cairo_pdf_surface_set_metadata(pointer, metadata.native, value)
    try checkStatus()
  }

  /// Adds an entry that leads to a place on a page (1-based; from its top left corner).
  ///
  /// Call it once that page is drawn: Cairo damages the file where the page never comes.
  public func addOutline(
    _ title: String, page: Int, position: Position, in parent: OutlineID = .root, isOpen: Bool = false
  ) throws -> OutlineID {
    let target = "page=\(page) pos=[\(position.x) \(position.y)]"
    let flags = isOpen ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)
    let id = cairo_pdf_surface_add_outline(pointer, parent.rawValue, title, target, flags)
    try checkStatus()
    return OutlineID(rawValue: id)
  }
}

extension PDFSurface.Metadata {
  var native: cairo_pdf_metadata_t {
    switch self {
    case .title: CAIRO_PDF_METADATA_TITLE
    case .author: CAIRO_PDF_METADATA_AUTHOR
    case .subject: CAIRO_PDF_METADATA_SUBJECT
    case .keywords: CAIRO_PDF_METADATA_KEYWORDS
    case .creator: CAIRO_PDF_METADATA_CREATOR
    case .created: CAIRO_PDF_METADATA_CREATE_DATE
    case .modified: CAIRO_PDF_METADATA_MOD_DATE
    }
  }
}
