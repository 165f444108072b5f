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

  /// Names the forms that a page places in its resources.
  func addResources(to page: PDFObject, _ insertions: [Int: PathOperators]) {
    let bodies = insertions.sorted { $0.key < $1.key }.flatMap { $0.value.pieces.map(\.body) }
    let used = bodies.compactMap { forms[$0] }
    guard !used.isEmpty, let resources = page["Resources"] else { return }
    if resources["XObject"] == nil { resources.set("XObject", .dictionary([:])) }
    for form in used { resources["XObject"]?.set(form.name, .object(form.object)) }
  }

  /// The names of the forms, by what they draw: what pages are rewritten with, on any thread.
  var names: [PathOperators.Body: String] { forms.mapValues(\.name) }
}
