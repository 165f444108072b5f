import QPDF

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the colours of a file mean: Cairo writes DeviceRGB throughout, and it is sRGB.
enum OutputIntent {
  static func add(to file: PDFFile) throws {
    let name = PDFValue.text("sRGB IEC61966-2.1")
    let profile = file.addStream(
      try SRGBProfile.deflated.get(), ["N": .integer(3), "Alternate": .name("DeviceRGB")])
    let intent = file.add(
      .dictionary([
        "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"), "OutputConditionIdentifier": name,
        "Info": name, "DestOutputProfile": .object(profile),
      ]))
    file.root.set("OutputIntents", .array([.object(intent)]))
  }
}

/// The colour space sRGB (IEC 61966-2-1) as a matrix profile of ICC.1:2001-04, for screens.
enum SRGBProfile {
  static let bytes: [UInt8] = {
    let curve = Tag.curve(samples: 1024, toLinear)
    // Primaries and white as adapted to D50 (Bradford), as the profiles of sRGB in use give them.
    let tags: [(String, [UInt8])] = [
      ("desc", Tag.description("sRGB IEC61966-2.1")), ("cprt", Tag.text("No copyright")),
      ("wtpt", Tag.xyz(0.9642, 1, 0.8249)),
      ("rXYZ", Tag.xyz(0.43607, 0.22249, 0.01392)), ("gXYZ", Tag.xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", Tag.xyz(0.14307, 0.06061, 0.7141)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    return assembled(tags)
  }()

  /// The same for all documents.
  static let deflated = Result { try DeflatedBytes(bytes) }

  /// IEC 61966-2-1, 5.2; both from 0 to 1.
  private static func toLinear(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// The table of tags, then each body once: the three curves are one.
  private static func assembled(_ tags: [(String, [UInt8])]) -> [UInt8] {
    let start = 128 + 4 + tags.count * 12
    var (table, bodies) = (bigEndian(tags.count), [UInt8]())
    var places: [[UInt8]: Int] = [:]
    for (name, body) in tags {
      let place = places[body] ?? start + bodies.count
      if places[body] == nil {
        places[body] = place
        bodies += body + Array(repeating: 0, count: (4 - body.count % 4) % 4)
      }
      table += Array(name.utf8) + bigEndian(place) + bigEndian(body.count)
    }
    return header(size: start + bodies.count) + table + bodies
  }

  private static func header(size: Int) -> [UInt8] {
    var header = bigEndian(size) + bigEndian(0) + bigEndian(0x0210_0000)
    header += Array("mntrRGB XYZ ".utf8)
    // A date is asked for; that of the ICC's own specification will do.
    header += [2001, 4, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    header += Array("acsp".utf8) + Array(repeating: 0, count: 28)
    header += Tag.xyz(0.9642, 1, 0.8249).dropFirst(8)
    return header + Array(repeating: 0, count: 128 - header.count)
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [UInt8(value >> 24 & 0xFF), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }

  /// Bodies of tags: a type of four letters, four zeros, the value.
  private enum Tag {
    static func text(_ text: String) -> [UInt8] { type("text") + Array(text.utf8) + [0] }

    /// With empty Unicode and Macintosh forms.
    static func description(_ text: String) -> [UInt8] {
      type("desc") + bigEndian(text.utf8.count + 1) + Array(text.utf8) + Array(repeating: 0, count: 79)
    }

    static func xyz(_ values: Double...) -> [UInt8] {
      type("XYZ ") + values.flatMap { bigEndian(Int(($0 * 65536).rounded())) }
    }

    static func curve(samples: Int, _ function: (Double) -> Double) -> [UInt8] {
      let values = (0..<samples).flatMap { index -> [UInt8] in
        let value = Int((function(Double(index) / Double(samples - 1)) * 65535).rounded())
        return [UInt8(value >> 8), UInt8(value & 0xFF)]
      }
      return type("curv") + bigEndian(samples) + values
    }

    private static func type(_ name: String) -> [UInt8] { Array(name.utf8) + [0, 0, 0, 0] }
  }
}
