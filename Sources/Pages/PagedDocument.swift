import Geometry

/// A document ready to export: pages of frames, what they say, and what they are.
public struct PagedDocument: Hashable, Sendable {
  public struct Page: Hashable, Sendable {
    public var frame: Frame
    /// As printed and as a reader's page box shows it.
    public var label: String

    public init(frame: Frame, label: String) {
      self.frame = frame
      self.label = label
    }
  }

  /// An entry of the bookmarks panel.
  public struct Bookmark: Hashable, Sendable {
    public var title: String
    /// 1 for the outermost.
    public var level: Int
    /// 0-based.
    public var page: Int
    /// From the top of the page.
    public var y: Length

    public init(title: String, level: Int, page: Int, y: Length) {
      (self.title, self.level, self.page, self.y) = (title, level, page, y)
    }
  }

  public struct Properties: Hashable, Sendable {
    public var title: String
    public var author: String
    public var subject: String
    public var keywords: [String]
    /// BCP 47.
    public var language: String
    /// ISO 8601, in UTC; given by the edition's date or SOURCE_DATE_EPOCH, never by the clock.
    public var created: String

    public init(
      title: String, author: String, subject: String = "", keywords: [String] = [], language: String,
      created: String
    ) {
      (self.title, self.author, self.subject) = (title, author, subject)
      (self.keywords, self.language, self.created) = (keywords, language, created)
    }
  }

  /// A file that the document carries within it.
  public struct Attachment: Hashable, Sendable {
    public enum Relationship: Hashable, Sendable {
      /// What the document was made from.
      case source
      /// The figures behind a picture.
      case data
    }

    /// Without folders; each name once a document.
    public var name: String
    /// `text/csv`
    public var mediaType: String
    /// What it is, for who sees a list of attachments.
    public var title: String
    public var relationship: Relationship
    /// The picture that shows it; `nil` for what belongs to the document as a whole.
    public var node: NodeID?
    public var bytes: [UInt8]

    public init(
      name: String, mediaType: String, title: String, relationship: Relationship, node: NodeID? = nil,
      bytes: [UInt8]
    ) {
      (self.name, self.mediaType, self.title) = (name, mediaType, title)
      (self.relationship, self.node, self.bytes) = (relationship, node, bytes)
    }
  }

  public var pages: [Page]
  public var drawings: [Drawing]
  public var structure: Structure
  public var bookmarks: [Bookmark]
  public var properties: Properties
  public var attachments: [Attachment]

  public init(
    pages: [Page], drawings: [Drawing] = [], structure: Structure, bookmarks: [Bookmark],
    properties: Properties, attachments: [Attachment] = []
  ) {
    (self.pages, self.drawings, self.structure) = (pages, drawings, structure)
    (self.bookmarks, self.properties, self.attachments) = (bookmarks, properties, attachments)
  }
}
