import Geometry
import Pages
import QPDF

/// Writes a structure tree behind a file: elements, the way back from marks to them, and their names.
struct StructureWriter {
  let structure: Structure
  let pages: [PagedDocument.Page]
  let numbers: ObjectNumbers
  private var tail: PDFTail
  /// The elements of each page's marks, by the number of the mark.
  private var owners: [[Int]]
  private var linkElements: [Int]
  private var notes: [Int] = []

  /// `marks`: how many each page has.
  init(_ document: PagedDocument, numbers: ObjectNumbers, marks: [Int], behind tail: PDFTail) {
    (structure, pages) = (document.structure, document.pages)
    (self.numbers, self.tail) = (numbers, tail)
    owners = marks.map { Array(repeating: 0, count: $0) }
    linkElements = Array(repeating: 0, count: numbers.links.count)
  }

  /// The file with the tree.
  mutating func write(_ tree: StructureTree) throws -> [UInt8] {
    let top = write(tree.root, under: numbers.root)
    var root = PDFSource("<</Type/StructTreeRoot/K ")
    root.reference(top)
    root.append("/ParentTree ")
    root.reference(writeParents())
    root.append("/ParentTreeNextKey \(owners.count + linkElements.count)")
    if !notes.isEmpty {
      root.append("/IDTree ")
      root.reference(writeNames())
    }
    root.append(">>")
    tail.set(numbers.root, root.bytes)
    return try tail.written()
  }

  private mutating func write(_ element: StructureTree.Element, under parent: Int) -> Int {
    let number = tail.add()
    let node = element.id.map { structure[$0] }
    let page = element.firstPage
    var source = PDFSource("<</S/")
    source.append(element.role)
    source.append("/P ")
    source.reference(parent)
    if let page {
      source.append("/Pg ")
      source.reference(numbers.pages[page])
    }
    if let node { add(node, box: element.box, page: page, to: &source) }
    if node?.role == .note { name(number, in: &source) }
    if let id = element.id, let files = numbers.files[id] {
      source.append("/AF[")
      for file in files { source.reference(file) }
      source.append("]")
    }
    add(element.kids, of: number, page: page, to: &source)
    source.append(">>")
    tail.set(number, source.bytes)
    return number
  }

  /// What is said of an element: its words, its language, its attributes.
  private func add(_ node: Structure.Node, box: Rect?, page: Int?, to source: inout PDFSource) {
    for (key, text) in [("/Alt", node.alternative), ("/Lang", node.language)] {
      guard let text = text?.printable, !text.isEmpty else { continue }
      source.append(key)
      source.append(.text(text))
    }
    switch node.role {
    case .headerCell(let scope): source.append("/A<</O/Table/Scope/\(scope.name)\(node.spans)>>")
    case .cell: if !node.spans.isEmpty { source.append("/A<</O/Table\(node.spans)>>") }
    case .list:
      if let numbering = node.numbering { source.append("/A<</O/List/ListNumbering/\(numbering.name)>>") }
    case .figure:
      guard let box, let page else { return }
      source.append("/A<</O/Layout/Placement/Block/BBox ")
      source.append(PDFBox(box, pageHeight: pages[page].frame.height).value)
      source.append(">>")
    case .document, .section, .group, .heading, .paragraph, .span, .listItem, .label, .listBody, .table,
      .tableHead, .tableBody, .row, .caption, .note, .reference, .link, .contents, .contentsItem:
      break
    }
  }

  private mutating func add(
    _ kids: [StructureTree.Kid], of number: Int, page: Int?, to source: inout PDFSource
  ) {
    guard !kids.isEmpty else { return }
    source.append("/K[")
    for kid in kids {
      switch kid {
      case .element(let element): source.reference(write(element, under: number))
      case .content(let mark): add(mark, of: number, page: page, to: &source)
      case .link(let index):
        linkElements[index] = number
        source.append("<</Type/OBJR/Obj ")
        source.reference(numbers.links[index].annotation)
        source.append("/Pg ")
        source.reference(numbers.pages[numbers.links[index].page])
        source.append(">>")
      }
      source.append(" ")
    }
    source.append("]")
  }

  private mutating func add(
    _ mark: MarkRecord.Mark, of number: Int, page: Int?, to source: inout PDFSource
  ) {
    owners[mark.position.page][mark.number] = number
    guard mark.position.page != page else { return source.append(mark.number) }
    source.append("<</Type/MCR/Pg ")
    source.reference(numbers.pages[mark.position.page])
    source.append("/MCID \(mark.number)>>")
  }

  /// ISO 14289-1, 7.9: each note has a name of its own. Numbers of one length sort as they count.
  private mutating func name(_ note: Int, in source: inout PDFSource) {
    notes.append(note)
    source.append("/ID(\(Self.noteName(notes.count)))")
  }

  private static func noteName(_ number: Int) -> String {
    "note-" + String(repeating: "0", count: max(0, 5 - "\(number)".count)) + "\(number)"
  }

  /// First an array a page, by the numbers of its marks; then one element a link.
  private mutating func writeParents() -> Int {
    var tree = PDFSource("<</Nums[")
    for (page, elements) in owners.enumerated() {
      var array = PDFSource("[")
      for element in elements { array.reference(element) }
      array.append("]")
      tree.append("\(page) ")
      tree.reference(tail.add(array.bytes))
    }
    for (index, element) in linkElements.enumerated() where element != 0 {
      tree.append(" \(owners.count + index) ")
      tree.reference(element)
    }
    tree.append("]>>")
    return tail.add(tree.bytes)
  }

  private mutating func writeNames() -> Int {
    var tree = PDFSource("<</Names[")
    for (index, note) in notes.enumerated() {
      tree.append("(\(Self.noteName(index + 1)))")
      tree.reference(note)
    }
    tree.append("]>>")
    return tail.add(tree.bytes)
  }
}

/// What the objects of a written file are called by those behind it.
struct ObjectNumbers {
  /// The root of the structure, which is still empty.
  var root: Int
  var pages: [Int]
  /// The annotation of each link area, and its page.
  var links: [(annotation: Int, page: Int)]
  /// The attachments of each node.
  var files: [NodeID: [Int]]

  init(of file: PDFFile, links areas: [LinkArea], attachments: [PagedDocument.Attachment]) {
    root = file.root["StructTreeRoot"]?.number ?? 0
    let objects = file.pages
    pages = objects.map(\.number)
    var annotations = objects.map { page in (page["Annots"]?.items ?? []).map(\.number)[...] }
    links = areas.map { area in (annotations[area.page].popFirst() ?? 0, area.page) }
    files = [:]
    for (attachment, specification) in zip(attachments, file.root["AF"]?.items ?? []) {
      if let node = attachment.node { files[node, default: []].append(specification.number) }
    }
  }
}

extension StructureTree.Element {
  /// Of its own marks.
  fileprivate var firstPage: Int? {
    for case .content(let mark) in kids { return mark.position.page }
    return nil
  }
}

extension Structure.Node {
  /// As attributes of a cell.
  fileprivate var spans: String {
    (columnSpan > 1 ? "/ColSpan \(columnSpan)" : "") + (rowSpan > 1 ? "/RowSpan \(rowSpan)" : "")
  }
}
