import QPDF

/// Makes one file of what was drawn on several surfaces.
///
/// Each begins with a page of the same alphabet, so that all have the same fonts under the same names: the first one's
/// serve all pages, and the pages of the alphabet go.
enum PartJoiner {
  static func file(_ parts: [[UInt8]]) throws -> PDFFile {
    let file = try PDFFile(parts[0])
    guard parts.count > 1, let alphabet = file.pages.first else { return file }
    for part in parts.dropFirst() {
      let known = file.pages.count
      try file.append(PDFFile(part).pages.dropFirst())
      var seen: Set<Int> = []
      for page in file.pages[known...] {
        share(alphabet["Resources"]?["Font"], with: page["Resources"], &seen)
      }
    }
    try file.remove(alphabet)
    return file
  }

  private static func share(_ fonts: PDFObject?, with resources: PDFObject?, _ seen: inout Set<Int>) {
    let own = resources?["Font"]
    for name in own?.keys ?? [] {
      // Cairo begins the name with a mark of the glyphs: another subset stays.
      guard let font = fonts?[name], font["BaseFont"]?.name == own?[name]?["BaseFont"]?.name else { continue }
      own?.set(name, .object(font))
    }
    let forms = resources?["XObject"]
    for name in forms?.keys ?? [] {
      guard let form = forms?[name], seen.insert(form.number).inserted else { continue }
      share(fonts, with: form["Resources"], &seen)
    }
  }
}
