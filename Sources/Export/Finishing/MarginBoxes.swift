import Geometry
import Pages

/// Where the running heads and feet of pages stand.
struct MarginBoxes {
  private struct Key: Hashable {
    var page: Int
    var artifact: Artifact
  }

  private var boxes: [Key: PDFBox] = [:]

  init(of document: PagedDocument) {
    let drawings = document.drawings
    for (number, page) in document.pages.enumerated() {
      var bounds: [Artifact: Rect] = [:]
      page.frame.walk { item, owner, transform in
        guard case .artifact(let kind) = owner, kind == .header || kind == .footer,
          let box = item.bounds(drawings).map(transform.apply)
        else { return }
        bounds[kind] = bounds[kind].map { $0.union(box) } ?? box
      }
      for (kind, box) in bounds {
        boxes[Key(page: number, artifact: kind)] = PDFBox(box, pageHeight: page.frame.height)
      }
    }
  }

  subscript(page: Int, artifact: Artifact) -> PDFBox? { boxes[Key(page: page, artifact: artifact)] }
}
