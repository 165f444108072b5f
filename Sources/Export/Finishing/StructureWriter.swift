import Pages
import QPDF

/// Writes a structure tree into a file: elements, the way back from marks to them, and their names.
struct StructureWriter {
  let file: PDFFile
  let structure: Structure
  let pages: [PDFObject]
  let links: LinkAnnotations
  let attachments: EmbeddedFiles?
  /// The elements of each page's marks, by number.
  private var owners: [[Int: PDFObject]]
  private var linkElements: [PDFObject?]
  private var notes: [PDFObject] = []

  init(
    file: PDFFile, structure: Structure, pages: [PDFObject], links: LinkAnnotations,
    attachments: EmbeddedFiles?
  ) {
    (self.file, self.structure, self.pages) = (file, structure, pages)
    (self.links, self.attachments) = (links, attachments)
    owners = Array(repeating: [:], count: pages.count)
    linkElements = Array(repeating: nil, count: links.objects.count)
  }

  /// The root of the tree.
  mutating func write(_ tree: StructureTree) -> PDFObject {
    let root = file.add(.dictionary(["Type": .name("StructTreeRoot")]))
    root.set("K", .object(write(tree.root, under: root)))
    writeParents(to: root)
    writeNames(to: root)
    return root
  }

  private mutating func write(_ element: StructureTree.Element, under parent: PDFObject) -> PDFObject {
    var entries = entries(of: element)
    entries["P"] = .object(parent)
    if let attributes = attributes(of: element) { entries["A"] = attributes }
    if let id = element.id, let data = attachments?.files(of: id) { entries["AF"] = data }
    let page = element.firstPage
    if let page { entries["Pg"] = .object(pages[page]) }
    // Marks alone need no element to exist before; most elements have nothing else.
    let marks = element.marks
    let holdsMarksOnly = marks.count == element.kids.count
    if holdsMarksOnly, !marks.isEmpty { entries["K"] = .one(of: marks.map { value(of: $0, page: page) }) }
    let object = file.add(.dictionary(entries))
    for mark in marks { owners[mark.position.page][mark.number] = object }
    if element.id.map({ structure[$0].role }) == .note { name(object) }
    if !holdsMarksOnly {
      object.set("K", .one(of: element.kids.map { value(of: $0, in: object, page: page) }))
    }
    return object
  }

  private func value(of mark: MarkRecord.Mark, page: Int?) -> PDFValue {
    if mark.position.page == page { return .integer(mark.number) }
    return .dictionary([
      "Type": .name("MCR"), "Pg": .object(pages[mark.position.page]), "MCID": .integer(mark.number),
    ])
  }

  private mutating func value(of kid: StructureTree.Kid, in object: PDFObject, page: Int?) -> PDFValue {
    switch kid {
    case .element(let element): return .object(write(element, under: object))
    case .content(let mark): return value(of: mark, page: page)
    case .link(let index):
      linkElements[index] = object
      return .dictionary([
        "Type": .name("OBJR"), "Obj": .object(links.objects[index]),
        "Pg": .object(pages[links.areas[index].page]),
      ])
    }
  }

  /// What stands in the element besides its place in the tree.
  private func entries(of element: StructureTree.Element) -> [String: PDFValue] {
    var entries: [String: PDFValue] = ["S": .name(element.role)]
    guard let node = element.id.map({ structure[$0] }) else { return entries }
    for (key, text) in [("Alt", node.alternative), ("Lang", node.language)] {
      if let text = text?.printable, !text.isEmpty { entries[key] = .text(text) }
    }
    return entries
  }

  private func attributes(of element: StructureTree.Element) -> PDFValue? {
    guard let node = element.id.map({ structure[$0] }) else { return nil }
    switch node.role {
    case .headerCell(let scope):
      return .dictionary(node.spans.merging(["Scope": .name(scope.name)]) { $1 })
    case .cell: return node.spans.count > 1 ? .dictionary(node.spans) : nil
    case .list:
      guard let numbering = node.numbering else { return nil }
      return .dictionary(["O": .name("List"), "ListNumbering": .name(numbering.name)])
    case .figure:
      guard let box = element.box, let page = element.firstPage else { return nil }
      let height = pages[page].mediaHeight
      return .dictionary([
        "O": .name("Layout"), "Placement": .name("Block"),
        "BBox": PDFBox(box, pageHeight: .pt(height)).value,
      ])
    case .document, .section, .group, .heading, .paragraph, .span, .listItem, .label, .listBody, .table,
      .tableHead, .tableBody, .row, .caption, .note, .reference, .link, .contents, .contentsItem:
      return nil
    }
  }

  /// ISO 14289-1, 7.9: each note has a name of its own. Numbers of one length sort as they count.
  private mutating func name(_ note: PDFObject) {
    notes.append(note)
    note.set("ID", .text(Self.noteName(notes.count)))
  }

  private static func noteName(_ number: Int) -> String {
    "note-" + String(repeating: "0", count: max(0, 5 - "\(number)".count)) + "\(number)"
  }

  /// First an array a page, by the numbers of its marks; then one element a link.
  private func writeParents(to root: PDFObject) {
    var numbers: [PDFValue] = []
    for (page, elements) in owners.enumerated() {
      pages[page].set("StructParents", .integer(page))
      let array = elements.keys.sorted().compactMap { elements[$0].map(PDFValue.object) }
      numbers += [.integer(page), .object(file.add(.array(array)))]
    }
    for (index, element) in linkElements.enumerated() {
      if let element { numbers += [.integer(pages.count + index), .object(element)] }
    }
    root.set("ParentTree", .object(file.add(.dictionary(["Nums": .array(numbers)]))))
    root.set("ParentTreeNextKey", .integer(pages.count + linkElements.count))
  }

  private func writeNames(to root: PDFObject) {
    guard !notes.isEmpty else { return }
    let names = notes.enumerated().flatMap { index, note -> [PDFValue] in
      [.text(Self.noteName(index + 1)), .object(note)]
    }
    root.set("IDTree", .object(file.add(.dictionary(["Names": .array(names)]))))
  }
}

extension StructureTree.Element {
  /// Its own.
  fileprivate var marks: [MarkRecord.Mark] {
    kids.compactMap { if case .content(let mark) = $0 { mark } else { nil } }
  }

  /// Of its own marks.
  fileprivate var firstPage: Int? { marks.first?.position.page }
}

extension PDFValue {
  /// A single value by itself, several as an array.
  fileprivate static func one(of values: [PDFValue]) -> PDFValue {
    values.count == 1 ? values[0] : .array(values)
  }
}

extension Structure.Node {
  fileprivate var spans: [String: PDFValue] {
    var entries: [String: PDFValue] = ["O": .name("Table")]
    if columnSpan > 1 { entries["ColSpan"] = .integer(columnSpan) }
    if rowSpan > 1 { entries["RowSpan"] = .integer(rowSpan) }
    return entries
  }
}

extension PDFObject {
  /// In points; Cairo gives every page its own box.
  fileprivate var mediaHeight: Double {
    let box = self["MediaBox"]?.items.compactMap(\.real) ?? []
    return box.count == 4 ? box[3] - box[1] : 0
  }
}
