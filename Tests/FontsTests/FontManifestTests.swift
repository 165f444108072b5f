import Diagnostics
import Settings
import Testing

@testable import Fonts

@Suite struct FontManifestTests {
  private func load(_ yaml: String) throws -> FontLibrary {
    try FontLibrary.load(manifest: SourceFile(path: "fonts.yaml", text: yaml), root: projectRoot + "/fonts")
  }

  private func mistakes(_ yaml: String) -> [Diagnostic] {
    do {
      _ = try load(yaml)
      return []
    } catch let failure as Failure {
      return failure.diagnostics
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test func theProjectsManifestNamesFontsThatOpen() throws {
    let fonts = try projectFonts()
    for id in [
      FontID("serif"), FontID("serif", 400, italic: true), FontID("serif", 700), FontID("serif-display"),
      FontID("sans"), FontID("sans", 600), FontID("sans-display", 500),
    ] {
      let metrics = try fonts.metrics(for: id)
      #expect((0.6...0.8).contains(metrics.capHeight), "\(id)")
      #expect(metrics.xHeight < metrics.capHeight && metrics.descent > 0, "\(id)")
      #expect(try fonts.file(for: id).path.hasSuffix(".otf"))
    }
    #expect(fonts.hyphenation(for: "fr")?.hasSuffix("hyph_fr.dic") == true)
    #expect(fonts.hyphenation(for: "fr-x-ue") == fonts.hyphenation(for: "fr"))
    #expect(fonts.hyphenation(for: "la") == nil)
  }

  @Test func aMissingFileTellsItsPlaceAndPackage() {
    let found = mistakes(
      """
      folders: [/nowhere]
      families:
        serif:
          package: fonts-linuxlibertine
          files:
            400: Absent.otf
            700: Gone.otf
      """)
    #expect(found.map(\.code) == ["missing-font", "missing-font"])
    #expect(Failure(found).exitCode == 69)
    #expect(
      found.first?.humanText == """
        fonts.yaml:6:12: error[missing-font]: the file Absent.otf is in none of the folders /nowhere
          6 |       400: Absent.otf
            |            ^~~~~~~~~~
            = help: apt-get install fonts-linuxlibertine, or drop the file into one of them
        """)
  }

  @Test func everyMistakeOfAManifestIsReported() {
    let found = mistakes(
      """
      folders: [.]
      families:
        serif:
          packages: fonts-linuxlibertine
          features: [numerals]
          files:
            bold: fonts.yaml
            400 oblique: fonts.yaml
      """)
    #expect(
      Set(found.map(\.code)) == ["bad-font-feature", "bad-font-weight", "unknown-key"])
    #expect(found.count == 4)
  }

  @Test func relativeFoldersStartAtTheManifestAndComeInOrder() throws {
    let installed = try projectFonts().file(for: FontID("serif")).path
    let folder = installed.split(separator: "/").dropLast().map(String.init)
    let root = folder.dropLast().reduce("") { $0 + "/" + $1 }
    let manifest = SourceFile(
      path: "\(folder.last ?? "")/fonts.yaml",
      text: """
        folders: [nowhere, ., /tmp]
        families:
          own: { files: { 400: LinLibertine_R.otf } }
        """)
    let fonts = try FontLibrary.load(manifest: manifest, root: root)
    #expect(try fonts.file(for: FontID("own")).path == installed)
  }

  @Test func aFileThatIsNoFontIsRefused() throws {
    let fonts = try load(
      """
      folders: [.]
      families:
        serif: { files: { 400: fonts.yaml } }
      """)
    let failure = #expect(throws: Failure.self) { try fonts.font(FontID("serif")) }
    #expect(failure?.diagnostics.map(\.code) == ["unreadable-font"])
  }

  @Test func anUnknownWeightNamesThoseThereAre() throws {
    let failure = #expect(throws: Failure.self) { try projectFonts().font(FontID("serif-display", 900)) }
    #expect(failure?.diagnostics.first?.code == "unknown-font")
    #expect(failure?.diagnostics.first?.hint == "it has serif-display 400")
  }
}
