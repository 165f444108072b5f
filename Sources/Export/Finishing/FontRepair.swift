import QPDF

/// Puts right what Cairo 1.16 leaves out of fonts and pictures, and gives ligatures their letters back.
struct FontRepair {
  /// From the digits of a stand-in to those of its letters, as maps of characters spell them.
  private let codes: [(from: [UInt8], to: [UInt8])]

  /// `ligatures`: the letters of each, by the character that Cairo was told for it.
  init(_ ligatures: [Unicode.Scalar: String]) {
    codes = ligatures.sorted { $0.key < $1.key }.map { name, letters in
      (Array("<\(Self.digits(String(Character(name))))>".utf8), Array("<\(Self.digits(letters))>".utf8))
    }
  }

  /// All that pages draw with, each once. Cairo's own structure, which goes, is never read.
  func repair(_ pages: [PDFObject]) throws {
    var seen: Set<Int> = []
    for page in pages { try repair(resources: page["Resources"], &seen) }
  }

  private func repair(resources: PDFObject?, _ seen: inout Set<Int>) throws {
    let fonts = resources?["Font"]
    for name in fonts?.keys ?? [] {
      guard let font = fonts?[name], seen.insert(font.number).inserted else { continue }
      try repair(font: font)
      for descendant in font["DescendantFonts"]?.items ?? [] { try repair(font: descendant) }
    }
    let pictures = resources?["XObject"]
    for name in pictures?.keys ?? [] {
      guard let picture = pictures?[name], seen.insert(picture.number).inserted else { continue }
      // ISO 19005-3, 6.2.8.1: pictures are not smoothed.
      if picture["Interpolate"] != nil { picture.set("Interpolate", nil) }
      try repair(resources: picture["Resources"], &seen)
    }
  }

  private func repair(font: PDFObject) throws {
    if font["Subtype"]?.name == "CIDFontType2", font["CIDToGIDMap"] == nil {
      font.set("CIDToGIDMap", .name("Identity"))
    }
    if let map = font["ToUnicode"] {
      let bytes = try map.streamBytes()
      let spelled = spellingLigatures(in: bytes)
      if spelled != bytes { map.replaceStream(with: spelled) }
    }
  }

  func spellingLigatures(in map: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(map.count)
    var next = 0
    while next < map.count {
      if map[next] == UInt8(ascii: "<"), let code = codes.first(where: { map[next...].starts(with: $0.from) })
      {
        output += code.to
        next += code.from.count
      } else {
        output.append(map[next])
        next += 1
      }
    }
    return output
  }

  /// UTF-16 in hexadecimal digits.
  private static func digits(_ text: String) -> String {
    text.utf16.map { String(String(0x1_0000 + Int($0), radix: 16).dropFirst()) }.joined()
  }
}
