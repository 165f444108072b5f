import Diagnostics
import Pages
import QPDF

/// Gives the marks that Cairo wrote on pages their roles and numbers.
///
/// Nothing is painted outside a mark, marks do not nest, and they are those recorded, in their order: whatever
/// differs is an error, so that ISO 14289-1, 7.1 (all content is tagged or an artifact) holds by construction.
struct PageMarks {
  /// The role of each node as files name it, by the node's index.
  let roles: [String]
  let margins: MarginBoxes

  func rewrite(_ pages: [PDFObject], _ marks: MarkRecord) throws {
    let drawn = try pages.enumerated().map { number, page in
      (
        content: try page.deflatedContent(), owners: marks.pages[number],
        insertions: marks.insertions[number],
        number: number
      )
    }
    let shared = try pages.first.map { try SharedPaths(marks, in: $0.file) }
    let forms = shared?.names ?? [:]
    let contents = try drawn.concurrentMap { page in
      let content = try page.content.inflated()
      return try DeflatedBytes(
        self.rewritten(
          content, owners: page.owners, insertions: page.insertions, forms: forms, page: page.number))
    }
    for (index, (page, content)) in zip(pages, contents).enumerated() {
      shared?.addResources(to: page, drawn[index].insertions)
      page.set("Contents", .object(page.file.addStream(content)))
    }
  }

  /// - Parameter insertions: what stands in the place of all that is drawn in a mark, by the mark's index.
  /// - Parameter forms: the forms that draw some of them.
  func rewritten(
    _ content: [UInt8], owners: [Owner], insertions: [Int: PathOperators] = [:],
    forms: [PathOperators.Body: String] = [:], page: Int
  ) throws -> [UInt8] {
    var marks = Cursor(owners: owners, insertions: insertions, page: page)
    var output: [UInt8] = []
    output.reserveCapacity(content.count + owners.count * 24)
    var copied = 0
    var pathStart: Int?
    var scanner = ContentScanner(content)
    while let next = scanner.next() {
      if scanner.isWord("BDC", at: next.range) {
        guard let number = Self.number(of: next, scanner) else {
          try marks.nest()
          continue
        }
        let owner = try marks.open(number, tag: scanner.text(next.operands[0]))
        output += content[copied..<next.operands[0].lowerBound]
        output += Array(self.opening(owner, number: marks.contentCount - 1, page: page).utf8)
        copied = next.range.upperBound
      } else if scanner.isWord("BMC", at: next.range) {
        try marks.nest()
      } else if scanner.isWord("EMC", at: next.range) {
        try marks.close()
      } else if let insertion = marks.insertion {
        // Cairo's state stays, with the path that stands for the insertion it goes.
        if scanner.isPainting(next.range) {
          output += content[copied..<(pathStart ?? next.range.lowerBound)] + insertion.bytes(forms)
          copied = next.range.upperBound
          marks.insertion = nil
        }
        let builds = scanner.isBuildingPath(next.range)
        pathStart = builds ? pathStart ?? next.operands.first?.lowerBound : nil
      } else if marks.isOutside, scanner.isPainting(next.range) {
        throw marks.failure("`\(scanner.text(next.range))` paints outside all marks")
      }
    }
    guard !scanner.foundInlineImage else { throw marks.failure("it holds an inline image") }
    try marks.finish()
    return output + content[copied...]
  }

  private func opening(_ owner: Owner, number: Int, page: Int) -> String {
    switch owner {
    case .node(let node): "/\(roles[node.index]) <</MCID \(number)>> BDC"
    case .artifact(.header): running("Header", at: "Top", margins[page, .header])
    case .artifact(.footer): running("Footer", at: "Bottom", margins[page, .footer])
    case .artifact(.pagination): "/Artifact <</Type /Pagination>> BDC"
    case .artifact(.layout): "/Artifact <</Type /Layout>> BDC"
    }
  }

  /// What a head or foot of a page is (ISO 32000-1, table 330).
  private func running(_ name: String, at edge: String, _ box: PDFBox?) -> String {
    let bounds = box?.value.source.map { " /BBox \($0)" } ?? ""
    return "/Artifact <</Type /Pagination /Subtype /\(name) /Attached [/\(edge)]\(bounds)>> BDC"
  }

  /// `/Span << /MCID 3 >> BDC`: the 3; `nil` for a mark without number.
  private static func number(of mark: ContentScanner.Operator, _ scanner: ContentScanner) -> Int? {
    guard mark.operands.count == 5, scanner.isWord("/MCID", at: mark.operands[2]) else { return nil }
    return Int(scanner.text(mark.operands[3]))
  }

  /// Follows the record while the content is read.
  private struct Cursor {
    let owners: [Owner]
    let insertions: [Int: PathOperators]
    let page: Int
    /// Of the open mark, as long as it has no place.
    var insertion: PathOperators?
    private var met = 0
    /// The marks of nodes met so far.
    private(set) var contentCount = 0
    private var depth = 0

    init(owners: [Owner], insertions: [Int: PathOperators], page: Int) {
      (self.owners, self.insertions, self.page) = (owners, insertions, page)
    }

    var isOutside: Bool { depth == 0 }

    mutating func open(_ number: Int, tag: String) throws -> Owner {
      guard met < owners.count else { throw failure("it has more marks than the \(owners.count) recorded") }
      guard depth == 0 else { throw failure("mark \(met) stands within another") }
      guard number == met else { throw failure("mark \(met) has the number \(number)") }
      let owner = owners[met]
      guard tag == "/" + owner.tag else { throw failure("mark \(met) is \(tag), not /\(owner.tag)") }
      insertion = insertions[met]
      met += 1
      depth = 1
      if case .node = owner { contentCount += 1 }
      return owner
    }

    /// Cairo's spelling of a cluster (ActualText), within a mark of ours.
    mutating func nest() throws {
      guard depth > 0 else { throw failure("a mark without number stands outside all marks") }
      depth += 1
    }

    mutating func close() throws {
      guard depth > 0 else { throw failure("a mark ends that did not begin") }
      guard insertion == nil else { throw failure("what stands for a long path is not drawn") }
      depth -= 1
    }

    func finish() throws {
      guard depth == 0 else { throw failure("a mark does not end") }
      guard met == owners.count else { throw failure("it has \(met) marks, \(owners.count) were recorded") }
    }

    func failure(_ problem: String) -> Failure { Failure(ExportMessage.marks(page: page, problem)) }
  }
}
