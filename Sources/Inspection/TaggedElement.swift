/// An element of a file's structure, with what it holds in reading order.
public struct TaggedElement: Hashable, Sendable {
  public indirect enum Kid: Hashable, Sendable {
    case element(TaggedElement)
    /// A mark of a page (0-based; `nil` for a page that the file does not have) and the text drawn in it.
    case content(page: Int?, number: Int, text: String)
    /// An annotation, by the number of its object.
    case annotation(object: Int)
  }

  /// `H1`, `P`, `Figure` …, roles of the file's own put into those of the standard.
  public var type: String
  public var alternative: String?
  public var language: String?
  public var id: String?
  /// Of a header cell.
  public var scope: String?
  public var columnSpan = 1
  public var rowSpan = 1
  /// Left, bottom, right, top on the page, in points; empty where there is none.
  public var box: [Double] = []
  public var kids: [Kid] = []

  /// The number of its object, and of the one that it names as its parent.
  var object = 0
  var parent: Int?

  public var elements: [TaggedElement] {
    kids.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// This element and all below it, in reading order.
  var all: [TaggedElement] { [self] + elements.flatMap(\.all) }

  /// All text below it, in reading order.
  public var text: String {
    kids.map { kid in
      switch kid {
      case .element(let element): element.text
      case .content(_, _, let text): text
      case .annotation: ""
      }
    }.joined()
  }

  /// The page of its first mark.
  var firstPage: Int? {
    for kid in kids {
      switch kid {
      case .content(let page?, _, _): return page
      case .element(let element): if let page = element.firstPage { return page }
      case .content, .annotation: break
      }
    }
    return nil
  }
}
