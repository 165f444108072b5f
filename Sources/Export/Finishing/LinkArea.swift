import Geometry
import Pages

/// The places on one page that a link is clicked at: one rectangle a line.
struct LinkArea: Hashable {
  /// The link node, or whatever node the area belongs to.
  var node: NodeID
  /// 0-based.
  var page: Int
  var link: Link
  /// From the top left corner of the page.
  var rects: [Rect]
  /// What is read of it, in drawing order.
  var text: String

  /// All areas of a document, page by page. Neighbouring lines of one node and target are one area; what belongs
  /// to nobody is left out.
  static func all(of document: PagedDocument) -> [LinkArea] {
    document.pages.enumerated().flatMap { number, page in
      var areas: [LinkArea] = []
      page.frame.walk { item, owner, transform in
        guard case .node(let node) = owner, case .link(let size, let link) = item else { return }
        let rect = transform.apply(Rect(origin: .zero, size: size))
        if let known = areas.firstIndex(where: { $0.node == node && $0.link == link }) {
          areas[known].rects.append(rect)
        } else {
          areas.append(LinkArea(node: node, page: number, link: link, rects: [rect], text: ""))
        }
      }
      return areas.isEmpty ? [] : described(areas, by: page.frame)
    }
  }

  /// The areas with the text that is drawn of their nodes.
  private static func described(_ areas: [LinkArea], by page: Frame) -> [LinkArea] {
    let nodes = Set(areas.map(\.node))
    var texts: [NodeID: [String]] = [:]
    page.walk { item, owner, _ in
      guard case .node(let node) = owner, nodes.contains(node), case .glyphs(let run) = item else { return }
      texts[node, default: []].append(run.text)
    }
    return areas.map { area in
      var area = area
      area.text = (texts[area.node] ?? []).joined(separator: " ").singleSpaced
      return area
    }
  }
}

extension String {
  fileprivate var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
