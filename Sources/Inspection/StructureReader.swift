import QPDF

/// Reads the structure of a file: its elements with their kids, in order.
struct StructureReader {
  let root: PDFObject
  /// The index of each page, by the number of its object.
  let pages: [Int: Int]
  /// The text of each mark, by page.
  let texts: [[Int: String]]
  private var seen: Set<Int> = []
  private(set) var problems: [String] = []
  private let roles: PDFObject?

  init(root: PDFObject, pages: [Int: Int], texts: [[Int: String]]) {
    (self.root, self.pages, self.texts) = (root, pages, texts)
    roles = root["RoleMap"]
  }

  /// The top element; several are put under one.
  mutating func read() -> TaggedElement {
    let tops = kidObjects(root["K"]).compactMap { element($0, page: nil) }
    if tops.count == 1 { return tops[0] }
    return TaggedElement(type: "StructTreeRoot", kids: tops.map(TaggedElement.Kid.element))
  }

  private mutating func element(_ object: PDFObject, page: Int?) -> TaggedElement? {
    guard object["S"]?.name != nil else {
      problems.append("object \(object.number) stands in the structure and is no element")
      return nil
    }
    guard object.number == 0 || seen.insert(object.number).inserted else {
      problems.append("element \(object.number) stands twice in the structure")
      return nil
    }
    let page = object["Pg"].map { pages[$0.number] } ?? page
    var element = TaggedElement(type: standardType(object["S"]?.name ?? ""))
    (element.object, element.parent) = (object.number, object["P"]?.number)
    (element.alternative, element.language) = (object["Alt"]?.text, object["Lang"]?.text)
    element.id = object["ID"]?.text
    for attributes in kidObjects(object["A"]) {
      element.scope = attributes["Scope"]?.name ?? element.scope
      element.columnSpan = attributes["ColSpan"]?.integer ?? element.columnSpan
      element.rowSpan = attributes["RowSpan"]?.integer ?? element.rowSpan
      if let box = attributes["BBox"] { element.box = box.items.compactMap(\.real) }
    }
    element.kids = kidObjects(object["K"]).compactMap { kid($0, page: page) }
    return element
  }

  private mutating func kid(_ object: PDFObject, page: Int?) -> TaggedElement.Kid? {
    if let number = object.integer { return content(number, page) }
    switch object["Type"]?.name {
    case "MCR": return content(object["MCID"]?.integer ?? -1, object["Pg"].map { pages[$0.number] } ?? page)
    case "OBJR": return .annotation(object: object["Obj"]?.number ?? 0)
    default: return element(object, page: page).map(TaggedElement.Kid.element)
    }
  }

  private func content(_ number: Int, _ page: Int?) -> TaggedElement.Kid {
    .content(page: page, number: number, text: page.flatMap { texts[$0][number] } ?? "")
  }

  /// One object, or all of an array.
  private func kidObjects(_ object: PDFObject?) -> [PDFObject] {
    guard let object else { return [] }
    return object.isArray ? object.items : [object]
  }

  /// Follows the file's own names to those of the standard, a few steps at most.
  private func standardType(_ name: String) -> String {
    var name = name
    for _ in 0..<8 {
      guard let next = roles?[name]?.name else { break }
      name = next
    }
    return name
  }
}
