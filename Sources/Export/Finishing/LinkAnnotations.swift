import Geometry
import Pages
import QPDF

/// The links of a document and where they lead. Links to what is nowhere drawn are left out.
struct DrawnLinks: Sendable {
  let areas: [LinkArea]
  let places: [NodeID: Destinations.Place]

  init(of document: PagedDocument) {
    let places = Destinations(of: document).places
    areas = LinkArea.all(of: document).filter { area in
      if case .node(let target) = area.link { places[target] != nil } else { true }
    }
    self.places = places
  }
}

/// The links of a document as annotations of its pages.
enum LinkAnnotations {
  static func add(_ links: DrawnLinks, of document: PagedDocument, to file: PDFFile, isTagged: Bool) {
    let (areas, places, pages) = (links.areas, links.places, file.pages)
    var objects: [PDFObject] = []
    for (index, area) in areas.enumerated() {
      let height = document.pages[area.page].frame.height
      var entries = shape(area.rects, pageHeight: height)
      entries["Contents"] = .text(area.description(document.structure))
      entries["P"] = .object(pages[area.page])
      if isTagged { entries["StructParent"] = .integer(pages.count + index) }
      switch area.link {
      case .address(let address):
        entries["A"] = .dictionary(["S": .name("URI"), "URI": .bytes(Array(address.asURI.utf8))])
      case .node(let target):
        guard let place = places[target] else { continue }
        let height = document.pages[place.page].frame.height
        entries["Dest"] = .destination(pages[place.page], y: place.y, pageHeight: height)
      }
      objects.append(file.add(.dictionary(entries)))
    }
    for (page, indices) in Dictionary(grouping: areas.indices, by: { areas[$0].page }) {
      pages[page].set("Annots", .array(indices.map { .object(objects[$0]) }))
    }
  }

  /// Printed, without a border; four corners a line, from the top left one in the order that readers expect.
  private static func shape(_ rects: [Rect], pageHeight: Length) -> [String: PDFValue] {
    let boxes = rects.map { PDFBox($0, pageHeight: pageHeight) }
    let corners = boxes.flatMap { box -> [PDFValue] in
      [box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom].map(PDFValue.real)
    }
    let whole = rects.dropFirst().reduce(rects[0]) { $0.union($1) }
    return [
      "Type": .name("Annot"), "Subtype": .name("Link"), "F": .integer(4), "H": .name("I"),
      "Border": .array([.integer(0), .integer(0), .integer(0)]), "QuadPoints": .array(corners),
      "Rect": PDFBox(whole, pageHeight: pageHeight).value,
    ]
  }
}

/// A rectangle in a page's own coordinates, which count from its lower left corner.
struct PDFBox: Hashable {
  var left, bottom, right, top: Double

  init(_ r: Rect, pageHeight: Length) {
    (left, right) = (r.minX.points, r.maxX.points)
    (bottom, top) = ((pageHeight - r.maxY).points, (pageHeight - r.minY).points)
  }

  var value: PDFValue { .array([left, bottom, right, top].map(PDFValue.real)) }
}

extension PDFValue {
  /// A place on a page, shown without changing the zoom; `y` from the top.
  static func destination(_ page: PDFObject, y: Length, pageHeight: Length) -> PDFValue {
    .array([
      .object(page), .name("XYZ"), .integer(0), .real((pageHeight - y).points), .integer(0),
    ])
  }
}

extension LinkArea {
  /// What the link is for, in words: never empty.
  fileprivate func description(_ structure: Structure) -> String {
    let words = text.printable
    switch link {
    case .address(let address):
      return words.isEmpty || words == address ? address.printable : "\(words) (\(address.printable))"
    case .node(let target):
      let node = structure.nodes.indices.contains(target.index) ? structure[target] : nil
      let title = (node?.title ?? "").printable
      // "Note 3" says more than the 3 that calls it.
      let known = (node?.role == .note ? [title, words] : [words, title]).first { !$0.isEmpty }
      return known ?? "\(page + 1)"
    }
  }
}

extension String {
  /// Bytes that a URI cannot hold, percent-encoded; what is encoded already stays (RFC 3986).
  var asURI: String {
    let hex = Array("0123456789ABCDEF")
    return utf8.map { byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !"\\<>\"`{}|^".utf8.contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 0xF)])"
    }.joined()
  }
}
