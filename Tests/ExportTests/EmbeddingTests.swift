import Diagnostics
import Fonts
import Foundation
import Geometry
import Pages
import Testing

@testable import Export

/// What a font's maker allows (`fsType` of its OS/2 table) is kept.
@Suite struct EmbeddingTests {
  /// A library whose one font says `fsType`.
  private func withFonts(saying fsType: UInt16, _ body: (FontLibrary) throws -> Void) throws {
    try Tool.inFolder { folder in
      var font = try Data(
        contentsOf: URL(filePath: "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf"))
      let table = try #require(font.range(of: Data("OS/2".utf8), in: 0..<400))
      let offset = font[(table.lowerBound + 8)..<(table.lowerBound + 12)].reduce(0) { $0 << 8 | Int($1) }
      font[offset + 8] = UInt8(fsType >> 8)
      font[offset + 9] = UInt8(fsType & 0xFF)
      try font.write(to: folder.appending(path: "font.otf"))
      let manifest = "folders: [\(folder.path)]\nfamilies:\n  serif: { files: { 400: font.otf } }\n"
      try body(try FontLibrary.load(manifest: SourceFile(path: "fonts.yaml", text: manifest), root: "."))
    }
  }

  @Test(arguments: [UInt16(0), 4, 8, 6])
  func aFontThatMayBeEmbeddedIs(_ fsType: UInt16) throws {
    try withFonts(saying: fsType) { fonts in
      let bytes = try PDFExporter.pdf(Samples.document([Samples.page(["texte"], fonts)]), fonts: fonts)
      #expect(!bytes.isEmpty)
    }
  }

  @Test(arguments: [
    (UInt16(2), "without a licence"), (0x100, "embeds the glyphs that are used"), (0x200, "embeds outlines"),
  ])
  func aFontThatMayNotIsRefusedWithItsReason(fsType: UInt16, reason: String) throws {
    try withFonts(saying: fsType) { fonts in
      let page = try Samples.page(["texte"], fonts)
      let failure = try #require(throws: Failure.self) {
        try PDFExporter.pdf(Samples.document([page]), fonts: fonts)
      }
      let finding = try #require(failure.diagnostics.first)
      #expect(finding.code == "font-not-embeddable")
      #expect(finding.message.contains(reason))
      // A picture holds no font.
      let picture = try PNGExporter.png(of: page, fonts: fonts, dotsPerInch: 30)
      #expect(!picture.isEmpty)
    }
  }
}
