import QPDF

/// The marks of a page and what they hold.
struct PageContent {
  struct Mark {
    var number: Int
    var text = ""
  }

  private(set) var marks: [Mark] = []
  /// What no reader may find: paint outside of marks, marks in marks, marks that do not end.
  private(set) var problems: [String] = []

  private var scanner: ContentScanner
  private let fonts: [String: FontReader]
  private var font: FontReader?
  private var open: [Kind] = []

  private enum Kind: Equatable {
    case content(Int)
    case artifact
    /// A mark without number: a span with a text of its own, or nothing that matters here.
    case other
  }

  init(_ page: PDFObject) throws {
    scanner = ContentScanner(try page.pageContent())
    let dictionary = page["Resources"]?["Font"]
    fonts = Dictionary(
      uniqueKeysWithValues: (dictionary?.keys ?? []).compactMap { name in
        (dictionary?[name] as PDFObject?).map { (name, FontReader($0)) }
      })
    while let next = scanner.next() { read(next) }
    if scanner.foundInlineImage { problems.append("an inline image ends the reading of the page") }
    if !open.isEmpty { problems.append("\(open.count) marks do not end") }
  }

  private mutating func read(_ next: ContentScanner.Operator) {
    switch scanner.text(next.range) {
    case "BDC", "BMC": begin(next)
    case "EMC":
      if open.popLast() == nil { problems.append("a mark ends that did not begin") }
    case "Tf": font = next.operands.first.flatMap { fonts[String(scanner.text($0).dropFirst())] }
    case "Tj", "TJ", "'", "\"":
      checkPaint("text")
      show(next.operands)
    default:
      if scanner.isPainting(next.range) { checkPaint("`\(scanner.text(next.range))`") }
    }
  }

  private mutating func begin(_ mark: ContentScanner.Operator) {
    let words = mark.operands.map { scanner.text($0) }
    if words.first == "/Artifact" {
      open.append(.artifact)
    } else if let key = words.firstIndex(of: "/MCID"), key + 1 < words.count, let number = Int(words[key + 1])
    {
      if isInMark { problems.append("mark \(number) stands within another") }
      if marks.contains(where: { $0.number == number }) { problems.append("mark \(number) stands twice") }
      open.append(.content(number))
      marks.append(Mark(number: number))
    } else {
      open.append(.other)
    }
  }

  private var isInMark: Bool { open.contains { $0 != .other } }

  private mutating func checkPaint(_ what: String) {
    if !isInMark { problems.append("\(what) is painted outside of all marks") }
  }

  private mutating func show(_ operands: [Range<Int>]) {
    guard case .content = open.last(where: { $0 != .other }), let last = marks.indices.last else { return }
    for operand in operands {
      guard let bytes = scanner.stringBytes(operand) else { continue }
      marks[last].text += font?.text(of: bytes) ?? ""
    }
  }
}
