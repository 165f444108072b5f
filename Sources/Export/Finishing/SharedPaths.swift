import QPDF

/// Paths that a document draws more than once, the lines of a base map: held once in the file, as a form, and placed.
struct SharedPaths {
  private struct Form {
    let name: String
    let object: PDFObject
  }

  /// A form costs a few hundred bytes of its own.
  private static let fewestBytes = 1500

  private var forms: [PathOperators.Body: Form] = [:]

  init(_ marks: MarkRecord, in file: PDFFile) throws {
    var seen: Set<PathOperators.Body> = []
    for insertions in marks.insertions {
      // In the order of the marks, so that names are the same in every run.
      for insertion in insertions.sorted(by: { $0.key < $1.key }).map(\.value) {
        for piece in insertion.pieces where piece.body.bytes.count >= Self.fewestBytes {
          guard !seen.insert(piece.body).inserted, forms[piece.body] == nil else { continue }
          forms[piece.body] = try form(piece.body, number: forms.count + 1, in: file)
        }
      }
    }
  }

  private func form(_ body: PathOperators.Body, number: Int, in file: PDFFile) throws -> Form {
    let object = file.addStream(try DeflatedBytes(body.bytes))
    object.set("Type", .name("XObject"))
    object.set("Subtype", .name("Form"))
    // A map's lines are drawn where they are placed, whatever their extent: this is farther than a page in any unit.
    object.set("BBox", .array([-30_000, -30_000, 30_000, 30_000].map(PDFValue.integer)))
    object.set("Resources", .dictionary([:]))
    return Form(name: "velin\(number)", object: object)
  }

  /// Names the forms that a page places, and the opacities that it draws with, in its resources.
  func addResources(to page: PDFObject, _ insertions: [Int: PathOperators]) {
    guard let resources = page["Resources"] else { return }
    func name(_ values: [String: PDFValue], as kind: String) {
      guard !values.isEmpty else { return }
      if resources[kind] == nil { resources.set(kind, .dictionary([:])) }
      for (name, value) in values.sorted(by: { $0.key < $1.key }) { resources[kind]?.set(name, value) }
    }
    let pieces = insertions.values.flatMap(\.pieces)
    let placed = Set(pieces.map(\.body)).compactMap { forms[$0] }
    let opacities = Set(pieces.map(\.opacity)).filter { $0 != .full }
    name(Dictionary(uniqueKeysWithValues: placed.map { ($0.name, .object($0.object)) }), as: "XObject")
    name(Dictionary(uniqueKeysWithValues: opacities.map { ($0.name, $0.state) }), as: "ExtGState")
  }

  /// The names of the forms, by what they draw: what pages are rewritten with, on any thread.
  var names: [PathOperators.Body: String] { forms.mapValues(\.name) }
}

extension PathOperators.Opacity {
  /// ISO 32000-1, table 58.
  fileprivate var state: PDFValue {
    .dictionary(["Type": .name("ExtGState"), "ca": .real(fill), "CA": .real(stroke)])
  }
}
