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

  public var pages: [Page]
  public var drawings: [Drawing]
  public var structure: Structure
  public var bookmarks: [Bookmark]
  public var properties: Properties

  public init(
    pages: [Page], drawings: [Drawing] = [], structure: Structure, bookmarks: [Bookmark],
    properties: Properties
  ) {
    (self.pages, self.drawings, self.structure) = (pages, drawings, structure)
    (self.bookmarks, self.properties) = (bookmarks, properties)
  }
}
