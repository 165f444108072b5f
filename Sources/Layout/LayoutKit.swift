import Geometry
import Pages
import Typesetting

/// What blocks are laid out with: type, look, and what is known of the pages so far.
public struct LayoutKit: Sendable {
  public let typesetter: Typesetter
  public let theme: Theme
  /// From the pass before; empty in the first.
  public var facts: PageFacts

  public init(typesetter: Typesetter, theme: Theme, facts: PageFacts = PageFacts()) {
    (self.typesetter, self.theme, self.facts) = (typesetter, theme, facts)
  }

  var grid: PageGrid { theme.page }
  /// Blocks start on half lines of the baseline grid.
  var step: Length { theme.page.baseline / 2 }

  /// The left edge of a column, counted from 0.
  func x(column n: Int) -> Length { n == 0 ? .zero : grid.width(columns: n) + grid.gutter }
}

/// What is only known once the pages are laid: late facts, given to the next pass.
public struct PageFacts: Hashable, Sendable {
  public struct Place: Hashable, Sendable {
    /// 0-based.
    public var page: Int
    /// From the top of the page.
    public var y: Length
  }

  public var pageCount = 0
  /// Where each node of the structure first stands.
  public var places: [NodeID: Place] = [:]

  public init() {}

  /// The page number as printed; a placeholder of one digit until the pages are known.
  public func pageNumber(of node: NodeID) -> String {
    places[node].map { String($0.page + 1) } ?? "0"
  }
}

extension PageFacts {
  /// Reads the places off finished pages. A node that draws nothing itself stands where its first child does.
  init(pages: [Frame], structure: Structure) {
    pageCount = pages.count
    for (index, page) in pages.enumerated() { note(page, at: .identity, page: index) }
    for index in structure.nodes.indices.reversed() {
      guard let place = places[NodeID(index)], let parent = structure.nodes[index].parent else { continue }
      if let known = places[parent], (known.page, known.y) <= (place.page, place.y) { continue }
      places[parent] = place
    }
  }

  private mutating func note(_ frame: Frame, at transform: Transform, page: Int) {
    for placed in frame.items {
      let here = Transform.translation(placed.origin).then(transform)
      if case .node(let node) = placed.owner, places[node] == nil {
        places[node] = Place(page: page, y: here.ty)
      }
      if case .group(let inner, let own, _) = placed.item { note(inner, at: own.then(here), page: page) }
    }
  }
}
