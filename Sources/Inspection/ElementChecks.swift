import QPDF

/// Whether the elements of a structure are what their types promise.
struct ElementChecks {
  let file: PDFFile
  let pages: [PDFObject]
  let root: TaggedElement

  func check(_ list: inout FindingList) {
    checkHeadings(&list)
    checkNotes(&list)
    for element in root.all {
      switch element.type {
      case "Figure": checkFigure(element, &list)
      case "Table": checkTable(element, &list)
      case "L": checkKids(of: element, ["LI", "L", "Caption"], "7.6", &list)
      case "LI": checkKids(of: element, ["Lbl", "LBody"], "7.6", &list)
      case "TOC": checkKids(of: element, ["TOCI", "TOC", "Caption"], "7.1", &list)
      case "TR": checkKids(of: element, ["TH", "TD"], "7.5", &list)
      case "THead", "TBody", "TFoot": checkKids(of: element, ["TR"], "7.5", &list)
      default: break
      }
    }
  }

  /// The first is of level 1, and none goes down by more than one.
  private func checkHeadings(_ list: inout FindingList) {
    var level = 0
    for element in root.all {
      guard element.type.count == 2, element.type.first == "H", let next = element.type.last?.wholeNumberValue
      else { continue }
      if next > level + 1 {
        let before = level == 0 ? "at the start" : "after H\(level)"
        list.add("heading-skips", "“\(element.text.shortened)” is an H\(next) \(before)", "7.4.2")
      }
      level = next
    }
  }

  private func checkFigure(_ figure: TaggedElement, _ list: inout FindingList) {
    let place = figure.firstPage.map { "a figure on page \($0 + 1)" } ?? "a figure"
    if (figure.alternative ?? "").allSatisfy(\.isWhitespace) {
      list.add("no-alternative", "\(place) has no text for who cannot see it", "7.3")
    }
    let size = figure.firstPage.flatMap { pages[$0].inherited("MediaBox")?.items.compactMap(\.real) } ?? []
    let box = figure.box
    let isInside =
      box.count == 4 && size.count == 4 && box[0] < box[2] && box[1] < box[3]
      && box[0] >= size[0] - 1 && box[1] >= size[1] - 1 && box[2] <= size[2] + 1 && box[3] <= size[3] + 1
    if !isInside {
      list.add("no-box", "\(place) does not say where it stands on the page", "ISO 32000-1, 14.8.5.4.3")
    }
  }

  private func checkNotes(_ list: inout FindingList) {
    var ids: Set<String> = []
    for element in root.all {
      if element.type == "Note", element.id == nil {
        list.add("note-without-id", "the note “\(element.text.shortened)” has no name", "7.9")
      }
      if let id = element.id, !ids.insert(id).inserted {
        list.add("id-twice", "two elements have the name `\(id)`", "7.9")
      }
    }
    let named = Set((file.root["StructTreeRoot"]?["IDTree"]?.nameTree() ?? []).map(\.name))
    if named != ids { list.add("id-tree", "the names of elements and the tree of names disagree", "7.9") }
  }

  /// All rows take the same number of columns, and header cells say what they head.
  private func checkTable(_ table: TaggedElement, _ list: inout FindingList) {
    let name = table.elements.first { $0.type == "Caption" }?.text.shortened ?? ""
    checkKids(of: table, ["Caption", "THead", "TBody", "TFoot", "TR"], "7.5", &list)
    let rows = table.elements.flatMap { $0.type == "TR" ? [$0] : $0.elements }
    if Set(widths(of: rows)).count > 1 {
      list.add("uneven-table", "the rows of the table “\(name)” differ in their columns", "7.2")
    }
    for cell in rows.flatMap(\.elements) where cell.type == "TH" && cell.scope == nil {
      list.add("no-scope", "a header of the table “\(name)” does not say what it heads", "7.5")
      break
    }
  }

  /// Columns taken by each row, cells that reach down from rows above included.
  private func widths(of rows: [TaggedElement]) -> [Int] {
    var reaching: [(columns: Int, rows: Int)] = []
    return rows.map { row in
      let fromAbove = reaching.reduce(0) { $0 + $1.columns }
      reaching = reaching.map { ($0.columns, $0.rows - 1) }.filter { $0.rows > 0 }
      for cell in row.elements where cell.rowSpan > 1 {
        reaching.append((cell.columnSpan, cell.rowSpan - 1))
      }
      return fromAbove + row.elements.reduce(0) { $0 + $1.columnSpan }
    }
  }

  private func checkKids(
    of element: TaggedElement, _ allowed: Set<String>, _ clause: String, _ list: inout FindingList
  ) {
    for kid in element.elements where !allowed.contains(kid.type) {
      list.add("misplaced", "an element \(kid.type) stands in an element \(element.type)", clause)
    }
  }
}

extension String {
  /// Its first forty characters.
  fileprivate var shortened: String { count > 40 ? String(prefix(39)) + "…" : self }
}
