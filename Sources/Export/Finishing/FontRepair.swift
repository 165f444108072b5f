import QPDF

/// Puts right what Cairo 1.16 leaves out of fonts and pictures, and gives ligatures their letters back.
enum FontRepair {
  static func repair(_ file: PDFFile) throws {
    for object in file.objects {
      if object.isStream {
        // ISO 19005-3, 6.2.8.1: pictures are not smoothed.
        if object["Interpolate"] != nil { object.set("Interpolate", nil) }
      } else if object["Type"]?.name == "Font" {
        try repair(font: object)
      }
    }
  }

  private static func repair(font: PDFObject) throws {
    if font["Subtype"]?.name == "CIDFontType2", font["CIDToGIDMap"] == nil {
      font.set("CIDToGIDMap", .name("Identity"))
    }
    if let map = font["ToUnicode"] {
      let bytes = try map.streamBytes()
      let spelled = spellingLigatures(in: bytes)
      if spelled != bytes { map.replaceStream(with: spelled) }
    }
  }

  /// Cairo was told U+FB01 for the glyph of “fi”: readers find the two letters.
  static func spellingLigatures(in map: [UInt8]) -> [UInt8] {
    let codes = Ligature.all.map { ligature in
      (
        from: Array("<\(hex(UInt16(ligature.character.value)))>".utf8),
        to: Array("<\(ligature.letters.utf16.map(hex).joined())>".utf8)
      )
    }
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

  private static func hex(_ unit: UInt16) -> String {
    String(String(0x1_0000 + Int(unit), radix: 16).dropFirst())
  }
}
