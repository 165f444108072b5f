import Diagnostics
import Export
import Figures
import Fonts
import Foundation
import Geometry
import Pages
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reports

/// Each kind of block as it was looked at: the report `Tests/Fixtures/small/blocks/KIND.md`, set in the font without a
/// file, beside `Tests/Goldens/Blocks/KIND.txt`. A new kind needs both; `notes` are those at the foot of
/// pages. `RENDER=folder` draws them with the real fonts, to be looked at before `RECORD=1` keeps them.
@Suite struct BlockGoldenTests {
  private static let fixture =
    #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/small"

  /// The settings of all of them; paths start at the fixture.
  private static let front = """
    ---
    report: Aides
    subtitle: Un petit pays inventé
    edition: Point n° {{ number }}
    sender: Agence
    data: data/aids.yaml
    atlas: ../../../data/atlas/france.atlas
    fonts: fonts.yaml
    comment: editions/{{ date }}.md
    parameters: { date: date, number: integer }
    ---

    """

  @Test(arguments: BlockKind.all.map(\.name) + ["notes"])
  func everyKindOfBlockIsAsItWasLookedAt(kind: String) throws {
    let body = try fileText("\(Self.fixture)/blocks/\(kind).md").text
    let source = SourceFile(path: "\(Self.fixture)/\(kind).md", text: Self.front + body)
    let home = Self.ofSheets.contains(kind) ? "29" : nil
    if let folder = ProcessInfo.processInfo.environment["RENDER"] {
      let (pages, fonts) = try pages(source, of: home, withFonts: true)
      let picture = try PNGExporter.png(of: Self.sheet(pages), drawings: [], fonts: fonts, dotsPerInch: 96)
      try Data(picture).write(to: URL(filePath: folder).appending(path: "\(kind).png"))
    }
    let pages = try pages(source, of: home, withFonts: false).pages
    #expect(try difference(of: Self.sheet(pages), fromGolden: "Blocks/\(kind)") == nil)
  }

  /// What only a sheet can show: these are set for the Finistère.
  private static let ofSheets: Set = ["overview"]

  private func pages(
    _ source: SourceFile, of home: String?, withFonts: Bool
  ) throws -> (pages: [Frame], fonts: FontLibrary) {
    var found = Collector()
    let front = try FrontMatter(source, &found)
    let parameters = try Parameters(
      [.init(name: "date", value: "2021-04-11"), .init(name: "number", value: "1")],
      declared: front.parameters)
    var edition = try #require(
      try Edition(front, parameters: parameters, folder: Self.fixture, cache: nil, log: nil, &found))
    try found.check()
    let homes = edition.catalog.homes(at: "departement")
    edition.catalog = edition.catalog.seen(from: homes.first { $0.member.code == home })
    let fonts = withFonts ? edition.fonts : .synthetic
    edition.kit = Kit(typesetter: Typesetter(fonts: fonts, language: edition.language), theme: Theme())
    var composer = Composer(edition, source: source)
    try composer.compose(Markdown(source, from: front.bodyStart), allowStale: false)
    try composer.check()
    return (try composer.layOut().document.pages.map(\.frame), fonts)
  }

  /// Pages one below the other, without head and foot.
  private static func sheet(_ pages: [Frame]) -> Frame {
    let size = pages.first?.size ?? .zero
    var sheet = Frame(size: Size(width: size.width, height: size.height * Double(pages.count)))
    for (index, page) in pages.enumerated() {
      var content = Frame(size: page.size)
      for placed in page.items where ![.artifact(.header), .artifact(.footer)].contains(placed.owner) {
        content.add(placed.item, at: placed.origin, owner: placed.owner)
      }
      sheet.place(content, at: Point(x: .zero, y: size.height * Double(index)))
    }
    return sheet
  }
}
