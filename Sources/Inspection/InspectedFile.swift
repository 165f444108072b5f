import Diagnostics
import QPDF

/// What a PDF file holds and promises, as a person or program without eyes meets it.
public struct InspectedFile: Sendable {
  public struct Page: Hashable, Sendable {
    /// In points.
    public var width, height: Double
    public var label: String?
  }

  public struct OutlineEntry: Hashable, Sendable {
    public var title: String
    /// 1 for the outermost.
    public var level: Int
    /// 0-based; `nil` where it leads to no page.
    public var page: Int?
  }

  public struct Attachment: Hashable, Sendable {
    public var name, mediaType, relationship, title: String
    /// In bytes.
    public var size: Int
  }

  public struct Font: Hashable, Sendable {
    public var name: String
    public var isEmbedded: Bool
    /// Whether its glyphs can be turned back into characters.
    public var isReadable: Bool
  }

  public var path: String
  public var version: String
  public var pages: [Page]
  public var language: String?
  /// Title, author … as the document information gives them, in its order.
  public var properties: [(name: String, value: String)]
  /// "PDF/UA-1", "PDF/A-3A": what the file says of itself.
  public var profiles: [String]
  public var outline: [OutlineEntry]
  /// The top of the structure; `nil` for an untagged file.
  public var structure: TaggedElement?
  public var attachments: [Attachment]
  public var fonts: [Font]
  /// What is wrong, in the order of the checks.
  public var findings: [Diagnostic]

  /// Reads a file; a damaged one is refused.
  public init(_ bytes: [UInt8], path: String) throws {
    do {
      self = try FileReader(bytes, path: path).read()
    } catch let error as QPDFError {
      throw Failure(InspectionMessage.unreadable(path, error.description))
    }
  }

  init(
    path: String, version: String, pages: [Page], language: String?,
    properties: [(name: String, value: String)], profiles: [String], outline: [OutlineEntry],
    structure: TaggedElement?, attachments: [Attachment], fonts: [Font], findings: [Diagnostic]
  ) {
    (self.path, self.version, self.pages, self.language) = (path, version, pages, language)
    (self.properties, self.profiles, self.outline) = (properties, profiles, outline)
    (self.structure, self.attachments, self.fonts) = (structure, attachments, fonts)
    self.findings = findings
  }
}
